import type { Actor } from './tokens.ts';

/** A workflow that was started by hand, so to speak. */
export interface WorkflowDispatch {
  readonly kind: 'workflow_dispatch';
  /** `.github/workflows/deploy.yml`. */
  readonly workflow: string;
  /** In full: `refs/heads/main`. */
  readonly ref: string;
  /** As the workflow gets them: texts, with the defaults of those that were not given. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The run that began with it, queued. */
  readonly runId: number;
  readonly actor: Actor;
}

/** An event of the repository's own. */
export interface RepositoryDispatch {
  readonly kind: 'repository_dispatch';
  readonly eventType: string;
  readonly clientPayload: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
}

export type Dispatch = WorkflowDispatch | RepositoryDispatch;
