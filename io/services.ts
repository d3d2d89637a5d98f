import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ApplicationFiles } from '../core/service/discover.ts';

/** Folders that no service of the user's own is in. */
const IGNORED = new Set(['node_modules', 'dist', 'vendor']);

/** The files of an application in a folder of this machine. */
export function workspaceFiles(root: string): ApplicationFiles {
  return {
    place: root,
    names: (folder) => readdir(join(root, folder)).catch(() => undefined),
    read: (path) => readFile(join(root, path), 'utf8').catch(() => undefined),
    foldersWith: async (names, depth) => (await foldersWith(root, names, root, depth)).sort(),
  };
}

async function foldersWith(root: string, names: readonly string[], folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const own = entries.some((entry) => entry.isFile() && names.includes(entry.name))
    ? [relative(root, folder).split(sep).join('/') || '.']
    : [];
  const below = entries.filter((entry) => entry.isDirectory() && depth > 0 && !isIgnored(entry.name));
  const found = await Promise.all(below.map(({ name }) => foldersWith(root, names, join(folder, name), depth - 1)));
  return [...own, ...found.flat()];
}

/** Whether services are not looked for in folders of this name. */
export function isIgnored(name: string): boolean {
  return IGNORED.has(name) || name.startsWith('.');
}
