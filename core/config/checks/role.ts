import { ROLE_ARN_FIX, roleArnFault } from '../../aws/role-arn.ts';
import type { ProfileConfig } from '../../configuration/schema.ts';
import type { Path, Report } from './report.ts';
import { formatPath } from './report.ts';

/** Returns the region that a profile's role has to serve. */
export function firstRegion(profile: ProfileConfig | undefined): string | undefined {
  return Array.isArray(profile?.region) ? profile.region[0] : profile?.region;
}

/** Reports a role that is not the ARN of one for the region; returns whether it is. */
export function checkRole(path: Path, role: string, region: string | undefined, report: Report): boolean {
  const fault = roleArnFault(role, region);
  if (fault !== undefined) {
    report(path, `"${formatPath(path)}" is not the ARN of a role: ${fault}: ${JSON.stringify(role)}`, ROLE_ARN_FIX, {
      code: 'E_ROLE_ARN',
    });
  }
  return fault === undefined;
}
