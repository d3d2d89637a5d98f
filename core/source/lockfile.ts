import type { LockReader } from './lock-reader.ts';
import { openNpmLock } from './lockfile-npm.ts';
import { openPnpmLock } from './lockfile-pnpm.ts';
import { openYarnLock } from './lockfile-yarn.ts';

export interface Lockfile {
  readonly name: string;
  readonly text: string;
}

/**
 * Opens a lockfile: the returned function gives all that a package depends on, directly or not, as sorted lines
 * `name@version integrity`. Undefined where the file's form is not known: then the whole file counts.
 */
export function openLockfile({ name, text }: Lockfile): LockReader {
  const read = quietly(() => readerOf(name)?.(text));
  return (manifest) => {
    const lines = quietly(() => read?.(manifest));
    return lines === undefined ? undefined : [...new Set(lines)].sort();
  };
}

function quietly<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function readerOf(name: string): ((text: string) => LockReader | undefined) | undefined {
  switch (name) {
    case 'package-lock.json':
    case 'npm-shrinkwrap.json':
      return openNpmLock;
    case 'pnpm-lock.yaml':
      return openPnpmLock;
    case 'yarn.lock':
      return openYarnLock;
    default:
      return undefined;
  }
}
