import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../core/config/parse.ts';
import { type UserError, UserErrors } from '../../../core/errors.ts';
import { caught } from '../caught.ts';
import { replaced } from '../sample-config.ts';

const errorOf = (text: string): UserError => caught(() => parseConfig(Buffer.from(text), 'app/serverless-stages.yml'));
const errorWith = (piece: string, replacement: string) => errorOf(replaced(piece, replacement));
const all = (error: UserError) => (error instanceof UserErrors ? error.errors : [error]);

describe('parseConfig', () => {
  it("takes the tutorial's configuration", () => {
    const file = new URL('../../../examples/workshop/serverless-stages.yml', import.meta.url);
    expect(parseConfig(readFileSync(file))).toMatchObject({ version: 1, app: 'workshop', 'default-profile': 'dev' });
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

  it.each(['10', '49', '0', '-1', '20.5', "'20'"])('refuses the max-length %s', (length) => {
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
});
