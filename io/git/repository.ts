import { createHash } from 'node:crypto';
import { lstat, readFile, readlink, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type SourceReader, type SourceTree, sourceTree } from '../../core/source/tree.ts';
import { openObjects } from './objects.ts';
import { runGit } from './run-git.ts';

/** The repository that a folder is in. */
export interface Repository {
  /** The folder, from the top of the repository; empty where it is the top. */
  readonly prefix: string;
  /** The commit that is checked out. */
  readonly head: string;
  /** The tree of a commit; undefined where this clone does not have it. */
  atCommit(commit: string): Promise<SourceReader | undefined>;
  /** The tree as it stands in the folder: the checked out commit with what has been changed or added since. */
  workTree(): Promise<SourceReader>;
  close(): void;
}

/** Opens the repository that a folder is in; undefined where it is in none, or has no commit. */
export async function openRepository(folder: string): Promise<Repository | undefined> {
  const top = (await runGit(folder, 'rev-parse', '--show-toplevel'))?.trimEnd();
  const head = (await runGit(folder, 'rev-parse', '--verify', 'HEAD^{commit}'))?.trim();
  if (top === undefined || head === undefined) {
    return undefined;
  }
  const objects = openObjects(top);
  const treeOf = async (commit: string): Promise<Map<string, string> | undefined> => {
    const listed = await runGit(top, 'ls-tree', '-r', '-z', '--full-tree', `${commit}^{tree}`);
    return listed === undefined ? undefined : parseTree(listed);
  };
  return {
    prefix: relative(await realpath(top), await realpath(folder))
      .split(sep)
      .join('/'),
    head,
    async atCommit(commit) {
      const files = await treeOf(commit);
      const tree = files === undefined ? undefined : sourceTree(files);
      return tree === undefined ? undefined : { tree, read: (paths) => readAll(tree, paths, fromObjects) };
    },
    async workTree() {
      const files = (await treeOf(head)) ?? new Map<string, string>();
      for (const path of await changedPaths(top, head)) {
        const id = await identify(join(top, path));
        if (id === undefined) {
          files.delete(path);
        } else {
          files.set(path, id);
        }
      }
      const tree = sourceTree(files);
      return { tree, read: (paths) => readAll(tree, paths, (path) => readFile(join(top, path), 'utf8')) };
    },
    close: () => objects.close(),
  };

  function fromObjects(_path: string, entry: string): Promise<string> {
    return objects.read(entry.split(' ')[1] ?? '');
  }
}

type ReadOne = (path: string, entry: string) => Promise<string>;

async function readAll(tree: SourceTree, paths: readonly string[], readOne: ReadOne): Promise<Map<string, string>> {
  const known = paths.flatMap((path): [string, string][] => {
    const entry = tree.files.get(path);
    return entry === undefined ? [] : [[path, entry]];
  });
  const texts = await Promise.all(known.map(([path, entry]) => readOne(path, entry).catch(() => undefined)));
  return new Map(
    known.flatMap(([path], index): [string, string][] => (texts[index] === undefined ? [] : [[path, texts[index]]])),
  );
}

/** Reads `ls-tree -z`: `<mode> <type> <id>\t<path>\0`; an entry is kept as `<mode> <id>`. */
function parseTree(listed: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const line of listed.split('\0')) {
    const tab = line.indexOf('\t');
    if (tab !== -1) {
      const [mode, , id] = line.slice(0, tab).split(' ');
      files.set(line.slice(tab + 1), `${mode} ${id}`);
    }
  }
  return files;
}

/** Paths that differ from a commit in the work tree, and those that git does not know and does not ignore. */
async function changedPaths(top: string, commit: string): Promise<string[]> {
  const [changed, added] = await Promise.all([
    runGit(top, 'diff-index', '-z', '--name-only', '--no-renames', '--ignore-submodules', commit, '--'),
    runGit(top, 'ls-files', '-z', '--others', '--exclude-standard'),
  ]);
  return `${changed ?? ''}${added ?? ''}`.split('\0').filter((path) => path !== '');
}

/** The mode and id that git would give a file; undefined where there is none. */
async function identify(path: string): Promise<string | undefined> {
  const stat = await lstat(path).catch(() => undefined);
  if (stat?.isSymbolicLink()) {
    return `120000 ${blobId(Buffer.from(await readlink(path)))}`;
  }
  if (!stat?.isFile()) {
    return undefined;
  }
  return `${(stat.mode & 0o100) === 0 ? '100644' : '100755'} ${blobId(await readFile(path))}`;
}

function blobId(content: Buffer): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}
