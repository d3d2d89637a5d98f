import { findVariables, type Variable, type VariableSource } from '../core/serverless/variables.ts';

/** Resolves the address of an output; undefined where it is not there. */
export type Resolve = (address: string) => Promise<unknown>;

/** What replacing needs to know. */
export interface LiteralParts {
  /** The whole configuration, for fallbacks of the form `self:custom.name`. */
  readonly root: unknown;
  readonly resolve: Resolve;
  /** The error where there is neither the output nor a fallback. */
  readonly missing: (address: string) => Error;
}

/**
 * Replaces the `${output:…}` that the Serverless Framework left in a configuration as text: it takes an address that
 * begins with a colon for a variable of CloudFormation's Fn::Sub. Works in place; fallbacks count: texts, other outputs,
 * `self:` and `env:`.
 */
export async function replaceLiterals(
  root: unknown,
  resolve: Resolve,
  missing: (address: string) => Error,
): Promise<void> {
  const seen = new Set<unknown>();
  const parts = { root, resolve, missing };
  const visit = async (holder: Record<string, unknown>): Promise<void> => {
    if (seen.has(holder)) {
      return;
    }
    seen.add(holder);
    for (const [key, value] of Object.entries(holder)) {
      if (typeof value === 'string' && value.includes('${output:')) {
        holder[key] = await replaceText(value, parts);
      } else if (isPlain(value)) {
        await visit(value);
      }
    }
  };
  if (isPlain(root)) {
    await visit(root);
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return Array.isArray(value) || (typeof value === 'object' && value !== null && isPlainObject(value));
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype as object) === null;
}

async function replaceText(text: string, parts: LiteralParts): Promise<unknown> {
  const pieces: unknown[] = [];
  let from = 0;
  for (const variable of findVariables(text)) {
    if (variable.sources[0]?.source === 'output') {
      pieces.push(text.slice(from, variable.start), await resolveVariable(variable, parts));
      from = variable.end;
    }
  }
  const rest = text.slice(from);
  // A text that is one variable becomes its value, which may be a mapping.
  const isWhole = pieces.length === 2 && pieces[0] === '' && rest === '';
  return isWhole ? pieces[1] : pieces.map(String).join('') + rest;
}

async function resolveVariable({ sources }: Variable, parts: LiteralParts): Promise<unknown> {
  for (const source of sources) {
    const value = await resolveSource(source, parts);
    if (value !== undefined && value !== null) {
      return value;
    }
  }
  throw parts.missing(sources[0]?.address ?? '');
}

async function resolveSource({ source, address = '', literal }: VariableSource, parts: LiteralParts): Promise<unknown> {
  switch (source) {
    case 'output':
      return parts.resolve(address);
    case '':
      return literal === undefined ? undefined : replaceText(literal, parts);
    case 'self':
      return address
        .split('.')
        .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], parts.root);
    case 'env':
      return process.env[address];
    default:
      throw new Error(
        `the fallback "${source}:${address}" of \${output:…} is not known here: write a text, self:, env: or another output`,
      );
  }
}
