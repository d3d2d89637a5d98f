import { describe, expect, it } from 'vitest';
import { configuredStages, effectiveConfiguration } from '../../../core/configuration/effective.ts';
import { configurationOfChoice } from '../../../core/configuration/from-workspace.ts';
import { decodeConfiguration } from '../../../core/configuration/transport.ts';
import type { StageIdentity } from '../../../core/stage/identity.ts';
import { encodeJson } from '../../../core/transport.ts';
import { caught } from '../caught.ts';
import { configOf, workshopWith } from '../sample-config.ts';

const PREVIEW: StageIdentity = { name: 'feature-login-0pv3fa9c', kind: 'preview', ref: 'refs/heads/feature/login' };
const STAGING: StageIdentity = { name: 'staging', kind: 'configured', ref: 'refs/heads/master' };

describe('effectiveConfiguration', () => {
  it('fills in the defaults of a configured stage', () => {
    const { schemaVersion, app, stage, profile } = effectiveConfiguration(configOf(), STAGING, 'staging');
    expect({ schemaVersion, app, stage }).toEqual({ schemaVersion: 1, app: 'workshop', stage: STAGING });
    expect(profile).toMatchObject({
      name: 'staging',
      role: 'arn:aws:iam::222222222222:role/serverless-stages',
      region: 'us-east-1',
      environment: 'staging',
      parameters: {},
      exportEnv: [],
      requireParameters: true,
      sessionDuration: 3600,
    });
  });

  it('gives a preview the role and the environment of previews, never those of its profile', () => {
    const { profile } = effectiveConfiguration(configOf(), PREVIEW, 'dev');
    expect(profile.role).toBe('arn:aws:iam::111111111111:role/serverless-stages-preview');
    expect(profile.environment).toBe('preview');
    expect(profile.parameters).toEqual({ env: 'dev', key: { ssm: '/workshop/dev/key' } });
  });

  it('takes what the configuration says where it says it', () => {
    const more =
      '    session-duration: 30m\n    export-env: [env]\n    require-parameters: false\n    environment: d\n    parameters-path: /p/\n';
    const config = workshopWith('    region: us-east-1\n', `    region: us-east-1\n${more}`);
    expect(effectiveConfiguration(config, { ...STAGING, name: 'dev' }, 'dev').profile).toMatchObject({
      sessionDuration: 1800,
      exportEnv: ['env'],
      requireParameters: false,
      environment: 'd',
      parametersPath: '/p/',
    });
  });

  it("has the profile's boundary for a configured stage, and that of previews for a preview", () => {
    const boundary = 'arn:aws:iam::111111111111:policy/services';
    const config = workshopWith('    region: us-east-1\n', `    region: us-east-1\n    boundary: ${boundary}\n`);
    expect(effectiveConfiguration(config, { ...STAGING, name: 'dev' }, 'dev').boundary).toBe(boundary);
    expect(effectiveConfiguration(config, PREVIEW, 'dev')).not.toHaveProperty('boundary');
    expect(effectiveConfiguration(config, STAGING, 'staging')).not.toHaveProperty('boundary');
    const previews = { ...config.previews, role: '', boundary: `${boundary}-of-previews` };
    expect(effectiveConfiguration({ ...config, previews }, PREVIEW, 'dev').boundary).toBe(`${boundary}-of-previews`);
  });

  it('refuses a profile that is not configured', () => {
    expect(caught(() => effectiveConfiguration(configOf(), STAGING, 'nope')).code).toBe('E_PROFILE_UNKNOWN');
  });

  it('is plain JSON that travels between jobs as it is', () => {
    const configuration = effectiveConfiguration(configOf(), PREVIEW, 'dev');
    expect(decodeConfiguration(encodeJson(configuration))).toEqual(configuration);
  });
});

describe('what the effective configuration says of a removal', () => {
  const preview = (config = configOf()) => effectiveConfiguration(config, PREVIEW, 'dev');
  const staging = (config = configOf()) => effectiveConfiguration(config, STAGING, 'staging');

  it('G14 names all configured stages, patterns left out', () => {
    const config = workshopWith('stages:\n', "stages:\n  'release/*': { profile: dev }\n");
    expect(preview(config).configured).toEqual(['dev', 'staging', 'prod']);
    expect(staging(config).configured).toEqual(['dev', 'staging', 'prod']);
  });

  it('G2 allows a configured stage to be removed by its own `destroy: allowed` only', () => {
    expect(staging().destroyAllowed).toBe(false);
    const other = workshopWith(
      '{ profile: dev, branch: master }',
      '{ profile: dev, branch: master, destroy: allowed }',
    );
    expect(staging(other).destroyAllowed).toBe(false);
    const own = workshopWith(
      '{ profile: staging, branch: master }',
      '{ profile: staging, branch: master, destroy: allowed }',
    );
    expect(staging(own).destroyAllowed).toBe(true);
  });

  it('G2 takes no configured stage for one that may be removed because it has the name of something else', () => {
    const config = workshopWith('stages:\n', "stages:\n  'release/*': { profile: dev, destroy: allowed }\n");
    for (const name of ['staging', 'constructor', 'release/1'])
      expect(effectiveConfiguration(config, { ...STAGING, name }, 'staging').destroyAllowed).toBe(false);
  });

  it('allows previews and personal stages to be removed', () => {
    expect(preview().destroyAllowed).toBe(true);
    const personal: StageIdentity = { name: 'ada', kind: 'personal', ref: 'refs/heads/feature/login' };
    expect(effectiveConfiguration(configOf(), personal, 'dev').destroyAllowed).toBe(true);
  });

  it('gives a preview seven days, or what the configuration says, in seconds', () => {
    expect(preview().expiresAfter).toBe(7 * 86_400);
    const config = workshopWith('  target-branches', '  expires-after: 12h\n  target-branches');
    expect(preview(config).expiresAfter).toBe(12 * 3600);
    expect(staging(config)).not.toHaveProperty('expiresAfter');
  });

  it('looks in one place only where the configuration names no other', () => {
    expect(preview().elsewhere).toEqual([]);
    expect(staging().elsewhere).toEqual([]);
  });
});

describe('decodeConfiguration', () => {
  it.each(['', '{', 'null', '[]', '{}', '"text"', 'gzip:AAAA', 'gzip:', '{"schemaVersion":2}', '{"schemaVersion":1}'])(
    'refuses %j, which resolve-stage never gave',
    (text) => {
      expect(caught(() => decodeConfiguration(text)).code).toBe('E_INPUT');
    },
  );
});

describe('configurationOfChoice', () => {
  it('takes the profile of a configured stage', () => {
    const { stage, profile } = configurationOfChoice(configOf(), { stage: 'prod' });
    expect(stage).toMatchObject({ name: 'prod', kind: 'configured', ref: 'refs/heads/prod' });
    expect(profile.name).toBe('prod');
  });

  it('gives a profile alone a stage of its name', () => {
    expect(configurationOfChoice(configOf(), { profile: 'dev' }).stage.name).toBe('dev');
  });

  it('says which stages there are', () => {
    const error = caught(() => configurationOfChoice(configOf(), { stage: 'stagin' }));
    expect(error.code).toBe('E_STAGE_UNKNOWN');
    expect(error.message).toContain('did you mean "staging"');
  });

  it.each(['constructor', '__proto__', 'toString'])('knows no stage and no profile called %s', (name) => {
    expect(caught(() => configurationOfChoice(configOf(), { stage: name })).code).toBe('E_STAGE_UNKNOWN');
    expect(caught(() => configurationOfChoice(configOf(), { profile: name })).code).toBe('E_PROFILE_UNKNOWN');
  });

  it('says which profiles there are', () => {
    const error = caught(() => configurationOfChoice(configOf(), { profile: 'pord' }));
    expect(error.code).toBe('E_PROFILE_UNKNOWN');
    expect(error.message).toContain('did you mean "prod"');
  });

  it('asks for one of the two', () => {
    expect(caught(() => configurationOfChoice(configOf(), {})).code).toBe('E_INPUT');
  });
});

describe('configuredStages', () => {
  it('leaves patterns out', () => {
    const config = workshopWith('stages:\n', "stages:\n  'release/*': { profile: dev }\n");
    expect(configuredStages(config)).toEqual(['dev', 'staging', 'prod']);
  });
});
