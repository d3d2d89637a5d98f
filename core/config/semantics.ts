import { durationSeconds } from '../duration.ts';
import { type ErrorCode, UserError } from '../errors.ts';
import { parseRoleArn, ROLE_ARN_FIX, roleArnFault } from '../profile/role-arn.ts';
import { isStagePattern, PREVIEW_NAME, STAGE_NAME } from '../stage/name.ts';
import { suggestName } from '../suggest.ts';
import { ownValue } from './own-value.ts';
import type { Config, ProfileConfig } from './schema.ts';
import { formatPath } from './schema-errors.ts';
import type { YamlSource } from './yaml-source.ts';

type Path = (string | number)[];
/** Adds one error at a path. */
type Report = (path: Path, what: string, fix: string, more?: { code?: ErrorCode; of?: 'key' }) => void;

/** Returns what is wrong with a configuration that the schema alone cannot see: names that lead nowhere, and the like. */
export function semanticErrors(config: Config, source: YamlSource): UserError[] {
  const errors: UserError[] = [];
  const report: Report = (path, what, fix, more = {}) => {
    errors.push(new UserError(more.code ?? 'E_CONFIG', { what, fix, position: source.position(path, more.of) }));
  };
  for (const [name, profile] of Object.entries(config.profiles)) {
    checkProfile(name, profile, report);
  }
  checkProfileNames(config, report);
  checkStages(config, source, report);
  checkPreviews(config, report);
  checkServices(config, report);
  return errors;
}

function firstRegion(profile: ProfileConfig | undefined): string | undefined {
  return Array.isArray(profile?.region) ? profile.region[0] : profile?.region;
}

function checkRole(path: Path, role: string, region: string | undefined, report: Report): boolean {
  const fault = roleArnFault(role, region);
  if (fault !== undefined) {
    report(path, `"${formatPath(path)}" is not the ARN of a role: ${fault}: ${JSON.stringify(role)}`, ROLE_ARN_FIX, {
      code: 'E_ROLE_ARN',
    });
  }
  return fault === undefined;
}

function checkProfile(name: string, profile: ProfileConfig, report: Report): void {
  const path = ['profiles', name];
  if (profile.role !== undefined) {
    checkRole([...path, 'role'], profile.role, firstRegion(profile), report);
  }
  const duration = profile['session-duration'];
  if (duration !== undefined) {
    const seconds = durationSeconds(duration);
    if (seconds < 900 || seconds > 43_200) {
      report([...path, 'session-duration'], `"${duration}" is outside what STS gives`, 'write 15m to 12h');
    }
  }
  for (const [index, parameter] of (profile['export-env'] ?? []).entries()) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(parameter)) {
      report([...path, 'export-env', index], `"${parameter}" cannot be the name of a variable`, 'rename the parameter');
    } else if (ownValue(profile.parameters, parameter) === undefined && profile['parameters-path'] === undefined) {
      const known = Object.keys(profile.parameters ?? {});
      report([...path, 'export-env', index], `"${parameter}" is not a parameter`, suggestName(parameter, known));
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

function checkStages(config: Config, source: YamlSource, report: Report): void {
  const folded = new Map<string, string>();
  for (const [name, stage] of Object.entries(config.stages ?? {})) {
    const path = ['stages', name];
    if (isStagePattern(name)) {
      if (stage.branch !== undefined) {
        report(
          [...path, 'branch'],
          `the pattern "${name}" has a branch`,
          'remove it: the pattern is matched against branches',
        );
      }
      continue;
    }
    checkStageName(name, path, report);
    if (stage.branch === undefined) {
      report(path, `the stage "${name}" has no branch`, 'add `branch:`, the one branch that it is deployed from', {
        of: 'key',
      });
    }
    const twin = folded.get(name.toLowerCase());
    if (twin !== undefined) {
      const line = source.position(['stages', twin], 'key').line;
      report(path, `"${name}" and "${twin}" (line ${line}) differ only in case`, 'rename one: buckets are lower case', {
        of: 'key',
      });
    }
    folded.set(name.toLowerCase(), name);
  }
}

function checkStageName(name: string, path: Path, report: Report): void {
  if (!STAGE_NAME.test(name)) {
    const fix = 'use letters, digits and -; a pattern of branches holds a *';
    report(path, `"${name}" is not a stage name that the Serverless Framework takes`, fix, { of: 'key' });
  } else if (PREVIEW_NAME.test(name)) {
    const what = `"${name}" has the form of a preview's name (it ends in - and six characters that begin with a digit)`;
    report(path, `${what}: a branch could produce it`, 'rename the stage', { of: 'key' });
  }
}

function checkPreviews(config: Config, report: Report): void {
  const { previews } = config;
  if (previews === undefined) {
    return;
  }
  const fallback = config['default-profile'];
  if (fallback === undefined) {
    const fix = `add "default-profile:" at the top level (known: ${Object.keys(config.profiles).join(', ')})`;
    report(['previews'], 'previews need a profile', fix, { code: 'E_PROFILE_UNKNOWN', of: 'key' });
    return;
  }
  if (!checkRole(['previews', 'role'], previews.role, firstRegion(ownValue(config.profiles, fallback)), report)) {
    return;
  }
  const { account } = parseRoleArn(previews.role);
  const patterns = Object.entries(config.stages ?? {}).filter(([name]) => isStagePattern(name));
  const uses: [Path, string][] = [
    [['default-profile'], fallback],
    ...patterns.map(([name, stage]): [Path, string] => [['stages', name, 'profile'], stage.profile]),
  ];
  for (const [path, name] of uses) {
    const role = ownValue(config.profiles, name)?.role;
    if (role !== undefined && roleArnFault(role) === undefined && parseRoleArn(role).account !== account) {
      const what = `previews use the profile "${name}" of account ${parseRoleArn(role).account}`;
      report(path, `${what}, but previews.role is in account ${account}`, 'use one account for both');
    }
  }
}

const SERVICE_KEY = /^[A-Za-z][A-Za-z0-9_-]*$/;

function checkServices(config: Config, report: Report): void {
  const services = config.services ?? {};
  const keyOfPath = new Map<string, string>();
  for (const [key, service] of Object.entries(services)) {
    if (!SERVICE_KEY.test(key)) {
      const fix = 'use letters, digits, - and _, beginning with a letter';
      report(['services', key], `"${key}" is not a key of a service`, fix, { of: 'key' });
    }
    const path = service.path.replace(/^\.\//, '').replace(/\/+$/, '');
    if (/^([/\\]|[A-Za-z]:)/.test(path) || path.split(/[/\\]/).includes('..')) {
      report(
        ['services', key, 'path'],
        `"${service.path}" leads out of the repository`,
        'write a path relative to this file',
      );
    }
    const twin = keyOfPath.get(path);
    if (twin !== undefined) {
      report(
        ['services', key, 'path'],
        `"${service.path}" is the folder of "${twin}" already`,
        'give each service a folder',
      );
    }
    keyOfPath.set(path, key);
  }
  if (config.services === undefined) {
    return;
  }
  for (const [name, stage] of Object.entries(config.stages ?? {})) {
    for (const [index, key] of (stage.services ?? []).entries()) {
      if (ownValue(services, key) === undefined) {
        const fix = suggestName(key, Object.keys(services));
        report(['stages', name, 'services', index], `"${key}" is not a service`, fix, { code: 'E_SERVICE_UNKNOWN' });
      }
    }
  }
}
