import { doubtOf, hashInputs } from '../../core/deploy/inputs.ts';
import type { ServiceResult } from '../../core/deploy/result.ts';
import { type Deployment, deploymentsOf, labelOf, tasksOf } from '../../core/deploy/task.ts';
import { runGraph } from '../../core/graph/run.ts';
import type { LedgerStage } from '../../core/ledger/keys.ts';
import type { Fingerprint } from '../../core/ledger/record.ts';
import type { Redactor } from '../../core/redact.ts';
import type { ServerlessCli } from '../../core/serverless/cli.ts';
import type { Service } from '../../core/service/definition.ts';
import type { ServerlessRunner } from '../../io/serverless/runner.ts';
import type { Inputs } from './contract.ts';
import { type Dependencies, ownerOf } from './dependencies.ts';
import { deployOne, describeError } from './deploy-one.ts';
import type { DeployTools } from './deploy-tools.ts';
import { keptLog } from './kept-log.ts';
import { type Clis, createStackClaims } from './prepare.ts';
import { describeProgress } from './progress.ts';
import { readOutputs, type ServiceInputs } from './read-outputs.ts';
import { lookupOf, type StagePlan } from './stage-plan.ts';

export interface GraphDeploy {
  readonly plan: StagePlan;
  readonly clis: Clis;
  readonly commit: string | undefined;
  readonly ledgerStage: LedgerStage;
  readonly redactor: Redactor;
  readonly licence: { readonly accessKey?: string; readonly licenseKey?: string };
  readonly inputs: Pick<Inputs, 'concurrency'>;
}

/** Deploys all that is selected, each as soon as what it needs is done, and returns what came of each. Never rejects. */
export async function deployGraph(work: GraphDeploy, deps: Dependencies): Promise<ServiceResult[]> {
  const { plan, inputs } = work;
  const { regions } = deps.configuration.profile;
  const selected = plan.selection.selected.map(({ key }) => key);
  const deployments = deploymentsOf(selected, regions);
  const byId = new Map(deployments.map((deployment) => [deployment.id, deployment]));
  const results = new Map<string, ServiceResult>();
  const started = new Map<string, number>();
  const runnerOf = runnersByRegion(work, deps);
  const claimStack = new Map(regions.map((region) => [region, createStackClaims()]));
  const label = (id: string) => labelOf(byId.get(id) ?? { id, key: id, region: '' }, regions);

  await runGraph(tasksOf(deployments, plan.graph), inputs.concurrency, {
    async work(id) {
      const deployment = byId.get(id) as Deployment;
      started.set(id, deps.clock());
      const log = keptLog(deps.log);
      const claim = claimStack.get(deployment.region) ?? createStackClaims();
      const runner = await runnerOf(deployment.region);
      const result = await deployAtTurn(
        deployment,
        { ...work, runner, claim, live: (text) => deps.log.info(text) },
        { ...deps, log },
      );
      results.set(id, result);
      const url = result.url === undefined ? '' : `, ${result.url}`;
      log.flush(`${label(id)}: ${result.status} in ${result.seconds} s${url}`);
      return result.status !== 'failed';
    },
    notStarted(id, because) {
      const { key, region } = byId.get(id) as Deployment;
      const reason = `not started, because ${label(because)} failed`;
      results.set(id, { key, name: '', region, status: 'not-started', reason, reads: [], outputs: {}, seconds: 0 });
      deps.log.info(`${label(id)}: ${reason}`);
    },
    changed(schedule) {
      if (deployments.length > 1) {
        deps.log.info(describeProgress(schedule, { label, total: deployments.length, started, now: deps.clock() }));
      }
    },
  });
  return deployments.flatMap(({ id }) => results.get(id) ?? []);
}

/** One runner a region, made when the first service of it starts. */
function runnersByRegion(
  { redactor, licence }: GraphDeploy,
  { configuration, session, createRunner }: Dependencies,
): (region: string) => Promise<ServerlessRunner> {
  const runners = new Map<string, Promise<ServerlessRunner>>();
  return (region) => {
    const known = runners.get(region);
    const { exportEnv } = configuration.profile;
    const target = { stage: configuration.stage.name, region };
    const runner = known ?? createRunner({ target, session: { ...session, region }, exportEnv, licence, redactor });
    runners.set(region, runner);
    return runner;
  };
}

interface TurnParts extends GraphDeploy {
  readonly runner: ServerlessRunner;
  readonly claim: DeployTools['claimStack'];
  readonly live: DeployTools['live'];
}

/** Deploys one service when all that it needs is done: only now the outputs that it reads are what they will be. */
async function deployAtTurn(deployment: Deployment, parts: TurnParts, deps: Dependencies): Promise<ServiceResult> {
  const { key, region } = deployment;
  const { plan, clis, runner } = parts;
  const { configuration, session } = deps;
  const service = plan.services.find((each) => each.key === key) as Service;
  const selected = plan.selection.selected.find((each) => each.key === key);
  const cli = clis.get(key) as ServerlessCli;
  const { stacks, ledger } = deps.toolsOf(region);
  try {
    const inputs = await readOutputs(service, {
      ...deps,
      region,
      account: session.account,
      services: plan.services,
      lookup: lookupOf(configuration, deps.parameters),
    });
    const label = labelOf(deployment, configuration.profile.regions);
    const { pluginContext } = inputs;
    const parameters = [...inputs.parameters, ...inputs.fromOutputs];
    const job = { key, label, folder: deps.folderOf(service), cli, parameters, pluginContext };
    const doubt = doubtOf(service) ?? doubtOfOutputs(inputs) ?? (plan.sources === undefined ? NO_CLONE : undefined);
    const record = plan.records.get(region)?.get(service.name ?? '');
    const { forced = false, reason: why = '' } = selected ?? {};
    const fingerprint = await fingerprintOf(service, cli, inputs, parts, deps);
    return await deployOne(
      { job, name: service.name, why, forced, record, inputs, fingerprint, doubt },
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
      reason: 'what it reads could not be read',
      error: describeError(error),
    } as const;
    return { key, name: service.name ?? '', region, reads: [], outputs: {}, seconds: 0, ...failed };
  }
}

const NO_CLONE = 'the workspace is no clone of a repository, so it is not known what changed';

function doubtOfOutputs({ unresolved }: ServiceInputs): string | undefined {
  return unresolved.length === 0
    ? undefined
    : `it reads \${output:${unresolved.join('}, ${output:')}}, which only the Serverless Framework resolves`;
}

async function fingerprintOf(
  service: Service,
  cli: ServerlessCli,
  { parameters, values }: ServiceInputs,
  { plan, runner }: TurnParts,
  { configuration }: Dependencies,
): Promise<Fingerprint | undefined> {
  const source = plan.sources?.get(service.key);
  if (source === undefined) {
    return undefined;
  }
  const own = Object.keys(service.composeParams);
  const reads = { ...service.reads, params: [...service.reads.params, ...own] };
  const { app, profile } = configuration;
  const nodeVersion = await runner.nodeVersion();
  return {
    source,
    ...hashInputs({ reads, parameters, exportEnv: profile.exportEnv, outputs: values, cli, nodeVersion, salt: app }),
  };
}
