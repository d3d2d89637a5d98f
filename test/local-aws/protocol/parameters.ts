import { AwsError } from './service.ts';

/** A named parameter as text; undefined where it is missing or empty. */
export function textOf(input: Record<string, unknown>, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A named parameter as text; throws AWS's ValidationError where it is missing. */
export function requireText(input: Record<string, unknown>, name: string): string {
  const value = textOf(input, name);
  if (value !== undefined) return value;
  throw new AwsError('ValidationError', `1 validation error detected: Value at '${name}' must not be null`);
}

/** A list parameter; a missing one and the empty text that the query protocol sends for an empty list are []. */
export function listOf<T = unknown>(input: Record<string, unknown>, name: string): T[] {
  const value = input[name];
  return Array.isArray(value) ? (value as T[]) : [];
}

/** A flag, which the query protocol carries as text. */
export function flagOf(input: Record<string, unknown>, name: string): boolean {
  return input[name] === true || input[name] === 'true';
}

/** A plain object, or an empty one for anything else. */
export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
