import type { Config } from '../../core/configuration/schema.ts';
import { UserError } from '../../core/errors.ts';
import type { PullRequestState } from '../../core/preview/preview.ts';
import type { ConfigReader } from '../../io/github/config-reader.ts';
import type { GitHubReader } from '../../io/github/reader.ts';

export const BRANCH = 'feature/login';
export const REPOSITORY = { id: 7, defaultBranch: 'master' } as const;
/** What the pull requests go into, by their number. */
const TARGETS = ['master', 'release'];

/** A pull request of the branch. */
export interface PullRequest {
  readonly number: number;
  open: boolean;
  /** Follows the branch while it is open. */
  headSha: string;
}

/** Whose a preview is: the branch's, or each pull request's own. */
export type OwnedBy = 'branch' | 'pull-request';

/** The part of GitHub that people change, and what it knows of its runs. */
export interface GitHub {
  readonly pulls: readonly PullRequest[];
  /** Commit at the branch's head; undefined where it is gone. */
  readonly head: string | undefined;
  /** Moves the branch, to a new commit or (`back`) to one that it had. */
  push(back: boolean): void;
  close(pull: PullRequest): void;
  reopen(pull: PullRequest): void;
  deleteBranch(): void;
  /** Notes that something has changed for all previews. */
  changeAll(): void;
  /** The refs that may own a preview. */
  readonly refs: readonly string[];
  /** The commit that the preview of a ref is to have; undefined where there is to be none. */
  wanted(ref: string): string | undefined;
  /** Step of the last change that the preview of a ref depends on. */
  changedAt(ref: string): number;
  /** Notes that GitHub knows that an attempt has ended. */
  end(run: string, attempt: number): void;
  hasEnded(run: string, attempt: string): boolean;
}

/** The commit of an index: 40 hex digits. */
export const commitOf = (index: number) => (index + 16).toString(16).repeat(20);

export function createGitHub(ownedBy: OwnedBy, pullRequests: number, step: () => number): GitHub {
  const pulls: PullRequest[] = [];
  const ended = new Set<string>();
  const changed = new Map<string, number>();
  let newest = 1;
  let head: string | undefined = commitOf(1);
  for (let number = 1; number <= pullRequests; number++) {
    pulls.push({ number, open: true, headSha: commitOf(1) });
  }
  const refOf = ({ number }: PullRequest) => `refs/pull/${number}`;
  const touch = (pull: PullRequest) => {
    for (const ref of [refOf(pull), `refs/heads/${BRANCH}`]) {
      changed.set(ref, step());
    }
  };
  return {
    pulls,
    get head() {
      return head;
    },
    push(back) {
      newest += back ? 0 : 1;
      head = commitOf(back ? Math.max(1, newest - 1) : newest);
      for (const pull of pulls.filter((one) => one.open)) {
        pull.headSha = head;
        touch(pull);
      }
    },
    close(pull) {
      pull.open = false;
      touch(pull);
    },
    reopen(pull) {
      pull.open = true;
      pull.headSha = head ?? pull.headSha;
      touch(pull);
    },
    deleteBranch() {
      head = undefined;
      for (const pull of pulls.filter((one) => one.open)) {
        pull.open = false;
        touch(pull);
      }
    },
    changeAll: () => pulls.forEach(touch),
    refs: [`refs/heads/${BRANCH}`, ...pulls.map(refOf)],
    wanted(ref) {
      const owners = ownedBy === 'branch' ? pulls : pulls.filter((pull) => refOf(pull) === ref);
      const isOwner = (ownedBy === 'branch') === (ref === `refs/heads/${BRANCH}`);
      return isOwner && owners.some(({ open }) => open) ? head : undefined;
    },
    changedAt: (ref) => changed.get(ref) ?? 0,
    end: (run, attempt) => void ended.add(`${run}/${attempt}`),
    hasEnded: (run, attempt) => ended.has(`${run}/${attempt}`),
  };
}

/** What a list is of: those of another kind are not wrong at the same time. */
export type ListKind = 'branches' | 'commits';

/** How a process asks: at its turn, and with an answer, none (`fails`), or for a list an empty one that is wrong (`lies`). */
export interface Asking {
  readonly turn: (what: string) => Promise<void>;
  readonly fails: () => boolean;
  readonly lies: (kind: ListKind) => boolean;
}

/** What one process may ask GitHub. What never changes is answered at once. */
export function gitHubReader(github: GitHub, { turn, fails, lies }: Asking): GitHubReader {
  const ask = async (what: string) => {
    await turn(`asks GitHub ${what}`);
    if (fails()) {
      throw new UserError('E_GITHUB', { what: `GitHub did not say ${what}`, fix: 'run again' });
    }
  };
  const stateOf = ({ number, open, headSha }: PullRequest): PullRequestState => ({
    number,
    open,
    headSha,
    draft: false,
    byBot: false,
    headBranch: BRANCH,
    headRepositoryId: REPOSITORY.id,
    baseBranch: TARGETS[number - 1] ?? 'master',
    labels: [],
  });
  const open = () => github.pulls.filter((pull) => pull.open).map(stateOf);
  const targets = TARGETS.map((name): [string, string] => [name, commitOf(0)]);
  return {
    repository: async () => REPOSITORY,
    async pullRequest(number) {
      await ask(`for pull request #${number}`);
      const pull = github.pulls.find((one) => one.number === number);
      return pull === undefined ? undefined : stateOf(pull);
    },
    async openPullRequests(branch) {
      await ask('for open pull requests of the branch');
      return branch === BRANCH && !lies('branches') ? open() : [];
    },
    async pullRequestsOfCommit(commit) {
      await ask('for pull requests of a commit');
      const related = github.pulls.filter(({ headSha }) => headSha === commit).map(stateOf);
      return lies('commits') ? [] : related;
    },
    async allOpenPullRequests() {
      await ask('for all open pull requests');
      return lies('branches') ? [] : open();
    },
    async branches() {
      await ask('for all branches');
      return new Map([
        ...targets,
        ...(github.head === undefined || lies('branches') ? [] : [[BRANCH, github.head] as const]),
      ]);
    },
    async branchHead(branch) {
      if (branch !== BRANCH) {
        return new Map(targets).get(branch);
      }
      await ask("for the branch's head");
      return github.head;
    },
    hasDeployment: async () => false,
    deployedCommit: async () => undefined,
    compare: async () => ({ status: 'ahead', mergeBase: commitOf(0) }),
    file: async () => undefined,
    commitMessage: async () => '',
    async hasEnded(run, attempt) {
      await turn(`asks GitHub whether attempt ${attempt} of run ${run} has ended`);
      return fails() ? undefined : github.hasEnded(run, attempt);
    },
  };
}

/** serverless-stages.yml, the same at every commit. */
export function configReader(ownedBy: OwnedBy): ConfigReader {
  const role = 'arn:aws:iam::111111111111:role/previews';
  const config: Config = {
    version: 1,
    app: 'shop',
    profiles: { dev: { region: 'us-east-1' } },
    'default-profile': 'dev',
    previews: { 'target-branches': TARGETS, role, stage: ownedBy },
  };
  const same = async () => config;
  return { ofBranch: same, ofTarget: same, ofCommit: same, merged: same };
}
