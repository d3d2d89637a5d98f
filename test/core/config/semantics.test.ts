import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../core/config/parse.ts';
import type { UserError } from '../../../core/errors.ts';
import { caught } from '../caught.ts';
import { replaced } from '../sample-config.ts';

const errorOf = (text: string): UserError => caught(() => parseConfig(Buffer.from(text), 'app/serverless-stages.yml'));
const errorWith = (piece: string, replacement: string) => errorOf(replaced(piece, replacement));

describe('parseConfig of names, roles, regions and paths', () => {
  it.each([
    ['of a stage', '{ profile: prod, branch: prod }', '{ profile: pord, branch: prod }', '"prod"'],
    ['that is the default', 'default-profile: dev', 'default-profile: dve', '"dev"'],
  ])('B6 lists the profiles where the one %s is missing', (_, piece, replacement, nearest) => {
    const error = errorWith(piece, replacement);
    expect(error.code).toBe('E_PROFILE_UNKNOWN');
    expect(error.message).toContain(`did you mean ${nearest}`);
    expect(error.message).toContain('dev, staging, prod');
    expect(error.position).toBeDefined();
  });

  it('B6 asks for a default profile where there are previews', () => {
    const error = errorWith('default-profile: dev\n', '');
    expect(error.code).toBe('E_PROFILE_UNKNOWN');
    expect(error.message).toContain('default-profile');
    expect(error.message).toContain('dev, staging, prod');
  });

  it.each([
    ['arn:aws:iam::111111111111:user/anna', 'user'],
    ['arn:aws-cn:iam::111111111111:role/x', 'partition'],
    ["'arn:aws:iam::111111111111:role/x '", 'blank'],
    ['arn:aws:iam::1111:role/x', '12 digits'],
    ['arn:aws:s3:::bucket', 'iam'],
    ['serverless-stages', 'arn:'],
  ])('B7 names the part of the role %s that is wrong', (role, part) => {
    for (const line of [`    role: ${role}\n`, `  role: ${role}\n`]) {
      const old = line.startsWith('    ')
        ? '    role: arn:aws:iam::111111111111:role/serverless-stages\n'
        : '  role: arn:aws:iam::111111111111:role/serverless-stages-preview\n';
      const error = errorWith(old, line);
      expect(error.code).toBe('E_ROLE_ARN');
      expect(error.message.toLowerCase()).toContain(part);
      expect(error.position).toBeDefined();
    }
  });

  it.each([
    ['arn:aws:iam::111111111111:user/anna', 'us-east-1', 'user'],
    ['serverless-stages', 'us-east-1', 'arn:'],
    ['arn:aws:iam::111111111111:role/x', 'cn-north-1', 'partition'],
  ])('B7 names the part of the retired role %s in %s that is wrong, at its line', (role, region, part) => {
    const good = '{ role: arn:aws:iam::111111111111:role/old, region: us-east-1 }';
    const error = errorWith(
      '  target-branches',
      `  retired:\n    - ${good}\n    - role: ${role}\n      region: ${region}\n  target-branches`,
    );
    expect(error.code).toBe('E_ROLE_ARN');
    expect(error.message.toLowerCase()).toContain(part);
    expect(error.position).toMatchObject({ file: 'app/serverless-stages.yml', line: 20 });
  });

  it('B7 refuses a retired place whose regions are in two partitions, as it does those of a profile', () => {
    const regions = 'region: [us-east-1, cn-north-1]';
    expect(errorWith('    region: us-east-1\n', `    ${regions}\n`).code).toBe('E_CONFIG');
    const error = errorWith(
      '  target-branches',
      `  retired: [{ role: 'arn:aws:iam::111111111111:role/x', ${regions} }]\n  target-branches`,
    );
    expect(error.message).toContain('cn-north-1');
    expect(error.position).toMatchObject({ line: 18 });
  });

  it.each(['us-east1', '[]', "''"])('B8 refuses the retired region %s', (region) => {
    const error = errorWith(
      '  target-branches',
      `  retired: [{ role: 'arn:aws:iam::111111111111:role/old', region: ${region} }]\n  target-branches`,
    );
    expect(error.code).toBe('E_CONFIG');
    expect(error.position).toMatchObject({ line: 18 });
  });

  it.each([
    ['a retired place without a role', '  retired: [{ region: us-east-1 }]'],
    ['a retired place without a region', "  retired: [{ role: 'arn:aws:iam::111111111111:role/old' }]"],
    ['a retired place that is a text', '  retired: [us-east-1]'],
    ['an expiry that is no duration', '  expires-after: a week'],
    ['an expiry without a unit', '  expires-after: 7'],
    ['another time to remove previews', '  destroy: closed'],
  ])('refuses %s', (_, line) => {
    const error = errorWith('  target-branches', `${line}\n  target-branches`);
    expect(error.code).toBe('E_CONFIG');
    expect(error.position).toMatchObject({ line: 18 });
  });

  it.each(['true', 'yes', 'Allowed', 'close'])('G2 refuses %s for `destroy: allowed` of a stage', (value) => {
    const error = errorWith('branch: prod }', `branch: prod, destroy: ${value} }`);
    expect(error.code).toBe('E_CONFIG');
    expect(error.position).toMatchObject({ line: 16 });
  });

  it.each([
    ['us-east1', 'us-east-1'],
    ['US-EAST-1', 'us-east-1'],
    ['useast-1', 'us-east-1'],
  ])('B8 says that the region %s was to be %s', (region, nearest) => {
    const error = errorWith('    region: us-east-1\n', `    region: ${region}\n`);
    expect(error.code).toBe('E_CONFIG');
    expect(error.message).toContain(`"${nearest}"`);
    expect(error.position).toMatchObject({ line: 6 });
  });

  it.each(["''", '[]', "['']", 'null', '~'])('B8 refuses the region %s', (region) => {
    expect(errorWith('    region: us-east-1\n', `    region: ${region}\n`).code).toBe('E_CONFIG');
  });

  it('A19 refuses two branches for one stage', () => {
    const error = errorWith('branch: prod }', 'branch: [prod, main] }');
    expect(error.code).toBe('E_CONFIG');
    expect(error.position).toMatchObject({ line: 16 });
  });

  it.each(['feature-login-0pv3fa9c', 'pr-12-0pv77ab0'])(
    'refuses the configured stage %s, which a branch could produce',
    (name) => {
      const error = errorWith('  prod: { profile', `  ${name}: { profile`);
      expect(error.code).toBe('E_CONFIG');
      expect(error.message).toContain(name);
    },
  );

  it.each(['prod.eu', 'prod_eu', 'prod eu'])(
    'refuses the stage %s, which the Serverless Framework does not take',
    (name) => {
      expect(errorWith('  prod: { profile', `  '${name}': { profile`).message).toContain(name);
    },
  );

  it.each(['../elsewhere', '/etc', 'a/../../b'])(
    'refuses the service path %s, which leads out of the repository',
    (path) => {
      const error = errorWith('path: backend-restapi', `path: ${path}`);
      expect(error.message).toContain(path);
    },
  );

  it('refuses two services in one folder', () => {
    const error = errorWith('  restapi:', '  again: { path: ./backend-restapi/ }\n  restapi:');
    expect(error.message).toMatch(/again|restapi/);
  });
});
