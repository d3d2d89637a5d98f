import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { StepResult } from '../runner/run-options.ts';
import { sampleOf } from '../sample.ts';
import { ACCOUNTS, API_KEYS } from '../world/accounts.ts';
import { writeFiles } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import { expectLoadFailure, keysIn, type LoadOptions, loadProfile, workspaceOf } from './load-profile-run.ts';
import { annotationsOf, changesIn, expectFailure, expectNoSecret, expectSuccess } from './verdict.ts';

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

describe('credentials that nobody asked for', () => {
  const noticesOf = (step: StepResult) => annotationsOf(step, 'notice').map(({ message }) => message);

  it('are named once and not used: variables, and the files of the machine', async () => {
    const home = mkdtempSync(join(tmpdir(), 'home-'));
    mkdirSync(join(home, '.aws'));
    writeFileSync(join(home, '.aws/credentials'), '[default]\naws_access_key_id = AKIACANARY\n');
    const env = { AWS_ACCESS_KEY_ID: 'AKIACANARY', AWS_SECRET_ACCESS_KEY: 'canary-secret', AWS_PROFILE: 'canary' };
    const { step } = await loadProfile(world, { context: { ...world.dispatchRun('refs/heads/master'), env, home } });
    expectSuccess(step);
    const file = join(home, '.aws/credentials');
    expect(noticesOf(step)).toEqual([
      `this action does not use AWS_ACCESS_KEY_ID, AWS_PROFILE, ${file}: what counts is the profile's role`,
    ]);
    expect(step.outputs['account']).toBe(ACCOUNTS.dev);
    expectNoSecret(step, 'canary-secret', 'AKIACANARY');
    rmSync(home, { recursive: true });
  });

  it('are nothing to tell of where there are none', async () => {
    expect(noticesOf((await loadProfile(world)).step)).toEqual([]);
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
  it.each(
    sampleOf([
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
    ] as const),
  )('%s %j is an error before anything is asked for', async (_id, inputs, code, words) => {
    const asked = world.oidc.journal.length;
    const { step } = await loadProfile(world, { profile: PROFILE, inputs });
    expect(expectFailure(step, code).message).toMatch(words);
    expect(world.oidc.journal.length).toBe(asked);
    expect(world.aws.journal.entries).toEqual([]);
  });

  it.each(sampleOf(['True ', ' TRUE', 'tRue', 'Yes']))('B12 %j is not true', async (text) => {
    const { step } = await loadProfile(world, { inputs: { 'export-credentials': text } });
    expect(expectFailure(step, 'E_INPUT').message).toContain('export-credentials');
  });

  it('B5 is a working directory outside the workspace, even one that holds a configuration', async () => {
    const { job } = await loadProfile(world);
    const workspace = workspaceOf(job);
    copyFileSync(join(workspace, 'serverless-stages.yml'), join(workspace, '../serverless-stages.yml'));
    const asked = world.oidc.journal.length;
    const inputs = { stage: 'dev', 'working-directory': '..' };
    const step = await job.run({ action: 'load-profile', inputs, workspace });
    const code = step.annotations[0]?.message.startsWith('E_INPUT') ? 'E_INPUT' : 'E_CONFIG_FILE';
    expect(expectFailure(step, code).message).toMatch(/workspace|working-directory/);
    expect(world.oidc.journal.length).toBe(asked);
  });

  it.each(
    sampleOf([
      ['a link out of the workspace', { 'serverless-stages.yml': { link: '/etc/passwd' } }, 'E_CONFIG_FILE'],
      ['a folder', { 'serverless-stages.yml': null, 'serverless-stages.yml/a.txt': 'a' }, 'E_CONFIG_FILE'],
      ['UTF-16', { 'serverless-stages.yml': Buffer.from('\uFEFFversion: 1\n', 'utf16le') }, 'E_CONFIG_FILE'],
      ['malformed', { 'serverless-stages.yml': 'version: 1\napp: "x\n' }, 'E_CONFIG'],
    ] as const),
  )('B5 is a configuration in the workspace that is %s', async (_what, files, code) => {
    const { job } = await loadProfile(world);
    const workspace = workspaceOf(job);
    writeFiles(workspace, files);
    const step = await job.run({ action: 'load-profile', inputs: { stage: 'dev' }, workspace });
    const { message, properties } = expectFailure(step, code);
    expect(message).toContain('serverless-stages.yml');
    if (code === 'E_CONFIG')
      expect(properties).toMatchObject({ file: 'serverless-stages.yml', line: expect.any(String) });
    expectNoSecret(step, 'root:x:0:0');
  });
});
