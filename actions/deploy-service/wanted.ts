import type { EffectiveConfiguration } from '../../core/config/effective.ts';
import { supersededBy } from '../../core/deploy/order.ts';
import type { RepositoryRecord } from '../../core/ledger/record.ts';
import { branchOfRef } from '../../core/stage/ref.ts';
import type { GitHubReader } from '../../io/github/reader.ts';

export interface WantedParts {
  readonly configuration: EffectiveConfiguration;
  readonly commit: string;
  /** What the ledger knows of this repository in the stage. */
  readonly record: RepositoryRecord | undefined;
  /** Whether a person wants just this commit. */
  readonly redeploy: boolean;
  readonly github: GitHubReader;
}

/**
 * Asks again, now that the run holds the stage, whether its commit is what the stage is to have. Returns why the run is
 * superseded; undefined where it goes on. Throws E_STAGE_DIVERGED, E_GITHUB.
 */
export async function askWhetherSuperseded(parts: WantedParts): Promise<string | undefined> {
  return parts.configuration.stage.kind === 'preview' ? askOfPreview(parts) : askOfConfigured(parts);
}

/** A preview follows its pull request, or its branch, backwards too. */
async function askOfPreview({ configuration, commit, github }: WantedParts): Promise<string | undefined> {
  const { pullRequest, ref } = configuration.stage;
  const short = (sha: string) => sha.slice(0, 7);
  if (pullRequest !== undefined) {
    const pull = await github.pullRequest(pullRequest);
    if (pull?.open !== true) {
      return `pull request #${pullRequest} is closed`;
    }
    return pull.headSha === commit
      ? undefined
      : `the head of pull request #${pullRequest} has moved on from ${short(commit)} to ${short(pull.headSha)}`;
  }
  const branch = branchOfRef(ref);
  const head = await github.branchHead(branch);
  if (head === undefined) {
    return `the branch "${branch}" is gone`;
  }
  return head === commit ? undefined : `the branch "${branch}" has moved on from ${short(commit)} to ${short(head)}`;
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
