import { posix } from 'node:path';
import picomatch from 'picomatch';
import type { Service } from '../service/definition.ts';
import { hashLines } from './hash.ts';
import { memoise } from './memoise.ts';
import { readPackages } from './packages.ts';
import { folderOf, inTree, pathsBeginning, pathsBelow, type SourceReader, type SourceTree } from './tree.ts';

/** What a service's source is told by. */
export type SourcedService = Pick<Service, 'key' | 'path' | 'triggers' | 'includes' | 'reads'>;

/**
 * Hashes what each service is made of, by key: the files of its folder, its triggers, the workspace packages and files
 * that it refers to, and its entries in the lockfile that covers it. `root` is the application's folder from the
 * repository's root (`''` where it is that). The same tree gives the same hashes everywhere; the work grows with the
 * number of files and services, not with their product.
 */
export async function sourcesOf(
  reader: SourceReader,
  services: readonly SourcedService[],
  root: string,
): Promise<Map<string, string>> {
  const packages = await readPackages(reader);
  const folders = new Map(services.map((service) => [service.key, inTree(root, service.path)]));
  const own = filesByOwner(reader.tree, folders);
  const matched = memoise((glob) => globbed(reader.tree, posix.join(root, glob)));
  return new Map(
    services.map((service): [string, string] => {
      const folder = folders.get(service.key) ?? '';
      const uses = packages.usesOf(folder);
      const files = new Set([
        ...(own.get(service.key) ?? []),
        ...(service.triggers === 'always' ? [] : service.triggers.flatMap(matched)),
        ...service.includes.map((path) => inTree(root, path)),
        ...service.reads.outside.flatMap((path) => outsideFiles(reader.tree, folder, path)),
        ...uses.files,
      ]);
      return [service.key, hashLines([...fileLines(reader.tree, files), ...uses.locks])];
    }),
  );
}

function fileLines(tree: SourceTree, paths: ReadonlySet<string>): string[] {
  return [...paths].flatMap((path) => (tree.files.has(path) ? [`${path}\0${tree.files.get(path)}`] : []));
}

/** Gives each file to the service in whose folder it is; of folders within each other, to the inner one. */
function filesByOwner(tree: SourceTree, folders: ReadonlyMap<string, string>): Map<string, string[]> {
  const keyOfFolder = new Map([...folders].map(([key, folder]) => [folder, key]));
  const ownerOf = new Map<string, string | undefined>();
  const owner = (folder: string): string | undefined => {
    if (!ownerOf.has(folder)) {
      ownerOf.set(folder, keyOfFolder.get(folder) ?? (folder === '' ? undefined : owner(folderOf(folder))));
    }
    return ownerOf.get(folder);
  };
  const files = new Map<string, string[]>();
  for (const path of tree.paths) {
    const key = owner(folderOf(path));
    if (key !== undefined) {
      const list = files.get(key) ?? [];
      list.push(path);
      files.set(key, list);
    }
  }
  return files;
}

/** The paths that a glob matches, looked for only below the folder that it names as it is. */
function globbed(tree: SourceTree, glob: string): string[] {
  const { base } = picomatch.scan(glob);
  const matches = picomatch(glob, { dot: true });
  return pathsBeginning(tree, base).filter((path) => matches(path));
}

/**
 * A path that leads out of a service's folder: the file, the folder, or (a handler, a pattern, a path whose end is not known) what
 * is in the folder before.
 */
function outsideFiles(tree: SourceTree, folder: string, path: string): readonly string[] {
  const full = posix.join(folder, path.replaceAll('\\', '/'));
  if (full.startsWith('..')) {
    return [];
  }
  if (tree.files.has(full)) {
    return [full];
  }
  const below = pathsBelow(tree, full.replace(/\/$/, ''));
  const { base, glob } = picomatch.scan(full);
  return below.length > 0 ? below : pathsBelow(tree, glob === '' ? folderOf(full) : base);
}
