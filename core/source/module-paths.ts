import { posix } from 'node:path';
import stripJsonComments from 'strip-json-comments';
import { parseJsonFile } from '../json-file.ts';
import type { LinkedTree } from './links.ts';
import { memoise } from './memoise.ts';
import { folderOf, foldersUpwards, pathsBelow } from './tree.ts';

/** How a compiler or a bundler is told where modules are: a pattern of names, and the places that it stands for. */
interface Alias {
  /** Before the `*`, or the whole name. */
  readonly start: string;
  /** Behind the `*`; undefined if there is none. */
  readonly end: string | undefined;
  /** Paths from the repository's root, with a `*` each where the name has one. */
  readonly targets: readonly string[];
}

/** Settings that are read for where modules are, as texts by path. */
export const MODULE_SETTINGS = /^(?:[jt]sconfig(?:\.[\w.-]+)?\.json|webpack(?:\.[\w.-]+)?\.[cm]?[jt]s|package\.json)$/;

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
  /** Files whose settings say where the modules are that the files of a folder name, from elsewhere than the folders above. */
  settingsOf(folder: string): readonly string[];
}

export interface ModulePathParts {
  readonly links: LinkedTree;
  /** Texts of settings (`MODULE_SETTINGS`), by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Folders of workspace packages, by their names. */
  readonly packages: ReadonlyMap<string, string>;
}

/**
 * Builds it from the settings: `paths`, `baseUrl` and `extends` of the compiler's (every tsconfig.json and jsconfig.json from the
 * file's folder up counts: tools differ in which they take), `resolve.alias` of webpack's, `imports` of package.json, and the names of
 * workspace packages.
 * https://www.typescriptlang.org/docs/handbook/modules/reference.html
 */
export function createModulePaths({ links, texts, packages }: ModulePathParts): ModulePaths {
  const { tree } = links;
  const byFolder = new Map<string, string[]>();
  for (const path of texts.keys()) {
    byFolder.set(folderOf(path), [...(byFolder.get(folderOf(path)) ?? []), path]);
  }
  const settingsAt = memoise((path: string) => readSettings(path, texts));
  const aliasesOf = memoise((folder: string) =>
    foldersUpwards(folder).flatMap((each) => (byFolder.get(each) ?? []).flatMap((path) => settingsAt(path).aliases)),
  );

  return {
    resolve(specifier, from) {
      const text = specifier.replace(/[?#][^/]*$/, '') || specifier;
      if (/^\.{1,2}(\/|$)/.test(text)) {
        return resolvePath(posix.join(folderOf(from), text));
      }
      if (/^(?:[a-z]+:|\/)/.test(text)) {
        return { files: [] };
      }
      const aliased = aliasesOf(folderOf(from)).flatMap((alias) => targetsOf(alias, text));
      const found = aliased.flatMap((path) => filesOf(path));
      if (found.length > 0) {
        return { files: found };
      }
      return { files: packageFiles(text) };
    },
    settingsOf: memoise((folder) =>
      foldersUpwards(folder).flatMap((each) => (byFolder.get(each) ?? []).flatMap((path) => settingsAt(path).extended)),
    ),
  };

  function resolvePath(path: string): ModulePlaces {
    const files = filesOf(path);
    if (files.length > 0 || path.startsWith('..')) {
      return { files };
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

interface Settings {
  readonly aliases: readonly Alias[];
  /** Files that it extends, those that they extend included. */
  readonly extended: readonly string[];
}

function readSettings(path: string, texts: ReadonlyMap<string, string>): Settings {
  const name = posix.basename(path);
  const text = texts.get(path) ?? '';
  if (name === 'package.json') {
    return { aliases: packageImports(path, text), extended: [] };
  }
  return name.endsWith('.json')
    ? compilerSettings(path, texts, [])
    : { aliases: webpackAliases(path, text), extended: [] };
}

interface CompilerSettings {
  readonly extends?: unknown;
  readonly compilerOptions?: { readonly baseUrl?: unknown; readonly paths?: unknown };
}

function compilerSettings(path: string, texts: ReadonlyMap<string, string>, within: readonly string[]): Settings {
  const text = texts.get(path);
  if (text === undefined || within.includes(path)) {
    return { aliases: [], extended: [] };
  }
  const { extends: bases, compilerOptions } = (parseJsonc(text) ?? {}) as CompilerSettings;
  const folder = folderOf(path);
  const extended = [bases]
    .flat()
    .flatMap((base) => (typeof base === 'string' ? extendedPath(base, folder, texts) : []));
  const inherited = extended.map((base) => compilerSettings(base, texts, [...within, path]));
  const { baseUrl, paths } = compilerOptions ?? {};
  const base = typeof baseUrl === 'string' ? posix.join(folder, baseUrl) : undefined;
  const own = Object.entries((paths ?? {}) as Record<string, unknown>).map(([pattern, targets]) =>
    aliasOf(
      pattern,
      [targets].flat().map((target) => posix.join(base ?? folder, String(target))),
    ),
  );
  const ofBase = base === undefined || base.startsWith('..') ? [] : [aliasOf('*', [posix.join(base, '*')])];
  return {
    aliases: [...own, ...ofBase, ...inherited.flatMap(({ aliases }) => aliases)],
    extended: [...extended, ...inherited.flatMap((each) => each.extended)],
  };
}

/** A file of the repository that is extended; one of a package is not looked for. */
function extendedPath(base: string, folder: string, texts: ReadonlyMap<string, string>): string[] {
  if (!base.startsWith('.')) {
    return [];
  }
  const path = posix.join(folder, base);
  return [path, `${path}.json`, posix.join(path, 'tsconfig.json')].filter((each) => texts.has(each)).slice(0, 1);
}

function parseJsonc(text: string): unknown {
  try {
    return parseJsonFile(stripJsonComments(text, { trailingCommas: true }));
  } catch {
    return undefined;
  }
}

/** `imports` of a package.json: `#name` by path, or by condition. */
function packageImports(path: string, text: string): Alias[] {
  const { imports } = (text.includes('"imports"') ? (parseJsonc(text) ?? {}) : {}) as {
    imports?: Record<string, unknown>;
  };
  return Object.entries(imports ?? {}).map(([pattern, target]) =>
    aliasOf(
      pattern,
      textsIn(target).map((each) => posix.join(folderOf(path), each)),
    ),
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** `'@lib': path.resolve(__dirname, '../lib')`, wherever it stands in webpack's settings: a name for a folder or a file. */
const WEBPACK_ALIAS =
  /(?:['"]([^'"\n]{1,256})['"]|\b([\w$]{1,256}))\s{0,20}:\s{0,20}(?:path\.)?(?:resolve|join)\(\s{0,20}__dirname\s{0,20},\s{0,20}((?:['"][^'"\n]{0,512}['"]\s{0,20},?\s{0,20}){1,16})\)/g;

function webpackAliases(path: string, text: string): Alias[] {
  return [...text.matchAll(WEBPACK_ALIAS)].flatMap(([, quoted, plain, parts = '']) => {
    const name = (quoted ?? plain ?? '').replace(/\$$/, '');
    const target = posix.join(folderOf(path), ...[...parts.matchAll(/['"]([^'"]*)['"]/g)].map(([, part = '']) => part));
    return [aliasOf(name, [target]), aliasOf(`${name}/*`, [posix.join(target, '*')])];
  });
}

function aliasOf(pattern: string, targets: readonly string[]): Alias {
  const star = pattern.indexOf('*');
  return {
    start: star === -1 ? pattern : pattern.slice(0, star),
    end: star === -1 ? undefined : pattern.slice(star + 1),
    targets,
  };
}

function targetsOf({ start, end, targets }: Alias, name: string): string[] {
  if (end === undefined) {
    return name === start ? [...targets] : [];
  }
  const isOne = name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
  const middle = name.slice(start.length, name.length - end.length);
  return isOne ? targets.map((target) => target.replace('*', () => middle)) : [];
}
