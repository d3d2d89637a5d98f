import { type EffectiveConfiguration, effectiveConfiguration } from '../../core/configuration/effective.ts';
import type { Config } from '../../core/configuration/schema.ts';

/** Returns what a configuration says of one of its stages; undefined if it does not have it. */
export function stageAt(config: Config, name: string): EffectiveConfiguration | undefined {
  const stage = config.stages?.[name];
  return stage === undefined
    ? undefined
    : effectiveConfiguration(config, { name, kind: 'configured', ref: `refs/heads/${stage.branch}` }, stage.profile);
}
