import { UserError } from '../core/errors.ts';
import { parseOutputAddress } from '../core/output/address.ts';
import { type FoundOutput, lookUpOutput } from '../core/output/lookup.ts';
import type { PluginContext } from '../core/output/plugin-context.ts';
import { deploymentFinder } from '../io/aws/deployments.ts';
import { sourcesOf } from '../io/aws/framework-provider.ts';
import { readContext } from './context.ts';
import type { Serverless, SourceResult } from './framework.ts';
import { replaceLiterals } from './literals.ts';
import { stackOutputs } from './outputs.ts';

/** Keys of a service's configuration that the Serverless Dashboard knew. */
const TOP_LEVEL = { org: { type: 'string' }, app: { type: 'string' }, outputs: { type: 'object' } } as const;

/**
 * The Serverless plugin (osls 4, serverless 3): the variable source `${output:…}`, and `outputs:` as outputs of the stack.
 * The framework makes one and calls what stands in its two fields.
 */
export class ServerlessStages {
  readonly configurationVariablesSources: {
    readonly output: { readonly resolve: (variable: { readonly address?: string }) => Promise<SourceResult> };
  };
  readonly hooks: Readonly<Record<string, () => Promise<void>>>;

  constructor(serverless: Serverless) {
    acceptOldKeys(serverless);
    const read = once(() => openOutputs(serverless));
    const resolve = async (address: string) => (await read())(address);
    this.configurationVariablesSources = {
      output: {
        resolve: ({ address = '' }) => inItsWords(serverless, async () => sourceResult(await resolve(address))),
      },
    };
    this.hooks = {
      initialize: () => inItsWords(serverless, () => resolveLiterals(serverless, resolve)),
      'before:package:finalize': () => inItsWords(serverless, async () => publish(serverless)),
    };
  }
}

/**
 * Has the framework take the keys that the Serverless Dashboard knew. serverless 3 knows them by itself, and would ask its
 * vendor for a login where it sees `org`: it does not see it any more.
 */
function acceptOldKeys(serverless: Serverless): void {
  if (serverless.version.startsWith('3.')) {
    delete serverless.configurationInput['org'];
    delete serverless.service.org;
    return;
  }
  for (const [name, property] of Object.entries(TOP_LEVEL)) {
    serverless.configSchemaHandler.defineTopLevelProperty(name, property);
  }
}

type ReadOutput = (address: string) => Promise<FoundOutput>;

async function openOutputs(serverless: Serverless): Promise<ReadOutput> {
  const provider = serverless.getProvider('aws');
  const { app } = serverless.configurationInput;
  const run = {
    folder: serverless.serviceDir ?? serverless.config.servicePath ?? process.cwd(),
    stage: provider.getStage(),
    region: provider.getRegion(),
    app: typeof app === 'string' ? app : undefined,
  };
  const context = await readContext(run, process.env);
  const find = deploymentFinder((region) => sourcesOf(provider, region));
  const known = new Map<string, Promise<FoundOutput>>();
  return (text) => {
    const answer =
      known.get(text) ?? ofContext(context, text) ?? lookUpOutput(parseOutputAddress(text), context.reader, find);
    known.set(text, answer);
    return answer;
  };
}

/** What deploy-service has read already, so that both speak of one value. */
function ofContext({ resolved, reader }: PluginContext, text: string): Promise<FoundOutput> | undefined {
  const known = Object.hasOwn(resolved, text) ? resolved[text] : undefined;
  if (known === undefined) {
    return undefined;
  }
  const problem =
    known.problem === undefined ? undefined : new UserError('E_OUTPUT_MISSING', { what: known.problem, fix: '' });
  return Promise.resolve(
    problem === undefined ? { found: true, value: known.value, stage: reader.stage } : { found: false, problem },
  );
}

function sourceResult(output: FoundOutput): SourceResult {
  return output.found
    ? { value: output.value }
    : { value: null, eventualErrorMessage: `${output.problem.code}: ${output.problem.message}` };
}

async function resolveLiterals(serverless: Serverless, resolve: ReadOutput): Promise<void> {
  const problems = new Map<string, UserError>();
  await replaceLiterals(
    serverless.configurationInput,
    async (address) => {
      const output = await resolve(address);
      if (!output.found) {
        problems.set(address, output.problem);
      }
      return output.found ? output.value : undefined;
    },
    (address) => problems.get(address) ?? new Error(`\${output:${address}} has no value`),
  );
}

async function publish(serverless: Serverless): Promise<void> {
  const { outputs } = serverless.configurationInput;
  if (typeof outputs !== 'object' || outputs === null) {
    return;
  }
  const { provider, resources } = serverless.service;
  const template = provider.compiledCloudFormationTemplate;
  const native = { ...template.Outputs, ...resources?.Outputs };
  template.Outputs = { ...template.Outputs, ...stackOutputs(outputs as Record<string, unknown>, native) };
}

/** Errors of ours as the framework's own, which it prints without a stack. */
async function inItsWords<Result>({ classes }: Serverless, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof UserError ? new classes.Error(`${error.code}: ${error.message}`, error.code) : error;
  }
}

function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}

export default ServerlessStages;
