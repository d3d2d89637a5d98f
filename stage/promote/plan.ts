import { onlyDefined } from '../../core/only-defined.ts';
import type { PromotionPlan } from '../../core/promote/plan.ts';
import { isLinear } from '../../core/promote/rules.ts';
import type { Findings } from './findings.ts';

/** A plan before the verdict on it is known. */
export type DraftPlan = Omit<
  PromotionPlan,
  'summary' | 'message' | 'override' | 'liftFreeze' | 'runId' | 'judged' | 'folder'
>;

/** What an approval would let happen; undefined if `to` has it all. */
export function draftPlan(found: Findings): DraftPlan | undefined {
  const { scene, kind, commit, tree, headTree, isThere } = found;
  const { pair, to, fromBranch, moves } = scene;
  const hasTree = moves && headTree === tree;
  if ((hasTree || !moves) && isThere === true) {
    return undefined;
  }
  const deploy = moves ? (hasTree ? to.head : undefined) : commit;
  return {
    schemaVersion: 1,
    kind,
    action: deploy === undefined ? 'move' : 'deploy',
    mode: pair.mode,
    from: pair.from,
    to: pair.to,
    fromBranch,
    toBranch: to.branch,
    commit,
    tree,
    head: to.head,
    parents: parentsOf(found),
    redeploy: kind === 'rollback' && !moves,
    ...onlyDefined({ deploy }),
  };
}

/**
 * A promotion's parents are what its tree holds. One is left out where a branch takes no merges, and of a pull request's commit:
 * GitHub's "Rebase and merge" would take a merge apart.
 */
function parentsOf({ scene, kind, commit, common }: Findings): string[] {
  const { to, pair } = scene;
  const linear = 'value' in common.rules && isLinear(common.rules.value);
  return kind === 'rollback' || linear || pair.mode === 'pull-request' ? [to.head] : [to.head, commit];
}
