import { posix } from 'node:path';
import { memoise } from '../memoise.ts';
import type { LinkedTree } from './links.ts';
import { type Alias, type KnownSettings, readModuleSettings, targetsOf } from './module-settings.ts';
import { folderOf, foldersUpwards, pathsBelow } from './tree.ts';

const EXTENSIONS = ['.d.ts', '.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.vue', '.svelte'];
/** A name in front of what is compiled to it. */
const COMPILED: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.jsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/** Where a specifier leads. */
export interface ModulePlaces {
  /** Files of the repository; all that may be meant, since bundlers differ in which they take first. */
  readonly files: readonly string[];
  /** A path that it names and that git does not have; undefined if it is a package of a registry, or was found. */
  readonly missing?: string;
}

/** Tells where the modules of a repository are that its files name. */
export interface ModulePaths {
  /** Where a specifier leads that stands in a file. */
  resolve(specifier: string, from: string): ModulePlaces;
  /** What a specifier may lead to of which only the beginning is known. */
  below(beginning: string, from: string): ModulePlaces;
  /** The file, or all in the folder, at a path from a file's folder; nothing for a folder that the file is in itself. */
  beside(path: string, from: string): ModulePlaces;
  /** Files whose settings say where the modules are that the files of a folder name, from elsewhere than the folders above. */
  settingsOf(folder: string): readonly string[];
}

export interface ModulePathParts {
  readonly links: LinkedTree;
  readonly settings: KnownSettings;
}

/**
 * Builds it from the settings: `paths`, `baseUrl` and `extends` of the compiler's (every tsconfig.json and jsconfig.json from the
 * file's folder up counts: tools differ in which they take), `resolve.alias` of webpack's, `imports` of package.json, and the names of
 * workspace packages.
 * https://www.typescriptlang.org/docs/handbook/modules/reference.html
 */
export function createModulePaths({ links, settings }: ModulePathParts): ModulePaths {
  const { tree } = links;
  const { texts, packages } = settings;
  const byFolder = new Map<string, string[]>();
  for (const path of texts.keys()) {
    byFolder.set(folderOf(path), [...(byFolder.get(folderOf(path)) ?? []), path]);
  }
  const settingsAt = memoise((path: string) => readModuleSettings(path, settings));
  const aliasesOf = memoise((folder: string) =>
    foldersUpwards(folder).flatMap((each) => (byFolder.get(each) ?? []).flatMap((path) => settingsAt(path).aliases)),
  );
  // The settings of a service count for all that it takes in, which may have none above it.
  const elsewhere = byFirstPart([...texts.keys()].flatMap((path) => settingsAt(path).aliases));

  const extendedAbove: (folder: string) => readonly string[] = memoise((folder) => {
    const own = (byFolder.get(folder) ?? []).flatMap((path) => settingsAt(path).extended);
    const above = folder === '' ? [] : extendedAbove(folderOf(folder));
    return own.length === 0 ? above : [...own, ...above];
  });

  return {
    resolve(specifier, from) {
      const text = specifier.replace(/[?#][^/]*$/, '') || specifier;
      if (/^\.{1,2}(\/|$)/.test(text)) {
        return resolvePath(posix.join(folderOf(from), text));
      }
      if (/^(?:[a-z]+:|\/)/.test(text)) {
        return { files: [] };
      }
      const aliases = aliasesOf(folderOf(from));
      const places = placesOf(text, aliases);
      const found = places.flatMap((path) => filesOf(path));
      const names = aliases.flatMap((alias) => (alias.start === text ? (alias.packages ?? []) : []));
      const files = found.length > 0 ? found : [text, ...names].flatMap(packageFiles);
      const [missing] = placesOf(
        text,
        aliases.filter(({ start }) => start !== ''),
      );
      return files.length > 0 || missing === undefined ? { files } : { files, missing };
    },
    below(beginning, from) {
      const folder = beginning.slice(0, beginning.lastIndexOf('/') + 1);
      const isRelative = /^\.{1,2}\//.test(beginning);
      const places = isRelative ? [posix.join(folderOf(from), folder)] : placesOf(folder, aliasesOf(folderOf(from)));
      const files = places.flatMap((place) => filesBelow(place));
      const all = files.length > 0 || isRelative ? files : packageFiles(folder);
      return all.length > 0 || !isRelative ? { files: all } : { files: [], missing: places[0] ?? beginning };
    },
    beside(path, from) {
      const folder = folderOf(from);
      const place = links.real(posix.join(folder, path).replace(/\/$/, ''));
      if (place === undefined || tree.files.has(place)) {
        return { files: place === undefined ? [] : [place] };
      }
      return { files: `${folder}/`.startsWith(`${place}/`) ? [] : filesBelow(place) };
    },
    settingsOf: extendedAbove,
  };

  function placesOf(name: string, aliases: readonly Alias[]): string[] {
    const [first = ''] = name.split('/');
    const own = aliases.flatMap((alias) => targetsOf(alias, name));
    return own.length > 0 ? own : (elsewhere.get(first) ?? []).flatMap((alias) => targetsOf(alias, name));
  }

  /** All below a folder; of the repository itself nothing: that would be every file. */
  function filesBelow(path: string): readonly string[] {
    const place = links.real(path.replace(/\/$/, ''));
    return place === undefined || place === '' || place === '.' || path.startsWith('..') ? [] : pathsBelow(tree, place);
  }

  function resolvePath(path: string): ModulePlaces {
    const files = filesOf(path);
    if (files.length > 0 || path.startsWith('..')) {
      return files.length > 0 ? { files } : { files, missing: path };
    }
    // What is generated or built is not in git: it is made of what is in the package that it is in.
    const around = foldersUpwards(folderOf(path)).find((folder) => pathsBelow(tree, folder).length > 0) ?? '';
    const isPackage = around !== '' && tree.files.has(posix.join(around, 'package.json'));
    return isPackage ? { files: pathsBelow(tree, around) } : { files: [], missing: path };
  }

  /** The files that a path without an extension, or of a folder, may stand for. */
  function filesOf(path: string): string[] {
    const place = links.real(path.replace(/\/$/, ''));
    if (place === undefined) {
      return [];
    }
    const extension = posix.extname(place);
    const bare = place.slice(0, place.length - extension.length);
    const candidates = [
      place,
      ...EXTENSIONS.map((each) => place + each),
      ...(COMPILED[extension] ?? []).map((each) => bare + each),
      ...EXTENSIONS.map((each) => posix.join(place, `index${each}`)),
    ];
    const files = candidates.flatMap((each) => {
      const real = links.real(each);
      return real !== undefined && tree.files.has(real) ? [real] : [];
    });
    const isFolderOfPackage = files.length === 0 && tree.files.has(posix.join(place, 'package.json'));
    return isFolderOfPackage ? [...pathsBelow(tree, place)] : [...new Set(files)];
  }

  /** A workspace package as a whole: what of it is taken in is told by what it builds. */
  function packageFiles(name: string): readonly string[] {
    const [scope = '', ...rest] = name.split('/');
    const folder = packages.get(scope.startsWith('@') ? `${scope}/${rest[0]}` : scope);
    return folder === undefined ? [] : pathsBelow(tree, folder);
  }
}

/** Aliases by the first part of what they begin with; those that begin with anything are left out. */
function byFirstPart(aliases: readonly Alias[]): Map<string, Alias[]> {
  const parts = new Map<string, Alias[]>();
  for (const alias of aliases) {
    const [first = ''] = alias.start.split('/');
    if (first !== '') {
      parts.set(first, [...(parts.get(first) ?? []), alias]);
    }
  }
  return parts;
}
