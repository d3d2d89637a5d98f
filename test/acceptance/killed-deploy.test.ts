import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { startWorld, type World } from '../world/world.ts';
import { actionOf, endAction, indexesTo, inLanes, pointsOver } from './fault-points.ts';
import { expectDeployed, forgetStage, openReaderPreview, READER_FILES, type ReaderPreview } from './reader-preview.ts';
import { expectSuccess } from './verdict.ts';

/** Points of a first deploy, and as many of one that updates. */
const POINTS = 50;
const INDEXES = sampleOf(indexesTo(POINTS), 6);
const KINDS = ['a first deploy', 'an update'] as const;
const HOWS = ['process', 'machine'] as const;

interface Point {
  readonly name: string;
  /** The version that is deployed. */
  readonly version: string;
  readonly at: number;
  readonly when: 'before' | 'after';
  /** Whether what the action started lives on. */
  readonly how: (typeof HOWS)[number];
}

let world: World;
let runs = 7000;
/** What failed, by the name of the point. */
const failures = new Map<string, unknown>();
let pairs: (readonly [Point, Point])[] = [];

/** Kills at every point, in two previews at a time. */
async function killEverywhere(): Promise<void> {
  const versions = ['one', 'three', 'slow'];
  const lanes = [
    await openReaderPreview(world, 'feature/first', versions),
    await openReaderPreview(world, 'feature/second', versions),
  ];
  const calls = await callsOf(lanes[0] as ReaderPreview);
  const updates = pointsOf(calls[1], 'three', KINDS[1]);
  const firsts = pointsOf(calls[0], 'one', KINDS[0]);
  pairs = INDEXES.map((index) => [firsts[index] as Point, updates[index] as Point] as const);
  await inLanes(lanes, pairs, async ([first, second], lane) => {
    await killAndDeploy(lane, first);
    if (failures.has(first.name)) await deployAnew(lane, 'one');
    await killAndDeploy(lane, second);
    forgetStage(world, lane);
  });
  await inLanes(lanes, HOWS, async (how, lane) => {
    for (const [index, kind] of KINDS.entries()) {
      if (kind === 'an update') await deployAnew(lane, 'one');
      const at = (calls[index]?.findIndex((call) => /(Create|Update)Stack database/.test(call)) ?? 0) + 1;
      await killAndDeploy(lane, { name: `${kind} slow ${how}`, version: 'slow', at, when: 'after', how });
      forgetStage(world, lane);
    }
  });
}

/** Points over all calls of a deploy; who dies takes turns, and the other one does at the same point of the other kind. */
function pointsOf(calls: readonly string[], version: string, kind: (typeof KINDS)[number]): Point[] {
  return pointsOver(calls.length, POINTS).map(({ index, at, when }) => {
    const turn = Math.floor(index / 2) + (kind === 'an update' ? 1 : 0);
    return { name: `${kind} ${index}`, version, at, when, how: turn % 2 === 0 ? 'process' : 'machine' };
  });
}

/** The calls of a first deploy and of an update that nothing disturbs. */
async function callsOf(lane: ReaderPreview): Promise<[readonly string[], readonly string[]]> {
  const calls: (readonly string[])[] = [];
  for (const version of ['one', 'three']) {
    const { tap, step } = await lane.deploy(version, { run: ++runs, attempt: 1 });
    expectSuccess(await step.result);
    calls.push(tap.calls);
    await tap.close();
  }
  forgetStage(world, lane);
  return [calls[0] ?? [], calls[1] ?? []];
}

/** Deploys a version as if nothing had been before. */
async function deployAnew(lane: ReaderPreview, version: string): Promise<void> {
  forgetStage(world, lane);
  const { tap, step } = await lane.deploy(version, { run: ++runs, attempt: 1 });
  expectSuccess(await step.result.finally(tap.close));
}

/** Kills a deploy, and tells whether the next run brings the stage to the same version without anybody's hand. */
async function killAndDeploy(lane: ReaderPreview, point: Point): Promise<void> {
  const { name, at, when, how, version } = point;
  const run = ++runs;
  const act = () => endAction(actionOf(String(run), '1'), how);
  const killed = await lane.deploy(version, { run, attempt: 1 }, { strike: { at, when, act } });
  const { signal } = await killed.step.result;
  world.github.runs.set(run, { attempt: 1, status: 'completed', conclusion: 'cancelled' });
  const next = await lane.deploy(version, at % 2 === 0 ? { run: ++runs, attempt: 1 } : { run, attempt: 2 });
  const step = await next.step.result;
  await Promise.all([killed.tap.close(), next.tap.close()]);
  try {
    expect(signal, `${name} was not killed at call ${at} of ${killed.tap.calls.length}`).toBe('SIGKILL');
    expectSuccess(step);
    expect(step.outputs['status']).toMatch(/^(deployed|unchanged)$/);
    expectDeployed(world, lane, version);
    expect([...killed.tap.overlaps, ...next.tap.overlaps]).toEqual([]);
  } catch (error) {
    const place = `${how} killed ${when} call ${at}, ${killed.tap.struck}`;
    failures.set(name, new Error(`${place}: ${(error as Error).message}\n${step.log}`, { cause: error }));
  }
}

function expectPoint(name: string): void {
  if (failures.has(name)) throw failures.get(name);
}

// Who is whose child, so who dies with a machine, is asked of /proc.
describe.runIf(process.platform === 'linux')('F2 F13 a deploy that is killed', () => {
  beforeAll(async () => {
    world = await startWorld({ files: READER_FILES, resourceDelays: { Slow: 1500 } });
    await killEverywhere();
  });
  afterAll(() => world.close());

  it('F2 F13 is killed before and after calls, alone and with all that it started', () => {
    const kinds = new Set(pairs.flat().map(({ when, how }) => `${how} ${when}`));
    expect([...kinds].sort()).toEqual(['machine after', 'machine before', 'process after', 'process before']);
  });

  describe.each(KINDS)('F2 F13 %s', (kind) => {
    it.each(INDEXES)(`F2 F13 at point %i of ${POINTS} is mended by the next run`, (index) =>
      expectPoint(`${kind} ${index}`),
    );

    it.each(HOWS)('F2 F13 (%s) while CloudFormation goes on is mended by the next run', (how) => {
      expectPoint(`${kind} slow ${how}`);
    });
  });
});
