import { posix } from 'node:path';
import { LOCKFILES } from '../lockfile-names.ts';
import { memoise } from '../memoise.ts';
import { hashLines } from './hash.ts';
import type { LinkedTree } from './links.ts';
import type { LockReader } from './lock-reader.ts';
import { openLockfile } from './lockfile.ts';
import { folderOfDependency, type Manifest, readManifest, readPnpmWorkspace, workspacePackages } from './manifest.ts';
import { folderOf, foldersUpwards, pathsBelow } from './tree.ts';

/** What a folder uses of the packages of the repository and of its lockfiles. */
export interface Uses {
  /** Files of packages of the repository, and of manifests and settings above the folder. */
  readonly files: readonly string[];
  /** One line for each package folder: the hash of what its lockfile says. */
  readonly locks: readonly string[];
}

/** Settings above a service that bundlers read. */
const SETTINGS = /^tsconfig(\.[\w-]+)?\.json$/;

/** What is known of the packages of a repository. */
export interface Packages {
  usesOf(folder: string): Uses;
  /** Folders of workspace packages by name. */
  readonly folders: ReadonlyMap<string, string>;
}

/** Reads every manifest and lockfile once and returns what a folder uses of them. */
export async function readPackages(links: LinkedTree): Promise<Packages> {
  const { tree } = links;
  const named = (name: string) => links.named((each) => each === name);
  const manifestPaths = named('package.json');
  const workspacePaths = named('pnpm-workspace.yaml');
  const lockPaths = LOCKFILES.flatMap(named);
  const texts = await links.derive([...manifestPaths, ...workspacePaths, ...lockPaths], 'text', (text) => text);
  const read = await links.derive(manifestPaths, 'manifest', readManifest);
  const manifests = new Map<string, Manifest>();
  for (const path of manifestPaths) {
    const folder = folderOf(path);
    const pnpm = texts.get(posix.join(folder, 'pnpm-workspace.yaml'));
    const manifest = read.get(path) ?? readManifest('');
    manifests.set(folder, {
      ...manifest,
      folder,
      ...(pnpm === undefined ? {} : { workspaces: readPnpmWorkspace(pnpm) }),
    });
  }
  // A package may stand in the folder of a workspace as a link.
  const linked = tree.links.flatMap((link) => {
    const manifest = manifests.get(links.real(link) ?? '');
    return manifest === undefined || links.real(link) === '' ? [] : [{ ...manifest, folder: link, workspaces: [] }];
  });
  const packages = new Map(
    [...workspacePackages([...manifests.values(), ...linked])].map(([name, folder]) => [
      name,
      links.real(folder) ?? folder,
    ]),
  );
  const settings = new Map<string, string[]>();
  for (const path of links.named((name) => SETTINGS.test(name))) {
    settings.set(folderOf(path), [...(settings.get(folderOf(path)) ?? []), path]);
  }
  const locks = new Map<string, { path: string; reader: LockReader }>();
  for (const path of [...lockPaths].reverse()) {
    const lockfile = { name: posix.basename(path), text: texts.get(path) ?? '' };
    locks.set(folderOf(path), { path, reader: openLockfile(lockfile) });
  }
  const usesOfPackage = memoise((folder: string) => ofPackage(folder));
  return { usesOf: memoise((folder) => ofFolder(folder)), folders: packages };

  /** What the packages in a folder and above it use. */
  function ofFolder(folder: string): Uses {
    const above = foldersUpwards(folder);
    const uses = above.filter((each) => manifests.has(each)).map(usesOfPackage);
    const files = [...uses.flatMap((each) => each.files), ...above.flatMap((each) => settings.get(each) ?? [])];
    return { files, locks: uses.flatMap((each) => each.locks) };
  }

  /** What one package uses: its entries in the lockfile, and the packages of the repository that it leads to. */
  function ofPackage(start: string): Uses {
    const files: string[] = [];
    const lines: string[] = [];
    const seen = new Set<string>();
    const queue = [start];
    for (let folder = queue.pop(); folder !== undefined; folder = queue.pop()) {
      if (seen.has(folder)) {
        continue;
      }
      seen.add(folder);
      files.push(...(folder === start ? [] : filesAt(folder)));
      const manifest = manifests.get(folder);
      const locked = manifest === undefined ? { lines: [], files: [] } : lockLine(manifest);
      lines.push(...locked.lines);
      files.push(...locked.files);
      queue.push(...(manifest === undefined ? [] : targetsOf(manifest)));
    }
    return { files, locks: lines };
  }

  /** What a dependency by its path is: the files of a folder, or a packed file. */
  function filesAt(path: string): readonly string[] {
    return tree.files.has(path) ? [path] : pathsBelow(tree, path);
  }

  /** The places in the repository that a package's dependencies lead to. */
  function targetsOf({ folder, peers, dependencies }: Manifest): string[] {
    return Object.entries({ ...peers, ...dependencies }).flatMap(([name, range]) => {
      const target = folderOfDependency(folder, name, range, packages);
      return target === undefined ? [] : [target];
    });
  }

  function lockLine(manifest: Manifest): { lines: string[]; files: string[] } {
    const { folder } = manifest;
    const at = foldersUpwards(folder).find((each) => locks.has(each));
    const lock = at === undefined ? undefined : locks.get(at);
    if (at === undefined || lock === undefined) {
      return { lines: [], files: [posix.join(folder, 'package.json')] };
    }
    // npm installs peers, and lists them; yarn leaves them to others.
    const peers = posix.basename(lock.path) === 'yarn.lock' ? {} : manifest.peers;
    const foreign = Object.entries({ ...peers, ...manifest.dependencies }).filter(
      ([name, range]) => folderOfDependency(folder, name, range, packages) === undefined,
    );
    const known = lock.reader({ folder: posix.relative(at, folder), dependencies: Object.fromEntries(foreign) });
    return known === undefined
      ? { lines: [], files: [lock.path] }
      : { lines: [`${folder}\0${lock.path}\0${hashLines(known)}`], files: [] };
  }
}
