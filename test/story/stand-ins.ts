import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type LocalAws, startLocalAws } from '../local-aws/server.ts';
import { trustPolicyFromTemplate } from '../local-aws/trust/template.ts';
import { type LocalGithub, startLocalGithub } from '../local-github/server.ts';
import { type LocalOidc, startLocalOidc } from '../local-oidc/server.ts';
import { makeWorkshopRepository, type WorkshopRepository } from './workshop-repository.ts';

const TEMPLATE = resolve(import.meta.dirname, '../../aws/github-oidc-role.yml');

/** The example's repository as GitHub knows it. */
export const WORKSHOP = {
  owner: 'example',
  name: 'workshop',
  id: 1001,
  ownerId: 2001,
  defaultBranch: 'master',
} as const;
/** The AWS account of the example's dev profile and previews, and its region. */
export const ACCOUNT = '111111111111';
export const REGION = 'us-east-1';

/** All that a run of the product talks to, on 127.0.0.1. */
export interface StandIns {
  readonly repository: WorkshopRepository;
  readonly github: LocalGithub;
  readonly oidc: LocalOidc;
  readonly aws: LocalAws;
  close(): Promise<void>;
}

/** Starts the stand-ins with the example's repository, and in AWS what a team sets up once: roles and parameters. */
export async function startStandIns(): Promise<StandIns> {
  const repository = makeWorkshopRepository();
  const aws = await startLocalAws({ account: ACCOUNT });
  const github = await startLocalGithub({ repositories: [{ ...WORKSHOP, bare: repository.bare }], now: aws.clock.now });
  const oidc = await startLocalOidc({ now: aws.clock.now });
  const { owner, name, id, ownerId } = WORKSHOP;
  const workflow = `${owner}/${name}/.github/workflows/preview.yml@refs/heads/master`;
  oidc.setClaims({
    repository: `${owner}/${name}`,
    repository_id: String(id),
    repository_owner: owner,
    repository_owner_id: String(ownerId),
    workflow_ref: workflow,
    job_workflow_ref: workflow,
  });
  setUpAccount(aws, oidc);
  return {
    repository,
    github,
    oidc,
    aws,
    async close() {
      await Promise.all([aws.close(), github.close(), oidc.close()]);
      repository.remove();
    },
  };
}

/** The identity provider and the roles of aws/github-oidc-role.yml, and the example's secret parameter. */
function setUpAccount(aws: LocalAws, oidc: LocalOidc): void {
  aws.providers.add({ account: ACCOUNT, url: oidc.issuer, audiences: ['sts.amazonaws.com'], jwksUri: oidc.jwksUri });
  addRole(aws, 'serverless-stages-preview', { Kind: 'previews', Environment: 'preview', DefaultBranch: 'master' });
  addRole(aws, 'serverless-stages', { Kind: 'configured', Environment: 'dev', Branch: 'master' });
  aws.ssm.put(ACCOUNT, REGION, '/workshop/dev/endpoint_api_key', 'wk-live-5f2c8e9d41b7a603', { type: 'SecureString' });
}

/** Adds a role with the very trust policy that the template gives it. */
export function addRole(aws: LocalAws, name: string, parameters: Readonly<Record<string, string>>): void {
  const policy = trustPolicyFromTemplate(readFileSync(TEMPLATE, 'utf8'), 'Role', {
    RepositoryOwner: WORKSHOP.owner,
    Repository: WORKSHOP.name,
    RepositoryId: String(WORKSHOP.id),
    OwnerId: String(WORKSHOP.ownerId),
    App: 'workshop',
    RoleName: name,
    'AWS::AccountId': ACCOUNT,
    ...parameters,
  });
  aws.roles.add({ arn: `arn:aws:iam::${ACCOUNT}:role/${name}`, trustPolicy: policy });
}
