import type { PullRequestState, RepositoryFacts } from '../../core/stage/preview.ts';

/** What the product asks GitHub about one repository, always for the present state. */
export interface GitHubReader {
  repository(): Promise<RepositoryFacts>;
  /** Returns undefined where there is no such pull request. */
  pullRequest(number: number): Promise<PullRequestState | undefined>;
  /** Open pull requests whose head is this branch of this repository, oldest first. */
  openPullRequests(branch: string): Promise<PullRequestState[]>;
  /** The commit at a branch's head; undefined where the branch is gone. */
  branchHead(branch: string): Promise<string | undefined>;
  /** Whether `commit` is `head` or one of its ancestors; false also where GitHub knows no such commit. */
  isAncestor(commit: string, head: string): Promise<boolean>;
  /** Bytes of a file at a commit; undefined where it is not there. Throws E_CONFIG_FILE where it is not a file. */
  file(path: string, commit: string): Promise<Uint8Array | undefined>;
  /** The whole message of a commit. */
  commitMessage(commit: string): Promise<string>;
}
