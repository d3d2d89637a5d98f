import type { Environments } from './environments.ts';
import { createIds } from './repositories.ts';
import { ACTIONS_LOGIN, type Actor, actorOf } from './tokens.ts';

export const DEPLOYMENT_STATES = [
  'error',
  'failure',
  'inactive',
  'in_progress',
  'queued',
  'pending',
  'success',
] as const;
export type DeploymentState = (typeof DEPLOYMENT_STATES)[number];

export interface DeploymentStatus {
  readonly id: number;
  readonly state: DeploymentState;
  readonly description: string;
  readonly environment: string;
  /** Empty where none was given. */
  readonly environmentUrl: string;
  readonly logUrl: string;
  readonly creator: Actor;
  readonly createdAt: number;
}

export interface Deployment {
  readonly id: number;
  readonly sha: string;
  /** As it was asked for. */
  readonly ref: string;
  readonly task: string;
  readonly payload: unknown;
  readonly originalEnvironment: string;
  /** A status may have changed it. */
  readonly environment: string;
  readonly description: string | null;
  readonly transient: boolean;
  readonly production: boolean;
  readonly creator: Actor;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Newest first. */
  readonly statuses: readonly DeploymentStatus[];
}

export interface DeploymentOptions {
  readonly sha: string;
  /** Default: the sha. */
  readonly ref?: string;
  /** Default `deploy`. */
  readonly task?: string;
  readonly payload?: unknown;
  /** Default `production`. */
  readonly environment?: string;
  readonly description?: string | null;
  readonly transient?: boolean;
  /** Default: true for the environment `production` only. */
  readonly production?: boolean;
  readonly creator?: Actor;
}

export interface StatusOptions {
  readonly state: DeploymentState;
  readonly description?: string;
  readonly environment?: string;
  readonly environmentUrl?: string;
  readonly logUrl?: string;
  /** Default true: a success ends the earlier ones, see `createDeployments`. */
  readonly autoInactive?: boolean;
  readonly creator?: Actor;
}

/** The deployments of one repository. */
export interface Deployments {
  /** Newest first. */
  list(): readonly Deployment[];
  find(id: number): Deployment | undefined;
  /** Makes the environment too, where there is none. */
  create(options: DeploymentOptions): Deployment;
  /** Throws for an unknown deployment. */
  addStatus(id: number, options: StatusOptions): DeploymentStatus;
  /** True when there was one; asks nothing, while the API refuses to delete an active one beside others. */
  remove(id: number): boolean;
}

/** The state of a deployment is that of its newest status; undefined before the first. */
export function stateOf(deployment: Deployment): DeploymentState | undefined {
  return deployment.statuses[0]?.state;
}

/**
 * No deployments yet; `now` in milliseconds. A `success` adds a status `inactive` to those made before it in the same
 * environment that are neither transient nor of production and whose state is `success`.
 */
export function createDeployments(repositoryId: number, environments: Environments, now: () => number): Deployments {
  const deployments = new Map<number, Deployment>();
  const nextId = createIds(repositoryId);
  const actions = actorOf(ACTIONS_LOGIN);

  function add(deployment: Deployment, options: StatusOptions): DeploymentStatus {
    const { environment = deployment.environment, creator = actions } = options;
    const { state, description = '', environmentUrl = '', logUrl = '' } = options;
    const at = now();
    const id = nextId();
    const status = { id, state, description, environment, environmentUrl, logUrl, creator, createdAt: at };
    const statuses = [status, ...deployment.statuses];
    deployments.set(deployment.id, { ...deployment, environment, updatedAt: at, statuses });
    return status;
  }

  function endEarlier({ id }: Deployment, environment: string, creator: Actor | undefined): void {
    for (const other of [...deployments.values()]) {
      const ends = !other.transient && !other.production && stateOf(other) === 'success';
      if (other.id < id && other.environment === environment && ends) {
        add(other, { state: 'inactive', ...(creator === undefined ? {} : { creator }) });
      }
    }
  }

  return {
    list: () => [...deployments.values()].reverse(),
    find: (id) => deployments.get(id),
    create(options) {
      const { sha, ref = sha, task = 'deploy', payload = {}, environment = 'production', description = null } = options;
      const { transient = false, production = environment === 'production', creator = actions } = options;
      const [id, at] = [nextId(), now()];
      const places = { environment, originalEnvironment: environment, transient, production };
      const made = { creator, createdAt: at, updatedAt: at, statuses: [] };
      const deployment = { id, sha, ref, task, payload, description, ...places, ...made };
      deployments.set(id, deployment);
      if (environments.find(environment) === undefined) environments.put(environment);
      return deployment;
    },
    addStatus(id, options) {
      const deployment = deployments.get(id);
      if (deployment === undefined) throw new Error(`there is no deployment ${id}`);
      const status = add(deployment, options);
      if (environments.find(status.environment) === undefined) environments.put(status.environment);
      if (options.state === 'success' && options.autoInactive !== false) {
        endEarlier(deployment, status.environment, options.creator);
      }
      return status;
    },
    remove: (id) => deployments.delete(id),
  };
}
