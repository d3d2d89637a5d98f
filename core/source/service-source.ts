import { posix } from 'node:path';
import picomatch from 'picomatch';
import { onlyDefined } from '../only-defined.ts';
import type { Service } from '../service/definition.ts';
import { openBundles } from './bundled.ts';
import { hashLines } from './hash.ts';
import { openLinks } from './links.ts';
import { memoise } from './memoise.ts';
import { readPackages } from './packages.ts';
import { folderOf, inTree, pathsBeginning, pathsBelow, type SourceReader, type SourceTree } from './tree.ts';

/** What a service's source is told by. */
export type SourcedService = Pick<Service, 'key' | 'path' | 'triggers' | 'includes' | 'reads' | 'hasCode'>;

/** What a service is made of, as one value. */
export interface ServiceSource {
  /** SHA-256 in hex. */
  readonly hash: string;
  /** Why not all that it is made of is known, so that it may always differ; undefined if all is. */
  readonly doubt?: string;
}

/**
 * Tells what each service is made of, by key: the files of its folder, its triggers, the workspace packages and files
 * that it refers to, what its code takes in from elsewhere, all that links lead to, and its entries in the lockfile that covers it.
 * `root` is the application's folder from the repository's root (`''` if it is that). The same tree gives the same hashes
 * everywhere; the work grows with the number of files and services, not with their product.
 */
export async function sourcesOf(
  reader: SourceReader,
  services: readonly SourcedService[],
  root: string,
): Promise<Map<string, ServiceSource>> {
  const links = await openLinks(reader);
  const packages = await readPackages(links);
  const folderAt = (path: string) => links.real(inTree(root, path)) ?? inTree(root, path);
  const folders = new Map(services.map((service) => [service.key, folderAt(service.path)]));
  const inner = new Set(folders.values());
  const matched = memoise((glob) => globbed(reader.tree, posix.join(root, glob)));
  const filesOf = new Map(
    services.map((service) => {
      const folder = folders.get(service.key) ?? '';
      const files = new Set([
        ...ownFiles(reader.tree, folder, service, inner),
        ...(service.triggers === 'always' ? [] : service.triggers.flatMap(matched)),
        ...service.includes.map((path) => links.real(inTree(root, path)) ?? inTree(root, path)),
        ...service.reads.outside.flatMap((path) => outsideFiles(reader.tree, folder, path)),
      ]);
      return [service.key, links.follow(files)];
    }),
  );
  const starts = [...filesOf.values()].flatMap(({ paths }) => [...paths]);
  const bundles = await openBundles(links, starts, packages.folders);
  return new Map(
    services.map(({ key }): [string, ServiceSource] => {
      const folder = folders.get(key) ?? '';
      const { paths, lost } = filesOf.get(key) ?? { paths: [], lost: [] };
      const uses = packages.usesOf(folder);
      const taken = bundles.takenIn(folder, paths);
      const files = new Set([...paths, ...links.follow(uses.files).paths]);
      const hash = hashLines([...fileLines(reader.tree, files), ...uses.locks, ...taken.lines]);
      const [link] = lost;
      const doubt = link === undefined ? taken.doubt : `the link ${link} leads to nothing that git has`;
      return [key, { hash, ...onlyDefined({ doubt }) }];
    }),
  );
}

/**
 * The files of a service's folder. What stands in the folders of services within it is in its package too, if it has one
 * (osls 4.3, serverless 3).
 */
function ownFiles(
  tree: SourceTree,
  folder: string,
  { hasCode }: SourcedService,
  folders: ReadonlySet<string>,
): readonly string[] {
  const all = pathsBelow(tree, folder);
  if (hasCode) {
    return all;
  }
  const isOfOther = memoise((at: string): boolean => at !== folder && (folders.has(at) || isOfOther(folderOf(at))));
  return all.filter((path) => !isOfOther(folderOf(path)));
}

function fileLines(tree: SourceTree, paths: ReadonlySet<string>): string[] {
  return [...paths].flatMap((path) => (tree.files.has(path) ? [`${path}\0${tree.files.get(path)}`] : []));
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
