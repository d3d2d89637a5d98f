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

/** What the plugin does in a run of the framework; each part throws errors of the framework's own. */
export interface PluginWork {
  /** Resolves the address in `${output:…}`. */
  resolveSource(address: string): Promise<SourceResult>;
  /** Resolves what the framework left in the configuration as text. */
  resolveLiterals(): Promise<void>;
  /** Adds `outputs:` to the template. */
  publish(): Promise<void>;
}

/** Returns the work of a run; what the run reads from is read once, when the first output is asked for. */
export function openWork(serverless: Serverless): PluginWork {
  const read = once(() => openOutputs(serverless));
  const resolve = async (address: string) => (await read())(address);
  return {
    resolveSource: (address) => inItsWords(serverless, async () => sourceResult(await resolve(address))),
    resolveLiterals: () => inItsWords(serverless, () => resolveLiterals(serverless, resolve)),
    publish: () => inItsWords(serverless, async () => publish(serverless)),
  };
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
