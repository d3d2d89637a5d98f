import * as v from 'valibot';
import { recoded, UserError } from '../errors.ts';
import { onlyDefined } from '../only-defined.ts';
import { parseYamlSource, type YamlSource } from '../yaml/source.ts';

/** The names that a configuration of Compose may have. */
export const COMPOSE_FILES = ['serverless-compose.yml', 'serverless-compose.yaml', 'serverless-compose.json'] as const;
/** Those that Compose runs. */
export const COMPOSE_PROGRAMS = ['serverless-compose.js', 'serverless-compose.ts'] as const;

/** A service as Compose's configuration has it. */
export interface ComposeService {
  readonly path: string;
  /** The file of its configuration in the folder; absent if it has one of the usual names. */
  readonly config?: string;
  readonly dependsOn: readonly string[];
  /** Parameters by name; a text may hold `${key.output}`, `${sls:stage}` and `${env:NAME}`, a parameter of the profile. */
  readonly params: Readonly<Record<string, string>>;
}

const scalar = v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String));
const serviceSchema = v.looseObject({
  path: v.pipe(v.string(), v.nonEmpty()),
  config: v.exactOptional(v.pipe(v.string(), v.nonEmpty())),
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

/** Keys of a service that are read, and the one that changes nothing in what is deployed. */
const READ = ['path', 'config', 'dependsOn', 'params', 'component'];

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
        unread === 'region'
          ? 'leave it out: each service is deployed into every region of the profile (profiles.<name>.region)'
          : 'leave it out, or list the services under `services:` in serverless-stages.yml',
      );
    }
    for (const [name, param] of Object.entries(result.output.params)) {
      const [, variable] = /\$\{((?!sls:stage\}|env:[\w.-]{1,256}\})[a-z]\w{0,64}:[^}]{0,4096})\}/.exec(param) ?? [];
      if (variable !== undefined) {
        refuse(
          ['services', key, 'params', name],
          `the parameter "${name}" of "${key}" reads \${${variable}}`,
          /^(?:self|opt):.*stage$/.test(variable)
            ? 'write ${sls:stage} for the stage'
            : 'make it a parameter of the profile in serverless-stages.yml',
        );
      }
    }
    const { path, config, dependsOn, params } = result.output;
    return [key, { path, ...onlyDefined({ config }), dependsOn, params }];
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

const ENVIRONMENT = /\$\{env:([\w.-]{1,256})\}/g;

/** Returns the names of the environment's variables that a text of Compose reads; parameters of the profile stand for them. */
export function composeVariables(text: string): string[] {
  return [...text.matchAll(ENVIRONMENT)].map(([, name = '']) => name);
}

/** Returns a text of Compose with a value for each variable of the environment. */
export function withComposeVariables(text: string, find: (name: string) => string): string {
  return text.replace(ENVIRONMENT, (_, name: string) => find(name));
}
