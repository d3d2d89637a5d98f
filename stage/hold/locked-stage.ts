import { type LedgerStage, lockName } from '../../core/ledger/keys.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import type { RegionTools } from '../../io/aws/region-tools.ts';
import type { OpenedStage } from '../open/stage.ts';
import type { HeldLock } from './lock.ts';

export interface LockedParts extends Pick<OpenedStage, 'run' | 'acquireLock' | 'log'> {
  readonly stage: LedgerStage;
  /** Of the region that the lock is in. */
  readonly tools: RegionTools;
  /** How long a live lock is waited for, in milliseconds. */
  readonly waitMs?: number;
}

/** Does a piece of work while this repository's lock of a stage is held. */
export async function whileLocked<Result>(
  { stage, tools, run, acquireLock, log, waitMs }: LockedParts,
  work: (lock: HeldLock) => Promise<Result>,
): Promise<Result> {
  const lock = await acquireLock({
    ledger: tools.ledger,
    name: lockName(stage, run.repositoryId),
    holder: {
      kind: 'run',
      repository: run.repository,
      repositoryId: run.repositoryId,
      run: run.id,
      attempt: run.attempt,
      runner: run.runner,
      url: run.url,
    },
    onWait: (text) => log.info(text),
    ...onlyDefined({ waitMs }),
  });
  try {
    return await work(lock);
  } finally {
    await lock
      .release()
      .catch((error: Error) => log.warning(`the stage's lock could not be given back: ${error.message}`));
  }
}

/** Does the same while the locks of several regions are held, taken one after the other. */
export async function whileAllLocked<Result>(
  places: readonly RegionTools[],
  parts: Omit<LockedParts, 'tools'>,
  work: (locks: readonly HeldLock[]) => Promise<Result>,
  held: readonly HeldLock[] = [],
): Promise<Result> {
  const [tools, ...rest] = places;
  return tools === undefined
    ? work(held)
    : whileLocked({ ...parts, tools }, (lock) => whileAllLocked(rest, parts, work, [...held, lock]));
}
