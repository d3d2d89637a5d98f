import { wishName } from '../../core/ledger/keys.ts';
import { parseWish, type Wish } from '../../core/ledger/wish.ts';
import { passed } from '../../core/promote/line.ts';
import type { Asked } from '../../core/promote/people.ts';
import { completedCommits, findRollback, targetLine } from '../../core/promote/rollback.ts';
import { completedCommit } from '../../core/promote/staged.ts';
import { readApplication } from './application.ts';
import { askCommon } from './common-lines.ts';
import type { PromotionEdges } from './edges.ts';
import { foreseeServices } from './foreseen.ts';
import { askNeeds } from './needs.ts';
import { missingCommit, needHistory, type Seen, WORKFLOWS } from './promotion.ts';
import type { Scene } from './scene.ts';
import { type Findings, MOST_COMMITS, type Wanted } from './verdict.ts';
import { askAws, profileOf } from './views.ts';

/** Finds out all that a rollback is judged by. Throws E_INPUT, E_NOT_ON_BRANCH if there is nothing to go back to. */
export async function findRollbackFacts(
  scene: Scene,
  seen: Seen,
  wanted: Wanted & { readonly rollback: string },
  edges: PromotionEdges,
): Promise<Findings> {
  const { to, moves } = scene;
  const history = needHistory(edges.history);
  const line = await history.line(to.head);
  const [head] = line ?? [];
  if (line === undefined || head === undefined) {
    throw missingCommit({ to: to.head });
  }
  const asked = await completedIn(scene, seen, edges);
  const completed = 'because' in asked ? undefined : asked.value;
  const target = findRollback(wanted.rollback, { to: to.name, toBranch: to.branch, line, completed, moves });
  const workflowFiles = (await history.changed(to.head, target.id, WORKFLOWS)) ?? [];
  const [common, application] = await Promise.all([
    askCommon(scene, workflowFiles, wanted.circumstances, edges),
    readApplication(target.id, to, edges),
  ]);
  const { toFacts } = seen;
  const needs =
    application === undefined
      ? undefined
      : await askNeeds({
          application,
          from: to,
          to,
          seen: { from: seen.to, to: seen.to },
          toFacts,
          finderIn: edges.finderIn,
        });
  const now = 'because' in toFacts ? undefined : completedCommit(toFacts.value);
  return {
    scene,
    kind: 'rollback',
    commit: target.id,
    tree: target.tree,
    common,
    lines: [
      passed('source', `${target.id === to.head ? 'the head of' : 'on the line of'} "${to.branch}"`),
      targetLine(target.id, completed, to.name),
      ...(needs === undefined ? [] : [needs]),
    ],
    commits: (await history.between(target.id, to.head, MOST_COMMITS + 1)) ?? [],
    services: application === undefined ? [] : await foreseeServices(application, to, toFacts, edges),
    headTree: head.tree,
    isThere: now === undefined ? undefined : now === (moves ? to.head : target.id),
    expectedCode: undefined,
  };
}

/** What `to` completed, newest first, by the versions of its wish in SSM's history. */
async function completedIn(
  { to }: Scene,
  { to: sighted }: Pick<Seen, 'to'>,
  { run, log }: Pick<PromotionEdges, 'run' | 'log'>,
): Promise<Asked<string[]>> {
  if ('because' in sighted) {
    return sighted;
  }
  const stage = { app: to.config.app, kind: 'configured', name: to.name } as const;
  const name = wishName(stage, run.repositoryId);
  const { ledger } = sighted.value(profileOf(to).region);
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
