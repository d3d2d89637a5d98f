import { parseRoleArn, roleArnFault } from '../../aws/role-arn.ts';
import { regionList } from '../../configuration/effective.ts';
import type { Config } from '../../configuration/schema.ts';
import { ownValue } from '../../own-value.ts';
import { isStagePattern } from '../../stage/name.ts';
import { checkRegions } from './regions.ts';
import type { Path, Report } from './report.ts';
import { checkRole, firstRegion } from './role.ts';
import { checkBranch } from './stages.ts';

/** Reports previews without a profile, with a role that is none, or with a role of another account than their profiles. */
export function checkPreviews(config: Config, report: Report): void {
  const { previews } = config;
  if (previews === undefined) {
    return;
  }
  for (const [index, branch] of (previews['target-branches'] ?? []).entries()) {
    checkBranch(branch, ['previews', 'target-branches', index], report);
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
  for (const [index, { role, region }] of (previews.retired ?? []).entries()) {
    const path = ['previews', 'retired', index];
    checkRole([...path, 'role'], role, regionList(region)[0], report);
    checkRegions([...path, 'region'], region, report);
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
