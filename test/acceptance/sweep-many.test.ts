import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewStageName } from '../../core/stage/name.ts';
import { sampleOf } from '../sample.ts';
import { startWorld, type World } from '../world/world.ts';
import { plantStage, previewsFile } from './plant.ts';
import { ledgerNames } from './planted-state.ts';
import { type RemovalRun, removalOf, sweep } from './removal.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const ORPHANS = 300;
/** Branches in the order of their age, which is not the order of their names. */
const branches = Array.from({ length: ORPHANS }, (_, index) => `orphan/${(index * 7919) % 1000}`);
const stageOf = (branch: string) => previewStageName(`refs/heads/${branch}`, 20);
const oldest = (from: number, to: number) => branches.slice(from, to).map(stageOf);

let world: World;
let run: RemovalRun;
let questions: number;
beforeAll(async () => {
  world = await startWorld({ files: previewsFile() });
  for (const branch of branches) {
    await plantStage(world, `refs/heads/${branch}`, [{ name: 'api', recordOnly: true }]);
    world.aws.clock.advance(60_000);
  }
  const before = world.github.journal.length;
  run = await sweep(world);
  questions = world.github.journal.length - before;
});
afterAll(() => world.close());

const removedBy = ({ step }: RemovalRun) => JSON.parse(step.outputs['removed'] ?? '') as string[];

describe('G11 a sweep of 300 stages that nobody wants', () => {
  it('removes 50 of them, the oldest', () => {
    expectSuccess(run.step);
    expect(run.step.outputs['status']).toBe('removed');
    expect(removedBy(run).toSorted()).toEqual(oldest(0, 50).toSorted());
    expect(new Set(ledgerNames(world).map((name) => name.split('/')[4]))).toEqual(new Set(oldest(50, ORPHANS)));
  });

  it('says how many are left to the next run: in the result, the log and the summary', () => {
    expect(removalOf(run.step).more).toBe(250);
    expect(run.step.log).toMatch(/250 more/);
    expect(run.step.summary).toMatch(/250/);
  });

  it('asks GitHub few questions', () => {
    expect(questions).toBeLessThan(150);
  });

  it('goes on with the next ones, as many as `limit` says, oldest first', async () => {
    const next = await sweep(world, { inputs: { limit: '3' } });
    expectSuccess(next.step);
    expect(removedBy(next)).toEqual(oldest(50, 53));
    expect(removalOf(next.step).more).toBe(247);
  });

  it('plans as many as `limit` says with `dry-run`', async () => {
    const { step } = await sweep(world, { inputs: { limit: '2', 'dry-run': 'true' } });
    expect(step.outputs['status']).toBe('planned');
    expect(removalOf(step).stages.map(({ stage, status }) => [stage, status])).toEqual(
      oldest(53, 55).map((stage) => [stage, 'planned']),
    );
    expect(removalOf(step).more).toBe(245);
  });

  it.each(sampleOf(['0', '-1', '1.5', 'all']))('takes no limit of %s', async (limit) => {
    const before = ledgerNames(world);
    const { step, calls } = await sweep(world, { inputs: { limit } });
    expect(expectFailure(step, 'E_INPUT').message).toContain('"limit"');
    expect(calls).toEqual([]);
    expect(ledgerNames(world)).toEqual(before);
  });
});
