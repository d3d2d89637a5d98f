import type { Task } from '../graph/schedule.ts';

/** A deployment that is removed, with those that it needs. */
export interface Removable {
  readonly id: string;
  /** Ids of the deployments that it reads from, or imports from. */
  readonly needs: readonly string[];
}

/**
 * Returns the removals as tasks, each after those that need it. Records of different runs may need each other in a circle:
 * an edge that would close one is left out, as a removal in any order is better than none.
 */
export function removalTasks(deployments: readonly Removable[]): Task[] {
  const ids = new Set(deployments.map(({ id }) => id));
  const after = new Map<string, Set<string>>(deployments.map(({ id }) => [id, new Set()]));
  for (const { id, needs } of deployments) {
    for (const needed of needs) {
      if (ids.has(needed) && needed !== id && !reaches(after, id, needed)) {
        after.get(needed)?.add(id);
      }
    }
  }
  return deployments.map(({ id }) => ({ id, after: [...(after.get(id) ?? [])] }));
}

/** Whether `from` comes, at any distance, after `to`. */
function reaches(after: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const queue = [from];
  const seen = new Set(queue);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === to) {
      return true;
    }
    for (const before of after.get(next) ?? []) {
      if (!seen.has(before)) {
        seen.add(before);
        queue.push(before);
      }
    }
  }
  return false;
}
