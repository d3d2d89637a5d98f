import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StackView } from '../../../../core/stack/status.ts';
import { watchCli } from '../../../../stage/deploy/service/watchdog.ts';

const stack = (status: string, changed = '2026-11-25T10:05:00.000Z'): StackView => ({
  name: 'shop-dev',
  id: 'arn:aws:cloudformation:us-east-1:111111111111:stack/shop-dev/1',
  status,
  changed,
  created: '2026-11-25T00:00:00.000Z',
  exports: {},
  isProtected: false,
  outputs: {},
});
const BEFORE = stack('UPDATE_COMPLETE', '2026-11-24T10:00:00.000Z');

const LOOK_MS = 10_000;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Watches a stack that is found in these statuses, one a look and the last one from then on; says what it was ended at. */
async function watched(statuses: readonly string[], before: StackView | undefined, changed?: string) {
  const left = [...statuses];
  const ends: string[] = [];
  const find = async () => stack((left.length > 1 ? left.shift() : left[0]) ?? '', changed);
  const stop = watchCli({ find }, 'shop-dev', before, ({ status }) => ends.push(status), LOOK_MS);
  await vi.advanceTimersByTimeAsync(20 * LOOK_MS);
  stop();
  return ends;
}

describe('the watch over a CLI', () => {
  it.each([
    'UPDATE_ROLLBACK_FAILED',
    'UPDATE_ROLLBACK_COMPLETE',
    'ROLLBACK_COMPLETE',
    'UPDATE_FAILED',
    'DELETE_FAILED',
  ])('E16 ends it once where the stack stays %s', async (status) => {
    expect(await watched(['UPDATE_IN_PROGRESS', status], BEFORE)).toEqual([status]);
  });

  it.each([
    'UPDATE_COMPLETE',
    'CREATE_COMPLETE',
    'UPDATE_IN_PROGRESS',
    'UPDATE_ROLLBACK_IN_PROGRESS',
    'REVIEW_IN_PROGRESS',
  ])('leaves it alone in %s', async (status) => {
    expect(await watched([status], BEFORE)).toEqual([]);
    expect(await watched([status], undefined)).toEqual([]);
  });

  it('leaves it alone where the stack failed before, and nothing has begun since', async () => {
    const failed = stack('UPDATE_ROLLBACK_COMPLETE', BEFORE.changed);
    expect(await watched([failed.status], failed, failed.changed)).toEqual([]);
  });

  it('leaves it alone where the stack fails for a moment only', async () => {
    const statuses = ['UPDATE_FAILED', 'UPDATE_FAILED', 'UPDATE_ROLLBACK_IN_PROGRESS'];
    expect(await watched(statuses, BEFORE)).toEqual([]);
  });

  it('goes on where AWS does not answer', async () => {
    let looks = 0;
    const ends: string[] = [];
    const find = async () => {
      looks += 1;
      if (looks % 2 === 0) throw new Error('throttled');
      return stack('ROLLBACK_COMPLETE');
    };
    const stop = watchCli({ find }, 'shop-dev', undefined, ({ status }) => ends.push(status), LOOK_MS);
    await vi.advanceTimersByTimeAsync(20 * LOOK_MS);
    stop();
    expect(ends).toEqual(['ROLLBACK_COMPLETE']);
  });
});
