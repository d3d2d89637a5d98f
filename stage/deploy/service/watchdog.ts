import { isSuccess, isTerminal, type StackView } from '../../../core/stack/status.ts';
import type { StackReader } from '../../../io/aws/cloudformation.ts';

/** How often the stack is looked at while the CLI works on it, in milliseconds. */
const LOOK_MS = 10_000;
/** How often in a row a stack has to be found failed before the CLI is ended: it ends by itself within seconds. */
const LOOKS = 4;

/**
 * Watches a stack while the CLI deploys it and calls `end` where the CLI goes on although CloudFormation has failed for
 * good: some versions poll for ever then. A stack that is complete ends nobody: plugins may still be at work. Returns the
 * way to stop watching.
 */
export function watchCli(
  stacks: Pick<StackReader, 'find'>,
  name: string,
  before: StackView | undefined,
  end: (stack: StackView) => void,
  lookMs = LOOK_MS,
): () => void {
  let failed = 0;
  const timer = setInterval(() => {
    stacks.find(name).then(
      (stack) => {
        failed = stack !== undefined && hasFailed(stack, before) ? failed + 1 : 0;
        if (stack !== undefined && failed === LOOKS) {
          end(stack);
        }
      },
      // AWS does not answer just now: the next look tells.
      () => undefined,
    );
  }, lookMs);
  return () => clearInterval(timer);
}

/** Whether an operation that began after `before` has come to a bad end. */
function hasFailed(stack: StackView, before: StackView | undefined): boolean {
  const isOurs = before?.id !== stack.id || before.changed !== stack.changed;
  const isBegun = stack.status !== 'REVIEW_IN_PROGRESS';
  return isOurs && isBegun && isTerminal(stack.status) && !isSuccess(stack.status);
}
