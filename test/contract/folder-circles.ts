import { posix } from 'node:path';
import { importsOf, sourceFiles } from './source-files.ts';

type Imports = ReadonlyMap<string, ReadonlySet<string>>;

/** Returns the groups of folders below a top folder that import each other, each folder with its own files alone. */
export function circlesOf(top: string): string[][] {
  const imports = new Map<string, Set<string>>();
  for (const path of sourceFiles(top)) {
    const from = posix.dirname(path);
    const own = imports.get(from) ?? new Set();
    imports.set(from, own);
    for (const { target } of importsOf(path)) {
      const to = posix.dirname(target);
      if (target.startsWith(`${top}/`) && to !== from) {
        own.add(to);
      }
    }
  }
  return circles(imports);
}

/** Returns the groups of names that lead to each other, each sorted. */
export function circles(imports: Imports): string[][] {
  const groups = new Map<string, string[]>();
  for (const name of imports.keys()) {
    const group = [...reachable(name, imports)].filter((other) => reachable(other, imports).has(name)).sort();
    if (group.length > 0) {
      groups.set(group.join(' '), group);
    }
  }
  return [...groups.values()];
}

function reachable(from: string, imports: Imports): Set<string> {
  const seen = new Set<string>();
  const queue = [...(imports.get(from) ?? [])];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    if (!seen.has(name)) {
      seen.add(name);
      queue.push(...(imports.get(name) ?? []));
    }
  }
  return seen;
}
