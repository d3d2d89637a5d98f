import type { PullRequestState } from '../../../core/preview/preview.ts';

/** The repository of the samples. */
export const REPOSITORY = { id: 7, defaultBranch: 'master' };
/** The commit at the head of the samples' branches. */
export const HEAD = 'a'.repeat(40);

/** An open pull request of a branch of the repository into its default branch. */
export function pullRequest(overrides: Partial<PullRequestState> = {}): PullRequestState {
  return {
    number: 12,
    open: true,
    draft: false,
    byBot: false,
    headBranch: 'feature/login',
    headSha: HEAD,
    headRepositoryId: REPOSITORY.id,
    baseBranch: 'master',
    labels: [],
    ...overrides,
  };
}
