import { parseOutputAddress } from '../output/address.ts';
import { substitute, type VariableLookup } from '../serverless/variables.ts';
import type { Published, Service } from '../service/definition.ts';
import { outputOfParameter } from '../service/parameter-outputs.ts';
import { suggestName } from '../suggest.ts';
import type { Problem } from './result.ts';

/** What is known of the services of a stage before any of them is deployed there. */
export interface ReadScene {
  readonly app: string;
  readonly stage: string;
  /** All services of the application. */
  readonly services: readonly Service[];
  /** Keys of the services that the stage has; undefined for all. */
  readonly only: readonly string[] | undefined;
  /** Names of the outputs that services publish, by key; a service of which it is not known is absent. */
  readonly published: ReadonlyMap<string, Published>;
  /** Names of parameters that the profile gives. */
  readonly given: ReadonlySet<string>;
  readonly lookup: VariableLookup;
}

/** An output that a service reads, as its configuration calls it. */
interface Read {
  readonly text: string;
  /** Key of the service that is read. */
  readonly key: string;
  readonly output: string;
}

/** Returns what is wrong with the outputs that a service reads: of a service that the stage does not have, or that nobody publishes. */
export function readProblems(service: Service, scene: ReadScene): Problem[] {
  const { stage, only, published } = scene;
  return readsOf(service, scene).flatMap(({ text, key, output }): Problem[] => {
    if (only?.includes(key) === false) {
      return [{ level: 'error', message: `it reads \${${text}}, and "${stage}" does not have the service "${key}"` }];
    }
    const { names, isOpen } = published.get(key) ?? { names: [], isOpen: true };
    const isKnown = names.some((name) => name === output || name.startsWith(`${output}.`)) || MADE.test(output);
    if (isKnown || !published.has(key)) {
      return [];
    }
    const message = `it reads \${${text}}, and "${key}" publishes no output "${output}" – ${suggestName(output, names)}`;
    return [{ level: isOpen ? 'warning' : 'error', message }];
  });
}

/** Outputs that the Serverless Framework makes by itself (osls 4.3, `lib/plugins/aws/lib/naming.js`). */
const MADE =
  /^(ServerlessDeploymentBucketName|ServiceEndpoint(Websocket)?|HttpApi(Id|Url)|CloudFrontDistribution(DomainName)?|[A-Za-z0-9]+(LambdaFunctionQualifiedArn|LambdaFunctionUrl|LambdaLayerQualifiedArn|LambdaLayerHash|LambdaLayerS3Key))$/;

/** What a service reads of others in its own stage, without a fallback. */
function readsOf({ reads }: Service, { app, stage, services, given, lookup }: ReadScene): Read[] {
  const keys = services.map(({ key }) => key);
  const params = reads.needed.flatMap((name): Read[] => {
    const output = given.has(name) ? undefined : outputOfParameter(name, keys);
    return output === undefined ? [] : [{ text: `param:${name}`, key: output.key, output: output.path.join('.') }];
  });
  const outputs = reads.neededOutputs.flatMap((written): Read[] => {
    const text = substitute(written, lookup);
    if (text.includes('${')) {
      return [];
    }
    const address = parseOutputAddress(text);
    const key = services.find(({ name }) => name === address.service)?.key;
    const isOwn = (address.app ?? app) === app && (address.stage ?? stage) === stage && address.region === undefined;
    return isOwn && key !== undefined ? [{ text: `output:${text}`, key, output: address.path.join('.') }] : [];
  });
  return [...params, ...outputs];
}
