import { parseSyml } from '@yarnpkg/parsers';
import type { LockReader } from './lock-reader.ts';

interface Package {
  readonly resolution?: { readonly integrity?: string; readonly tarball?: string; readonly commit?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
type Importer = Readonly<Record<string, Readonly<Record<string, { version: string } | string>> | undefined>>;

interface PnpmLock {
  readonly lockfileVersion?: string | number;
  readonly importers?: Readonly<Record<string, Importer>>;
  readonly packages?: Readonly<Record<string, Package>>;
  readonly snapshots?: Readonly<Record<string, Package>>;
}

/** Follows a pnpm-lock.yaml (version 6 and 9) from the folder that imports. */
export function openPnpmLock(text: string): LockReader | undefined {
  // yarn's reader of YAML, as its own locks are some: these files are long, and it takes a tenth of the time.
  const lock = parseSyml(text) as PnpmLock & Importer;
  const version = Number.parseInt(String(lock.lockfileVersion), 10);
  if (version !== 6 && version !== 9) {
    return undefined;
  }
  const importers: Readonly<Record<string, Importer>> = lock.importers ?? { '.': lock };
  return ({ folder }) => {
    const importer = importers[folder === '' ? '.' : folder];
    return importer === undefined ? undefined : follow(lock, version, importer);
  };
}

function follow(lock: PnpmLock, version: number, importer: Importer): string[] {
  const lines: string[] = [];
  const seen = new Set<string>();
  const queue = ofImporter(importer);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [name, locked] = next;
    if (locked.startsWith('link:') || locked.startsWith('file:')) {
      continue;
    }
    const key = keyOf(name, locked, version);
    if (seen.has(key)) {
      continue;
    }
    seen.add(key);
    const entry = lock.packages?.[key] ?? lock.packages?.[withoutPeers(key)] ?? {};
    const edges = lock.snapshots?.[key] ?? entry;
    const { resolution = {} } = entry;
    lines.push(
      `${key.replace(/^\//, '')} ${resolution.integrity ?? resolution.tarball ?? resolution.commit ?? ''}`.trim(),
    );
    queue.push(...Object.entries({ ...edges.dependencies, ...edges.optionalDependencies }));
  }
  return lines;
}

function ofImporter(importer: Importer): [string, string][] {
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'];
  return kinds.flatMap((kind) =>
    Object.entries(importer[kind] ?? {}).map(([name, locked]): [string, string] => [
      name,
      typeof locked === 'string' ? locked : locked.version,
    ]),
  );
}

/** A package's key: `name@1.0.0(peer@2.0.0)`, in version 6 with a slash in front; an alias has a whole key as its version. */
function keyOf(name: string, locked: string, version: number): string {
  if (version === 6) {
    return locked.startsWith('/') ? locked : `/${name}@${locked}`;
  }
  return /^(@[^/]+\/)?[^@(]+@/.test(locked) ? locked : `${name}@${locked}`;
}

const withoutPeers = (key: string) => key.replace(/\(.*$/, '');
