import type { Schedule } from '../graph/schedule.ts';

export interface ProgressParts {
  readonly label: (id: string) => string;
  /** How many tasks there are. */
  readonly total: number;
  /** When each running task started, in milliseconds of the same clock as `now`. */
  readonly started: ReadonlyMap<string, number>;
  readonly now: number;
}

/** Most names that a line has; of a large application nobody reads them all. */
const MAX_NAMES = 6;

/** Says in one line who is running and for how long, who waits for whom, and how much is done. */
export function describeProgress(schedule: Schedule, { label, total, started, now }: ProgressParts): string {
  const seconds = (id: string) => Math.round((now - (started.get(id) ?? now)) / 1000);
  const running = schedule.running.map((id) => `${label(id)}${seconds(id) > 0 ? ` (${seconds(id)} s)` : ''}`);
  const waiting = schedule.waiting();
  const forOthers = waiting.filter(({ on }) => on.length > 0);
  const names = forOthers.map(({ id, on }) => `${label(id)} for ${some(on.map(label), ', ')}`);
  const forSlots = waiting.length - forOthers.length;
  const parts = [
    running.length === 0 ? '' : `running: ${some(running, ', ')}`,
    names.length === 0 ? '' : `waiting: ${some(names, '; ')}`,
    forSlots === 0 ? '' : `${forSlots} to start`,
    `done: ${total - running.length - waiting.length} of ${total}`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function some(names: readonly string[], separator: string): string {
  const rest = names.length - MAX_NAMES;
  return [...names.slice(0, MAX_NAMES), ...(rest > 0 ? [`${rest} more`] : [])].join(separator);
}
