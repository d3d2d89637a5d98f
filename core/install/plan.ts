import { UserError } from '../errors.ts';

/** A lockfile and the package manager that wrote it. */
const LOCKFILES = {
  'package-lock.json': 'npm',
  'npm-shrinkwrap.json': 'npm',
  'pnpm-lock.yaml': 'pnpm',
  'yarn.lock': 'yarn',
  'bun.lock': 'bun',
  'bun.lockb': 'bun',
} as const;

export type PackageManager = (typeof LOCKFILES)[keyof typeof LOCKFILES];

/** A folder with a package.json, and what else stands in it. */
export interface PackageFolder {
  /** Relative to the workspace, `.` for its root. */
  readonly path: string;
  readonly names: readonly string[];
  /** Whether package.json lists anything to install. */
  readonly hasDependencies: boolean;
  /** `packageManager` of package.json: the version that the project is made with (`pnpm@9.15.0+sha512.…`). */
  readonly packageManager?: string;
}

export interface Installation {
  readonly path: string;
  readonly manager: PackageManager;
  readonly args: readonly string[];
  /** Whether package.json says which version of the manager it is; the runner's own may be another. */
  readonly pinned: boolean;
}

/**
 * Plans what is installed where: each folder with a lockfile once. Only what the committed lockfile says is installed,
 * and scripts of packages run only where `scripts` allows them. Throws E_INSTALL for a folder that no lockfile covers.
 */
export function planInstallations(folders: readonly PackageFolder[], scripts: boolean): Installation[] {
  const locked = folders.filter((folder) => lockfileOf(folder) !== undefined);
  const uncovered = folders.find(
    (folder) => folder.hasDependencies && !locked.some((other) => covers(other.path, folder.path)),
  );
  if (uncovered !== undefined) {
    const where = uncovered.path === '.' ? 'the root of the repository' : uncovered.path;
    throw new UserError('E_INSTALL', {
      what: `package.json in ${where} has no lockfile, there or above it`,
      why: 'what is installed next to credentials has to be what was committed',
      fix: 'run `npm install` (or pnpm, yarn, bun) there and commit the lockfile',
    });
  }
  return locked.map((folder) => {
    const lockfile = lockfileOf(folder) ?? 'package-lock.json';
    const manager = LOCKFILES[lockfile];
    const pinned = managerOf(folder) === manager;
    const modern = manager === 'yarn' && isModernYarn(folder);
    return { path: folder.path, manager, args: installArguments(manager, scripts, modern), pinned };
  });
}

/** The lockfile of the manager that package.json names, where there are several. */
function lockfileOf(folder: PackageFolder): keyof typeof LOCKFILES | undefined {
  const there = (Object.keys(LOCKFILES) as (keyof typeof LOCKFILES)[]).filter((name) => folder.names.includes(name));
  return there.find((name) => LOCKFILES[name] === managerOf(folder)) ?? there[0];
}

function managerOf({ packageManager }: PackageFolder): string | undefined {
  return packageManager?.split('@')[0];
}

/** Whether a folder's yarn is 2 or newer, which has other arguments. */
function isModernYarn({ names, packageManager }: PackageFolder): boolean {
  const [, major] = /^yarn@(\d+)/.exec(packageManager ?? '') ?? [];
  return major === undefined ? names.some((name) => name === '.yarnrc.yml' || name === '.yarn') : Number(major) >= 2;
}

function covers(parent: string, path: string): boolean {
  return parent === '.' || parent === path || path.startsWith(`${parent}/`);
}

/** The command of an installation, and whether Corepack runs it. */
export interface InstallCommand {
  readonly byCorepack: boolean;
  readonly command: readonly string[];
}

/**
 * Returns the command of an installation. Corepack runs pnpm and yarn, unless the runner has one (`isThere`) and package.json says
 * no version: it checks what package.json says, and brings its own known good version if that says nothing. npm is what Node.js
 * brings, bun what the runner has.
 */
export function installCommand({ manager, args, pinned }: Installation, isThere: boolean): InstallCommand {
  const byCorepack = (manager === 'pnpm' || manager === 'yarn') && (pinned || !isThere);
  return { byCorepack, command: [...(byCorepack ? ['corepack'] : []), manager, ...args] };
}

/** Arguments of an install from the lockfile alone; `modern` is yarn 2 and newer. */
export function installArguments(manager: PackageManager, scripts: boolean, modern = false): string[] {
  const quiet = scripts ? [] : ['--ignore-scripts'];
  switch (manager) {
    case 'npm':
      return ['ci', '--no-audit', '--no-fund', ...quiet];
    case 'pnpm':
      return ['install', '--frozen-lockfile', ...quiet];
    case 'yarn':
      return modern
        ? ['install', '--immutable', ...(scripts ? [] : ['--mode=skip-build'])]
        : ['install', '--frozen-lockfile', '--non-interactive', ...quiet];
    case 'bun':
      return ['install', '--frozen-lockfile', ...quiet];
  }
}
