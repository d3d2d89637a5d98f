import { createChecks } from './checks.ts';
import { createComments } from './comments.ts';
import { createDeployments } from './deployments.ts';
import { createEnvironments } from './environments.ts';
import { createEvents, type Events } from './events.ts';
import type { Hub, Repository } from './hub.ts';
import { createPulls } from './pulls.ts';
import type { RepositoryOptions } from './repositories.ts';
import { createRuns, type RunsOptions } from './runs.ts';
import { createStatuses } from './statuses.ts';
import type { IssueOptions, Tokens } from './tokens.ts';

/** A repository with nothing in it but what its bare repository holds; `now` in milliseconds. */
export function createRepository(
  options: RepositoryOptions,
  known: (id: number | null) => RepositoryOptions | undefined,
  runs: RunsOptions,
  now: () => number,
): Repository {
  const pulls = createPulls(options, known, now);
  const environments = createEnvironments(options.id, now);
  return {
    ...options,
    pulls,
    environments,
    runs: createRuns(runs, now),
    comments: createComments(options.id, pulls.has, now),
    deployments: createDeployments(options.id, environments, now),
    statuses: createStatuses(options.id, now),
    checks: createChecks(options.id, now),
    dispatches: [],
  };
}

type Stores = Pick<
  Repository,
  'pulls' | 'runs' | 'comments' | 'deployments' | 'environments' | 'statuses' | 'checks' | 'dispatches'
>;

/** What a test sees, and may change, of one repository. */
export interface RepositoryView extends Readonly<Stores>, Events {
  readonly events: Events;
  /** A further token, for this repository. */
  issueToken(options?: IssueOptions): string;
}

/** What a test sees of a repository. */
export function viewOf(repository: Repository, hub: Hub, tokens: Tokens): RepositoryView {
  const { pulls, runs, comments, deployments, environments, statuses, checks, dispatches } = repository;
  const events = createEvents(hub, repository);
  return {
    ...events,
    ...{ pulls, runs, comments, deployments, environments, statuses, checks, dispatches, events },
    issueToken: (options) => tokens.issue(repository.id, options),
  };
}
