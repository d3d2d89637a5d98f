/** What brings pnpm and yarn if the runner has none, or another version than package.json says. */
const COREPACK = {
  version: '0.34.5',
  /** Of its package at npm (`npm view corepack@0.34.5 dist.integrity`); npm refuses any other content. */
  integrity: 'sha512-G+ui7ZUxTzgwRc45pi7OhOybKFnGpxVDp0khf+eFdw/gcQmZfme4nUh4Z4URY9YPoaZYP86zNZmqV/T2Bf5/rA==',
  // Scripts of packages call pnpm and yarn by name.
  bin: {
    corepack: 'dist/corepack.js',
    pnpm: 'dist/pnpm.js',
    pnpx: 'dist/pnpx.js',
    yarn: 'dist/yarn.js',
    yarnpkg: 'dist/yarnpkg.js',
  },
} as const;

/** The command that installs what `corepackProject` says, in its folder; a setting of the user's may leave its programs out. */
export const COREPACK_INSTALL = ['npm', 'ci', '--ignore-scripts', '--bin-links', '--no-audit', '--no-fund'] as const;

/** Returns the files, by name, of a project that has Corepack and nothing else, with a lockfile. */
export function corepackProject(): Readonly<Record<string, string>> {
  const name = 'package-managers';
  const dependencies = { corepack: COREPACK.version };
  const packages = { '': { name, dependencies }, 'node_modules/corepack': COREPACK };
  return {
    'package.json': JSON.stringify({ name, private: true, dependencies }),
    'package-lock.json': JSON.stringify({ name, lockfileVersion: 3, requires: true, packages }),
  };
}

/**
 * Where that project's programs are, Corepack and its pnpm and yarn. Called there, they are those: `npm exec` also takes ones
 * that are installed globally.
 */
export const COREPACK_PROGRAMS = 'node_modules/.bin';
