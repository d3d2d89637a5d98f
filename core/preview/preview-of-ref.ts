import type { Config } from '../configuration/schema.ts';
import { type Decision, skip } from '../stage/decision.ts';
import { DEFAULT_MAX_LENGTH, previewStageName } from '../stage/name.ts';
import {
  type BranchState,
  decidePreview,
  type PullRequestState,
  pullRequestObstacle,
  type RepositoryFacts,
  stagesOfBranch,
} from './preview.ts';

/** Decides what the preview of a branch is to be, of which it is not known yet whether it may have one. */
export function decidePreviewOfBranch(config: Config, repository: RepositoryFacts, branch: BranchState): Decision {
  if (config.previews === undefined) {
    return skip('the configuration has no "previews"');
  }
  const [owner] = stagesOfBranch(config, branch.name);
  return owner === undefined
    ? decidePreview(config, repository, branch)
    : skip(`"${branch.name}" is the branch of the stage "${owner}", so it has no preview`);
}

/** Decides the same for a pull request, of which it is not known yet whether it may have a preview. */
export function decidePreviewOfPullRequest(
  config: Config,
  repository: RepositoryFacts,
  branch: BranchState,
  pull: PullRequestState,
): Decision {
  const obstacle = pullRequestObstacle(config, repository, pull);
  return obstacle === undefined ? decidePreview(config, repository, branch, pull) : skip(obstacle);
}

/** Returns the open pull requests that keep the preview of a ref (`refs/heads/NAME`, `refs/pull/NUMBER`). */
export function pullRequestsOfRef(
  ref: string,
  { id }: RepositoryFacts,
  open: readonly PullRequestState[],
): PullRequestState[] {
  return open.filter(
    (pull) =>
      pull.headRepositoryId === id && [`refs/pull/${pull.number}`, `refs/heads/${pull.headBranch}`].includes(ref),
  );
}

/**
 * Returns what a decision means for the ref that owns a preview: one that another ref's preview has taken the place of
 * (`previews.stage` was changed) is to be removed.
 */
export function decisionOfRef(decision: Decision, ref: string, config: Config): Decision {
  if (decision.decision !== 'deploy' || decision.stage.ref === ref) {
    return decision;
  }
  const reason = `its preview is the stage "${decision.stage.name}" of ${decision.stage.ref} by now`;
  const name = previewStageName(ref, config.previews?.['max-length'] ?? DEFAULT_MAX_LENGTH);
  return { decision: 'destroy', reason, stage: { name, kind: 'preview', ref }, profile: decision.profile };
}
