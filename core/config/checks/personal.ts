import { parseRoleArn, roleArnFault } from '../../aws/role-arn.ts';
import type { Config } from '../../configuration/schema.ts';
import { ownValue } from '../../own-value.ts';
import type { Report } from './report.ts';
import { checkRole, firstRegion } from './role.ts';

/** Reports personal stages without a profile, with a role that is none, or with a role of another account than the profile. */
export function checkPersonal(config: Config, report: Report): void {
  const { personal } = config;
  if (personal === undefined) {
    return;
  }
  const name = config['default-profile'];
  if (name === undefined) {
    const fix = `add "default-profile:" at the top level (known: ${Object.keys(config.profiles).join(', ')})`;
    report(['personal'], 'personal stages need a profile', fix, { code: 'E_PROFILE_UNKNOWN', of: 'key' });
    return;
  }
  const profile = ownValue(config.profiles, name);
  const path = ['personal', 'role'];
  if (personal.role === undefined || !checkRole(path, personal.role, firstRegion(profile), report)) {
    return;
  }
  const { account } = parseRoleArn(personal.role);
  const role = profile?.role;
  if (role !== undefined && roleArnFault(role) === undefined && parseRoleArn(role).account !== account) {
    const what = `personal.role is in account ${account}, and the profile "${name}" is of account ${parseRoleArn(role).account}`;
    report(path, what, 'use one account for both');
  }
}
