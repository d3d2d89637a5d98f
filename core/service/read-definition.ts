import { posix } from 'node:path';
import { UserError } from '../errors.ts';
import { onlyDefined } from '../only-defined.ts';
import { templateText, UNKNOWN_PART } from '../serverless/template-text.ts';
import type { VariableLookup } from '../serverless/variables.ts';
import { readYaml } from '../yaml/read.ts';
import { type ConfigurationFiles, PROGRAM } from './configuration-files.ts';
import type { ServiceDefinition } from './definition.ts';
import { followReferences, NO_REFERENCES } from './references.ts';
import { createSettler, type Settler, Unknown } from './settle.ts';

/** Most files that a configuration is made of, one leading to the next. */
const MAX_INCLUDES = 500;

/** What is known of a service whose configuration is a program. */
const PROGRAM_DEFINITION: ServiceDefinition = {
  name: undefined,
  stackName: undefined,
  exports: [],
  functionNames: [],
  makesRole: false,
  hasCode: true,
  isProgram: true,
  reads: NO_REFERENCES,
  includes: [],
};

/** The configuration of a service, as a text. */
export interface ConfigurationText {
  /** Folder from the application's folder. */
  readonly folder: string;
  /** Its name in the folder. */
  readonly file: string;
  readonly text: string;
}

/**
 * Reads what the configuration of a service says of itself and of others, with all files that it leads to; `lookup` knows the
 * variables that come from outside. Throws E_SERVICE_CONFIG if it cannot be read, or leads to too many files.
 */
export async function readServiceDefinition(
  { folder, file, text }: ConfigurationText,
  files: ConfigurationFiles,
  lookup: VariableLookup,
): Promise<ServiceDefinition> {
  const root = PROGRAM.test(file) ? undefined : parse(posix.join(folder, file), text);
  const loaded = new Set<string>();
  for (;;) {
    // What is not loaded yet is read in the next turn, which knows more.
    const settler = createSettler({ folder, root, files, lookup });
    const definition = root === undefined ? defineProgram(text, settler, files) : define(root, settler, files, lookup);
    const wanted = [...settler.wanted, ...definition.includes].filter((path) => !loaded.has(path));
    if (definition.includes.length > MAX_INCLUDES) {
      throw new UserError('E_SERVICE_CONFIG', {
        what: `the configuration in ${folder} leads to more than ${MAX_INCLUDES} files by \${file(…)}`,
        fix: 'put them together',
      });
    }
    if (wanted.length === 0) {
      return definition;
    }
    await Promise.all(wanted.map((path) => files.load(path)));
    for (const path of wanted) {
      loaded.add(path);
    }
  }
}

/**
 * What a program says of others in its texts (`'${param:database.url}'`, or `\\${…}` in a template literal). It may say more, so
 * that it counts as changed each time; nothing is told of a text that is no variable's.
 */
function defineProgram(text: string, settler: Settler, files: ConfigurationFiles): ServiceDefinition {
  try {
    const { reads, includes } = followReferences(text.replaceAll('\\${', '${'), settler, files, {});
    const { params, needed, outputs, stacks } = reads;
    return { ...PROGRAM_DEFINITION, reads: { ...NO_REFERENCES, params, needed, outputs, stacks }, includes };
  } catch (error) {
    if (error instanceof UserError) {
      return PROGRAM_DEFINITION;
    }
    throw error;
  }
}

function parse(path: string, text: string): Readonly<Record<string, unknown>> {
  const reading = readYaml(text);
  const { value } = { value: undefined, ...reading };
  const fault =
    reading.fault ??
    (typeof value !== 'object' || value === null
      ? 'is empty'
      : Reflect.get(value, 'service') === undefined
        ? 'has no "service:"'
        : undefined);
  if (fault !== undefined) {
    throw new UserError('E_SERVICE_CONFIG', {
      what: `${path} ${fault}`,
      fix: fault.endsWith('"service:"')
        ? 'give the service a name'
        : 'mend the file; `npx osls print` in its folder says more',
    });
  }
  return value as Readonly<Record<string, unknown>>;
}

/** What can be told with the files that are loaded. */
function define(
  root: Readonly<Record<string, unknown>>,
  settler: Settler,
  files: ConfigurationFiles,
  lookup: VariableLookup,
): ServiceDefinition {
  const name = nameOf(root, settler);
  const stackName = stackNameOf(root, name, settler, lookup);
  const pseudo = onlyDefined({
    'AWS::StackName': stackName,
    'AWS::Region': lookup('opt', 'region'),
    'AWS::AccountId': lookup('aws', 'accountId'),
  }) as Readonly<Record<string, string>>;
  const { reads, includes } = followReferences(root, settler, files, pseudo);
  return {
    name,
    stackName,
    exports: exportsOf(root, name, settler, pseudo, lookup),
    functionNames: functionNamesOf(root, name, settler, lookup),
    makesRole: makesRole(root, settler),
    hasCode: ['functions', 'layers'].some((key) => ![undefined, null].includes(settler.at(root, [key]) as undefined)),
    isProgram: false,
    reads,
    includes,
  };
}

/** `service: name`, or `service: { name }` as serverless 1 and 2 had it; undefined if it is not known before. */
function nameOf({ service }: Readonly<Record<string, unknown>>, settler: Settler): string | undefined {
  const settled = settler.settle(service);
  const text = typeof settled === 'object' ? settler.at(settled, ['name']) : settled;
  return typeof text === 'string' && !text.includes('${') ? text : undefined;
}

/** The stack as the Serverless Framework names it: `provider.stackName`, else the service and the stage. */
function stackNameOf(
  root: unknown,
  name: string | undefined,
  settler: Settler,
  lookup: VariableLookup,
): string | undefined {
  const own = settler.at(root, ['provider', 'stackName']);
  if (own !== undefined && own !== null) {
    return typeof own === 'string' && !own.includes('${') ? own : undefined;
  }
  const stage = lookup('sls', 'stage');
  return name === undefined || stage === undefined ? undefined : `${name}-${stage}`;
}

/** What its stack exports: what its `resources` say, and what the Serverless Framework exports by itself (`sls-…`). */
function exportsOf(
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
      return exported === undefined ? [] : [templateText(withoutUnknown(exported), pseudo)];
    });
  });
  const stage = lookup('sls', 'stage');
  return [...own, ...(name === undefined || stage === undefined ? [] : [`sls-${name}-${stage}-${UNKNOWN_PART}`])];
}

function withoutUnknown(value: unknown): unknown {
  return value instanceof Unknown ? value.text || UNKNOWN_PART : value;
}

function valuesOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null && !(value instanceof Unknown) ? Object.values(value) : [];
}

/** Functions are named `<service>-<stage>-<function>` unless they have a `name` (osls 4.3, serverless 3). */
function functionNamesOf(
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
function makesRole(root: unknown, settler: Settler): boolean {
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
