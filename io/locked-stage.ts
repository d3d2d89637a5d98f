import { type LedgerStage, lockName } from '../core/ledger/keys.ts';
import type { RegionTools } from './aws/region-tools.ts';
import type { HeldLock } from './lock.ts';
import type { OpenedStage } from './stage.ts';

export interface LockedParts extends Pick<OpenedStage, 'run' | 'acquireLock' | 'log'> {
  readonly stage: LedgerStage;
  /** Of the region that the lock is in. */
  readonly tools: RegionTools;
}

/** Does a piece of work while this repository's lock of a stage is held. */
export async function whileLocked<Result>(
  { stage, tools, run, acquireLock, log }: LockedParts,
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
  });
  try {
    return await work(lock);
  } finally {
    await lock
      .release()
      .catch((error: Error) => log.warning(`the stage's lock could not be given back: ${error.message}`));
  }
}
