import { afterAll, describe, expect, it } from 'vitest';
import type { GithubFault } from '../local-github/faults.ts';
import type { RunContext } from '../runner/run-options.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Planted, plantStage, previewsFile } from './plant.ts';
import { answerOnceDeleted, lockHolder, stateOfAws, stateOfStage } from './planted-state.ts';
import { destroy, pullWithStage, type RemovalOptions, stagesIn } from './removal.ts';
import { annotationsOf, changesIn, expectFailure, expectSuccess } from './verdict.ts';

const ALWAYS = { times: Number.POSITIVE_INFINITY };
const worlds: World[] = [];
afterAll(() => Promise.all(worlds.map((world) => world.close())));

interface Scene {
  readonly world: World;
  /** Stages that nobody wants. */
  readonly unwanted: readonly Planted[];
  sweep(options?: RemovalOptions, context?: Partial<RunContext>): ReturnType<typeof destroy>;
}
/** A world of its own, because faults are a world's: two stages to remove, and one of an open pull request. */
async function scene(): Promise<Scene> {
  const world = await startWorld({ files: previewsFile() });
  worlds.push(world);
  answerOnceDeleted(world);
  const closed = await pullWithStage(world, 'feature/closed', [{ name: 'api' }]);
  await world.github.pulls.close(closed.pull.number);
  const gone = await plantStage(world, 'refs/heads/feature/gone', [{ name: 'api' }]);
  await pullWithStage(world, 'feature/open', [{ name: 'api' }]);
  return {
    world,
    unwanted: [closed.planted, gone],
    sweep: (options, context) =>
      destroy(
        world,
        { ...world.otherRun('schedule', 'refs/heads/master'), ...context },
        { resolve: { sweep: 'true' }, inputs: { expired: 'true' }, ...options },
      ),
  };
}
const isRemoved = ({ aws }: World, { stacks }: Planted) =>
  aws.stacks.find(stacks['api'] ?? '')?.status === 'DELETE_COMPLETE';

/** What a sweep asks before it takes any lock. */
const QUESTIONS: readonly [what: string, path: RegExp][] = [
  ['what the repository is', /^\/repos\/acme\/workshop$/],
  ['which pull requests are open', /\/pulls\?state=open&(?!head)/],
  ['which branches there are', /\/git\/matching-refs\//],
  ['the head of the default branch', /\/git\/ref\/heads%2Fmaster/],
  ['what the configuration holds', /\/contents\//],
];
/** How GitHub fails, and with what the sweep does; 404 is what a token gets that may not read, and may mean what it says. */
const ANSWERS: readonly [GithubFault, RegExp][] = [
  [{ kind: 'status', status: 500 }, /^E_GITHUB: /],
  [{ kind: 'status', status: 403 }, /^E_GITHUB: /],
  [{ kind: 'primary-limit', resetIn: 3000 }, /^E_GITHUB: /],
  [{ kind: 'status', status: 404 }, /^E_(GITHUB|CONFIG_FILE): /],
];

describe('G10 the sweep, where GitHub does not answer', () => {
  it.concurrent('asks again, and goes on, where a connection stays open without an answer', async () => {
    const { world, sweep } = await scene();
    const beforeDestroy = () => world.github.faults.next({ kind: 'timeout' });
    const { step } = await sweep({ beforeDestroy }, { timeout: 120_000 });
    expectSuccess(step);
    expect(step.outputs['status']).toBe('removed');
  });

  it.concurrent.each(QUESTIONS)('destroys nothing where 500, 403, a limit or 404 answers %s', async (_what, path) => {
    const { world } = await scene();
    const before = stateOfAws(world);
    const context = world.otherRun('schedule', 'refs/heads/master');
    const resolve = await world.job(context).run({ action: 'resolve-stage', inputs: { sweep: 'true' } });
    const { configuration = '', environment = '' } = resolve.outputs;
    const job = world.job(world.withIdToken(context, environment));
    const profile = await job.run({ action: 'load-profile', inputs: { configuration } });
    const { 'credentials-file': file = '' } = profile.outputs;
    for (const [fault, error] of ANSWERS) {
      const asked = world.github.journal.length;
      world.github.faults.next(fault, { ...ALWAYS, path });
      const given = { configuration, 'credentials-file': file, expired: 'true' };
      const step = await job.run({ action: 'destroy-stage', inputs: given });
      world.github.faults.clear();
      const what = JSON.stringify(fault);
      const refused = world.github.journal.slice(asked).filter((call) => path.test(call.path));
      expect(refused.length, `asked: ${what}`).toBeGreaterThan(0);
      expect(annotationsOf(step, 'error').map(({ message }) => message)).toEqual([expect.stringMatching(error)]);
      expect([step.exitCode, step.outputs['status']], what).toEqual([1, 'failed']);
      expect(stateOfAws(world), what).toEqual(before);
    }
    await job.finish();
  });

  it.concurrent('destroys nothing while no answer comes', async () => {
    const { world, sweep } = await scene();
    const before = stateOfAws(world);
    const beforeDestroy = () => world.github.faults.next({ kind: 'timeout' }, ALWAYS);
    const { step, calls } = await sweep({ beforeDestroy }, { timeout: 5000 });
    expect(step.conclusion).not.toBe('success');
    expect(changesIn(calls)).toEqual([]);
    expect(stateOfAws(world)).toEqual(before);
  });

  it.concurrent.each([500, 403])(
    'keeps a stage that %i is the answer about under its lock; others go',
    async (status) => {
      const { world, unwanted, sweep } = await scene();
      const { planted: half, pull } = await pullWithStage(world, 'feature/half-known', [{ name: 'api' }]);
      await world.github.pulls.close(pull.number);
      const before = stateOfStage(world, half);
      const beforeDestroy = () =>
        world.github.faults.next({ kind: 'status', status }, { ...ALWAYS, path: /feature(%2F|\/)half-known/ });
      const { step } = await sweep({ beforeDestroy });
      expectFailure(step, 'E_GITHUB');
      expect(step.outputs['status']).toBe('failed');
      expect(JSON.stringify(stagesIn(step)[half.stage])).toContain('"code":"E_GITHUB"');
      expect(stateOfStage(world, half)).toEqual(before);
      expect(lockHolder(world, half)).toBeUndefined();
      expect(unwanted.map((planted) => isRemoved(world, planted))).toEqual([true, true]);
      expect(JSON.parse(step.outputs['removed'] ?? '').toSorted()).toEqual(
        unwanted.map(({ stage }) => stage).toSorted(),
      );
    },
  );

  it.concurrent('keeps all stages where GitHub stops answering once the list is made', async () => {
    const { world, unwanted, sweep } = await scene();
    const before = stateOfAws(world, { locks: false });
    const match = ({ Name }: Record<string, unknown>) => {
      if (String(Name).endsWith('/lock')) world.github.faults.next({ kind: 'status', status: 403 }, ALWAYS);
      return false;
    };
    const beforeDestroy = () => void world.aws.faults.add({ service: 'ssm', action: 'PutParameter', match });
    const { step } = await sweep({ beforeDestroy });
    expect(annotationsOf(step, 'error').map(({ message }) => message.split(':')[0])).toEqual(['E_GITHUB']);
    expect(step.exitCode).toBe(1);
    expect(step.outputs['removed']).toBe('[]');
    expect(stateOfAws(world, { locks: false })).toEqual(before);
    expect(unwanted.map((planted) => lockHolder(world, planted))).toEqual([undefined, undefined]);
  });
});
