import * as v from 'valibot';
import { recoded, UserError } from '../errors.ts';
import { parseYamlSource, type YamlSource } from '../yaml/source.ts';

/** The names that a configuration of Compose may have. */
export const COMPOSE_FILES = ['serverless-compose.yml', 'serverless-compose.yaml'] as const;

/** A service as Compose's configuration has it. */
export interface ComposeService {
  readonly path: string;
  readonly dependsOn: readonly string[];
  /** Parameters by name; a text may hold `${key.output}`. */
  readonly params: Readonly<Record<string, string>>;
}

const scalar = v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String));
const serviceSchema = v.looseObject({
  path: v.pipe(v.string(), v.nonEmpty()),
  dependsOn: v.optional(
    v.union([
      v.pipe(
        v.string(),
        v.transform((key) => [key]),
      ),
      v.array(v.string()),
    ]),
    [],
  ),
  params: v.optional(
    v.pipe(
      v.custom<object>((value) => !Array.isArray(value)),
      v.record(v.string(), scalar),
    ),
    {},
  ),
});

/** Keys of a service that change nothing in what is deployed. */
const READ = ['path', 'dependsOn', 'params', 'component'];

/**
 * Parses serverless-compose.yml, as osls and serverless read it; throws E_SERVICE_CONFIG with the place where it says
 * something that this product does not do.
 */
export function parseCompose(text: string, file: string): Readonly<Record<string, ComposeService>> {
  const source = readYaml(text, file);
  const refuse = (path: readonly (string | number)[], what: string, fix: string): never => {
    throw new UserError('E_SERVICE_CONFIG', { what, fix, position: source.position(path) });
  };
  const { services } = (source.value ?? {}) as { services?: unknown };
  if (
    typeof services !== 'object' ||
    services === null ||
    Array.isArray(services) ||
    Object.keys(services).length === 0
  ) {
    return refuse(['services'], `${file} lists no services`, 'write "services:" with a mapping of keys to folders');
  }
  const parsed = Object.entries(services).map(([key, value]): [string, ComposeService] => {
    const result = v.safeParse(serviceSchema, value);
    if (!result.success) {
      const [issue] = result.issues;
      const path = ['services', key, ...(issue.path ?? []).map((item) => item.key as string | number)];
      const what = `"${path.join('.')}" takes ${issue.expected ?? 'another value'}, not ${JSON.stringify(issue.input) ?? 'nothing'}`;
      return refuse(path, what, 'write it as Compose takes it: path, dependsOn, params');
    }
    const unread = Object.keys(result.output).find((name) => !READ.includes(name));
    if (unread !== undefined) {
      refuse(
        ['services', key, unread],
        `"services.${key}.${unread}" is not supported`,
        'list the services in serverless-stages.yml instead',
      );
    }
    for (const [name, param] of Object.entries(result.output.params)) {
      const [, variable] = /\$\{((?!sls:stage\})[a-z]\w{0,64}:[^}]{0,4096})\}/.exec(param) ?? [];
      if (variable !== undefined) {
        refuse(
          ['services', key, 'params', name],
          `the parameter "${name}" of "${key}" reads \${${variable}}`,
          'make it a parameter of the profile in serverless-stages.yml',
        );
      }
    }
    const { path, dependsOn, params } = result.output;
    return [key, { path, dependsOn, params }];
  });
  return Object.fromEntries(parsed);
}

function readYaml(text: string, file: string): YamlSource {
  try {
    return parseYamlSource(text, file);
  } catch (error) {
    throw error instanceof UserError ? recoded(error, 'E_SERVICE_CONFIG') : error;
  }
}

/** Returns what a text of Compose reads: the key of a service and the name of its output, for each `${key.output}`. */
export function composeReferences(text: string): [string, string][] {
  return [...text.matchAll(/\$\{([A-Za-z0-9_-]{1,256})\.([^}]{1,1024})\}/g)].map(([, key = '', output = '']) => [
    key,
    output,
  ]);
}
