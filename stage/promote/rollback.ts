import { wishName } from '../../core/ledger/keys.ts';
import { parseWish, type Wish } from '../../core/ledger/wish.ts';
import type { Asked } from '../../core/promote/asked.ts';
import { passed } from '../../core/promote/line.ts';
import { completedCommits, findRollback, targetLine } from '../../core/promote/rollback.ts';
import { commitOfStage, completedCommit } from '../../core/promote/staged.ts';
import { shortCommit } from '../../core/short-commit.ts';
import { readApplication } from './application.ts';
import { askCommon } from './circumstances.ts';
import { missingCommit, needHistory, WORKFLOWS } from './clone.ts';
import type { PromotionEdges, Sighted } from './edges.ts';
import { type Findings, MOST_COMMITS, type Wanted } from './findings.ts';
import { foreseeServices } from './foreseen.ts';
import { askNeeds } from './needs.ts';
import type { Scene } from './scene.ts';
import { askAws, regionsOf, type SeenStage } from './views.ts';

/** Finds out all that a rollback is judged by. Throws E_INPUT, E_NOT_ON_BRANCH if there is nothing to go back to. */
export async function findRollbackFacts(
  scene: Scene,
  seen: SeenStage,
  wanted: Wanted & { readonly rollback: string },
  edges: PromotionEdges,
): Promise<Findings> {
  const { to, moves } = scene;
  const { facts } = seen;
  const history = needHistory(edges.history);
  const line = await history.line(to.head);
  const [head] = line ?? [];
  if (line === undefined || head === undefined) {
    throw missingCommit({ to: to.head });
  }
  const asked = await completedIn(scene, seen.account, edges);
  const completed = 'because' in asked ? undefined : asked.value;
  const present = moves || 'because' in facts ? to.head : facts.value.wish?.commit;
  const target = findRollback(wanted.rollback, { to: to.name, toBranch: to.branch, line, completed, present });
  const workflowFiles = (await history.changed(to.head, target.id, WORKFLOWS)) ?? [];
  const [common, application] = await Promise.all([
    askCommon(scene, workflowFiles, wanted.circumstances, edges),
    readApplication(target.id, to.name, edges),
  ]);
  const own = { from: to, to, seen: { from: seen, to: seen }, finderIn: edges.finderIn };
  const needs = application === undefined ? [] : [await askNeeds({ application, ...own })];
  const now = 'because' in facts ? undefined : completedCommit(facts.value);
  const place = target.id === to.head ? 'the head of' : 'on the line of';
  return {
    scene,
    kind: 'rollback',
    commit: target.id,
    tree: target.tree,
    has: commitOfStage(facts, moves ? to.head : undefined),
    common,
    lines: [
      passed('source', `${shortCommit(target.id)} is ${place} "${to.branch}"`),
      targetLine(target.id, { completed, to: to.name, moves }),
      ...needs,
    ],
    commits: (await history.between(target.id, present ?? to.head, MOST_COMMITS + 1)) ?? [],
    services: application === undefined ? [] : await foreseeServices(application, to, facts, edges),
    headTree: head.tree,
    isThere: now === undefined ? undefined : now === (moves ? to.head : target.id),
    expectedCode: undefined,
  };
}

/** What `to` completed, newest first, by the versions of its wish in SSM's history. */
async function completedIn(
  { to }: Scene,
  account: Sighted,
  { run, log }: Pick<PromotionEdges, 'run' | 'log'>,
): Promise<Asked<string[]>> {
  if ('because' in account) {
    return account;
  }
  const stage = { app: to.config.app, kind: 'configured', name: to.name } as const;
  const name = wishName(stage, run.repositoryId);
  const { ledger } = account.value(regionsOf(to)[0] ?? '');
  return askAws(async () => {
    const { versions } = await ledger.history(name);
    const newestFirst = [...versions].sort((a, b) => b.version - a.version);
    return completedCommits(
      newestFirst.flatMap(({ value }): Wish[] => {
        try {
          return [parseWish(value, name)];
        } catch (error) {
          log.warning((error as Error).message);
          return [];
        }
      }),
    );
  });
}
