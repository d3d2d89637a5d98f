import type { OpenApiSchema } from './openapi-schema.ts';
import { ROUTES } from './routes.ts';

interface Reference {
  readonly $ref: string;
}
export interface Answer {
  readonly content?: Readonly<Record<string, { readonly schema?: OpenApiSchema }>>;
}
/** As much of a description of GitHub's REST API as a stand-in is held against. */
export interface Description {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Answer | Reference>> }>>>
  >;
  readonly components: {
    readonly schemas: Readonly<Record<string, OpenApiSchema>>;
    readonly responses: Readonly<Record<string, Answer>>;
  };
}

/** The products of GitHub whose descriptions the stand-in is held against. */
export const PRODUCTS = ['api.github.com', 'ghes-3.19'] as const;
export type Product = (typeof PRODUCTS)[number];

/** What the events that the stand-in makes are called in a description. */
export const WEBHOOKS = [
  'webhook-pull-request-opened',
  'webhook-pull-request-synchronize',
  'webhook-pull-request-labeled',
  'webhook-pull-request-closed',
  'webhook-push',
  'webhook-delete',
  'webhook-workflow-dispatch',
  'webhook-merge-group-checks-requested',
] as const;

/** Says nothing about what is valid. */
const NOTES = new Set(['description', 'example', 'examples', 'default', 'title', 'externalDocs', 'deprecated']);
const JSON_BODY = 'application/json';

/**
 * Returns the part of a description that the stand-in of GitHub is held against: the answers of its routes and the payloads
 * of its events, with every schema that these refer to; without the texts, which say nothing about what is valid.
 */
export function partOf({ paths, components }: Description): Description {
  const wanted = new Set(ROUTES.map(({ method, pattern }) => `${method} ${pathOf(pattern)}`));
  const schemas = new Map<string, OpenApiSchema>();
  const responses = new Map<string, Answer>();

  /** A value without its notes; whatever it refers to is taken along. */
  function slim<Value>(value: Value, isMap = false): Value {
    if (Array.isArray(value)) return value.map((one) => slim(one)) as Value;
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).filter(([key]) => isMap || !(NOTES.has(key) || key.startsWith('x-')));
    if (!isMap && '$ref' in value) take(String(value.$ref));
    return Object.fromEntries(entries.map(([key, one]) => [key, slim(one, key === 'properties' && !isMap)])) as Value;
  }
  function slimAnswer({ content }: Answer): Answer {
    const schema = content?.[JSON_BODY]?.schema;
    return schema === undefined ? {} : { content: { [JSON_BODY]: { schema: slim(schema) } } };
  }
  function take(reference: string): void {
    const [, , kind, name = ''] = reference.split('/');
    const [schema, answer] = [components.schemas[name], components.responses[name]];
    if (kind === 'schemas' && schema !== undefined && !schemas.has(name)) {
      schemas.set(name, {});
      schemas.set(name, slim(schema));
    }
    if (kind === 'responses' && answer !== undefined) responses.set(name, slimAnswer(answer));
  }

  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => wanted.has(`${method.toUpperCase()} ${path.replace(/\{[^}]*\}/g, '{}')}`))
      .map(([method, operation]) => ({ path, method, responses: Object.entries(operation.responses) })),
  );
  const taken: Record<string, Record<string, { responses: Record<string, Answer | Reference> }>> = {};
  for (const { path, method, responses: answers } of operations) {
    const slimmed = answers.map(([status, one]) => [status, '$ref' in one ? slim(one) : slimAnswer(one)]);
    taken[path] = { ...taken[path], [method]: { responses: Object.fromEntries(slimmed) } };
  }
  for (const name of WEBHOOKS) take(`#/components/schemas/${name}`);
  return { paths: taken, components: { schemas: sorted(schemas), responses: sorted(responses) } };
}

/** The path that a description has for a pattern of the stand-in's, its variables without names. */
export function pathOf(pattern: string): string {
  return `/repos/{}/{}${pattern === '/contents' ? '/contents/{}' : pattern.replace(/[:*]\w+/g, '{}')}`;
}

function sorted<Value>(map: ReadonlyMap<string, Value>): Record<string, Value> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The text of a part in its file: a line for each path, schema and answer, so that a newer description is read as a change. */
export function textOf({ paths, components }: Description): string {
  const lines = (entries: object, indent: string) =>
    Object.entries(entries)
      .map(([key, value]) => `${indent}${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(',\n');
  const { schemas, responses } = components;
  return `{
  "paths": {
${lines(paths, '    ')}
  },
  "components": {
    "responses": {
${lines(responses, '      ')}
    },
    "schemas": {
${lines(schemas, '      ')}
    }
  }
}
`;
}
