import { UserError } from '../errors.ts';
import { shortCommit } from '../short-commit.ts';

/** How a commit stands to the one that a stage completed, and to the head of its branch. */
export interface OrderParts {
  readonly stage: string;
  /** The commit of this run. */
  readonly commit: string;
  /** The commit whose whole plan the stage completed last. */
  readonly completed: string;
  /** How `commit` stands to `completed`, as GitHub says; undefined where it does not know one of them. */
  readonly comparison: 'ahead' | 'behind' | 'diverged' | 'identical' | undefined;
  /** Head of the stage's branch now. */
  readonly head: string | undefined;
}

/**
 * Decides whether a configured stage's commit may be deployed over the one that it has: it must follow it. Returns why
 * the run is superseded (a success that changes nothing), or undefined where it goes on. Throws E_STAGE_DIVERGED where
 * the commit does not follow, or where neither it nor what the stage has is what the branch has now.
 */
export function supersededBy(parts: OrderParts): string | undefined {
  const { stage, commit, completed, comparison, head } = parts;
  if (comparison === 'identical' || comparison === 'ahead') {
    return undefined;
  }
  if (comparison === 'behind' && (head === undefined || head === completed)) {
    return `the stage "${stage}" has ${shortCommit(completed)} already, which ${shortCommit(commit)} is an ancestor of`;
  }
  if (comparison === 'behind' && head === commit) {
    throw new UserError('E_STAGE_DIVERGED', {
      what: `the stage "${stage}" has ${shortCommit(completed)}, and its branch was set back to ${shortCommit(commit)}, an ancestor of it`,
      fix: 'start the workflow with redeploy: true to bring the stage back too',
    });
  }
  if (comparison === 'behind') {
    throw new UserError('E_STAGE_DIVERGED', {
      what: `the stage "${stage}" has ${shortCommit(completed)}, which is newer than ${shortCommit(commit)}`,
      why: `its branch is at ${shortCommit(head ?? '')} by now, which the stage does not have`,
      fix: `start the workflow for the commit ${head}, or with redeploy: true for this one`,
    });
  }
  throw new UserError('E_STAGE_DIVERGED', {
    what: `${shortCommit(commit)} does not follow ${shortCommit(completed)}, which the stage "${stage}" has`,
    why: 'the history of the branch was rewritten, or the two are on different branches',
    fix: 'bring the branch to a commit that follows it, or start the workflow with redeploy: true to deploy this one all the same',
  });
}
