import { posix } from 'node:path';
import picomatch from 'picomatch';
import { memoise } from '../memoise.ts';
import { onlyDefined } from '../only-defined.ts';
import type { Service } from '../service/definition.ts';
import { openBundles } from './bundled.ts';
import { hashLines } from './hash.ts';
import { type LinkedTree, openLinks } from './links.ts';
import { readPackages } from './packages.ts';
import {
  folderOf,
  inTree,
  isLinkEntry,
  pathsBeginning,
  pathsBelow,
  type SourceReader,
  type SourceTree,
} from './tree.ts';

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
  const real = (path: string) => links.real(path) ?? path;
  const folders = new Map(services.map((service) => [service.key, real(inTree(root, service.path))]));
  const inner = new Set(services.flatMap(({ path }) => [inTree(root, path), real(inTree(root, path))]));
  const matched = memoise((glob) => globbed(links, posix.join(root, glob)));
  const filesOf = new Map(
    services.map((service) => {
      const folder = folders.get(service.key) ?? '';
      const files = [
        // The folder may be a link itself.
        ...(isLinkEntry(reader.tree.files.get(folder)) ? [folder] : []),
        ...ownFiles(reader.tree, folder, service, inner),
        ...(service.triggers === 'always' ? [] : service.triggers.flatMap(matched)),
        ...service.includes.map((path) => real(inTree(root, path))),
        ...service.reads.outside.flatMap((path) => outsideFiles(links, folder, path)),
        ...packages.usesOf(folder).files,
      ];
      return [service.key, links.follow(files)];
    }),
  );
  const starts = new Set<string>();
  for (const { paths } of filesOf.values()) {
    for (const path of paths) {
      starts.add(path);
    }
  }
  const bundles = await openBundles(links, starts, packages.folders);
  return new Map(
    services.map(({ key }): [string, ServiceSource] => {
      const folder = folders.get(key) ?? '';
      const { paths, lost } = filesOf.get(key) ?? { paths: new Set<string>(), lost: [] };
      const taken = bundles.takenIn(folder, paths);
      const { locks } = packages.usesOf(folder);
      const hash = hashLines([...fileLines(reader.tree, paths), ...locks, ...taken.lines]);
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
  return all.filter((path) => !folders.has(path) && !isOfOther(folderOf(path)));
}

function fileLines(tree: SourceTree, paths: ReadonlySet<string>): string[] {
  const lines: string[] = [];
  for (const path of paths) {
    const entry = tree.files.get(path);
    if (entry !== undefined) {
      lines.push(`${path}\0${entry}`);
    }
  }
  return lines;
}

/** The paths that a glob matches, looked for only below the folder that it names as it is; that may be, or lead through, a link. */
function globbed({ tree, real }: LinkedTree, glob: string): string[] {
  const { base, glob: rest } = picomatch.scan(glob);
  const place = real(base);
  if (place !== undefined && place !== base && rest === '') {
    return [place];
  }
  const isLed = place !== undefined && place !== base && place !== '' && rest !== '';
  const matches = picomatch(isLed ? posix.join(place, rest) : glob, { dot: true });
  return pathsBeginning(tree, isLed ? place : base).filter((path) => matches(path));
}

/**
 * A path that leads out of a service's folder: the file, the folder, or (a handler, a pattern, a path whose end is not known) what
 * is in the folder before.
 */
function outsideFiles({ tree, real }: LinkedTree, folder: string, path: string): readonly string[] {
  const written = posix.join(folder, path.replaceAll('\\', '/'));
  if (written.startsWith('..')) {
    return [];
  }
  const full = real(written.replace(/\/$/, '')) ?? written;
  if (tree.files.has(full)) {
    return [full];
  }
  const below = pathsBelow(tree, full);
  if (below.length > 0) {
    return below;
  }
  const { base, glob } = picomatch.scan(full);
  const at = glob === '' ? folderOf(full) : base;
  // Above the service everything is too much: what begins with the name is what a handler, or the known part of a path, may mean.
  const isAbove = at === '' || folder === at || folder.startsWith(`${at}/`);
  const isFolder = written.endsWith('/') || glob !== '';
  return isAbove && !isFolder
    ? pathsBeginning(tree, stemOf(full)).filter((each) => folderOf(each) === at)
    : pathsBelow(tree, at);
}

/** A path without what stands behind its last point: a handler's function, or the end of a file's name. */
function stemOf(path: string): string {
  const name = path.slice(folderOf(path).length);
  const at = name.lastIndexOf('.');
  return at > 1 ? path.slice(0, path.length - name.length + at + 1) : path;
}
