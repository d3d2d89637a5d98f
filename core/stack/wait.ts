import type { StackEvent } from './failure.ts';
import type { StackView } from './status.ts';

/**
 * Longest time that a deletion, or a rollback, is waited for, in milliseconds: the network interfaces of a function in a VPC
 * alone take up to 45 minutes.
 */
export const LONG_WAIT_MS = 90 * 60_000;

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
