import type { EffectiveConfiguration } from '../../core/config/effective.ts';
import { type Selection, selectServices } from '../../core/deploy/selection.ts';
import { buildGraph, type Graph } from '../../core/graph/graph.ts';
import type { LedgerStage } from '../../core/ledger/keys.ts';
import { checkOwner, type Owner, sameOwner } from '../../core/ledger/owner.ts';
import type { DeploymentRecord } from '../../core/ledger/record.ts';
import type { Parameter } from '../../core/profile/parameter.ts';
import { knownVariables } from '../../core/serverless/known-variables.ts';
import type { VariableLookup } from '../../core/serverless/variables.ts';
import { parseChoice } from '../../core/service/choose.ts';
import type { Service } from '../../core/service/definition.ts';
import type { Dependencies } from './dependencies.ts';
import { ownerOf } from './dependencies.ts';

/** Records of a stage, by region and by the service's name. */
export type StageRecords = ReadonlyMap<string, ReadonlyMap<string, DeploymentRecord>>;

const NO_RECORDS: StageRecords = new Map();

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

/** Returns what the variables of addresses, names and paths are known to be. */
export function lookupOf({ stage, profile }: EffectiveConfiguration, parameters: readonly Parameter[]): VariableLookup {
  const plain = parameters.filter(({ secret }) => !secret);
  const values = new Map(plain.map(({ name, value }) => [name, value]));
  const region = profile.regions.length > 1 ? {} : { region: profile.region };
  return knownVariables({ stage: stage.name, ...region }, values);
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
  const records = await readRecords({ app: configuration.app, kind: stage.kind, stage: stage.name }, deps);
  const base =
    baseStage === undefined
      ? NO_RECORDS
      : await readRecords({ app: configuration.app, kind: 'configured', stage: baseStage }, deps);
  const known = services.map((service) => ({ ...service, name: nameOf(service, [records, base], ownerOf(deps)) }));
  const graph = graphOf(known, deps);
  const sources = await source?.inWorkTree(known);
  const selection = selectServices({
    services: known.filter(({ key }) => configuration.only?.includes(key) ?? true),
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
    ...findLeftOver(known, records, ownerOf(deps)),
    ...regions.map((region) => `whatever was deployed in ${region}, which is no region of the profile any more`),
  ];
  return { services: known, graph, selection, records, sources, leftOver };
}

async function readRecords(
  stage: LedgerStage,
  deps: Dependencies,
): Promise<Map<string, Map<string, DeploymentRecord>>> {
  const { regions } = deps.configuration.profile;
  const found = await Promise.all(regions.map((region) => deps.toolsOf(region).ledger.records(stage)));
  return new Map(regions.map((region, index) => [region, found[index] ?? new Map()]));
}

/** A service whose configuration does not tell its name has the one that its record says. */
function nameOf(service: Service, places: readonly StageRecords[], owner: Owner): string | undefined {
  if (service.name !== undefined) {
    return service.name;
  }
  const all = places.flatMap((place) => [...place.values()].flatMap((byName) => [...byName.values()]));
  return all.find((record) => record.key === service.key && sameRepository(record.owner, owner))?.service;
}

function sameRepository(a: Owner, b: Owner): boolean {
  return a.kind === 'repository' && b.kind === 'repository' && a.id === b.id;
}

function keysIn(services: readonly Service[], records: StageRecords): Set<string> {
  const names = new Set([...records.values()].flatMap((byName) => [...byName.keys()]));
  return new Set(services.flatMap(({ key, name }) => (name !== undefined && names.has(name) ? [key] : [])));
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

/** What is recorded as this repository's in the stage, and is not in its configuration any more. */
function findLeftOver(services: readonly Service[], records: StageRecords, owner: Owner): string[] {
  const names = new Set(services.map(({ name }) => name));
  return [...records].flatMap(([region, byName]) =>
    [...byName.values()].flatMap((record) =>
      sameOwner(record.owner, owner) && !names.has(record.service)
        ? [`${record.service} (stack ${record.stackName}, ${region})`]
        : [],
    ),
  );
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
