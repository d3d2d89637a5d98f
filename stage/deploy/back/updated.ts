import type { Before, NoWayBack } from '../../../core/deploy/way-back.ts';
import type { DeploymentRecord } from '../../../core/ledger/record.ts';
import type { PackagedService } from '../../../core/serverless/state.ts';
import { isSuccess, type StackView } from '../../../core/stack/status.ts';
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

/** Returns whether a deploy brought a stack to another version, also if a check of it failed then. */
export function wasUpdated(before: StackView | undefined, after: StackView): boolean {
  const isOther = before?.id !== after.id || before.changed !== after.changed;
  return isOther && isSuccess(after.status);
}
