import type { StepResult } from '../runner/run-options.ts';
import { isWrite, type Spoilt, WRONG, type Wrong } from './doors.ts';
import { inLanes } from './fault-points.ts';
import { annotationsOf } from './verdict.ts';

export interface WalkCase extends Spoilt {
  readonly name: string;
}

/** Each call with each wrong answer; a write also with what it wrote there. */
export function casesOf(calls: readonly string[], kinds = Object.keys(WRONG) as readonly Wrong[]): WalkCase[] {
  return calls.flatMap((call) =>
    kinds.flatMap((wrong) => {
      const reached = wrong === 'cut' ? [true] : isWrite(call) ? [false, true] : [false];
      return reached.map((done) => ({
        call,
        wrong,
        done,
        name: `${wrong}${done ? ', though done,' : ''} for ${call}`,
      }));
    }),
  );
}

/** Walks the cases in lanes; returns what failed, each with its case. */
export async function walk<Lane>(
  lanes: readonly Lane[],
  cases: readonly WalkCase[],
  work: (spoilt: WalkCase, lane: Lane) => Promise<void>,
): Promise<string[]> {
  const failed: string[] = [];
  await inLanes(lanes, cases, async (spoilt, lane) => {
    await work(spoilt, lane).catch((error: Error) => void failed.push(`${spoilt.name}: ${shown(error)}`));
  });
  return failed;
}

/** An error's message, with the lines in which what came and what was expected differ. */
function shown(error: Error): string {
  const { actual, expected } = error as { actual?: unknown; expected?: unknown };
  const lines = (value: unknown) =>
    (typeof value === 'string' ? value : (JSON.stringify(value, null, 1) ?? '')).split('\n');
  const [came, wanted] = [lines(actual), lines(expected)];
  const only = (some: string[], others: string[]) =>
    some.filter((line) => !others.includes(line)).map((line) => line.trim());
  return `${error.message}\n  came: ${only(came, wanted).join(' | ')}\n  expected: ${only(wanted, came).join(' | ')}`;
}

/** The codes of a step's errors; none for a success. */
export function codesOf(step: StepResult): string[] {
  return annotationsOf(step, 'error').map(({ message }) => /^E_[A-Z_]+/.exec(message)?.[0] ?? message);
}

/** What a run says, with names in place of what is its own; times are left out. */
export function general(value: unknown, names: Readonly<Record<string, string>>): unknown {
  const text = Object.entries(names)
    .reduce((all, [name, own]) => all.replaceAll(own, name), JSON.stringify(value))
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, 'UUID');
  return JSON.parse(text, (key, inner) => (key === 'seconds' ? 0 : inner)) as unknown;
}
