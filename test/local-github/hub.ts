import type { Pulls } from './pulls.ts';
import type { RepositoryOptions } from './repositories.ts';
import type { Runs } from './runs.ts';

export interface Repository extends RepositoryOptions {
  readonly pulls: Pulls;
  readonly runs: Runs;
}

/** What every route knows: the repositories and the API's own address. */
export interface Hub {
  readonly repositories: readonly Repository[];
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  readonly now: () => number;
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
