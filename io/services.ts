import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { UserError } from '../core/errors.ts';
import type { ApplicationFiles } from '../core/service/discover.ts';
import { readLimited } from './files/limited.ts';

/** Folders that no service of the user's own is in. */
const IGNORED = new Set(['node_modules', 'dist', 'vendor']);

/** The files of an application in a folder of this machine. */
export function workspaceFiles(root: string): ApplicationFiles {
  return {
    place: root,
    names: (folder) => readdir(join(root, folder)).catch(() => undefined),
    read: (path) => readText(join(root, path), path),
    foldersWith: async (names, depth) => (await foldersWith(root, names, root, depth)).sort(),
  };
}

/** Undefined where the file is not there; throws E_CONFIG_FILE where it is too large. */
async function readText(full: string, path: string): Promise<string | undefined> {
  try {
    return (await readLimited(full, path)).toString();
  } catch (error) {
    if (error instanceof UserError) {
      throw error;
    }
    return undefined;
  }
}

async function foldersWith(root: string, names: readonly string[], folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const own = entries.some((entry) => (entry.isFile() || entry.isSymbolicLink()) && names.includes(entry.name))
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
