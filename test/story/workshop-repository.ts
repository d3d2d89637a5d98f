import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const EXAMPLE = resolve(import.meta.dirname, '../../examples/workshop');
const TEMPLATE = resolve(import.meta.dirname, '../../workflows-templates/preview.yml');
const LEFT_OUT = /(^|[/\\])(node_modules|\.serverless)([/\\]|$)/;

/** A real git repository of the example application: a bare one as on a server, and a person's clone of it. */
export interface WorkshopRepository {
  /** Folder of the bare repository. */
  readonly bare: string;
  /** Commits files on a branch (made from `from` where it is new), pushes it, and returns the commit. */
  push(branch: string, message: string, files?: Readonly<Record<string, string>>, from?: string): string;
  /** A fresh clone with one commit checked out, in the same folder each time, as a hosted runner's workspace is. */
  checkOut(commit: string): string;
  remove(): void;
}

/** Makes the repository with everything of the example, and the workflow that a user copies, on `master`. */
export function makeWorkshopRepository(): WorkshopRepository {
  const folder = mkdtempSync(join(tmpdir(), 'workshop-'));
  const bare = join(folder, 'workshop.git');
  const work = join(folder, 'work');
  git('init', '--quiet', '--bare', '--initial-branch=master', bare);
  git('init', '--quiet', '--initial-branch=master', work);
  git('-C', work, 'remote', 'add', 'origin', bare);
  cpSync(EXAMPLE, work, { recursive: true, filter: (path) => !LEFT_OUT.test(path) });
  mkdirSync(join(work, '.github/workflows'), { recursive: true });
  cpSync(TEMPLATE, join(work, '.github/workflows/preview.yml'));
  commit('The workshop application');
  git('-C', work, 'push', '--quiet', 'origin', 'master:refs/heads/master');

  function commit(message: string): void {
    git('-C', work, 'add', '--all');
    git('-C', work, 'commit', '--quiet', '--allow-empty', '-m', message);
  }

  return {
    bare,
    push(branch, message, files = {}, from = 'master') {
      const known = git('-C', work, 'for-each-ref', '--format=%(refname)', `refs/heads/${branch}`) !== '';
      git('-C', work, 'switch', '--quiet', ...(known ? [branch] : ['--create', branch, from]));
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(work, path)), { recursive: true });
        writeFileSync(join(work, path), text);
      }
      commit(message);
      git('-C', work, 'push', '--quiet', '--force', 'origin', `refs/heads/${branch}:refs/heads/${branch}`);
      return git('-C', work, 'rev-parse', 'HEAD');
    },
    checkOut(revision) {
      const clone = join(folder, 'runner', 'workshop', 'workshop');
      rmSync(clone, { recursive: true, force: true });
      git('clone', '--quiet', '--no-checkout', bare, clone);
      git('-C', clone, 'checkout', '--quiet', '--detach', revision);
      return clone;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** git without a shell and without the machine's or a person's configuration; returns what it prints. */
function git(...args: string[]): string {
  const person = { name: 'Workshop', email: 'workshop@example.com' };
  const env = {
    PATH: process.env['PATH'],
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: person.name,
    GIT_AUTHOR_EMAIL: person.email,
    GIT_COMMITTER_NAME: person.name,
    GIT_COMMITTER_EMAIL: person.email,
  };
  return execFileSync('git', args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}
