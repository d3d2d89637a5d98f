import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { expectLoadFailure, loadProfile, parametersOf, putBelow, valuesOf } from './load-profile-run.ts';
import { changesIn, expectNoSecret, expectSuccess } from './verdict.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
afterEach(() => {
  world.aws.faults.clear();
  world.aws.ssm.clearFaults();
  expect(changesIn(world.aws.journal.entries)).toEqual([]);
  world.aws.journal.clear();
});

describe('many parameters', () => {
  const many = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [
      `k${String(index).padStart(4, '0')}`,
      `canary-value-${index}-${'v'.repeat(200)}`,
    ]),
  );

  it('C8 C16 are all there, in a stable order, in a file and not in the environment', async () => {
    const path = putBelow(world, many, 'String');
    const loaded = await loadProfile(world, { profile: { 'parameters-path': path } });
    expectSuccess(loaded.step);
    expect(valuesOf(loaded)).toEqual(many);
    expect(parametersOf(loaded).map(({ name }) => name)).toEqual(Object.keys(many).sort());
    expect(loaded.step.env).toEqual({});
    expect(world.aws.journal.of('ssm', 'GetParametersByPath')).toHaveLength(100);
  });

  it('C8 are asked for ten by ten where they are references', async () => {
    const path = putBelow(world, many);
    const parameters = Object.fromEntries(Object.keys(many).map((name) => [name, { ssm: `${path}${name}` }]));
    const loaded = await loadProfile(world, { profile: { parameters } });
    expectSuccess(loaded.step);
    expect(valuesOf(loaded)).toEqual(many);
    expect(world.aws.journal.of('ssm', 'GetParameters')).toHaveLength(100);
  });
});

describe('the name of a parameter', () => {
  it('C15 may have all that ${param:…} can spell, and folders', async () => {
    const values = { 'a.b-c_d': 'canary-dots', 'folder/deep/key': 'canary-folders', Upper: 'canary-upper' };
    const loaded = await loadProfile(world, { profile: { 'parameters-path': putBelow(world, values) } });
    expectSuccess(loaded.step);
    expect(valuesOf(loaded)).toEqual(values);
  });

  it('C15 is an error where ${param:…} cannot spell it', async () => {
    const path = putBelow(world, { é: 'canary-accent' });
    const loaded = await loadProfile(world, { profile: { 'parameters-path': path } });
    expect(await expectLoadFailure(loaded, 'E_PARAMETER')).toContain('é');
    expectNoSecret(loaded.step, 'canary-accent');
  });

  it('is that of the explicit parameter where both have it', async () => {
    const path = putBelow(world, { env: 'from-path', other: 'canary-other' }, 'String');
    const loaded = await loadProfile(world, { profile: { 'parameters-path': path, parameters: { env: 'explicit' } } });
    expect(valuesOf(loaded)).toEqual({ env: 'explicit', other: 'canary-other' });
  });

  it('is below the path, not beside it', async () => {
    world.aws.ssm.put(ACCOUNTS.dev, REGION, '/side/dev/key', 'right', { type: 'String' });
    world.aws.ssm.put(ACCOUNTS.dev, REGION, '/side/development/key', 'wrong', { type: 'String' });
    const loaded = await loadProfile(world, { profile: { 'parameters-path': '/side/dev/' } });
    expect(valuesOf(loaded)).toEqual({ key: 'right' });
  });
});

describe('SSM that does not give a parameter', () => {
  it.each(
    sampleOf([
      ['denied', /kms:Decrypt/],
      ['disabled', /disabled/],
      ['pending-deletion', /delet/],
      ['missing-key', /not exist|missing|gone|deleted/],
    ] as const),
  )('C6 says which key cannot be used where it is %s', async (reason, words) => {
    const path = putBelow(world, { good: 'canary-good-value', bad: 'canary-bad-value' });
    world.aws.ssm.failDecryption(`${path}bad`, { keyId: 'k-1234-abcd', reason });
    for (const profile of [
      { 'parameters-path': path },
      { parameters: { good: { ssm: `${path}good` }, bad: { ssm: `${path}bad` } } },
    ]) {
      const loaded = await loadProfile(world, { profile, inputs: { 'export-credentials': 'true' } });
      const text = await expectLoadFailure(loaded, 'E_SSM_DECRYPT');
      expect(text).toContain('k-1234-abcd');
      expect(text).toMatch(words);
      expect(text).toContain('kms:Decrypt');
      if ('parameters' in profile) expect(text).toContain(`${path}bad`);
      expectNoSecret(loaded.step, 'canary-good-value', 'canary-bad-value');
    }
  });

  it('C10 is asked again where it throttles every third call', async () => {
    const values = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`k${index}`, `canary-${index}`]));
    const path = putBelow(world, values);
    const fault = world.aws.faults.add({ service: 'ssm', every: 3, code: 'ThrottlingException' });
    const loaded = await loadProfile(world, { profile: { 'parameters-path': path } });
    expectSuccess(loaded.step);
    expect(valuesOf(loaded)).toEqual(values);
    expect(fault.hits).toBeGreaterThan(0);
  });

  it('C10 is given up where it throttles for ever, and the error counts the calls', async () => {
    const path = putBelow(world, { key: 'canary-throttled' });
    const fault = world.aws.faults.add({ service: 'ssm', code: 'ThrottlingException' });
    const loaded = await loadProfile(world, { profile: { 'parameters-path': path } });
    const text = await expectLoadFailure(loaded, 'E_THROTTLED');
    expect(text).toContain(String(fault.hits));
    expect(fault.hits).toBeGreaterThan(3);
  });

  it('C11 is not asked for ever where its pages go round in a circle', async () => {
    const path = putBelow(
      world,
      Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`k${index}`, `canary-${index}`])),
    );
    world.aws.ssm.loopTokens = true;
    const text = await expectLoadFailure(
      await loadProfile(world, { profile: { 'parameters-path': path } }),
      'E_SSM_PATH',
    );
    expect(text).toContain(path.slice(0, -1));
    expect(world.aws.journal.of('ssm').length).toBeLessThan(20);
  });

  it('C12 names each parameter that is missing, with the region', async () => {
    const parameters = { one: { ssm: '/nowhere/one' }, two: { ssm: '/nowhere/two' } };
    const text = await expectLoadFailure(await loadProfile(world, { profile: { parameters } }), 'E_SSM_MISSING');
    for (const word of ['/nowhere/one', '/nowhere/two', REGION]) expect(text).toContain(word);
  });

  it('C12 names the region where the parameter is in another one', async () => {
    world.aws.ssm.put(ACCOUNTS.dev, 'eu-west-1', '/elsewhere/key', 'canary-elsewhere', { type: 'SecureString' });
    const profile = { parameters: { key: { ssm: '/elsewhere/key' } } };
    const text = await expectLoadFailure(await loadProfile(world, { profile }), 'E_SSM_MISSING');
    expect(text).toContain(REGION);
    const right = await loadProfile(world, { profile: { ...profile, region: 'eu-west-1' } });
    expect(valuesOf(right)).toEqual({ key: 'canary-elsewhere' });
  });

  it.each([
    ['ssm:GetParametersByPath', (path: string) => ({ 'parameters-path': path })],
    ['ssm:GetParameters', (path: string) => ({ parameters: { key: { ssm: `${path}key` } } })],
  ] as const)('C12 says which action on what is denied: %s', async (action, profileOf) => {
    const path = putBelow(world, { key: 'canary-denied' });
    world.aws.ssm.deny({ pathPrefix: path.slice(0, -1), action });
    const text = await expectLoadFailure(await loadProfile(world, { profile: profileOf(path) }), 'E_AWS_DENIED');
    expect(text).toContain(action);
    expect(text).toMatch(new RegExp(`${path.slice(1, -1)}`));
  });

  it('E23 is asked again after an error of its own and a cut connection', async () => {
    const path = putBelow(world, { key: 'canary-patience' });
    world.aws.faults.add({ service: 'ssm', times: 1, status: 500 });
    world.aws.faults.add({ service: 'ssm', after: 1, times: 1, closeConnection: true });
    const loaded = await loadProfile(world, { profile: { 'parameters-path': path } });
    expectSuccess(loaded.step);
    expect(valuesOf(loaded)).toEqual({ key: 'canary-patience' });
  });
});

describe('parameters that are written while they are read', () => {
  const values = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`k${index + 10}`, `old-${index}`]));
  /** Writes a parameter of the first page whenever the second one is asked for, so many times. */
  const writeMeanwhile = (path: string, times: number) => {
    let written = 0;
    const match = (params: Record<string, unknown>) => {
      const isSecond = params['Path'] === path && params['NextToken'] !== undefined;
      if (isSecond && written < times) {
        written += 1;
        world.aws.ssm.put(ACCOUNTS.dev, REGION, `${path}k20`, `new-${written}`, { type: 'String' });
      }
      return false;
    };
    return world.aws.faults.add({ service: 'ssm', action: 'GetParametersByPath', match });
  };

  it('are read again until they are of one moment', async () => {
    const path = putBelow(world, values, 'String');
    const fault = writeMeanwhile(path, 1);
    const loaded = await loadProfile(world, { profile: { 'parameters-path': path } });
    fault.remove();
    expectSuccess(loaded.step);
    expect(valuesOf(loaded)).toEqual({ ...values, k20: 'new-1' });
    const reads = world.aws.journal.of('ssm', 'GetParametersByPath').filter(({ params }) => params['Path'] === path);
    expect(reads.length).toBeGreaterThan(3);
    expect(loaded.step.summary).toMatch(/Profile dev: 25 parameters \(25 of SSM\), names and versions `[0-9a-f]{12}`/);
  });

  it('are refused where they never are', async () => {
    const path = putBelow(world, values, 'String');
    const fault = writeMeanwhile(path, Number.POSITIVE_INFINITY);
    const loaded = await loadProfile(world, { profile: { 'parameters-path': path } });
    fault.remove();
    expect(await expectLoadFailure(loaded, 'E_SSM_PATH')).toContain('mix old and new values');
  });
});
