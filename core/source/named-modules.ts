import { posix } from 'node:path';
import type { LinkedTree } from './links.ts';
import type { ModulePaths } from './module-paths.ts';
import { MODULE_SETTINGS } from './module-settings.ts';
import { type GoSettings, goImports, requiredFiles } from './other-languages.ts';
import { quotedOf, requiredPaths, SOURCE_FILE, type Specifier, specifiersOf } from './specifiers.ts';

/** What one file names. */
export interface Named {
  readonly files: readonly string[];
  readonly missing: readonly string[];
}

/** Files that are not packaged to run: tests, settings of tools, what was built into a folder with a point. */
function isAside(path: string): boolean {
  return /(?:^|\/)(?:\.[^/]+|_{0,2}(?:tests?|mocks|fixtures)_{0,2})\/|\.(?:test|spec)\.[cm]?[jt]sx?$|(?:^|\/)(?:\.[\w-]+|[\w.-]+\.config)\.[cm]?[jt]s$/.test(
    path,
  );
}

/** What each file names, as it is spelled, by path. */
export async function namesIn(
  paths: readonly string[],
  links: LinkedTree,
): Promise<ReadonlyMap<string, readonly Specifier[]>> {
  const plain = (find: (text: string) => string[]) => (text: string) =>
    find(text).map((each) => ({ text: each, kind: 'module' as const, isComment: false }));
  const names = await links.derive(
    paths.filter((path) => SOURCE_FILE.test(path)),
    'specifiers',
    specifiersOf,
  );
  const others = paths.filter((path) => !SOURCE_FILE.test(path));
  const isGo = (path: string) => path.endsWith('.go');
  for (const each of [
    await links.derive(others.filter(isGo), 'quoted', plain(quotedOf)),
    await links.derive(
      others.filter((path) => !isGo(path)),
      'required',
      plain(requiredPaths),
    ),
  ]) {
    for (const [path, found] of each) {
      names.set(path, found);
    }
  }
  return names;
}

/** What modules are found by. */
export interface Surroundings extends GoSettings {
  readonly modules: ModulePaths;
}

/** Where the modules are that a file names. */
export function namedBy(path: string, names: readonly Specifier[] = [], around: Surroundings): Named {
  if (path.endsWith('.go')) {
    return goImports(path, textsIn(names), around);
  }
  if (!SOURCE_FILE.test(path)) {
    return { files: requiredFiles(path, textsIn(names), around.tree), missing: [] };
  }
  const find = { module: around.modules.resolve, beginning: around.modules.below, place: around.modules.beside };
  // What settings name beside themselves is for tools.
  const isSettings = isAside(path) || MODULE_SETTINGS.test(posix.basename(path));
  const counted = isSettings ? names.filter(({ kind }) => kind !== 'place') : names;
  const found = counted.map(({ text, kind, isComment }) => {
    const places = find[kind](text, path);
    return { files: places.files, missing: isComment ? undefined : places.missing };
  });
  return {
    files: [...new Set(found.flatMap(({ files }) => files))],
    missing: isAside(path) ? [] : found.flatMap(({ missing }) => missing ?? []),
  };
}

const textsIn = (names: readonly Specifier[]) => names.map(({ text }) => text);
