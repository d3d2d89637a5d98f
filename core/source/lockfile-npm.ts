import type { LockedPackage, LockReader } from './lock-reader.ts';

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  /** Where a link leads, or where the package comes from. */
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

type Packages = Readonly<Record<string, Entry>>;

/** Follows the `packages` of a package-lock.json (version 2 and 3) as node looks packages up. */
export function openNpmLock(text: string): LockReader | undefined {
  const { packages } = JSON.parse(text) as { packages?: Packages };
  return packages === undefined ? undefined : (manifest) => follow(packages, manifest);
}

function follow(packages: Packages, { folder, dependencies }: LockedPackage): string[] {
  const lines: string[] = [];
  const seen = new Set<string>();
  const queue: [from: string, name: string][] = Object.keys(dependencies).map((name) => [folder, name]);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [from, name] = next;
    const place = lookUp(packages, from, name);
    if (place === undefined || seen.has(place)) {
      continue;
    }
    seen.add(place);
    const entry = packages[place] ?? {};
    const real = entry.link === true ? (entry.resolved ?? '') : place;
    const target = entry.link === true ? (packages[real] ?? {}) : entry;
    // A linked package is a folder of the repository, whose files count by themselves.
    if (entry.link !== true) {
      lines.push(`${name}@${entry.version ?? ''} ${entry.integrity ?? entry.resolved ?? ''}`.trim());
    }
    const { dependencies: plain, optionalDependencies: optional, peerDependencies: peers } = target;
    queue.push(...Object.keys({ ...plain, ...optional, ...peers }).map((each): [string, string] => [real, each]));
  }
  return lines;
}

/** The nearest `node_modules/<name>` from a place upwards. */
function lookUp(packages: Packages, from: string, name: string): string | undefined {
  for (let at = from; ; at = parentOf(at)) {
    const place = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (Object.hasOwn(packages, place)) {
      return place;
    }
    if (at === '') {
      return undefined;
    }
  }
}

const parentOf = (place: string) => place.slice(0, Math.max(0, place.lastIndexOf('/')));
