import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sampleSize } from '../sample.ts';
import { failedByThemselves, findFaults, leftBeforeSweep, newestFor, responsibleFor } from './checks.ts';
import { beginPlay, HAPPENINGS, type Happening, type Play, playHistory, settle } from './history.ts';
import type { WorldOptions } from './world.ts';

const SEED = Number(process.env['PREVIEWS_SEED'] ?? 20261125);
/** Files that play histories side by side, each with a seed of its own. */
const PARTS = 4;
const RUNS = Number(process.env['PREVIEWS_RUNS'] ?? sampleSize(10_000, 600)) / PARTS;
/** Where fast-check goes at once, to play a failure again. */
const PATH = process.env['PREVIEWS_PATH'];

const options: fc.Arbitrary<WorldOptions> = fc.record({
  seed: fc.nat(),
  pullRequests: fc.integer({ min: 1, max: 2 }),
  services: fc.constantFrom(1, 1, 2),
  ownedBy: fc.constantFrom('branch', 'branch', 'pull-request'),
  isGrouped: fc.constantFrom(false, false, true),
  hasSource: fc.boolean(),
  hasFaults: fc.constantFrom(false, false, false, true),
  hasLag: fc.boolean(),
  reviewHasTags: fc.boolean(),
  cancelledGoesOn: fc.boolean(),
  stickiness: fc.constantFrom(0, 0.5, 0.9),
});

const weights: Partial<Record<Happening['what'], number>> = { push: 4, close: 6, reopen: 4, kill: 4, cancel: 3 };
const happening: fc.Arbitrary<Happening> = fc.record({
  after: fc.oneof(fc.nat(6), fc.nat(40), fc.nat(90)),
  isSudden: fc.boolean(),
  what: fc.constantFrom(...HAPPENINGS.flatMap((what) => Array.from({ length: weights[what] ?? 1 }, () => what))),
  which: fc.nat(3),
});
const histories = fc.oneof(
  fc.array(happening, { minLength: 1, maxLength: 3, size: 'max' }),
  fc.array(happening, { minLength: 3, maxLength: 9, size: 'max' }),
);

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const listeners = new Map(SIGNALS.map((signal) => [signal, process.listeners(signal)]));

beforeAll(() => {
  // The world has its own time; what the product repeats by intervals says so to people, or looks for a CLI that hangs.
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
});

afterAll(() => {
  vi.useRealTimers();
  // The farewells of processes that were killed are never said: not by the end of this process either.
  for (const signal of SIGNALS) {
    for (const listener of process.listeners(signal)) {
      if (!listeners.get(signal)?.includes(listener)) {
        process.off(signal, listener);
      }
    }
  }
});

/** Plays a history, then one sweep, then, where that is allowed to be needed, the newest run once more. */
async function judge(play: Play): Promise<void> {
  const { world, actions } = play;
  await playHistory(play);
  expect(leftBeforeSweep(play), 'what is left of what is not wanted, before the sweep').toEqual([]);
  world.isCalm = true;
  world.scheduler.note('all that ran has ended: sweep');
  actions.start({ type: 'sweep' });
  await settle(play);
  const { left, missing } = findFaults(world);
  const owed = [...missing].flatMap(([ref, what]) =>
    responsibleFor(ref, play).map(({ name, status }) => `${what} is not there, and ${name} said "${status}"`),
  );
  expect({ left, owed, failed: failedByThemselves(play) }).toEqual({ left: [], owed: [], failed: [] });
  for (const ref of missing.keys()) {
    await runAgain(play, ref);
  }
  const after = findFaults(world);
  const wrong = { left: after.left, missing: [...after.missing], failed: failedByThemselves(play) };
  expect(wrong).toEqual({ left: [], missing: [], failed: [] });
}

async function runAgain(play: Play, ref: string): Promise<void> {
  const newest = newestFor(ref, play);
  if (newest !== undefined) {
    play.world.scheduler.note(`${newest.name} is run again, because nobody has deployed ${ref}`);
    play.actions.rerun(newest, {});
    await settle(play);
  }
}

/** Tells a failure with what went on in the world. */
function told(error: unknown, { world }: Play): Error {
  const { message } = error as Error;
  const { actual } = error as { actual?: unknown };
  return new Error(`${message}\n${JSON.stringify(actual, undefined, 1) ?? ''}\n${world.scheduler.tell()}`);
}

/** Declares the test that plays one part of the random histories. */
export function playPart(part: 1 | 2 | 3 | 4): void {
  it(`F3 F4 F16 F20 ends as GitHub wants it, in ${RUNS} random histories (part ${part})`, async () => {
    let steps = 0;
    const property = fc.asyncProperty(options, histories, async (how, history) => {
      const play = beginPlay(how, history);
      try {
        await judge(play);
      } catch (error) {
        throw told(error, play);
      } finally {
        steps += play.world.scheduler.steps;
        play.world.clear();
        vi.clearAllTimers();
      }
    });
    const replay = PATH === undefined ? {} : { path: PATH, endOnFailure: true };
    await fc.assert(property, { numRuns: RUNS, seed: SEED + part - 1, ...replay });
    expect(steps / RUNS, 'steps of a history').toBeGreaterThan(50);
  });
}
