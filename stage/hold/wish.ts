import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import type { LedgerStage } from '../../core/ledger/keys.ts';
import { lockRegion } from '../../core/ledger/lock.ts';
import { newestWish, rememberPullRequest, type Wish } from '../../core/ledger/wish.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import type { Place } from '../../io/aws/place.ts';
import type { Run, RunAttempt } from '../run.ts';

/** Where a repository's wishes are. */
export interface WishEdges {
  readonly configuration: Pick<EffectiveConfiguration, 'profile' | 'stage' | 'expiresAfter'>;
  readonly attempt: Pick<RunAttempt, 'repositoryId'>;
  readonly placeIn: (region: string) => Place;
}

/**
 * Reads what this repository wanted in a stage. It is in every region that was deployed to, so that it is found again
 * if a profile gains, loses or reorders regions; the newest run's counts. Throws E_LEDGER.
 */
export async function readWish(
  stage: LedgerStage,
  { configuration, attempt: { repositoryId }, placeIn }: WishEdges,
): Promise<Wish | undefined> {
  const { regions } = configuration.profile;
  const found = await Promise.all(regions.map((region) => placeIn(region).ledger.wish(stage, repositoryId)));
  return newestWish(found.flatMap((wish) => wish ?? []));
}

/**
 * Writes what a run wants in its stage into every region of the profile, behind what was wanted before; a preview lives on
 * from now. `complete`: the whole plan of the run's commit was completed.
 */
export async function writeWish(
  { stage, owner, commit, recorded, tests }: Run,
  { before, complete }: { readonly before: Wish | undefined; readonly complete: boolean },
  { configuration, attempt: { repositoryId }, placeIn }: WishEdges,
): Promise<void> {
  const { stage: identity, profile, expiresAfter } = configuration;
  const now = placeIn(lockRegion(profile.regions)).ledger.now();
  const staysComplete = before?.completedCommit === commit && before?.commit === commit;
  const wish: Wish = {
    schemaVersion: 1,
    owner,
    run: recorded,
    regions: [...profile.regions],
    complete,
    ...onlyDefined({
      pullRequests: rememberPullRequest(before?.pullRequests, identity.pullRequest),
      commit,
      completedCommit: complete ? commit : before?.completedCommit,
      completedSince: !complete || staysComplete ? before?.completedSince : isoTime(now),
      tests: complete ? tests : before?.tests,
      expires: expiresAfter === undefined ? undefined : isoTime(now + expiresAfter * 1000),
    }),
  };
  const writes = profile.regions.map((region) => placeIn(region).ledger.writeWish(stage, repositoryId, wish));
  // All have ended before the lock is given back, and one that failed is told.
  const failed = (await Promise.allSettled(writes)).find((write) => write.status === 'rejected');
  if (failed !== undefined) {
    throw failed.reason;
  }
}

const isoTime = (milliseconds: number) => new Date(milliseconds).toISOString();
