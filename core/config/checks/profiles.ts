import { parseRoleArn, roleArnFault } from '../../aws/role-arn.ts';
import { configuredStages } from '../../configuration/effective.ts';
import type { Config, ProfileConfig } from '../../configuration/schema.ts';
import { durationSeconds } from '../../duration.ts';
import { ownValue } from '../../own-value.ts';
import { isStagePattern } from '../../stage/name.ts';
import { suggestName } from '../../suggest.ts';
import { checkExported } from './exported.ts';
import { checkRegions } from './regions.ts';
import type { Path, Report } from './report.ts';
import { formatPath } from './report.ts';
import { checkRole, firstRegion } from './role.ts';

/** Reports what is wrong in the profiles, and names of profiles that lead nowhere. */
export function checkProfiles(config: Config, report: Report): void {
  for (const [name, profile] of Object.entries(config.profiles)) {
    checkProfile(name, profile, report);
  }
  checkProfileNames(config, report);
  checkBaseStages(config, report);
}

function checkProfile(name: string, profile: ProfileConfig, report: Report): void {
  const path = ['profiles', name];
  for (const key of ['role', 'viewer-role', 'planner-role'] as const) {
    const role = profile[key];
    if (role !== undefined) {
      checkRole([...path, key], role, firstRegion(profile), report);
    }
  }
  if (profile['planner-role'] !== undefined && profile['planner-role'] === profile.role) {
    const fix = 'make a role of its own that executes nothing (aws/github-planner-role.yml)';
    report([...path, 'planner-role'], 'the planner role is the role that deploys', fix);
  }
  checkRegions([...path, 'region'], profile.region, report);
  const duration = profile['session-duration'];
  if (duration !== undefined) {
    const seconds = durationSeconds(duration);
    if (seconds < 900 || seconds > 43_200) {
      report([...path, 'session-duration'], `"${duration}" is outside what STS gives`, 'write 15m to 12h');
    }
  }
  checkExported(profile, [...path, 'export-env'], report);
}

/** A base stage has to be one that the profile's credentials can read. */
function checkBaseStages(config: Config, report: Report): void {
  for (const [name, profile] of Object.entries(config.profiles)) {
    const base = profile['base-stage'];
    const path = ['profiles', name, 'base-stage'];
    const stage = base === undefined || isStagePattern(base) ? undefined : ownValue(config.stages, base);
    if (base !== undefined && stage === undefined) {
      const known = configuredStages(config);
      report(path, `"${base}" is not a configured stage`, suggestName(base, known), { code: 'E_STAGE_UNKNOWN' });
      continue;
    }
    const role = ownValue(config.profiles, stage?.profile ?? '')?.role;
    const accounts = [profile.role, role].map((arn) =>
      arn === undefined || roleArnFault(arn) !== undefined ? undefined : parseRoleArn(arn).account,
    );
    if (accounts[0] !== undefined && accounts[1] !== undefined && accounts[0] !== accounts[1]) {
      const what = `the stage "${base}" is in account ${accounts[1]}, and the profile "${name}" in ${accounts[0]}`;
      report(path, what, 'name a stage of the same account');
    }
  }
}

function checkProfileNames(config: Config, report: Report): void {
  const known = Object.keys(config.profiles);
  const uses: [Path, string][] = Object.entries(config.stages ?? {}).map(([name, stage]) => [
    ['stages', name, 'profile'],
    stage.profile,
  ]);
  const fallback = config['default-profile'];
  if (fallback !== undefined) {
    uses.push([['default-profile'], fallback]);
  }
  for (const [path, name] of uses) {
    if (ownValue(config.profiles, name) === undefined) {
      const what = `"${formatPath(path)}" names the profile "${name}", which is not in profiles`;
      report(path, what, suggestName(name, known), { code: 'E_PROFILE_UNKNOWN' });
    }
  }
}
