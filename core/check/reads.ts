import { parseOutputAddress } from '../output/address.ts';
import { substitute, type VariableLookup } from '../serverless/variables.ts';
import { composeReferences } from '../service/compose.ts';
import type { Published, Service } from '../service/definition.ts';
import { outputOfParameter } from '../service/parameter-outputs.ts';
import { suggestName } from '../suggest.ts';
import type { Problem } from './result.ts';

/** What is known of the outputs of a stage's services before any of them is deployed there. */
export interface OutputScene {
  readonly app: string;
  readonly stage: string;
  /** All services of the application. */
  readonly services: readonly Service[];
  /** Keys of the services that the stage has; undefined for all. */
  readonly only: readonly string[] | undefined;
  /** Names of the outputs that services publish, by key; a service of which it is not known is absent. */
  readonly published: ReadonlyMap<string, Published>;
  readonly lookup: VariableLookup;
}

/** The same, with the parameters that the profile gives, by name. */
export interface ReadScene extends OutputScene {
  readonly given: ReadonlySet<string>;
}

/** An output of another service. */
interface Output {
  /** Key of the service. */
  readonly key: string;
  readonly output: string;
}

/** Returns the outputs of services that their configurations say, by key. */
export function publishedByConfiguration(services: readonly Service[]): Map<string, Published> {
  return new Map(
    services.flatMap(({ key, published }) => (published === undefined ? [] : [[key, published] as const])),
  );
}

/** Returns what is wrong with the outputs that a service reads: of a service that the stage does not have, or that nobody publishes. */
export function readProblems(service: Service, scene: ReadScene): Problem[] {
  return readsOf(service, scene).flatMap(({ text, ...output }): Problem[] => {
    const { fault, isOpen } = faultOf(output, scene);
    return fault === undefined
      ? []
      : [{ level: isOpen ? 'warning' : 'error', message: `it reads \${${text}}, and ${fault}` }];
  });
}

/** Whether it is certain that a stage will not have an output: what falls back goes on to its fallback. */
export function isAbsent(output: Output, scene: OutputScene): boolean {
  const { fault, isOpen } = faultOf(output, scene);
  return fault !== undefined && !isOpen;
}

/** Returns the output that the address in `${output:ADDRESS}` names in the stage itself; undefined if it is of elsewhere, or not known. */
export function ownOutput(
  text: string,
  { app, stage, services }: Pick<OutputScene, 'app' | 'stage' | 'services'>,
): Output | undefined {
  const address = parseOutputAddress(text);
  const key = services.find(({ name }) => name === address.service)?.key;
  const isOwn = (address.app ?? app) === app && (address.stage ?? stage) === stage && address.region === undefined;
  return isOwn && key !== undefined ? { key, output: address.path.join('.') } : undefined;
}

/** Outputs that the Serverless Framework makes by itself (osls 4.3, `lib/plugins/aws/lib/naming.js`). */
const MADE =
  /^(ServerlessDeploymentBucketName|ServiceEndpoint(Websocket)?|HttpApi(Id|Url)|CloudFrontDistribution(DomainName)?|[A-Za-z0-9]+(LambdaFunctionQualifiedArn|LambdaFunctionUrl|LambdaLayerQualifiedArn|LambdaLayerHash|LambdaLayerS3Key))$/;

/** Why a stage will not have an output; `isOpen` if a plugin may publish it all the same. */
function faultOf(
  { key, output }: Output,
  { stage, services, only, published }: OutputScene,
): { readonly fault?: string; readonly isOpen: boolean } {
  const keys = services.map((service) => service.key);
  if (!keys.includes(key)) {
    return { fault: `there is no service "${key}" – ${suggestName(key, keys)}`, isOpen: false };
  }
  if (only?.includes(key) === false) {
    return { fault: `"${stage}" does not have the service "${key}"`, isOpen: false };
  }
  const { names, isOpen } = published.get(key) ?? { names: [], isOpen: true };
  const isKnown = names.some((name) => name === output || name.startsWith(`${output}.`)) || MADE.test(output);
  return isKnown || !published.has(key)
    ? { isOpen }
    : { fault: `"${key}" publishes no output "${output}" – ${suggestName(output, names)}`, isOpen };
}

/** What a service reads of others in its own stage, without a fallback; `text` is how its configuration calls it. */
function readsOf({ reads, composeParams }: Service, scene: ReadScene): (Output & { readonly text: string })[] {
  const { services, given, lookup } = scene;
  const keys = services.map(({ key }) => key);
  const params = reads.needed.flatMap((name) => {
    const output = given.has(name) ? undefined : outputOfParameter(name, keys);
    return output === undefined ? [] : [{ text: `param:${name}`, key: output.key, output: output.path.join('.') }];
  });
  const outputs = reads.neededOutputs.flatMap((written) => {
    const text = substitute(written, lookup);
    const output = text.includes('${') ? undefined : ownOutput(text, scene);
    return output === undefined ? [] : [{ text: `output:${text}`, ...output }];
  });
  // Compose knows no fallback.
  const handedOver = Object.values(composeParams).flatMap((template) =>
    composeReferences(template).map(([key, output]) => ({ text: `${key}.${output}`, key, output })),
  );
  return [...params, ...outputs, ...handedOver];
}
