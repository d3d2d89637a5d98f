import type { LedgerStage } from '../../core/ledger/keys.ts';
import { lockRegion } from '../../core/ledger/lock.ts';
import { ownerOfRun } from '../../core/ledger/owner.ts';
import type { Wish } from '../../core/ledger/wish.ts';
import { newestWish } from '../../core/ledger/wish.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import type { OpenedStage } from '../open/stage.ts';

type Parts = Pick<OpenedStage, 'configuration' | 'run' | 'toolsOf'>;

/**
 * Reads what this repository wanted in a stage. It is in every region that was deployed to, so that it is found again
 * where a profile gains, loses or reorders regions; the newest run's counts.
 */
export async function readWish(stage: LedgerStage, parts: Parts): Promise<Wish | undefined> {
  const { regions } = parts.configuration.profile;
  const found = await Promise.all(
    regions.map((region) => parts.toolsOf(region).ledger.wish(stage, parts.run.repositoryId)),
  );
  return newestWish(found.flatMap((record) => record ?? []));
}

/** What is written of a wish: what is wanted now, behind what was before. */
export interface WishUpdate {
  readonly before: Wish | undefined;
  readonly commit: string | undefined;
  /** Whether the whole plan of the commit was completed. */
  readonly complete: boolean;
}

/** Writes what this repository wants in a stage into every region of the profile; a preview lives on from now. */
export async function writeWish(
  stage: LedgerStage,
  { before, commit, complete }: WishUpdate,
  parts: Parts,
): Promise<void> {
  const { stage: identity, profile, expiresAfter } = parts.configuration;
  const { id, attempt, url } = parts.run;
  const completed = complete ? commit : before?.completedCommit;
  const now = parts.toolsOf(lockRegion(profile.regions)).ledger.now();
  const record: Wish = {
    schemaVersion: 1,
    owner: ownerOfRun(parts.run, identity),
    run: { id, attempt, url },
    regions: [...profile.regions],
    ...onlyDefined({ pullRequest: identity.pullRequest, commit }),
    complete,
    ...onlyDefined({ completedCommit: completed }),
    ...(expiresAfter === undefined ? {} : { expires: new Date(now + expiresAfter * 1000).toISOString() }),
  };
  const writes = profile.regions.map((region) =>
    parts.toolsOf(region).ledger.writeWish(stage, parts.run.repositoryId, record),
  );
  // All have ended before the lock is given back, and one that failed is told.
  const failed = (await Promise.allSettled(writes)).find((write) => write.status === 'rejected');
  if (failed !== undefined) {
    throw failed.reason;
  }
}
