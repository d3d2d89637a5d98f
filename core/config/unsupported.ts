import type { Config } from '../configuration/schema.ts';
import { UserError } from '../errors.ts';
import type { YamlSource } from '../yaml/source.ts';
import { formatPath } from './checks/report.ts';

type Pattern = readonly string[];

/** Keys whose feature is not there yet, as paths; `*` is any name. They are refused, never read over. */
export const UNSUPPORTED_KEYS: readonly Pattern[] = [['env'], ['setup']];

/** Returns an error for each key that a later version of the product brings. */
export function unsupportedErrors(config: Config, source: YamlSource): UserError[] {
  const paths = UNSUPPORTED_KEYS.flatMap((pattern) => matchingPaths(config, pattern));
  return paths.map((path) => refuse(formatPath(path), source, path));
}

function refuse(name: string, source: YamlSource, path: string[]): UserError {
  return new UserError('E_NOT_SUPPORTED', {
    what: `"${name}" needs a newer version of the action`,
    why: 'this version does not have the feature, and to read over it would be a promise that is not kept',
    fix: 'update the action, or remove the key',
    position: source.position(path, 'key'),
  });
}

function matchingPaths(value: unknown, pattern: Pattern, prefix: string[] = []): string[][] {
  const [head, ...rest] = pattern;
  if (head === undefined) {
    return [prefix];
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const record = value as Record<string, unknown>;
  const keys = head === '*' ? Object.keys(record) : [head].filter((key) => record[key] !== undefined);
  return keys.flatMap((key) => matchingPaths(record[key], rest, [...prefix, key]));
}
