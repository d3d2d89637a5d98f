import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CloudFormationClient, CreateChangeSetCommand, ValidateTemplateCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CONFIGURED, PREVIEWS, ROLE_TEMPLATE, VIEWER, VIEWER_TEMPLATE } from '../aws/deploy-role.ts';
import { requireBinary } from './binary.ts';
import { type Ministack, startMinistack } from './ministack.ts';

/** Each kind with every parameter that it may have. */
const MORE = {
  CreateProvider: 'false',
  ParametersKeyArn: 'arn:aws:kms:us-east-1:111111111111:key/1f0c7a10-0000-11f0-8000-0affd8a5b1c3',
  NotificationTopicArns: 'arn:aws:sns:us-east-1:111111111111:told',
  ServiceRolesBoundary: 'arn:aws:iam::111111111111:policy/boundary',
  Regions: 'us-east-1,eu-west-1',
  CloudFormationRoleArns: 'arn:aws:iam::111111111111:role/cfn/deployer',
  AllowDestroy: 'true',
  AllowPublicUrls: 'true',
  ManagedPolicyArns: 'arn:aws:iam::111111111111:policy/more',
  PermissionsBoundary: 'arn:aws:iam::111111111111:policy/organisation',
  MaxSessionDuration: '7200',
};
const KINDS: [kind: string, parameters: Readonly<Record<string, string>>][] = [
  ['a configured stage', CONFIGURED],
  ['a configured stage, with all parameters', { ...CONFIGURED, ...MORE, OtherStages: 'dev' }],
  ['previews', PREVIEWS],
  ['previews, with all parameters', { ...PREVIEWS, ...MORE }],
  [
    'previews, with a boundary that the template makes',
    { ...PREVIEWS, CreateServiceRolesBoundary: 'true', SharedStages: 'dev' },
  ],
];

let ministack: Ministack;
let client: CloudFormationClient;
beforeAll(async () => {
  ministack = await startMinistack(requireBinary('MINISTACK'));
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  client = new CloudFormationClient({ endpoint: ministack.url, region: 'us-east-1', credentials });
});
afterAll(() => ministack.close());

/** ministack does not know AWS::IAM::OIDCProvider; a type with the same shape of result stands in for it. */
const TEMPLATE = ROLE_TEMPLATE.replace(
  'Type: AWS::IAM::OIDCProvider',
  'Type: AWS::CloudFormation::WaitConditionHandle',
);

function plan(name: string, parameters: Readonly<Record<string, string>>, body = TEMPLATE) {
  return client.send(
    new CreateChangeSetCommand({
      StackName: name,
      ChangeSetName: 'plan',
      ChangeSetType: 'CREATE',
      TemplateBody: body,
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      })),
    }),
  );
}

describe('the role template, by judges that nobody here wrote', () => {
  it('is a template with all the parameters that it says', async () => {
    const { Parameters = [] } = await client.send(new ValidateTemplateCommand({ TemplateBody: TEMPLATE }));
    const { Parameters: written } = parse(ROLE_TEMPLATE, { logLevel: 'silent' }) as { Parameters: object };
    expect(Parameters.map(({ ParameterKey }) => ParameterKey).sort()).toEqual(Object.keys(written).sort());
  });

  it.each(KINDS)('can be deployed for %s', async (kind, parameters) => {
    const name = `role-${KINDS.findIndex(([each]) => each === kind)}`;
    await expect(plan(name, parameters)).resolves.toMatchObject({ StackId: expect.stringContaining(name) });
  });

  it('is refused with a function in Rules that CloudFormation does not have there', async () => {
    const body = TEMPLATE.replace(
      '!Not [{ "Fn::Contains": [!Ref OtherStages, ""] }]',
      '!Equals [!Join ["", !Ref OtherStages], ""]',
    );
    expect(body).not.toBe(TEMPLATE);
    await expect(plan('role-broken', PREVIEWS, body)).rejects.toThrow(/Rules/);
  });

  it('of viewers can be deployed', async () => {
    await expect(plan('viewer', VIEWER, VIEWER_TEMPLATE)).resolves.toMatchObject({
      StackId: expect.stringContaining('viewer'),
    });
  });

  it.each(['github-oidc-role', 'github-viewer-role', 'github-planner-role', 'personal-role'])(
    '%s has nothing that cfn-lint finds',
    async (name) => {
      const template = new URL(`../../aws/${name}.yml`, import.meta.url).pathname;
      const linted = await promisify(execFile)(requireBinary('CFN_LINT'), [
        '--template',
        template,
        '--non-zero-exit-code',
        'informational',
      ]).catch((error: { stdout: string }) => error);
      expect(linted.stdout).toBe('');
    },
  );
});
