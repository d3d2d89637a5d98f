import type { EffectiveConfiguration } from '../../../core/configuration/effective.ts';
import type { ReadValue } from '../../../core/deploy/inputs.ts';
import type { ReadFrom } from '../../../core/deploy/result.ts';
import { UserError } from '../../../core/errors.ts';
import { onlyDefined } from '../../../core/only-defined.ts';
import { parseOutputAddress } from '../../../core/output/address.ts';
import type { FindDeployment, OutputReader } from '../../../core/output/lookup.ts';
import type { PluginContext } from '../../../core/output/plugin-context.ts';
import type { Parameter } from '../../../core/profile/parameter.ts';
import { substitute, type VariableLookup } from '../../../core/serverless/variables.ts';
import { composeReferences, composeVariables, withComposeVariables } from '../../../core/service/compose.ts';
import type { Service } from '../../../core/service/definition.ts';
import { isWhole } from '../../../core/stack/template-text.ts';
import { createImportReader, type ReadImport } from './import-reads.ts';
import { createOutputReads, type OutputReads } from './output-reads.ts';
import { readStacks, type StackReadParts } from './stack-reads.ts';

/** What a service gets from others, as it stands at this moment. */
export interface ServiceInputs {
  /** The profile's parameters, and those that Compose's configuration gives the service, which win. */
  readonly parameters: readonly Parameter[];
  /** Outputs of others as parameters: `database.tableName`. */
  readonly fromOutputs: readonly Parameter[];
  /** Every output that was read, for the fingerprint. */
  readonly values: readonly ReadValue[];
  readonly reads: readonly ReadFrom[];
  readonly pluginContext: PluginContext;
  /** Outputs that are not there; a fallback in the service's configuration may take their place. */
  readonly missing: readonly UserError[];
  /** Variables (`output:ADDRESS`, `cf:ADDRESS`) that only the Serverless Framework resolves. */
  readonly unresolved: readonly string[];
  /** What takes the place of imports; undefined if they all stay. */
  readonly readImport: ReadImport | undefined;
}

export interface ReadParts {
  readonly configuration: EffectiveConfiguration;
  readonly region: string;
  readonly account: string;
  readonly services: readonly Service[];
  readonly parameters: readonly Parameter[];
  /** Values of variables inside addresses. */
  readonly lookup: VariableLookup;
  readonly find: FindDeployment;
  readonly stackIn: StackReadParts['stackIn'];
  /** Exports of the services that this run brings up to date. */
  readonly planned: readonly string[];
  /** Names of the services that the stage has or gets. */
  readonly present: ReadonlySet<string>;
  readonly recordedIn: (stage: string) => Promise<readonly string[]>;
}

/**
 * Reads the outputs that a service's configuration names, from the stacks as they are now. Throws E_OUTPUT_ADDRESS,
 * E_OUTPUT_ACCOUNT; E_OUTPUT_MISSING where Compose's configuration names one that is not there, which knows no fallback.
 */
export async function readOutputs(service: Service, parts: ReadParts): Promise<ServiceInputs> {
  const reader = readerOf(parts);
  const reads = createOutputReads(reader, parts.services, parts.find);
  const named = new Map(parts.parameters.map((parameter) => [parameter.name, parameter]));
  for (const parameter of await composeParameters(service, parts, reads)) {
    named.set(parameter.name, parameter);
  }
  const fromOutputs = await outputParameters(
    service.reads.params.filter((name) => !named.has(name)),
    reads,
  );
  const { resolved, unresolved } = await pluginOutputs(service.reads.outputs, parts.lookup, reads);
  const stacks = await readStacks(
    service.reads.stacks.map((written) => substitute(written, parts.lookup)),
    { reader, ...parts },
  );
  const readImport = reader.kind === 'configured' ? undefined : createImportReader({ reader, ...parts });
  const imports = await readImports(service, readImport);
  return {
    parameters: [...named.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    fromOutputs,
    values: [...reads.values, ...stacks.values, ...imports.values],
    reads: distinct([...reads.from(), ...stacks.reads, ...imports.reads]),
    pluginContext: { schemaVersion: 1, reader, resolved, stacks: stacks.redirects },
    missing: [...reads.problems, ...stacks.problems],
    unresolved: [...unresolved.map((address) => `output:${address}`), ...stacks.unresolved],
    readImport,
  };
}

/** What its configuration imports, as far as that is known before it is packaged. */
async function readImports({ reads: { imports } }: Service, readImport: ReadImport | undefined) {
  const values: ReadValue[] = [];
  const reads: ReadFrom[] = [];
  for (const name of readImport === undefined ? [] : imports.filter(isWhole)) {
    const found = await readImport?.(name);
    if (found !== undefined) {
      values.push({ address: `import:${name}`, value: found.value });
      reads.push(found.from);
    }
  }
  return { values, reads };
}

function distinct(reads: readonly ReadFrom[]): ReadFrom[] {
  return [...new Map(reads.map((read) => [`${read.service} ${read.stage}`, read])).values()];
}

function readerOf({ configuration, region, account }: ReadParts): OutputReader {
  const { app, stage, baseStage, accounts } = configuration;
  const base = onlyDefined({ baseStage });
  return { app, stage: stage.name, kind: stage.kind, region, account, accounts, ...base };
}

/** The parameters that Compose's configuration gives a service. */
async function composeParameters(
  service: Service,
  { lookup, parameters: known }: ReadParts,
  reads: OutputReads,
): Promise<Parameter[]> {
  const parameters: Parameter[] = [];
  for (const [name, template] of Object.entries(service.composeParams)) {
    const needed = composeVariables(template).map((variable) => {
      const parameter = known.find((each) => each.name === variable);
      if (parameter === undefined) {
        throw noVariable(service.key, name, variable);
      }
      return parameter;
    });
    let value = substitute(template, lookup);
    for (const [key, output] of composeReferences(template)) {
      const found = await reads.byKey(`${key}.${output}`, `compose:${key}.${output}`);
      if (found?.found === false) {
        throw found.problem;
      }
      value = value.replaceAll(`\${${key}.${output}}`, () => found?.value ?? '');
    }
    // Last of all: what a parameter holds is no reference.
    value = withComposeVariables(value, (variable) => needed.find((each) => each.name === variable)?.value ?? '');
    const secret = needed.some((each) => each.secret);
    parameters.push({ name, value, secret, source: 'serverless-compose.yml' });
  }
  return parameters;
}

function noVariable(key: string, name: string, variable: string): UserError {
  return new UserError('E_PARAMETER', {
    what: `the parameter "${name}" of "${key}" reads \${env:${variable}}, and the profile has no parameter "${variable}"`,
    why: 'the Serverless Framework gets no variables of the job; parameters of the profile stand for them in Compose',
    fix: `add "${variable}" to the profile's \`parameters:\` or below its \`parameters-path:\``,
  });
}

/** The outputs that `${param:KEY.OUTPUT}` names, as parameters. */
async function outputParameters(names: readonly string[], reads: OutputReads): Promise<Parameter[]> {
  const parameters: Parameter[] = [];
  for (const name of names) {
    const output = await reads.byKey(name, `param:${name}`);
    if (output?.found === true) {
      parameters.push({ name, value: output.value, secret: false, source: `output in ${output.stage}` });
    }
  }
  return parameters;
}

/** What `${output:…}` comes to, for our Serverless plugin. */
async function pluginOutputs(addresses: readonly string[], lookup: VariableLookup, reads: OutputReads) {
  const resolved: Record<string, PluginContext['resolved'][string]> = {};
  const unresolved: string[] = [];
  for (const written of addresses) {
    const text = substitute(written, lookup);
    if (text.includes('${')) {
      unresolved.push(written);
      continue;
    }
    const output = await reads.byAddress(parseOutputAddress(text), text);
    resolved[text] = output.found ? { value: output.value } : { problem: output.problem.message };
  }
  return { resolved, unresolved };
}
