import { parseRoleArn } from '../aws/role-arn.ts';
import { durationSeconds } from '../duration.ts';
import { UserError } from '../errors.ts';
import type { FreezeWindow } from '../freeze/freeze.ts';
import { onlyDefined } from '../only-defined.ts';
import { ownValue } from '../own-value.ts';
import type { Safeguard } from '../safeguards/entry.ts';
import { safeguardsOf } from '../safeguards/settings.ts';
import type { Waiver } from '../safeguards/waiver.ts';
import type { StageIdentity } from '../stage/identity.ts';
import { isStagePattern } from '../stage/name.ts';
import { suggestName } from '../suggest.ts';
import { type EffectiveService, effectiveServices } from './effective-services.ts';
import { freezeWindow } from './freeze.ts';
import type { NotificationConfig } from './notification-schema.ts';
import type { Config, ParameterConfig, ProfileConfig, StageConfig } from './schema.ts';

/** The profile as one stage uses it: defaults filled in, one region. */
export interface EffectiveProfile {
  readonly name: string;
  /** Role that the job assumes; absent where the configuration names none (`assume-role: false`). */
  readonly role?: string;
  /** Role by which a dry run asks CloudFormation; absent for none. */
  readonly plannerRole?: string;
  /** Region of the parameters, the locks, and the first deployment. */
  readonly region: string;
  /** All regions that are deployed to, `region` first. */
  readonly regions: readonly string[];
  readonly environment: string;
  readonly parameters: Readonly<Record<string, ParameterConfig>>;
  readonly parametersPath?: string;
  readonly exportEnv: readonly string[];
  readonly requireParameters: boolean;
  /** Seconds. */
  readonly sessionDuration: number;
}

/** What the later actions need to know of serverless-stages.yml for one stage, as plain JSON. */
export interface EffectiveConfiguration {
  readonly schemaVersion: 1;
  readonly app: string;
  readonly stage: StageIdentity;
  readonly profile: EffectiveProfile;
  /** By key; absent where the configuration lists no services and they are found by Compose's list or by folder. */
  readonly services?: Readonly<Record<string, EffectiveService>>;
  /** Keys of the services that the stage has, where it has not all. */
  readonly only?: readonly string[];
  /** Stage that is read where this one has no deployment of a service; absent for configured stages. */
  readonly baseStage?: string;
  /** Which services a preview gets. */
  readonly previewServices: 'affected' | 'all';
  /** Accounts of the configured stages, by stage, as far as their roles say. */
  readonly accounts: Readonly<Record<string, string>>;
  /** Names of all configured stages: nothing that is removed as a preview may be one of them. */
  readonly configured: readonly string[];
  /** Whether destroy-stage may remove the stage itself; a configured one only by `destroy: allowed`. */
  readonly destroyAllowed: boolean;
  /** What becomes of services that were updated if another one fails; absent if they stay. */
  readonly onFailure?: 'rollback';
  /** ARN of the permissions boundary that every role in a package gets: the previews', the personal stages', or the profile's. */
  readonly boundary?: string;
  /** What packages are checked by: the profile's list, and what is checked without one. */
  readonly safeguards?: readonly Safeguard[];
  /** Findings of these that somebody lets through. */
  readonly waivers?: readonly Waiver[];
  /** Who is told of what becomes of the stage, as the configuration lists them. */
  readonly notifications?: readonly NotificationConfig[];
  /** Windows in which nothing is deployed to the stage; absent if there are none. */
  readonly freeze?: readonly FreezeWindow[];
  /** How long the stage lives without a deploy, in seconds; absent for configured stages. */
  readonly expiresAfter?: number;
  /**
   * Further places where the stage's deployments may be, where it is to be removed: what `previews.retired` and other
   * branches' files name.
   */
  readonly elsewhere: readonly Reach[];
  /** Further stages that the commit is checked for (`check-stages`); absent for none. */
  readonly checks?: StageChecks;
  /** Set if the configuration is for removing stages: an owner's stage may have another name than the one it would get today. */
  readonly isRemoval?: true;
}

/** The stages that a pull request's services are checked for, before they are anywhere near them. */
export interface StageChecks {
  /** Keys of the services that the pull request changes; absent if that cannot be told, and all are checked. */
  readonly services?: readonly string[];
  readonly stages: readonly EffectiveConfiguration[];
}

/** A role, and regions that it reaches deployments in. */
export interface Reach {
  readonly role: string;
  readonly regions: readonly string[];
}

/** Default length of a role session, in seconds; also the most that STS gives where a role allows no more. */
export const DEFAULT_SESSION_SECONDS = 3600;

/** How long a preview or a personal stage lives without a deploy, where the configuration does not say. */
const DEFAULT_EXPIRY = '7d';

/** Narrows a configuration to one stage and one of its profiles, defaults filled in. */
export function effectiveConfiguration(
  config: Config,
  stage: StageIdentity,
  profileName: string,
): EffectiveConfiguration {
  const services = config.services === undefined ? undefined : effectiveServices(config.services);
  // What is configured of the stage itself.
  const own = stage.kind === 'configured' ? ownValue(config.stages ?? {}, stage.name) : undefined;
  const baseStage = stage.kind === 'configured' ? undefined : baseStageOf(config, profileName);
  const { notifications = [], waivers = [] } = config;
  const freeze = (own?.freeze ?? []).map(freezeWindow);
  return {
    schemaVersion: 1,
    app: config.app,
    stage,
    profile: effectiveProfile(config, stage, profileName),
    ...onlyDefined({ services, only: own?.services, baseStage, onFailure: own?.['on-failure'] }),
    previewServices: config.previews?.services ?? 'affected',
    accounts: accountsOf(config),
    configured: configuredStages(config),
    destroyAllowed: stage.kind !== 'configured' || own?.destroy === 'allowed',
    safeguards: safeguardsOf(ownValue(config.profiles, profileName)?.safeguards ?? [], stage),
    ...(waivers.length === 0 ? {} : { waivers }),
    ...(notifications.length === 0 ? {} : { notifications }),
    ...(freeze.length === 0 ? {} : { freeze }),
    ...onlyDefined({ boundary: boundaryOf(config, stage, profileName), expiresAfter: expiryOf(config, stage) }),
    elsewhere: [],
  };
}

function boundaryOf(config: Config, { kind }: StageIdentity, profileName: string): string | undefined {
  const ofProfile = ownValue(config.profiles, profileName)?.boundary;
  switch (kind) {
    case 'configured':
      return ofProfile;
    case 'preview':
      return config.previews?.boundary;
    case 'personal':
      return config.personal?.boundary ?? ofProfile;
  }
}

/**
 * The role that deploys. A personal stage has the one of its profile if there is none for personal stages: it says the
 * account, and the person's own credentials deploy.
 */
function roleOf(config: Config, { kind }: StageIdentity, profileName: string): string | undefined {
  const ofProfile = ownValue(config.profiles, profileName)?.role;
  switch (kind) {
    case 'configured':
      return ofProfile;
    case 'preview':
      return config.previews?.role;
    case 'personal':
      return personalRoleOf(config, profileName) ?? ofProfile;
  }
}

/** The role of personal stages, which is of the default profile's account; undefined if people deploy by their own rights. */
export function personalRoleOf(config: Config, profileName: string): string | undefined {
  return profileName === config['default-profile'] ? config.personal?.role : undefined;
}

function effectiveProfile(config: Config, stage: StageIdentity, name: string): EffectiveProfile {
  const profile = findProfile(config, name);
  const isPreview = stage.kind === 'preview';
  const role = roleOf(config, stage, name);
  const path = profile['parameters-path'];
  const duration = profile['session-duration'];
  return {
    name,
    ...onlyDefined({ role, plannerRole: isPreview ? undefined : profile['planner-role'] }),
    region: regionsOf(profile)[0],
    regions: regionsOf(profile),
    environment: isPreview ? (config.previews?.environment ?? 'preview') : (profile.environment ?? name),
    parameters: profile.parameters ?? {},
    ...onlyDefined({ parametersPath: path }),
    exportEnv: profile['export-env'] ?? [],
    requireParameters: profile['require-parameters'] ?? true,
    sessionDuration: duration === undefined ? DEFAULT_SESSION_SECONDS : durationSeconds(duration),
  };
}

/** How long a stage lives without a deploy, in seconds; undefined for a configured one. */
function expiryOf({ previews, personal }: Config, { kind }: StageIdentity): number | undefined {
  const own = kind === 'preview' ? previews : personal;
  return kind === 'configured' ? undefined : durationSeconds(own?.['expires-after'] ?? DEFAULT_EXPIRY);
}

/** The configured stage that previews and personal stages of a profile read from; undefined where there is none. */
export function baseStageOf(config: Config, profileName: string): string | undefined {
  const name = ownValue(config.profiles, profileName)?.['base-stage'] ?? profileName;
  return configuredStages(config).includes(name) ? name : undefined;
}

/** Returns the accounts of the configured stages, by stage, as far as their roles say. */
export function accountsOf(config: Config): Record<string, string> {
  const entries = configuredStages(config).flatMap((name) => {
    const role = ownValue(config.profiles, config.stages?.[name]?.profile ?? '')?.role;
    return role === undefined ? [] : [[name, parseRoleArn(role).account]];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

function findProfile(config: Config, name: string): ProfileConfig {
  const profile = ownValue(config.profiles, name);
  if (profile === undefined) {
    throw new UserError('E_PROFILE_UNKNOWN', {
      what: `the profile "${name}" is not configured`,
      fix: suggestName(name, Object.keys(config.profiles)),
    });
  }
  return profile;
}

function regionsOf(profile: ProfileConfig): [string, ...string[]] {
  const [first, ...others] = regionList(profile.region);
  if (first === undefined) {
    throw new Error('a profile without a region passed the check of the configuration');
  }
  return [first, ...others];
}

/** Returns the regions of a key `region`, which may be one text. */
export function regionList(region: string | readonly string[]): readonly string[] {
  return typeof region === 'string' ? [region] : region;
}

/**
 * Returns a configured stage by its name. Throws E_STAGE_UNKNOWN with the names that there are; `hint` says what else a
 * caller may have meant.
 */
export function findConfiguredStage(config: Config, name: string, hint?: { why: string; fix: string }): StageConfig {
  const known = configuredStages(config);
  const stage = known.includes(name) ? config.stages?.[name] : undefined;
  if (stage === undefined) {
    const names = suggestName(name, known);
    throw new UserError('E_STAGE_UNKNOWN', {
      what: `"${name}" is not a configured stage`,
      ...onlyDefined({ why: hint?.why }),
      fix: hint === undefined ? names : `${hint.fix} – ${names}`,
    });
  }
  return stage;
}

/** Returns the names of the configured stages, patterns left out. */
export function configuredStages(config: Config): string[] {
  return Object.keys(config.stages ?? {}).filter((name) => !isStagePattern(name));
}
