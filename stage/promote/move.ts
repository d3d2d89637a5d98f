import { UserError } from '../../core/errors.ts';
import { frozenError } from '../../core/freeze/freeze.ts';
import type { PromotionPlan } from '../../core/promote/plan.ts';
import { readTrailers } from '../../core/promote/trailers.ts';
import { shortCommit } from '../../core/short-commit.ts';
import type { ConfigReader } from '../../io/github/config-reader.ts';
import type { GitHubMover } from '../../io/github/mover.ts';
import type { GitHubReader } from '../../io/github/reader.ts';
import type { Log } from '../../io/runner/log.ts';
import { frozenStage } from './freeze.ts';

/** What a branch is moved by and with. */
export interface MoveEdges {
  readonly github: Pick<GitHubReader, 'compare'>;
  /** Reads serverless-stages.yml in a folder. */
  readonly configsIn: (folder: string) => Pick<ConfigReader, 'ofCommit'>;
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

/** How long a verdict holds, in milliseconds: what it asked may have changed since. */
const HOLDS_MS = 24 * 60 * 60_000;

/**
 * Moves the branch of `to` as the plan says, if its head still is the verdict's; once, however often it is asked. Throws
 * E_MOVED, E_NOT_STAGED, E_FROZEN, E_BRANCH_RULES, E_NOT_ON_BRANCH; nothing was moved then.
 */
export async function movePlan(plan: PromotionPlan, edges: MoveEdges): Promise<Moved> {
  const { mover, log } = edges;
  checkHome(plan, edges.runRef);
  const head = await needHead(plan.toBranch, mover);
  const done = await findDone(plan, head, edges);
  if (done !== undefined) {
    log.info(`"${plan.toBranch}" was moved to ${shortCommit(done)} by this run already`);
    return { commit: done };
  }
  checkAge(plan, edges.now());
  await checkSource(plan, edges);
  await checkFreeze(plan, edges);
  if (plan.deploy !== undefined) {
    log.info(`nothing moves: "${plan.toBranch}" holds ${shortCommit(plan.deploy)} already`);
    return { commit: plan.deploy };
  }
  const { message, tree, parents } = plan;
  const commit = await mover.createCommit({ message, tree, parents });
  if (plan.mode === 'pull-request') {
    return { pullRequest: await propose(plan, commit, mover) };
  }
  await advance(plan, commit, edges);
  log.info(`moved "${plan.toBranch}" from ${shortCommit(head)} to ${shortCommit(commit)}`);
  return { commit };
}

/** Moves the branch. What GitHub says when somebody else was faster differs, so its head is asked then. Throws E_MOVED. */
async function advance(plan: PromotionPlan, commit: string, { mover }: MoveEdges): Promise<void> {
  try {
    await mover.advance(plan.toBranch, commit);
  } catch (error) {
    const head = await needHead(plan.toBranch, mover);
    if (head === commit) {
      return;
    }
    throw head === plan.head ? error : movedOn(plan, head);
  }
}

/**
 * Returns the commit that this run moved the branch to before; undefined if it did not and the head is still the verdict's. A
 * branch that both stages share may move on: what is deployed has to be on it. Throws E_MOVED.
 */
async function findDone(plan: PromotionPlan, head: string, { github, mover }: MoveEdges): Promise<string | undefined> {
  if (head === plan.head) {
    return undefined;
  }
  if (plan.fromBranch === plan.toBranch) {
    const comparison = await github.compare(plan.commit, head);
    if (comparison?.status === 'ahead' || comparison?.status === 'identical') {
      return undefined;
    }
    throw movedOn(plan, head);
  }
  const commit = await mover.commit(head);
  if (isOurs(commit, plan)) {
    return head;
  }
  throw movedOn(plan, head);
}

function checkAge({ judged, to }: PromotionPlan, now: number): void {
  if (now - Date.parse(judged) > HOLDS_MS) {
    throw new UserError('E_MOVED', {
      what: `the verdict is of ${judged}, more than a day ago`,
      why: `what it asked may have changed since; nothing was moved, and nothing was deployed to "${to}"`,
      fix: 'start the promotion anew, which asks and is approved anew',
    });
  }
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

async function needHead(branch: string, mover: GitHubMover): Promise<string> {
  const head = await mover.head(branch);
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
async function checkSource(plan: PromotionPlan, { github, mover, log }: MoveEdges): Promise<void> {
  if (plan.kind === 'rollback' || plan.fromBranch === plan.toBranch) {
    return;
  }
  const head = await needHead(plan.fromBranch, mover);
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
async function checkFreeze({ to, toBranch, head, liftFreeze, folder }: PromotionPlan, edges: MoveEdges): Promise<void> {
  if (liftFreeze !== undefined) {
    return;
  }
  const config = await edges
    .configsIn(folder)
    .ofCommit(head, toBranch)
    .catch((error) => {
      if (error instanceof UserError && error.code === 'E_CONFIG_FILE') {
        return undefined;
      }
      throw error;
    });
  const known = config?.stages?.[to] === undefined ? undefined : config;
  const frozen = frozenStage({ stage: to, config: known, variable: edges.freeze, now: edges.now() });
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
