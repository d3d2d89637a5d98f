import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../runner/run-options.ts';
import { sampleOf } from '../sample.ts';
import { startWorld, type World } from '../world/world.ts';
import { openDoors } from './doors.ts';
import { keysIn, loadProfile, putBelow, valuesOf } from './load-profile-run.ts';
import { openPull } from './resolve-stage-run.ts';
import { expectSuccess } from './verdict.ts';
import { casesOf, type WalkCase, walk } from './walk.ts';

type Lane = Awaited<ReturnType<typeof openDoors>>;
let world: World;
let lanes: Lane[] = [];
beforeAll(async () => {
  world = await startWorld();
  lanes = [await openDoors(world), await openDoors(world)];
});
afterAll(async () => {
  await Promise.all(lanes.map((doors) => doors.close()));
  await world.close();
});

describe('resolve-stage', () => {
  const pull = async (head: string, action: 'synchronize' | 'closed') => {
    const number = await openPull(world, head);
    if (action === 'closed') await world.github.pulls.close(number);
    return world.pullRequestRun(number, action);
  };
  /** A run, its inputs, what is decided, and calls that it makes. */
  const RUNS: readonly [string, () => RunContext | Promise<RunContext>, Record<string, string>, string, string[]][] = [
    ['an open pull request', () => pull('feature/open', 'synchronize'), {}, 'deploy', ['github GET /pulls/N']],
    ['a closed pull request', () => pull('feature/closed', 'closed'), {}, 'destroy', ['github GET /pulls/N']],
    ['a push', () => world.pushRun('master'), { stage: 'dev' }, 'deploy', ['github GET /git/ref/heads/BRANCH']],
    ['a deleted branch', () => world.deleteRun('feature/none'), {}, 'destroy', ['github GET /git/ref/heads/BRANCH']],
    ['the sweep', () => world.otherRun('schedule', 'refs/heads/master'), { sweep: 'true' }, 'sweep', ['github GET']],
  ];

  it.each(RUNS)(
    'for %s decides as ever, whichever answer is a wrong one once',
    async (_what, make, inputs, decision, some) => {
      const context = await make();
      const resolve = async (doors: Lane, spoilt?: WalkCase) => {
        doors.begin(spoilt);
        const step = await doors.world.job(context).run({ action: 'resolve-stage', inputs });
        return { step, hits: doors.hits, calls: doors.calls };
      };
      const usual = await resolve(lanes[0] as Lane);
      expect(usual.step.outputs, usual.step.log).toMatchObject({ decision });
      expect(usual.calls).toEqual(expect.arrayContaining(some));
      const failed = await walk(lanes, sampleOf(casesOf(usual.calls), 6), async (spoilt, doors) => {
        const { step, hits } = await resolve(doors, spoilt);
        expectSuccess(step);
        expect(hits, 'the call that is answered wrongly').toBe(1);
        expect(step.outputs).toEqual(usual.step.outputs);
      });
      expect(failed).toEqual([]);
    },
  );
});

describe('load-profile', () => {
  it('gives the same profile, whichever answer is a wrong one once', async () => {
    const path = putBelow(world, { one: 'canary-one', 'folder/two': 'canary-two' });
    const profile = { 'parameters-path': path, parameters: { three: { ssm: `${path}one` }, four: 'plain' } };
    const load = async (doors: Lane, spoilt?: WalkCase) => {
      doors.begin(spoilt);
      const loaded = await loadProfile(doors.world, { profile });
      return { loaded, hits: doors.hits, calls: doors.calls };
    };
    const told = ({ loaded }: Awaited<ReturnType<typeof load>>) => {
      const { 'credentials-file': file, 'parameters-file': _file, ...outputs } = loaded.step.outputs;
      return { outputs, values: valuesOf(loaded), keys: Object.keys(keysIn(file)) };
    };
    const usual = await load(lanes[0] as Lane);
    expectSuccess(usual.loaded.step);
    expect(usual.calls).toEqual(
      expect.arrayContaining([
        'oidc GET /idtoken?api-version&audience',
        'aws sts:AssumeRoleWithWebIdentity',
        `aws ssm:GetParametersByPath ${path}`,
      ]),
    );
    const failed = await walk(lanes, sampleOf(casesOf(usual.calls), 10), async (spoilt, doors) => {
      const run = await load(doors, spoilt);
      expectSuccess(run.loaded.step);
      expect(run.hits, 'the call that is answered wrongly').toBe(1);
      expect(told(run)).toEqual(told(usual));
    });
    expect(failed).toEqual([]);
  });
});
