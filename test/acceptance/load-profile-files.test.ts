import { copyFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectLoadFailure, filesBelow, type LoadOptions, loadProfile } from './load-profile-run.ts';
import { annotationsOf, changesIn, expectFailure, expectNoSecret, expectSuccess } from './verdict.ts';
import { ACCOUNTS, API_KEYS, REGION, startWorld, type World } from './world.ts';

const PROFILE = { parameters: { env: 'dev', key: { ssm: '/workshop/dev/endpoint_api_key' } } };

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
afterEach(() => {
  expect(changesIn(world.aws.journal.entries)).toEqual([]);
  world.aws.journal.clear();
});

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The workspace that `loadProfile` made in a job. */
const workspaceBelow = (temp: string) =>
  join(temp, readdirSync(temp).find((name) => name.startsWith('workspace-')) ?? '');

const keysIn = (file = '') => JSON.parse(readFileSync(file, 'utf8')) as Keys;

describe('the files of a profile', () => {
  it("are its owner's alone, in a folder of their own below RUNNER_TEMP", async () => {
    const { job, step } = await loadProfile(world, { profile: PROFILE });
    expectSuccess(step);
    for (const name of ['credentials-file', 'parameters-file']) {
      const file = step.outputs[name] ?? '';
      expect(file.startsWith(`${job.temp}/`)).toBe(true);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    }
    const { secretAccessKey, sessionToken = '' } = keysIn(step.outputs['credentials-file']);
    expectNoSecret(step, API_KEYS.dev, secretAccessKey, sessionToken);
    expect(step.masks).toEqual(expect.arrayContaining([API_KEYS.dev, secretAccessKey, sessionToken]));
  });

  it('are removed at the end of the job', async () => {
    const { job, step } = await loadProfile(world, { profile: PROFILE });
    const [post] = await job.finish();
    expect(post?.exitCode).toBe(0);
    expect(existsSync(dirname(step.outputs['credentials-file'] ?? ''))).toBe(false);
    expect(filesBelow(job.temp)).toEqual([]);
  });

  it('are removed also where a later step fails', async () => {
    const { job, step } = await loadProfile(world, { profile: PROFILE });
    const workspace = job.temp;
    const failed = await job.run({ action: 'resolve-stage', inputs: { commit: 'x', stage: 'dev' }, workspace });
    expect(failed.exitCode).not.toBe(0);
    expect(job.status).toBe('failure');
    await job.finish();
    expect(existsSync(dirname(step.outputs['credentials-file'] ?? ''))).toBe(false);
  });

  it('are two pairs where two profiles are loaded in one job, and both are removed', async () => {
    const { job, step } = await loadProfile(world, { profile: PROFILE });
    const workspace = workspaceBelow(job.temp);
    const second = await job.run({ action: 'load-profile', inputs: { stage: 'dev' }, workspace });
    expectSuccess(second);
    expect(second.outputs['credentials-file']).not.toBe(step.outputs['credentials-file']);
    const posts = await job.finish();
    expect(posts).toHaveLength(2);
    expect(filesBelow(job.temp)).toEqual([]);
  });
});

describe('the outputs', () => {
  it('are those of action.yml, and pass to another job', async () => {
    const { job, step } = await loadProfile(world, { profile: PROFILE });
    expect(step.outputs).toEqual({
      'credentials-file': expect.any(String),
      'parameters-file': expect.any(String),
      account: ACCOUNTS.dev,
      region: REGION,
      role: `arn:aws:iam::${ACCOUNTS.dev}:role/serverless-stages`,
      'parameter-names': 'env,key',
    });
    expect(job.outputs(step.outputs).warnings).toEqual([]);
  });

  it('come for a profile alone, too', async () => {
    const { step } = await loadProfile(world, { profile: PROFILE, inputs: { stage: '', profile: 'dev' } });
    expectSuccess(step);
    expect(step.outputs['account']).toBe(ACCOUNTS.dev);
  });
});

describe('export-credentials', () => {
  it('sets nothing by default', async () => {
    const { step } = await loadProfile(world, { profile: PROFILE });
    expect(step.env).toEqual({});
    expect(step.path).toEqual([]);
  });

  it('sets the AWS variables for the later steps', async () => {
    const { step } = await loadProfile(world, { profile: PROFILE, inputs: { 'export-credentials': 'true' } });
    expectSuccess(step);
    const keys = keysIn(step.outputs['credentials-file']);
    expect(step.env).toMatchObject({
      AWS_ACCESS_KEY_ID: keys.accessKeyId,
      AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
      AWS_SESSION_TOKEN: keys.sessionToken,
      AWS_REGION: REGION,
    });
    expect(Object.values(step.env)).not.toContain(API_KEYS.dev);
    expect(step.log).not.toContain(keys.secretAccessKey);
  });
});

describe('assume-role: false', () => {
  const load = (env: Record<string, string>, more: LoadOptions = {}) =>
    loadProfile(world, {
      profile: PROFILE,
      idToken: false,
      ...more,
      inputs: { 'assume-role': 'false', ...more.inputs },
      context: { ...world.dispatchRun('refs/heads/master'), env },
    });
  const userOf = (account: string) => {
    const keys = world.aws.addUser(account);
    return { AWS_ACCESS_KEY_ID: keys.accessKeyId, AWS_SECRET_ACCESS_KEY: keys.secretAccessKey };
  };

  it('takes the credentials that an earlier step set, and asks for no token', async () => {
    const asked = world.oidc.journal.length;
    const env = userOf(ACCOUNTS.dev);
    const { step } = await load(env);
    expectSuccess(step);
    expect(step.outputs['account']).toBe(ACCOUNTS.dev);
    expect(keysIn(step.outputs['credentials-file'])).toMatchObject({ accessKeyId: env.AWS_ACCESS_KEY_ID });
    expect(world.oidc.journal.length).toBe(asked);
    expect(world.aws.journal.of('sts').map(({ action }) => action)).toEqual(['GetCallerIdentity']);
    expectNoSecret(step, env.AWS_SECRET_ACCESS_KEY, API_KEYS.dev);
  });

  it('is an error where they are of another account', async () => {
    const text = await expectLoadFailure(await load(userOf(ACCOUNTS.prod)), 'E_WRONG_ACCOUNT');
    expect(text).toContain(ACCOUNTS.prod);
    expect(text).toContain(ACCOUNTS.dev);
    expect(world.aws.journal.of('ssm')).toEqual([]);
  });

  it('is an error where there are none', async () => {
    await expectLoadFailure(await load({}), 'E_NO_CREDENTIALS');
    expect(world.aws.journal.entries).toEqual([]);
  });

  it('needs no role in the configuration', async () => {
    const { step } = await load(userOf(ACCOUNTS.dev), { profile: { ...PROFILE, role: undefined } });
    expectSuccess(step);
    expect(step.outputs['role']).toBe('');
  });

  it('is the remedy that the error names where the configuration has no role', async () => {
    const { step } = await loadProfile(world, { profile: { role: undefined } });
    expect(step.exitCode).not.toBe(0);
    expect(
      annotationsOf(step, 'error')
        .map(({ message }) => message)
        .join(),
    ).toMatch(/role/);
  });
});

describe('an input that does not fit', () => {
  it.each([
    ['B12', { 'assume-role': 'yes' }, 'E_INPUT', /assume-role/],
    ['B12', { 'assume-role': '1' }, 'E_INPUT', /assume-role/],
    ['B12', { 'export-credentials': 'on' }, 'E_INPUT', /export-credentials/],
    ['B12', { 'export-credentials': 'no' }, 'E_INPUT', /export-credentials/],
    ['B6', { stage: 'devv' }, 'E_STAGE_UNKNOWN', /dev/],
    ['B6', { stage: '', profile: 'devv' }, 'E_PROFILE_UNKNOWN', /dev/],
    ['B5', { 'working-directory': 'nowhere' }, 'E_CONFIG_FILE', /serverless-stages\.yml/],
    ['a text that is no', { configuration: 'canary-configuration' }, 'E_INPUT', /configuration/],
    ['a number as', { configuration: '1' }, 'E_INPUT', /configuration/],
    ['an unreadable', { configuration: 'gzip:AAAA' }, 'E_INPUT', /configuration/],
    ['a foreign', { configuration: '{"schemaVersion":99}' }, 'E_INPUT', /configuration/],
    ['neither stage nor', { stage: '' }, 'E_INPUT', /stage|configuration/],
  ] as const)('%s %j is an error before anything is asked for', async (_id, inputs, code, words) => {
    const asked = world.oidc.journal.length;
    const { step } = await loadProfile(world, { profile: PROFILE, inputs });
    expect(expectFailure(step, code).message).toMatch(words);
    expect(world.oidc.journal.length).toBe(asked);
    expect(world.aws.journal.entries).toEqual([]);
  });

  it.each(['True ', ' TRUE', 'tRue', 'Yes'])('B12 %j is not true', async (text) => {
    const { step } = await loadProfile(world, { inputs: { 'export-credentials': text } });
    expect(expectFailure(step, 'E_INPUT').message).toContain('export-credentials');
  });

  it('B5 is a working directory outside the workspace, even one that holds a configuration', async () => {
    const { job } = await loadProfile(world);
    const workspace = workspaceBelow(job.temp);
    copyFileSync(join(workspace, 'serverless-stages.yml'), join(workspace, '../serverless-stages.yml'));
    const asked = world.oidc.journal.length;
    const inputs = { stage: 'dev', 'working-directory': '..' };
    const step = await job.run({ action: 'load-profile', inputs, workspace });
    const code = step.annotations[0]?.message.startsWith('E_INPUT') ? 'E_INPUT' : 'E_CONFIG_FILE';
    expect(expectFailure(step, code).message).toMatch(/workspace|working-directory/);
    expect(world.oidc.journal.length).toBe(asked);
  });
});
