import type { ListedParameter } from '../../core/ledger/listing.ts';
import type { ParameterVersion } from '../../io/aws/parameters.ts';

/** Versions that SSM keeps of a parameter. */
const KEPT = 100;

/** SSM Parameter Store of one region. */
export interface ParameterStore {
  /** Returns the version that was written; undefined where one is there that is not to be overwritten. */
  put(name: string, value: string, overwrite: boolean): number | undefined;
  /** Removes a parameter with its history: what is written after it begins anew with version 1. */
  remove(name: string): void;
  get(name: string): string | undefined;
  /** All versions that are kept; of a time of the past (milliseconds since 1970) those that there were. */
  history(name: string, at?: number): readonly ParameterVersion[];
  /** The newest versions of all parameters below a path, by name. */
  below(path: string): ListedParameter[];
  clear(): void;
}

export function createParameterStore(now: () => number): ParameterStore {
  const parameters = new Map<string, readonly ParameterVersion[]>();
  /** What was removed last by each name, and when. */
  const removed = new Map<string, { readonly versions: readonly ParameterVersion[]; readonly at: number }>();
  const history = (name: string, at = Number.POSITIVE_INFINITY) => {
    const before = removed.get(name);
    const versions = before !== undefined && before.at > at ? before.versions : (parameters.get(name) ?? []);
    return versions.filter(({ written }) => written <= at);
  };
  return {
    put(name, value, overwrite) {
      const before = history(name);
      if (before.length > 0 && !overwrite) {
        return undefined;
      }
      const version = (before.at(-1)?.version ?? 0) + 1;
      parameters.set(name, [...before, { version, value, written: now() }].slice(-KEPT));
      return version;
    },
    remove(name) {
      removed.set(name, { versions: history(name), at: now() });
      parameters.delete(name);
    },
    get: (name) => history(name).at(-1)?.value,
    history,
    below: (path) =>
      [...parameters]
        .filter(([name]) => name.startsWith(`${path}/`))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([name, versions]) => versions.slice(-1).map(({ value, written }) => ({ name, value, written }))),
    clear() {
      parameters.clear();
      removed.clear();
    },
  };
}
