import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { HANGS_AFTER } from '../limits.ts';
import { ACCOUNTS, API_KEYS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { filesBelow, keysIn, loadProfile, workspaceOf } from './load-profile-run.ts';
import { changesIn, expectNoSecret, expectSuccess } from './verdict.ts';

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

  it('are not there after a step that was cancelled while it loaded them', async () => {
    const { job } = await loadProfile(world, { profile: PROFILE });
    await job.finish();
    world.aws.faults.add({ service: 'ssm', delayMs: 4_000 });
    try {
      const workspace = workspaceOf(job);
      const running = job.start({ action: 'load-profile', inputs: { stage: 'dev' }, workspace });
      const before = world.aws.journal.of('sts', 'GetCallerIdentity').length;
      await vi.waitUntil(() => world.aws.journal.of('sts', 'GetCallerIdentity').length > before, {
        timeout: HANGS_AFTER,
      });
      const step = await running.cancel();
      expect(step.conclusion).toBe('cancelled');
      expect(step.env).toEqual({});
      expectNoSecret(step, API_KEYS.dev);
      await job.finish();
      expect(filesBelow(job.temp)).toEqual([]);
    } finally {
      world.aws.faults.clear();
    }
  });

  it('are two pairs where two profiles are loaded in one job, and both are removed', async () => {
    const { job, step } = await loadProfile(world, { profile: PROFILE });
    const workspace = workspaceOf(job);
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
      error: '',
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
