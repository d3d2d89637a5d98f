import type { LedgerStage } from '../../../core/ledger/keys.ts';
import type { Owner } from '../../../core/ledger/owner.ts';
import type { DeploymentRecord, RecordedRun } from '../../../core/ledger/record.ts';
import type { StageIdentity } from '../../../core/stage/identity.ts';
import type { RegionTools } from '../../../io/aws/region-tools.ts';
import type { Log } from '../../../io/runner/log.ts';
import type { ServerlessRunner } from '../../../io/serverless/runner.ts';
import type { Noted } from '../outputs/run-memory.ts';

/** What the deploy of one service in one region works with. */
export interface DeployTools extends RegionTools {
  readonly stage: Pick<StageIdentity, 'name' | 'kind'>;
  /** Commit that is deployed; undefined where the workspace is no clone. */
  readonly commit: string | undefined;
  readonly owner: Owner;
  readonly run: RecordedRun;
  readonly ledgerStage: LedgerStage;
  /** Records of the stage in this region as the run found them, by the service's name. */
  readonly records: ReadonlyMap<string, DeploymentRecord>;
  /** Values of the parameters, to tell text on purpose from a variable that was not resolved. */
  readonly parameterValues: readonly string[];
  readonly runner: ServerlessRunner;
  /** ARN of the permissions boundary that every role of a package gets. */
  readonly boundary: string | undefined;
  /** Claims a stack's name for a service of this run; throws E_STACK_COLLISION where another one has it. */
  readonly claimStack: (stack: string, key: string) => void;
  /** Keeps what has become of a deployment for the services that read it. */
  readonly note: (deployment: Omit<Noted, 'region'>) => void;
  /** The service's own part of the log, shown as one when it ends. */
  readonly log: Log;
  /** Shows a line at once. */
  readonly live: (text: string) => void;
  /** Milliseconds since some moment; only differences count. */
  readonly clock: () => number;
  /** Has a cancelled step write something to AWS before it exits; returns the way to take it back. */
  readonly beforeCancelledExit: (farewell: () => Promise<void>) => () => void;
  /** Resolves at once; never where the step is being cancelled. */
  readonly unlessCancelled: () => Promise<void>;
}
