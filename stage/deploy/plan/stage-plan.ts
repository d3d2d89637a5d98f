import type { EffectiveConfiguration } from '../../../core/configuration/effective.ts';
import { type LeftOut, type Selection, selectServices } from '../../../core/deploy/selection.ts';
import type { Graph } from '../../../core/graph/dependency.ts';
import { buildGraph } from '../../../core/graph/graph.ts';
import { checkOwner } from '../../../core/ledger/owner.ts';
import { onlyDefined } from '../../../core/only-defined.ts';
import type { Parameter } from '../../../core/profile/parameter.ts';
import { needsLicence, type ServerlessCli } from '../../../core/serverless/cli.ts';
import { knownVariables } from '../../../core/serverless/known-variables.ts';
import type { VariableLookup } from '../../../core/serverless/variables.ts';
import { parseChoice } from '../../../core/service/choose.ts';
import type { Service } from '../../../core/service/definition.ts';
import type { ServiceSource } from '../../../core/source/service-source.ts';
import type { DeployEdges } from '../../edges.ts';
import type { Run } from '../../run.ts';
import type { Clis } from './find-clis.ts';
import type { PlannedService } from './planned-service.ts';
import { findLeftOver, nameOf, readRecords, recordsOf, type StageRecords } from './stage-records.ts';

/** What a run is going to bring up to date, and what that rests on. */
export interface StagePlan {
  readonly planned: readonly PlannedService[];
  /** What the stage does not get, with what is known of each. */
  readonly leftOut: readonly (LeftOut & { readonly service: Service })[];
  /** All services of the application. */
  readonly services: readonly Service[];
  readonly graph: Graph;
  /** All that is recorded of the stage. */
  readonly records: StageRecords;
  readonly leftOver: readonly string[];
}

/** Returns what the variables of addresses, names and paths are known to be; of several regions, in one of them. */
export function lookupOf(
  { stage, profile }: EffectiveConfiguration,
  parameters: readonly Parameter[],
  region: string | undefined = profile.regions.length > 1 ? undefined : profile.region,
): VariableLookup {
  const plain = parameters.filter(({ secret }) => !secret);
  const values = new Map(plain.map(({ name, value }) => [name, value]));
  return knownVariables({ stage: stage.name, ...onlyDefined({ region }) }, values);
}

/** Builds the graph of the services; throws E_SERVICE_UNKNOWN, E_DEPENDENCY_CYCLE. */
export function graphOf(
  services: readonly Service[],
  { configuration, parameters }: Pick<DeployEdges, 'configuration' | 'parameters'>,
): Graph {
  return buildGraph({
    services,
    parameters: new Set(parameters.map(({ name }) => name)),
    lookup: lookupOf(configuration, parameters),
    app: configuration.app,
    stage: configuration.stage.name,
  });
}

/** The application that a plan is made of, and what is asked for. */
export interface PlanParts {
  readonly services: readonly Service[];
  readonly clis: Clis;
  /** Keys that a person named; undefined if the run decides. */
  readonly named: readonly string[] | undefined;
  /** Regions of the run before. */
  readonly regionsBefore: readonly string[];
}

type PlanEdges = Pick<DeployEdges, 'configuration' | 'parameters' | 'source' | 'placeIn' | 'find' | 'voice'>;

/**
 * Decides what the stage is to have, by what differs and by what is there. Throws E_LEDGER, E_SERVICE_UNKNOWN,
 * E_OUTPUT_MISSING; E_STACK_FOREIGN if a record of it is somebody else's.
 */
export async function planStage(parts: PlanParts, run: Run, edges: PlanEdges): Promise<StagePlan> {
  const { configuration, source, voice } = edges;
  const { app, stage, baseStage } = configuration;
  const records = await readRecords(run.stage, edges);
  const base =
    baseStage === undefined
      ? new Map()
      : await readRecords({ app, kind: 'configured', name: baseStage }, edges, (error) =>
          voice.log.warning(error.message),
        );
  const services = parts.services.map((one) => named(one, nameOf(one, [records, base], run.owner), stage.name));
  const graph = graphOf(services, edges);
  const sources = await source?.inWorkTree(services);
  const ofStage = services.filter(({ key }) => configuration.only?.includes(key) ?? true);
  const present = services.filter((service) => recordsOf(service, records).size > 0);
  const selection = selectServices({
    services: ofStage,
    graph,
    kind: stage.kind,
    mode: configuration.previewServices,
    named: parseChoice(services, parts.named),
    changed: stage.kind === 'preview' ? await changedKeys(services, sources, edges) : undefined,
    present: new Set(present.map(({ key }) => key)),
    inBase: await keysInBase(services, graph, base, edges),
    baseStage,
    readsOwnStacks: new Set([...parts.clis].flatMap(([key, cli]) => (needsLicence(cli) ? [key] : []))),
    against: stage.baseBranch ?? 'the base',
  });
  const planned = planServices(selection, { services, clis: parts.clis, sources, graph, records });
  checkOwners(planned, run);
  const regions = parts.regionsBefore.filter((region) => !configuration.profile.regions.includes(region));
  return {
    planned,
    leftOut: selection.leftOut.flatMap((one) => {
      const service = services.find(({ key }) => key === one.key);
      return service === undefined ? [] : [{ ...one, service }];
    }),
    services,
    graph,
    records,
    leftOver: [
      ...findLeftOver(ofStage, records, run.owner),
      ...regions.map((region) => `whatever was deployed in ${region}, which is no region of the profile any more`),
    ],
  };
}

/** A service with the name that its record tells, and so its stack. */
function named(service: Service, name: string | undefined, stage: string): Service {
  const isLearnt = service.name === undefined && name !== undefined;
  return { ...service, name, ...(isLearnt ? { stackName: service.stackName ?? `${name}-${stage}` } : {}) };
}

/** Puts together what is known of each selected service. */
function planServices(
  { selected }: Selection,
  {
    services,
    clis,
    sources,
    graph,
    records,
  }: Pick<StagePlan, 'services' | 'graph' | 'records'> & {
    readonly clis: Clis;
    readonly sources: ReadonlyMap<string, ServiceSource> | undefined;
  },
): PlannedService[] {
  const byKey = new Map(services.map((service) => [service.key, service]));
  return selected.map(({ key, forced, reason: why }): PlannedService => {
    const service: Service | undefined = byKey.get(key);
    const cli: ServerlessCli | undefined = clis.get(key);
    if (service === undefined || cli === undefined) {
      throw new Error(`the service "${key}" was selected and is not one of the application`);
    }
    const needs = [...new Set((graph.get(key) ?? []).map(({ on }) => on))];
    return { service, cli, source: sources?.get(key), why, forced, needs, records: recordsOf(service, records) };
  });
}

/**
 * Keys of the services that the base stage has, in every region: by a standing stack for those that others need, by the
 * ledger for the rest, which nobody reads.
 */
async function keysInBase(
  services: readonly Service[],
  graph: Graph,
  base: StageRecords,
  { configuration, find }: Pick<DeployEdges, 'configuration' | 'find'>,
): Promise<Set<string>> {
  const { app, baseStage: stage, profile } = configuration;
  if (stage === undefined) {
    return new Set();
  }
  const needed = new Set([...graph.values()].flatMap((dependencies) => dependencies.map(({ on }) => on)));
  const recorded = (name: string) => [...base.values()].every((byName) => byName.get(name)?.completed !== undefined);
  const found = await Promise.all(
    services.map(async ({ key, name }) => {
      if (!needed.has(key)) {
        return name !== undefined && recorded(name) ? [key] : [];
      }
      const stacks = profile.regions.map((region) =>
        name === undefined ? undefined : find({ app, stage, kinds: ['configured'], region }, name),
      );
      return (await Promise.all(stacks)).every((stack) => stack !== undefined) ? [key] : [];
    }),
  );
  return new Set(found.flat());
}

/** Keys of the services whose source differs from the merge base's; undefined if that cannot be told. */
async function changedKeys(
  services: readonly Service[],
  sources: ReadonlyMap<string, ServiceSource> | undefined,
  { configuration, source }: Pick<DeployEdges, 'configuration' | 'source'>,
): Promise<Set<string> | undefined> {
  const { mergeBase } = configuration.stage;
  const before = mergeBase === undefined ? undefined : await source?.atCommit(mergeBase, services);
  if (before === undefined || sources === undefined) {
    return undefined;
  }
  return new Set(services.flatMap(({ key }) => (before.get(key)?.hash === sources.get(key)?.hash ? [] : [key])));
}

/** Refuses services whose records are somebody else's, before anything is deployed. */
function checkOwners(planned: readonly PlannedService[], { stage, owner }: Run): void {
  for (const record of planned.flatMap(({ records }) => [...records.values()])) {
    checkOwner(`the deployment of "${record.service}" in the stage "${stage.name}"`, record.owner, owner);
  }
}
