import { createChecks } from './checks.ts';
import { createComments } from './comments.ts';
import { createDeployments } from './deployments.ts';
import { createEnvironments } from './environments.ts';
import { createEvents, type Events } from './events.ts';
import type { Hub, Repository } from './hub.ts';
import { createPeople } from './people.ts';
import { createProtections } from './protections.ts';
import { createPulls } from './pulls.ts';
import type { RepositoryOptions } from './repositories.ts';
import { createRulesets } from './rulesets.ts';
import { createRuns, type RunsOptions } from './runs.ts';
import { createSettings } from './settings.ts';
import { createSignatures } from './signatures.ts';
import { createStatuses } from './statuses.ts';
import type { IssueOptions, Tokens } from './tokens.ts';

/**
 * A repository with nothing in it but what its bare repository holds; `now` in milliseconds. Whether GitHub `signs` what it
 * merges, a server of one's own decides for itself.
 */
export function createRepository(
  options: RepositoryOptions,
  known: (id: number | null) => RepositoryOptions | undefined,
  runs: RunsOptions,
  now: () => number,
  signs: boolean,
): Repository {
  const signatures = createSignatures();
  const pulls = createPulls(options, known, now, signs ? signatures.add : () => undefined);
  const environments = createEnvironments(options.id, now);
  return {
    ...options,
    pulls,
    environments,
    signatures,
    runs: createRuns(runs, now),
    comments: createComments(options.id, pulls.has, now),
    deployments: createDeployments(options.id, environments, now),
    statuses: createStatuses(options.id, now),
    checks: createChecks(options.id, now),
    rulesets: createRulesets(options),
    protections: createProtections(options),
    people: createPeople(options.private ?? false),
    settings: createSettings(),
    dispatches: [],
    pushes: [],
  };
}

const STORES = [
  'pulls',
  'runs',
  'comments',
  'deployments',
  'environments',
  'statuses',
  'checks',
  'dispatches',
  'rulesets',
  'protections',
  'people',
  'settings',
  'signatures',
  'pushes',
] as const;
type Stores = Readonly<Pick<Repository, (typeof STORES)[number]>>;

/** What a test sees, and may change, of one repository. */
export interface RepositoryView extends Stores, Events {
  readonly events: Events;
  /** A further token, for this repository. */
  issueToken(options?: IssueOptions): string;
}

/** What a test sees of a repository. */
export function viewOf(repository: Repository, hub: Hub, tokens: Tokens): RepositoryView {
  const events = createEvents(hub, repository);
  const stores = Object.fromEntries(STORES.map((name) => [name, repository[name]])) as unknown as Stores;
  return { ...events, ...stores, events, issueToken: (options) => tokens.issue(repository.id, options) };
}
