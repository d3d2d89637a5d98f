import { doubtOf } from '../../core/deploy/inputs.ts';
import { type Foreseen, foresee } from '../../core/promote/foresee.ts';
import type { Asked } from '../../core/promote/people.ts';
import type { StageFacts } from '../../core/promote/staged.ts';
import { type ApplicationAt, servicesOf } from './application.ts';
import type { PromotionEdges } from './edges.ts';
import type { Side } from './scene.ts';
import { profileOf } from './views.ts';

/** Foresees what a deploy of the application into a stage would do; nothing if the stage cannot be looked at. */
export async function foreseeServices(
  application: ApplicationAt,
  to: Side,
  facts: Asked<StageFacts>,
  { source }: Pick<PromotionEdges, 'source'>,
): Promise<Foreseen[]> {
  if ('because' in facts) {
    return [];
  }
  const services = servicesOf(application, to.name);
  const sources = await source?.atCommit(application.commit, services);
  const { regions } = profileOf(to);
  return regions.flatMap((region) =>
    services.map((service): Foreseen => {
      const standing = facts.value.deployments.find(
        ({ region: where, record }) => where === region && record.key === service.key,
      );
      return foresee({
        key: service.key,
        region,
        record: standing?.record,
        stack: standing?.stack,
        source: sources?.get(service.key),
        doubt: doubtOf(service),
      });
    }),
  );
}
