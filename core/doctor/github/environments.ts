import { pairList } from '../../configuration/promote.ts';
import { branchOfStage } from '../../configuration/stage-of.ts';
import { type EnvironmentSetUp, environmentCommand } from '../../setup/environments.ts';
import type { EnvironmentSettings } from '../../setup/settings.ts';
import type { Finding } from '../finding.ts';
import { matchesBranch } from '../workflow.ts';
import { type GitHubFacts, notAsked } from './facts.ts';

const OPEN = 'GitHub silently creates a missing environment, without protection';

/** Whether an environment is there, limited to its branches, and reviewed where it has to be. */
export function environmentFindings(environment: EnvironmentSetUp, facts: GitHubFacts): Finding[] {
  const { name, branches, isApproval } = environment;
  const answer = facts.environments.get(name);
  const place = `environment ${name}`;
  const fix = environmentCommand(environment, facts.setUp).command;
  if (answer === undefined || 'because' in answer) {
    return [notAsked(place, 'environment', answer?.because)];
  }
  if (isApproval && !facts.callers.some(({ workflow }) => workflow.jobs.some((job) => job.environment === name))) {
    // The workflows name another one, or none.
    return [];
  }
  const { value: found } = answer;
  if (found === undefined) {
    return [{ level: 'error', check: 'no-environment', place, what: 'does not exist', why: OPEN, fix }];
  }
  return branches === undefined
    ? previewLimitFindings(found, place, fix)
    : [
        ...limitFindings(found, branches, place, fixOfLimit(environment, found, facts)),
        ...(isApproval ? approvalFindings(environment, found, facts, fix) : deployFindings(found, place)),
      ];
}

/** The command that makes an environment replaces its reviewers: one that has some is changed by hand. */
function fixOfLimit(environment: EnvironmentSetUp, { reviewers }: EnvironmentSettings, { setUp }: GitHubFacts): string {
  const { branches = [] } = environment;
  return reviewers === 0
    ? environmentCommand(environment, setUp).command
    : `limit it to ${branches.join(', ')} in the settings of the repository (Environments), and keep its reviewers`;
}

/** The runs of pull requests are on no branch. */
function previewLimitFindings({ limit, branches }: EnvironmentSettings, place: string, fix: string): Finding[] {
  return limit === 'none' || branches.includes('refs/pull/*/merge')
    ? []
    : [
        {
          level: 'error',
          check: 'preview-environment-limited',
          place,
          what: `is limited to ${limit === 'protected' ? 'protected branches' : branches.join(', ')}`,
          why: 'runs of pull requests are on no branch, so GitHub rejects every preview',
          fix,
        },
      ];
}

function limitFindings(
  { limit, branches: patterns }: EnvironmentSettings,
  branches: readonly string[],
  place: string,
  fix: string,
): Finding[] {
  if (limit !== 'named') {
    return [
      {
        level: 'error',
        check: 'environment-open',
        place,
        what: limit === 'none' ? 'is open to every branch' : 'is open to every protected branch',
        why: `its jobs get the role of the stage, which belongs to ${branches.join(', ')} only`,
        fix,
      },
    ];
  }
  const foreign = patterns.filter((pattern) => !branches.includes(pattern));
  const refused = branches.filter((branch) => !patterns.some((pattern) => matchesBranch(pattern, branch)));
  return [
    ...foreign.map(
      (pattern): Finding => ({
        level: 'error',
        check: 'environment-branches',
        place,
        what: `is open to "${pattern}"`,
        why: `the stage belongs to ${branches.join(', ')} only`,
        fix: `remove the rule "${pattern}" in the environment's settings`,
      }),
    ),
    ...refused.map(
      (branch): Finding => ({
        level: 'error',
        check: 'environment-branches',
        place,
        what: `is closed to the branch "${branch}"`,
        why: 'GitHub rejects every deploy of the stage',
        fix,
      }),
    ),
  ];
}

function approvalFindings(
  { name, branches = [] }: EnvironmentSetUp,
  { reviewers }: EnvironmentSettings,
  { config, repository: { isPrivate } }: GitHubFacts,
  fix: string,
): Finding[] {
  const base = { check: 'no-reviewers', place: `environment ${name}`, what: 'has no required reviewers' };
  // With `mode: pull-request` the review of the pull request is the approval.
  const isReviewed = pairList(config.promote).some(
    ({ to, mode }) => mode === 'pull-request' && branches.includes(branchOfStage(config, to)),
  );
  if (reviewers > 0 || isReviewed) {
    return [];
  }
  return isPrivate
    ? [
        {
          ...base,
          level: 'warning',
          why: 'production is deployed without an approval. Private repositories need GitHub Enterprise for reviewers',
          fix: 'promote by pull request (docs/promotion.md), or add reviewers if your plan has them',
        },
      ]
    : [{ ...base, level: 'error', why: 'production is deployed without an approval', fix }];
}

function deployFindings({ reviewers }: EnvironmentSettings, place: string): Finding[] {
  return reviewers === 0
    ? []
    : [
        {
          level: 'warning',
          check: 'reviewers-in-deploy',
          place,
          what: 'has required reviewers',
          why: 'a run that waits for a reviewer blocks the stage, so a rollback waits too',
          fix: 'keep reviewers in the approval environment only',
        },
      ];
}
