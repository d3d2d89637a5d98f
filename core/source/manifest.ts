import { posix } from 'node:path';
import picomatch from 'picomatch';
import { parseJsonFile } from '../json-file.ts';
import { readYaml } from '../yaml/read.ts';

/** A package.json, as far as it says what a package is made of. */
export interface Manifest {
  /** Folder from the repository's root. */
  readonly folder: string;
  readonly name?: string;
  /** What is installed for it, for whatever purpose: ranges by name. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** What it expects beside it: ranges by name. */
  readonly peers: Readonly<Record<string, string>>;
  /** Globs of the folders of workspace packages, relative to `folder`. */
  readonly workspaces: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/** Reads the text of a package.json; one that is not JSON says nothing. */
export function readManifest(text: string): Omit<Manifest, 'folder'> {
  const json = parseJson(text);
  const kinds = ['optionalDependencies', 'devDependencies', 'dependencies'];
  const dependencies = Object.assign({}, ...kinds.map((kind) => json[kind] ?? {})) as Record<string, string>;
  const listed = (json['workspaces'] as { packages?: unknown } | undefined)?.packages ?? json['workspaces'];
  const workspaces = Array.isArray(listed) ? listed.map(String) : [];
  const { name } = json;
  const peers = (json['peerDependencies'] ?? {}) as Record<string, string>;
  return { ...(typeof name === 'string' ? { name } : {}), dependencies, peers, workspaces };
}

function parseJson(text: string): Json {
  try {
    return (parseJsonFile(text) ?? {}) as Json;
  } catch {
    return {};
  }
}

function parseYaml(text: string): Json {
  const { value } = { value: undefined, ...readYaml(text) };
  return (value ?? {}) as Json;
}

/** Reads the globs of a pnpm-workspace.yaml; one that is not YAML says nothing. */
export function readPnpmWorkspace(text: string): string[] {
  const { packages } = parseYaml(text);
  return Array.isArray(packages) ? packages.map(String) : [];
}

/** Returns the folders of workspace packages by name, of all roots that list workspaces. */
export function workspacePackages(manifests: readonly Manifest[]): Map<string, string> {
  const packages = new Map<string, string>();
  for (const root of manifests.filter(({ workspaces }) => workspaces.length > 0)) {
    const globs = root.workspaces
      .map((glob) => glob.replace(/^(!?)\.\//, '$1').replace(/\/$/, ''))
      .filter((glob) => glob.replace('!', '') !== '');
    const wanted = picomatch(globs.filter((glob) => !glob.startsWith('!')));
    const unwanted = picomatch(globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1)));
    for (const { folder, name } of manifests) {
      const path = posix.relative(root.folder, folder);
      if (name !== undefined && path !== '' && !path.startsWith('..') && wanted(path) && !unwanted(path)) {
        packages.set(name, folder);
      }
    }
  }
  return packages;
}

/**
 * Returns the folder (or the packed file) in the repository that a dependency leads to: a workspace package by its name, or `file:`, `link:`
 * and `portal:` by their path; undefined for one of a registry.
 */
export function folderOfDependency(
  from: string,
  name: string,
  range: string,
  workspaces: ReadonlyMap<string, string>,
): string | undefined {
  const [, path] = /^(?:file|link|portal):(.+)$/.exec(range) ?? [];
  if (path === undefined) {
    return workspaces.get(name);
  }
  const folder = posix.join(from, path);
  return folder.startsWith('..') ? undefined : folder.replace(/^\.$|\/$/, '');
}
