import type { RoleStore } from '../state/roles.ts';

/** True for the ARN of a role session. */
export function isAssumedRole(arn: string): boolean {
  return /^arn:[^:]+:sts::\d{12}:assumed-role\//.test(arn);
}

/** `aws:PrincipalArn` of a caller: of a session its role's ARN, with the path where the role is known. */
export function principalArn(caller: string, roles: RoleStore): string {
  const [, account = '', name = ''] = /^arn:[^:]+:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(caller) ?? [];
  return roles.findNamed(account, name)?.arn ?? roleArn(caller);
}

/** The ARN of a session's role without its path, which a session's ARN does not hold; any other ARN as it is. */
function roleArn(caller: string): string {
  return caller.replace(/^(arn:[^:]+):sts::(\d{12}):assumed-role\/([^/]+)\/.*$/, '$1:iam::$2:role/$3');
}

/**
 * True when `Principal.AWS` names the caller: `*`, its account (by number or root ARN), its user, role or session ARN.
 * For a whole account IAM asks the caller's own policies too; the stand-in takes them as given.
 */
export function callerMatches(caller: string, account: string, principal: string): boolean {
  if (principal === '*' || principal === account) return true;
  if (new RegExp(`^arn:[^:]+:iam::${account}:root$`).test(principal)) return true;
  const withoutPath = principal.replace(/^(arn:[^:]+:iam::\d{12}:role\/)(?:.*\/)?/, '$1');
  return principal === caller || withoutPath === roleArn(caller);
}
