import { type DeployedRole, deployRole, ROLE_TEMPLATE, VIEWER_TEMPLATE } from '../aws/deploy-role.ts';
import type { LocalAws } from '../local-aws/server.ts';
import { trustPolicyFromTemplate } from '../local-aws/trust/template.ts';
import type { LocalOidc } from '../local-oidc/server.ts';
import { ACCOUNTS, API_KEYS, apiKeyName, type Profile, REGION, REPOSITORY } from './accounts.ts';

type Parameters = Readonly<Record<string, string>>;

/** Parameters of the role template that say whose role it is. */
const OF_WORKSHOP = {
  RepositoryOwner: REPOSITORY.owner,
  Repository: REPOSITORY.name,
  OwnerId: String(REPOSITORY.ownerId),
  RepositoryId: String(REPOSITORY.id),
  App: 'workshop',
} as const;

/** Stores the example's secret of a profile. */
function putApiKey(aws: LocalAws, account: string, profile: Profile): void {
  aws.ssm.put(account, REGION, apiKeyName(profile), API_KEYS[profile], {
    type: 'SecureString',
    keyId: 'alias/aws/ssm',
  });
}

/** Sets up the accounts of the example's profiles as far as their roles can be assumed: what a role may do is not asked. */
export function addTrustedRoles(aws: LocalAws, oidc: LocalOidc): void {
  for (const profile of Object.keys(ACCOUNTS) as Profile[]) {
    const account = ACCOUNTS[profile];
    aws.providers.add({ account, url: oidc.issuer, audiences: ['sts.amazonaws.com'], jwksUri: oidc.jwksUri });
    const Branch = profile === 'prod' ? 'prod' : 'master';
    addRole(aws, account, 'serverless-stages', { Kind: 'configured', Environment: profile, Branch });
    addViewer(aws, account);
    putApiKey(aws, account, profile);
  }
  addRole(aws, ACCOUNTS.dev, 'serverless-stages-preview', {
    Kind: 'previews',
    Environment: 'preview',
    DefaultBranch: 'master',
    PreviewBranches: 'refs/heads/feature/*',
  });
}

/** Branches whose runs may look. */
const Branches = 'prod,master';

/** Registers the viewers' role of an account with the trust policy of its template. */
function addViewer(aws: LocalAws, account: string): void {
  const RoleName = 'serverless-stages-viewer';
  const parameters = { ...OF_WORKSHOP, RoleName, Branches, PermissionsBoundary: '' };
  const place = { 'AWS::AccountId': account, 'AWS::Partition': 'aws' };
  const trustPolicy = trustPolicyFromTemplate(VIEWER_TEMPLATE, 'Role', { ...parameters, ...place });
  aws.roles.add({ arn: `arn:aws:iam::${account}:role/${RoleName}`, trustPolicy });
}

/** Registers a role with the trust policy that the shipped template gives it with these parameters. */
export function addRole(
  aws: LocalAws,
  account: string,
  name: string,
  parameters: Parameters,
  more: { partition?: string; maxSessionDuration?: number } = {},
): void {
  const { partition = 'aws', ...rest } = more;
  const trustPolicy = trustPolicyFromTemplate(ROLE_TEMPLATE, 'Role', {
    ...OF_WORKSHOP,
    RoleName: name,
    ...parameters,
    'AWS::AccountId': account,
    'AWS::Partition': partition,
  });
  aws.roles.add({ arn: `arn:${partition}:iam::${account}:role/${name}`, trustPolicy, ...rest });
}

/** What the team types for the previews' role; the identity provider comes with it. */
export const PREVIEW_ROLE = {
  ...OF_WORKSHOP,
  ParametersPath: '/workshop/dev',
  Kind: 'previews',
  Environment: 'preview',
  DefaultBranch: 'master',
  OtherStages: 'dev,staging,prod',
  SharedAccount: 'accepted',
  RoleName: 'serverless-stages-preview',
} as const;

/** The example's configured stages in one account: environment, branch, role. */
const CONFIGURED = [
  ['dev', 'master', 'serverless-stages'],
  ['staging', 'master', 'serverless-stages-staging'],
  ['prod', 'prod', 'serverless-stages-prod'],
] as const;

/** Deploys a role for the example's repository as a user does. */
export function deployWorkshopRole(aws: LocalAws, parameters: Parameters): Promise<DeployedRole> {
  return deployRole(aws, { ...OF_WORKSHOP, ...parameters });
}

/** Sets up one account for all stages of the example as a team does: by the template that users deploy. Returns the previews' role. */
export async function deployRoles(aws: LocalAws, oidc: LocalOidc): Promise<DeployedRole> {
  const previewRole = await deployRole(aws, PREVIEW_ROLE);
  for (const [stage, Branch, RoleName] of CONFIGURED) {
    const role = {
      Kind: 'configured',
      Environment: stage,
      Branch,
      Stages: stage,
      RoleName,
      ParametersPath: `/workshop/${stage}`,
      // New stacks are protected, which the role may not do else, as far as AWS says.
      AllowDestroy: 'true',
    };
    await deployWorkshopRole(aws, { ...role, CreateProvider: 'false' });
    putApiKey(aws, ACCOUNTS.dev, stage);
  }
  await deployRole(aws, { ...OF_WORKSHOP, RoleName: 'serverless-stages-viewer', Branches }, VIEWER_TEMPLATE);
  for (const provider of aws.providers.of(ACCOUNTS.dev)) aws.providers.add({ ...provider, jwksUri: oidc.jwksUri });
  return previewRole;
}
