import { parseRoleArn } from '../../aws/role-arn.ts';
import { type RoleSetUp, roleCommand, rolesOf } from '../../setup/roles.ts';
import type { Examination, Finding } from '../finding.ts';
import { type AwsFacts, notAsked } from './facts.ts';
import { rightFindings } from './rights.ts';
import { trustFindings } from './trust-findings.ts';

/** Looks at everything that AWS says of the roles. */
export function examineAws(facts: AwsFacts): Examination {
  const { config, setUp, account } = facts;
  const roles = rolesOf(config, setUp);
  if ('because' in account) {
    return {
      source: 'aws',
      findings: [notAsked('AWS', account.because, 'sign in (aws sso login), or add --aws-profile NAME')],
    };
  }
  return { source: 'aws', findings: roles.flatMap((role) => roleFindings(role, account.value, facts)) };
}

function roleFindings(role: RoleSetUp, own: string, facts: AwsFacts): Finding[] {
  const { account } = parseRoleArn(role.arn);
  const place = `${role.what} (${role.arn})`;
  if (account !== own) {
    return [
      notAsked(
        place,
        `the role is in the account ${account}, your credentials are of ${own}`,
        `doctor --aws-profile NAME, with a profile of ${account}`,
      ),
    ];
  }
  const answer = facts.roles.get(role.arn);
  const command = roleCommand(facts.config, role, facts.setUp, false).command;
  if (answer === undefined || 'because' in answer) {
    return [notAsked(place, answer?.because ?? 'it was not asked', 'use credentials that may iam:GetRole')];
  }
  if (answer.value === undefined) {
    return [
      {
        level: 'error',
        check: 'no-role',
        place,
        what: 'does not exist',
        why: 'every run that needs it fails with E_ROLE_REFUSED',
        fix: command,
      },
    ];
  }
  return [...trustFindings(role, answer.value, facts, command), ...rightFindings(role, facts, command)];
}
