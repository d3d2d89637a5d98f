import { posix } from 'node:path';

/** The files of a commit, or of a work tree: git's entry (`<mode> <type> <id>`) by path from the repository's root. */
export interface SourceTree {
  /** Entries by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Paths in order, so that a folder is one piece. */
  readonly paths: readonly string[];
  /** Paths of the symbolic links among them. */
  readonly links: readonly string[];
}

/** A tree with the way to the texts of some of its files. */
export interface SourceReader {
  readonly tree: SourceTree;
  /** Texts by path; a path that is not in the tree is left out. The text of a symbolic link is the path that it leads to. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What was made of texts, by the ids of git's objects: the trees of one run have most of them in common. */
  readonly made?: Map<string, unknown>;
}

/** Folders that are made from the sources and never are some. */
const MADE = /(^|\/)(node_modules|\.serverless)(\/|$)/;

/** Whether a path is of what is made from sources (node_modules, .serverless). */
export function isMade(path: string): boolean {
  return MADE.test(path);
}

/** Builds a tree; what is made from sources (node_modules, .serverless) is left out. */
export function sourceTree(files: ReadonlyMap<string, string>): SourceTree {
  const own = [...files.keys()].some(isMade) ? new Map([...files].filter(([path]) => !isMade(path))) : files;
  const paths = [...own.keys()].sort(compare);
  return { files: own, paths, links: paths.filter((path) => isLinkEntry(own.get(path))) };
}

/** git's mode of a symbolic link, whose text is the path that it leads to. */
const LINK = '120000';

/** Whether an entry of a tree is a symbolic link. */
export function isLinkEntry(entry: string | undefined): boolean {
  return entry?.startsWith(LINK) === true;
}

/** git's mode of a repository in the repository, which has no text. */
const SUBMODULE = '160000';

/** Whether an entry of a tree is a submodule. */
export function isSubmoduleEntry(entry: string | undefined): boolean {
  return entry?.startsWith(SUBMODULE) === true;
}

/** Order of code units: the same everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Returns the paths that begin with a text, found without looking at the others; an empty text begins all. */
export function pathsBeginning(tree: SourceTree, prefix: string): readonly string[] {
  const start = firstAtLeast(tree.paths, prefix);
  let end = start;
  while (tree.paths[end]?.startsWith(prefix)) {
    end += 1;
  }
  return tree.paths.slice(start, end);
}

/** Returns the paths below a folder (`''` is the root). */
export function pathsBelow(tree: SourceTree, folder: string): readonly string[] {
  return pathsBeginning(tree, folder === '' ? '' : `${folder}/`);
}

function firstAtLeast(paths: readonly string[], text: string): number {
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(paths[middle] ?? '', text) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Returns a path of the application's as one of the tree's; `root` is the application's folder, `''` where it is the top. */
export function inTree(root: string, path: string): string {
  return posix.join(root, path).replace(/^\.$|\/$/, '');
}

/** Returns the folder that a path is in; `''` is the root. */
export function folderOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at === -1 ? '' : path.slice(0, at);
}

/** Returns a folder and the folders above it, nearest first, the root (`''`) last. */
export function foldersUpwards(folder: string): string[] {
  const folders = [folder];
  for (let at = folder; at !== ''; ) {
    at = folderOf(at);
    folders.push(at);
  }
  return folders;
}
