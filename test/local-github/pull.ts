import type { User } from './repositories.ts';

export interface Pull {
  readonly number: number;
  title: string;
  body: string | null;
  readonly user: User;
  readonly head: string;
  readonly base: string;
  /** The head's repository; null when it was deleted; an id that the server does not know is a foreign fork. */
  readonly headRepositoryId: number | null;
  readonly createdAt: number;
  state: 'open' | 'closed';
  draft: boolean;
  labels: readonly string[];
  /** Logins of those who approved it. */
  approvals: readonly string[];
  updatedAt: number;
  closedAt?: number;
  mergedAt?: number;
  /** Default `octocat`. */
  mergedBy?: User;
  /** Read from the head's branch while the pull request is open, kept after. */
  headSha: string;
  baseSha: string;
  /** The test merge while open, the real one after a merge; undefined where head and base conflict. */
  mergeSha?: string | undefined;
}

export interface OpenOptions {
  readonly head: string;
  readonly base: string;
  readonly number?: number;
  readonly title?: string;
  readonly body?: string | null;
  readonly draft?: boolean;
  readonly user?: User;
  /** Another repository: a fork. Its branch is read from that repository when the server knows it, else from this one. */
  readonly headRepositoryId?: number | null;
  readonly labels?: readonly string[];
}

/** True for two pull requests of one branch into one base: GitHub allows one open at a time. */
export function samePlaces(one: Pull, other: Pull): boolean {
  return one.head === other.head && one.base === other.base && one.headRepositoryId === other.headRepositoryId;
}

/** An open pull request whose commits are not read yet. */
export function newPull(number: number, options: OpenOptions, repositoryId: number, now: number): Pull {
  return {
    number,
    title: options.title ?? `Change ${options.head}`,
    body: options.body ?? null,
    user: options.user ?? { login: 'octocat', type: 'User' },
    head: options.head,
    base: options.base,
    headRepositoryId: options.headRepositoryId === undefined ? repositoryId : options.headRepositoryId,
    createdAt: now,
    state: 'open',
    draft: options.draft ?? false,
    labels: options.labels ?? [],
    approvals: [],
    updatedAt: now,
    headSha: '',
    baseSha: '',
  };
}
