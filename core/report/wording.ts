import type { NotifiedEvent } from '../configuration/notification-schema.ts';

/** How a stage stands, as people are told. `empty`: nothing of the application is in it; `absent`: there was nothing of it to remove; `kept`: it was to go, and is wanted. */
export type ReportState =
  | 'deploying'
  | 'deployed'
  | 'planned'
  | 'unchanged'
  | 'empty'
  | 'superseded'
  | 'removed'
  | 'absent'
  | 'kept'
  | 'failed'
  | 'cancelled';

/** State of a GitHub deployment. */
export type DeploymentState = 'in_progress' | 'success' | 'failure' | 'error' | 'inactive';

/** State of a commit status. */
export type CommitState = 'pending' | 'success' | 'failure' | 'error';

interface Wording {
  readonly icon: string;
  /** Goes on a sentence that begins with the stage. */
  readonly words: string;
  readonly deployment: DeploymentState;
  readonly commit: CommitState;
  /** What `notifications` call it; nobody is told of one that has none. */
  readonly event?: NotifiedEvent;
}

/** How each state is told, everywhere. */
export const WORDING = {
  deploying: {
    icon: '🚀',
    words: 'is being deployed',
    deployment: 'in_progress',
    commit: 'pending',
    event: 'started',
  },
  deployed: { icon: '✅', words: 'is deployed', deployment: 'success', commit: 'success', event: 'deployed' },
  planned: { icon: '🔎', words: 'was not deployed: a dry run', deployment: 'inactive', commit: 'success' },
  unchanged: { icon: '✅', words: 'is up to date', deployment: 'success', commit: 'success', event: 'unchanged' },
  empty: { icon: '➖', words: 'has nothing to deploy', deployment: 'inactive', commit: 'success' },
  // Nothing is wrong with the commit: it was only not its turn any more.
  superseded: { icon: '⏭️', words: 'was superseded', deployment: 'inactive', commit: 'success', event: 'superseded' },
  removed: { icon: '🗑️', words: 'is removed', deployment: 'inactive', commit: 'success', event: 'removed' },
  absent: { icon: '🗑️', words: 'is gone', deployment: 'inactive', commit: 'success' },
  kept: { icon: '⏭️', words: 'was left alone', deployment: 'inactive', commit: 'success' },
  failed: { icon: '❌', words: 'failed', deployment: 'failure', commit: 'failure', event: 'failed' },
  cancelled: { icon: '🛑', words: 'was cancelled', deployment: 'error', commit: 'error', event: 'failed' },
} as const satisfies Record<ReportState, Wording>;

/** How a state is told, with the parts that not all have. */
export function wordingOf(state: ReportState): Wording {
  return WORDING[state];
}
