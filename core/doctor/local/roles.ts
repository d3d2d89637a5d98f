import { parseRoleArn } from '../../aws/role-arn.ts';
import { accountsOf, configuredStages } from '../../configuration/effective.ts';
import { pairList } from '../../configuration/promote.ts';
import type { Config } from '../../configuration/schema.ts';
import { environmentOfStage, profileOfStage } from '../../configuration/stage-of.ts';
import { approvedStages } from '../../setup/workflow-texts.ts';
import type { LocalCheck } from '../clone.ts';
import type { Finding } from '../finding.ts';

/** Each role is of one environment and one branch, and previews have one of their own. */
export const rolesAreApart: LocalCheck = ({ config, configPath }) => {
  const stages = configuredStages(config);
  const of = (stage: string) => profileOfStage(config, stage);
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
            what: `uses the role ${role}, which "${first}" also uses from another branch or environment`,
            why: 'a role trusts one environment and branch (aws/github-oidc-role.yml). The other stage is refused',
            fix: 'create one role per stage (RoleName) and one profile per role',
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
  const same = configuredStages(config).filter((stage) => profileOfStage(config, stage)?.role === previews.role);
  const accounts = accountsOf(config);
  const { account } = parseRoleArn(previews.role);
  const beside = approvedStages(config).filter((stage) => accounts[stage] === account);
  const environment = previews.environment ?? 'preview';
  const mixed = configuredStages(config).filter((stage) => environmentOfStage(config, stage) === environment);
  const place = `${configPath}, previews`;
  return [
    ...same.map(
      (stage): Finding => ({
        level: 'error',
        check: 'previews-role',
        place: `${place}.role`,
        what: `previews use the role of the stage "${stage}"`,
        why: 'anyone who opens a pull request could change that stage',
        fix: 'deploy aws/github-oidc-role.yml with Kind=previews and write its ARN here',
      }),
    ),
    ...mixed.map(
      (stage): Finding => ({
        level: 'error',
        check: 'previews-environment',
        place: `${place}.environment`,
        what: `previews use the GitHub environment "${environment}" of the stage "${stage}"`,
        why: 'the environment of previews is open to all branches, so the stage would be too',
        fix: 'use a separate environment for previews',
      }),
    ),
    ...beside.map(
      (stage): Finding => ({
        level: 'warning',
        check: 'previews-beside-production',
        place: `${place}.role`,
        what: `previews share the account ${account} with "${stage}"`,
        why: 'previews can list resources of that account and share its limits (docs/security.md)',
        fix: 'use a separate account for previews',
      }),
    ),
  ];
}

/** A promotion looks at both stages by a role that only reads. */
export const promotionsCanLook: LocalCheck = ({ config, configPath }) => {
  const stages = [...new Set(pairList(config.promote).flatMap(({ from, to }) => [from, to]))];
  return stages
    .filter((stage) => profileOfStage(config, stage)?.['viewer-role'] === undefined)
    .map((stage) => ({
      level: 'warning',
      check: 'no-viewer-role',
      place: `${configPath}, profiles.${config.stages?.[stage]?.profile}`,
      what: `"${stage}" is promoted, but its profile has no \`viewer-role\``,
      why: 'the verdict cannot check what the stage has ("not asked")',
      fix: 'deploy aws/github-viewer-role.yml and write its ARN into `viewer-role`',
    }));
};

/** What tells the tokens of one stage from those of another. */
function whoseToken(config: Config, stage: string): string {
  return JSON.stringify([environmentOfStage(config, stage), config.stages?.[stage]?.branch]);
}
