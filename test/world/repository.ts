import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { commitStream } from './commit-stream.ts';
import { EXAMPLE } from './example.ts';

/** A file: a text or bytes, or a symbolic link by where it leads. */
export type Content = string | Uint8Array | { readonly link: string };
/** Files by path; null removes the file. */
export type Files = Readonly<Record<string, Content | null>>;

export interface CommitOptions {
  /** Branch or commit that a new branch begins at; default: master. */
  readonly from?: string;
  readonly message?: string;
}

/** The bare repository of a user, as GitHub has it. */
export interface UserRepository {
  readonly bare: string;
  /** Commits files on a branch (made when it is new) and returns the commit. */
  commit(branch: string, files: Files, options?: CommitOptions): string;
  /** The commit that a revision (`master`, `refs/tags/v1`) is now. */
  head(revision: string): string;
  /** Merges a branch into another as GitHub's button does, and returns the merge commit. */
  merge(branch: string, into: string): string;
  /** Removes a branch. */
  drop(branch: string): void;
  /** git in the bare repository. */
  git(...args: string[]): string;
  /** A clone with the whole history at a commit, as actions/checkout leaves it; removed with the repository. */
  checkout(commit: string): string;
  /** The same in one folder for all commits, in place of what was there, as the workspace of a hosted runner is. */
  workspace(commit: string): string;
  remove(): void;
}

const IDENTITY = { name: 'Workshop', email: 'workshop@example.com' } as const;
const ENVIRONMENT = {
  PATH: process.env['PATH'],
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: IDENTITY.name,
  GIT_AUTHOR_EMAIL: IDENTITY.email,
  GIT_COMMITTER_NAME: IDENTITY.name,
  GIT_COMMITTER_EMAIL: IDENTITY.email,
};

function git(folder: string, args: readonly string[], input?: Buffer): string {
  const stdio: ('ignore' | 'pipe')[] = [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'];
  const given = {
    cwd: folder,
    env: ENVIRONMENT,
    encoding: 'utf8',
    stdio,
    ...(input === undefined ? {} : { input }),
  } as const;
  return execFileSync('git', args, given).trim();
}

/** Makes a repository whose default branch `master` holds the example application, changed by `files`; `prod` is at the same commit. */
export function makeUserRepository(files: Files = {}): UserRepository {
  const root = mkdtempSync(join(tmpdir(), 'user-repository-'));
  const bare = join(root, 'bare.git');
  git(root, ['init', '--quiet', '--bare', '--template=', '--initial-branch=master', bare]);

  const importCommit = (parts: Omit<Parameters<typeof commitStream>[0], 'at'>) =>
    // One process a commit; small packs stay packs, for unpacking would take another one.
    git(
      bare,
      ['-c', 'fastimport.unpackLimit=1', 'fast-import', '--quiet', '--force'],
      commitStream({ ...parts, at: Math.floor(Date.now() / 1000) }),
    );
  const ref = 'refs/heads/master';
  importCommit({ ref, message: 'The example application', files: { ...exampleFiles(), ...files } });
  git(bare, ['update-ref', 'refs/heads/prod', ref]);

  const checkout = (wanted: string) => {
    const folder = mkdtempSync(join(root, 'checkout-'));
    git(folder, ['clone', '--quiet', '--no-checkout', bare, '.']);
    git(folder, ['checkout', '--quiet', '--detach', wanted]);
    return folder;
  };
  return {
    bare,
    commit(branch, changes, { from = 'master', message = `Change ${branch}` } = {}) {
      const onto = `refs/heads/${branch}`;
      const known = git(bare, ['for-each-ref', '--format=%(objectname)', onto]);
      const begin = known === '' ? git(bare, ['rev-parse', `${from}^{commit}`]) : known;
      return importCommit({ ref: onto, from: begin, message, files: changes });
    },
    head: (revision) => git(bare, ['rev-parse', `${revision}^{commit}`]),
    merge(branch, into) {
      const tree = git(bare, ['merge-tree', '--write-tree', into, branch]);
      const merged = git(bare, ['commit-tree', tree, '-p', into, '-p', branch, '-m', `Merge ${branch}`]);
      git(bare, ['update-ref', `refs/heads/${into}`, merged]);
      return merged;
    },
    drop: (branch) => {
      git(bare, ['update-ref', '-d', `refs/heads/${branch}`]);
    },
    git: (...args) => git(bare, args),
    checkout,
    workspace(wanted) {
      const workspace = join(root, 'workspace');
      rmSync(workspace, { recursive: true, force: true });
      renameSync(checkout(wanted), workspace);
      return workspace;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

let example: Record<string, Uint8Array> | undefined;

/** The example's files as a user would commit them. */
function exampleFiles(): Files {
  if (example !== undefined) return example;
  const skipped = /(^|\/)(node_modules|\.serverless)(\/|$)/;
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(EXAMPLE, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(EXAMPLE, file).replaceAll('\\', '/');
    if (entry.isFile() && !skipped.test(path)) files[path] = readFileSync(file);
  }
  example = files;
  return files;
}

/** Writes files into a folder, or removes them. */
export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    rmSync(file, { recursive: true, force: true });
    if (content === null) continue;
    mkdirSync(dirname(file), { recursive: true });
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(file, content);
    else symlinkSync(content.link, file);
  }
}
