import type { LedgerStage } from '../../../core/ledger/keys.ts';
import { type Owner, sameOwner } from '../../../core/ledger/owner.ts';
import type { DeploymentRecord } from '../../../core/ledger/record.ts';
import type { Service } from '../../../core/service/definition.ts';
import type { DeployEdges } from '../../edges.ts';

/** Records of a stage, by region and by the service's name. */
export type StageRecords = ReadonlyMap<string, ReadonlyMap<string, DeploymentRecord>>;

/** Reads the records of a stage in every region; `broken` is told of those that cannot be read, else they are thrown: E_LEDGER. */
export async function readRecords(
  stage: LedgerStage,
  { configuration, placeIn }: Pick<DeployEdges, 'configuration' | 'placeIn'>,
  broken?: (error: Error) => void,
): Promise<Map<string, Map<string, DeploymentRecord>>> {
  const { regions } = configuration.profile;
  const found = await Promise.all(regions.map((region) => placeIn(region).ledger.records(stage, broken)));
  return new Map(regions.map((region, index) => [region, found[index] ?? new Map()]));
}

/** Returns a service's name: if its configuration does not tell it, the one that its record says. */
export function nameOf(service: Service, places: readonly StageRecords[], owner: Owner): string | undefined {
  if (service.name !== undefined) {
    return service.name;
  }
  const all = places.flatMap((place) => [...place.values()].flatMap((byName) => [...byName.values()]));
  return all.find((record) => record.key === service.key && sameRepository(record.owner, owner))?.service;
}

function sameRepository(a: Owner, b: Owner): boolean {
  return a.kind === 'repository' && b.kind === 'repository' && a.id === b.id;
}

/** Returns the records of a service by region; none if its name is not known. */
export function recordsOf({ name }: Service, records: StageRecords): Map<string, DeploymentRecord> {
  const entries = [...records].flatMap(([region, byName]): [string, DeploymentRecord][] => {
    const record = name === undefined ? undefined : byName.get(name);
    return record === undefined ? [] : [[region, record]];
  });
  return new Map(entries);
}

/** Returns what is recorded as this owner's in the stage, and is not in its configuration any more. */
export function findLeftOver(services: readonly Service[], records: StageRecords, owner: Owner): string[] {
  const names = new Set(services.map(({ name }) => name));
  return [...records].flatMap(([region, byName]) =>
    [...byName.values()].flatMap((record) =>
      sameOwner(record.owner, owner) && !names.has(record.service)
        ? [`${record.service} (stack ${record.stackName}, ${region})`]
        : [],
    ),
  );
}
