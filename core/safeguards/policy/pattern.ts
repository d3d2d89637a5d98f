import * as v from 'valibot';

/** A regular expression, as text. */
export const pattern = v.pipe(
  v.string(),
  v.nonEmpty('is empty'),
  v.check((text) => compiles(text), 'is not a regular expression'),
);

/** A list of names, or a regular expression that whole names match. */
export const namesOrPattern = v.union([pattern, v.pipe(v.array(v.string()), v.minLength(1, 'names nothing'))]);

/** Whether a name is one of a list, or matches a regular expression as a whole. */
export function isAmong(name: string, allowed: string | readonly string[]): boolean {
  return typeof allowed === 'string' ? matchesWhole(name, allowed) : allowed.includes(name);
}

/** Whether a whole text matches a regular expression. */
export function matchesWhole(text: string, expression: string): boolean {
  return new RegExp(`^(?:${expression})$`).test(text);
}

/** Says which names are allowed. */
export function spellAllowed(allowed: string | readonly string[]): string {
  return typeof allowed === 'string' ? `what matches ${allowed} as a whole` : allowed.join(', ');
}

function compiles(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
