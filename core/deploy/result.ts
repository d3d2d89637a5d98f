import type { RemovedStage } from '../removal/result.ts';
import type { SafeguardResult } from '../safeguards/evaluate.ts';
import type { StackChange } from '../stack/change-table.ts';
import type { StageKind } from '../stage/identity.ts';

/**
 * What became of one service: `unchanged` also where it was left alone; `planned` in a dry run; `rolled-back` because another one failed; `not-started` because one that it needs failed;
 * `left-out` where the stage does not get it.
 */
export type ServiceStatus =
  | 'deployed'
  | 'planned'
  | 'rolled-back'
  | 'unchanged'
  | 'failed'
  | 'not-started'
  | 'left-out';

/**
 * What became of a run; `planned`: it was a dry one; `superseded`: another commit is wanted or there by now; `removed`: the stage was not wanted any
 * more, and is gone.
 */
export type RunStatus = 'deployed' | 'planned' | 'unchanged' | 'failed' | 'superseded' | 'removed';

/** Outputs of another service that one read. */
export interface ReadFrom {
  /** The other service: its key, or its name where it is of another repository. */
  readonly service: string;
  /** Stage whose deployment was read. */
  readonly stage: string;
}

export interface ServiceResult {
  readonly key: string;
  /** Its `service:`; empty where it could not be told. */
  readonly name: string;
  readonly region: string;
  readonly status: ServiceStatus;
  /** Why it was deployed, or was not. */
  readonly reason: string;
  readonly reads: readonly ReadFrom[];
  readonly stack?: string;
  /** Status of the stack after the deploy, as CloudFormation says it. */
  readonly stackStatus?: string;
  readonly url?: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Whether it has the code of the stage before; absent if that was not asked or is not known. */
  readonly sameCode?: boolean;
  readonly seconds: number;
  /** What came of the safeguards; absent where nothing was packaged. */
  readonly safeguards?: readonly SafeguardResult[];
  /** What the deploy was to change in the stack; absent where that is not known, or nothing was packaged. */
  readonly changes?: readonly StackChange[];
  readonly error?: { readonly code: string; readonly message: string };
  /** Whether its stack went back to what it was before the run; absent if nobody tried. */
  readonly rollback?: Rollback;
}

/** What came of taking a service back: `skipped` if it was not tried. */
export interface Rollback {
  readonly status: 'done' | 'failed' | 'skipped';
  /** Why it did not go back. */
  readonly reason?: string;
}

/** What became of a run of deploy-service: plain JSON for later jobs, redacted before it leaves. */
export interface DeployResult {
  readonly schemaVersion: 1;
  readonly app: string;
  readonly stage: string;
  readonly kind: StageKind;
  readonly ref: string;
  readonly commit?: string;
  readonly account: string;
  readonly regions: readonly string[];
  readonly status: RunStatus;
  /** Why the run was superseded. */
  readonly reason?: string;
  /** What became of the stage, where it was not wanted any more. */
  readonly removed?: RemovedStage;
  readonly url?: string;
  readonly services: readonly ServiceResult[];
  /** Keys of the services that each one needs, by its key; absent where nothing was planned. */
  readonly dependsOn?: Readonly<Record<string, readonly string[]>>;
  /** The stage whose code `sameCode` compares with; absent if it was not asked. */
  readonly codeOf?: string;
  /** Deployments of this repository in the stage that its configuration does not have any more: never removed by a deploy. */
  readonly leftOver: readonly string[];
}

/** Sums services up: one failure fails all, and only where nothing changed it is `unchanged`. */
export function overallStatus(services: readonly ServiceResult[]): RunStatus {
  if (services.some(({ status }) => ['failed', 'not-started', 'rolled-back'].includes(status))) {
    return 'failed';
  }
  const has = (wanted: ServiceStatus) => services.some(({ status }) => status === wanted);
  return has('deployed') ? 'deployed' : has('planned') ? 'planned' : 'unchanged';
}
