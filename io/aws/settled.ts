import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../core/errors.ts';
import type { StackEvent } from '../../core/stack/failure.ts';
import { isTerminal, type StackView } from '../../core/stack/status.ts';

/** Told every half a minute what is waited for: the stack as it is, and its newest event where there is one. */
export type OnWait = (stack: StackView, newest: StackEvent | undefined) => void;

/** What is asked of CloudFormation while it is waited for. */
export interface StackSource {
  find(name: string): Promise<StackView | undefined>;
  newestEvent(id: string): Promise<StackEvent | undefined>;
}

export interface WaitParts {
  /** Longest time, in milliseconds. */
  readonly budgetMs: number;
  readonly onWait: OnWait;
  /** Milliseconds since some moment. */
  readonly now?: () => number;
  /** Lets time pass, in milliseconds. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

const HEARTBEAT_MS = 30_000;
const FIRST_DELAY_MS = 2000;
const LONGEST_DELAY_MS = 15_000;

/**
 * Looks at a stack until it is in no operation (undefined: there is none). Throws E_STACK_STATE after `budgetMs`; what
 * CloudFormation does goes on then.
 */
export async function untilSettled(
  { find, newestEvent }: StackSource,
  name: string,
  { budgetMs, onWait, now = Date.now, pause = sleep }: WaitParts,
): Promise<StackView | undefined> {
  const start = now();
  let spoken = start;
  for (let delay = FIRST_DELAY_MS; ; delay = Math.min(delay * 1.5, LONGEST_DELAY_MS)) {
    const stack = await find(name);
    if (stack === undefined || isTerminal(stack.status)) {
      return stack;
    }
    if (now() - start > budgetMs) {
      throw busy(stack, budgetMs);
    }
    if (now() - spoken >= HEARTBEAT_MS) {
      onWait(stack, await newestEvent(stack.id).catch(() => undefined));
      spoken = now();
    }
    await pause(delay * (0.75 + Math.random() / 2));
  }
}

function busy(stack: StackView, budgetMs: number): UserError {
  return new UserError('E_STACK_STATE', {
    what: `the stack ${stack.name} is ${stack.status} for more than ${Math.round(budgetMs / 60_000)} minutes`,
    why: 'CloudFormation goes on with it',
    fix: 'run again when CloudFormation is done with it',
  });
}
