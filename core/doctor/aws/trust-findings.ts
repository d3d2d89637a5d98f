import { partitionOf } from '../../aws/region.ts';
import type { SetUpRepository } from '../../setup/repository.ts';
import type { RoleSetUp } from '../../setup/roles.ts';
import type { Finding } from '../finding.ts';
import { evaluateTrust, type PresentedToken } from '../trust.ts';
import { type AwsFacts, type FoundRole, notAsked } from './facts.ts';

/** Whether a role lets in the jobs that it is for, in both forms of `sub`, and nobody else. */
export function trustFindings(
  role: RoleSetUp,
  { trustPolicy }: FoundRole,
  { setUp }: AwsFacts,
  fix: string,
): Finding[] {
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
