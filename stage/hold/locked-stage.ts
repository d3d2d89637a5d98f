import { type LedgerStage, lockName } from '../../core/ledger/keys.ts';
import type { LockHolder } from '../../core/ledger/lock.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import type { Ledger } from '../../io/aws/ledger.ts';
import type { RunAttempt } from '../run.ts';
import type { Voice } from '../voice.ts';
import type { HeldLock, LockParts } from './lock.ts';

/** Takes a lock. Throws E_STAGE_BUSY, E_LEDGER. */
export type AcquireLock = (parts: Omit<LockParts, 'hasEnded' | 'pause' | 'cancellation'>) => Promise<HeldLock>;

/** Who holds a stage, and how it is waited for. */
export interface Holder {
  readonly attempt: RunAttempt;
  /** Takes a lock; bound to GitHub, which says whether another holder's run has ended. */
  readonly acquireLock: AcquireLock;
  readonly voice: Pick<Voice, 'log'>;
  /** How long a live lock is waited for, in milliseconds. */
  readonly waitMs?: number;
}

/** Where a lock is: a region of an account. */
type LockPlace = { readonly ledger: Pick<Ledger, 'history' | 'append' | 'remove'> };

/** Does a piece of work while this repository's lock of a stage is held. Throws E_STAGE_BUSY, E_LEDGER. */
export async function whileLocked<Result>(
  stage: LedgerStage,
  { ledger }: LockPlace,
  { attempt: own, acquireLock, voice, waitMs }: Holder,
  work: (lock: HeldLock) => Promise<Result>,
): Promise<Result> {
  const lock = await acquireLock({
    ledger,
    name: lockName(stage, own.repositoryId),
    holder: holderOf(own),
    onWait: (text) => voice.log.info(text),
    ...onlyDefined({ waitMs }),
  });
  try {
    return await work(lock);
  } finally {
    await lock
      .release()
      .catch((error: Error) => voice.log.warning(`the stage's lock could not be given back: ${error.message}`));
  }
}

/** Who holds the locks of a run. */
function holderOf({ repository, repositoryId, id, attempt, runner, url, person }: RunAttempt): LockHolder {
  return person === undefined
    ? { kind: 'run', repository, repositoryId, run: id, attempt, runner, url }
    : { kind: 'user', ...person };
}

/** Does the same while the locks of several regions are held, taken one after the other. */
export async function whileAllLocked<Result>(
  stage: LedgerStage,
  places: readonly LockPlace[],
  holder: Holder,
  work: (locks: readonly HeldLock[]) => Promise<Result>,
  held: readonly HeldLock[] = [],
): Promise<Result> {
  const [place, ...rest] = places;
  return place === undefined
    ? work(held)
    : whileLocked(stage, place, holder, (lock) => whileAllLocked(stage, rest, holder, work, [...held, lock]));
}
