import { UserError } from '../../core/errors.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import { OUR_LABELS, type PullRequestState, patternOfBranch, stagesOfBranch } from '../../core/preview/preview.ts';
import { shortCommit } from '../../core/short-commit.ts';
import { skip } from '../../core/stage/decision.ts';
import { type RunEvent, skipMark } from '../../core/stage/event.ts';
import { branchOfRef, isBranchRef, pullRequestOfRef } from '../../core/stage/ref.ts';
import type { PreviewNow } from '../../stage/wanted/preview-now.ts';
import { resolveConfigured } from './configured.ts';
import type { Inputs } from './contract.ts';
import type { Dependencies, Resolution } from './resolution.ts';

/** The preview of the pull request that an event is about. */
export async function resolvePullRequest(
  event: Extract<RunEvent, { type: 'pull-request' }>,
  deps: Dependencies,
): Promise<Resolution> {
  const labelled = event.action === 'labeled' || event.action === 'unlabeled';
  if (labelled && !OUR_LABELS.includes(event.label ?? '')) {
    return { decision: skip(`the label "${event.label}" means nothing to previews`) };
  }
  const pull = await deps.github.pullRequest(event.number);
  if (pull === undefined) {
    throw new UserError('E_EVENT', {
      what: `GitHub knows no pull request #${event.number} in this repository`,
      fix: 'start the run by an event of this repository',
    });
  }
  if (pull.open && pull.headSha !== event.headSha && !deps.isRerun) {
    const moved = `the head of pull request #${pull.number} has moved on from ${shortCommit(event.headSha)}`;
    return { decision: skip(`${moved} to ${shortCommit(pull.headSha)}, which has a run of its own`) };
  }
  return resolveOfPullRequest(pull, deps, pull.open);
}

async function resolveOfPullRequest(
  pull: PullRequestState,
  deps: Dependencies,
  heedSkipMark: boolean,
): Promise<Resolution> {
  const { number, headBranch } = pull;
  const own = ownRun(headBranch, deps, `refs/pull/${number}/merge`);
  return complete(await deps.previewOfPullRequest(pull), own, deps, heedSkipMark);
}

/** A preview of a branch, whatever started the run: its pull request's where it has one, else by a pattern of stages. */
export async function resolveBranch(name: string, deps: Dependencies, heedSkipMark = false): Promise<Resolution> {
  return complete(await deps.previewOfBranch(name), ownRun(name, deps), deps, heedSkipMark);
}

/** Whether a run has the identity of a branch, or of its pull request (`mergeRef`), and of nobody else. */
function ownRun(branch: string, { runRef }: Dependencies, mergeRef?: string): { branch: string; isOwn: boolean } {
  return { branch, isOwn: runRef === `refs/heads/${branch}` || runRef === mergeRef };
}

/**
 * The code of a branch never runs under another one's identity: the run of a deleted branch, of a merged pull request, or one
 * that was started by hand has the ref of the default or a target branch, which roles and caches trust. Such a run may remove.
 */
function leaveToOwnRun(branch: string, { event, runRef }: Dependencies): Resolution {
  const why = `the code of "${branch}" is deployed by runs of its own alone: its pull request's, or one on the branch`;
  if (event.type === 'dispatch') {
    throw new UserError('E_NOT_ON_BRANCH', {
      what: `this run is on "${runRef}", and the preview of "${branch}" is to be deployed`,
      why,
      fix: `run the newest run of its pull request again, or start the workflow on "${branch}" (PreviewBranches of the role's template has to name it)`,
    });
  }
  return { decision: skip(`this run is on "${runRef}", and ${why}`) };
}

async function complete(
  now: PreviewNow,
  { branch, isOwn }: ReturnType<typeof ownRun>,
  deps: Dependencies,
  heedSkipMark: boolean,
): Promise<Resolution> {
  const { decision, config: trusted } = now;
  if (trusted === undefined || decision.decision !== 'deploy' || decision.stage.commit === undefined) {
    return now;
  }
  if (!isOwn) {
    return leaveToOwnRun(branch, deps);
  }
  const { commit } = decision.stage;
  const mark = heedSkipMark ? skipMark(await deps.github.commitMessage(commit)) : undefined;
  if (mark !== undefined) {
    return { decision: skip(`the message of commit ${shortCommit(commit)} says ${mark}`) };
  }
  const mergeBase = await mergeBaseOf(decision.stage.baseBranch, commit, deps);
  const stage = { ...decision.stage, ...onlyDefined({ mergeBase }) };
  return { decision: { ...decision, stage }, config: await deps.configs.merged(trusted, commit) };
}

/** The commit at which a preview leaves its base branch; undefined where there is none. */
async function mergeBaseOf(
  branch: string | undefined,
  commit: string,
  { github }: Dependencies,
): Promise<string | undefined> {
  const head = branch === undefined ? undefined : await github.branchHead(branch);
  return head === undefined ? undefined : (await github.compare(head, commit))?.mergeBase;
}

/** A push: to the branch of a configured stage, or to one that a pattern of stages gives a preview. */
export async function resolvePush(
  ref: string,
  freeze: Pick<Inputs, 'freeze' | 'lift-freeze'>,
  deps: Dependencies,
): Promise<Resolution> {
  if (!isBranchRef(ref)) {
    return { decision: skip(`"${ref}" is not a branch; a pushed tag deploys nothing`) };
  }
  const name = branchOfRef(ref);
  const config = await deps.configs.ofBranch((await deps.github.repository()).defaultBranch);
  const stages = stagesOfBranch(config, name);
  if (stages.length > 1) {
    throw new UserError('E_STAGE_AMBIGUOUS', {
      what: `"${name}" is the branch of the stages ${stages.join(', ')}`,
      fix: 'say which one with the input "stage" (one job for each)',
    });
  }
  const [only] = stages;
  if (only !== undefined) {
    return resolveConfigured(only, { ...freeze, commit: undefined }, deps);
  }
  // The run of a push may have taken the place of one of its pull request that waited, so it does what that one would have.
  const resolution = await resolveBranch(name, deps, true);
  const isWanted = patternOfBranch(config, name) !== undefined || resolution.decision.decision === 'deploy';
  return isWanted
    ? resolution
    : { decision: skip(`no pattern of stages matches "${name}", and no pull request of it has a preview`) };
}

/** A run started by hand, for a branch or a pull request. */
export async function resolveDispatch(ref: string | undefined, deps: Dependencies): Promise<Resolution> {
  const wanted = ref ?? deps.runRef;
  const number = pullRequestOfRef(wanted);
  if (number !== undefined) {
    const pull = await deps.github.pullRequest(number);
    if (pull === undefined) {
      throw new UserError('E_REF_REQUIRED', {
        what: `there is no pull request #${number}`,
        fix: 'give the input "ref" a branch or refs/pull/NUMBER',
      });
    }
    return resolveOfPullRequest(pull, deps, false);
  }
  return resolveBranch(branchOfRef(wanted), deps);
}
