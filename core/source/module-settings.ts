import { posix } from 'node:path';
import stripJsonComments from 'strip-json-comments';
import { parseJsonFile } from '../json-file.ts';
import { memoise } from '../memoise.ts';
import { folderOf } from './tree.ts';

/** How a compiler or a bundler is told where modules are: a pattern of names, and the places that it stands for. */
export interface Alias {
  /** Before the `*`, or the whole name. */
  readonly start: string;
  /** Behind the `*`; undefined if there is none. */
  readonly end: string | undefined;
  /** Paths from the repository's root, with a `*` each where the name has one. */
  readonly targets: readonly string[];
  /** Packages that it stands for. */
  readonly packages?: readonly string[];
}

/** Settings that are read for where modules are, as texts by path. */
export const MODULE_SETTINGS = /^(?:[jt]sconfig(?:\.[\w.-]+)?\.json|webpack(?:\.[\w.-]+)?\.[cm]?[jt]s|package\.json)$/;

/** What one file of settings says. */
export interface ModuleSettings {
  readonly aliases: readonly Alias[];
  /** Files that it extends, those that they extend included. */
  readonly extended: readonly string[];
}

/** What settings are read by. */
export interface KnownSettings {
  /** Texts of settings, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Folders of workspace packages, by their names. */
  readonly packages: ReadonlyMap<string, string>;
  /** What a file of JSON with comments holds, by path: a base that many extend is parsed once. */
  readonly parsed: (path: string) => unknown;
}

/** Makes the texts of settings known. */
export function knownSettings(
  texts: ReadonlyMap<string, string>,
  packages: ReadonlyMap<string, string>,
): KnownSettings {
  return { texts, packages, parsed: memoise((path) => parseJsonc(texts.get(path) ?? '')) };
}

/** Reads a file of settings (`MODULE_SETTINGS`, or what one extends); one that cannot be read says nothing. */
export function readModuleSettings(path: string, known: KnownSettings): ModuleSettings {
  const name = posix.basename(path);
  const text = known.texts.get(path) ?? '';
  if (name === 'package.json') {
    return { aliases: packageImports(path, known), extended: [] };
  }
  return name.endsWith('.json')
    ? compilerSettings(path, known, [])
    : { aliases: webpackAliases(path, text), extended: [] };
}

interface CompilerSettings {
  readonly extends?: unknown;
  readonly compilerOptions?: { readonly baseUrl?: unknown; readonly paths?: unknown };
}

function compilerSettings(path: string, known: KnownSettings, within: readonly string[]): ModuleSettings {
  if (!known.texts.has(path) || within.includes(path)) {
    return { aliases: [], extended: [] };
  }
  const { compilerOptions } = (known.parsed(path) ?? {}) as CompilerSettings;
  const folder = folderOf(path);
  const extended = extendedPaths(path, known).flatMap((paths) =>
    paths.filter((each) => known.texts.has(each)).slice(0, 1),
  );
  const inherited = extended.map((base) => compilerSettings(base, known, [...within, path]));
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

/**
 * Returns where what a tsconfig extends may be, for each that it extends: a path, or a workspace package; one of a registry is not
 * looked for.
 */
export function extendedPaths(path: string, { texts, packages, parsed }: KnownSettings): string[][] {
  const isExtending = texts.get(path)?.includes('"extends"') === true;
  const { extends: bases } = (isExtending ? (parsed(path) ?? {}) : {}) as CompilerSettings;
  return [bases].flat().flatMap((base) => {
    const place = typeof base === 'string' ? placeOf(base, folderOf(path), packages) : undefined;
    return place === undefined ? [] : [[place, `${place}.json`, posix.join(place, 'tsconfig.json')]];
  });
}

function placeOf(base: string, folder: string, packages: ReadonlyMap<string, string>): string | undefined {
  if (base.startsWith('.')) {
    return posix.join(folder, base);
  }
  const [scope = '', ...rest] = base.split('/');
  const [name, inner] = scope.startsWith('@') ? [`${scope}/${rest[0]}`, rest.slice(1)] : [scope, rest];
  const at = packages.get(name);
  return at === undefined ? undefined : posix.join(at, ...inner);
}

function parseJsonc(text: string): unknown {
  try {
    return parseJsonFile(stripJsonComments(text, { trailingCommas: true }));
  } catch {
    return undefined;
  }
}

/** `imports` of a package.json: `#name` by path, or by condition. */
function packageImports(path: string, { texts, parsed }: KnownSettings): Alias[] {
  const hasImports = texts.get(path)?.includes('"imports"') === true;
  const { imports } = (hasImports ? (parsed(path) ?? {}) : {}) as {
    imports?: Record<string, unknown>;
  };
  return Object.entries(imports ?? {}).map(([pattern, target]) => {
    const all = textsIn(target);
    const paths = all.filter((each) => each.startsWith('.')).map((each) => posix.join(folderOf(path), each));
    return { ...aliasOf(pattern, paths), packages: all.filter((each) => !each.startsWith('.')) };
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/**
 * `'@lib': path.resolve(__dirname, '../lib')`, `__dirname + '/../lib'` or a template literal, wherever it stands in webpack's
 * settings: a name for a folder or a file.
 */
const WEBPACK_ALIAS =
  /(?:['"]([^'"\n]{1,256})['"]|\b([\w$]{1,256}))\s{0,20}:\s{0,20}(?:(?:path\.)?(?:resolve|join)\(\s{0,20}__dirname\s{0,20},\s{0,20}((?:['"][^'"\n]{0,512}['"]\s{0,20},?\s{0,20}){1,16})\)|__dirname\s{0,20}\+\s{0,20}(['"][^'"\n]{0,512}['"])|`\$\{__dirname\}([^`$]{1,512})`)/g;

function webpackAliases(path: string, text: string): Alias[] {
  return [...text.matchAll(WEBPACK_ALIAS)].flatMap(([, quoted, plain, list = '', sum = '', template]) => {
    const name = (quoted ?? plain ?? '').replace(/\$$/, '');
    const parts = [...`${list}${sum}`.matchAll(/['"]([^'"]*)['"]/g)].map(([, part = '']) => part);
    const target = posix.join(folderOf(path), ...(template === undefined ? parts : [template]));
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

/** The paths that a name stands for by an alias; none if it is another name. */
export function targetsOf({ start, end, targets }: Alias, name: string): string[] {
  if (end === undefined) {
    return name === start ? [...targets] : [];
  }
  const isOne = name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
  const middle = name.slice(start.length, name.length - end.length);
  return isOne ? targets.map((target) => target.replace('*', () => middle)) : [];
}
