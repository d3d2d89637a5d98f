import type { PackagedTemplates } from '../../core/check/packages.ts';
import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import { describeError } from '../../core/described-error.ts';
import type { Service } from '../../core/service/definition.ts';
import { byFolder } from './by-folder.ts';
import type { CheckEdges } from './edges.ts';
import { type OfflineStage, openOffline, packageOffline } from './package-offline.ts';

/** Packages services for a stage without the cloud, in each of its regions; one that cannot be packaged says why. */
export async function packageStage(
  configuration: EffectiveConfiguration,
  { all, chosen }: { readonly all: readonly Service[]; readonly chosen: readonly Service[] },
  edges: CheckEdges,
): Promise<PackagedTemplates[]> {
  const packages: PackagedTemplates[] = [];
  for (const region of configuration.profile.regions) {
    const around = await openOffline(configuration, region, all, edges);
    packages.push(...(await byFolder(chosen, edges.concurrency, (service) => templatesOf(service, around, edges))));
  }
  return packages;
}

async function templatesOf(service: Service, around: OfflineStage, edges: CheckEdges): Promise<PackagedTemplates> {
  const of = { key: service.key, region: around.region };
  try {
    const made = await packageOffline(service, around, edges);
    if ('reason' in made) {
      return { ...of, reason: made.reason };
    }
    const nested = Object.fromEntries(made.nested.map(({ name, template }) => [name, template]));
    return { ...of, template: made.packaged.template, nested };
  } catch (error) {
    const { code, message } = describeError(error);
    return { ...of, reason: `${code}: ${message}` };
  }
}
