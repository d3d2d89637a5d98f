import { doubtOf, hashInputs } from '../../core/deploy/inputs.ts';
import type { ServiceResult } from '../../core/deploy/result.ts';
import { type Deployment, labelOf } from '../../core/deploy/task.ts';
import type { Fingerprint } from '../../core/ledger/record.ts';
import type { ServerlessCli } from '../../core/serverless/cli.ts';
import type { Service } from '../../core/service/definition.ts';
import type { ServerlessRunner } from '../../io/serverless/runner.ts';
import { type Dependencies, ownerOf } from './dependencies.ts';
import { deployOne, describeError } from './deploy-one.ts';
import type { DeployTools } from './deploy-tools.ts';
import { readOutputs, type ServiceInputs } from './read-outputs.ts';
import { lookupOf, type StagePlan } from './stage-plan.ts';
import type { StageWork } from './stage-work.ts';

/** What the turn of one service rests on. */
export interface TurnParts extends StageWork {
  readonly runner: () => Promise<ServerlessRunner>;
  readonly claim: DeployTools['claimStack'];
  readonly live: DeployTools['live'];
}

/** Deploys one service when all that it needs is done: only now the outputs that it reads are what they will be. */
export async function deployAtTurn(
  deployment: Deployment,
  parts: TurnParts,
  deps: Dependencies,
): Promise<ServiceResult> {
  const { key, region } = deployment;
  const { plan, clis } = parts;
  const { configuration, session } = deps;
  const service = plan.services.find((each) => each.key === key) as Service;
  const selected = plan.selection.selected.find((each) => each.key === key);
  const cli = clis.get(key) as ServerlessCli;
  const { stacks, ledger } = deps.toolsOf(region);
  try {
    const runner = await parts.runner();
    const inputs = await readOutputs(service, {
      ...deps,
      region,
      account: session.account,
      services: plan.services,
      lookup: lookupOf(configuration, deps.parameters, region),
    });
    const label = labelOf(deployment, configuration.profile.regions);
    const { pluginContext } = inputs;
    const parameters = [...inputs.parameters, ...inputs.fromOutputs];
    const job = { key, label, folder: deps.folderOf(service), cli, parameters, pluginContext };
    const doubt = doubtOf(service) ?? doubtOfOutputs(inputs) ?? (plan.sources === undefined ? NO_CLONE : undefined);
    const record = plan.records.get(region)?.get(service.name ?? '');
    const { forced = false, reason: why = '' } = selected ?? {};
    const nodeVersion = await runner.nodeVersion();
    const fingerprint = fingerprintOf(service, plan.sources, { cli, nodeVersion, inputs }, deps);
    return await deployOne(
      { job, name: service.name, needs: namesNeeded(key, plan), why, forced, record, inputs, fingerprint, doubt },
      {
        region,
        stage: configuration.stage,
        commit: parts.commit,
        owner: ownerOf(deps),
        run: { id: deps.run.id, attempt: deps.run.attempt, url: deps.run.url },
        ledgerStage: parts.ledgerStage,
        ledger,
        parameterValues: parameters.map(({ value }) => value),
        runner,
        stacks,
        claimStack: parts.claim,
        log: deps.log,
        live: parts.live,
        clock: deps.clock,
      },
    );
  } catch (error) {
    const failed = {
      status: 'failed',
      reason: 'it could not be prepared',
      error: describeError(error),
    } as const;
    return { key, name: service.name ?? '', region, reads: [], outputs: {}, seconds: 0, ...failed };
  }
}

/** Names of the services that one depends on, as far as they are known. */
function namesNeeded(key: string, { graph, services }: StagePlan): string[] {
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
  const { app: salt, profile } = configuration;
  const { parameters, values: outputs } = inputs;
  return {
    source,
    ...hashInputs({ reads, parameters, exportEnv: profile.exportEnv, outputs, cli, nodeVersion, salt }),
  };
}
