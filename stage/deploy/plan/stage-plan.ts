import type { EffectiveConfiguration } from '../../../core/configuration/effective.ts';
import { type Selection, selectServices } from '../../../core/deploy/selection.ts';
import { buildGraph, type Graph } from '../../../core/graph/graph.ts';
import { checkOwner } from '../../../core/ledger/owner.ts';
import { onlyDefined } from '../../../core/only-defined.ts';
import type { Parameter } from '../../../core/profile/parameter.ts';
import { knownVariables } from '../../../core/serverless/known-variables.ts';
import type { VariableLookup } from '../../../core/serverless/variables.ts';
import { parseChoice } from '../../../core/service/choose.ts';
import type { Service } from '../../../core/service/definition.ts';
import type { Dependencies } from '../dependencies.ts';
import { ownerOf } from '../dependencies.ts';
import { findLeftOver, keysIn, nameOf, readRecords, type StageRecords } from './stage-records.ts';

/** What a run is going to bring up to date, and what that rests on. */
export interface StagePlan {
  readonly services: readonly Service[];
  readonly graph: Graph;
  readonly selection: Selection;
  readonly records: StageRecords;
  /** Hash of each service's source, by key; undefined where the workspace is no clone. */
  readonly sources: ReadonlyMap<string, string> | undefined;
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
export function graphOf(services: readonly Service[], deps: Pick<Dependencies, 'configuration' | 'parameters'>): Graph {
  const { configuration, parameters } = deps;
  return buildGraph({
    services,
    parameters: new Set(parameters.map(({ name }) => name)),
    lookup: lookupOf(configuration, parameters),
    app: configuration.app,
    stage: configuration.stage.name,
  });
}

/**
 * Decides what the stage is to have, by what differs and by what is there; `regionsBefore` are those of the run before.
 * Throws E_LEDGER, E_SERVICE_UNKNOWN, E_OUTPUT_MISSING.
 */
export async function planStage(
  services: readonly Service[],
  wanted: readonly string[] | undefined,
  regionsBefore: readonly string[],
  deps: Dependencies,
): Promise<StagePlan> {
  const { configuration, source } = deps;
  const { stage, baseStage } = configuration;
  const { app } = configuration;
  const records = await readRecords({ app, kind: stage.kind, name: stage.name }, deps);
  const base =
    baseStage === undefined
      ? new Map()
      : await readRecords({ app, kind: 'configured', name: baseStage }, deps, (error) =>
          deps.log.warning(error.message),
        );
  const known = services.map((service) => ({ ...service, name: nameOf(service, [records, base], ownerOf(deps)) }));
  const graph = graphOf(known, deps);
  const sources = await source?.inWorkTree(known);
  const ofStage = known.filter(({ key }) => configuration.only?.includes(key) ?? true);
  const selection = selectServices({
    services: ofStage,
    graph,
    kind: stage.kind,
    mode: configuration.previewServices,
    named: parseChoice(known, wanted),
    changed: stage.kind === 'preview' ? await changedKeys(known, sources, deps) : undefined,
    present: keysIn(known, records),
    inBase: await keysInBase(known, graph, base, deps),
    baseStage,
    against: stage.baseBranch ?? 'the base',
  });
  const regions = regionsBefore.filter((region) => !configuration.profile.regions.includes(region));
  const leftOver = [
    ...findLeftOver(ofStage, records, ownerOf(deps)),
    ...regions.map((region) => `whatever was deployed in ${region}, which is no region of the profile any more`),
  ];
  return { services: known, graph, selection, records, sources, leftOver };
}

/**
 * Keys of the services that the base stage has, in every region: by a standing stack for those that others need, by the
 * ledger for the rest, which nobody reads.
 */
async function keysInBase(
  services: readonly Service[],
  graph: Graph,
  base: StageRecords,
  { configuration, find }: Dependencies,
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

/** Keys of the services whose source differs from the merge base's; undefined where that cannot be told. */
async function changedKeys(
  services: readonly Service[],
  sources: ReadonlyMap<string, string> | undefined,
  { configuration, source }: Dependencies,
): Promise<Set<string> | undefined> {
  const { mergeBase } = configuration.stage;
  const before = mergeBase === undefined ? undefined : await source?.atCommit(mergeBase, services);
  if (before === undefined || sources === undefined) {
    return undefined;
  }
  return new Set(services.flatMap(({ key }) => (before.get(key) === sources.get(key) ? [] : [key])));
}

/** Refuses services whose records are somebody else's, before anything is deployed; throws E_STACK_FOREIGN. */
export function checkOwners(plan: StagePlan, deps: Dependencies): void {
  const owner = ownerOf(deps);
  const names = new Map(plan.services.map(({ key, name }) => [key, name]));
  for (const { key } of plan.selection.selected) {
    for (const byName of plan.records.values()) {
      const record = byName.get(names.get(key) ?? '');
      if (record !== undefined) {
        checkOwner(
          `the deployment of "${record.service}" in the stage "${deps.configuration.stage.name}"`,
          record.owner,
          owner,
        );
      }
    }
  }
}
