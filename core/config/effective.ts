import { durationSeconds } from '../duration.ts';
import { UserError } from '../errors.ts';
import type { StageIdentity } from '../stage/identity.ts';
import { isStagePattern } from '../stage/name.ts';
import { suggestName } from '../suggest.ts';
import { ownValue } from './own-value.ts';
import type { Config, ParameterConfig, ProfileConfig, StageConfig } from './schema.ts';

/** The profile as one stage uses it: defaults filled in, one region. */
export interface EffectiveProfile {
  readonly name: string;
  /** Role that the job assumes; absent where the configuration names none (`assume-role: false`). */
  readonly role?: string;
  readonly region: string;
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
  /** Folders by key; absent where the configuration lists no services and they are found by folder. */
  readonly services?: Readonly<Record<string, { readonly path: string }>>;
}

/** Default length of a role session, in seconds; also the most that STS gives where a role allows no more. */
export const DEFAULT_SESSION_SECONDS = 3600;

/** Narrows a configuration to one stage and one of its profiles, defaults filled in. */
export function effectiveConfiguration(
  config: Config,
  stage: StageIdentity,
  profileName: string,
): EffectiveConfiguration {
  const profile = findProfile(config, profileName);
  const isPreview = stage.kind === 'preview';
  const role = isPreview ? config.previews?.role : profile.role;
  const environment = isPreview ? (config.previews?.environment ?? 'preview') : (profile.environment ?? profileName);
  const services = stageServices(config, stage);
  const path = profile['parameters-path'];
  const duration = profile['session-duration'];
  return {
    schemaVersion: 1,
    app: config.app,
    stage,
    profile: {
      name: profileName,
      ...(role === undefined ? {} : { role }),
      region: regionOf(profile),
      environment,
      parameters: profile.parameters ?? {},
      ...(path === undefined ? {} : { parametersPath: path }),
      exportEnv: profile['export-env'] ?? [],
      requireParameters: profile['require-parameters'] ?? true,
      sessionDuration: duration === undefined ? DEFAULT_SESSION_SECONDS : durationSeconds(duration),
    },
    ...(services === undefined ? {} : { services }),
  };
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

function regionOf(profile: ProfileConfig): string {
  const [first] = Array.isArray(profile.region) ? profile.region : [profile.region];
  if (first === undefined) {
    throw new Error('a profile without a region passed the check of the configuration');
  }
  return first;
}

function stageServices(config: Config, stage: StageIdentity): EffectiveConfiguration['services'] {
  if (config.services === undefined) {
    return undefined;
  }
  const chosen = stage.kind === 'configured' ? config.stages?.[stage.name]?.services : undefined;
  const entries = Object.entries(config.services).filter(([key]) => chosen?.includes(key) ?? true);
  return Object.fromEntries(entries.map(([key, service]) => [key, { path: service.path }]));
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
      ...(hint === undefined ? {} : { why: hint.why }),
      fix: hint === undefined ? names : `${hint.fix} – ${names}`,
    });
  }
  return stage;
}

/** Returns the names of the configured stages, patterns left out. */
export function configuredStages(config: Config): string[] {
  return Object.keys(config.stages ?? {}).filter((name) => !isStagePattern(name));
}
