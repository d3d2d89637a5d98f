import type { StageKind } from '../stage/identity.ts';

/**
 * What became of one deployment: `absent` was gone already, `planned` would be removed, `kept` was not touched; of an `orphaned` one the
 * stack is gone, and something else could not be removed.
 */
export type RemovalStatus = 'removed' | 'absent' | 'planned' | 'kept' | 'failed' | 'orphaned' | 'not-started';

/** Something that is still there, and costs, after a stack is gone. */
export interface Retained {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
}

/** What became of one service of a stage in one region. */
export interface RemovedService {
  readonly service: string;
  readonly key: string;
  readonly account: string;
  readonly region: string;
  readonly stack: string;
  readonly status: RemovalStatus;
  /** Why it was kept, or not started. */
  readonly reason?: string;
  /** Days that the stack lived, to a tenth; absent where it was gone already. */
  readonly days?: number;
  /** The CLI that deployed it, with its version, where the ledger knows. */
  readonly cli?: string;
  /** Buckets that were, or would be, emptied, with the number of versions that were deleted. */
  readonly emptied: readonly { readonly bucket: string; readonly versions?: number }[];
  /** What was removed beside the stack: log groups, images, packages in a shared bucket. */
  readonly alsoRemoved: readonly string[];
  readonly retained: readonly Retained[];
  readonly seconds: number;
  readonly error?: { readonly code: string; readonly message: string };
}

/** What became of a stage; `wanted` was left alone because it is wanted. */
export type RemovedStageStatus = 'removed' | 'planned' | 'wanted' | 'failed';

export interface RemovedStage {
  readonly stage: string;
  readonly kind: StageKind;
  /** The ref or the person that it is of; empty where nothing of it is known any more. */
  readonly of: string;
  readonly status: RemovedStageStatus;
  /** Why it was removed, or left alone. */
  readonly reason: string;
  readonly services: readonly RemovedService[];
  readonly error?: { readonly code: string; readonly message: string };
}

/** Where deployments were looked for. */
export interface LookedAt {
  readonly account: string;
  readonly region: string;
}

/** Spells places for people. */
export function describePlaces(looked: readonly LookedAt[]): string {
  return looked.map(({ account, region }) => `account ${account}, region ${region}`).join('; ');
}

/** A stack that looks like a preview's of the application, and that no record claims: it is never touched. */
export interface UnrecordedStack extends LookedAt {
  readonly stack: string;
}

/** What became of a run of destroy-stage: `nothing` was there, `superseded` changed nothing because the stage is wanted. */
export type RemovalRunStatus = 'removed' | 'nothing' | 'planned' | 'superseded' | 'failed';

/** What became of a run: plain JSON for later jobs. */
export interface RemovalResult {
  readonly schemaVersion: 1;
  readonly app: string;
  readonly status: RemovalRunStatus;
  readonly dryRun: boolean;
  readonly stages: readonly RemovedStage[];
  /** Stages that would go too, and are left to the next run. */
  readonly more: number;
  /** Stages that a sweep looked at, and that are wanted. */
  readonly wanted: number;
  readonly looked: readonly LookedAt[];
  readonly unrecorded: readonly UnrecordedStack[];
}

/** Sums stages up: one failure fails all. */
export function removalStatus(stages: readonly RemovedStage[]): RemovalRunStatus {
  const has = (status: RemovedStageStatus) => stages.some((stage) => stage.status === status);
  if (has('failed')) {
    return 'failed';
  }
  if (has('removed')) {
    return 'removed';
  }
  return has('planned') ? 'planned' : has('wanted') ? 'superseded' : 'nothing';
}

/** How many services, and how many of those that serverless 4 deployed lived longer than the ten days that it bills. */
export function billedStacks(stages: readonly RemovedStage[]): { readonly of: number; readonly pastTenDays: number } {
  const paid = stages.flatMap(({ services }) => services).filter(({ cli }) => /^serverless 4\./.test(cli ?? ''));
  return { of: paid.length, pastTenDays: paid.filter(({ days = 0 }) => days > 10).length };
}
