import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StepResult } from '../runner/run-options.ts';
import { sampleOf } from '../sample.ts';
import { startWorld, type World } from '../world/world.ts';
import { actionOf, endAction, indexesTo, inLanes, pointsOver, type RunningAttempt } from './fault-points.ts';
import { type GonePreview, leftOf, openRemovalJob, plantGonePreview, type RemovalJob } from './gone-preview.ts';
import { previewsFile } from './plant.ts';
import { expectSuccess } from './verdict.ts';

/** Points whose next run is the destroy again, and points whose next run is the sweep; so many of the latter share one. */
const DESTROYED = 64;
const SWEPT = 36;
const TOGETHER = 12;
const OF_DESTROY = sampleOf(indexesTo(DESTROYED), 8);
const OF_SWEEP = sampleOf(indexesTo(SWEPT), 6);

interface Point {
  readonly name: string;
  readonly at: number;
  readonly when: 'before' | 'after';
  /** Whether CloudFormation takes so long that it is still at it when the next run comes. */
  readonly slow?: boolean;
}

let world: World;
let runs = 7000;
/** What failed, by the name of the point. */
const failures = new Map<string, unknown>();
let moments: Point['when'][] = [];

/** Kills at every point, two destroys at a time. */
async function killEverywhere(): Promise<void> {
  const lanes = [await openRemovalJob(world, 'feature/one'), await openRemovalJob(world, 'feature/two')];
  const calls = await countCalls(lanes[0] as RemovalJob);
  const slow = { at: calls.findIndex((call) => call.includes('DeleteStack')) + 1, when: 'after', slow: true } as const;
  const chosen = (kind: 'destroy' | 'sweep', count: number, indexes: readonly number[]): Point[] => {
    const all = pointsOver(calls.length, count).map((one) => ({ ...one, name: `${kind} ${one.index}` }));
    return indexes.map((index) => all[index] as Point);
  };
  const destroyed = chosen('destroy', DESTROYED, OF_DESTROY);
  await inLanes(lanes, [...destroyed, { ...slow, name: 'destroy slow' }], (point, lane) =>
    tryPoints([point], async () => {
      const killed = await killDestroy(lane, point);
      const again = point.at % 2 === 0 ? { run: ++runs, attempt: 1 } : { run: killed.run, attempt: 2 };
      await expectMended([killed], await lane.destroy(again, killed.preview), /^(removed|nothing)$/);
    }),
  );
  const swept = chosen('sweep', SWEPT, OF_SWEEP);
  moments = [...destroyed, ...swept].map(({ when }) => when);
  for (let first = 0; first < swept.length; first += TOGETHER) {
    const points = [...swept.slice(first, first + TOGETHER), ...(first === 0 ? [{ ...slow, name: 'sweep slow' }] : [])];
    await tryPoints(points, async () => {
      const killed: Killed[] = [];
      await inLanes(lanes, points, async (point, lane) => void killed.push(await killDestroy(lane, point)));
      await expectMended(
        killed,
        await (lanes[0] as RemovalJob).sweep({ run: ++runs, attempt: 1 }),
        /^(removed|nothing)$/,
      );
    });
  }
}

/** The calls of a destroy that nothing disturbs. */
async function countCalls(lane: RemovalJob): Promise<readonly string[]> {
  const preview = await plantGonePreview(world, 'feature/whole');
  const { tap, step } = await lane.destroy({ run: ++runs, attempt: 1 }, preview);
  expectSuccess(await step.result);
  expect(leftOf(world, preview)).toEqual([]);
  await tap.close();
  return tap.calls;
}

async function tryPoints(points: readonly Point[], work: () => Promise<void>): Promise<void> {
  await work().catch((error) => {
    for (const { name } of points) failures.set(name, error);
  });
}

interface Killed {
  readonly run: number;
  readonly preview: GonePreview;
  readonly place: string;
  readonly overlaps: readonly string[];
}

/** Kills the destroy of a preview of its own. */
async function killDestroy(lane: RemovalJob, { name, at, when, slow = false }: Point): Promise<Killed> {
  const run = ++runs;
  const preview = await plantGonePreview(world, name.replace(' ', '/'), slow);
  const act = () => endAction(actionOf(String(run), '1'), 'process');
  const { tap, step } = await lane.destroy({ run, attempt: 1 }, preview, { strike: { at, when, act } });
  const { signal } = await step.result;
  await tap.close();
  expect(signal, `${name} was not killed at call ${at} of ${tap.calls.length}`).toBe('SIGKILL');
  world.github.runs.set(run, { attempt: 1, status: 'completed', conclusion: 'cancelled' });
  return { run, preview, place: `${name}, killed ${when} call ${at}, ${tap.struck}`, overlaps: tap.overlaps };
}

/** Expects that a run leaves nothing of what others that were killed had begun to remove. */
async function expectMended(killed: readonly Killed[], next: RunningAttempt, status: RegExp): Promise<void> {
  const step: StepResult = await next.step.result;
  await next.tap.close();
  try {
    expectSuccess(step);
    expect(step.outputs['status']).toMatch(status);
    expect(killed.flatMap(({ preview }) => leftOf(world, preview))).toEqual([]);
    expect([...killed.flatMap(({ overlaps }) => overlaps), ...next.tap.overlaps]).toEqual([]);
  } catch (error) {
    const places = killed.map(({ place }) => place).join('\n');
    throw new Error(`${places}: ${(error as Error).message}\n${step.log}`, { cause: error });
  }
}

function expectPoint(name: string): void {
  const failure = failures.get(name);
  if (failure !== undefined) throw failure;
}

// Which process is the action is asked of /proc.
describe.runIf(process.platform === 'linux')('F2 F13 a destroy that is killed', () => {
  beforeAll(async () => {
    world = await startWorld({ files: previewsFile(), resourceDelayMs: 0, resourceDelays: { Slow: 1500 } });
    await killEverywhere();
  });
  afterAll(() => world.close());

  it('F2 F13 is killed before and after calls', () => {
    expect(new Set(moments)).toEqual(new Set(['before', 'after']));
  });

  it.each(OF_DESTROY)(`F2 F13 at point %i of ${DESTROYED} is ended by the same destroy, run again`, (index) => {
    expectPoint(`destroy ${index}`);
  });

  it.each(OF_SWEEP)(`F2 F13 at point %i of ${SWEPT} is ended by the sweep`, (index) => {
    expectPoint(`sweep ${index}`);
  });

  it.each(['destroy', 'sweep'])('F2 F13 while CloudFormation deletes is ended by the next %s', (next) => {
    expectPoint(`${next} slow`);
  });
});
