import type { PullRequestState, RepositoryFacts } from '../../core/preview/preview.ts';

/** How one commit stands to another. */
export interface Comparison {
  readonly status: 'ahead' | 'behind' | 'diverged' | 'identical';
  /** The commit at which the two part. */
  readonly mergeBase: string;
}

/** What the product asks GitHub about one repository, always for the present state. */
export interface GitHubReader {
  repository(): Promise<RepositoryFacts>;
  /** Returns undefined where there is no such pull request. */
  pullRequest(number: number): Promise<PullRequestState | undefined>;
  /** Open pull requests whose head is this branch of this repository, oldest first. */
  openPullRequests(branch: string): Promise<PullRequestState[]>;
  /**
   * The pull requests that GitHub relates to a commit, open or not: those that bring it, or, once the default branch has it,
   * only the one that brought it there. Another list than the two of open pull requests, for what rests on their being empty.
   */
  pullRequestsOfCommit(commit: string): Promise<PullRequestState[]>;
  /** Every open pull request of the repository. */
  allOpenPullRequests(): Promise<PullRequestState[]>;
  /** The commits at the heads of all branches, by the branch's name. */
  branches(): Promise<Map<string, string>>;
  /** The commit at a branch's head; undefined where the branch is gone. */
  branchHead(branch: string): Promise<string | undefined>;
  /** How `head` stands to `base`; undefined where GitHub knows no such commit, or they share no ancestor. */
  compare(base: string, head: string): Promise<Comparison | undefined>;
  /** Bytes of a file at a commit; undefined where it is not there. Throws E_CONFIG_FILE where it is not a file. */
  file(path: string, commit: string): Promise<Uint8Array | undefined>;
  /** The whole message of a commit. */
  commitMessage(commit: string): Promise<string>;
  /** Whether any GitHub deployment has this task; undefined where the token may not ask. */
  hasDeployment(task: string): Promise<boolean | undefined>;
  /**
   * The commit of the newest GitHub deployment of a task that succeeded, of the newest ten; undefined if there is none, or the token may
   * not ask.
   */
  deployedCommit(task: string): Promise<string | undefined>;
  /** Whether an attempt of a run of this repository has ended (or is gone); undefined where GitHub does not say. */
  hasEnded(run: string, attempt: string): Promise<boolean | undefined>;
}
