import { parseSyml } from '@yarnpkg/parsers';
import type { LockedPackage, LockReader } from './lock-reader.ts';

interface Entry {
  readonly version: string;
  readonly resolution?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly checksum?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Follows a yarn.lock, of yarn 1 or later: its entries are named by all the ranges that they stand for. */
export function openYarnLock(text: string): LockReader {
  const entries = new Map<string, Entry>();
  for (const [descriptors, entry] of Object.entries(parseSyml(text) as Record<string, Entry>)) {
    for (const descriptor of descriptors.split(/,\s*/)) {
      entries.set(descriptor, entry);
    }
  }
  const isBerry = entries.has('__metadata');
  return (manifest) => follow(entries, manifest, isBerry);
}

function follow(
  entries: ReadonlyMap<string, Entry>,
  { dependencies }: LockedPackage,
  isBerry: boolean,
): string[] | undefined {
  const lines: string[] = [];
  const seen = new Set<Entry>();
  const queue = Object.entries(dependencies);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [name, range] = next;
    const entry =
      entries.get(`${name}@${range}`) ?? entries.get(`${name}@npm:${range}`) ?? ofWorkspace(entries, name, range);
    if (entry === undefined && isBerry) {
      // The root's `resolutions` put another range in its place: then the file does not say which one.
      return undefined;
    }
    if (entry === undefined || seen.has(entry)) {
      continue;
    }
    seen.add(entry);
    const { version, integrity, checksum, resolved, resolution } = entry;
    lines.push(`${name}@${version} ${integrity ?? checksum ?? resolved ?? resolution ?? ''}`.trim());
    queue.push(...Object.entries({ ...entry.dependencies, ...entry.optionalDependencies }));
  }
  return lines;
}

/** A package of the repository, which berry lists as `name@workspace:folder` whatever the range says. */
function ofWorkspace(entries: ReadonlyMap<string, Entry>, name: string, range: string): Entry | undefined {
  if (!range.startsWith('workspace:')) {
    return undefined;
  }
  return [...entries].find(([descriptor]) => descriptor.startsWith(`${name}@workspace:`))?.[1];
}
