import type { Dependency, Graph } from './dependency.ts';

/** Returns what a service needs of another; undefined if it needs nothing of it. */
export function edge(graph: Graph, key: string, on: string | undefined): Dependency | undefined {
  return graph.get(key)?.find((dependency) => dependency.on === on);
}

/** Services that depend on each other in a circle. */
export interface Cycle {
  readonly path: readonly string[];
  readonly reasons: readonly string[];
}

/** Returns a circle of a graph; undefined if it has none. */
export function findCycle(graph: Graph): Cycle | undefined {
  const finished = new Set<string>();
  for (const start of graph.keys()) {
    const path: string[] = [];
    // Depth first without recursion: a chain may be as long as there are services.
    const stack: { key: string; next: number }[] = [{ key: start, next: 0 }];
    const onPath = new Set<string>();
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      if (top.next === 0 && !finished.has(top.key)) {
        path.push(top.key);
        onPath.add(top.key);
      }
      const dependency = finished.has(top.key) ? undefined : graph.get(top.key)?.[top.next];
      if (dependency === undefined) {
        finished.add(top.key);
        if (path.at(-1) === top.key) {
          path.pop();
          onPath.delete(top.key);
        }
        stack.pop();
        continue;
      }
      top.next += 1;
      if (onPath.has(dependency.on)) {
        return describeCycle(graph, path.slice(path.indexOf(dependency.on)));
      }
      stack.push({ key: dependency.on, next: 0 });
    }
  }
  return undefined;
}

/** A cycle as a path that begins at its first service in the given order. */
function describeCycle(graph: Graph, members: readonly string[]): Cycle {
  const first = [...graph.keys()].find((key) => members.includes(key)) ?? '';
  const at = members.indexOf(first);
  const path = [...members.slice(at), ...members.slice(0, at), first];
  const reasons = path.slice(0, -1).map((key, index) => {
    const on = path[index + 1] ?? '';
    return `${key} reads ${on} (${edge(graph, key, on)?.why})`;
  });
  return { path, reasons };
}
