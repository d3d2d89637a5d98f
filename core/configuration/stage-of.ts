import { ownValue } from '../own-value.ts';
import type { Config, ProfileConfig } from './schema.ts';

/** The profile that a configured stage uses; undefined if there is no such stage or profile. */
export function profileOfStage({ stages, profiles }: Config, stage: string): ProfileConfig | undefined {
  return ownValue(profiles, ownValue(stages ?? {}, stage)?.profile ?? '');
}

/** The GitHub environment that a configured stage's deploy job names; empty if there is no such stage. */
export function environmentOfStage(config: Config, stage: string): string {
  return profileOfStage(config, stage)?.environment ?? ownValue(config.stages ?? {}, stage)?.profile ?? '';
}

/** The branch that a configured stage is deployed from; empty if there is no such stage, or it has none. */
export function branchOfStage({ stages }: Config, stage: string): string {
  return ownValue(stages ?? {}, stage)?.branch ?? '';
}
