/** A package whose dependencies are asked for. */
export interface LockedPackage {
  /** Folder of its package.json, relative to the lockfile's; empty where it is the same. */
  readonly folder: string;
  /** Ranges by name. */
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Says what a package depends on; undefined where the lockfile does not know it. */
export type LockReader = (manifest: LockedPackage) => readonly string[] | undefined;
