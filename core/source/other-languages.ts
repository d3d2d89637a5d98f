import { posix } from 'node:path';
import { folderOf, foldersUpwards, pathsBelow, type SourceTree } from './tree.ts';

/** What a file of another language leads to. */
export interface LedTo {
  readonly files: readonly string[];
  /** Paths that git does not have. */
  readonly missing: readonly string[];
}

/**
 * The packages of its own module that a file of Go imports, with what `replace` leads to, and the module's settings.
 * https://go.dev/ref/mod#go-mod-file
 */
export function goImports(
  path: string,
  names: readonly string[],
  { tree, goModules }: { readonly tree: SourceTree; readonly goModules: ReadonlyMap<string, string> },
): LedTo {
  const root = foldersUpwards(folderOf(path)).find((folder) => goModules.has(folder));
  if (root === undefined) {
    return { files: [], missing: [] };
  }
  const settings = ['go.mod', 'go.sum'].map((name) => posix.join(root, name)).filter((each) => tree.files.has(each));
  const text = goModules.get(root) ?? '';
  const [, module = ''] = /^\s*module\s+(?:\(\s*)?"?([^\s"()]+)/m.exec(text) ?? [];
  const replaced = [...text.matchAll(/=>\s*"?(\.{1,2}\/[^\s"]+)/g)].map(([, to = '']) => folder(posix.join(root, to)));
  const imported = names.flatMap((name) =>
    module !== '' && (name === module || name.startsWith(`${module}/`))
      ? [folder(posix.join(root, name.slice(module.length + 1)))]
      : [],
  );
  const packages = imported.map((at) => ({ at, files: pathsBelow(tree, at).filter((each) => folderOf(each) === at) }));
  return {
    files: [...settings, ...packages.flatMap(({ files }) => files), ...replaced.flatMap((at) => pathsBelow(tree, at))],
    missing: packages.flatMap(({ at, files }) => (files.length === 0 ? [at] : [])),
  };
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
