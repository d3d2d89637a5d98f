import type { Before, NoWayBack } from '../../../core/deploy/way-back.ts';
import type { DeploymentRecord } from '../../../core/ledger/record.ts';
import type { PackagedService } from '../../../core/serverless/state.ts';
import { isSuccess, isTerminal, type StackView } from '../../../core/stack/status.ts';
import type { Place } from '../../../io/aws/place.ts';
import type { Deployed } from '../service/deploy-package.ts';
import type { Deploying } from '../service/records.ts';

/** A service whose stack a run has updated. */
export interface Updated {
  /** How the log calls it. */
  readonly label: string;
  readonly region: string;
  readonly packaged: Pick<PackagedService, 'folder' | 'directory' | 'provider'>;
  /** Its stack as it was. */
  readonly before: Before | NoWayBack;
  /** The same as the run left it. */
  readonly after: StackView;
  /** What its record says now, and said before the run. */
  readonly now: Deploying;
  readonly record: DeploymentRecord | undefined;
}

/**
 * Returns what a deploy has made of a stack, also if a check of it failed then; undefined if the stack is what it was. One whose end is not
 * known has no way back.
 */
export async function updateOf(
  found: StackView | undefined,
  before: Updated['before'],
  { stack, status }: Deployed,
  name: string,
  { stacks }: Pick<Place, 'stacks'>,
): Promise<Pick<Updated, 'before' | 'after'> | undefined> {
  const after = status === undefined ? await stacks.find(name).catch(() => 'unknown' as const) : stack;
  if (after === 'unknown' || (after !== undefined && !isTerminal(after.status))) {
    const known = after === 'unknown' ? (stack ?? found) : after;
    return known === undefined
      ? undefined
      : { before: { because: 'it is not known how its deploy ended' }, after: known };
  }
  const isOther = after !== undefined && (found?.id !== after.id || found.changed !== after.changed);
  return isOther && isSuccess(after.status) ? { before, after } : undefined;
}
