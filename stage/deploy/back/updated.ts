import type { Before, NoWayBack } from '../../../core/deploy/way-back.ts';
import type { DeploymentRecord } from '../../../core/ledger/record.ts';
import type { PackagedService } from '../../../core/serverless/state.ts';
import type { Deploying } from '../service/records.ts';

/** A service whose stack a run has updated. */
export interface Updated {
  /** How the log calls it. */
  readonly label: string;
  readonly region: string;
  readonly packaged: Pick<PackagedService, 'folder' | 'provider'>;
  /** Its stack as it was. */
  readonly before: Before | NoWayBack;
  /** What its record says now, and said before the run. */
  readonly now: Deploying;
  readonly record: DeploymentRecord | undefined;
}
