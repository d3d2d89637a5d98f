import { posix } from 'node:path';
import { folderOf, foldersUpwards, pathsBelow, type SourceTree } from './tree.ts';

/** The packages of its own module that a file of Go imports, with what `replace` leads to, and the module's settings. */
export function goImports(
  path: string,
  names: readonly string[],
  { tree, goModules }: { readonly tree: SourceTree; readonly goModules: ReadonlyMap<string, string> },
): string[] {
  const root = foldersUpwards(folderOf(path)).find((folder) => goModules.has(folder));
  if (root === undefined) {
    return [];
  }
  const settings = ['go.mod', 'go.sum'].map((name) => posix.join(root, name)).filter((each) => tree.files.has(each));
  const text = goModules.get(root) ?? '';
  const [, module = ''] = /^module\s+(\S+)/m.exec(text) ?? [];
  const replaced = [...text.matchAll(/=>\s*(\.{1,2}\/\S+)/g)].map(([, to = '']) => posix.join(root, to));
  const folders = names.flatMap((name) =>
    module !== '' && (name === module || name.startsWith(`${module}/`))
      ? [posix.join(root, name.slice(module.length + 1))]
      : [],
  );
  const own = folders.flatMap((folder) => {
    const at = folder === '.' ? '' : folder.replace(/\/$/, '');
    return pathsBelow(tree, at).filter((each) => folderOf(each) === at);
  });
  return [...settings, ...own, ...replaced.flatMap((folder) => pathsBelow(tree, folder))];
}

/** What a file of requirements names: further ones, and packages by their folders. */
export function requiredFiles(path: string, names: readonly string[], tree: SourceTree): string[] {
  return names.flatMap((text) => {
    const place = posix.join(folderOf(path), text).replace(/\/$/, '');
    return tree.files.has(place) ? [place] : place.startsWith('..') ? [] : [...pathsBelow(tree, place)];
  });
}
