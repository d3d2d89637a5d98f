import type { StageKind } from '../stage/identity.ts';

/** A stage as the ledger knows it. */
export interface LedgerStage {
  readonly app: string;
  readonly kind: StageKind;
  readonly name: string;
}

const ROOT = '/serverless-stages';

/** The place of all stages of one kind. */
export function kindPath({ app, kind }: Pick<LedgerStage, 'app' | 'kind'>): string {
  return `${ROOT}/${app}/${kind}`;
}

/**
 * The place of a stage in SSM Parameter Store, below which all that is known of it stands. The kind is in it so that IAM
 * can tell previews from configured stages.
 */
export function stagePath(stage: LedgerStage): string {
  return `${kindPath(stage)}/${stage.name}`;
}

/** Name of the record of one service's deployment; names of services begin with a letter. */
export function recordName(stage: LedgerStage, service: string): string {
  return `${stagePath(stage)}/${service}`;
}

/** Name of the record of what a repository wants in a stage. */
export function wishName(stage: LedgerStage, repositoryId: string): string {
  return `${stagePath(stage)}/_repository/${repositoryId}`;
}

/** Name of the lock of a repository in a stage. */
export function lockName(stage: LedgerStage, repositoryId: string): string {
  return `${wishName(stage, repositoryId)}/lock`;
}

/** What a parameter of the ledger is: the record of a service, what a repository wants, or a repository's lock. */
export type LedgerKey =
  | { readonly stage: string; readonly holds: 'record'; readonly service: string }
  | { readonly stage: string; readonly holds: 'wish' | 'lock'; readonly repositoryId: string };

/** Reads a parameter's name; undefined where it is none of a stage of this kind. */
export function parseLedgerKey(kind: Pick<LedgerStage, 'app' | 'kind'>, name: string): LedgerKey | undefined {
  const root = `${kindPath(kind)}/`;
  const [stage = '', first = '', ...rest] = name.startsWith(root) ? name.slice(root.length).split('/') : [];
  if (rest.length === 0) {
    return stage !== '' && /^[A-Za-z][\w-]*$/.test(first) ? { stage, holds: 'record', service: first } : undefined;
  }
  const [repositoryId = '', lock, ...more] = rest;
  if (stage === '' || first !== '_repository' || repositoryId === '' || more.length > 0) {
    return undefined;
  }
  if (lock === undefined) {
    return { stage, holds: 'wish', repositoryId };
  }
  return lock === 'lock' ? { stage, holds: 'lock', repositoryId } : undefined;
}
