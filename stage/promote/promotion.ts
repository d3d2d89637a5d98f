import type { ExpectedCode } from '../../core/deploy/same-code.ts';
import { UserError } from '../../core/errors.ts';
import { type HistoryParts, promotedBy } from '../../core/promote/anchor.ts';
import type { Asked } from '../../core/promote/asked.ts';
import { followsLine, keptLine } from '../../core/promote/kept.ts';
import { failed, type Line, passed } from '../../core/promote/line.ts';
import { commitOfStage, completedCommit, type StageFacts } from '../../core/promote/staged.ts';
import { shortCommit } from '../../core/short-commit.ts';
import type { History } from '../../io/git/history.ts';
import { readApplication } from './application.ts';
import { askCommon } from './circumstances.ts';
import { missingCommit, needHistory, WORKFLOWS } from './clone.ts';
import type { PromotionEdges } from './edges.ts';
import { type Findings, MOST_COMMITS, type Wanted } from './findings.ts';
import { foreseeServices } from './foreseen.ts';
import { findLostWork, readHistory } from './lost-work.ts';
import type { PromotionScene } from './scene.ts';
import { linesOfServices } from './service-lines.ts';
import { linesOfStage } from './stage-lines.ts';
import type { SeenBoth } from './views.ts';

/** Finds out all that a promotion is judged by. Throws E_INPUT if it is not known which commit is meant. */
export async function findPromotion(
  scene: PromotionScene,
  seen: SeenBoth,
  wanted: Wanted,
  edges: PromotionEdges,
): Promise<Findings> {
  const { from, to, pair } = scene;
  const commit = wanted.commit ?? defaultCommit(scene, seen.from.facts);
  const history = needHistory(edges.history);
  const heads = { from: from.head, to: to.head, promoted: commit };
  const parts = await readHistory(history, heads);
  if (parts === undefined) {
    const isKnown = (await history.commit(commit)) !== undefined;
    throw isKnown || (await history.commit(from.head)) === undefined ? missingCommit(heads) : strange(scene, commit);
  }
  const [ofFrom, ofTo] = await Promise.all([
    readApplication(commit, from.name, edges),
    readApplication(commit, to.name, edges),
  ]);
  const workflowFiles = (await history.changed(to.head, commit, WORKFLOWS)) ?? [];
  const [common, ofHistory, ofServices] = await Promise.all([
    askCommon(scene, workflowFiles, wanted.circumstances, edges),
    linesOfHistory(scene, commit, parts, history),
    linesOfServices(scene, ofTo, seen, edges),
  ]);
  return {
    scene,
    kind: 'promotion',
    commit,
    tree: parts.promoted.get(commit) ?? '',
    has: commitOfStage(seen.to.facts, scene.moves ? to.head : undefined),
    common,
    lines: [
      onBranchLine(scene, commit, parts),
      ...(wasMoved(scene, commit, parts)
        ? [passed('staged', `${shortCommit(commit)} was judged when "${to.branch}" moved to it, and was approved then`)]
        : linesOfStage({ from, facts: seen.from.facts, commit, soak: pair.soak, application: ofFrom })),
      ...ofHistory.lines,
      ...ofServices,
    ],
    commits: (await history.between(ofHistory.before ?? to.head, commit, MOST_COMMITS + 1)) ?? [],
    services: ofTo === undefined ? [] : await foreseeServices(ofTo, to, seen.to.facts, edges),
    headTree: parts.to.get(to.head) ?? '',
    isThere: isThere(scene, seen.to.facts, commit),
    expectedCode: expectedCode(from.name, pair.sameCode, seen.from.facts),
  };
}

function defaultCommit({ from }: PromotionScene, facts: Asked<StageFacts>): string {
  if ('because' in facts) {
    throw new UserError('E_INPUT', {
      what: `it is not known what ${from.name} completed: ${facts.because}`,
      fix: `give the profile of ${from.name} a viewer-role (docs/promotion.md), or all 40 digits of the commit in the input "commit"`,
    });
  }
  const { wish } = facts.value;
  const commit = completedCommit(facts.value) ?? wish?.completedCommit ?? wish?.commit;
  if (commit === undefined) {
    throw new UserError('E_NOT_STAGED', {
      what: `this repository never deployed to ${from.name}`,
      fix: `deploy a commit to ${from.name} first`,
    });
  }
  return commit;
}

/** A clone with the head of a branch has all that is on it. */
function strange({ from }: PromotionScene, commit: string): UserError {
  return new UserError('E_NOT_ON_BRANCH', {
    what: `the commit ${commit} is not on "${from.branch}", the branch of ${from.name}`,
    fix: `promote a commit of "${from.branch}"`,
  });
}

/** Whether the head of the branch of `to` is the very promotion of a commit: what is left is its deploy, whatever `from` has since. */
function wasMoved({ moves }: PromotionScene, commit: string, parts: HistoryParts): boolean {
  const [head] = parts.line;
  return moves && head !== undefined && promotedBy(head, parts) === commit;
}

function onBranchLine({ from }: PromotionScene, commit: string, { from: ancestry }: HistoryParts): Line {
  const short = shortCommit(commit);
  const place = commit === from.head ? 'the head of' : 'on';
  return ancestry.has(commit)
    ? passed('source', `${short} is ${place} "${from.branch}"`)
    : failed('source', `${short} is not on "${from.branch}", the branch of ${from.name}`, {
        code: 'E_NOT_ON_BRANCH',
        fix: `promote a commit of "${from.branch}"`,
      });
}

interface HistoryLines {
  readonly lines: readonly Line[];
  /** What `to` got from `from` before. */
  readonly before: string | undefined;
}

async function linesOfHistory(
  { from, to, moves }: PromotionScene,
  commit: string,
  parts: HistoryParts,
  history: History,
): Promise<HistoryLines> {
  if (!moves) {
    return { lines: [], before: undefined };
  }
  const names = { from: from.name, to: to.name, fromBranch: from.branch, toBranch: to.branch, commit };
  const heads = { from: from.head, to: to.head, promoted: commit };
  const { before, lost } = await findLostWork(history, heads, parts);
  return { lines: [followsLine(names, before), keptLine(names, lost)], before: before?.commit };
}

/** Whether `to` completed the commit (of one branch), or the head of its branch; undefined if that is not known. */
function isThere({ moves, to }: PromotionScene, facts: Asked<StageFacts>, commit: string): boolean | undefined {
  return 'because' in facts ? undefined : completedCommit(facts.value) === (moves ? to.head : commit);
}

/** The code that the records of `from` name; undefined if nobody can look, or no record has it. */
function expectedCode(
  stage: string,
  level: 'required' | 'warn' | 'off',
  facts: Asked<StageFacts>,
): ExpectedCode | undefined {
  if ('because' in facts || level === 'off') {
    return undefined;
  }
  const services = new Map<string, string[]>();
  for (const { record } of facts.value.deployments) {
    const { code } = record.completed ?? {};
    if (code !== undefined) {
      services.set(record.service, [...new Set([...(services.get(record.service) ?? []), code])]);
    }
  }
  return services.size === 0 ? undefined : { stage, level, services: Object.fromEntries(services) };
}
