import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Files, makeUserRepository } from '../acceptance/repository.ts';

const TEMPLATES = resolve(import.meta.dirname, '../../workflows-templates');

/** A real git repository of the example application as a user has it: with the workflows that a user copies. */
export interface WorkshopRepository {
  /** Folder of the bare repository. */
  readonly bare: string;
  /** Commits files on a branch (made from master where it is new), pushes it, and returns the commit. */
  push(branch: string, message: string, files?: Files): string;
  /** The commit at a branch's head. */
  head(branch: string): string;
  /** Merges a branch into another as GitHub's button does, and returns the merge commit. */
  merge(branch: string, into: string): string;
  /** Removes a branch. */
  drop(branch: string): void;
  /** A fresh clone with one commit checked out, in the same folder each time, as a hosted runner's workspace is. */
  checkOut(commit: string): string;
  remove(): void;
}

/** Files that change each service of the example, and nothing that it does. */
export function everyService(text: string): Record<string, string> {
  return Object.fromEntries(['database', 'restapi', 'tasks'].map((key) => [`backend-${key}/NOTES.md`, `${text}\n`]));
}

/** The templates at the places where a user puts them. */
function workflows(): Record<string, string> {
  const names = readdirSync(TEMPLATES).filter((name) => name.endsWith('.yml'));
  return Object.fromEntries(
    names.map((name) => [`.github/workflows/${name}`, readFileSync(resolve(TEMPLATES, name), 'utf8')]),
  );
}

/** Makes the repository with everything of the example, changed by `files`, and the workflows, on `master`. */
export function makeWorkshopRepository(files: Files = {}): WorkshopRepository {
  const { bare, commit, checkout, head, remove, git } = makeUserRepository({ ...workflows(), ...files });
  return {
    bare,
    push: (branch, message, files = {}) => commit(branch, files, { message }),
    head: (branch) => head(`refs/heads/${branch}`),
    merge(branch, into) {
      const tree = git('merge-tree', '--write-tree', into, branch);
      const identity = ['-c', 'user.name=Workshop', '-c', 'user.email=workshop@example.com'];
      const merged = git(...identity, 'commit-tree', tree, '-p', into, '-p', branch, '-m', `Merge ${branch}`);
      git('update-ref', `refs/heads/${into}`, merged);
      return merged;
    },
    drop: (branch) => {
      git('update-ref', '-d', `refs/heads/${branch}`);
    },
    checkOut(revision) {
      const workspace = join(dirname(bare), 'workspace');
      rmSync(workspace, { recursive: true, force: true });
      renameSync(checkout(revision), workspace);
      return workspace;
    },
    remove,
  };
}
