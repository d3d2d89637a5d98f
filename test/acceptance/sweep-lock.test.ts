import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewStageName } from '../../core/stage/name.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Planted, plantStage, previewsFile } from './plant.ts';
import { answerOnceDeleted, ledgerNames, lockHolder, stateOfStage, writeLock } from './planted-state.ts';
import { destroy, pullWithStage, type RemovalRun, sweep } from './removal.ts';
import { expectSuccess } from './verdict.ts';

const API = [{ name: 'api' }];

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: previewsFile() });
  answerOnceDeleted(world);
});
afterAll(() => world.close());

const ledgerOf = ({ path }: Planted) => ledgerNames(world).filter((name) => name.startsWith(`${path}/`));
const removedBy = ({ step }: RemovalRun) => JSON.parse(step.outputs['removed'] ?? '') as string[];
const isGone = ({ stacks }: Planted) =>
  Object.values(stacks).every((id) => world.aws.stacks.find(id)?.status === 'DELETE_COMPLETE');

/** Waits until something is so; a sweep that never comes to it fails the test. */
async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; !isSo(); await sleep(20))
    if (Date.now() > end) throw new Error('not so in 20 s');
}
/** Waits until a sweep has looked at a stage's lock. */
function lookedAt({ path }: Pick<Planted, 'path'>): Promise<void> {
  const lock = `${path}/_repository/1001/lock`;
  return until(() => world.aws.journal.of('ssm').some(({ params }) => params['Name'] === lock));
}
/** The place of a branch's preview, nothing in it yet but the lock of a run. */
function lockedBy(run: number, branch: string): Pick<Planted, 'stage' | 'path'> {
  const stage = previewStageName(`refs/heads/${branch}`, 20);
  const path = `/serverless-stages/workshop/preview/${stage}`;
  writeLock(world, { path }, run);
  world.github.runs.set(run, { status: 'in_progress' });
  return { stage, path };
}

describe('a sweep beside runs that are at work', () => {
  it('F4 waits for the lock of a first deploy, and keeps what that made; others are removed meanwhile', async () => {
    const branch = 'feature/first-deploy';
    world.repository.commit(branch, { 'note.txt': '' });
    await world.github.pulls.open({ head: branch, base: 'master' });
    const place = lockedBy(91, branch);
    const other = await plantStage(world, 'refs/heads/feature/other', API);
    const sweeping = sweep(world);
    await lookedAt(place);
    await until(() => isGone(other));
    const made = await plantStage(world, `refs/heads/${branch}`, API);
    const before = stateOfStage(world, made);
    writeLock(world, place);
    const run = await sweeping;
    expectSuccess(run.step);
    expect(removedBy(run)).toEqual([other.stage]);
    expect(stateOfStage(world, made)).toEqual(before);
    expect(lockHolder(world, made)).toBeUndefined();
  });

  it('F4 removes, of a stage that nobody wants, also what a run deployed while the sweep waited for it', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/late', API);
    await world.github.pulls.close(pull.number);
    lockedBy(92, 'feature/late');
    const sweeping = sweep(world);
    await lookedAt(planted);
    const late = await plantStage(world, 'refs/heads/feature/late', [{ name: 'tasks', needs: ['api'] }]);
    writeLock(world, planted);
    const run = await sweeping;
    expectSuccess(run.step);
    expect(removedBy(run)).toEqual([planted.stage]);
    expect([isGone(planted), isGone(late)]).toEqual([true, true]);
    expect(ledgerOf(planted)).toEqual([]);
  });

  it('F3 two sweeps at once remove each stage once, and both succeed', async () => {
    const stages = await Promise.all(
      ['one', 'two', 'three'].map((name) => plantStage(world, `refs/heads/feature/both/${name}`, API)),
    );
    const context = world.otherRun('schedule', 'refs/heads/master');
    const options = { resolve: { sweep: 'true' }, inputs: { expired: 'true' } };
    for (const run of [93, 94]) world.github.runs.set(run, { status: 'in_progress' });
    const runs = await Promise.all(['93', '94'].map((runId) => destroy(world, { ...context, runId }, options)));
    for (const { step } of runs) expectSuccess(step);
    const names = stages.map(({ stage }) => stage).toSorted();
    expect([...new Set(runs.flatMap(removedBy))].toSorted()).toEqual(names);
    for (const planted of stages) {
      expect(isGone(planted)).toBe(true);
      expect(ledgerOf(planted)).toEqual([]);
      const id = planted.stacks['api'];
      const deletions = world.aws.journal.of('cloudformation', 'DeleteStack');
      expect(deletions.filter(({ params }) => params['StackName'] === id)).toHaveLength(1);
    }
  });
});
