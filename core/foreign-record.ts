import * as v from 'valibot';

/**
 * Schema of an object whose names are somebody else's (resources, outputs, services): valibot's `record` leaves out
 * `constructor`, `prototype` and `__proto__` without a word, this one keeps them.
 */
export function foreignRecord<Value extends v.GenericSchema>(value: Value) {
  return v.pipe(
    v.custom<object>((input) => typeof input === 'object' && input !== null && !Array.isArray(input), 'no object'),
    v.transform((input): [string, unknown][] => Object.entries(input)),
    v.array(v.tuple([v.string(), value])),
    v.transform((entries): Record<string, v.InferOutput<Value>> => Object.fromEntries(entries)),
  );
}
