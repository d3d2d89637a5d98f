import { configurationWith, type Files } from '../acceptance/repository.ts';
import { ACCOUNT, type DeployedRole, deployRole } from '../aws/deploy-role.ts';
import { type LocalAws, startLocalAws } from '../local-aws/server.ts';
import { type LocalGithub, startLocalGithub } from '../local-github/server.ts';
import { type LocalOidc, startLocalOidc } from '../local-oidc/server.ts';
import { makeWorkshopRepository, type WorkshopRepository } from './workshop-repository.ts';

/** The example's repository as GitHub knows it. */
export const WORKSHOP = {
  owner: 'example',
  name: 'workshop',
  id: 1001,
  ownerId: 2001,
  defaultBranch: 'master',
} as const;
/** Region of the example's dev profile and previews. */
export { ACCOUNT };
export const REGION = 'us-east-1';
/** The example's secret parameter. */
export const API_KEY = { name: '/workshop/dev/endpoint_api_key', value: 'wk-live-5f2c8e9d41b7a603' } as const;

const ROLE_OF_WORKSHOP = {
  RepositoryOwner: WORKSHOP.owner,
  Repository: WORKSHOP.name,
  RepositoryId: String(WORKSHOP.id),
  OwnerId: String(WORKSHOP.ownerId),
  App: 'workshop',
  ParametersPath: '/workshop/dev',
} as const;

/** The example's configuration with all its stages in one account, each with a role of its own, and more replaced. */
export function exampleInOneAccount(...more: readonly (readonly [from: string, to: string])[]): string {
  return configurationWith(
    ['arn:aws:iam::222222222222:role/serverless-stages', `arn:aws:iam::${ACCOUNT}:role/serverless-stages-staging`],
    ['arn:aws:iam::333333333333:role/serverless-stages', `arn:aws:iam::${ACCOUNT}:role/serverless-stages-prod`],
    ...more,
  );
}

/** All that a run of the product talks to, on 127.0.0.1. */
export interface StandIns {
  readonly repository: WorkshopRepository;
  readonly github: LocalGithub;
  readonly oidc: LocalOidc;
  readonly aws: LocalAws;
  /** The previews' role as the template made it. */
  readonly previewRole: DeployedRole;
  close(): Promise<void>;
}

/**
 * Starts the stand-ins with the example's repository, changed by `files`, and in AWS what a team sets up once: roles and
 * parameters, also those of staging, which is in dev's account here.
 */
export async function startStandIns(files: Files = {}): Promise<StandIns> {
  const repository = makeWorkshopRepository({ 'serverless-stages.yml': exampleInOneAccount(), ...files });
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
  const previewRole = await setUpAccount(aws, oidc);
  return {
    repository,
    github,
    oidc,
    aws,
    previewRole,
    async close() {
      await Promise.all([aws.close(), github.close(), oidc.close()]);
      repository.remove();
    },
  };
}

/** What the team types for the previews' role; the identity provider comes with it. */
export const PREVIEW_ROLE = {
  ...ROLE_OF_WORKSHOP,
  Kind: 'previews',
  Environment: 'preview',
  DefaultBranch: 'master',
  OtherStages: 'dev',
  RoleName: 'serverless-stages-preview',
} as const;

/** The example's configured stages: environment, branch, role. */
const CONFIGURED = [
  ['dev', 'master', 'serverless-stages'],
  ['staging', 'master', 'serverless-stages-staging'],
  ['prod', 'prod', 'serverless-stages-prod'],
] as const;

/** Deploys a role for the example's repository as a user does. */
export function deployWorkshopRole(aws: LocalAws, parameters: Readonly<Record<string, string>>): Promise<DeployedRole> {
  return deployRole(aws, { ...ROLE_OF_WORKSHOP, ...parameters });
}

/** Deploys the roles by the very template that users deploy, and stores the example's secret parameter. */
async function setUpAccount(aws: LocalAws, oidc: LocalOidc): Promise<DeployedRole> {
  const previewRole = await deployRole(aws, PREVIEW_ROLE);
  for (const [stage, Branch, RoleName] of CONFIGURED) {
    const role = { Kind: 'configured', Environment: stage, Branch, RoleName, ParametersPath: `/workshop/${stage}` };
    await deployWorkshopRole(aws, { ...role, CreateProvider: 'false' });
    aws.ssm.put(ACCOUNT, REGION, `/workshop/${stage}/endpoint_api_key`, API_KEY.value, { type: 'SecureString' });
  }
  for (const provider of aws.providers.of(ACCOUNT)) {
    aws.providers.add({ ...provider, jwksUri: oidc.jwksUri });
  }
  return previewRole;
}
