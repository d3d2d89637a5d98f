import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewStageName } from '../../core/stage/name.ts';
import { type LocalAws, startLocalAws } from '../local-aws/server.ts';
import { ACCOUNT, CONFIGURED, deployRole, PREVIEWS } from './deploy-role.ts';
import { type Access, allows, listOf, type PolicyStatement, statementsOf } from './identity-policy.ts';

const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/service-boundary`;
const PREVIEW = previewStageName('refs/heads/feature/dev-login', 20);
const VIA = { 'aws:CalledVia': 'cloudformation.amazonaws.com' };
const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:${ACCOUNT}:${rest}`;
const stack = (name: string) => arn('cloudformation', `stack/${name}/1f0c7a10-0000-11f0-8000-0affd8a5b1c3`);
const record = (path: string) => arn('ssm', `parameter/serverless-stages/shop/${path}`);

let aws: LocalAws;
let configured: readonly PolicyStatement[];
let previews: readonly PolicyStatement[];
let bounded: readonly PolicyStatement[];

beforeAll(async () => {
  aws = await startLocalAws();
  const make = async (parameters: Record<string, string>) => statementsOf(await deployRole(aws, parameters));
  configured = await make(CONFIGURED);
  previews = await make({ ...PREVIEWS, CreateProvider: 'false' });
  const RoleName = 'serverless-stages-bounded';
  bounded = await make({ ...PREVIEWS, CreateProvider: 'false', RoleName, ServiceRolesBoundary: BOUNDARY });
});
afterAll(() => aws.close());

const access = (action: string, resource: string, context: Access['context'] = {}): Access => ({
  action,
  resource,
  context: { 'aws:ResourceAccount': ACCOUNT, ...context },
});

describe('the role of previews', () => {
  it.each<[string, Access]>([
    ['deploys a preview', access('cloudformation:ExecuteChangeSet', stack(`shop-restapi-${PREVIEW}`))],
    ['removes a preview', access('cloudformation:DeleteStack', stack(`shop-restapi-${PREVIEW}`))],
    ['deploys nested stacks of a preview', access('cloudformation:CreateStack', stack(`shop-${PREVIEW}-Api-1ABC`))],
    ["reads a configured stage's stacks", access('cloudformation:DescribeStacks', stack('shop-database-dev'))],
    ['asks for importers', access('cloudformation:ListImports', '*')],
    ['writes records of previews', access('ssm:PutParameter', record(`preview/${PREVIEW}/shop-restapi`))],
    ['lists records', access('ssm:GetParametersByPath', record('preview'))],
    ['reads records of configured stages', access('ssm:GetParameter', record('configured/dev/shop-database'))],
    ["reads the profile's parameters", access('ssm:GetParametersByPath', arn('ssm', 'parameter/shop/dev'))],
    ['reads one of them', access('ssm:GetParameters', arn('ssm', 'parameter/shop/dev/endpoint'))],
    ['makes functions by CloudFormation', access('lambda:CreateFunction', arn('lambda', 'function:cut-name'), VIA)],
    ['makes tables by CloudFormation', access('dynamodb:CreateTable', arn('dynamodb', `table/t-${PREVIEW}`), VIA)],
    [
      'uploads its package',
      access('s3:PutObject', 'arn:aws:s3:::shop-restapi-feature-de-serverlessdeploymentbuck-x/a'),
    ],
    ['compares its code', access('lambda:GetFunction', arn('lambda', `function:shop-${PREVIEW}-get`))],
    ['hands its roles to functions', passing(`shop-restapi-${PREVIEW}-us-east-1-lambdaRole`)],
  ])('%s', (_what, allowed) => {
    expect(allows(previews, allowed)).toBe(true);
  });

  it.each<[string, Access]>([
    ['deploy a configured stage', access('cloudformation:ExecuteChangeSet', stack('shop-database-dev'))],
    ['remove a stack whose last word has six letters', access('cloudformation:DeleteStack', stack('billing-orders'))],
    ['remove a table like that', access('dynamodb:DeleteTable', arn('dynamodb', 'table/billing-orders'), VIA)],
    ['read a bucket like that', access('s3:GetObject', 'arn:aws:s3:::company-backup/a')],
    [
      'read the packages of a configured stage, which hold values of parameters',
      access('s3:GetObject', 'arn:aws:s3:::shop-restapi-dev-serverlessdeploymentbuck-x/a'),
    ],
    ['read the keys of APIs', access('apigateway:GET', 'arn:aws:apigateway:us-east-1::/apikeys')],
    ['hand a role of the account to a function', passing('Administrator')],
    [
      'rewrite the trust of a role of the account',
      access('iam:UpdateAssumeRolePolicy', `arn:aws:iam::${ACCOUNT}:role/Administrator`, VIA),
    ],
    ['remove a configured stage', access('cloudformation:DeleteStack', stack('shop-restapi-staging'))],
    // `-db-dev` is six characters after a hyphen, as a hash would be.
    ['take a configured stage for a preview', access('cloudformation:DeleteStack', stack('shop-x-db-dev'))],
    ['read the template of another stage', access('cloudformation:GetTemplate', stack('shop-x-db-dev'))],
    ['write records of configured stages', access('ssm:PutParameter', record('configured/dev/shop-database'))],
    ['remove records of configured stages', access('ssm:DeleteParameters', record('configured/dev/shop-database'))],
    ['read parameters of another profile', access('ssm:GetParameters', arn('ssm', 'parameter/shop/prod/key'))],
    ['read parameters beside its path', access('ssm:GetParameters', arn('ssm', 'parameter/shop/development/key'))],
    ['write parameters', access('ssm:PutParameter', arn('ssm', 'parameter/shop/dev/key'))],
    ['change functions by a call of its own', access('lambda:UpdateFunctionCode', arn('lambda', 'function:f'))],
    [
      'make roles by a call of its own',
      access('iam:CreateRole', `arn:aws:iam::${ACCOUNT}:role/shop-api-login-03fa9c-us-east-1-lambdaRole`),
    ],
    ['read items', access('dynamodb:GetItem', arn('dynamodb', `table/t-${PREVIEW}`), VIA)],
    ['drop tables of another stage', access('dynamodb:DeleteTable', arn('dynamodb', 'table/submissions-dev'), VIA)],
    [
      "change what has a configured stage's tag, even by CloudFormation",
      access('lambda:AddPermission', arn('lambda', 'function:shop-dev-get'), {
        ...VIA,
        'aws:ResourceTag/STAGE': 'dev',
      }),
    ],
    [
      'overwrite packages of another stage',
      access('s3:PutObject', 'arn:aws:s3:::shop-dev-serverlessdeploymentbucket-x/a'),
    ],
    [
      'use a bucket of another account',
      access('s3:PutObject', `arn:aws:s3:::b-${PREVIEW}/a`, { 'aws:ResourceAccount': '9' }),
    ],
    ['read objects of other buckets', access('s3:GetObject', 'arn:aws:s3:::shop-backups/a')],
    [
      'read the environment of another stage',
      access('lambda:GetFunctionConfiguration', arn('lambda', 'function:s-dev-f')),
    ],
    ['change a role of this template', changing('serverless-stages')],
    ['hand on a role of this template', passing('serverless-stages-prod')],
    ["hand on the role of a configured stage's functions", passing('shop-restapi-dev-us-east-1-lambdaRole')],
    ['hand it on in another region', passing('shop-restapi-staging-ap-southeast-2-lambdaRole')],
    ['hand a role to a service that runs machines', passing(`shop-${PREVIEW}-x`, 'ec2.amazonaws.com')],
  ])('cannot %s', (_what, forbidden) => {
    expect(allows(previews, forbidden)).toBe(false);
  });

  it('with a boundary makes only roles that have it, and never takes it off', () => {
    const create = (boundary: object) =>
      access('iam:CreateRole', `arn:aws:iam::${ACCOUNT}:role/shop-api-login-03fa9c-us-east-1-lambdaRole`, {
        ...VIA,
        ...boundary,
      });
    expect(allows(bounded, create({ 'iam:PermissionsBoundary': BOUNDARY }))).toBe(true);
    expect(allows(bounded, create({ 'iam:PermissionsBoundary': `${BOUNDARY}-2` }))).toBe(false);
    expect(allows(bounded, create({}))).toBe(false);
    for (const action of [
      'iam:DeleteRolePermissionsBoundary',
      'iam:CreatePolicyVersion',
      'iam:SetDefaultPolicyVersion',
    ]) {
      expect(allows(bounded, access(action, BOUNDARY, VIA))).toBe(false);
      expect(
        allows(bounded, access(action, `arn:aws:iam::${ACCOUNT}:role/shop-api-login-03fa9c-us-east-1-lambdaRole`, VIA)),
      ).toBe(false);
    }
  });
});

describe('the role of a configured stage', () => {
  it.each<[string, Access]>([
    ['deploys', access('cloudformation:CreateChangeSet', stack('shop-restapi-prod'))],
    ['rolls back', access('cloudformation:ContinueUpdateRollback', stack('shop-restapi-prod'))],
    ['writes its records', access('ssm:PutParameter', record('configured/prod/shop-restapi'))],
    ['writes records of personal stages', access('ssm:PutParameter', record('personal/ada/shop-restapi'))],
    ['makes roles', access('iam:CreateRole', `arn:aws:iam::${ACCOUNT}:role/shop-prod-us-east-1-lambdaRole`)],
    ['empties buckets', access('s3:DeleteObjectVersion', 'arn:aws:s3:::shop-uploads/a')],
    ['changes stages of APIs', access('apigateway:PATCH', 'arn:aws:apigateway:us-east-1::/restapis/a1b2/stages/prod')],
  ])('%s', (_what, allowed) => {
    expect(allows(configured, allowed)).toBe(true);
  });

  it.each<[string, Access]>([
    ['write records of previews', access('ssm:PutParameter', record(`preview/${PREVIEW}/shop-restapi`))],
    ["write another application's records", access('ssm:PutParameter', arn('ssm', 'parameter/serverless-stages/x/a'))],
    ['change its own rights', changing('serverless-stages')],
    ['make users', access('iam:CreateUser', `arn:aws:iam::${ACCOUNT}:user/u`)],
    [
      'use other buckets than the account’s',
      access('s3:PutObject', 'arn:aws:s3:::b/a', { 'aws:ResourceAccount': '9' }),
    ],
  ])('cannot %s', (_what, forbidden) => {
    expect(allows(configured, forbidden)).toBe(false);
  });
});

describe('the policies', () => {
  // Actions for which the Service Authorization Reference lists no resource: AWS takes nothing but * for them.
  const WITHOUT_RESOURCES = [
    'lambda:CreateEventSourceMapping',
    'logs:CreateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:PutResourcePolicy',
    'logs:UpdateLogDelivery',
    'sns:Unsubscribe',
  ];
  const READS = /^[a-z0-9-]+:(Describe|Get|List|Validate)/;

  it('allow nothing that writes on every resource, but what knows no resources', () => {
    for (const statements of [configured, previews, bounded]) {
      const onAll = statements.filter(({ Effect, Resource }) => Effect === 'Allow' && listOf(Resource).includes('*'));
      const writes = onAll.flatMap(({ Action }) => listOf(Action)).filter((action) => !READS.test(action));
      expect(writes.sort()).toEqual(WITHOUT_RESOURCES);
    }
  });

  it('never allow by what they do not name', () => {
    for (const { Sid, Effect, NotAction, Action } of [...configured, ...previews]) {
      expect(Effect === 'Deny' || NotAction === undefined, Sid).toBe(true);
      expect(listOf(Action), Sid).not.toContain('*');
    }
  });

  it('read no contents: items, objects of every bucket, messages, log events, secrets', () => {
    const onAll = previews.filter(({ Effect, Resource }) => Effect === 'Allow' && listOf(Resource).includes('*'));
    const data = ['dynamodb:GetItem', 'dynamodb:Scan', 's3:GetObject', 'sqs:ReceiveMessage', 'logs:GetLogEvents'];
    for (const action of [...data, 'lambda:GetFunction', 'ssm:GetParameter', 'secretsmanager:GetSecretValue']) {
      expect(allows(onAll, access(action, '*')), action).toBe(false);
    }
  });

  it('fit what IAM has for inline, managed and trust policies, with long values too', async () => {
    const long = 'a-long-name-of-twenty-nine-ch';
    const { role, servicesPolicy } = await deployRole(aws, {
      ...PREVIEWS,
      App: long,
      Repository: `${long}-${long}`,
      TargetBranches: `develop,${long},${long}`,
      OtherStages: 'dev,staging,integration,prod',
      ParametersPath: `/${long}/${long}`,
      ParametersKeyArn: `arn:aws:kms:us-east-1:${ACCOUNT}:key/1f0c7a10-0000-11f0-8000-0affd8a5b1c3`,
      ServiceRolesBoundary: BOUNDARY,
      CreateProvider: 'false',
      RoleName: `serverless-stages-${long}`,
    });
    const lengthOf = (document: unknown) => JSON.stringify(document).length;
    const inline = (role['Policies'] as { PolicyDocument: unknown }[]).map((one) => lengthOf(one.PolicyDocument));
    expect(inline.reduce((sum, length) => sum + length)).toBeLessThan(10_240);
    expect(lengthOf(servicesPolicy['PolicyDocument'])).toBeLessThan(6_144);
    expect(lengthOf(role['AssumeRolePolicyDocument'])).toBeLessThan(2_048);
  });
});

function passing(role: string, service = 'lambda.amazonaws.com'): Access {
  const resource = `arn:aws:iam::${ACCOUNT}:role/${role}`;
  return access('iam:PassRole', resource, { ...VIA, 'iam:PassedToService': service });
}

function changing(role: string): Access {
  return access('iam:AttachRolePolicy', `arn:aws:iam::${ACCOUNT}:role/${role}`, VIA);
}
