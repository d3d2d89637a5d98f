import { configuredStages } from '../configuration/effective.ts';
import { pairList } from '../configuration/promote.ts';
import type { Config } from '../configuration/schema.ts';
import type { Asked } from '../promote/asked.ts';
import {
  type EnvironmentSetUp,
  environmentCommand,
  environmentsOf,
  RESULT_CHECK,
  rulesetCommand,
  type SetUpRepository,
} from '../setup/commands.ts';
import type { ActionsSettings, EnvironmentSettings, RepositorySettings, RuleSettings } from '../setup/settings.ts';
import type { CallingJob } from './clone.ts';
import type { Examination, Finding } from './finding.ts';
import { isProduct, matchesBranch, type Used, type Workflow } from './workflow.ts';

/** What GitHub says, or does not say, of a repository. */
export interface GitHubFacts {
  readonly config: Config;
  readonly setUp: SetUpRepository;
  /** Default branch as the clone knows it. */
  readonly defaultBranch: string;
  readonly repository: RepositorySettings;
  readonly environments: ReadonlyMap<string, Asked<EnvironmentSettings | undefined>>;
  readonly rules: ReadonlyMap<string, Asked<RuleSettings>>;
  readonly actions: Asked<ActionsSettings>;
  readonly secrets: Asked<readonly string[]>;
  /** `owner/name` of the product, if that is known. */
  readonly product: string | undefined;
  readonly workflows: readonly Workflow[];
  readonly callers: readonly CallingJob[];
}

/** Returns the branches whose rules matter: the default one, and every stage's. */
export function guardedBranches(config: Config, defaultBranch: string): string[] {
  return [
    ...new Set([defaultBranch, ...configuredStages(config).map((stage) => config.stages?.[stage]?.branch ?? '')]),
  ];
}

/** Looks at everything that GitHub says of a repository. */
export function examineGitHub(facts: GitHubFacts): Examination {
  return {
    source: 'github',
    findings: [
      ...defaultBranchFindings(facts),
      ...environmentsOf(facts.config).flatMap((environment) => environmentFindings(environment, facts)),
      ...[...facts.rules].flatMap(([branch, rules]) => ruleFindings(branch, rules, facts)),
      ...actionFindings(facts),
      ...secretFindings(facts),
    ],
  };
}

function defaultBranchFindings({ repository, defaultBranch, config }: GitHubFacts): Finding[] {
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

const OPEN = 'GitHub silently creates a missing environment, without protection';

function environmentFindings(environment: EnvironmentSetUp, facts: GitHubFacts): Finding[] {
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
    ({ to, mode }) => mode === 'pull-request' && branches.includes(config.stages?.[to]?.branch ?? ''),
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

function ruleFindings(
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
        fix: `git push origin origin/${defaultBranch}:refs/heads/${branch}`,
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

function actionFindings({ actions: answer, workflows, repository, product }: GitHubFacts): Finding[] {
  const place = `${repository.owner}/${repository.name}, settings of Actions`;
  if ('because' in answer) {
    return [notAsked(place, 'actions', answer.because)];
  }
  const { isEnabled, allowed, takesGitHubs, takesVerified, patterns } = answer.value;
  const repo = `repos/${repository.owner}/${repository.name}/actions/permissions`;
  if (!isEnabled) {
    return [
      {
        level: 'error',
        check: 'actions-disabled',
        place,
        what: 'Actions are disabled',
        why: 'GitHub starts no workflow',
        fix: `gh api -X PUT ${repo} -F enabled=true -f allowed_actions=all`,
      },
    ];
  }
  if (allowed === 'all') {
    return [];
  }
  const used = new Map(
    workflows
      .flatMap(({ jobs }) => jobs.flatMap(({ uses, steps }) => [...(uses === undefined ? [] : [uses]), ...steps]))
      .map((one) => [textOf(one), one]),
  );
  const refused = [...used].filter(([text, action]) => {
    const { repository: name } = action;
    const isOwn = name.split('/')[0]?.toLowerCase() === repository.owner.toLowerCase();
    const isGitHubs = takesGitHubs && /^(actions|github)\//.test(name);
    // Who is verified is not told.
    const isVerified = takesVerified && !isProduct(action, product);
    return !(
      isOwn ||
      isGitHubs ||
      isVerified ||
      patterns.some((pattern) => matchesBranch(pattern.replaceAll('*', '**'), text))
    );
  });
  return refused.map(([text]) => ({
    level: 'error',
    check: 'action-not-allowed',
    place,
    what: `${text} is not allowed`,
    why: 'GitHub rejects every workflow that uses it',
    fix: `allow it: gh api ${repo}/selected-actions --jq .patterns_allowed, and add "${text.replace(/@.*$/, '@*')}"`,
  }));
}

function textOf({ repository, path, ref }: Used): string {
  return `${repository}${path === '' ? '' : `/${path}`}@${ref}`;
}

/** Secrets that jobs hand on by name, and that what is configured needs. */
function secretFindings({ secrets: answer, callers, config, repository }: GitHubFacts): Finding[] {
  const needed = callers.flatMap(({ job, place, kind }) =>
    Object.entries(job.secrets ?? {}).flatMap(([name, value]) => {
      const [, secret] = /secrets\.([A-Za-z_]\w*)/.exec(value) ?? [];
      return secret !== undefined && isNeeded(config, name, kind, job.with['stage']) ? [{ secret, place }] : [];
    }),
  );
  if (needed.length === 0) {
    return [];
  }
  const place = `${repository.owner}/${repository.name}, secrets`;
  if ('because' in answer) {
    return [notAsked(place, 'secrets', answer.because)];
  }
  const known = answer.value.map((name) => name.toUpperCase());
  return needed
    .filter(({ secret }) => !known.includes(secret.toUpperCase()))
    .map(({ secret, place: job }) => ({
      level: 'error',
      check: 'no-secret',
      place: job,
      what: `the secret ${secret} does not exist`,
      why: 'GitHub passes an empty text instead',
      fix: `gh secret set ${secret}`,
    }));
}

function isNeeded(config: Config, name: string, kind: CallingJob['kind'], stage: unknown): boolean {
  if (name === 'PARAMETERS') {
    const profile = kind === 'preview' ? config['default-profile'] : config.stages?.[String(stage)]?.profile;
    return Object.values(config.profiles[profile ?? '']?.parameters ?? {}).some(
      (value) => typeof value === 'object' && 'secret' in value,
    );
  }
  const { notifications = [] } = config;
  return (
    (name === 'NOTIFY_SLACK' && notifications.some(({ slack }) => slack !== undefined)) ||
    (name.startsWith('NOTIFY_WEBHOOK') && notifications.some(({ webhook }) => webhook !== undefined))
  );
}

/** A finding that could not be made. */
export function notAsked(place: string, check: string, because = 'nobody was asked'): Finding {
  return {
    level: 'not-asked',
    check,
    place,
    what: because,
    why: 'this was not checked',
    fix: 'give GH_TOKEN a token that may, or gh auth refresh',
  };
}
