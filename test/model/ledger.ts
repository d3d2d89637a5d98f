import { kindPath, type LedgerStage, recordName, stagePath, wishName } from '../../core/ledger/keys.ts';
import { listStage, listStages } from '../../core/ledger/listing.ts';
import { parseDeploymentRecord } from '../../core/ledger/record.ts';
import { parseWish } from '../../core/ledger/wish.ts';
import type { Ledger } from '../../io/aws/ledger.ts';
import type { ParameterStore } from './parameter-store.ts';
import type { WaitOptions } from './scheduler.ts';

export interface LedgerParts {
  readonly store: ParameterStore;
  readonly turn: (what: string, options?: WaitOptions) => Promise<void>;
  readonly now: () => number;
  /** Told of each write to a parameter but the appends to a lock, when it is made. */
  readonly writes: (name: string) => void;
  /** Throws where the answer to a write that was made gets lost. */
  readonly answer: () => void;
  /** Whether SSM tells a history as if the last writes had not been. */
  readonly lags: () => boolean;
}

/** The ledger as one process has it: what io/aws/ledger.ts makes of SSM's calls, each at its turn. */
export function openLedger({ store, turn, now, writes, answer, lags }: LedgerParts): Ledger {
  const write = async (name: string, value: unknown) => {
    await turn(
      `writes ${short(name)} ${JSON.stringify(value).replace(/^.*("status":"\w+"|"complete":\w+).*$/, '$1')}`,
      {
        kind: 'late',
      },
    );
    writes(name);
    store.put(name, JSON.stringify(value), true);
    answer();
  };
  const listOf = async (stage: LedgerStage) => {
    await turn('lists the stage');
    return listStage(stage, store.below(stagePath(stage)));
  };
  return {
    now,
    async stages(kind) {
      await turn('lists all stages');
      return listStages(kind, store.below(kindPath(kind)));
    },
    stage: listOf,
    async records(stage) {
      const { records, broken } = await listOf(stage);
      if (broken[0] !== undefined) {
        throw broken[0];
      }
      return new Map(records.map((record) => [record.service, record]));
    },
    async record(stage, service) {
      const name = recordName(stage, service);
      await turn(`reads ${short(name)}`);
      const text = store.get(name);
      return text === undefined ? undefined : parseDeploymentRecord(text, name);
    },
    writeRecord: (stage, record) => write(recordName(stage, record.service), record),
    async wish(stage, repositoryId) {
      const name = wishName(stage, repositoryId);
      await turn(`reads ${short(name)}`);
      const text = store.get(name);
      return text === undefined ? undefined : parseWish(text, name);
    },
    writeWish: (stage, repositoryId, record) => write(wishName(stage, repositoryId), record),
    async remove(name) {
      await turn(`removes ${short(name)}`);
      writes(name);
      store.remove(name);
      answer();
    },
    async history(name) {
      await turn(`reads the history of ${short(name)}`);
      return { versions: store.history(name, lags() ? now() - LAG_MS : undefined), now: now() };
    },
    async append(name, text, fresh) {
      const isHeld = text.includes('"holder"');
      await turn(`${isHeld ? 'takes' : 'frees'} ${short(name)}${fresh ? ', if it is new' : ''}`, { kind: 'late' });
      const version = store.put(name, text, !fresh);
      answer();
      return version;
    },
  };
}

/** How far SSM lags behind at most, in milliseconds. */
const LAG_MS = 10_000;

/** A parameter's name without what all have. */
const short = (name: string) => name.split('/').slice(4).join('/');
