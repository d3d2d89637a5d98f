import type { Graph } from '../graph/dependency.ts';
import type { Task } from '../graph/schedule.ts';

/** One service in one region: what the schedule orders. */
export interface Deployment {
  readonly id: string;
  readonly key: string;
  readonly region: string;
}

/** What a deployment is known by in a run. */
export function deploymentId(key: string, region: string): string {
  return `${key}@${region}`;
}

/** Returns the deployments of some services in some regions; every service in the first region comes before the second. */
export function deploymentsOf(keys: readonly string[], regions: readonly string[]): Deployment[] {
  return regions.flatMap((region) => keys.map((key) => ({ id: deploymentId(key, region), key, region })));
}

/**
 * Returns the deployments as tasks: each after those that it needs in its own region; and one after the other for one folder,
 * which the Serverless Framework uses for one package at a time.
 */
export function tasksOf(deployments: readonly Deployment[], graph: Graph, folderOf: (key: string) => string): Task[] {
  const ids = new Set(deployments.map(({ id }) => id));
  return deployments.map(({ id, key, region }) => ({
    id,
    group: folderOf(key),
    after: (graph.get(key) ?? []).map(({ on }) => deploymentId(on, region)).filter((other) => ids.has(other)),
  }));
}

/** How people are told of a deployment: by its service, and by its region where there are several. */
export function labelOf({ key, region }: Pick<Deployment, 'key' | 'region'>, regions: readonly string[]): string {
  return regions.length > 1 ? `${key} (${region})` : key;
}
