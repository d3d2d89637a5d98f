import { describe, expect, it } from 'vitest';
import { LONG_WAIT_MS } from '../../../core/stack/wait.ts';
import { untilSettled } from '../../../io/aws/settled.ts';
import { stackView } from '../../core/stack/sample-stack.ts';

const MINUTE = 60_000;

/** CloudFormation that deletes a stack for some time (milliseconds); time passes only where it is waited. */
function deletionOf(duration: number) {
  let time = 0;
  const spoken: number[] = [];
  const source = {
    find: async () => stackView({ status: time < duration ? 'DELETE_IN_PROGRESS' : 'DELETE_COMPLETE' }),
    newestEvent: async () => undefined,
  };
  const parts = {
    onWait: () => spoken.push(time),
    now: () => time,
    pause: async (ms: number) => {
      time += ms;
    },
  };
  return { source, parts, spoken };
}

describe('a stack whose functions hold network interfaces', () => {
  it('G5 is waited for as long as AWS takes over them, and said so every half a minute', async () => {
    const { source, parts, spoken } = deletionOf(45 * MINUTE);
    const stack = await untilSettled(source, 'api-dev', { ...parts, budgetMs: LONG_WAIT_MS });
    expect(stack?.status).toBe('DELETE_COMPLETE');
    const gaps = spoken.map((time, index) => time - (spoken[index - 1] ?? 0));
    expect(spoken.length).toBeGreaterThan(45);
    expect(Math.max(...gaps)).toBeLessThan(MINUTE);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(MINUTE / 2);
  });

  it('G5 is given up no sooner than after an hour, with the word that CloudFormation goes on', async () => {
    const { source, parts, spoken } = deletionOf(24 * 60 * MINUTE);
    await expect(untilSettled(source, 'api-dev', { ...parts, budgetMs: LONG_WAIT_MS })).rejects.toMatchObject({
      code: 'E_STACK_STATE',
      message: expect.stringContaining('CloudFormation goes on'),
    });
    expect(spoken.at(-1)).toBeGreaterThan(60 * MINUTE);
  });
});
