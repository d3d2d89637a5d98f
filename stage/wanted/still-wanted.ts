import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import { supersededBy } from '../../core/deploy/order.ts';
import type { Wish } from '../../core/ledger/wish.ts';
import { shortCommit } from '../../core/short-commit.ts';
import type { StageIdentity } from '../../core/stage/identity.ts';
import { branchOfRef } from '../../core/stage/ref.ts';
import { type PreviewSources, previewOfRef } from './preview-now.ts';

/** Why a run's commit is not what its stage is to have; `isRemoval`: the stage is to go. */
export interface NotWanted {
  readonly reason: string;
  readonly isRemoval: boolean;
}

/** What a run is about to bring its stage to. */
export interface WantedParts extends PreviewSources {
  readonly configuration: Pick<EffectiveConfiguration, 'stage'>;
  readonly commit: string;
}

/**
 * Asks GitHub whether a run's commit is what its preview is to have now; undefined if it is. A preview follows its pull
 * request, or its branch, backwards too. Throws E_GITHUB, E_CONFIG and their kin.
 */
export async function askOfPreview({ configuration, commit, ...sources }: WantedParts): Promise<NotWanted | undefined> {
  const { decision } = await previewOfRef(configuration.stage.ref, sources);
  switch (decision.decision) {
    case 'deploy':
      return decision.stage.commit === commit ? undefined : { reason: moved(commit, decision.stage), isRemoval: false };
    case 'destroy':
      return { reason: decision.reason, isRemoval: true };
    case 'skip':
    case 'sweep':
      return { reason: decision.reason, isRemoval: false };
  }
}

function moved(from: string, { pullRequest, ref, commit = '' }: StageIdentity): string {
  const whose =
    pullRequest === undefined ? `the branch "${branchOfRef(ref)}"` : `the head of pull request #${pullRequest}`;
  return `${whose} has moved on from ${shortCommit(from)} to ${shortCommit(commit)}`;
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
  return reason === undefined ? undefined : { reason, isRemoval: false };
}
