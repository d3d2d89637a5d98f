import { findVariables, type Variable } from '../core/serverless/variables.ts';

/** Resolves the address of an output; undefined where it is not there. */
export type Resolve = (address: string) => Promise<unknown>;

/**
 * Replaces the `${output:…}` that the Serverless Framework left in a configuration as text: it takes an address that
 * begins with a colon for a variable of CloudFormation's Fn::Sub. Works in place; fallbacks count. Rejects with what
 * `missing` returns where there is neither the output nor a fallback.
 */
export async function replaceLiterals(
  root: unknown,
  resolve: Resolve,
  missing: (address: string) => Error,
): Promise<void> {
  const seen = new Set<unknown>();
  const visit = async (holder: Record<string, unknown>): Promise<void> => {
    if (seen.has(holder)) {
      return;
    }
    seen.add(holder);
    for (const [key, value] of Object.entries(holder)) {
      if (typeof value === 'string' && value.includes('${output:')) {
        holder[key] = await replaceText(value, resolve, missing);
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

async function replaceText(text: string, resolve: Resolve, missing: (address: string) => Error): Promise<unknown> {
  const pieces: unknown[] = [];
  let from = 0;
  for (const variable of findVariables(text)) {
    if (variable.sources[0]?.source === 'output') {
      pieces.push(text.slice(from, variable.start), await resolveVariable(variable, resolve, missing));
      from = variable.end;
    }
  }
  const rest = text.slice(from);
  // A text that is one variable becomes its value, which may be a mapping.
  const isWhole = pieces.length === 2 && pieces[0] === '' && rest === '';
  return isWhole ? pieces[1] : pieces.map(String).join('') + rest;
}

async function resolveVariable(
  { sources }: Variable,
  resolve: Resolve,
  missing: (address: string) => Error,
): Promise<unknown> {
  for (const { source, address, literal } of sources) {
    const value = source === 'output' ? await resolve(address ?? '') : source === '' ? literal : undefined;
    if (value !== undefined) {
      return value;
    }
  }
  throw missing(sources[0]?.address ?? '');
}
