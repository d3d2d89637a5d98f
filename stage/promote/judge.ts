import type { PromotionEdges } from './edges.ts';
import type { Findings, Wanted } from './findings.ts';
import { findPromotion } from './promotion.ts';
import { findRollbackFacts } from './rollback.ts';
import { setScene, withFrom } from './scene.ts';
import { checkWanted, decideVerdict, type Verdict } from './verdict.ts';
import { lookAt, type SeenStage } from './views.ts';

/**
 * Judges a promotion or a rollback; reads only. Throws E_INPUT, E_CONFIG and their kin, E_NOT_ON_BRANCH, E_WRONG_CHECKOUT, E_GITHUB
 * if it cannot be judged at all.
 */
export async function judge(wanted: Wanted, edges: PromotionEdges): Promise<Verdict> {
  checkWanted(wanted);
  return decideVerdict(await find(wanted, edges), wanted, edges);
}

async function find(wanted: Wanted, edges: PromotionEdges): Promise<Findings> {
  const scene = await setScene(wanted, edges);
  const { rollback } = wanted;
  if (rollback !== undefined) {
    const [seen] = await lookAt([scene.to], edges);
    return findRollbackFacts(scene, seen as SeenStage, { ...wanted, rollback }, edges);
  }
  const whole = await withFrom(scene, edges);
  const [from, to] = (await lookAt([whole.from, whole.to], edges)) as [SeenStage, SeenStage];
  return findPromotion(whole, { from, to }, wanted, edges);
}
