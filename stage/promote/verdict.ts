import type { ExpectedCode } from '../../core/deploy/same-code.ts';
import { UserError } from '../../core/errors.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import { startCommand } from '../../core/promote/command.ts';
import type { HistoryCommit } from '../../core/promote/history.ts';
import { type Line, liftLines, verdictError } from '../../core/promote/line.ts';
import type { Override } from '../../core/promote/override.ts';
import type { PromotionPlan } from '../../core/promote/plan.ts';
import type { PromotionResult, VerdictDecision } from '../../core/promote/result.ts';
import { isLinear } from '../../core/promote/rules.ts';
import { moveMessage, pullRequestsOf } from '../../core/promote/trailers.ts';
import { shortCommit } from '../../core/short-commit.ts';
import type { Circumstances, CommonAnswers } from './common-lines.ts';
import type { PromotionEdges } from './edges.ts';
import type { Scene } from './scene.ts';

/** What a run was started with. */
export interface Wanted {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly commit: string | undefined;
  readonly rollback: string | undefined;
  readonly isDryRun: boolean;
  readonly circumstances: Circumstances;
}

/** What was found about a promotion or a rollback, before it is decided. */
export interface Findings {
  readonly scene: Scene;
  readonly kind: 'promotion' | 'rollback';
  /** The commit whose tree `to` gets. */
  readonly commit: string;
  readonly tree: string;
  readonly common: CommonAnswers;
  /** The lines that only this kind has. */
  readonly lines: readonly Line[];
  /** Newest first; one more than is shown if there are more. */
  readonly commits: readonly HistoryCommit[];
  readonly services: PromotionResult['services'];
  /** Tree at the head of the branch of `to`. */
  readonly headTree: string;
  /** Whether `to` completed what it would get; undefined if that is not known. */
  readonly isThere: boolean | undefined;
  readonly expectedCode: ExpectedCode | undefined;
}

/** A verdict: what people are told, what an approval lets happen, and the error of a refusal. */
export interface Verdict {
  readonly result: PromotionResult;
  /** Undefined if nothing is to happen. */
  readonly plan: Omit<PromotionPlan, 'summary'> | undefined;
  readonly expectedCode: ExpectedCode | undefined;
  readonly failure: UserError | undefined;
}

/** Most commits that are listed. */
export const MOST_COMMITS = 50;

/** Decides by what was found. */
export function decideVerdict(found: Findings, wanted: Wanted, { run }: Pick<PromotionEdges, 'run'>): Verdict {
  const { scene, kind, commit, common } = found;
  const { from, to, pair } = scene;
  const { override } = wanted.circumstances;
  const lines = liftLines([...found.lines, ...common.lines], override?.names ?? []);
  const short = shortCommit(commit);
  const what =
    kind === 'promotion'
      ? `${from.name}@${short} cannot be promoted to ${to.name}`
      : `${to.name} cannot go back to ${short}`;
  const error = verdictError(lines, what);
  const plan = planOf(found, wanted, lines, run);
  const decision = decisionOf(plan, error, wanted, scene);
  const commits = found.commits.slice(0, MOST_COMMITS);
  const command =
    decision === 'dry-run' || (decision === 'refused' && !scene.isAtHome)
      ? startCommand({ workflow: run.workflow, branch: to.branch, inputs: inputsOf(found, wanted) })
      : undefined;
  const result: PromotionResult = {
    schemaVersion: 1,
    kind,
    from: pair.from,
    to: pair.to,
    commit,
    decision,
    reason: reasonOf(decision, found, error),
    lines,
    commits: commits.map(({ id, message }) => ({ id, subject: message.split('\n')[0] ?? '' })),
    hasMore: found.commits.length > MOST_COMMITS,
    pullRequests: pullRequestsOf(commits.map(({ message }) => message)),
    services: found.services,
    ...onlyDefined({ command }),
  };
  const isDry = decision === 'dry-run' || wanted.isDryRun || !scene.isAtHome;
  return {
    result,
    plan: decision === 'promote' || decision === 'deploy' ? plan : undefined,
    expectedCode: pair.sameCode === 'off' ? undefined : found.expectedCode,
    failure: isDry ? undefined : error,
  };
}

function decisionOf(
  plan: Omit<PromotionPlan, 'summary'> | undefined,
  error: UserError | undefined,
  wanted: Wanted,
  { isAtHome }: Scene,
): VerdictDecision {
  if (plan === undefined) {
    return 'nothing';
  }
  if (error !== undefined) {
    return 'refused';
  }
  if (wanted.isDryRun || !isAtHome) {
    return 'dry-run';
  }
  return plan.action === 'move' ? 'promote' : 'deploy';
}

/** What an approval lets happen; undefined if `to` has it all. */
function planOf(
  found: Findings,
  { circumstances: { override } }: Wanted,
  lines: readonly Line[],
  run: PromotionEdges['run'],
): Omit<PromotionPlan, 'summary'> | undefined {
  const { scene, kind, commit, tree, headTree, isThere, common } = found;
  const { pair, from, to, moves } = scene;
  const hasTree = moves && headTree === tree;
  if ((hasTree || !moves) && isThere === true) {
    return undefined;
  }
  const isRollback = kind === 'rollback';
  const linear = 'value' in common.rules && isLinear(common.rules.value);
  const lifted = lines.some(({ id, answer }) => id === 'freeze' && answer === 'lifted');
  const deploy = moves ? (hasTree ? to.head : undefined) : commit;
  return {
    schemaVersion: 1,
    kind,
    action: deploy === undefined ? 'move' : 'deploy',
    mode: pair.mode,
    from: from.name,
    to: to.name,
    fromBranch: from.branch,
    toBranch: to.branch,
    commit,
    tree,
    head: to.head,
    parents: isRollback || linear ? [to.head] : [to.head, commit],
    message: moveMessage({
      from: from.name,
      to: to.name,
      commit,
      isRollback,
      pullRequests: isRollback ? [] : pullRequestsOf(found.commits.map(({ message }) => message)),
      by: run.actor,
      runId: run.id,
      runUrl: run.url,
      override: override?.text,
    }),
    redeploy: isRollback && !moves,
    runId: run.id,
    ...onlyDefined({ deploy, liftFreeze: lifted ? override?.reason : undefined }),
  };
}

function reasonOf(decision: VerdictDecision, found: Findings, error: UserError | undefined): string {
  const { scene, kind, commit } = found;
  const short = shortCommit(commit);
  const { from, to } = scene;
  switch (decision) {
    case 'nothing':
      return `${to.name} has what ${short} holds, complete: nothing is to be done`;
    case 'refused':
      return error?.message ?? 'the verdict failed';
    case 'dry-run':
      return `a dry run: ${kind === 'promotion' ? `${from.name}@${short} can be promoted to ${to.name}` : `${to.name} can go back to ${short}`}`;
    case 'deploy':
      return `${short} is on "${to.branch}" already: it is deployed to ${to.name}, and nothing moves`;
    case 'promote':
      return kind === 'promotion'
        ? `${from.name}@${short} is promoted to ${to.name}`
        : `${to.name} goes back to ${short}`;
  }
}

function inputsOf({ scene: { pair }, commit, kind }: Findings, { rollback, circumstances }: Wanted) {
  const { override }: { override: Override | undefined } = circumstances;
  const pairs = { from: pair.from, to: pair.to };
  return kind === 'promotion'
    ? { ...pairs, commit, override: override?.text }
    : { ...pairs, rollback: rollback ?? commit, override: override?.text };
}

/** What a person is told who gave inputs that do not go together; throws E_INPUT. */
export function checkWanted({ commit, rollback }: Wanted): void {
  if (commit !== undefined && rollback !== undefined) {
    throw new UserError('E_INPUT', {
      what: 'the inputs "commit" and "rollback" are both given',
      why: 'a promotion brings a commit of `from`, a rollback one that `to` had',
      fix: 'leave one of them out',
    });
  }
  if (commit !== undefined && !/^[0-9a-f]{40}$/.test(commit)) {
    throw new UserError('E_INPUT', {
      what: `the input "commit" is "${commit}"`,
      fix: 'write all 40 digits of the commit',
    });
  }
}
