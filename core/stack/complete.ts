import { isEmptyStack } from './empty-stack.ts';
import type { StackView } from './status.ts';

/**
 * Returns a stack that is there and was made whole at least once, undefined for any other: one that was made empty, and not
 * deployed into yet, was not.
 */
export function completeStack(stack: StackView | undefined): StackView | undefined {
  const isGone = stack === undefined || /^(DELETE|REVIEW|CREATE_(FAILED|IN)|ROLLBACK)/.test(stack.status);
  return isGone || isEmptyStack(stack) ? undefined : stack;
}
