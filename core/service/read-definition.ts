import { posix } from 'node:path';
import { UserError } from '../errors.ts';
import { onlyDefined } from '../only-defined.ts';
import type { VariableLookup } from '../serverless/variables.ts';
import { isWhole } from '../stack/template-text.ts';
import { readYaml } from '../yaml/read.ts';
import { type ConfigurationFiles, PROGRAM } from './configuration-files.ts';
import type { ServiceDefinition } from './definition.ts';
import { exportsOf, functionNamesOf, makesRole, nameOf, publishedOf, stackTextOf } from './definition-names.ts';
import { followReferences, NO_REFERENCES } from './references.ts';
import { createSettler, type Settler } from './settle.ts';

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
    const { params, needed, outputs, neededOutputs, stacks } = reads;
    const known = { ...NO_REFERENCES, params, needed, outputs, neededOutputs, stacks };
    return { ...PROGRAM_DEFINITION, reads: known, includes };
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
  const stackText = stackTextOf(root, settler, lookup);
  const stackName = stackText !== undefined && isWhole(stackText) ? stackText : undefined;
  const pseudo = onlyDefined({
    'AWS::StackName': stackName,
    'AWS::Region': lookup('opt', 'region'),
    'AWS::AccountId': lookup('aws', 'accountId'),
  }) as Readonly<Record<string, string>>;
  const { reads, includes } = followReferences(root, settler, files, pseudo);
  return {
    name,
    stackName,
    ...onlyDefined({ stackText }),
    exports: exportsOf(root, name, settler, pseudo, lookup),
    ...onlyDefined({ published: publishedOf(root, settler) }),
    functionNames: functionNamesOf(root, name, settler, lookup),
    makesRole: makesRole(root, settler),
    hasCode: ['functions', 'layers'].some((key) => ![undefined, null].includes(settler.at(root, [key]) as undefined)),
    isProgram: false,
    reads,
    includes,
  };
}
