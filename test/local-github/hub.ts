import type { Checks } from './checks.ts';
import type { Comments } from './comments.ts';
import type { Deployments } from './deployments.ts';
import type { Dispatch } from './dispatches.ts';
import type { Environments } from './environments.ts';
import type { People } from './people.ts';
import type { Protections } from './protections.ts';
import type { Pulls } from './pull-store.ts';
import type { Push } from './pushes.ts';
import type { RepositoryOptions } from './repositories.ts';
import type { Rulesets } from './rulesets.ts';
import type { Runs } from './runs.ts';
import type { Settings } from './settings.ts';
import type { Signatures } from './signatures.ts';
import type { Statuses } from './statuses.ts';

export interface Repository extends RepositoryOptions {
  readonly pulls: Pulls;
  readonly runs: Runs;
  readonly comments: Comments;
  readonly deployments: Deployments;
  readonly environments: Environments;
  readonly statuses: Statuses;
  readonly checks: Checks;
  /** What was dispatched, the first one first. */
  readonly dispatches: Dispatch[];
  readonly rulesets: Rulesets;
  readonly protections: Protections;
  readonly people: People;
  readonly settings: Settings;
  readonly signatures: Signatures;
  /** The branches and tags that were moved through the API, the first one first. */
  readonly pushes: Push[];
}

/** The addresses that answers are full of. */
export interface Site {
  /** Of the API: `http://127.0.0.1:PORT`, with the base path, without a slash at the end. */
  readonly url: string;
  /** Of the pages: `https://github.com`. */
  readonly serverUrl: string;
}

/** What every route knows: the repositories and the server's own addresses. */
export interface Hub extends Site {
  readonly repositories: readonly Repository[];
  readonly now: () => number;
  /** Version of GitHub Enterprise Server; undefined on github.com. */
  readonly enterprise: string | undefined;
  /** True: matching refs come in pages; GitHub answers all of them at once. */
  readonly pagedRefs: boolean;
}

/** The repository of an id; undefined for none. */
export function repositoryById(hub: Hub, id: number | null): Repository | undefined {
  return hub.repositories.find((repository) => repository.id === id);
}

/** The repository of `owner/name`, in any case. */
export function repositoryByName(hub: Hub, fullName: string): Repository | undefined {
  const name = fullName.toLowerCase();
  return hub.repositories.find((repository) => `${repository.owner}/${repository.name}`.toLowerCase() === name);
}
