import { join } from 'node:path';
import { configuredStages, effectiveConfiguration } from '../../core/configuration/effective.ts';
import type { Config } from '../../core/configuration/schema.ts';
import { knownVariables } from '../../core/serverless/known-variables.ts';
import type { Service } from '../../core/service/definition.ts';
import { type ConfiguredServices, discoverServices, type TellLeftOut } from '../../core/service/discover.ts';
import { workspaceFiles } from '../services.ts';
import type { Checkout } from './checkout.ts';

type Place = Pick<Checkout, 'root' | 'folder'>;

/** Finds the services of an application as they are on the disk, for a stage in a region. Throws E_SERVICE_CONFIG. */
export function servicesOnDisk(
  { root, folder }: Place,
  configured: ConfiguredServices,
  { stage, region }: { readonly stage: string; readonly region: string },
  tell?: TellLeftOut,
): Promise<Service[]> {
  return discoverServices(
    workspaceFiles(join(root, folder)),
    configured,
    knownVariables({ stage, region }, new Map()),
    tell,
  );
}

/** The same for the first configured stage (else the first profile), where it is no stage in particular that is asked about. */
export function servicesOfConfig(place: Place, config: Config, tell: TellLeftOut): Promise<Service[]> {
  const [stage] = configuredStages(config);
  const profileName = config.stages?.[stage ?? '']?.profile ?? Object.keys(config.profiles)[0] ?? '';
  const name = stage ?? profileName;
  const { services, profile } = effectiveConfiguration(config, { name, kind: 'configured', ref: '' }, profileName);
  return servicesOnDisk(place, services, { stage: name, region: profile.region }, tell);
}
