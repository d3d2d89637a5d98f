import { doubtOf } from '../../core/deploy/inputs.ts';
import type { Asked } from '../../core/promote/asked.ts';
import { type Foreseen, foresee } from '../../core/promote/foresee.ts';
import type { StageFacts } from '../../core/promote/staged.ts';
import { type ApplicationAt, servicesOf } from './application.ts';
import type { PromotionEdges } from './edges.ts';
import type { Side } from './scene.ts';
import { regionsOf } from './views.ts';

/** Foresees what a deploy of the application into a stage would do; nothing if that cannot be told, as the log says. */
export async function foreseeServices(
  application: ApplicationAt,
  to: Side,
  facts: Asked<StageFacts>,
  { source, log }: Pick<PromotionEdges, 'source' | 'log'>,
): Promise<Foreseen[]> {
  if ('because' in facts) {
    return [];
  }
  const services = servicesOf(application, to.name);
  const sources = await source?.atCommit(application.commit, services).catch((error: Error) => {
    log.warning(`what would be deployed cannot be told: ${error.message}`);
    return undefined;
  });
  return regionsOf(to).flatMap((region) =>
    services.map((service): Foreseen => {
      const standing = facts.value.deployments.find(
        ({ region: where, record }) => where === region && record.key === service.key,
      );
      return foresee({
        key: service.key,
        region,
        record: standing?.record,
        stack: standing?.stack,
        source: sources?.get(service.key)?.hash,
        doubt: doubtOf(service) ?? sources?.get(service.key)?.doubt,
      });
    }),
  );
}
