import { readFileSync } from 'node:fs';
import { CloudFormationClient, CreateStackCommand, waitUntilStackCreateComplete } from '@aws-sdk/client-cloudformation';
import type { PolicyStatement } from '../local-aws/iam/identity-policy.ts';
import type { LocalAws } from '../local-aws/server.ts';

export const ACCOUNT = '111111111111';

/** The text of the template that users deploy. */
export const ROLE_TEMPLATE = readFileSync(new URL('../../aws/github-oidc-role.yml', import.meta.url), 'utf8');

/** The text of the template of viewers. */
export const VIEWER_TEMPLATE = readFileSync(new URL('../../aws/github-viewer-role.yml', import.meta.url), 'utf8');

/** The text of the template of planners. */
export const PLANNER_TEMPLATE = readFileSync(new URL('../../aws/github-planner-role.yml', import.meta.url), 'utf8');

const REPOSITORY = { RepositoryOwner: 'acme', Repository: 'shop', OwnerId: '2001', RepositoryId: '1001', App: 'shop' };

/** What a user types for the role of the configured stage prod. */
export const CONFIGURED = {
  ...REPOSITORY,
  Kind: 'configured',
  Environment: 'prod',
  Branch: 'prod',
  Stages: 'prod',
  RoleName: 'serverless-stages',
  ParametersPath: '/shop/prod',
};

/** What a user types for the role of previews beside the stages dev and staging. */
export const PREVIEWS = {
  ...REPOSITORY,
  Kind: 'previews',
  Environment: 'preview',
  DefaultBranch: 'master',
  TargetBranches: 'develop,release-1',
  PreviewBranches: 'refs/heads/feature/*',
  OtherStages: 'dev,staging',
  SharedAccount: 'accepted',
  RoleName: 'serverless-stages-preview',
  ParametersPath: '/shop/dev',
};

/** What a user types for the viewers' role. */
export const VIEWER = { ...REPOSITORY, Branches: 'prod,master', RoleName: 'serverless-stages-viewer' };

/** What a user types for the planner's role of prod. */
export const PLANNER = {
  ...REPOSITORY,
  Branch: 'prod',
  Stage: 'prod',
  ParametersPath: '/shop/prod',
  RoleName: 'serverless-stages-planner',
};

export interface DeployedRole {
  readonly arn: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Properties of the role, every function of the template computed. */
  readonly role: Readonly<Record<string, unknown>>;
  /** Documents of the policies that the template attaches to it, by their logical ids. */
  readonly policies: Readonly<Record<string, PolicyDocument>>;
  /** The boundary of services' roles, where the template made one. */
  readonly boundary: PolicyDocument | undefined;
}

export interface PolicyDocument {
  readonly Statement: readonly PolicyStatement[];
}

/** All statements of the policies that a role of the template has. */
export function statementsOf({ policies }: DeployedRole): readonly PolicyStatement[] {
  return Object.values(policies).flatMap(({ Statement }) => Statement);
}

/** Deploys the template as a user does, through the SDK; returns the role that CloudFormation made of it. */
export async function deployRole(
  aws: LocalAws,
  parameters: Readonly<Record<string, string>>,
  template = ROLE_TEMPLATE,
): Promise<DeployedRole> {
  const client = new CloudFormationClient({
    endpoint: aws.url,
    region: 'us-east-1',
    credentials: aws.addUser(ACCOUNT),
  });
  const StackName = `${parameters['RoleName']}-${aws.stacks.list().length}`;
  await client.send(
    new CreateStackCommand({
      StackName,
      TemplateBody: template,
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      })),
    }),
  );
  await waitUntilStackCreateComplete({ client, maxWaitTime: 30, minDelay: 0.02, maxDelay: 0.1 }, { StackName });
  const stack = aws.stacks.find(StackName);
  const outputs = Object.fromEntries(stack?.outputs.map(({ key, value }) => [key, value]) ?? []);
  const resources = [...(stack?.resources.values() ?? [])];
  const documentOf = ({ properties }: (typeof resources)[number]) => properties['PolicyDocument'] as PolicyDocument;
  const attached = resources.filter(
    ({ type, properties }) => /^AWS::IAM::(Managed)?Policy$/.test(type) && properties['Roles'] !== undefined,
  );
  const boundary = stack?.resources.get('Boundary');
  return {
    arn: outputs['RoleArn'] ?? '',
    outputs,
    role: stack?.resources.get('Role')?.properties ?? {},
    policies: Object.fromEntries(attached.map((one) => [one.logicalId, documentOf(one)])),
    boundary: boundary === undefined ? undefined : documentOf(boundary),
  };
}
