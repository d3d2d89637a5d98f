import type { EffectiveConfiguration } from '../../core/config/effective.ts';
import type { ReadValue } from '../../core/deploy/inputs.ts';
import type { ReadFrom } from '../../core/deploy/result.ts';
import { UserError } from '../../core/errors.ts';
import { type OutputAddress, parseOutputAddress } from '../../core/output/address.ts';
import { type FindDeployment, lookUpOutput, type OutputReader } from '../../core/output/lookup.ts';
import type { PluginContext } from '../../core/output/plugin-context.ts';
import type { Parameter } from '../../core/profile/parameter.ts';
import { substitute, type VariableLookup } from '../../core/serverless/variables.ts';
import { composeReferences } from '../../core/service/compose.ts';
import type { Service } from '../../core/service/definition.ts';
import { outputOfParameter } from '../../core/service/parameter-outputs.ts';

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
  /** Addresses that hold variables which only the Serverless Framework resolves. */
  readonly unresolved: readonly string[];
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
}

/** Reads the outputs that a service's configuration names, from the stacks as they are now. Throws E_OUTPUT_ADDRESS, E_OUTPUT_ACCOUNT. */
export async function readOutputs(service: Service, parts: ReadParts): Promise<ServiceInputs> {
  const { configuration, region, account, lookup } = parts;
  const reader: OutputReader = {
    app: configuration.app,
    stage: configuration.stage.name,
    kind: configuration.stage.kind,
    region,
    account,
    accounts: configuration.accounts,
    ...(configuration.baseStage === undefined ? {} : { baseStage: configuration.baseStage }),
  };
  const values: ReadValue[] = [];
  const reads = new Map<string, ReadFrom>();
  const missing: UserError[] = [];
  const keyOfName = new Map(parts.services.flatMap(({ key, name }) => (name === undefined ? [] : [[name, key]])));
  const read = async (address: OutputAddress, text: string) => {
    const output = await lookUpOutput(address, reader, parts.find);
    if (!output.found) {
      missing.push(output.problem);
      return output;
    }
    values.push({ address: text, value: output.value });
    const from = { service: keyOfName.get(address.service) ?? address.service, stage: output.stage };
    reads.set(`${from.service} ${from.stage}`, from);
    return output;
  };

  const named = new Map(parts.parameters.map((parameter) => [parameter.name, parameter]));
  for (const parameter of await ofCompose(service, parts, read)) {
    named.set(parameter.name, parameter);
  }
  const fromOutputs: Parameter[] = [];
  for (const name of service.reads.params.filter((each) => !named.has(each))) {
    const address = addressOfParameter(name, parts.services);
    const output = address === undefined ? undefined : await read(address, `param:${name}`);
    if (output?.found === true && typeof output.value === 'string') {
      const source = `output in ${output.stage}`;
      fromOutputs.push({ name, value: output.value, secret: false, source });
    } else if (output?.found === true) {
      missing.push(notText(name, output.value));
    }
  }
  const resolved: Record<string, PluginContext['resolved'][string]> = {};
  const unresolved: string[] = [];
  for (const written of service.reads.outputs) {
    const text = substitute(written, lookup);
    if (text.includes('${')) {
      unresolved.push(written);
      continue;
    }
    const output = await read(parseOutputAddress(text), text);
    resolved[text] = output.found ? { value: output.value } : { problem: output.problem.message };
  }
  return {
    parameters: [...named.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    fromOutputs,
    values,
    reads: [...reads.values()],
    pluginContext: { schemaVersion: 1, reader, resolved },
    missing,
    unresolved,
  };
}

type Read = (address: OutputAddress, text: string) => ReturnType<typeof lookUpOutput>;

/** The parameters that Compose's configuration gives a service. */
async function ofCompose(service: Service, parts: ReadParts, read: Read): Promise<Parameter[]> {
  const parameters: Parameter[] = [];
  for (const [name, template] of Object.entries(service.composeParams)) {
    let value = substitute(template, parts.lookup);
    for (const [key, output] of composeReferences(template)) {
      const address = addressOfParameter(`${key}.${output}`, parts.services);
      const found = address === undefined ? undefined : await read(address, `compose:${key}.${output}`);
      if (found?.found === true) {
        value = value.replace(`\${${key}.${output}}`, () => String(found.value));
      } else if (found !== undefined) {
        throw found.problem;
      }
    }
    parameters.push({ name, value, secret: false, source: 'serverless-compose.yml' });
  }
  return parameters;
}

function addressOfParameter(name: string, services: readonly Service[]): OutputAddress | undefined {
  const keys = services.map(({ key }) => key);
  const output = outputOfParameter(name, keys);
  const service = services.find(({ key }) => key === output?.key)?.name;
  return output === undefined || service === undefined ? undefined : { service, path: output.path };
}

function notText(name: string, value: unknown): UserError {
  return new UserError('E_OUTPUT_MISSING', {
    what: `the output "${name}" is ${Array.isArray(value) ? 'a list' : 'a mapping'}, and a parameter is a text`,
    fix: `name one of its parts: ${Object.keys(value as object)
      .map((part) => `${name}.${part}`)
      .join(', ')}`,
  });
}
