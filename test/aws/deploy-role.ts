import { readFileSync } from 'node:fs';
import { CloudFormationClient, CreateStackCommand, waitUntilStackCreateComplete } from '@aws-sdk/client-cloudformation';
import type { LocalAws } from '../local-aws/server.ts';

export const ACCOUNT = '111111111111';

/** The text of the template that users deploy. */
export const ROLE_TEMPLATE = readFileSync(new URL('../../aws/github-oidc-role.yml', import.meta.url), 'utf8');

const REPOSITORY = { RepositoryOwner: 'acme', Repository: 'shop', OwnerId: '2001', RepositoryId: '1001', App: 'shop' };

/** What a user types for the role of the configured stage prod. */
export const CONFIGURED = {
  ...REPOSITORY,
  Kind: 'configured',
  Environment: 'prod',
  Branch: 'prod',
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
  RoleName: 'serverless-stages-preview',
  ParametersPath: '/shop/dev',
};

export interface DeployedRole {
  readonly arn: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Properties of the role and of the policy attached to it, every function of the template computed. */
  readonly role: Readonly<Record<string, unknown>>;
  readonly servicesPolicy: Readonly<Record<string, unknown>>;
}

/** Deploys the template as a user does, through the SDK; returns the role that CloudFormation made of it. */
export async function deployRole(aws: LocalAws, parameters: Readonly<Record<string, string>>): Promise<DeployedRole> {
  const client = new CloudFormationClient({
    endpoint: aws.url,
    region: 'us-east-1',
    credentials: aws.addUser(ACCOUNT),
  });
  const StackName = `${parameters['RoleName']}-${aws.stacks.list().length}`;
  await client.send(
    new CreateStackCommand({
      StackName,
      TemplateBody: ROLE_TEMPLATE,
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
  const propertiesOf = (logicalId: string) => stack?.resources.get(logicalId)?.properties ?? {};
  return {
    arn: outputs['RoleArn'] ?? '',
    outputs,
    role: propertiesOf('Role'),
    servicesPolicy: propertiesOf('ServicesPolicy'),
  };
}
