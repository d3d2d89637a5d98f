import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../local-aws/tap.ts';
import { sampleOf } from '../sample.ts';
import { startWorld, type World } from '../world/world.ts';
import {
  cancelAt,
  indexesTo,
  inLanes,
  isLockFree,
  leftRunning,
  notedOutput,
  notingOutput,
  pointsOver,
} from './fault-points.ts';
import { recordOf } from './planted-state.ts';
import {
  expectDeployed,
  forgetStage,
  openReaderPreview,
  READER_FILES,
  type ReaderPreview,
  stacksOf,
} from './reader-preview.ts';
import { annotationsOf, expectSuccess } from './verdict.ts';

/** Half of them are of a first deploy, half of an update. */
const POINTS = 20;
/** Each is a first deploy that is cancelled, and an update. */
const PAIRS = sampleOf(indexesTo(POINTS / 2), 3);
const VERSIONS = ['one', 'three'] as const;
const CONSOLE = /https:\/\/\S*console\.aws\.amazon\.com\/cloudformation\S*/;

interface Point {
  readonly name: string;
  readonly version: string;
  readonly at: number;
  readonly when: 'before' | 'after';
  /** Whose calls AWS does not answer any more. */
  readonly cutOff?: readonly Caller[];
}

let world: World;
let runs = 7000;
/** What failed, by the name of the point. */
const failures = new Map<string, unknown>();

beforeAll(async () => {
  // So long that CloudFormation is still at it when a cancelled deploy has ended.
  world = await startWorld({ files: READER_FILES, resourceDelayMs: 800, resourceDelays: { Slow: 6000 } });
  const versions = [...VERSIONS, 'slow'];
  const first = await openReaderPreview(world, 'feature/first', versions);
  const lanes = [first, await openReaderPreview(world, 'feature/second', versions)];
  const [creates, updates] = [await callsOf(first, 'one'), await callsOf(first, 'three')];
  forgetStage(world, first);
  const spread = [pointsOver(creates.length, POINTS), pointsOver(updates.length, POINTS)] as const;
  const pairs = PAIRS.map((half) =>
    VERSIONS.map((version, which) => {
      const { index, ...point } = spread[which === 0 ? 0 : 1][2 * half + which] as (typeof spread)[0][number];
      return { ...point, name: String(index), version };
    }),
  );
  const at = creates.findIndex((call) => call.includes('CreateStack database')) + 1;
  const cutOff: Point = { name: 'cut off', version: 'slow', at, when: 'after', cutOff: ['action', 'child'] };
  await inLanes(lanes, [...pairs, [cutOff]], async (points, lane) => {
    for (const point of points) await cancelAndDeploy(lane, point);
    forgetStage(world, lane);
  });
});
afterAll(() => world.close());

/** The calls of a deploy that nothing disturbs. */
async function callsOf(lane: ReaderPreview, version: string): Promise<readonly string[]> {
  const { tap, step } = await lane.deploy(version, { run: ++runs, attempt: 1 });
  expectSuccess(await step.result);
  await tap.close();
  return tap.calls;
}

/** Cancels a deploy at a point, and tells whether it ended as it must, and whether the next run goes on at once. */
async function cancelAndDeploy(lane: ReaderPreview, { name, version, at, when, cutOff }: Point): Promise<void> {
  const run = ++runs;
  const noted = join(lane.job.temp, `noted-${run}`);
  const env = notingOutput(noted);
  const start: Parameters<typeof cancelAt>[0] = (strike) => lane.deploy(version, { run, attempt: 1 }, { strike, env });
  const { step, tap } = await cancelAt(start, { at, when }, cutOff);
  const moving = stacksOf(world, lane.stage).filter(({ status }) => status.endsWith('_IN_PROGRESS'));
  const isFree = isLockFree(world, lane.path);
  const statusOf = (service: string) => String(recordOf(world, `${lane.path}/${service}`)?.['status'] ?? 'no record');
  const records: Record<string, string> = { database: statusOf('database'), api: statusOf('api') };
  const left = await leftRunning(step, lane.workspace(version));
  world.github.runs.set(run, { attempt: 1, status: 'completed', conclusion: 'cancelled' });
  const next = await lane.deploy(version, { run, attempt: 2 });
  const after = await next.step.result;
  await next.tap.close();
  try {
    expect(step.conclusion).toBe('cancelled');
    expect(step.outputs['status']).toBe('failed');
    expect(step.cancelledBy, 'it ends by itself').toBe('SIGINT');
    expect(left, 'processes that are left').toEqual([]);
    for (const stack of moving) {
      const service = stack.name.split('-')[0] ?? '';
      const warning = annotationsOf(step, 'warning').find(({ message }) => message.includes(service));
      expect(warning?.message).toMatch(/CloudFormation .*goes on/);
      expect(warning?.message).toMatch(CONSOLE);
      const said = notedOutput(noted).find(({ text }) => CONSOLE.test(text));
      expect(said, 'it says so').toBeDefined();
      if (cutOff === undefined) expect(records[service]).toBe('interrupted');
    }
    if (cutOff === undefined) {
      expect(isFree, 'whether the lock is free').toBe(true);
      expect(Object.values(records).join(), 'what the records say').not.toMatch(/deploying|failed/);
    } else {
      expect(moving).toHaveLength(1);
    }
    expect(after.log).not.toContain('which changes this stage');
    expectSuccess(after);
    expectDeployed(world, lane, version);
    expect(next.tap.overlaps).toEqual([]);
  } catch (error) {
    const place = `cancelled ${when} call ${at}, ${tap.struck}; records then: ${JSON.stringify(records)}`;
    const text = `${place}: ${(error as Error).message}\n${step.log}\nThe next run:\n${after.log}`;
    failures.set(name, new Error(text, { cause: error }));
  }
}

function expectPoint(name: string): void {
  if (failures.has(name)) throw failures.get(name);
}

describe('F1 a deploy that is cancelled', () => {
  it.each(PAIRS.flatMap((half) => [2 * half, 2 * half + 1]))(
    `F1 at point %i of ${POINTS} ends in time, says what goes on, and lets the next run go on at once`,
    (index) => expectPoint(String(index)),
  );

  it('F1 ends in time where AWS does not answer any more, and lets the next run go on', () => expectPoint('cut off'));
});
