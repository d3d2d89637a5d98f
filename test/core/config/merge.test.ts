import { describe, expect, it } from 'vitest';
import { mergeForPreview } from '../../../core/config/merge.ts';
import type { Config } from '../../../core/configuration/schema.ts';
import { configOf, replaced, WORKSHOP } from '../sample-config.ts';

/** Writes out the empty map of parameters of a profile that has none. */
function withParameters(config: Config): Config {
  const profiles = Object.entries(config.profiles).map(([name, profile]) => [name, { parameters: {}, ...profile }]);
  return { ...config, profiles: Object.fromEntries(profiles) };
}

describe('mergeForPreview', () => {
  it('B13 takes services and literal parameters from the pull request', () => {
    const added = WORKSHOP.replace('env: dev', 'env: mine\n      extra: 1').replace(
      'services:',
      'services:\n  new: { path: backend-new }',
    );
    const { config, ignored } = mergeForPreview(configOf(), configOf(added));
    expect(config.profiles['dev']?.parameters).toEqual({ env: 'mine', extra: 1, key: { ssm: '/workshop/dev/key' } });
    expect(config.services).toEqual({ new: { path: 'backend-new' }, restapi: { path: 'backend-restapi' } });
    expect(ignored).toEqual([]);
  });

  it.each([
    [
      "a profile's role",
      '    role: arn:aws:iam::111111111111:role/serverless-stages\n',
      '    role: arn:aws:iam::111111111111:role/admin\n',
      'role',
    ],
    ["a profile's region", '    region: us-east-1\n', '    region: eu-west-1\n', 'region'],
    [
      "a profile's environment",
      '    region: us-east-1\n',
      '    region: us-east-1\n    environment: prod\n',
      'environment',
    ],
    ["the previews' role", 'role/serverless-stages-preview', 'role/admin', 'previews'],
    ["the previews' environment", '  target-branches', '  environment: prod\n  target-branches', 'previews'],
    ['target branches', '[master]', "[master, 'anything']", 'previews'],
    [
      'a path of parameters',
      '    region: us-east-1\n',
      '    region: us-east-1\n    parameters-path: /workshop/prod/\n',
      'parameters-path',
    ],
    ['exported variables', '    region: us-east-1\n', '    region: us-east-1\n    export-env: [env]\n', 'export-env'],
    [
      "another profile's role",
      'arn:aws:iam::333333333333:role/serverless-stages',
      'arn:aws:iam::333333333333:role/admin',
      'prod',
    ],
    ['an SSM reference', '/workshop/dev/key', '/workshop/prod/key', 'key'],
    ['a new SSM reference', 'env: dev', 'env: dev\n      more: { ssm: /workshop/prod/key }', 'more'],
    ['a new secret reference', 'env: dev', 'env: dev\n      more: { secret: PROD_KEY }', 'more'],
    ['a literal made a reference', 'env: dev', 'env: { ssm: /workshop/prod/key }', 'env'],
    ['a removed stage', '  dev: { profile: dev, branch: master }\n', '', 'stages'],
    ['another branch of a stage', 'branch: prod }', 'branch: feature }', 'stages'],
    ['a pattern of branches', 'stages:\n', "stages:\n  '**': { profile: dev }\n", 'stages'],
    ['another default profile', 'default-profile: dev', 'default-profile: dev2', 'default-profile'],
    ['the name of the application', 'app: workshop', 'app: other', 'app'],
  ])('B13 keeps %s as the target branch has it, and says so', (_, piece, replacement, path) => {
    let text = replaced(piece, replacement);
    if (replacement.includes('dev2'))
      text = text.replace(
        '  dev:\n',
        '  dev2: { role: arn:aws:iam::111111111111:role/x, region: us-east-1 }\n  dev:\n',
      );
    const { config, ignored } = mergeForPreview(configOf(), configOf(text));
    expect(withParameters(config)).toEqual(withParameters(configOf()));
    expect(ignored.join(' ')).toContain(path);
  });

  it('B13 takes no profile from the pull request that the target branch does not have', () => {
    const added = WORKSHOP.replace(
      'default-profile',
      '  admin: { role: arn:aws:iam::111111111111:role/admin, region: us-east-1 }\ndefault-profile',
    );
    const { config, ignored } = mergeForPreview(configOf(), configOf(added));
    expect(config.profiles).not.toHaveProperty('admin');
    expect(ignored.join(' ')).toContain('admin');
  });

  it('B13 keeps a profile that the pull request removes', () => {
    const { config } = mergeForPreview(
      configOf(),
      configOf(WORKSHOP.replace(/ {2}prod: \{ role.*\n/, '').replace(/ {2}prod: \{ profile.*\n/, '')),
    );
    expect(config.profiles).toHaveProperty('prod');
    expect(config.stages).toHaveProperty('prod');
  });

  it('lets a pull request drop the list of services', () => {
    const { config } = mergeForPreview(configOf(), configOf(WORKSHOP.replace(/services:\n.*\n/, '')));
    expect(config).not.toHaveProperty('services');
  });

  it('changes neither of the two', () => {
    const trusted = configOf();
    const proposed = configOf(replaced('env: dev', 'env: mine'));
    mergeForPreview(trusted, proposed);
    expect(trusted).toEqual(configOf());
    expect(proposed).toEqual(configOf(replaced('env: dev', 'env: mine')));
  });

  it('I2 drops a waiver whose service the pull request moves to another folder, and keeps the others', () => {
    const waivers = `waivers:
  - { safeguard: require-dlq, service: restapi, owner: team, reason: none, until: '2099-12-31' }
  - { safeguard: require-dlq, owner: team, reason: none, until: '2099-12-31' }
`;
    const trusted = configOf(`${WORKSHOP}${waivers}`);
    const moved = configOf(`${WORKSHOP}${waivers}`.replace('path: backend-restapi', 'path: backend-other'));
    const { config, ignored } = mergeForPreview(trusted, moved);
    expect(config.waivers).toEqual([trusted.waivers?.[1]]);
    expect(ignored).toEqual(['services.restapi.path (a waiver of require-dlq names it)']);
    expect(mergeForPreview(trusted, trusted)).toMatchObject({ config: { waivers: trusted.waivers }, ignored: [] });
  });
});
