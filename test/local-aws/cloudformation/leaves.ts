import type { ChangeAttribute } from '../state/change-sets.ts';
import type { ResourceDefinition } from './template.ts';

/** A place of two definitions of a resource at which they can differ: the smallest that is no plain list or object. */
export interface Leaf {
  readonly attribute: ChangeAttribute;
  /** The property it is in. */
  readonly name?: string;
  readonly path: string;
  /** As the template says it; undefined where it says nothing. */
  readonly before: unknown;
  readonly after: unknown;
}

const OTHER_ATTRIBUTES = [
  'Metadata',
  'CreationPolicy',
  'UpdatePolicy',
  'DeletionPolicy',
  'UpdateReplacePolicy',
] as const;

/** Everything at which a resource can differ in two templates. */
export function leavesOf(before: Partial<ResourceDefinition>, after: Partial<ResourceDefinition>): Leaf[] {
  const [old, next] = [before.Properties ?? {}, after.Properties ?? {}];
  const properties = keysOf(old, next).flatMap((name) =>
    leavesIn(`/Properties/${name}`, old[name], next[name]).map((leaf) => ({
      ...leaf,
      attribute: 'Properties' as const,
      name,
    })),
  );
  const others = OTHER_ATTRIBUTES.map((attribute) => ({
    attribute,
    path: `/${attribute}`,
    before: before[attribute],
    after: after[attribute],
  }));
  return [...properties, ...others];
}

type Place = Pick<Leaf, 'path' | 'before' | 'after'>;

function leavesIn(path: string, before: unknown, after: unknown): Place[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) => leavesIn(`${path}/${index}`, before[index], after[index])).flat();
  }
  // Policies are compared as wholes (seen on AWS).
  if (isPlain(before) && isPlain(after) && !/PolicyDocument$/.test(path)) {
    return keysOf(before, after).flatMap((key) => leavesIn(`${path}/${key}`, before[key], after[key]));
  }
  return [{ path, before, after }];
}

/** An object that is no function. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const [first = '', ...more] = Object.keys(value);
  return more.length > 0 || (first !== 'Ref' && !first.startsWith('Fn::'));
}

function keysOf(before: object, after: object): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])];
}
