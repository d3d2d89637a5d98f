import { configuredStages } from '../configuration/effective.ts';
import type { Config } from '../configuration/schema.ts';
import { UserError } from '../errors.ts';
import { ownValue } from '../own-value.ts';
import type { StageIdentity } from '../stage/identity.ts';
import { DEFAULT_MAX_LENGTH, PERSONAL_NAME, PREVIEW_MARK, personalStageName } from '../stage/name.ts';
import { suggestName } from '../suggest.ts';
import { identityOf, type PersonFacts, stageNameOf } from './person.ts';

/** A stage that a person at a laptop means, and the profile that it has. */
export interface LaptopStage {
  readonly stage: StageIdentity;
  readonly profile: string;
}

/** What a person asked for. */
export interface StageWish {
  /** A configured stage, or what a personal one is to be called; undefined: the person's own. */
  readonly stage: string | undefined;
  readonly profile: string | undefined;
}

/**
 * Returns the stage that a person means: a configured one by its exact name, else a personal one, which is called after its
 * name or the person's and has at most `maxLength` characters. Throws E_STAGE_UNKNOWN for a preview's name and for a configured one in another case, E_INPUT for none,
 * E_PROFILE_UNKNOWN if there is no profile for it.
 */
export function laptopStage(
  config: Config,
  { stage: wanted, profile }: StageWish,
  person: PersonFacts,
  commit: string | undefined,
  maxLength = DEFAULT_MAX_LENGTH,
): LaptopStage {
  const configured = wanted === undefined ? undefined : ownValue(config.stages ?? {}, wanted);
  const at = commit === undefined ? {} : { commit };
  if (wanted !== undefined && configured !== undefined && configuredStages(config).includes(wanted)) {
    const identity = { name: wanted, kind: 'configured', ref: `refs/heads/${configured.branch}`, ...at } as const;
    return { stage: identity, profile: profile ?? configured.profile };
  }
  if (wanted?.includes(PREVIEW_MARK)) {
    throw new UserError('E_STAGE_UNKNOWN', {
      what: `"${wanted}" is the stage of a preview`,
      why: 'a preview follows its pull request or branch, and belongs to the workflow',
      fix: `push to its branch, or leave --stage out – ${suggestName(wanted, configuredStages(config))}`,
    });
  }
  checkWish(config, wanted);
  const spoken = wanted ?? stageNameOf(person);
  const name = PERSONAL_NAME.test(spoken) ? spoken : personalStageName(identityOf(person), spoken, maxLength);
  return { stage: { name, kind: 'personal', ref: '', ...at }, profile: profile ?? defaultProfile(config) };
}

/** A variable of a shell that is not set is no name, and a configured stage in other letters is not a personal one. */
function checkWish(config: Config, wanted: string | undefined): void {
  if (wanted?.trim() === '') {
    throw new UserError('E_INPUT', {
      what: 'the option --stage is empty',
      fix: 'name a stage, or leave the option out for a stage of your own',
    });
  }
  const meant = configuredStages(config).find((stage) => stage.toLowerCase() === wanted?.trim().toLowerCase());
  if (meant !== undefined) {
    throw new UserError('E_STAGE_UNKNOWN', {
      what: `there is no stage "${wanted}"`,
      why: 'names of stages differ by upper and lower case',
      fix: `did you mean "${meant}"? Give a stage of your own another name`,
    });
  }
}

function defaultProfile(config: Config): string {
  const name = config['default-profile'];
  if (name === undefined) {
    throw new UserError('E_PROFILE_UNKNOWN', {
      what: 'a personal stage needs a profile, and the configuration has no "default-profile"',
      fix: `write one at its top level, or add --profile – ${suggestName('', Object.keys(config.profiles))}`,
    });
  }
  return name;
}

/** Refuses what would change a configured stage from a laptop that its configuration does not open. Throws E_LAPTOP_FORBIDDEN. */
export function checkLaptopAllowed(config: Config, { name, kind }: StageIdentity): void {
  if (kind === 'configured' && ownValue(config.stages ?? {}, name)?.laptop !== 'allowed') {
    throw new UserError('E_LAPTOP_FORBIDDEN', {
      what: `the stage "${name}" is a configured one, which its workflow deploys`,
      why: 'its configuration does not say `laptop: allowed`',
      fix: `leave --stage out for a stage of your own, or write \`laptop: allowed\` below stages.${name} in serverless-stages.yml`,
    });
  }
}
