import { doubtOf, hashInputs } from '../../core/deploy/inputs.ts';
import type { ServiceResult } from '../../core/deploy/result.ts';
import { type Deployment, labelOf } from '../../core/deploy/task.ts';
import { describeError } from '../../core/described-error.ts';
import type { Graph } from '../../core/graph/graph.ts';
import type { Fingerprint } from '../../core/ledger/record.ts';
import type { ServerlessCli } from '../../core/serverless/cli.ts';
import type { Service } from '../../core/service/definition.ts';
import type { ServerlessRunner } from '../../io/serverless/runner.ts';
import { type Dependencies, ownerOf } from './dependencies.ts';
import { deployOne, stackOf, type Turn } from './deploy-one.ts';
import { readOutputs, type ServiceInputs } from './outputs/read-outputs.ts';
import type { RunMemory } from './outputs/run-memory.ts';
import { lookupOf } from './plan/stage-plan.ts';
import type { StageWork } from './plan/stage-work.ts';
import type { DeployTools } from './service/deploy-tools.ts';

/** What the turn of one service rests on. */
export interface TurnParts extends StageWork {
  readonly runner: () => Promise<ServerlessRunner>;
  readonly claim: DeployTools['claimStack'];
  readonly live: DeployTools['live'];
  readonly memory: RunMemory;
}

/** Deploys one service when all that it needs is done: only now the outputs that it reads are what they will be. */
export async function deployAtTurn(
  deployment: Deployment,
  parts: TurnParts,
  deps: Dependencies,
): Promise<ServiceResult> {
  const { key, region } = deployment;
  const service = parts.plan.services.find((each) => each.key === key) as Service;
  try {
    const runner = await parts.runner();
    const turn = await prepareTurn(service, { ...parts, deployment, runner }, deps);
    const parameterValues = turn.job.parameters.map(({ value }) => value);
    return await deployOne(turn, toolsOf(deployment, { ...parts, runner, parameterValues }, deps));
  } catch (error) {
    deps.log.debug(stackOf(error));
    const failed = { status: 'failed', reason: 'it could not be prepared', error: describeError(error) } as const;
    return { key, name: service.name ?? '', region, reads: [], outputs: {}, seconds: 0, ...failed };
  }
}

type PreparedParts = Omit<TurnParts, 'runner'> & { readonly deployment: Deployment; readonly runner: ServerlessRunner };

/** Reads what a service reads, and puts its turn together. */
async function prepareTurn(
  service: Service,
  { plan, clis, memory, deployment, runner }: PreparedParts,
  deps: Dependencies,
): Promise<Turn> {
  const { key, region } = deployment;
  const { configuration, session } = deps;
  const { app, stage, profile } = configuration;
  const cli = clis.get(key) as ServerlessCli;
  const inputs = await readOutputs(service, {
    ...deps,
    region,
    account: session.account,
    services: memory.named(plan.services),
    lookup: lookupOf(configuration, deps.parameters, region),
    find: memory.finder(deps.find, app, stage.name),
  });
  const { pluginContext } = inputs;
  const parameters = [...inputs.parameters, ...inputs.fromOutputs];
  const label = labelOf(deployment, profile.regions);
  const { forced = false, reason: why = '' } = plan.selection.selected.find((each) => each.key === key) ?? {};
  const made = { cli, nodeVersion: await runner.nodeVersion(), inputs };
  return {
    job: { key, label, folder: deps.folderOf(service), cli, parameters, pluginContext },
    name: service.name,
    commands: service.commands,
    needs: namesNeeded(key, plan.graph, memory.named(plan.services)),
    why,
    forced,
    record: plan.records.get(region)?.get(service.name ?? ''),
    inputs,
    fingerprint: fingerprintOf(service, plan.sources, made, deps),
    doubt: doubtOf(service) ?? doubtOfOutputs(inputs) ?? (plan.sources === undefined ? NO_CLONE : undefined),
  };
}

interface ToolParts extends Omit<TurnParts, 'runner'> {
  readonly runner: ServerlessRunner;
  readonly parameterValues: readonly string[];
}

function toolsOf({ region }: Deployment, parts: ToolParts, deps: Dependencies): DeployTools {
  const { id, attempt, url } = deps.run;
  return {
    ...deps.toolsOf(region),
    stage: deps.configuration.stage,
    boundary: deps.configuration.boundary,
    commit: parts.commit,
    owner: ownerOf(deps),
    run: { id, attempt, url },
    ledgerStage: parts.ledgerStage,
    records: parts.plan.records.get(region) ?? new Map(),
    parameterValues: parts.parameterValues,
    runner: parts.runner,
    claimStack: parts.claim,
    note: (deployment) => parts.memory.note({ ...deployment, region }),
    log: deps.log,
    live: parts.live,
    clock: deps.clock,
    beforeCancelledExit: deps.beforeCancelledExit,
    unlessCancelled: deps.unlessCancelled,
  };
}

/** Names of the services that one depends on, as far as they are known. */
function namesNeeded(key: string, graph: Graph, services: readonly Service[]): string[] {
  const keys = new Set(graph.get(key)?.map(({ on }) => on));
  return services.flatMap((service) => (keys.has(service.key) && service.name !== undefined ? [service.name] : []));
}

const NO_CLONE = 'the workspace is no clone of a repository, so it is not known what changed';

function doubtOfOutputs({ unresolved }: ServiceInputs): string | undefined {
  return unresolved.length === 0
    ? undefined
    : `it reads \${output:${unresolved.join('}, ${output:')}}, which only the Serverless Framework resolves`;
}

interface MadeWith {
  readonly cli: ServerlessCli;
  readonly nodeVersion: string;
  readonly inputs: ServiceInputs;
}

function fingerprintOf(
  service: Service,
  sources: ReadonlyMap<string, string> | undefined,
  { cli, nodeVersion, inputs }: MadeWith,
  { configuration }: Dependencies,
): Fingerprint | undefined {
  const source = sources?.get(service.key);
  if (source === undefined) {
    return undefined;
  }
  const reads = { ...service.reads, params: [...service.reads.params, ...Object.keys(service.composeParams)] };
  const { app: salt, profile, boundary } = configuration;
  const { parameters, values: outputs } = inputs;
  return {
    source,
    ...hashInputs({
      reads,
      parameters,
      exportEnv: profile.exportEnv,
      outputs,
      cli,
      nodeVersion,
      boundary,
      commands: service.commands,
      salt,
    }),
  };
}
