import { isLiteral, type ParameterConfig } from '../configuration/schema.ts';
import type { Parameter } from '../profile/parameter.ts';
import { substitute } from '../serverless/variables.ts';
import { composeReferences, composeVariables, withComposeVariables } from '../service/compose.ts';
import type { Service } from '../service/definition.ts';
import { outputOfParameter } from '../service/parameter-outputs.ts';
import { placeholderFor } from './placeholder.ts';
import { isAbsent, type OutputScene, ownOutput } from './reads.ts';

/** What a service is packaged with, if nothing may be asked of AWS. */
export interface OfflineParts {
  /** Those of the profile. */
  readonly parameters: Readonly<Record<string, ParameterConfig>>;
  /** Whether it has others too, below its `parameters-path`. */
  readonly hasMore: boolean;
  readonly region: string;
  readonly scene: OutputScene;
}

/** Parameters as the Serverless Framework gets them without the cloud: literals as they are, placeholders for all else. */
export interface OfflineParameters {
  readonly parameters: readonly Parameter[];
  /** Values of `${output:ADDRESS}` by address, for our Serverless plugin. */
  readonly outputs: Readonly<Record<string, { readonly value: string } | { readonly problem: string }>>;
  /** Names of parameters that Compose's configuration asks for and the profile does not give. */
  readonly missing: readonly string[];
  /** Names that have placeholders. */
  readonly unknown: readonly string[];
}

/** Returns what a service is packaged with without the cloud. */
export function offlineParameters(
  service: Service,
  { parameters, hasMore, region, scene }: OfflineParts,
): OfflineParameters {
  const { lookup } = scene;
  const known = new Map<string, Parameter>();
  const unknown: string[] = [];
  const missing: string[] = [];
  const give = (name: string, value: string, source: string) => known.set(name, { name, value, secret: false, source });
  const placehold = (name: string) => {
    unknown.push(name);
    return placeholderFor(name, region);
  };
  for (const [name, value] of Object.entries(parameters)) {
    give(name, isLiteral(value) ? String(value) : placehold(name), 'profile');
  }
  for (const [name, template] of Object.entries(service.composeParams)) {
    const withOutputs = [...composeReferences(template)].reduce(
      (text, [key, output]) => text.replaceAll(`\${${key}.${output}}`, () => placehold(`${key}.${output}`)),
      substitute(template, lookup),
    );
    missing.push(...composeVariables(template).filter((variable) => !known.has(variable) && !hasMore));
    const value = withComposeVariables(withOutputs, (variable) => known.get(variable)?.value ?? placehold(variable));
    give(name, value, 'serverless-compose.yml');
  }
  const keys = scene.services.map(({ key }) => key);
  for (const name of service.reads.params) {
    const output = known.has(name) ? undefined : outputOfParameter(name, keys);
    // One that nobody publishes is left to its fallback.
    if (output !== undefined && !isAbsent({ key: output.key, output: output.path.join('.') }, scene)) {
      give(name, placehold(name), 'output');
    }
  }
  const addresses = service.reads.outputs.map((written) => substitute(written, lookup));
  const outputs = addresses
    .filter((address) => !address.includes('${'))
    .map((address) => {
      const output = ownOutput(address, scene);
      const problem = `"${address}" is published by no service`;
      return [address, output !== undefined && isAbsent(output, scene) ? { problem } : { value: placehold(address) }];
    });
  return { parameters: [...known.values()], outputs: Object.fromEntries(outputs), missing, unknown };
}
