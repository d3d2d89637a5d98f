import { UNTOLD } from '../stack/template-text.ts';
import { PLACEHOLDER } from './placeholder.ts';

/** Functions of CloudFormation whose argument is a name in the template, not a value. */
const NAMES = ['Ref', 'Fn::GetAtt', 'Fn::FindInMap', 'Condition', 'DependsOn', 'Type'];

/**
 * Returns a template, or a part of one, with what CloudFormation has for values that are not known yet (`Ref`, `Fn::Join`, `Fn::Sub`) in
 * the place of placeholders: no policy takes one for a value.
 */
export function withUnknowns(value: unknown): unknown {
  if (typeof value === 'string') {
    return withUnknownParts(value);
  }
  if (Array.isArray(value)) {
    return value.map(withUnknowns);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withUnknownsOf(key, item)]))
    : value;
}

/** Returns a text with `unknown` in the place of every placeholder. */
export function replacePlaceholders(text: string, unknown: string): string {
  return text.replace(PLACEHOLDER, () => unknown);
}

function withUnknownsOf(key: string, item: unknown): unknown {
  if (NAMES.includes(key)) {
    return item;
  }
  if (key !== 'Fn::Sub') {
    return withUnknowns(item);
  }
  const inText = (text: unknown) => (typeof text === 'string' ? replacePlaceholders(text, `\${${UNTOLD}}`) : text);
  return Array.isArray(item) ? [inText(item[0]), ...item.slice(1).map(withUnknowns)] : inText(item);
}

function withUnknownParts(text: string): unknown {
  const pieces = text.split(PLACEHOLDER);
  if (pieces.length === 1) {
    return text;
  }
  const parts = pieces.flatMap((piece, index) => [
    ...(index === 0 ? [] : [{ Ref: UNTOLD }]),
    ...(piece === '' ? [] : [piece]),
  ]);
  return parts.length === 1 ? parts[0] : { 'Fn::Join': ['', parts] };
}
