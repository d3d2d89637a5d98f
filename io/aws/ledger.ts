import { kindPath, type LedgerStage, parseLedgerKey, recordName, stagePath, wishName } from '../../core/ledger/keys.ts';
import { type ListedStage, listStage, listStages } from '../../core/ledger/listing.ts';
import { type DeploymentRecord, parseDeploymentRecord } from '../../core/ledger/record.ts';
import { parseWish, type Wish } from '../../core/ledger/wish.ts';
import type { LiveSession } from './live-session.ts';
import { openParameters, type ParameterVersion } from './parameters.ts';

/** The records of one account and region, in SSM Parameter Store. Each call throws E_AWS_DENIED, E_THROTTLED, E_AWS_UNAVAILABLE. */
export interface Ledger {
  /** All stages of one kind that something is known of; what cannot be read is told of with its stage. */
  stages(kind: Pick<LedgerStage, 'app' | 'kind'>): Promise<ListedStage[]>;
  /** The same of one stage. */
  stage(stage: LedgerStage): Promise<ListedStage>;
  /**
   * All records of a stage, by the service's name. One that cannot be read is given to `broken` and left out; without that
   * it is thrown: E_LEDGER.
   */
  records(stage: LedgerStage, broken?: (error: Error) => void): Promise<Map<string, DeploymentRecord>>;
  record(stage: LedgerStage, service: string): Promise<DeploymentRecord | undefined>;
  writeRecord(stage: LedgerStage, record: DeploymentRecord): Promise<void>;
  wish(stage: LedgerStage, repositoryId: string): Promise<Wish | undefined>;
  writeWish(stage: LedgerStage, repositoryId: string, wish: Wish): Promise<void>;
  /** Removes a parameter with its history; it may be gone already. */
  remove(name: string): Promise<void>;
  /** What a parameter's history still holds, with SSM's clock at the answer; empty where there is none. */
  history(name: string): Promise<{ readonly versions: readonly ParameterVersion[]; readonly now: number }>;
  /** Writes a text over what is there, or (`fresh`) only where nothing is; returns its version, undefined where it was not written. */
  append(name: string, text: string, fresh: boolean): Promise<number | undefined>;
  /** Milliseconds since 1970, by AWS's clock: asks for nothing, and is this machine's before AWS has answered. */
  now(): number;
}

/** Opens the ledger with a session; the SDK is loaded when it is first used. */
export function openLedger(session: LiveSession): Ledger {
  const { list, read, write, remove, history, now } = openParameters(session);
  return {
    now,
    remove,
    async stages(kind) {
      return listStages(kind, await list(kindPath(kind), true));
    },
    async stage(stage) {
      return listStage(stage, await list(stagePath(stage), true));
    },
    async records(stage, broken) {
      const found = new Map<string, DeploymentRecord>();
      for (const { name, value } of await list(stagePath(stage), false)) {
        const key = parseLedgerKey(stage, name);
        if (key?.holds === 'record' && key.stage === stage.name) {
          keep(found, key.service, () => parseDeploymentRecord(value, name), broken);
        }
      }
      return found;
    },
    async record(stage, service) {
      const name = recordName(stage, service);
      const text = await read(name);
      return text === undefined ? undefined : parseDeploymentRecord(text, name);
    },
    async writeRecord(stage, record) {
      await write(recordName(stage, record.service), JSON.stringify(record), true);
    },
    async wish(stage, repositoryId) {
      const name = wishName(stage, repositoryId);
      const text = await read(name);
      return text === undefined ? undefined : parseWish(text, name);
    },
    async writeWish(stage, repositoryId, wish) {
      await write(wishName(stage, repositoryId), JSON.stringify(wish), true);
    },
    history,
    append: (name, text, fresh) => write(name, text, !fresh),
  };
}

function keep(
  found: Map<string, DeploymentRecord>,
  service: string,
  parse: () => DeploymentRecord,
  broken: ((error: Error) => void) | undefined,
): void {
  try {
    found.set(service, parse());
  } catch (error) {
    if (broken === undefined) {
      throw error;
    }
    broken(error as Error);
  }
}
