/** A schema of OpenAPI 3.0, as it stands in a description. */
export type OpenApiSchema = Readonly<Record<string, unknown>>;

/** Says nothing about what is valid. */
const NOTES = new Set([
  'example',
  'examples',
  'default',
  'discriminator',
  'xml',
  'externalDocs',
  'deprecated',
  'title',
]);
const LISTS = new Set(['allOf', 'anyOf', 'oneOf']);
const SINGLE = new Set(['items', 'additionalProperties', 'not']);

/**
 * A schema of OpenAPI 3.0 as one of JSON Schema. Three things differ: `nullable` is no keyword there, a `$ref` has no
 * company (3.0 ignores what stands beside it), and exclusive limits are numbers. `base` is put before every `#/…`.
 */
export function toJsonSchema(schema: unknown, base: string): unknown {
  if (!isObject(schema)) return schema;
  const { $ref: reference, nullable, ...rest } = schema;
  if (typeof reference === 'string') return { $ref: `${base}${reference}` };
  const entries = Object.entries(rest)
    .filter(([name]) => !NOTES.has(name) && !name.startsWith('x-'))
    .map(([name, value]) => [name, convert(name, value, base)] as const);
  const converted = withNumericLimits(Object.fromEntries(entries));
  return nullable === true ? { anyOf: [{ type: 'null' }, converted] } : converted;
}

function convert(name: string, value: unknown, base: string): unknown {
  if (LISTS.has(name) && Array.isArray(value)) return value.map((one) => toJsonSchema(one, base));
  if (SINGLE.has(name)) return toJsonSchema(value, base);
  if (name === 'properties' && isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toJsonSchema(one, base)]));
  }
  return value;
}

function withNumericLimits(schema: Record<string, unknown>): Record<string, unknown> {
  for (const [exclusive, limit] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (schema[exclusive] === true) {
      schema[exclusive] = schema[limit];
      delete schema[limit];
    } else if (schema[exclusive] === false) delete schema[exclusive];
  }
  return schema;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
