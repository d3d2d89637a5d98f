import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cliEnvironment, plainEnvironment } from '../../../core/serverless/environment.ts';

const SECRET_NAMES = [
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_RUNTIME_URL',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_URL',
  'ACTIONS_CACHE_URL',
  'ACTIONS_RESULTS_URL',
  'ACTIONS_STEP_DEBUG',
  'GITHUB_TOKEN',
  'GH_TOKEN',
  'GITHUB_ENV',
  'GITHUB_OUTPUT',
  'GITHUB_PATH',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
  'GITHUB_EVENT_PATH',
  'GITHUB_REPOSITORY',
  'GITHUB_WORKSPACE',
  'INPUT_GITHUB-TOKEN',
  'INPUT_PARAMETERS',
  'STATE_FOLDER',
  'RUNNER_TEMP',
  'RUNNER_TOOL_CACHE',
  'RUNNER_DEBUG',
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_DEV_ACCESS_KEY_ID',
  'AWS_DEV_SECRET_ACCESS_KEY',
  'AWS_DEV_PROFILE',
  'AWS_PROD_SESSION_TOKEN',
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_ROLE_ARN',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN',
  'SERVERLESS_ACCESS_KEY',
  'SERVERLESS_LICENSE_KEY',
  'NPM_TOKEN',
  'NODE_AUTH_TOKEN',
  'PARAMETERS',
  'MY_SECRET',
  'SLACK_WEBHOOK',
  'SSH_AUTH_SOCK',
];
const OWN = {
  PATH: '/usr/bin:/bin',
  HOME: '/home/runner',
  LANG: 'C.UTF-8',
  ...Object.fromEntries(SECRET_NAMES.map((name) => [name, `canary-${name}`])),
};
const SESSION = {
  accessKeyId: 'ASIAEXAMPLE',
  secretAccessKey: 'secret-key',
  sessionToken: 'session-token',
  account: '111111111111',
  region: 'eu-central-1',
  arn: 'arn:aws:sts::111111111111:assumed-role/x/y',
};
const PARTS = {
  own: OWN,
  session: SESSION,
  emptyFile: '/private/empty',
  pluginContext: '/tmp/run/plugin.json',
  schemaCache: '/private/cache',
  exported: [],
};

describe('plainEnvironment', () => {
  it.each(SECRET_NAMES)('E35 keeps %s from a child', (name) => {
    expect(plainEnvironment(OWN)).not.toHaveProperty([name]);
  });

  it('E35 keeps every variable of the runner, of inputs and of AWS from a child, whatever its name and letter case', () => {
    const prefix = fc.constantFrom(
      'ACTIONS_',
      'GITHUB_',
      'INPUT_',
      'STATE_',
      'RUNNER_',
      'SERVERLESS_',
      'actions_',
      'Github_',
      'input_',
    );
    const name = fc.tuple(prefix, fc.string({ unit: fc.constantFrom('A', 'B', '_', '-', '1'), maxLength: 12 }));
    fc.assert(
      fc.property(name, ([before, after]) => {
        expect(Object.values(plainEnvironment({ PATH: '/bin', [before + after]: 'canary' }))).not.toContain('canary');
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });

  it('hands on what any program needs', () => {
    expect(plainEnvironment(OWN)).toMatchObject({ PATH: '/usr/bin:/bin', HOME: '/home/runner', LANG: 'C.UTF-8' });
  });

  it('I9 hands the proxy on', () => {
    const proxy = {
      HTTPS_PROXY: 'http://proxy:8080',
      HTTP_PROXY: 'http://proxy:8080',
      NO_PROXY: 'localhost',
      NODE_EXTRA_CA_CERTS: '/ca.pem',
    };
    expect(plainEnvironment({ ...OWN, ...proxy })).toMatchObject(proxy);
  });

  it('sets nothing that was not set', () => {
    expect(Object.values(plainEnvironment({ PATH: '/bin', HOME: undefined }))).not.toContain(undefined);
    expect(plainEnvironment({ PATH: '/bin', HOME: undefined })).not.toHaveProperty('HOME');
  });
});

describe('cliEnvironment', () => {
  it("E35 holds no canary of the job's own variables", () => {
    expect(Object.values(cliEnvironment(PARTS)).filter((value) => value.startsWith('canary'))).toEqual([]);
  });

  it("gives the CLI the role's session and its region, and nothing else of AWS that it could find", () => {
    expect(cliEnvironment(PARTS)).toMatchObject({
      PATH: '/usr/bin:/bin',
      AWS_ACCESS_KEY_ID: 'ASIAEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'secret-key',
      AWS_SESSION_TOKEN: 'session-token',
      AWS_REGION: 'eu-central-1',
      AWS_CONFIG_FILE: '/private/empty',
      AWS_SHARED_CREDENTIALS_FILE: '/private/empty',
      AWS_EC2_METADATA_DISABLED: 'true',
      SLS_SCHEMA_CACHE_BASE_DIR: '/private/cache',
    });
  });

  it('has no session token where the session has none', () => {
    const { sessionToken: _, ...session } = SESSION;
    expect(cliEnvironment({ ...PARTS, session })).not.toHaveProperty('AWS_SESSION_TOKEN');
  });

  it('exports the parameters that the profile exports', () => {
    const exported = [{ name: 'ENDPOINT', value: 'two\nlines', secret: false, source: 'literal' }];
    expect(cliEnvironment({ ...PARTS, exported })['ENDPOINT']).toBe('two\nlines');
  });

  it('gives the keys of serverless 4 only where they are given', () => {
    expect(cliEnvironment({ ...PARTS, licence: { accessKey: 'ak' } })).toMatchObject({ SERVERLESS_ACCESS_KEY: 'ak' });
    expect(cliEnvironment({ ...PARTS, licence: { accessKey: 'ak' } })).not.toHaveProperty('SERVERLESS_LICENSE_KEY');
    expect(cliEnvironment({ ...PARTS, licence: { licenseKey: 'lk' } })).toMatchObject({ SERVERLESS_LICENSE_KEY: 'lk' });
  });
});
