import type { StackEvent } from './failure.ts';
import type { StackView } from './status.ts';

/** Says what is waited for, and how long ago something happened last; `now` in milliseconds since 1970. */
export function describeWait(stack: StackView, newest: StackEvent | undefined, now: number): string {
  const state = `waiting: the stack ${stack.name} is ${stack.status}`;
  if (newest === undefined) {
    return state;
  }
  const seconds = Math.max(0, Math.round((now - newest.time) / 1000));
  return `${state}; its last event was ${seconds} s ago (${newest.logicalId} ${newest.status})`;
}
