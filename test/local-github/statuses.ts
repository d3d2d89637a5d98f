import { createIds } from './repositories.ts';
import { ACTIONS_LOGIN, type Actor, actorOf } from './tokens.ts';

export const STATUS_STATES = ['error', 'failure', 'pending', 'success'] as const;
export type StatusState = (typeof STATUS_STATES)[number];

export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly state: StatusState;
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: Actor;
  readonly createdAt: number;
}

export interface StatusInput {
  readonly state: StatusState;
  /** Default `default`. */
  readonly context?: string;
  readonly description?: string | null;
  readonly targetUrl?: string | null;
  readonly creator?: Actor;
}

/** The commit statuses of one repository. */
export interface Statuses {
  /** Newest first. */
  list(sha: string): readonly CommitStatus[];
  /** The newest of each context. */
  latest(sha: string): readonly CommitStatus[];
  /** `failure` when one of the latest is failure or error, `success` when all are; `pending` otherwise and without any. */
  combined(sha: string): StatusState;
  /** Undefined, and nothing added, when the commit has 1,000 of this context. */
  add(sha: string, input: StatusInput): CommitStatus | undefined;
}

const LIMIT = 1000;

/** No statuses yet; `now` in milliseconds. */
export function createStatuses(repositoryId: number, now: () => number): Statuses {
  const bySha = new Map<string, CommitStatus[]>();
  const nextId = createIds(repositoryId);
  const list = (sha: string) => bySha.get(sha) ?? [];
  const latest = (sha: string) =>
    list(sha).filter(({ context }, index, all) => all.findIndex((other) => other.context === context) === index);
  return {
    list,
    latest,
    combined(sha) {
      const states = latest(sha).map(({ state }) => state);
      if (states.some((state) => state === 'failure' || state === 'error')) return 'failure';
      return states.length > 0 && states.every((state) => state === 'success') ? 'success' : 'pending';
    },
    add(sha, { state, context = 'default', description = null, targetUrl = null, creator = actorOf(ACTIONS_LOGIN) }) {
      const before = list(sha);
      if (before.filter((status) => status.context === context).length >= LIMIT) return undefined;
      const made = { id: nextId(), createdAt: now() };
      const status = { ...made, sha, state, context, description, targetUrl, creator };
      bySha.set(sha, [status, ...before]);
      return status;
    },
  };
}
