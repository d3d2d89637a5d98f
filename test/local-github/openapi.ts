import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { FORMATS } from './openapi-formats.ts';
import { type Description, type Product, pathOf } from './openapi-part.ts';
import { type OpenApiSchema, toJsonSchema } from './openapi-schema.ts';

/** GitHub's own description of its REST API. */
export interface OpenApi {
  /** Status codes that are described for a route of this server, `GET /pulls/:number`; undefined for an unknown one. */
  statuses(route: string): readonly string[] | undefined;
  /** What is wrong with the body of an answer: nothing when it is empty. A status that is not described has any body. */
  faultsOf(route: string, status: number, body: unknown): readonly string[];
  /** What is wrong with a value of this schema; undefined when there is no such schema. */
  faultsOfSchema(name: string, value: unknown): readonly string[] | undefined;
}

const ID = 'description';

/** Path of the part of GitHub's description of a product that is kept here; scripts/github-openapi.ts writes it. */
export const partFile = (product: Product) => join(import.meta.dirname, 'openapi', `${product}.json`);

/** Reads the description of `api.github.com`, or of `ghes-3.19`, GitHub Enterprise Server. */
export function readOpenApi(product: Product): OpenApi {
  const text = readFileSync(partFile(product), 'utf8');
  const { paths, components } = JSON.parse(text) as Description;
  const schemas = Object.entries(components.schemas).map(([name, schema]) => [name, toJsonSchema(schema, ID)]);
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, formats: FORMATS });
  ajv.addSchema({ $id: ID, components: { schemas: Object.fromEntries(schemas) } });
  const compiled = new Map<string, ValidateFunction>();

  function check(key: string, schema: () => unknown, value: unknown): readonly string[] {
    const validate = compiled.get(key) ?? ajv.compile(schema() as object);
    compiled.set(key, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
  }

  const byShape = new Map(Object.keys(paths).map((path) => [path.replace(/\{[^}]*\}/g, '{}'), path]));
  function responsesOf(route: string) {
    const [method = '', pattern = ''] = route.split(' ');
    return paths[byShape.get(pathOf(pattern)) ?? '']?.[method.toLowerCase()]?.responses;
  }

  function schemaOf(route: string, status: number): OpenApiSchema | undefined {
    const found = responsesOf(route)?.[String(status)];
    if (found === undefined) return undefined;
    const answer = '$ref' in found ? components.responses[found.$ref.split('/').at(-1) ?? ''] : found;
    return answer?.content?.['application/json']?.schema;
  }

  return {
    statuses(route) {
      const responses = responsesOf(route);
      return responses === undefined ? undefined : Object.keys(responses);
    },
    faultsOf(route, status, body) {
      const schema = schemaOf(route, status);
      return schema === undefined ? [] : check(`${route} ${status}`, () => toJsonSchema(schema, ID), body);
    },
    faultsOfSchema(name, value) {
      if (components.schemas[name] === undefined) return undefined;
      return check(name, () => ({ $ref: `${ID}#/components/schemas/${name}` }), value);
    },
  };
}
