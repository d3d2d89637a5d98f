import { ApiError } from './api-error.ts';
import type { Call } from './route.ts';

/** The properties of a request's body; each throws GitHub's 422 when the value has another type. */
export interface Fields {
  /** Undefined when it is not there or null. */
  text(name: string): string | undefined;
  requiredText(name: string): string;
  flag(name: string): boolean | undefined;
  integer(name: string): number | undefined;
  list(name: string): readonly unknown[] | undefined;
  record(name: string): Readonly<Record<string, unknown>> | undefined;
  raw(name: string): unknown;
}

/** Reads the body of a request, which must be an object or nothing. */
export function fieldsOf({ request }: Pick<Call, 'request'>): Fields {
  const body = request.body ?? {};
  if (!isRecord(body)) throw new ApiError(400, 'Body should be a JSON object');
  return fieldsIn(body);
}

/** The same for an object inside a body. */
export function fieldsIn(body: Readonly<Record<string, unknown>>): Fields {
  function typed<T>(name: string, what: string, is: (value: unknown) => value is T): T | undefined {
    const value = body[name];
    if (value === undefined || value === null) return undefined;
    if (is(value)) return value;
    throw new ApiError(422, `Invalid request.\n\nFor 'properties/${name}', ${JSON.stringify(value)} is not ${what}.`);
  }
  const text = (name: string) => typed(name, 'a string', (value) => typeof value === 'string');
  return {
    text,
    requiredText(name) {
      const value = text(name);
      if (value === undefined) throw new ApiError(422, `Invalid request.\n\n"${name}" wasn't supplied.`);
      return value;
    },
    flag: (name) => typed(name, 'a boolean', (value) => typeof value === 'boolean'),
    integer: (name) => typed(name, 'an integer', (value): value is number => Number.isInteger(value)),
    list: (name) => typed<readonly unknown[]>(name, 'an array', (value): value is unknown[] => Array.isArray(value)),
    record: (name) => typed(name, 'an object', isRecord),
    raw: (name) => body[name],
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
