import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { startWorld, type World } from '../world/world.ts';
import { expectDecision, filled, resolveStage } from './resolve-stage-run.ts';
import { expectFailure, expectNoSecret } from './verdict.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('GitHub that does not answer', () => {
  const dispatch = () => resolveStage(world, world.dispatchRun('refs/heads/master'), { stage: 'staging' });
  const asked = () => world.github.journal.length;

  it.each(
    sampleOf([
      ['an error of its own', { kind: 'status', status: 500 } as const],
      ['an HTML page', { kind: 'html', status: 502 } as const],
      ['a cut connection', { kind: 'reset' } as const],
    ]),
  )('H2 with %s is asked again', async (_what, fault) => {
    world.github.faults.next(fault);
    expectDecision(await dispatch(), { decision: 'deploy' });
  });

  it('H3 with its secondary limit is asked again when it says', async () => {
    world.github.faults.next({ kind: 'secondary-limit', retryAfter: 1 });
    expectDecision(await dispatch(), { decision: 'deploy' });
  });

  it('H3 with its hourly limit is an error and no wait of 40 minutes', async () => {
    world.github.faults.next({ kind: 'primary-limit', resetIn: 2400 }, { times: 10 });
    try {
      expect(expectFailure(await dispatch(), 'E_GITHUB').message).toMatch(/limit/);
    } finally {
      world.github.faults.clear();
    }
  });

  it('H2 follows a repository that was renamed', async () => {
    world.github.faults.next({ kind: 'moved' });
    expectDecision(await dispatch(), { decision: 'deploy' });
  });

  it.each([
    [401, /github-token|token/],
    [403, /permissions|contents: read/],
  ])('H1 with %i is an error that says what to do, after one call', async (status, words) => {
    const before = asked();
    world.github.faults.next({ kind: 'status', status }, { times: 3 });
    try {
      const step = await dispatch();
      expect(expectFailure(step, 'E_GITHUB').message).toMatch(words);
      expect(filled(step)).toEqual({ decision: 'error', error: expect.stringMatching(/^E_/) });
      expect(asked() - before).toBe(1);
      expectNoSecret(step, world.github.token);
    } finally {
      world.github.faults.clear();
    }
  });

  it('D1 gives no token away in debug', async () => {
    world.github.faults.next({ kind: 'status', status: 401 }, { times: 3 });
    const run = { ...world.dispatchRun('refs/heads/master'), debug: true };
    const step = await resolveStage(world, run, { stage: 'staging' });
    world.github.faults.clear();
    expect(step.exitCode).not.toBe(0);
    expectNoSecret(step, world.github.token);
  });
});
