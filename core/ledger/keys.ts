import type { StageKind } from '../stage/identity.ts';

/** A stage as the ledger knows it. */
export interface LedgerStage {
  readonly app: string;
  readonly kind: StageKind;
  readonly stage: string;
}

const ROOT = '/serverless-stages';

/**
 * The place of a stage in SSM Parameter Store, below which all that is known of it stands. The kind is in it so that IAM
 * can tell previews from configured stages.
 */
export function stagePath({ app, kind, stage }: LedgerStage): string {
  return `${ROOT}/${app}/${kind}/${stage}`;
}

/** Name of the record of one service's deployment; names of services begin with a letter. */
export function recordName(stage: LedgerStage, service: string): string {
  return `${stagePath(stage)}/${service}`;
}

/** Name of the record of what a repository wants in a stage. */
export function repositoryName(stage: LedgerStage, repositoryId: string): string {
  return `${stagePath(stage)}/_repository/${repositoryId}`;
}

/** Name of the lock of a repository in a stage. */
export function lockName(stage: LedgerStage, repositoryId: string): string {
  return `${repositoryName(stage, repositoryId)}/lock`;
}

/** Returns the service that a parameter's name is the record of; undefined where it is none of the stage's. */
export function serviceOfRecord(stage: LedgerStage, name: string): string | undefined {
  const rest = name.startsWith(`${stagePath(stage)}/`) ? name.slice(stagePath(stage).length + 1) : '';
  return /^[A-Za-z][\w-]*$/.test(rest) ? rest : undefined;
}
