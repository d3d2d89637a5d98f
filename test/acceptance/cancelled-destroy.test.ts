import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { startWorld, type World } from '../world/world.ts';
import {
  cancelAt,
  indexesTo,
  inLanes,
  isLockFree,
  leftRunning,
  lockOf,
  notedOutput,
  notingOutput,
  pointsOver,
} from './fault-points.ts';
import { leftOf, openRemovalJob, plantGonePreview, type RemovalJob } from './gone-preview.ts';
import { previewsFile } from './plant.ts';
import { annotationsOf, expectSuccess } from './verdict.ts';

const POINTS = 10;
const INDEXES = sampleOf(indexesTo(POINTS), 4);
const CONSOLE = /https:\/\/\S*console\.aws\.amazon\.com\/cloudformation\S*/;

let world: World;
let runs = 7000;
/** What failed, by the point. */
const failures = new Map<number, unknown>();

beforeAll(async () => {
  world = await startWorld({ files: previewsFile(), resourceDelays: { Slow: 1500 } });
  const first = await openRemovalJob(world, 'feature/one');
  const lanes = [first, await openRemovalJob(world, 'feature/two')];
  const points = pointsOver(await countCalls(first), POINTS).filter(({ index }) => INDEXES.includes(index));
  await inLanes(lanes, points, cancelAndDestroy);
});
afterAll(() => world.close());

/** How many calls a destroy makes that nothing disturbs. */
async function countCalls(lane: RemovalJob): Promise<number> {
  const preview = await plantGonePreview(world, 'feature/whole');
  const { tap, step } = await lane.destroy({ run: ++runs, attempt: 1 }, preview);
  expectSuccess(await step.result);
  await tap.close();
  return tap.calls.length;
}

/** Cancels the destroy of a preview of its own, and tells whether it ended as it must, and whether the next run goes on at once. */
async function cancelAndDestroy(
  { index, at, when }: ReturnType<typeof pointsOver>[number],
  lane: RemovalJob,
): Promise<void> {
  const run = ++runs;
  const preview = await plantGonePreview(world, `cancelled/${index}`, true);
  const noted = join(lane.job.temp, `noted-${run}`);
  const env = notingOutput(noted);
  const start: Parameters<typeof cancelAt>[0] = (strike) => lane.destroy({ run, attempt: 1 }, preview, { strike, env });
  const { step, tap } = await cancelAt(start, { at, when });
  const moving = Object.entries(preview.stacks).filter(
    ([, id]) => world.aws.stacks.find(id)?.status === 'DELETE_IN_PROGRESS',
  );
  const isFree = isLockFree(world, preview.path);
  const isAllGone = leftOf(world, preview).every((name) => name === lockOf(preview.path));
  const left = await leftRunning(step, lane.job.temp);
  world.github.runs.set(run, { attempt: 1, status: 'completed', conclusion: 'cancelled' });
  const next = await lane.destroy({ run, attempt: 2 }, preview);
  const after = await next.step.result;
  await next.tap.close();
  try {
    expect(step.conclusion).toBe('cancelled');
    // Cancelled while it gives the lock back, it may still say that it has removed everything, and only then.
    expect(isAllGone ? ['removed', 'failed'] : ['failed']).toContain(step.outputs['status']);
    expect(step.cancelledBy, 'it ends by itself').toBe('SIGINT');
    expect(left, 'processes that are left').toEqual([]);
    for (const [service] of moving) {
      const warning = annotationsOf(step, 'warning').find(({ message }) => message.includes(service));
      expect(warning?.message).toMatch(/CloudFormation goes on/);
      expect(warning?.message).toMatch(CONSOLE);
      const said = notedOutput(noted).find(({ text }) => CONSOLE.test(text));
      expect(said, 'it says so').toBeDefined();
    }
    expect(isFree, 'whether the lock is free').toBe(true);
    expect(after.log).not.toContain('which changes this stage');
    expectSuccess(after);
    expect(after.outputs['status']).toMatch(/^(removed|nothing)$/);
    expect(leftOf(world, preview)).toEqual([]);
    expect(next.tap.overlaps).toEqual([]);
  } catch (error) {
    const place = `cancelled ${when} call ${at}, ${tap.struck}`;
    const text = `${place}: ${(error as Error).message}\n${step.log}\nThe next run:\n${after.log}`;
    failures.set(index, new Error(text, { cause: error }));
  }
}

describe('F1 a destroy that is cancelled', () => {
  it.each(INDEXES)(
    `F1 at point %i of ${POINTS} ends in time, says what goes on, and lets the next run go on at once`,
    (index) => {
      if (failures.has(index)) throw failures.get(index);
    },
  );
});
