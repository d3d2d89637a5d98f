import type { ExpectedCode } from '../../core/deploy/same-code.ts';
import { UserError } from '../../core/errors.ts';
import type { HistoryParts } from '../../core/promote/anchor.ts';
import { followsLine, keptLine } from '../../core/promote/kept.ts';
import { failed, type Line, notAsked, passed } from '../../core/promote/line.ts';
import type { Asked } from '../../core/promote/people.ts';
import {
  completedCommit,
  type StageFacts,
  soakLine,
  stagedLine,
  testedLine,
  wholeLine,
} from '../../core/promote/staged.ts';
import { shortCommit } from '../../core/short-commit.ts';
import type { History } from '../../io/git/history.ts';
import { type ApplicationAt, readApplication, servicesOf } from './application.ts';
import { askCommon } from './common-lines.ts';
import type { PromotionEdges, Sighted } from './edges.ts';
import { foreseeServices } from './foreseen.ts';
import { findLostWork, readHistory } from './lost-work.ts';
import { askNeeds } from './needs.ts';
import type { Scene } from './scene.ts';
import { type Findings, MOST_COMMITS, type Wanted } from './verdict.ts';
import { factsOf } from './views.ts';

/** What is seen of both stages. */
export interface Seen {
  readonly from: Sighted;
  readonly to: Sighted;
  readonly fromFacts: Asked<StageFacts>;
  readonly toFacts: Asked<StageFacts>;
}

/** Looks at both stages. */
export async function lookAtStages(
  scene: Scene,
  views: { readonly from: Sighted; readonly to: Sighted },
  edges: PromotionEdges,
): Promise<Seen> {
  const [fromFacts, toFacts] = await Promise.all([
    factsOf(scene.from, views.from, edges),
    factsOf(scene.to, views.to, edges),
  ]);
  return { ...views, fromFacts, toFacts };
}

/** Finds out all that a promotion is judged by. Throws E_INPUT if it is not known which commit is meant. */
export async function findPromotion(
  scene: Scene,
  seen: Seen,
  wanted: Wanted,
  edges: PromotionEdges,
): Promise<Findings> {
  const { from, to, pair } = scene;
  const { fromFacts, toFacts } = seen;
  const commit = wanted.commit ?? defaultCommit(scene, fromFacts);
  const history = needHistory(edges.history);
  const heads = { from: from.head, to: to.head, promoted: commit };
  const parts = await readHistory(history, heads);
  if (parts === undefined) {
    throw missingCommit(heads);
  }
  const application = await readApplication(commit, from, edges);
  const workflowFiles = (await history.changed(to.head, commit, WORKFLOWS)) ?? [];
  const [common, ofHistory, ofServices] = await Promise.all([
    askCommon(scene, workflowFiles, wanted.circumstances, edges),
    linesOfHistory(scene, commit, parts, history),
    linesOfServices({ scene, seen, commit }, edges),
  ]);
  return {
    scene,
    kind: 'promotion',
    commit,
    tree: parts.promoted.get(commit) ?? '',
    common,
    lines: [
      onBranchLine(scene, commit, parts),
      ...linesOfStage(fromFacts, { scene, commit, soak: pair.soak, application }),
      ...ofHistory.lines,
      ...ofServices.lines,
    ],
    commits: (await history.between(ofHistory.before ?? to.head, commit, MOST_COMMITS + 1)) ?? [],
    services: ofServices.services,
    headTree: parts.to.get(to.head) ?? '',
    isThere: isThere(scene, toFacts, commit),
    expectedCode: expectedCode(from.name, pair.sameCode, fromFacts),
  };
}

/** Folder of files that GITHUB_TOKEN may never change. */
export const WORKFLOWS = '.github/workflows';

function defaultCommit({ from }: Scene, facts: Asked<StageFacts>): string {
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

/** Throws E_WRONG_CHECKOUT if there is no clone. */
export function needHistory(history: History | undefined): History {
  if (history === undefined) {
    throw new UserError('E_WRONG_CHECKOUT', {
      what: 'the workspace is no clone of the repository',
      fix: 'check the repository out with its whole history before this step: `fetch-depth: 0`',
    });
  }
  return history;
}

/** Says which commits the clone has to have. */
export function missingCommit(heads: Readonly<Record<string, string>>): UserError {
  const commits = [...new Set(Object.values(heads))].map(shortCommit).join(', ');
  return new UserError('E_WRONG_CHECKOUT', {
    what: `the clone in the workspace lacks one of the commits ${commits}, or their history`,
    why: 'it is shallow, one of them is no commit of the repository, or a branch moved on since the checkout',
    fix: 'check the repository out with `fetch-depth: 0`, and start the promotion anew',
  });
}

function onBranchLine({ from }: Scene, commit: string, { from: ancestry }: HistoryParts): Line {
  const short = shortCommit(commit);
  const behind = commit === from.head ? 'the head of' : 'on';
  return ancestry.has(commit)
    ? passed('source', `${short} is ${behind} "${from.branch}"`)
    : failed('source', `${short} is not on "${from.branch}", the branch of ${from.name}`, {
        code: 'E_NOT_ON_BRANCH',
        fix: `promote a commit of "${from.branch}"`,
      });
}

interface StageLines {
  readonly scene: Scene;
  readonly commit: string;
  readonly soak: number;
  readonly application: ApplicationAt | undefined;
}

/** What `from` itself proves. */
function linesOfStage(facts: Asked<StageFacts>, { scene, commit, soak, application }: StageLines): Line[] {
  const { from } = scene;
  if ('because' in facts) {
    return [
      notAsked('staged', `whether ${from.name} completed ${shortCommit(commit)}: ${facts.because}`),
      ...(soak === 0 ? [] : [notAsked('soak', `how long it is in ${from.name}: ${facts.because}`)]),
    ];
  }
  const again = `start the workflow that deploys ${from.name} by hand, for the commit ${commit}`;
  const expected = application === undefined ? [] : servicesOf(application, from.name);
  const staged = stagedLine(facts.value, commit, again);
  const names = expected.flatMap(({ name }) => name ?? []);
  // Of a stage that has something else, the rest says nothing about this commit.
  return staged.answer === 'failed'
    ? [staged]
    : [staged, wholeLine(facts.value, names, again), testedLine(facts.value), soakLine(facts.value, soak)];
}

interface HistoryLines {
  readonly lines: readonly Line[];
  /** What `to` got from `from` before. */
  readonly before: string | undefined;
}

async function linesOfHistory(
  scene: Scene,
  commit: string,
  parts: HistoryParts,
  history: History,
): Promise<HistoryLines> {
  if (!scene.moves) {
    return { lines: [], before: undefined };
  }
  const { from, to } = scene;
  const names = { from: from.name, to: to.name, fromBranch: from.branch, toBranch: to.branch, commit };
  const heads = { from: from.head, to: to.head, promoted: commit };
  const { before, lost } = await findLostWork(history, heads, parts);
  return { lines: [followsLine(names, before), keptLine(names, lost)], before: before?.commit };
}

interface ServiceLines {
  readonly lines: readonly Line[];
  readonly services: Findings['services'];
}

async function linesOfServices(
  { scene, seen, commit }: { readonly scene: Scene; readonly seen: Seen; readonly commit: string },
  edges: PromotionEdges,
): Promise<ServiceLines> {
  const { from, to } = scene;
  const application = await readApplication(commit, to, edges);
  if (application === undefined) {
    const text = `what the services of ${shortCommit(commit)} need: they cannot be told`;
    return { lines: [notAsked('needs', text)], services: [] };
  }
  const proved = new Set(servicesOf(application, from.name).map(({ key }) => key));
  const others = servicesOf(application, to.name).flatMap(({ key }) => (proved.has(key) ? [] : [key]));
  const needs = await askNeeds({
    application,
    from,
    to,
    seen,
    toFacts: seen.toFacts,
    finderIn: edges.finderIn,
  });
  return {
    lines: [
      needs,
      others.length === 0
        ? passed('proven', `every service of ${to.name} is in ${from.name} too`)
        : notAsked(
            'proven',
            `${from.name} does not have these services of ${to.name}, so it proves nothing of them`,
            others,
          ),
    ],
    services: await foreseeServices(application, to, seen.toFacts, edges),
  };
}

/** Whether `to` completed the commit (of one branch), or the head of its branch; undefined if that is not known. */
function isThere({ moves, to }: Scene, facts: Asked<StageFacts>, commit: string): boolean | undefined {
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
  const services: Record<string, string[]> = {};
  for (const { record } of facts.value.deployments) {
    const code = record.completed?.code;
    if (code !== undefined) {
      services[record.service] = [...new Set([...(services[record.service] ?? []), code])];
    }
  }
  return Object.keys(services).length === 0 ? undefined : { stage, level, services };
}
