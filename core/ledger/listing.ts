import { type LedgerStage, parseLedgerKey } from './keys.ts';
import { type DeploymentRecord, parseDeploymentRecord } from './record.ts';
import { parseWish, type Wish } from './wish.ts';

/** A parameter of the ledger, as SSM lists it. */
export interface ListedParameter {
  readonly name: string;
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly written: number;
}

/** All that the ledger of one region holds of one stage. */
export interface ListedStage {
  readonly stage: LedgerStage;
  readonly records: DeploymentRecord[];
  /** What each repository wants in it, by the repository's id. */
  readonly wishes: Map<string, Wish>;
  /** When each of them was written, in milliseconds since 1970. */
  readonly wishTimes: Map<string, number>;
  /** Ids of the repositories that have, or had, a lock of it. */
  readonly locks: string[];
  /** What cannot be read (E_LEDGER), with the id of the repository that it is of, as far as that can be told. */
  readonly broken: { readonly error: Error; readonly of: string | undefined }[];
  /** When something of it was written last, in milliseconds since 1970. */
  written: number;
}

/** Groups parameters of the ledger by their stage; one that is no record of ours is left out, a broken one is told of. */
export function listStages(
  kind: Pick<LedgerStage, 'app' | 'kind'>,
  parameters: readonly ListedParameter[],
): ListedStage[] {
  const stages = new Map<string, ListedStage>();
  for (const parameter of parameters) {
    const key = parseLedgerKey(kind, parameter.name);
    if (key === undefined) {
      continue;
    }
    const found = stages.get(key.stage) ?? emptyStage({ ...kind, name: key.stage });
    stages.set(key.stage, found);
    found.written = Math.max(found.written, parameter.written);
    try {
      if (key.holds === 'record') {
        found.records.push(parseDeploymentRecord(parameter.value, parameter.name));
      } else if (key.holds === 'wish') {
        found.wishes.set(key.repositoryId, parseWish(parameter.value, parameter.name));
        found.wishTimes.set(key.repositoryId, parameter.written);
      } else {
        found.locks.push(key.repositoryId);
      }
    } catch (error) {
      const of = key.holds === 'record' ? repositoryIn(parameter.value) : key.repositoryId;
      found.broken.push({ error: error as Error, of });
    }
  }
  return [...stages.values()];
}

/** Reads what is below the path of one stage. */
export function listStage(stage: LedgerStage, parameters: readonly ListedParameter[]): ListedStage {
  return listStages(stage, parameters).find((found) => found.stage.name === stage.name) ?? emptyStage(stage);
}

function emptyStage(stage: LedgerStage): ListedStage {
  return { stage, records: [], wishes: new Map(), wishTimes: new Map(), locks: [], broken: [], written: 0 };
}

/** The repository's id that a record which cannot be read still says: a newer version of the product may have written it. */
function repositoryIn(text: string): string | undefined {
  try {
    const { owner } = JSON.parse(text) as { owner?: { kind?: unknown; id?: unknown } };
    return owner?.kind === 'repository' && typeof owner.id === 'string' ? owner.id : undefined;
  } catch {
    return undefined;
  }
}
