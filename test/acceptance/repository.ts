import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Files by path: a text or bytes, a symbolic link by where it leads, or null to remove the file. */
export type Files = Readonly<Record<string, string | Uint8Array | { readonly link: string } | null>>;

export interface CommitOptions {
  /** Branch or commit that a new branch begins at; default: master. */
  readonly from?: string;
  readonly message?: string;
}

/** The bare repository of a user, and a clone to commit from. */
export interface UserRepository {
  readonly bare: string;
  /** Commits files on a branch (made when it is new), pushes it, and returns the commit. */
  commit(branch: string, files: Files, options?: CommitOptions): string;
  /** The commit that a revision (`master`, `refs/tags/v1`) is now. */
  head(revision: string): string;
  /** git in the bare repository. */
  git(...args: string[]): string;
  /** A clone with the whole history at a commit, as actions/checkout leaves it; removed with the repository. */
  checkout(commit: string): string;
  remove(): void;
}

const WORKSHOP = resolve(import.meta.dirname, '../../examples/workshop');

const ENVIRONMENT = {
  PATH: process.env['PATH'],
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Workshop',
  GIT_AUTHOR_EMAIL: 'workshop@example.com',
  GIT_COMMITTER_NAME: 'Workshop',
  GIT_COMMITTER_EMAIL: 'workshop@example.com',
};

function git(folder: string, ...args: string[]): string {
  const stdio: ('ignore' | 'pipe')[] = ['ignore', 'pipe', 'pipe'];
  return execFileSync('git', args, { cwd: folder, env: ENVIRONMENT, encoding: 'utf8', stdio }).trim();
}

/** Makes a repository whose default branch `master` holds the example application, changed by `files`; `prod` is at the same commit. */
export function makeUserRepository(files: Files = {}): UserRepository {
  const root = mkdtempSync(join(tmpdir(), 'user-repository-'));
  const bare = join(root, 'bare.git');
  const work = join(root, 'work');
  git(root, 'init', '--quiet', '--bare', '--initial-branch=master', bare);
  git(root, 'init', '--quiet', '--initial-branch=master', work);
  const skipped = new Set(['node_modules', '.serverless']);
  for (const name of readdirSync(WORKSHOP).filter((entry) => !skipped.has(entry))) {
    cpSync(join(WORKSHOP, name), join(work, name), { recursive: true });
  }

  function save(message: string, ref: string): string {
    git(work, 'add', '--all', '--force');
    git(work, 'commit', '--quiet', '--allow-empty', '-m', message);
    git(work, 'push', '--quiet', '--force', bare, `HEAD:${ref}`);
    return git(work, 'rev-parse', 'HEAD');
  }

  function commit(
    branch: string,
    changes: Files,
    { from = 'master', message = `Change ${branch}` }: CommitOptions = {},
  ) {
    const ref = `refs/heads/${branch}`;
    const known = git(bare, 'for-each-ref', '--format=%(objectname)', ref);
    git(work, 'fetch', '--quiet', bare, '+refs/heads/*:refs/known/*');
    git(
      work,
      'checkout',
      '--quiet',
      '--force',
      '--detach',
      known === '' ? git(bare, 'rev-parse', `${from}^{commit}`) : known,
    );
    writeFiles(work, changes);
    return save(message, ref);
  }

  writeFiles(work, files);
  save('The example application', 'refs/heads/master');
  git(bare, 'update-ref', 'refs/heads/prod', 'refs/heads/master');
  return {
    bare,
    commit,
    head: (revision) => git(bare, 'rev-parse', `${revision}^{commit}`),
    git: (...args) => git(bare, ...args),
    checkout(wanted) {
      const folder = mkdtempSync(join(root, 'checkout-'));
      git(folder, 'clone', '--quiet', '--no-checkout', bare, '.');
      git(folder, 'checkout', '--quiet', '--detach', wanted);
      return folder;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
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

/** The example's serverless-stages.yml with texts replaced; throws where one of them is not in it. */
export function configurationWith(...replacements: readonly (readonly [from: string, to: string])[]): string {
  let text = readFileSync(join(WORKSHOP, 'serverless-stages.yml'), 'utf8');
  for (const [from, to] of replacements) {
    if (!text.includes(from)) throw new Error(`the example's configuration has no ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}
