import { readlink, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import {
  isLinkEntry,
  isSubmoduleEntry,
  type SourceReader,
  type SourceTree,
  sourceTree,
} from '../../core/source/tree.ts';
import { readLimited } from '../files/limited.ts';
import { openObjects } from './objects.ts';
import { runGit } from './run-git.ts';
import { changedEntries, entryOf } from './work-tree.ts';

/** The repository that a folder is in. */
export interface Repository {
  /** The folder, from the top of the repository; empty where it is the top. */
  readonly prefix: string;
  /** The commit that is checked out. */
  readonly head: string;
  /** The tree of a commit; undefined where this clone does not have it. */
  atCommit(commit: string): Promise<SourceReader | undefined>;
  /**
   * The tree as it stands in the folder: the checked out commit with what has been changed or added since; undefined where
   * git cannot tell.
   */
  workTree(): Promise<SourceReader | undefined>;
  close(): void;
}

/** Opens the repository that a folder is in; undefined where it is in none, or has no commit. */
export async function openRepository(folder: string): Promise<Repository | undefined> {
  const top = (await runGit(folder, ['rev-parse', '--show-toplevel']))?.trimEnd();
  const head = (await runGit(folder, ['rev-parse', '--verify', 'HEAD^{commit}']))?.trim();
  if (top === undefined || top === '' || head === undefined) {
    return undefined;
  }
  const objects = openObjects(top);
  const made = new Map<string, unknown>();
  let known: { readonly commit: string; readonly files: ReadonlyMap<string, string> } | undefined;
  /** The commits of one run have most files in common: another tree is the one that is known with what differs. */
  const treeOf = async (commit: string): Promise<ReadonlyMap<string, string> | undefined> => {
    if (known?.commit === commit) {
      return known.files;
    }
    const differing = known === undefined ? undefined : await changedPaths(known.commit, commit);
    if (known !== undefined && differing !== undefined) {
      return withChanges(known.files, differing);
    }
    const listed = await runGit(top, ['ls-tree', '-r', '-z', '--full-tree', `${commit}^{tree}`]);
    const files = listed === undefined ? undefined : parseTree(listed);
    known ??= files === undefined ? undefined : { commit, files };
    return files;
  };
  const changedPaths = async (from: string, to: string) => {
    const options = ['-r', '-z', '--raw', '--no-renames', '--no-ext-diff', '--ignore-submodules=none'];
    const raw = await runGit(top, ['diff-tree', ...options, `${from}^{tree}`, `${to}^{tree}`]);
    return raw === undefined ? undefined : parseDifference(raw);
  };
  return {
    prefix: relative(await realpath(top), await realpath(folder))
      .split(sep)
      .join('/'),
    head,
    async atCommit(commit) {
      const files = await treeOf(commit);
      const tree = files === undefined ? undefined : sourceTree(files);
      return tree === undefined ? undefined : { tree, made, read: (paths) => readAll(tree, paths, fromObjects) };
    },
    async workTree() {
      const files = await treeOf(head);
      const changes = await changedEntries(top, head);
      if (files === undefined || changes === undefined) {
        return undefined;
      }
      const tree = sourceTree(withChanges(files, changes));
      return {
        tree,
        made,
        // What is as it was committed is read from git, in one go.
        read: (paths) =>
          readAll(tree, paths, (path, entry) => (changes.has(path) ? fromDisk(path, entry) : fromObjects(path, entry))),
      };
    },
    close: () => objects.close(),
  };

  /** A link is read as git keeps it: as the path that it leads to. */
  async function fromDisk(path: string, entry: string): Promise<string> {
    const full = join(top ?? '', path);
    return isLinkEntry(entry) ? readlink(full) : (await readLimited(full, path)).toString();
  }

  function fromObjects(path: string, entry: string): Promise<string> {
    return objects.read(entry.slice(entry.lastIndexOf(' ') + 1), path);
  }
}

type ReadOne = (path: string, entry: string) => Promise<string>;

/** Texts by path. Rejects where one that is in the tree cannot be read: in a partial clone, say. */
async function readAll(tree: SourceTree, paths: readonly string[], readOne: ReadOne): Promise<Map<string, string>> {
  const known = paths.flatMap((path): [string, string][] => {
    const entry = tree.files.get(path);
    return entry === undefined || isSubmoduleEntry(entry) ? [] : [[path, entry]];
  });
  return new Map(
    await Promise.all(
      known.map(async ([path, entry]): Promise<[string, string]> => [path, await readOne(path, entry)]),
    ),
  );
}

type Changes = ReadonlyMap<string, string | undefined>;

/** Entries with those that differ; undefined is one that is gone. */
function withChanges(files: ReadonlyMap<string, string>, changes: Changes): Map<string, string> {
  const changed = new Map(files);
  for (const [path, entry] of changes) {
    if (entry === undefined) {
      changed.delete(path);
    } else {
      changed.set(path, entry);
    }
  }
  return changed;
}

/** Reads `diff-tree --raw -z`: `:<old mode> <mode> <old id> <id> <status>\0<path>\0`, as entries of the second tree. */
function parseDifference(raw: string): Changes {
  const parts = raw.split('\0');
  const changes = new Map<string, string | undefined>();
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [, mode = '', , id = ''] = parts[index]?.split(' ') ?? [];
    changes.set(parts[index + 1] ?? '', mode === '000000' ? undefined : entryOf(mode, id));
  }
  return changes;
}

/** Reads `ls-tree -z`: `<mode> <type> <id>\t<path>\0`; what stands before the path is an entry. */
function parseTree(listed: string): Map<string, string> {
  const files = new Map<string, string>();
  let from = 0;
  for (let end = listed.indexOf('\0'); end !== -1; end = listed.indexOf('\0', from)) {
    const tab = listed.indexOf('\t', from);
    files.set(listed.slice(tab + 1, end), listed.slice(from, tab));
    from = end + 1;
  }
  return files;
}
