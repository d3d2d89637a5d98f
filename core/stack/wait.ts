import type { StackEvent } from './failure.ts';
import type { StackView } from './status.ts';

/**
 * Says what is waited for, and how long ago something happened last (`now` in milliseconds since 1970); `run` is where a
 * person sees who may be at it, empty or undefined where that is this run.
 */
export function describeWait(stack: StackView, newest: StackEvent | undefined, now: number, run = ''): string {
  const state = `waiting: the stack ${stack.name} is ${stack.status}`;
  const seconds = newest === undefined ? 0 : Math.max(0, Math.round((now - newest.time) / 1000));
  const event =
    newest === undefined ? '' : `; its last event was ${seconds} s ago (${newest.logicalId} ${newest.status})`;
  return `${state}${event}${run === '' ? '' : `; the last run of it: ${run}`}`;
}
