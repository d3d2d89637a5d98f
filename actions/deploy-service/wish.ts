import type { LedgerStage } from '../../core/ledger/keys.ts';
import type { RepositoryRecord } from '../../core/ledger/record.ts';
import { type Dependencies, ownerOf } from './dependencies.ts';

/** The region of a stage's lock: the same however a profile orders its regions. */
export function lockRegion(regions: readonly string[]): string {
  return [...regions].sort()[0] ?? '';
}

/**
 * Reads what this repository wanted in a stage. It is in every region that was deployed to, so that it is found again
 * where a profile gains, loses or reorders regions; the newest run's counts.
 */
export async function readWish(stage: LedgerStage, deps: Dependencies): Promise<RepositoryRecord | undefined> {
  const { regions } = deps.configuration.profile;
  const found = await Promise.all(
    regions.map((region) => deps.toolsOf(region).ledger.repository(stage, deps.run.repositoryId)),
  );
  const age = ({ run, complete }: RepositoryRecord) =>
    Number(run.id) * 2000 + Number(run.attempt) * 2 + Number(complete);
  return found.flatMap((record) => record ?? []).sort((a, b) => age(b) - age(a))[0];
}

/** What is written of a wish: what is wanted now, behind what was before. */
export interface Wish {
  readonly before: RepositoryRecord | undefined;
  readonly commit: string | undefined;
  /** Whether the whole plan of the commit was completed. */
  readonly complete: boolean;
}

/** Writes what this repository wants in a stage into every region of the profile. */
export async function writeWish(
  stage: LedgerStage,
  { before, commit, complete }: Wish,
  deps: Dependencies,
): Promise<void> {
  const { stage: identity, profile } = deps.configuration;
  const { id, attempt, url } = deps.run;
  const completed = complete ? commit : before?.completedCommit;
  const record: RepositoryRecord = {
    schemaVersion: 1,
    owner: ownerOf(deps),
    run: { id, attempt, url },
    regions: [...profile.regions],
    ...(identity.pullRequest === undefined ? {} : { pullRequest: identity.pullRequest }),
    ...(commit === undefined ? {} : { commit }),
    complete,
    ...(completed === undefined ? {} : { completedCommit: completed }),
  };
  const writes = profile.regions.map((region) =>
    deps.toolsOf(region).ledger.writeRepository(stage, deps.run.repositoryId, record),
  );
  // All have ended before the lock is given back, and one that failed is told.
  const failed = (await Promise.allSettled(writes)).find((write) => write.status === 'rejected');
  if (failed !== undefined) {
    throw failed.reason;
  }
}
