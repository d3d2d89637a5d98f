import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../core/config/parse.ts';
import { MAX_CONFIG_BYTES } from '../../../core/config/yaml-source.ts';
import { type UserError, UserErrors } from '../../../core/errors.ts';
import { combineParameters } from '../../../core/profile/parameter.ts';
import { caught } from '../caught.ts';
import { configOf, replaced, WORKSHOP } from '../sample-config.ts';

const errorOf = (text: string): UserError => caught(() => parseConfig(Buffer.from(text), 'app/serverless-stages.yml'));
const errorWith = (piece: string, replacement: string) => errorOf(replaced(piece, replacement));
const all = (error: UserError) => (error instanceof UserErrors ? error.errors : [error]);

describe('parseConfig', () => {
  it("takes the tutorial's configuration", () => {
    const file = new URL('../../../examples/workshop/serverless-stages.yml', import.meta.url);
    expect(parseConfig(readFileSync(file))).toMatchObject({ version: 1, app: 'workshop', 'default-profile': 'dev' });
  });

  it.each([
    ['a tab as indentation', 'version: 1\napp: x\nprofiles:\n\tdev: {}\n', 4],
    ['a quote that is not closed', "version: 1\napp: 'x\n", undefined],
    ['a brace that is not closed', 'version: 1\napp: x\nprofiles: { dev: { region: us-east-1 }\n', undefined],
  ])('B1 says where the YAML has %s', (_, text, line) => {
    const error = errorOf(text);
    expect(error.code).toBe('E_CONFIG');
    expect(error.message).toMatch(/^app\/serverless-stages\.yml:\d+:\d+: /);
    if (line) expect(error.position).toMatchObject({ line });
  });

  it.each([
    ['a stage', '{ profile: dev, branch: master }', '{ profile: dev, porfile: dev }', 'profile'],
    ['previews', '  target-branches: [master]', '  target-branch: [master]', 'target-branches'],
    ['the file', 'default-profile:', 'default-profil:', 'default-profile'],
    ['a profile', '    region: us-east-1\n', '    region: us-east-1\n    regoin: x\n', 'region'],
  ])('B2 finds an unknown key of %s, and the one that was meant', (_, piece, replacement, meant) => {
    const error = errorWith(piece, replacement);
    expect(error.code).toBe('E_CONFIG');
    expect(error.message).toContain(`did you mean "${meant}"`);
    expect(error.message).toMatch(/serverless-stages\.yml:\d+:\d+/);
  });

  it('says all that is wrong at once, each at its place', () => {
    const error = errorOf(replaced('    region: us-east-1\n', '    region: us-east1\n    porfile: 1\n'));
    expect(all(error).map((one) => one.position?.line)).toEqual([6, 7]);
  });

  it('B4 has an account id quoted that YAML would make a number of', () => {
    const error = errorWith('      env: dev\n', '      account: 012345678901\n');
    expect(error.message).toMatch(/quot/i);
    expect(error.position).toMatchObject({ line: 8 });
  });

  it.each([
    'no',
    'on',
    'yes',
    'Off',
    '0123',
    '1e3',
    '1.10',
    '0x1F',
    '0o17',
    '+5',
    '1_000',
    '.5',
    '-0',
    '.inf',
    '.nan',
    '12345678901234567890',
    '2026-11-23',
    '12:30:45',
    '111111111111',
    'true',
    '7',
  ])('B4 never hands on another text than the %s that was written', (text) => {
    let config: ReturnType<typeof configOf>;
    try {
      config = configOf(replaced('      env: dev\n', `      env: ${text}\n`));
    } catch (error) {
      expect(String(error)).toMatch(/quot/i);
      return;
    }
    const parameters = { env: config.profiles['dev']?.parameters?.['env'] ?? 'missing' };
    const sources = { parameters, secrets: new Map(), referenced: new Map(), below: [] };
    expect(combineParameters(sources)[0]?.value).toBe(text);
  });

  it.each(['True', 'FALSE'])('B4 does not change the letter case of %s without a word', (text) => {
    const parameters = () => configOf(replaced('      env: dev\n', `      env: ${text}\n`)).profiles['dev']?.parameters;
    expect(caught(parameters).message).toMatch(/quot/i);
  });

  it.each(['', '\n\n', '# only a comment\n', '---\n', '\uFEFF'])(
    'B5 says what belongs into an empty file: %j',
    (text) => {
      const error = errorOf(text);
      expect(error.message).toMatch(/empty/);
      expect(error.message).toContain('version: 1');
    },
  );

  it('B5 reads a file with a byte order mark and Windows line ends', () => {
    expect(configOf(`\uFEFF${WORKSHOP.replaceAll('\n', '\r\n')}`)).toEqual(configOf());
  });

  it.each(['utf16le', 'latin1'] as const)('B5 refuses a file in %s', (encoding) => {
    const error = caught(() => parseConfig(Buffer.from(`\uFEFF# ÄÖ\n${WORKSHOP}`, encoding)));
    expect(error.code).toBe('E_CONFIG_FILE');
    expect(error.message).toContain('UTF-8');
  });

  it('B5 refuses a file of 5 MB', () => {
    expect(MAX_CONFIG_BYTES).toBeLessThan(5_000_000);
    const error = caught(() => parseConfig(Buffer.alloc(5_000_000, '# x\n')));
    expect(error.code).toBe('E_CONFIG_FILE');
  });

  it('B5 does not blow up a file of nested aliases', () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const items =
        level === 0
          ? '[x, x, x, x, x, x, x, x, x]'
          : `[${Array(9)
              .fill(`*a${level - 1}`)
              .join(', ')}]`;
      return `a${level}: &a${level} ${items}`;
    });
    expect(errorOf(levels.join('\n')).code).toMatch(/^E_CONFIG/);
  });

  it('says where an alias leads nowhere', () => {
    const error = errorWith('      env: dev', '      env: *nowhere');
    expect(error.code).toBe('E_CONFIG');
    expect(error.position).toMatchObject({ line: 8 });
  });

  it.each(['[]', '"text"', '7', '- version: 1'])('refuses a file that is no map: %s', (text) => {
    expect(errorOf(text).code).toBe('E_CONFIG');
  });

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

  it('B14 asks for a newer action where the file is of a newer version', () => {
    const error = errorWith('version: 1', 'version: 2');
    expect(error.code).toBe('E_CONFIG_VERSION');
    expect(error.message).toContain('needs action ≥');
  });

  it('B14 says so before it speaks of keys that it does not know', () => {
    expect(errorOf('version: 2\nfuture: true\n').code).toBe('E_CONFIG_VERSION');
  });

  it.each(["'1'", '0', '1.5', 'one', 'true'])('refuses the version %s', (version) => {
    expect(errorWith('version: 1', `version: ${version}`).code).toMatch(/^E_CONFIG/);
  });

  it('A19 shows both lines where one stage is written twice', () => {
    const error = errorWith('  prod: { profile: prod, branch: prod }', '  staging: { profile: prod, branch: prod }');
    expect(error.code).toBe('E_CONFIG');
    expect(error.message).toMatch(/\b16\b/);
    expect(error.message).toMatch(/\b15\b/);
  });

  it('A19 refuses two branches for one stage', () => {
    const error = errorWith('branch: prod }', 'branch: [prod, main] }');
    expect(error.code).toBe('E_CONFIG');
    expect(error.position).toMatchObject({ line: 16 });
  });

  it.each(['feature-login-3fa9c1', 'pr-12-77ab02'])(
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

  it.each(['8', '49', '0', '-1', '20.5', "'20'"])('refuses the max-length %s', (length) => {
    expect(errorWith('  target-branches', `  max-length: ${length}\n  target-branches`).code).toBe('E_CONFIG');
  });

  it('asks for the role of previews', () => {
    const error = errorWith('  role: arn:aws:iam::111111111111:role/serverless-stages-preview\n', '');
    expect(error.message).toContain('role');
  });

  it.each(['a b', 'a$b', '1a', 'a:b', 'a,b', ''])(
    'refuses the parameter name %j, which ${param:…} cannot spell',
    (name) => {
      expect(errorWith('      env: dev', `      ${JSON.stringify(name)}: dev`).code).toBe('E_CONFIG');
    },
  );

  it('does not let a parameter be two references at once, or none', () => {
    for (const value of ['{ ssm: /a, secret: A }', '{}', '{ vault: x }', '[a]', 'null'])
      expect(errorWith('      env: dev', `      env: ${value}`).code).toBe('E_CONFIG');
  });

  it('takes __proto__ for an unknown key and not for a way into objects', () => {
    const error = errorWith('services:', '__proto__: { polluted: true }\nservices:');
    expect(error.code).toBe('E_CONFIG');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
