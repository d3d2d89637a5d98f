import { describe, expect, it } from 'vitest';
import { describeWait } from '../../../core/stack/wait.ts';
import { stackEvent, stackView } from './sample-stack.ts';

const NOW = Date.UTC(2026, 10, 25, 12);
const stack = stackView({ status: 'DELETE_IN_PROGRESS' });
const minutesAgo = (minutes: number) => stackEvent({ time: NOW - minutes * 60_000, status: 'DELETE_IN_PROGRESS' });

describe('what is said while a stack is waited for', () => {
  it('names the stack, its status, and what happened last', () => {
    const text = describeWait(stack, minutesAgo(3), NOW);
    for (const word of [stack.name, 'DELETE_IN_PROGRESS', 'Uploads']) expect(text).toContain(word);
  });

  it('G5 says how long ago that was', () => {
    const short = describeWait(stack, minutesAgo(3), NOW);
    const long = describeWait(stack, minutesAgo(45), NOW);
    expect(short).toMatch(/\b(3 min|180 s)/);
    expect(long).toMatch(/\b(45 min|2700 s)/);
  });

  it.each([0, -1])('says nothing odd of an event that is %i minutes old, by a clock that differs', (minutes) => {
    expect(describeWait(stack, minutesAgo(minutes), NOW)).not.toMatch(/-\d+ |NaN|undefined/);
  });

  it('says what it can where nothing has happened yet', () => {
    const text = describeWait(stack, undefined, NOW);
    expect(text).toContain(stack.name);
    expect(text).toContain('DELETE_IN_PROGRESS');
    expect(text).not.toMatch(/undefined|NaN/);
  });

  it('is one line', () => {
    expect(describeWait(stack, minutesAgo(3), NOW)).not.toMatch(/[\r\n]/);
  });
});
