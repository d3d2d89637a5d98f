import type { PromotionEdges } from './edges.ts';
import { findPromotion, lookAtStages } from './promotion.ts';
import { findRollbackFacts } from './rollback.ts';
import { setScene } from './scene.ts';
import { checkWanted, decideVerdict, type Verdict, type Wanted } from './verdict.ts';
import { openViews } from './views.ts';

/**
 * Judges a promotion or a rollback; reads only. Throws E_INPUT, E_CONFIG and their kin, E_NOT_ON_BRANCH, E_WRONG_CHECKOUT, E_GITHUB
 * if it cannot be judged at all.
 */
export async function judge(wanted: Wanted, edges: PromotionEdges): Promise<Verdict> {
  checkWanted(wanted);
  const scene = await setScene(wanted, edges);
  const seen = await lookAtStages(scene, await openViews(scene, edges), edges);
  const { rollback } = wanted;
  const found =
    rollback === undefined
      ? await findPromotion(scene, seen, wanted, edges)
      : await findRollbackFacts(scene, seen, { ...wanted, rollback }, edges);
  return decideVerdict(found, wanted, edges);
}
