import { ownValue } from '../own-value.ts';
import { ALL_PREVIEWS, isStagePattern } from '../stage/name.ts';
import {
  configuredStages,
  type EffectiveConfiguration,
  effectiveConfiguration,
  type Reach,
  regionList,
} from './effective.ts';
import type { Config } from './schema.ts';

/**
 * Returns what the removal of a stage needs of its configuration: no parameters, which may be gone; and for a preview every
 * place that the configurations of its target branch and of the default branch (`configs`) say previews are, or were, in.
 */
export function removalConfiguration(
  configuration: EffectiveConfiguration,
  configs: readonly Config[],
): EffectiveConfiguration {
  const { parametersPath: _, ...profile } = configuration.profile;
  const { role } = profile;
  const places = configuration.stage.kind === 'preview' ? mergePlaces(configs.flatMap(previewPlaces)) : [];
  const own = places.find((place) => place.role === role)?.regions ?? [];
  return {
    ...configuration,
    profile: { ...profile, regions: [...new Set([...profile.regions, ...own])], parameters: {}, exportEnv: [] },
    // One that any of them knows is none to be removed as a preview.
    configured: [...new Set([...configuration.configured, ...configs.flatMap(configuredStages)])],
    elsewhere: places.filter((place) => place.role !== role),
    isRemoval: true,
  };
}

/**
 * Returns the configuration of a sweep through all previews, by the default branch's configuration and those of the other
 * target branches, which may place previews elsewhere. Throws E_PROFILE_UNKNOWN.
 */
export function sweepConfiguration(config: Config, others: readonly Config[] = []): EffectiveConfiguration {
  const stage = { name: ALL_PREVIEWS, kind: 'preview', ref: '' } as const;
  return removalConfiguration(effectiveConfiguration(config, stage, config['default-profile'] ?? ''), [
    config,
    ...others,
  ]);
}

/** Where a configuration says that previews are, or were. */
function previewPlaces({ previews, profiles, stages, 'default-profile': fallback }: Config): Reach[] {
  if (previews === undefined) {
    return [];
  }
  const patterns = Object.entries(stages ?? {}).filter(([name]) => isStagePattern(name));
  const names = new Set([fallback ?? '', ...patterns.map(([, { profile }]) => profile)]);
  const regions = [...names].flatMap((name) => regionList(ownValue(profiles, name)?.region ?? []));
  const retired = (previews.retired ?? []).map(({ role, region }) => ({ role, regions: regionList(region) }));
  return [{ role: previews.role, regions }, ...retired];
}

function mergePlaces(places: readonly Reach[]): Reach[] {
  const roles = [...new Set(places.map(({ role }) => role))];
  return roles.map((role) => ({
    role,
    regions: [...new Set(places.flatMap((place) => (place.role === role ? place.regions : [])))],
  }));
}
