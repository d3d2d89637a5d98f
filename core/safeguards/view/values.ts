import { type PseudoParameters, templateText, UNKNOWN_PART, UNTOLD } from '../../stack/template-text.ts';
import { recordOf } from './resource.ts';

/** Most values that one place of a template is looked at with: conditions within conditions double them. */
const MOST_ALTERNATIVES = 64;

/**
 * Returns the values that a place of a template may have: both sides of an `Fn::If`, `undefined` for `AWS::NoValue`. One that has
 * neither is the only value.
 */
export function alternatives(value: unknown): unknown[] {
  const condition = recordOf(value)['Fn::If'];
  if (Array.isArray(condition)) {
    const found = condition.slice(1, 3).flatMap(alternatives);
    if (found.length > MOST_ALTERNATIVES) {
      throw new RangeError('too many conditions within conditions');
    }
    return found;
  }
  return [recordOf(value)['Ref'] === 'AWS::NoValue' ? undefined : value];
}

/** Returns the entries of a list; of a single value, which many places of a template take too, a list of it. */
export function listOf(value: unknown): unknown[] {
  return alternatives(value)
    .flatMap((one) => (Array.isArray(one) ? one.flatMap(alternatives) : [one]))
    .filter((one) => one !== undefined);
}

/** Returns the texts that a place may come to; what is not known in one is `${?}`. */
export function textsOf(value: unknown, pseudo: PseudoParameters = {}): string[] {
  return listOf(value).map((one) => (typeof one === 'boolean' ? String(one) : templateText(one, pseudo)));
}

/** Whether all of a text is known. */
export function isKnown(text: string): boolean {
  return !text.includes(UNKNOWN_PART);
}

/** Whether nothing is known of a text. */
export function isUnknown(text: string): boolean {
  return text === UNKNOWN_PART;
}

/** Whether a place holds a value, or a part of one, that is known only where the package is deployed: nothing is said of it before. */
export function isUntold(value: unknown): boolean {
  return JSON.stringify(value)?.includes(UNTOLD) === true;
}

/** Returns every piece of text in a value, however deep. */
export function literalsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(literalsIn) : [];
}

/** A document may be a text of JSON. */
export function parsed(document: unknown): unknown {
  try {
    return typeof document === 'string' ? (JSON.parse(document) as unknown) : document;
  } catch {
    return document;
  }
}
