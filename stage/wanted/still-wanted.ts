import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import { supersededBy } from '../../core/deploy/order.ts';
import type { Wish } from '../../core/ledger/wish.ts';
import { shortCommit } from '../../core/short-commit.ts';
import { branchOfRef } from '../../core/stage/ref.ts';
import type { GitHubReader } from '../../io/github/reader.ts';

/** Why a run's commit is not what its stage is to have; `mayGo`: nobody has this commit any more, so the stage may have to go. */
export interface NotWanted {
  readonly reason: string;
  readonly mayGo: boolean;
}

/** What a run is about to bring its stage to. */
export interface WantedParts {
  readonly configuration: Pick<EffectiveConfiguration, 'stage'>;
  readonly commit: string;
  readonly github: Pick<GitHubReader, 'pullRequest' | 'branchHead' | 'compare'>;
}

/**
 * Asks whether the pull request, or the branch, that a preview's run was decided for still has the run's commit as its head;
 * undefined if it has. Whether the stage is to go if not is decided by who removes it (preview-now.ts). Throws E_GITHUB.
 */
export async function askOfPreview({ configuration, commit, github }: WantedParts): Promise<NotWanted | undefined> {
  const { pullRequest, ref } = configuration.stage;
  if (pullRequest !== undefined) {
    const pull = await github.pullRequest(pullRequest);
    return pull?.open === true
      ? movedOn(`the head of pull request #${pullRequest}`, commit, pull.headSha)
      : { reason: `pull request #${pullRequest} is closed`, mayGo: true };
  }
  const branch = branchOfRef(ref);
  const head = await github.branchHead(branch);
  return head === undefined
    ? { reason: `the branch "${branch}" is gone`, mayGo: true }
    : movedOn(`the branch "${branch}"`, commit, head);
}

function movedOn(what: string, from: string, to: string): NotWanted | undefined {
  const reason = `${what} has moved on from ${shortCommit(from)} to ${shortCommit(to)}`;
  return from === to ? undefined : { reason, mayGo: false };
}

/**
 * Asks the same of a configured stage, whose commit a run has decided when it began: undefined unless the stage completed
 * a newer one meanwhile. `redeploy`: a person wants just this commit. Throws E_STAGE_DIVERGED, E_GITHUB.
 */
export async function askOfConfigured(
  { configuration, commit, github }: WantedParts,
  { wish, redeploy }: { readonly wish: Wish | undefined; readonly redeploy: boolean },
): Promise<NotWanted | undefined> {
  const completed = wish?.completedCommit;
  if (completed === undefined || completed === commit || redeploy) {
    return undefined;
  }
  const { name: stage, ref } = configuration.stage;
  const [comparison, head] = await Promise.all([
    github.compare(completed, commit),
    ref === '' ? undefined : github.branchHead(branchOfRef(ref)),
  ]);
  const reason = supersededBy({ stage, commit, completed, comparison: comparison?.status, head });
  return reason === undefined ? undefined : { reason, mayGo: false };
}
