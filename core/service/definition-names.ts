import { outputName } from '../output/names.ts';
import type { VariableLookup } from '../serverless/variables.ts';
import { isWhole, templateText, UNKNOWN_PART } from '../stack/template-text.ts';
import type { Published } from './definition.ts';
import { type Settler, spelledOut, Unknown } from './settle.ts';

/** `service: name`, or `service: { name }` as serverless 1 and 2 had it; undefined if it is not known before. */
export function nameOf({ service }: Readonly<Record<string, unknown>>, settler: Settler): string | undefined {
  const settled = settler.settle(service);
  const text = typeof settled === 'object' ? settler.at(settled, ['name']) : settled;
  return typeof text === 'string' && isWhole(text) ? text : undefined;
}

/**
 * The stack as the Serverless Framework names it: `provider.stackName`, else the service and the stage. What is not known of it
 * stays as it is spelled; undefined if nothing is known.
 */
export function stackTextOf(
  root: Readonly<Record<string, unknown>>,
  settler: Settler,
  lookup: VariableLookup,
): string | undefined {
  const own = spelledOut(settler.at(root, ['provider', 'stackName']));
  if (own !== undefined && own !== null) {
    return typeof own === 'string' ? own : undefined;
  }
  const service = settler.settle(root['service']);
  const name = spelledOut(
    typeof service === 'object' && !(service instanceof Unknown) ? settler.at(service, ['name']) : service,
  );
  const stage = lookup('sls', 'stage');
  return typeof name !== 'string' || stage === undefined ? undefined : `${name}-${stage}`;
}

/** What its stack exports: what its `resources` say, and what the Serverless Framework exports by itself (`sls-…`). */
export function exportsOf(
  root: unknown,
  name: string | undefined,
  settler: Settler,
  pseudo: Readonly<Record<string, string>>,
  lookup: VariableLookup,
): string[] {
  const resources = settler.at(root, ['resources']);
  const parts = Array.isArray(resources) ? resources : [resources];
  const own = parts.flatMap((part) => {
    const outputs = settler.expand(settler.at(part, ['Outputs']));
    return valuesOf(outputs).flatMap((output) => {
      const exported = settler.at(settler.at(output, ['Export']), ['Name']);
      return exported === undefined ? [] : [templateText(spelledOut(exported), pseudo)];
    });
  });
  const stage = lookup('sls', 'stage');
  return [...own, ...(name === undefined || stage === undefined ? [] : [`sls-${name}-${stage}-${UNKNOWN_PART}`])];
}

/** Plugins that are known to publish no outputs of their own. */
const QUIET_PLUGINS =
  /^(serverless-stages\/plugin|serverless-(offline|esbuild|webpack|bundle|dotenv-plugin|python-requirements|plugin-typescript|prune-plugin|iam-roles-per-function|dynamodb|plugin-common-excludes|plugin-include-dependencies))$/;

/** The outputs that it publishes: in `resources.Outputs`, and in `outputs:`; undefined if one of the two is not known before. */
export function publishedOf(root: Readonly<Record<string, unknown>>, settler: Settler): Published | undefined {
  const resources = settler.at(root, ['resources']);
  const native = (Array.isArray(resources) ? resources : [resources]).map((part) =>
    settler.expand(settler.at(part, ['Outputs'])),
  );
  const own = settler.expand(root['outputs']);
  if (resources instanceof Unknown || [...native, own].some((one) => one instanceof Unknown)) {
    return undefined;
  }
  const { plugins } = root;
  const listed = Array.isArray(plugins) ? plugins : valuesOf(plugins).flat();
  return {
    names: [...native.flatMap((one) => Object.keys(recordOf(one)).map(outputName)), ...namesWithin(own)],
    isOpen: listed.some((name) => typeof name !== 'string' || !QUIET_PLUGINS.test(name)),
  };
}

/** Names of a map of outputs, nested ones by the way to them. */
function namesWithin(value: unknown, prefix = ''): string[] {
  return Object.entries(recordOf(value)).flatMap(([key, item]) => {
    const isNested =
      typeof item === 'object' && item !== null && !Object.keys(item).some((name) => /^(Ref|Fn::)/.test(name));
    return isNested ? namesWithin(item, `${prefix}${key}.`) : [`${prefix}${key}`];
  });
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function valuesOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null && !(value instanceof Unknown) ? Object.values(value) : [];
}

/** Functions are named `<service>-<stage>-<function>` unless they have a `name` (osls 4.3, serverless 3). */
export function functionNamesOf(
  root: unknown,
  service: string | undefined,
  settler: Settler,
  lookup: VariableLookup,
): string[] {
  const stage = lookup('sls', 'stage');
  const functions = [settler.at(root, ['functions'])].flat().flatMap((part) => {
    const settled = settler.settle(part);
    return typeof settled === 'object' && settled !== null && !(settled instanceof Unknown)
      ? Object.entries(settled)
      : [];
  });
  return functions.flatMap(([key, value]) => {
    const own = settler.at(value, ['name']);
    if (own === undefined || own === null) {
      return service === undefined ? [] : [`${service}--${key}`];
    }
    return typeof own === 'string' && stage !== undefined ? [own.replaceAll(stage, '')] : [];
  });
}

/** Whether the Serverless Framework makes a role that is named after the service: it has functions, and no role of its own. */
export function makesRole(root: unknown, settler: Settler): boolean {
  const functions = settler.at(root, ['functions']);
  const isNamed = [
    ['provider', 'role'],
    ['provider', 'iam', 'role'],
    ['provider', 'iam', 'role', 'name'],
  ].some((path) => {
    const role = settler.at(root, path);
    return role instanceof Unknown || (typeof role === 'string' && role !== '') || isReference(role);
  });
  return functions !== undefined && functions !== null && !isNamed;
}

/** A role of the template's own resources, by `Fn::GetAtt` and its kin. */
function isReference(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).some((key) => /^(Fn::|Ref$)/.test(key));
}
