import { readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Files, makeUserRepository } from '../acceptance/repository.ts';

const TEMPLATE = resolve(import.meta.dirname, '../../workflows-templates/preview.yml');

/** A real git repository of the example application as a user has it: with the workflow that a user copies. */
export interface WorkshopRepository {
  /** Folder of the bare repository. */
  readonly bare: string;
  /** Commits files on a branch (made from master where it is new), pushes it, and returns the commit. */
  push(branch: string, message: string, files?: Files): string;
  /** The commit at a branch's head. */
  head(branch: string): string;
  /** A fresh clone with one commit checked out, in the same folder each time, as a hosted runner's workspace is. */
  checkOut(commit: string): string;
  remove(): void;
}

/** Files that change each service of the example, and nothing that it does. */
export function everyService(text: string): Record<string, string> {
  return Object.fromEntries(['database', 'restapi', 'tasks'].map((key) => [`backend-${key}/NOTES.md`, `${text}\n`]));
}

/** Makes the repository with everything of the example, and the workflow, on `master`. */
export function makeWorkshopRepository(): WorkshopRepository {
  const workflow = { '.github/workflows/preview.yml': readFileSync(TEMPLATE, 'utf8') };
  const { bare, commit, checkout, head, remove } = makeUserRepository(workflow);
  return {
    bare,
    push: (branch, message, files = {}) => commit(branch, files, { message }),
    head: (branch) => head(`refs/heads/${branch}`),
    checkOut(revision) {
      const workspace = join(dirname(bare), 'workspace');
      rmSync(workspace, { recursive: true, force: true });
      renameSync(checkout(revision), workspace);
      return workspace;
    },
    remove,
  };
}
