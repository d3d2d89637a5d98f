import { configuredStages } from '../../configuration/effective.ts';
import { pairList } from '../../configuration/promote.ts';
import type { Config } from '../../configuration/schema.ts';
import { branchOfStage } from '../../configuration/stage-of.ts';
import type { Asked } from '../../promote/asked.ts';
import { word } from '../../setup/command.ts';
import { RESULT_CHECK, rulesetCommand } from '../../setup/ruleset.ts';
import type { RuleSettings } from '../../setup/settings.ts';
import type { Finding } from '../finding.ts';
import { type GitHubFacts, notAsked } from './facts.ts';

/** Returns the branches whose rules matter: the default one, and every stage's. */
export function guardedBranches(config: Config, defaultBranch: string): string[] {
  return [...new Set([defaultBranch, ...configuredStages(config).map((stage) => branchOfStage(config, stage))])];
}

/** Whether the default branch is the one that the clone and the configuration take for it. */
export function defaultBranchFindings({ repository, defaultBranch, config }: GitHubFacts): Finding[] {
  const targets = config.previews?.['target-branches'];
  return [
    ...(repository.defaultBranch === defaultBranch
      ? []
      : [
          {
            level: 'warning',
            check: 'default-branch',
            place: `${repository.owner}/${repository.name}`,
            what: `the default branch is "${repository.defaultBranch}", but this clone assumes "${defaultBranch}"`,
            why: 'schedules, deletions of branches and manual runs use the default branch',
            fix: 'git remote set-head origin --auto',
          } as const,
        ]),
    ...(targets === undefined || targets.includes(repository.defaultBranch)
      ? []
      : [
          {
            level: 'warning',
            check: 'target-branches',
            place: 'serverless-stages.yml, previews.target-branches',
            what: `pull requests into the default branch "${repository.defaultBranch}" get no preview`,
            why: 'previews.target-branches does not list it',
            fix: `add ${repository.defaultBranch}`,
          } as const,
        ]),
  ];
}

/** What protects a branch. */
export function ruleFindings(
  branch: string,
  answer: Asked<RuleSettings>,
  { config, setUp, defaultBranch, repository }: GitHubFacts,
): Finding[] {
  const place = `branch ${branch}`;
  if ('because' in answer) {
    return [notAsked(place, 'rules', answer.because)];
  }
  const { exists, types, checks, hasClassicProtection } = answer.value;
  const stages = configuredStages(config).filter((stage) => config.stages?.[stage]?.branch === branch);
  if (!exists) {
    return [
      {
        level: 'error',
        check: 'no-branch',
        place,
        what: 'does not exist on GitHub',
        why: `${stages.join(', ')} is deployed from it`,
        fix: `git push origin ${word(`origin/${defaultBranch}:refs/heads/${branch}`)}`,
      },
    ];
  }
  if (hasClassicProtection) {
    return [notAsked(place, 'rules', "it has a classic protection rule, which only an administrator's token can read")];
  }
  const { command } = rulesetCommand(config, setUp);
  const moved = pairList(config.promote).some(
    ({ to, mode }) => mode !== 'pull-request' && config.stages?.[to]?.branch === branch,
  );
  const fix = moved ? 'create a ruleset with your GitHub App on the bypass list (docs/security.md)' : command;
  const missing = ['deletion', 'non_fast_forward', 'pull_request'].filter((type) => !types.includes(type));
  const level = repository.isPrivate ? 'warning' : 'error';
  const isChecked =
    config.previews === undefined || checks.some((check) => check === RESULT_CHECK || check.endsWith(' / Result'));
  const isTarget = branch === defaultBranch || config.previews?.['target-branches']?.includes(branch) === true;
  return [
    ...(missing.length === 0
      ? []
      : [
          {
            level: types.length === 0 ? level : 'warning',
            check: 'no-rules',
            place,
            what: types.length === 0 ? 'has no rules' : `its rules lack ${missing.join(', ')}`,
            why:
              stages.length === 0
                ? 'its serverless-stages.yml decides which roles are used'
                : `anyone who can push to it gets the role of ${stages.join(', ')}`,
            fix,
          } as const,
        ]),
    ...(isTarget && !isChecked
      ? [
          {
            level: 'warning',
            check: 'no-required-check',
            place,
            what: `"${RESULT_CHECK}" is not a required check`,
            why: 'a pull request can be merged while its preview fails',
            fix: types.length === 0 ? command : `add the check "${RESULT_CHECK}" to the ruleset`,
          } as const,
        ]
      : []),
  ];
}
