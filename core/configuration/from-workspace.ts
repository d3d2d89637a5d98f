import { UserError } from '../errors.ts';
import { type EffectiveConfiguration, effectiveConfiguration, findConfiguredStage } from './effective.ts';
import type { Config } from './schema.ts';

/** What an action was told where it got no configuration of resolve-stage. */
export interface StageChoice {
  readonly stage?: string | undefined;
  readonly profile?: string | undefined;
}

/**
 * Builds the effective configuration from the file in the workspace, for a configured stage or a profile alone (whose
 * stage then has the profile's name). Throws E_INPUT, E_STAGE_UNKNOWN, E_PROFILE_UNKNOWN.
 */
export function configurationOfChoice(config: Config, choice: StageChoice): EffectiveConfiguration {
  const { stage: name, profile } = choice;
  if (name === undefined && profile === undefined) {
    throw new UserError('E_INPUT', {
      what: 'neither "configuration" nor "stage" nor "profile" is given',
      fix: 'pass resolve-stage\'s output "configuration" on, or name a configured stage',
    });
  }
  if (name === undefined) {
    return effectiveConfiguration(config, { name: profile ?? '', kind: 'configured', ref: '' }, profile ?? '');
  }
  const stage = findConfiguredStage(config, name, {
    why: 'a preview is known only to resolve-stage',
    fix: 'pass resolve-stage\'s output "configuration" on',
  });
  const identity = { name, kind: 'configured' as const, ref: `refs/heads/${stage.branch}` };
  return effectiveConfiguration(config, identity, profile ?? stage.profile);
}
