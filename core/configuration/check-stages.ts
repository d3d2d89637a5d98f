import { onlyDefined } from '../only-defined.ts';
import { type EffectiveConfiguration, effectiveConfiguration, findConfiguredStage } from './effective.ts';
import type { Config } from './schema.ts';

/**
 * Returns configured stages as they would be deployed from a commit; `names` are those of `check-stages` by default. Throws
 * E_STAGE_UNKNOWN.
 */
export function checkedStages(
  config: Config,
  commit: string | undefined,
  names: readonly string[] = config['check-stages'] ?? [],
): EffectiveConfiguration[] {
  return names.map((name) => checkedStage(config, commit, name));
}

/** Returns one configured stage in that way. Throws E_STAGE_UNKNOWN. */
export function checkedStage(config: Config, commit: string | undefined, name: string): EffectiveConfiguration {
  const { branch = '', profile } = findConfiguredStage(config, name);
  const stage = { name, kind: 'configured', ref: `refs/heads/${branch}`, ...onlyDefined({ commit }) } as const;
  // Nobody is told of a check by way of the stage.
  const { notifications: _, ...checked } = effectiveConfiguration(config, stage, profile);
  return checked;
}
