import { parseRoleArn } from '../../aws/role-arn.ts';
import { accountsOf, configuredStages } from '../../configuration/effective.ts';
import { pairList } from '../../configuration/promote.ts';
import type { Config, ProfileConfig } from '../../configuration/schema.ts';
import { ownValue } from '../../own-value.ts';
import { approvedStages } from '../../setup/workflow-texts.ts';
import type { Finding } from '../finding.ts';
import type { LocalCheck } from './facts.ts';

/** Each role is of one environment and one branch, and previews have one of their own. */
export const rolesAreApart: LocalCheck = ({ config, configPath }) => {
  const stages = configuredStages(config);
  const of = (stage: string) => profileOf(config, stage);
  const shared = stages.flatMap((stage, index): Finding[] => {
    const role = of(stage)?.role;
    const first = stages.find((other) => of(other)?.role === role);
    const isOther = first !== undefined && first !== stage && stages.indexOf(first) < index;
    return role !== undefined && isOther && whoseToken(config, first) !== whoseToken(config, stage)
      ? [
          {
            level: 'error',
            check: 'role-shared',
            place: `${configPath}, stages.${stage}`,
            what: `the role ${role} is also that of "${first}", which has another branch or environment`,
            why: 'a role lets in one environment of one branch (aws/github-oidc-role.yml): the other one is refused',
            fix: 'make a role for each (RoleName), and name it in a profile of its own',
          },
        ]
      : [];
  });
  return [...shared, ...previewsFindings(config, configPath)];
};

function previewsFindings(config: Config, configPath: string): Finding[] {
  const { previews } = config;
  if (previews === undefined) {
    return [];
  }
  const same = configuredStages(config).filter((stage) => profileOf(config, stage)?.role === previews.role);
  const accounts = accountsOf(config);
  const { account } = parseRoleArn(previews.role);
  const beside = approvedStages(config).filter((stage) => accounts[stage] === account);
  const environment = previews.environment ?? 'preview';
  const mixed = configuredStages(config).filter((stage) => environmentOf(config, stage) === environment);
  const place = `${configPath}, previews`;
  return [
    ...same.map(
      (stage): Finding => ({
        level: 'error',
        check: 'previews-role',
        place: `${place}.role`,
        what: `previews have the role of the stage "${stage}"`,
        why: 'whoever opens a pull request could change that stage',
        fix: 'deploy aws/github-oidc-role.yml with Kind=previews, and write its ARN here',
      }),
    ),
    ...mixed.map(
      (stage): Finding => ({
        level: 'error',
        check: 'previews-environment',
        place: `${place}.environment`,
        what: `previews have the GitHub environment "${environment}", which is also that of the stage "${stage}"`,
        why: 'it would have to be open to all branches: the stage loses its limit to its own',
        fix: 'give previews an environment of their own',
      }),
    ),
    ...beside.map(
      (stage): Finding => ({
        level: 'warning',
        check: 'previews-beside-production',
        place: `${place}.role`,
        what: `previews are in the account ${account}, which also holds "${stage}"`,
        why: 'a session of previews can see what is in the account, and shares its limits (docs/security.md)',
        fix: 'give previews an account of their own, or one that holds no production',
      }),
    ),
  ];
}

/** A promotion looks at both stages by a role that only reads. */
export const promotionsCanLook: LocalCheck = ({ config, configPath }) => {
  const stages = [...new Set(pairList(config.promote).flatMap(({ from, to }) => [from, to]))];
  return stages
    .filter((stage) => profileOf(config, stage)?.['viewer-role'] === undefined)
    .map((stage) => ({
      level: 'warning',
      check: 'no-viewer-role',
      place: `${configPath}, profiles.${config.stages?.[stage]?.profile}`,
      what: `a promotion cannot look at "${stage}": its profile has no \`viewer-role\``,
      why: 'the verdict says "not asked" of what the stage has, and proves less',
      fix: 'deploy aws/github-viewer-role.yml, and write its ARN into `viewer-role`',
    }));
};

function profileOf(config: Config, stage: string): ProfileConfig | undefined {
  return ownValue(config.profiles, config.stages?.[stage]?.profile ?? '');
}

function environmentOf(config: Config, stage: string): string {
  return profileOf(config, stage)?.environment ?? config.stages?.[stage]?.profile ?? '';
}

/** What tells the tokens of one stage from those of another. */
function whoseToken(config: Config, stage: string): string {
  return JSON.stringify([environmentOf(config, stage), config.stages?.[stage]?.branch]);
}
