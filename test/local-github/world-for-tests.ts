import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface WorkTree {
  readonly bare: string;
  /** Commits these files (null removes one) on a branch, made from `from` when it is new, and pushes it; returns the commit. */
  commit(branch: string, files: Readonly<Record<string, string | null>>, from?: string): string;
  /** git in the bare repository. */
  git(...args: string[]): string;
  remove(): void;
}

const IDENTITY = {
  GIT_AUTHOR_NAME: 'T',
  GIT_AUTHOR_EMAIL: 't@example.com',
  GIT_COMMITTER_NAME: 'T',
  GIT_COMMITTER_EMAIL: 't@example.com',
};
/** One date for all commits: repositories made apart begin with the same commit, as a fork and its parent do. */
const DATE = '2026-01-01T00:00:00Z';
const ENVIRONMENT = {
  GIT_AUTHOR_DATE: DATE,
  GIT_COMMITTER_DATE: DATE,
  PATH: process.env['PATH'],
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  ...IDENTITY,
};

/** A bare repository in a new temp folder, with one commit on `main`, and a clone to push from. */
export function makeBareRepository(): WorkTree {
  const root = mkdtempSync(join(tmpdir(), 'local-github-'));
  const bare = join(root, 'bare.git');
  const work = join(root, 'work');
  const run = (...args: string[]) =>
    execFileSync('git', args, { env: ENVIRONMENT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  run('init', '--quiet', '--bare', '--initial-branch=main', bare);
  run('init', '--quiet', '--initial-branch=main', work);
  const inWork = (...args: string[]) => run('-C', work, ...args);

  function commit(branch: string, files: Readonly<Record<string, string | null>>, from = 'main'): string {
    if (inWork('branch', '--list', branch) !== '') inWork('checkout', '--quiet', branch);
    else if (inWork('branch', '--list', from) !== '') inWork('checkout', '--quiet', '-b', branch, from);
    for (const [path, content] of Object.entries(files)) {
      if (content === null) rmSync(join(work, path));
      else {
        mkdirSync(dirname(join(work, path)), { recursive: true });
        writeFileSync(join(work, path), content);
      }
    }
    inWork('add', '--all');
    inWork('commit', '--quiet', '--allow-empty', '-m', `${branch}: ${Object.keys(files).join(', ')}`);
    inWork('push', '--quiet', '--force', bare, `${branch}:refs/heads/${branch}`);
    return inWork('rev-parse', 'HEAD');
  }

  commit('main', { 'README.md': 'hello\n', 'api/serverless.yml': 'service: api\n' });
  return {
    bare,
    commit,
    git: (...args) => run('--git-dir', bare, ...args),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
