import type { LedgerStage } from '../../../core/ledger/keys.ts';
import { type Owner, sameOwner } from '../../../core/ledger/owner.ts';
import type { DeploymentRecord } from '../../../core/ledger/record.ts';
import type { Service } from '../../../core/service/definition.ts';
import type { Dependencies } from '../dependencies.ts';

/** Records of a stage, by region and by the service's name. */
export type StageRecords = ReadonlyMap<string, ReadonlyMap<string, DeploymentRecord>>;

/** Reads the records of a stage in every region; `broken` is told of those that cannot be read, else they are thrown: E_LEDGER. */
export async function readRecords(
  stage: LedgerStage,
  deps: Dependencies,
  broken?: (error: Error) => void,
): Promise<Map<string, Map<string, DeploymentRecord>>> {
  const { regions } = deps.configuration.profile;
  const found = await Promise.all(regions.map((region) => deps.toolsOf(region).ledger.records(stage, broken)));
  return new Map(regions.map((region, index) => [region, found[index] ?? new Map()]));
}

/** Returns a service's name: where its configuration does not tell it, the one that its record says. */
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

/** Returns the keys of the services that have a record. */
export function keysIn(services: readonly Service[], records: StageRecords): Set<string> {
  const names = new Set([...records.values()].flatMap((byName) => [...byName.keys()]));
  return new Set(services.flatMap(({ key, name }) => (name !== undefined && names.has(name) ? [key] : [])));
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
