import { doubtOf, hashInputs } from '../../core/deploy/inputs.ts';
import type { ServiceResult } from '../../core/deploy/result.ts';
import { describeError, stackTrace } from '../../core/described-error.ts';
import { UserError } from '../../core/errors.ts';
import type { LedgerStage } from '../../core/ledger/keys.ts';
import type { Fingerprint } from '../../core/ledger/record.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import type { Service } from '../../core/service/definition.ts';
import { completeStack } from '../../core/stack/complete.ts';
import type { ServerlessRunner } from '../../io/serverless/runner.ts';
import type { DeployEdges } from '../edges.ts';
import type { Held } from '../hold/lock.ts';
import type { Run } from '../run.ts';
import type { Updated } from './back/updated.ts';
import { deployService, type ReadyService } from './deploy-service.ts';
import { readOutputs, type ServiceInputs } from './outputs/read-outputs.ts';
import type { RunMemory } from './outputs/run-memory.ts';
import type { PlannedService } from './plan/planned-service.ts';
import { lookupOf, type StagePlan } from './plan/stage-plan.ts';
import type { ClaimStack } from './service/stack-claims.ts';

/** Where and by what a service is deployed. */
export interface Target extends Held {
  readonly region: string;
  /** How the log calls the deployment. */
  readonly label: string;
  readonly runner: () => Promise<ServerlessRunner>;
  readonly claimStack: ClaimStack;
  /** What has become of another service in the region; undefined before its turn. */
  readonly resultOf: (key: string) => ServiceResult | undefined;
  /** Told of a stack that was updated. */
  readonly updated: (one: Updated) => void;
}

/** What all deployments of a run share. */
export interface Shared {
  readonly plan: Pick<StagePlan, 'services' | 'records' | 'planned'>;
  readonly run: Run;
  readonly memory: RunMemory;
}

/**
 * Deploys one service when all that it needs is done: only now the outputs that it reads are what they will be. Never
 * rejects.
 */
export async function deployWhenReady(
  planned: PlannedService,
  target: Target,
  shared: Shared,
  edges: DeployEdges,
): Promise<ServiceResult> {
  const { key, name = '' } = planned.service;
  const { region, label, claimStack, checkHeld } = target;
  const { plan, run, memory } = shared;
  try {
    const runner = await target.runner();
    const before = run.isDryRun ? planned.needs.filter((needed) => target.resultOf(needed)?.status === 'planned') : [];
    const ready = await readyService(planned, { ...target, runner }, shared, edges).catch((error: unknown) => {
      // Compose knows no fallback: what it hands over is asked for at once.
      if (before.length > 0 && error instanceof UserError && error.code === 'E_OUTPUT_MISSING') {
        return undefined;
      }
      throw error;
    });
    const awaited = ready === undefined ? before : awaitedBy(ready, before, run.stage.name);
    if (ready === undefined || awaited.length > 0) {
      return awaitingResult(planned.service, ready?.inputs.reads ?? [], awaited, { region, stage: run.stage.name });
    }
    return await deployService(ready, {
      run,
      place: edges.placeIn(region),
      voice: edges.voice,
      cancellation: edges.cancellation,
      safeguarding: edges.safeguarding,
      runner,
      records: plan.records.get(region) ?? new Map(),
      claimStack,
      checkHeld,
      updated: (one) => target.updated({ ...one, label, region }),
      note: (deployment) => memory.note({ ...deployment, region }),
    });
  } catch (error) {
    edges.voice.log.debug(stackTrace(error));
    const failed = { status: 'failed', reason: 'it could not be prepared', error: describeError(error) } as const;
    return { key, name, region, reads: [], outputs: {}, seconds: 0, ...failed };
  }
}

/**
 * The services whose outputs a dry run cannot know, of those that are `planned` before it: the deploy changes them first, and until then they are missing, or the
 * base stage's are read.
 */
function awaitedBy({ inputs }: ReadyService, before: readonly string[], stage: string): string[] {
  const isElsewhere = (key: string) => inputs.reads.some((read) => read.service === key && read.stage !== stage);
  return before.filter((key) => inputs.missing.length > 0 || isElsewhere(key));
}

/** What a dry run says of a service whose package rests on what is not deployed yet. */
function awaitingResult(
  service: Service,
  known: ServiceResult['reads'],
  awaited: readonly string[],
  { region, stage }: { readonly region: string; readonly stage: string },
): ServiceResult {
  const others = known.filter((read) => !awaited.includes(read.service));
  const reads = [...awaited.map((key) => ({ service: key, stage })), ...others];
  const reason = `it reads outputs of ${awaited.join(', ')}, deployed first: what changes here is known then`;
  return {
    key: service.key,
    name: service.name ?? '',
    region,
    status: 'planned',
    reason,
    reads,
    outputs: {},
    seconds: 0,
  };
}

/** Reads what a service reads, and puts together what its deploy needs. */
async function readyService(
  planned: PlannedService,
  { region, label, runner }: Pick<Target, 'region' | 'label'> & { readonly runner: ServerlessRunner },
  { plan, memory }: Shared,
  edges: DeployEdges,
): Promise<ReadyService> {
  const { service, cli, needs, records, source } = planned;
  const { configuration, parameters: known, live, find, folderOf, placeIn } = edges;
  const named = memory.named(plan.services);
  const inputs = await readOutputs(service, {
    configuration,
    region,
    account: live.account,
    services: named,
    parameters: known,
    lookup: lookupOf(configuration, known, region),
    find: memory.finder(find, configuration.app, configuration.stage.name),
    stackIn: async (other, name) => completeStack(await placeIn(other).stacks.find(name)),
    planned: plan.planned.flatMap((one) => one.service.exports),
    present: presentIn(region, named, plan),
    recordedIn: (stage) => recordedIn({ app: configuration.app, kind: 'configured', name: stage }, region, edges),
  });
  const { pluginContext } = inputs;
  const isRedirected = Object.keys(pluginContext.stacks).length > 0;
  const parameters = [...inputs.parameters, ...inputs.fromOutputs];
  return {
    job: {
      key: service.key,
      label,
      ...onlyDefined({ config: service.config }),
      folder: folderOf(service),
      cli,
      parameters,
      pluginContext,
      isRedirected,
    },
    planned,
    needs: named.flatMap(({ key, name }) => (needs.includes(key) && name !== undefined ? [name] : [])),
    record: records.get(region),
    inputs,
    fingerprint: fingerprintOf(planned, await runner.nodeVersion(), inputs, edges),
    doubt:
      doubtOf(withoutStacks(service)) ?? doubtOfOutputs(inputs) ?? (source === undefined ? NOT_COMPARED : source.doubt),
  };
}

const NOT_COMPARED = 'the workspace is no clone of a repository, so it is not known what changed';

function doubtOfOutputs({ unresolved }: ServiceInputs): string | undefined {
  return unresolved.length === 0
    ? undefined
    : `it reads \${${unresolved.join('}, ${')}}, which only the Serverless Framework resolves`;
}

/** Outputs of stacks are read by their values, as far as their addresses are known. */
function withoutStacks(service: Service): Service {
  const unknown = service.reads.unknown.filter((source) => source !== 'cf');
  return { ...service, reads: { ...service.reads, unknown } };
}

/** Names of the services that the stage has in a region, by its records, or gets. */
function presentIn(region: string, named: readonly Service[], { records, planned }: Shared['plan']): Set<string> {
  const keys = new Set(planned.map(({ service }) => service.key));
  const got = named.flatMap(({ key, name }) => (keys.has(key) && name !== undefined ? [name] : []));
  return new Set([...(records.get(region)?.keys() ?? []), ...got]);
}

/** Names of the services that are recorded in a stage; none if its records may not be looked at. */
async function recordedIn(
  stage: LedgerStage,
  region: string,
  { placeIn, voice }: Pick<DeployEdges, 'placeIn' | 'voice'>,
): Promise<string[]> {
  const told = (error: Error) => voice.log.debug(`the records of "${stage.name}": ${error.message}`);
  const records = await placeIn(region)
    .ledger.records(stage, told)
    .catch((error: Error) => {
      told(error);
      return new Map<string, unknown>();
    });
  return [...records.keys()];
}

function fingerprintOf(
  { service, source, cli }: PlannedService,
  nodeVersion: string,
  { parameters, values: outputs }: ServiceInputs,
  { configuration: { app: salt, profile, boundary } }: Pick<DeployEdges, 'configuration'>,
): Fingerprint | undefined {
  if (source === undefined) {
    return undefined;
  }
  const { exportEnv } = profile;
  const { commands } = service;
  const hashes = hashInputs({
    reads: readsOf(service),
    parameters,
    exportEnv,
    outputs,
    cli,
    nodeVersion,
    boundary,
    commands,
    salt,
  });
  return { source: source.hash, ...hashes };
}

/** What a service reads, Compose's parameters included. */
function readsOf({ reads, composeParams }: Service): Service['reads'] {
  return { ...reads, params: [...reads.params, ...Object.keys(composeParams)] };
}
