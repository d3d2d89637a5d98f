import { exportInUse, firstFailure, nestedStackOf, type StackEvent } from './failure.ts';

/** What is asked of CloudFormation about a failure. */
export interface FailureSource {
  /** Events of a stack after a time (milliseconds since 1970). */
  events(id: string, since: number): Promise<readonly StackEvent[]>;
  /** Names of the stacks that import an export. */
  importers(name: string): Promise<readonly string[]>;
}

/** Nested stacks are at most so deep here; CloudFormation's own limits end them long before. */
const MAX_DEPTH = 10;

/**
 * Finds what went wrong first with a stack after a time (milliseconds since 1970): down to the resource in the innermost
 * nested stack, and with all importers of an export that is in use.
 */
export async function findFirstFailure(
  stacks: FailureSource,
  stack: string,
  since: number,
  depth = 0,
): Promise<StackEvent | undefined> {
  const first = firstFailure(await stacks.events(stack, since), since);
  if (first === undefined) {
    return undefined;
  }
  const nested = depth < MAX_DEPTH ? nestedStackOf(first, stack) : undefined;
  const inner = nested === undefined ? undefined : await findFirstFailure(stacks, nested, since, depth + 1);
  return inner === undefined
    ? withImporters(first, stacks)
    : { ...inner, logicalId: `${first.logicalId}/${inner.logicalId}` };
}

/** An export that others use cannot change: who they are is asked, because the event names one of them at the most. */
async function withImporters(event: StackEvent, stacks: FailureSource): Promise<StackEvent> {
  const name = exportInUse(event.reason);
  const importers = name === undefined ? [] : await stacks.importers(name).catch(() => []);
  return importers.length === 0 ? event : { ...event, reason: `${event.reason} (imported by ${importers.join(', ')})` };
}
