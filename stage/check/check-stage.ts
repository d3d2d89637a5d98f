import { publishedByConfiguration, readProblems } from '../../core/check/reads.ts';
import { overallCheck, type ServiceCheck, type StageCheck, withProblems } from '../../core/check/result.ts';
import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import { parseChoice } from '../../core/service/choose.ts';
import type { Published, Service } from '../../core/service/definition.ts';
import { byFolder } from './by-folder.ts';
import { type Checked, checkService } from './check-service.ts';
import type { CheckEdges } from './edges.ts';
import { openOffline, sceneOf, servicesFor } from './package-offline.ts';

/**
 * Packages services for a stage without the cloud, and says what would keep them from being deployed there. `changed` are the keys
 * of the services that are checked, `named` those that a person chose; without either all that the stage has are. Throws E_SERVICE_UNKNOWN;
 * E_SERVICE_CONFIG and its kin if the services cannot be read.
 */
export async function checkStage(
  configuration: EffectiveConfiguration,
  {
    changed,
    named,
  }: { readonly changed: readonly string[] | undefined; readonly named: readonly string[] | undefined },
  edges: CheckEdges,
): Promise<StageCheck> {
  const { stage, profile, only } = configuration;
  const services = await servicesFor(configuration, edges);
  const chosen = parseChoice(services, named) ?? (changed === undefined ? undefined : new Set(changed));
  const isChecked = ({ key }: Service) => (chosen?.has(key) ?? true) && (only?.includes(key) ?? true);
  const checks: ServiceCheck[] = [];
  for (const region of profile.regions) {
    const around = await openOffline(configuration, region, services, edges);
    // A service's regions follow each other: they have one folder.
    const done = await byFolder(services.filter(isChecked), edges.concurrency, async (service) => ({
      service,
      ...(await checkService(service, around, edges)),
    }));
    const published = publishedBy(services, done);
    const given = new Set(Object.keys(profile.parameters));
    const scene = { ...sceneOf(around, published), given };
    checks.push(...done.map(({ service, check }) => withProblems(check, readProblems(service, scene))));
  }
  return { stage: stage.name, status: overallCheck(checks), services: checks };
}

/** What each service publishes: by its package, else by its configuration. */
function publishedBy(
  services: readonly Service[],
  checked: readonly (Checked & { readonly service: Service })[],
): Map<string, Published> {
  const packaged = checked.flatMap(({ service: { key }, outputs }): [string, Published][] =>
    outputs === undefined ? [] : [[key, { names: outputs, isOpen: false }]],
  );
  return new Map([...publishedByConfiguration(services), ...packaged]);
}
