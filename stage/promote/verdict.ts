import type { ExpectedCode } from '../../core/deploy/same-code.ts';
import { UserError } from '../../core/errors.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import { startCommand } from '../../core/promote/command.ts';
import { isLifted, liftLines, verdictError } from '../../core/promote/line.ts';
import { usedOverride } from '../../core/promote/override.ts';
import type { PromotionPlan } from '../../core/promote/plan.ts';
import type { PromotionResult, VerdictDecision } from '../../core/promote/result.ts';
import { moveMessage, pullRequestsOf } from '../../core/promote/trailers.ts';
import { shortCommit } from '../../core/short-commit.ts';
import { checkOverride, commonLines } from './circumstances.ts';
import type { PromotionEdges } from './edges.ts';
import { type Findings, MOST_COMMITS, type Wanted } from './findings.ts';
import { type DraftPlan, draftPlan } from './plan.ts';
import type { Scene } from './scene.ts';

/** A verdict: what people are told, what an approval lets happen, and the error of a refusal. */
export interface Verdict {
  readonly result: PromotionResult;
  /** Undefined if nothing is to happen. */
  readonly plan: Omit<PromotionPlan, 'summary' | 'folder'> | undefined;
  readonly expectedCode: ExpectedCode | undefined;
  readonly failure: UserError | undefined;
}

/** Decides by what was found. Throws E_INPUT for an override that nobody approves. */
export function decideVerdict(found: Findings, wanted: Wanted, { run }: Pick<PromotionEdges, 'run'>): Verdict {
  const { scene, kind, commit, common } = found;
  const { pair } = scene;
  const { override } = wanted.circumstances;
  const draft = draftPlan(found);
  checkOverride(scene, common, override, draft?.action);
  const context = { action: draft?.action, actor: run.actor };
  const all = [...found.lines, ...commonLines(scene, common, wanted.circumstances, context)];
  const lines = liftLines(all, override?.names ?? []);
  const error = verdictError(lines, `it cannot be done: ${describe(found)}`);
  const decision = decisionOf(draft, error, wanted, scene);
  const isDry = wanted.isDryRun || !scene.isAtHome;
  const used = usedOverride(override, lines);
  const commits = found.commits.slice(0, MOST_COMMITS);
  const command =
    decision === 'dry-run' || (decision === 'refused' && !scene.isAtHome)
      ? startCommand({ workflow: run.workflow, branch: scene.to.branch, inputs: inputsOf(found, wanted) })
      : undefined;
  const pullRequests = pullRequestsOf(commits.map(({ message }) => message));
  const result: PromotionResult = {
    schemaVersion: 1,
    kind,
    from: pair.from,
    to: pair.to,
    commit,
    by: run.actor,
    decision,
    reason: reasonOf(decision, found, error),
    lines,
    commits: commits.map(({ id, message }) => ({ id, subject: message.split('\n')[0] ?? '' })),
    hasMore: found.commits.length > MOST_COMMITS,
    pullRequests,
    services: found.services,
    ...onlyDefined({ has: found.has, override: used, command }),
  };
  const goesOn = decision === 'promote' || decision === 'deploy';
  const isRollback = kind === 'rollback';
  const facts = { isRollback, pullRequests: isRollback ? [] : pullRequests, override: used, by: run.actor };
  return {
    result,
    plan:
      draft === undefined || !goesOn
        ? undefined
        : {
            ...draft,
            message: moveMessage({ ...pair, commit, ...facts, runId: run.id, runUrl: run.url }),
            runId: run.id,
            judged: new Date(wanted.circumstances.now).toISOString(),
            ...onlyDefined({ override: used, liftFreeze: isLifted(lines, 'freeze') ? override?.reason : undefined }),
          },
    expectedCode: found.expectedCode,
    failure: decision === 'refused' && !isDry ? error : undefined,
  };
}

function decisionOf(
  plan: DraftPlan | undefined,
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

function describe({ scene: { pair }, kind, commit }: Findings): string {
  const short = shortCommit(commit);
  return kind === 'promotion' ? `promote ${pair.from}@${short} to ${pair.to}` : `roll ${pair.to} back to ${short}`;
}

function reasonOf(decision: VerdictDecision, found: Findings, error: UserError | undefined): string {
  const { scene, kind, commit } = found;
  const short = shortCommit(commit);
  const { pair, to } = scene;
  switch (decision) {
    case 'nothing':
      return `${pair.to} completed what ${short} holds: nothing is to be done`;
    case 'refused':
      return error?.message ?? 'the verdict failed';
    case 'dry-run':
      return `a dry run: it can be done: ${describe(found)}`;
    case 'deploy':
      return `"${to.branch}" holds ${short} already: it is deployed to ${pair.to}, and nothing moves`;
    case 'promote':
      return kind === 'promotion'
        ? `${pair.from}@${short} is promoted to ${pair.to}`
        : `${pair.to} goes back to ${short}`;
  }
}

function inputsOf({ scene: { pair }, commit, kind }: Findings, { rollback, circumstances }: Wanted) {
  const given = kind === 'promotion' ? { commit } : { rollback: rollback ?? commit };
  return { from: pair.from, to: pair.to, ...given, override: circumstances.override?.text };
}

/** Refuses inputs that do not go together; throws E_INPUT. */
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
