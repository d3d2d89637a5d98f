import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Returns the paths of the TypeScript files below a folder of the repository, with `/`; none where it is not there. */
export function sourceFiles(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'));
  return files.map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort();
}

/** Reads a file of the repository as text. */
export function readSource(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

export interface Import {
  /** A path from the repository's root for a relative specifier, else the specifier. */
  readonly target: string;
  readonly kind: 'value' | 'type' | 'dynamic';
}

const STATEMENT = /(?:^|[\n;])\s*(import|export)\s+(type\s)?(?:[\w$*{}\s,]*?\bfrom\s*)?['"]([^'"\n]+)['"]/g;
const DYNAMIC = /(typeof\s+)?\bimport\(\s*(['"`])([^'"`]*)\2/g;

/** Returns what a file imports or re-exports: static, type only, and by `import()`. Comments do not count. */
export function importsOf(path: string, text: string = readSource(path)): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const statics = [...code.matchAll(STATEMENT)].map(
    ([, , type, specifier = '']): Import => ({
      target: resolve(path, specifier),
      kind: type ? 'type' : 'value',
    }),
  );
  const dynamics = [...code.matchAll(DYNAMIC)].map(
    ([, type, , specifier = '']): Import => ({
      target: resolve(path, specifier),
      kind: type ? 'type' : 'dynamic',
    }),
  );
  return [...statics, ...dynamics];
}

function resolve(from: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.normalize(posix.join(dirname(from), specifier)) : specifier;
}
