import { UserError } from '../errors.ts';

const STEP = /\["((?:[^"\\]|\\.)*)"\]|\[([0-9]+)\]/g;

/** Most that a state may come to, where a small file points at the same objects again and again. */
const MAX_VALUES = 5_000_000;
const MAX_LEVELS = 500;

/**
 * Puts objects back where a state file only points at them: the Serverless Framework writes an object that stands in
 * several places once, and `{"$ref": "$[\"service\"][\"provider\"]"}` in the others (json-cycle).
 * Throws E_PACKAGE_FAILED where that is too much.
 */
export function restoreSharedObjects(root: unknown): unknown {
  let values = 0;
  const restore = (value: unknown, within: readonly unknown[]): unknown => {
    values += 1;
    if (values > MAX_VALUES || within.length > MAX_LEVELS) {
      throw new UserError('E_PACKAGE_FAILED', {
        what: `the package's state comes to more than ${MAX_VALUES} values, or ${MAX_LEVELS} levels, when its pointers are followed`,
        fix: 'look at what the plugins of the service put into its configuration',
      });
    }
    if (typeof value !== 'object' || value === null || within.includes(value)) {
      return value;
    }
    const path = pointer(value);
    if (path !== undefined) {
      return restore(follow(root, path), [...within, value]);
    }
    const inner = [...within, value];
    return Array.isArray(value)
      ? value.map((item) => restore(item, inner))
      : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, restore(item, inner)]));
  };
  return restore(root, []);
}

/**
 * Returns what stands at a path of a state file, the very object, by whatever pointers the way leads; undefined where it
 * leads nowhere.
 */
export function resolveShared(root: unknown, path: readonly string[]): unknown {
  const step = (value: unknown, key: string) =>
    typeof value === 'object' && value !== null ? pointedAt(root, Reflect.get(value, key)) : undefined;
  return path.reduce(step, root);
}

/** What a value points at in the end; undefined where pointers lead in a circle. */
function pointedAt(root: unknown, value: unknown, seen: readonly unknown[] = []): unknown {
  const path = typeof value === 'object' && value !== null ? pointer(value) : undefined;
  if (path === undefined) {
    return value;
  }
  return seen.includes(value) ? undefined : pointedAt(root, follow(root, path), [...seen, value]);
}

function pointer(value: object): string | undefined {
  const path: unknown = Reflect.get(value, '$ref');
  return typeof path === 'string' && path.startsWith('$') && Object.keys(value).length === 1 ? path : undefined;
}

function follow(root: unknown, path: string): unknown {
  let value: unknown = root;
  for (const [, name, index] of path.matchAll(STEP)) {
    const key = name === undefined ? Number(index) : (JSON.parse(`"${name}"`) as string);
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  return value;
}
