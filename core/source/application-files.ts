import { posix } from 'node:path';
import { once } from '../once.ts';
import type { ApplicationFiles } from '../service/discover.ts';
import { openLinks } from './links.ts';
import { folderOf, inTree, pathsBelow, type SourceReader } from './tree.ts';

/**
 * The files of an application in a tree; `root` is its folder from the repository's root, `isIgnored` says of a folder's
 * name that no service is looked for in it.
 */
export function applicationFiles(
  reader: SourceReader,
  root: string,
  place: string,
  isIgnored: (name: string) => boolean,
): ApplicationFiles {
  const { tree } = reader;
  const links = once(() => openLinks(reader));
  const full = (path: string) => inTree(root, path);
  const short = (folder: string) => posix.relative(root, folder) || '.';
  return {
    place,
    async names(folder) {
      const at = (await links()).real(full(folder)) ?? full(folder);
      const below = pathsBelow(tree, at);
      const names = new Set(below.map((path) => path.slice(at === '' ? 0 : at.length + 1).split('/')[0] ?? ''));
      return below.length === 0 ? undefined : [...names];
    },
    read: async (path) => (await (await links()).read([full(path)])).get(full(path)),
    async foldersWith(names, depth) {
      const folders = new Set(
        pathsBelow(tree, full('.')).flatMap((path) =>
          names.includes(posix.basename(path)) ? [short(folderOf(path))] : [],
        ),
      );
      return [...folders].filter((folder) => isReached(folder, depth, isIgnored)).sort();
    },
  };
}

function isReached(folder: string, depth: number, isIgnored: (name: string) => boolean): boolean {
  const steps = folder === '.' ? [] : folder.split('/');
  return steps.length <= depth && !steps.some(isIgnored);
}
