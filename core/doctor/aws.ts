import { partitionOf } from '../aws/region.ts';
import { parseRoleArn } from '../aws/role-arn.ts';
import { configuredStages } from '../configuration/effective.ts';
import type { Config } from '../configuration/schema.ts';
import { ownValue } from '../own-value.ts';
import type { Asked } from '../promote/asked.ts';
import type { Service } from '../service/definition.ts';
import type { SetUpRepository } from '../setup/repository.ts';
import { type RoleSetUp, roleCommand, rolesOf } from '../setup/roles.ts';
import { MIN_LENGTH, PREVIEW_MARK } from '../stage/name.ts';
import type { Examination, Finding } from './finding.ts';
import { evaluateTrust, type PresentedToken } from './trust.ts';

/** A role as IAM has it. */
export interface FoundRole {
  /** The document, taken apart. */
  readonly trustPolicy: unknown;
}

/** What a role is asked to be allowed to do, on which resource. */
export interface Trial {
  readonly action: string;
  readonly resource: string;
}

/** What AWS says of the roles that a configuration names. */
export interface AwsFacts {
  readonly config: Config;
  readonly setUp: SetUpRepository;
  readonly services: readonly Service[];
  /** Account of the credentials that AWS was asked with; undefined if there were none, and why. */
  readonly account: Asked<string>;
  /** By ARN; undefined: there is no such role. */
  readonly roles: ReadonlyMap<string, Asked<FoundRole | undefined>>;
  /** Of the trials of a role, those that it is not allowed; by its ARN. */
  readonly refused: ReadonlyMap<string, Asked<readonly Trial[]>>;
}

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

function trustFindings(role: RoleSetUp, { trustPolicy }: FoundRole, { setUp }: AwsFacts, fix: string): Finding[] {
  const place = `${role.what} (${role.arn}), trust policy`;
  if (setUp.ids === undefined) {
    return [
      notAsked(
        place,
        'GitHub did not give the numbers of the repository and its owner',
        'sign in (gh auth login), or set GH_TOKEN',
      ),
    ];
  }
  const refs = refsOf(role);
  const forms = refs.flatMap((ref) =>
    tokensOf(role, setUp, ref).map(({ form, token }) => ({ ref, form, verdict: evaluateTrust(trustPolicy, token) })),
  );
  const refused = forms.filter(({ verdict }) => !verdict.isAllowed);
  const strangers = [
    { ...setUp, owner: 'somebody-else', ids: { repository: '1', owner: '2' } },
    { ...setUp, name: 'another-repository', ids: { ...setUp.ids, repository: '1' } },
  ].flatMap((stranger) => tokensOf(role, stranger, refs[0] ?? ''));
  const isOpen = strangers.some(({ token }) => evaluateTrust(trustPolicy, token).isAllowed);
  const elsewhere = role.parameters['Kind'] === 'configured' ? tokensOf(role, setUp, 'refs/pull/1/merge') : [];
  return [
    ...(isOpen
      ? [
          {
            level: 'error',
            check: 'trust-open',
            place,
            what: 'trusts other repositories',
            why: 'whoever can run a workflow there can assume the role',
            fix,
          } as const,
        ]
      : []),
    ...(elsewhere.some(({ token }) => evaluateTrust(trustPolicy, token).isAllowed)
      ? [
          {
            level: 'error',
            check: 'trust-any-branch',
            place,
            what: 'trusts runs of pull requests',
            why: `any workflow can name the environment "${role.parameters['Environment']}", so anyone who opens a pull request gets the role`,
            fix,
          } as const,
        ]
      : []),
    ...(forms.length > 0 && refused.length === forms.length
      ? [
          refusalFinding(
            place,
            refused[0]?.verdict.because ?? [],
            fix,
            refused.some(({ verdict }) => verdict.isUnsure),
          ),
        ]
      : refused.map(
          ({ ref, form, verdict }): Finding => ({
            level: form === 'newer' ? 'warning' : 'error',
            check: 'trust-form',
            place,
            what: `refuses ${ref} if \`sub\` has the ${form} form: ${verdict.because.join('; ')}`,
            why: 'repositories created, renamed or transferred since 2026-07-15 have the numbers of owner and repository in `sub`',
            fix,
          }),
        )),
  ];
}

function refusalFinding(place: string, because: readonly string[], fix: string, isUnsure: boolean): Finding {
  return {
    level: isUnsure ? 'warning' : 'error',
    check: 'trust',
    place,
    what: `refuses this repository: ${because.join('; ')}`,
    why: 'every run that needs the role fails with E_ROLE_REFUSED',
    fix,
  };
}

/** The refs of the runs that a role has to let in. */
function refsOf({ parameters }: RoleSetUp): string[] {
  const { Kind: kind, Branch: branch, DefaultBranch: defaultBranch, Branches: branches = '' } = parameters;
  if (kind === 'previews') {
    return ['refs/pull/1/merge', `refs/heads/${defaultBranch}`];
  }
  return kind === 'configured' ? [`refs/heads/${branch}`] : branches.split(',').map((one) => `refs/heads/${one}`);
}

/** The tokens of a job, in both forms of `sub`. https://docs.github.com/en/actions/reference/security/oidc */
function tokensOf(
  { parameters, region }: RoleSetUp,
  { owner, name, ids }: SetUpRepository,
  ref: string,
): { form: 'older' | 'newer'; token: PresentedToken }[] {
  const { Environment: environment } = parameters;
  // A job without an environment says its ref.
  const end = environment === undefined ? `ref:${ref}` : `environment:${environment.replaceAll(':', '%3A')}`;
  const common = {
    aud: partitionOf(region) === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com',
    repository: `${owner}/${name}`,
    repository_id: ids?.repository ?? '',
    ref,
    environment: environment ?? '',
  };
  return [
    { form: 'older', token: { ...common, sub: `repo:${owner}/${name}:${end}` } },
    { form: 'newer', token: { ...common, sub: `repo:${owner}@${ids?.owner}/${name}@${ids?.repository}:${end}` } },
  ];
}

function rightFindings(role: RoleSetUp, { refused }: AwsFacts, fix: string): Finding[] {
  const place = `${role.what} (${role.arn}), rights`;
  const answer = refused.get(role.arn);
  if (answer === undefined) {
    return [];
  }
  if ('because' in answer) {
    return [notAsked(place, answer.because, 'use credentials that may iam:SimulatePrincipalPolicy')];
  }
  return answer.value.length === 0
    ? []
    : [
        {
          level: 'error',
          check: 'rights',
          place,
          what: `lacks ${answer.value.map(({ action, resource }) => `${action} on ${resource}`).join(', ')}`,
          why: 'a deploy that needs them fails with E_AWS_DENIED',
          fix,
        },
      ];
}

/** What every deploy of a role's first stage does itself, on the stack of its first service and on its records. */
export function trialsOf(role: RoleSetUp, { config, services }: Pick<AwsFacts, 'config' | 'services'>): Trial[] {
  const { account, partition } = parseRoleArn(role.arn);
  const isPreview = role.parameters['Kind'] === 'previews';
  const stage = isPreview
    ? `${'p'.repeat(MIN_LENGTH - PREVIEW_MARK.length - 5)}${PREVIEW_MARK}00000`
    : (role.parameters['Stages']?.split(',')[0] ?? configuredStages(config)[0] ?? '');
  const service = services.find(({ name }) => name !== undefined)?.name;
  const arn = (place: string) => `arn:${partition}:${place}`;
  const record = arn(
    `ssm:${role.region}:${account}:parameter/serverless-stages/${config.app}/${isPreview ? 'preview' : 'configured'}/${stage}/x`,
  );
  if (role.template === 'github-viewer-role.yml') {
    return [
      {
        action: 'cloudformation:DescribeStacks',
        resource: arn(`cloudformation:${role.region}:${account}:stack/x-${stage}/0`),
      },
      {
        action: 'ssm:GetParametersByPath',
        resource: arn(`ssm:${role.region}:${account}:parameter/serverless-stages/${config.app}`),
      },
    ];
  }
  const stack = arn(`cloudformation:${role.region}:${account}:stack/${service ?? 'x'}-${stage}/0`);
  return [
    ...[
      'DescribeStacks',
      'CreateChangeSet',
      'DescribeChangeSet',
      'ExecuteChangeSet',
      'DeleteChangeSet',
      'DescribeStackEvents',
      'DeleteStack',
      'GetTemplate',
    ].map((action) => ({ action: `cloudformation:${action}`, resource: stack })),
    ...namesInSsm(config, role).map((name) => ({
      action: 'ssm:GetParameters',
      resource: arn(`ssm:${role.region}:${account}:parameter/${name.replace(/^\//, '')}`),
    })),
    ...['PutParameter', 'GetParameter', 'DeleteParameter'].map((action) => ({
      action: `ssm:${action}`,
      resource: record,
    })),
  ];
}

/** Names of the parameters of SSM that the profile of a role's stages, or of previews, reads. */
function namesInSsm(config: Config, { parameters }: RoleSetUp): string[] {
  const stage = parameters['Stages']?.split(',')[0] ?? '';
  const name = parameters['Kind'] === 'previews' ? config['default-profile'] : config.stages?.[stage]?.profile;
  return Object.values(ownValue(config.profiles, name ?? '')?.parameters ?? {}).flatMap((value) =>
    typeof value === 'object' && 'ssm' in value ? [value.ssm] : [],
  );
}

function notAsked(place: string, what: string, fix: string): Finding {
  return { level: 'not-asked', check: 'aws', place, what, why: 'this was not checked', fix };
}
