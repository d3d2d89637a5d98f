import { supersededBy } from '../../core/deploy/order.ts';
import type { Wish } from '../../core/ledger/wish.ts';
import { shortCommit } from '../../core/short-commit.ts';
import { branchOfRef } from '../../core/stage/ref.ts';
import type { Dependencies } from '../deploy/dependencies.ts';

/** Why a run's commit is not what its stage is to have; `isClosed`: the stage may have to go. */
export interface NotWanted {
  readonly reason: string;
  readonly isClosed: boolean;
}

export interface WantedParts extends Pick<Dependencies, 'configuration' | 'github'> {
  readonly commit: string;
  /** What the ledger knows of this repository in the stage. */
  readonly record: Wish | undefined;
  /** Whether a person wants just this commit. */
  readonly redeploy: boolean;
}

/**
 * Asks again, now that the run holds the stage, whether its commit is what the stage is to have; undefined where it is.
 * Throws E_STAGE_DIVERGED, E_GITHUB.
 */
export async function askWhetherWanted(parts: WantedParts): Promise<NotWanted | undefined> {
  if (parts.configuration.stage.kind === 'preview') {
    return askOfPreview(parts);
  }
  const reason = await askOfConfigured(parts);
  return reason === undefined ? undefined : { reason, isClosed: false };
}

/** A preview follows its pull request, or its branch, backwards too. */
export async function askOfPreview({
  configuration,
  commit,
  github,
}: Pick<WantedParts, 'configuration' | 'commit' | 'github'>): Promise<NotWanted | undefined> {
  const { pullRequest, ref } = configuration.stage;
  if (pullRequest !== undefined) {
    const pull = await github.pullRequest(pullRequest);
    if (pull?.open !== true) {
      return { reason: `pull request #${pullRequest} is closed`, isClosed: true };
    }
    const moved = `the head of pull request #${pullRequest} has moved on from ${shortCommit(commit)} to ${shortCommit(pull.headSha)}`;
    return pull.headSha === commit ? undefined : { reason: moved, isClosed: false };
  }
  const branch = branchOfRef(ref);
  const head = await github.branchHead(branch);
  if (head === undefined) {
    return { reason: `the branch "${branch}" is gone`, isClosed: true };
  }
  const moved = `the branch "${branch}" has moved on from ${shortCommit(commit)} to ${shortCommit(head)}`;
  return head === commit ? undefined : { reason: moved, isClosed: false };
}

async function askOfConfigured(parts: WantedParts): Promise<string | undefined> {
  const { configuration, commit, github, redeploy } = parts;
  const completed = parts.record?.completedCommit;
  if (completed === undefined || completed === commit || redeploy) {
    return undefined;
  }
  const { name: stage, ref } = configuration.stage;
  const [comparison, head] = await Promise.all([
    github.compare(completed, commit),
    ref === '' ? undefined : github.branchHead(branchOfRef(ref)),
  ]);
  return supersededBy({ stage, commit, completed, comparison: comparison?.status, head });
}
