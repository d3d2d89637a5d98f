import { posix } from 'node:path';
import { parseRoleArn } from '../aws/role-arn.ts';
import { configuredStages, DEFAULT_SESSION_SECONDS, regionList } from '../configuration/effective.ts';
import { pairList } from '../configuration/promote.ts';
import type { Config, ProfileConfig } from '../configuration/schema.ts';
import { branchOfStage, profileOfStage } from '../configuration/stage-of.ts';
import { durationSeconds } from '../duration.ts';
import { ownValue } from '../own-value.ts';
import { ssmReferences } from '../profile/parameter.ts';
import { isStagePattern } from '../stage/name.ts';
import { type Command, word, wrapped } from './command.ts';
import type { SetUpRepository } from './repository.ts';

/** A role that the configuration names, and what the template needs to know to make it. */
export interface RoleSetUp {
  readonly arn: string;
  readonly region: string;
  readonly template: 'github-oidc-role.yml' | 'github-viewer-role.yml';
  readonly what: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Returns the roles that a configuration names, those of the workflows first. */
export function rolesOf(config: Config, { defaultBranch }: Pick<SetUpRepository, 'defaultBranch'>): RoleSetUp[] {
  const stages = configuredStages(config);
  const accounts = new Map(stages.map((stage) => [stage, accountOf(profileOfStage(config, stage)?.role)]));
  const ofStages = stages.flatMap((stage): RoleSetUp[] => {
    const profile = profileOfStage(config, stage);
    const first = stages.find((other) => profileOfStage(config, other)?.role === profile?.role);
    if (profile?.role === undefined || first !== stage) {
      return [];
    }
    const own = stages.filter((other) => profileOfStage(config, other)?.role === profile.role);
    const others = stages.filter((other) => !own.includes(other) && accounts.get(other) === accounts.get(stage));
    const seconds = durationSeconds(profile['session-duration'] ?? '1h');
    return [
      {
        arn: profile.role,
        region: regionList(profile.region)[0] ?? '',
        template: 'github-oidc-role.yml',
        what: `the role of ${own.join(', ')}`,
        parameters: {
          Kind: 'configured',
          Environment: profile.environment ?? config.stages?.[stage]?.profile ?? '',
          Branch: branchOfStage(config, stage),
          Stages: own.join(','),
          ...(others.length === 0 ? {} : { OtherStages: others.join(',') }),
          ParametersPath: parametersPath(profile, config.app, config.stages?.[stage]?.profile),
          ...topicsOf(config),
          ...(seconds > DEFAULT_SESSION_SECONDS ? { MaxSessionDuration: String(seconds) } : {}),
        },
      },
    ];
  });
  return [...previewRole(config, accounts, defaultBranch), ...ofStages, ...viewerRoles(config, defaultBranch)];
}

function previewRole(
  { previews, profiles, stages = {}, ...config }: Config,
  accounts: ReadonlyMap<string, string | undefined>,
  defaultBranch: string,
): RoleSetUp[] {
  if (previews === undefined) {
    return [];
  }
  const profile = ownValue(profiles, config['default-profile'] ?? '');
  const shared = [...accounts].flatMap(([stage, account]) => (account === accountOf(previews.role) ? [stage] : []));
  const targets = (previews['target-branches'] ?? []).filter((branch) => branch !== defaultBranch);
  const patterns = Object.keys(stages).filter(isStagePattern);
  return [
    {
      arn: previews.role,
      region: regionList(profile?.region ?? '')[0] ?? '',
      template: 'github-oidc-role.yml',
      what: 'the role of previews',
      parameters: {
        Kind: 'previews',
        Environment: previews.environment ?? 'preview',
        DefaultBranch: defaultBranch,
        ...(targets.length === 0 ? {} : { TargetBranches: targets.join(',') }),
        ...(patterns.length === 0 ? {} : { PreviewBranches: patterns.map((one) => `refs/heads/${one}`).join(',') }),
        OtherStages: shared.length === 0 ? 'none' : shared.join(','),
        ...(shared.length === 0 ? {} : { SharedAccount: 'accepted' }),
        ParametersPath: parametersPath(profile, config.app, config['default-profile']),
      },
    },
  ];
}

function viewerRoles(config: Config, defaultBranch: string): RoleSetUp[] {
  const promoted = pairList(config.promote);
  const stages = [...new Set(promoted.flatMap(({ from, to }) => [from, to]))];
  const branches = new Set([...promoted.map(({ to }) => branchOfStage(config, to)), defaultBranch]);
  const roles = stages.flatMap((stage): RoleSetUp[] => {
    const profile = profileOfStage(config, stage);
    const arn = profile?.['viewer-role'];
    return arn === undefined
      ? []
      : [
          {
            arn,
            region: regionList(profile?.region ?? '')[0] ?? '',
            template: 'github-viewer-role.yml',
            what: 'the read-only role of promotions',
            parameters: { Branches: [...branches].join(',') },
          },
        ];
  });
  return roles.filter(({ arn }, index) => roles.findIndex((other) => other.arn === arn) === index);
}

function accountOf(role: string | undefined): string | undefined {
  return role === undefined ? undefined : parseRoleArn(role).account;
}

/**
 * The path of SSM that a profile's parameters are below, without the `/` at its end: the one that those it names have in common,
 * if it is not so wide that it holds other stages', too (`/APP`); else `/APP/PROFILE`.
 */
function parametersPath(
  profile: Pick<ProfileConfig, 'parameters' | 'parameters-path'> | undefined,
  app: string,
  name = '',
): string {
  const named = ssmReferences(profile?.parameters ?? {})
    .filter((reference) => reference.startsWith('/'))
    .map((reference) => posix.dirname(reference));
  const paths = [...named, ...onlyText(profile?.['parameters-path'])].map((path) => path.replace(/\/$/, '').split('/'));
  const [first, ...others] = paths;
  const common = first?.filter((part, index) =>
    others.every((other) => other[index] === part && isSame(other, first, index)),
  );
  // `/APP` holds the parameters of all stages.
  return common === undefined || common.length < 2 || common.at(-1) === app ? `/${app}/${name}` : common.join('/');
}

/** Whether two paths are the same down to a part. */
function isSame(one: readonly string[], other: readonly string[], last: number): boolean {
  return one.slice(0, last).join('/') === other.slice(0, last).join('/');
}

function onlyText(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
}

function topicsOf({ notifications = [] }: Config): Record<string, string> {
  const topics = notifications.flatMap(({ sns }) => onlyText(sns));
  return topics.length === 0 ? {} : { NotificationTopicArns: topics.join(',') };
}

/** What to run to make a role; `makesProvider`: it is the first one of its account. */
export function roleCommand(
  config: Pick<Config, 'app'>,
  role: RoleSetUp,
  repository: SetUpRepository,
  makesProvider: boolean,
): Command {
  const { account, name } = parseRoleArn(role.arn);
  const { owner, name: repo, ids, folder } = repository;
  const roleName = posix.basename(name);
  const file = posix.join(folder, 'aws', role.template);
  const parameters = {
    ...(role.template === 'github-oidc-role.yml' ? { CreateProvider: String(makesProvider) } : {}),
    RepositoryOwner: owner,
    Repository: repo,
    ...(ids === undefined ? {} : { OwnerId: ids.owner, RepositoryId: ids.repository }),
    App: config.app,
    ...role.parameters,
    RoleName: roleName,
  };
  // Without an answer of GitHub's the command asks it.
  const asked = (what: string) => `"$(gh api repos/${owner}/${repo} --jq ${what})"`;
  const pairs = [
    ...Object.entries(parameters).map(([key, value]) => `${key}=${word(value)}`),
    ...(ids === undefined ? [`OwnerId=${asked('.owner.id')}`, `RepositoryId=${asked('.id')}`] : []),
  ];
  return {
    what: `In the account ${account}: ${role.what}${makesProvider ? "; also creates GitHub's identity provider (CreateProvider=false if the account has one)" : ''}`,
    command: [
      `aws cloudformation deploy --region ${role.region} --stack-name ${stackNameOf(roleName)} --template-file ${word(file)}`,
      '--capabilities CAPABILITY_NAMED_IAM --parameter-overrides',
      ...wrapped(pairs),
    ].join(' \\\n  '),
  };
}

/** A role's name as that of a stack: letters, digits and -, a letter first. */
function stackNameOf(roleName: string): string {
  return roleName.replace(/[^A-Za-z0-9]+/g, '-').replace(/^[^A-Za-z]+|-+$/g, '');
}

/** What to run in every account, in order: the first role of each makes GitHub's identity provider. */
export function awsCommands(config: Config, repository: SetUpRepository): Command[] {
  const seen = new Set<string>();
  return rolesOf(config, repository).map((role) => {
    const { account } = parseRoleArn(role.arn);
    const isFirst = !seen.has(account);
    seen.add(account);
    return roleCommand(config, role, repository, isFirst);
  });
}
