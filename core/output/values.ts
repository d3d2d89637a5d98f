import { UserError } from '../errors.ts';
import { outputId, outputName } from './names.ts';

/** One output of an `outputs:` map, nested ones by the way to them: `table.name`. */
export interface FlatOutput {
  readonly name: string;
  /** A text, or a function of CloudFormation. */
  readonly value: unknown;
}

/**
 * Takes an `outputs:` map apart: nested mappings and lists become names joined by dots; functions of CloudFormation and
 * scalars are values. Throws E_SERVICE_CONFIG for one that has none, or whose name holds a dot.
 */
export function flattenOutputs(outputs: Readonly<Record<string, unknown>>, prefix = ''): FlatOutput[] {
  return Object.entries(outputs).flatMap(([key, value]) => {
    const name = prefix + key;
    if (key.includes('.') || key === '') {
      throw wrongOutput(name, 'has a name that cannot be read', 'write it without a dot; nested values are mappings');
    }
    if (typeof value === 'string' || isFunction(value)) {
      return [{ name, value }];
    }
    if (typeof value === 'number' || typeof value === 'boolean') {
      return [{ name, value: String(value) }];
    }
    if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
      throw wrongOutput(name, 'has no value', 'write a text, a number, a mapping or a function of CloudFormation');
    }
    return flattenOutputs(value as Record<string, unknown>, `${name}.`);
  });
}

function wrongOutput(name: string, what: string, fix: string): UserError {
  return new UserError('E_SERVICE_CONFIG', { what: `the output "${name}" under "outputs:" ${what}`, fix });
}

function isFunction(value: unknown): boolean {
  const keys = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  return keys.length === 1 && /^(Ref|Condition|Fn::.+)$/.test(keys[0] ?? '');
}

/**
 * Reads an output from a stack's outputs (texts by id): the text, or for a nested one the mapping or list that
 * `flattenOutputs` took apart. Undefined where it is not there.
 */
export function readOutput(outputs: Readonly<Record<string, string>>, path: readonly string[]): unknown {
  const name = path.join('.');
  const own = Object.hasOwn(outputs, outputId(name)) ? outputs[outputId(name)] : undefined;
  if (own !== undefined) {
    return own;
  }
  const below = Object.entries(outputs).flatMap(([id, value]): [string[], string][] => {
    const known = outputName(id);
    return known.startsWith(`${name}.`) ? [[known.slice(name.length + 1).split('.'), value]] : [];
  });
  return below.length === 0 ? undefined : assemble(below);
}

function assemble(entries: readonly [string[], string][]): unknown {
  const groups = new Map<string, [string[], string][]>();
  for (const [[head = '', ...rest], value] of entries) {
    if (rest.length === 0 && entries.length === 1 && head === '') {
      return value;
    }
    groups.set(head, [...(groups.get(head) ?? []), [rest, value]]);
  }
  const parts = [...groups].map(([key, inner]): [string, unknown] => {
    const [only] = inner;
    return [key, only !== undefined && only[0].length === 0 ? only[1] : assemble(inner)];
  });
  const isList = parts.every(([key]) => /^(0|[1-9][0-9]*)$/.test(key) && Number(key) < parts.length);
  return isList ? parts.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value) : Object.fromEntries(parts);
}

/** Returns the names that a consumer can ask for, sorted. */
export function outputNamesOf(outputs: Readonly<Record<string, string>>): string[] {
  return Object.keys(outputs).map(outputName).sort();
}
