import { findConfiguredStage } from '../../core/configuration/effective.ts';
import { UserError } from '../../core/errors.ts';
import { frozenError } from '../../core/freeze/freeze.ts';
import type { PromotionPlan } from '../../core/promote/plan.ts';
import { readTrailers } from '../../core/promote/trailers.ts';
import { shortCommit } from '../../core/short-commit.ts';
import type { ConfigReader } from '../../io/github/config-reader.ts';
import type { GitHubMover } from '../../io/github/mover.ts';
import type { GitHubReader } from '../../io/github/reader.ts';
import type { Log } from '../../io/runner/log.ts';
import { frozenSide } from './common-lines.ts';

/** What a branch is moved by and with. */
export interface MoveEdges {
  readonly github: Pick<GitHubReader, 'branchHead' | 'compare'>;
  readonly configs: Pick<ConfigReader, 'ofCommit'>;
  readonly mover: GitHubMover;
  /** Full ref of the run. */
  readonly runRef: string;
  /** What the variable SERVERLESS_STAGES_FREEZE says. */
  readonly freeze: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

/** What came of a plan: a commit to deploy, or a pull request that asks for the move. */
export type Moved =
  | { readonly commit: string; readonly pullRequest?: undefined }
  | { readonly commit?: undefined; readonly pullRequest: number };

/**
 * Moves the branch of `to` as the plan says, if its head still is the verdict's; once, however often it is asked. Throws
 * E_MOVED, E_NOT_STAGED, E_FROZEN, E_BRANCH_RULES, E_NOT_ON_BRANCH; nothing was moved then.
 */
export async function movePlan(plan: PromotionPlan, edges: MoveEdges): Promise<Moved> {
  const { github, mover, log } = edges;
  checkHome(plan, edges.runRef);
  const head = await needHead(plan.toBranch, github);
  if (head !== plan.head) {
    const done = await mover.commit(head);
    if (isOurs(done, plan)) {
      log.info(`"${plan.toBranch}" was moved to ${shortCommit(head)} by this run already`);
      return { commit: head };
    }
    throw movedOn(plan, head);
  }
  await checkSource(plan, edges);
  await checkFreeze(plan, edges);
  if (plan.deploy !== undefined) {
    log.info(`nothing moves: ${shortCommit(plan.deploy)} is on "${plan.toBranch}" already`);
    return { commit: plan.deploy };
  }
  const { message, tree, parents } = plan;
  const commit = await mover.createCommit({ message, tree, parents });
  if (plan.mode === 'pull-request') {
    return { pullRequest: await propose(plan, commit, mover) };
  }
  await mover.advance(plan.toBranch, commit);
  log.info(`moved "${plan.toBranch}" from ${shortCommit(head)} to ${shortCommit(commit)}`);
  return { commit };
}

/** A run on another branch has no business here: each role trusts one branch. */
function checkHome({ to, toBranch }: PromotionPlan, runRef: string): void {
  if (runRef !== `refs/heads/${toBranch}`) {
    throw new UserError('E_NOT_ON_BRANCH', {
      what: `this run is on "${runRef}", not on refs/heads/${toBranch}`,
      why: `only a run on the branch of "${to}" moves it`,
      fix: `start the workflow on "${toBranch}"`,
    });
  }
}

async function needHead(branch: string, github: MoveEdges['github']): Promise<string> {
  const head = await github.branchHead(branch);
  if (head === undefined) {
    throw new UserError('E_NOT_ON_BRANCH', { what: `the branch "${branch}" is gone`, fix: 'push it again' });
  }
  return head;
}

/** Whether a commit is the one that this run made for the plan. */
function isOurs(
  { tree, parents, message }: { readonly tree: string; readonly parents: readonly string[]; readonly message: string },
  plan: PromotionPlan,
): boolean {
  return (
    plan.deploy === undefined &&
    tree === plan.tree &&
    parents.join() === plan.parents.join() &&
    readTrailers(message).run === plan.runId
  );
}

function movedOn({ to, toBranch, head }: PromotionPlan, now: string): UserError {
  return new UserError('E_MOVED', {
    what: `the branch "${toBranch}" moved on from ${shortCommit(head)} to ${shortCommit(now)} after the verdict`,
    why: `what was approved is not what "${to}" would get; nothing was moved and nothing was deployed`,
    fix: 'start the promotion anew, which asks and is approved anew',
  });
}

/** That `from` moves on is shown; a commit that its branch lost is not promoted. */
async function checkSource(plan: PromotionPlan, { github, log }: MoveEdges): Promise<void> {
  if (plan.kind === 'rollback') {
    return;
  }
  const head = await needHead(plan.fromBranch, github);
  const comparison = head === plan.commit ? undefined : await github.compare(plan.commit, head);
  if (head !== plan.commit && comparison?.status !== 'ahead' && comparison?.status !== 'identical') {
    throw new UserError('E_NOT_STAGED', {
      what: `${shortCommit(plan.commit)} is not on "${plan.fromBranch}" any more, whose history was rewritten after the verdict`,
      why: 'nothing was moved and nothing was deployed',
      fix: `let ${plan.from} prove what "${plan.fromBranch}" has now, and start the promotion anew`,
    });
  }
  log.info(
    `"${plan.fromBranch}" is at ${shortCommit(head)}; what was approved, ${shortCommit(plan.commit)}, is promoted`,
  );
}

/** A freeze may have begun while the run waited for its approval. */
async function checkFreeze({ to, toBranch, head, liftFreeze }: PromotionPlan, edges: MoveEdges): Promise<void> {
  if (liftFreeze !== undefined) {
    return;
  }
  const config = await edges.configs.ofCommit(head, toBranch).catch((error) => {
    if (error instanceof UserError && error.code === 'E_CONFIG_FILE') {
      return undefined;
    }
    throw error;
  });
  if (config?.stages?.[to] === undefined) {
    return;
  }
  const side = { name: to, stage: findConfiguredStage(config, to), branch: toBranch, config };
  const frozen = frozenSide(side, edges.freeze, edges.now());
  if (frozen !== undefined) {
    throw frozenError(to, frozen);
  }
}

async function propose(plan: PromotionPlan, commit: string, mover: GitHubMover): Promise<number> {
  const head = `promote/${plan.to}`;
  await mover.point(head, commit);
  const [title = ''] = plan.message.split('\n');
  return mover.propose({ head, base: plan.toBranch, title, body: plan.summary });
}
