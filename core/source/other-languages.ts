import { posix } from 'node:path';
import { folderOf, foldersUpwards, pathsBelow, type SourceTree } from './tree.ts';

/** What a file of another language leads to. */
export interface LedTo {
  readonly files: readonly string[];
  /** Paths that git does not have. */
  readonly missing: readonly string[];
}

/** What modules of Go are told by. */
export interface GoSettings {
  readonly tree: SourceTree;
  /** Texts of go.mod, by folder. */
  readonly goModules: ReadonlyMap<string, string>;
  /** Texts of go.work, by folder. */
  readonly goWorkspaces: ReadonlyMap<string, string>;
}

/**
 * The packages of its own module, and of those in its workspace, that a file of Go imports, with what `replace` leads to, and the
 * settings of module and workspace.
 * https://go.dev/ref/mod#go-mod-file https://go.dev/ref/mod#go-work-file
 */
export function goImports(path: string, names: readonly string[], settingsOf: GoSettings): LedTo {
  const { tree, goModules, goWorkspaces } = settingsOf;
  const root = foldersUpwards(folderOf(path)).find((folder) => goModules.has(folder));
  if (root === undefined) {
    return { files: [], missing: [] };
  }
  const workspace = foldersUpwards(root).find((each) => goWorkspaces.has(each));
  const used = workspace === undefined ? [] : usedFolders(workspace, goWorkspaces.get(workspace) ?? '');
  const settings = [
    ...['go.mod', 'go.sum'].map((name) => posix.join(root, name)),
    ...(workspace === undefined ? [] : ['go.work', 'go.work.sum'].map((name) => posix.join(workspace, name))),
  ].filter((each) => tree.files.has(each));
  const replaced = [root, ...(workspace === undefined ? [] : [workspace])].flatMap((at) =>
    [...`${goModules.get(at) ?? ''}\n${goWorkspaces.get(at) ?? ''}`.matchAll(/=>\s*"?(\.{1,2}\/[^\s"]+)/g)].map(
      ([, to = '']) => folder(posix.join(at, to)),
    ),
  );
  const imported = [...new Set([root, ...used])].flatMap((at) => {
    const [, module = ''] = /^\s*module\s+(?:\(\s*)?"?([^\s"()]+)/m.exec(goModules.get(at) ?? '') ?? [];
    const own = names.filter((name) => module !== '' && (name === module || name.startsWith(`${module}/`)));
    return own.map((name) => folder(posix.join(at, name.slice(module.length + 1))));
  });
  const packages = imported.map((at) => ({ at, files: pathsBelow(tree, at).filter((each) => folderOf(each) === at) }));
  return {
    files: [...settings, ...packages.flatMap(({ files }) => files), ...replaced.flatMap((at) => pathsBelow(tree, at))],
    missing: packages.flatMap(({ at, files }) => (files.length === 0 ? [at] : [])),
  };
}

/** The folders of the modules that a workspace is made of: `use ./a`, `use ( ./a ./b )`. */
function usedFolders(at: string, text: string): string[] {
  const plain = text.replace(/\/\/[^\n]*/g, '');
  const lists = [...plain.matchAll(/^\s*use\s*(?:\(([^)]*)\)|([^\s(]+))/gm)].map(([, list, one]) => list ?? one ?? '');
  return lists
    .flatMap((list) => list.split(/\s+/).filter(Boolean))
    .map((each) => folder(posix.join(at, each.replaceAll('"', ''))));
}

function folder(path: string): string {
  return path.replace(/^\.$|\/$/g, '');
}

/** What a file of requirements names: further ones, and packages by their folders. */
export function requiredFiles(path: string, names: readonly string[], tree: SourceTree): string[] {
  return names.flatMap((text) => {
    const place = folder(posix.join(folderOf(path), text));
    return tree.files.has(place) ? [place] : place === '' || place.startsWith('..') ? [] : [...pathsBelow(tree, place)];
  });
}
