import { type Line, notAsked, passed } from '../../core/promote/line.ts';
import { type ApplicationAt, servicesOf } from './application.ts';
import type { PromotionEdges } from './edges.ts';
import { askNeeds } from './needs.ts';
import type { PromotionScene } from './scene.ts';
import type { SeenBoth } from './views.ts';

/** Says what the services of the promoted commit need in `to`, and which of them `from` proves nothing of. */
export async function linesOfServices(
  { from, to }: Pick<PromotionScene, 'from' | 'to'>,
  application: ApplicationAt | undefined,
  seen: SeenBoth,
  { finderIn }: Pick<PromotionEdges, 'finderIn'>,
): Promise<Line[]> {
  if (application === undefined) {
    return [notAsked('needs', `whether ${to.name} has what the services need: they cannot be told`)];
  }
  const proved = new Set(servicesOf(application, from.name).map(({ key }) => key));
  const others = servicesOf(application, to.name).flatMap(({ key }) => (proved.has(key) ? [] : [key]));
  return [
    await askNeeds({ application, from, to, seen, finderIn }),
    others.length === 0
      ? passed('proven', `every service of ${to.name} is in ${from.name} too`)
      : notAsked('proven', `not proven: ${from.name} does not have these services of ${to.name}`, others),
  ];
}
