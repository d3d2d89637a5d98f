import { previewStageName } from '../../core/stage/name.ts';
import type { Access, PolicyStatement } from '../local-aws/iam/identity-policy.ts';
import { ACCOUNT, CONFIGURED, PREVIEWS } from './deploy-role.ts';

/** A preview beside others of its kind: its branch has the name of a stage in it. */
export const PREVIEW = previewStageName('refs/heads/dev/login', 20);

export const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/teams/service-boundary`;
const DEPLOYER = `arn:aws:iam::${ACCOUNT}:role/cfn/deployer`;
const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1f0c7a10-0000-11f0-8000-0affd8a5b1c3`;
const TOPIC = `arn:aws:sns:us-east-1:${ACCOUNT}:told`;

/** Every parameter that a role of either kind may have. */
const MORE = {
  CreateProvider: 'false',
  ParametersKeyArn: KEY,
  NotificationTopicArns: TOPIC,
  CloudFormationRoleArns: DEPLOYER,
  Regions: 'us-east-1,eu-west-1',
};

/** The roles that cases are of, by what their users typed. */
export const ROLES = {
  previews: { ...PREVIEWS, CreateProvider: 'false', RoleName: 'serverless-stages-preview' },
  'previews, with all parameters': {
    ...PREVIEWS,
    ...MORE,
    ServiceRolesBoundary: BOUNDARY,
    RoleName: 'serverless-stages-preview-2',
  },
  configured: { ...CONFIGURED, CreateProvider: 'false', RoleName: 'serverless-stages' },
  'configured, with all parameters': {
    ...CONFIGURED,
    ...MORE,
    OtherStages: 'dev,staging',
    ServiceRolesBoundary: BOUNDARY,
    RoleName: 'serverless-stages-2',
  },
} satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type RoleOfCases = keyof typeof ROLES;

/** What ManagedPolicyArns may add at most. */
export const ADMINISTRATOR: PolicyStatement = { Sid: 'Administrator', Effect: 'Allow', Action: '*', Resource: '*' };

/** One use of a role's rights. */
export interface RoleCase {
  readonly role: RoleOfCases;
  /** After "can" or "cannot". */
  readonly what: string;
  readonly access: Access;
  readonly isAllowed: boolean;
  /** Whether the role has ADMINISTRATOR as well: what is denied stays denied. */
  readonly isAdministrator?: boolean;
}

const VIA = { 'aws:CalledVia': 'cloudformation.amazonaws.com' };
const OURS = { 'aws:ResourceTag/STAGE': PREVIEW };
const OF_DEV = { 'aws:ResourceTag/STAGE': 'dev' };
const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:${ACCOUNT}:${rest}`;
const api = (path: string) => `arn:aws:apigateway:us-east-1::${path}`;
export const stackArn = (name: string) => arn('cloudformation', `stack/${name}/1f0c7a10-0000-11f0-8000-0affd8a5b1c3`);
export const roleArn = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const fn = (name: string) => arn('lambda', `function:${name}`);
const record = (path: string) => arn('ssm', `parameter/serverless-stages/shop/${path}`);
const LAMBDA = { 'iam:PassedToService': 'lambda.amazonaws.com' };

/** An access in the account and in us-east-1, unless the context says otherwise. */
export function access(action: string, resource: string, context: Access['context'] = {}): Access {
  return {
    action,
    resource,
    context: { 'aws:ResourceAccount': ACCOUNT, 'aws:RequestedRegion': 'us-east-1', ...context },
  };
}

type Row = readonly [what: string, action: string, resource: string, context?: Access['context']];

const can = (role: RoleOfCases, rows: readonly Row[]): RoleCase[] =>
  rows.map(([what, action, resource, context]) => ({
    role,
    what,
    access: access(action, resource, context),
    isAllowed: true,
  }));
const cannot = (role: RoleOfCases, rows: readonly Row[]): RoleCase[] =>
  rows.map(([what, action, resource, context]) => ({
    role,
    what,
    access: access(action, resource, context),
    isAllowed: false,
  }));
const neverCan = (role: RoleOfCases, rows: readonly Row[]): RoleCase[] =>
  cannot(role, rows).map((one) => ({ ...one, isAdministrator: true }));

/** What osls and the actions call, and CloudFormation for the stacks of a service. */
const PREVIEWS_CAN: readonly Row[] = [
  ['deploy a preview', 'cloudformation:ExecuteChangeSet', stackArn(`shop-api-${PREVIEW}`)],
  ['remove a preview', 'cloudformation:DeleteStack', stackArn(`shop-api-${PREVIEW}`)],
  ['deploy nested stacks of a preview', 'cloudformation:CreateStack', stackArn(`shop-${PREVIEW}-Api-1ABC`), VIA],
  ['deploy a stack that begins with the stage', 'cloudformation:CreateStack', stackArn(`${PREVIEW}-shop`)],
  ['watch its stack', 'cloudformation:DescribeStackEvents', stackArn(`shop-api-${PREVIEW}`)],
  ['use a macro of AWS', 'cloudformation:CreateChangeSet', 'arn:aws:cloudformation:us-east-1:aws:transform/Serverless'],
  ["read a configured stage's stack", 'cloudformation:DescribeStacks', stackArn('shop-database-dev'), OF_DEV],
  ['list its resources', 'cloudformation:ListStackResources', stackArn('shop-database-dev'), OF_DEV],
  ['ask for importers', 'cloudformation:ListImports', '*'],
  ['write records of previews', 'ssm:PutParameter', record(`preview/${PREVIEW}/shop-api`)],
  ['list records', 'ssm:GetParametersByPath', record('preview')],
  ['read records of configured stages', 'ssm:GetParameter', record('configured/dev/shop-database')],
  ["read the profile's parameters", 'ssm:GetParametersByPath', arn('ssm', 'parameter/shop/dev')],
  ['read one of them, tagged as dev’s', 'ssm:GetParameters', arn('ssm', 'parameter/shop/dev/endpoint'), OF_DEV],
  ['make a function', 'lambda:CreateFunction', fn(`shop-api-${PREVIEW}-get`), VIA],
  [
    'make a function whose name is cut',
    'lambda:CreateFunction',
    fn('shop-restapi-login-Fn-1AB'),
    { ...VIA, 'aws:RequestTag/STAGE': PREVIEW },
  ],
  ['change it by its tag', 'lambda:UpdateFunctionCode', fn('shop-restapi-login-Fn-1AB'), { ...VIA, ...OURS }],
  ['let its API call it', 'lambda:AddPermission', fn(`shop-api-${PREVIEW}-get`), VIA],
  ['feed its function', 'lambda:CreateEventSourceMapping', '*', { ...VIA, 'lambda:FunctionArn': fn(`s-${PREVIEW}-f`) }],
  ['publish a layer', 'lambda:PublishLayerVersion', arn('lambda', 'layer:tools'), VIA],
  ['make a table', 'dynamodb:CreateTable', arn('dynamodb', `table/orders-${PREVIEW}`), VIA],
  ['make an alarm', 'cloudwatch:PutMetricAlarm', arn('cloudwatch', `alarm:shop-${PREVIEW}-Errors-1A`), VIA],
  ['make a log group', 'logs:CreateLogGroup', arn('logs', `log-group:/aws/lambda/shop-${PREVIEW}-get`), VIA],
  [
    'make a queue with a cut name',
    'sqs:CreateQueue',
    arn('sqs', 'shop-Q-1A'),
    { ...VIA, 'aws:RequestTag/STAGE': PREVIEW },
  ],
  ['change a queue by its tag', 'sqs:SetQueueAttributes', arn('sqs', 'shop-Q-1A'), { ...VIA, ...OURS }],
  ['make a topic by name', 'sns:CreateTopic', arn('sns', `told-${PREVIEW}`), VIA],
  ['filter what its topic tells', 'sns:SetSubscriptionAttributes', arn('sns', `told-${PREVIEW}`), VIA],
  ['count in its logs', 'logs:PutMetricFilter', arn('logs', `log-group:/aws/lambda/shop-${PREVIEW}-get`), VIA],
  ['subscribe to its topic', 'sns:Subscribe', arn('sns', `told-${PREVIEW}`), VIA],
  ['make a rule', 'events:PutRule', arn('events', 'rule/shop-Rule-1A'), { ...VIA, 'aws:RequestTag/STAGE': PREVIEW }],
  ['aim it', 'events:PutTargets', arn('events', 'rule/shop-Rule-1A'), { ...VIA, ...OURS }],
  ['make a bucket that the package named', 's3:CreateBucket', `arn:aws:s3:::${PREVIEW}-shop-api-files-1a2b`, VIA],
  ['make a table named with underscores', 'dynamodb:CreateTable', arn('dynamodb', `table/shop_${PREVIEW}_orders`), VIA],
  ['make a function named so', 'lambda:CreateFunction', fn(`shop_${PREVIEW}_get`), VIA],
  ['compare the code of that', 'lambda:GetFunction', fn(`shop_${PREVIEW}_get`)],
  ['make an alarm named so', 'cloudwatch:PutMetricAlarm', arn('cloudwatch', `alarm:shop_${PREVIEW}_errors`), VIA],
  ['make a role named so', 'iam:CreateRole', roleArn(`shop_${PREVIEW}_role`), VIA],
  ['make a bucket named like a host', 's3:CreateBucket', `arn:aws:s3:::files.${PREVIEW}.shop`, VIA],
  ['empty that', 's3:DeleteObjectVersion', `arn:aws:s3:::files.${PREVIEW}.shop/users/1.png`],
  ['make a log group by path', 'logs:CreateLogGroup', arn('logs', `log-group:/shop/${PREVIEW}/access`), VIA],
  ['make a bucket that you named', 's3:CreateBucket', `arn:aws:s3:::shop-uploads-${PREVIEW}`, VIA],
  ['give it a policy', 's3:PutBucketPolicy', `arn:aws:s3:::shop-uploads-${PREVIEW}`, VIA],
  [
    'upload its package',
    's3:PutObject',
    `arn:aws:s3:::${PREVIEW}-shop-api-b-1a2b/serverless/shop-api/${PREVIEW}/17-x/s.zip`,
  ],
  ['look for it', 's3:ListBucket', `arn:aws:s3:::${PREVIEW}-shop-api-b-1a2b`],
  ['empty its bucket', 's3:DeleteObjectVersion', `arn:aws:s3:::shop-uploads-${PREVIEW}/users/1.png`],
  [
    'use the bucket of serverless 4 below its stage',
    's3:PutObject',
    `arn:aws:s3:::serverless-framework-deployments-us-east-1-1a/serverless/shop-api/${PREVIEW}/17-x/s.zip`,
  ],
  ['find that bucket', 'ssm:GetParameter', arn('ssm', 'parameter/serverless-framework/deployment/s3-bucket')],
  ['make its roles by CloudFormation', 'iam:CreateRole', roleArn(`shop-api-${PREVIEW}-us-east-1-lambdaRole`), VIA],
  ['tag them', 'iam:TagRole', roleArn(`shop-api-${PREVIEW}-us-east-1-lambdaRole`), VIA],
  [
    'hand its roles to functions',
    'iam:PassRole',
    roleArn(`shop-api-${PREVIEW}-us-east-1-lambdaRole`),
    { ...VIA, ...LAMBDA },
  ],
  [
    'let API Gateway make its role',
    'iam:CreateServiceLinkedRole',
    roleArn('aws-service-role/ops.apigateway.amazonaws.com/AWSServiceRoleForAPIGateway'),
    VIA,
  ],
  ['compare its code', 'lambda:GetFunction', fn(`shop-api-${PREVIEW}-get`)],
  ['make APIs', 'apigateway:POST', api('/apis'), VIA],
  ['set up the stage of its REST API', 'apigateway:PATCH', api(`/restapis/a1b2/stages/${PREVIEW}`)],
  ['look for its REST API', 'apigateway:GET', api('/restapis')],
  ['read the address of its HTTP API', 'apigateway:GET', api('/apis/a1b2'), OURS],
  ['find log groups', 'logs:DescribeLogGroups', '*'],
  [
    'remove log groups that functions left',
    'logs:DeleteLogGroup',
    arn('logs', `log-group:/aws/lambda/shop-${PREVIEW}-get`),
  ],
  ['push images', 'ecr:PutImage', arn('ecr', `repository/serverless-shop-${PREVIEW}`)],
];

/** What another stage, application or person of the account has. Administrators can do all of it but by these policies. */
const NO_PREVIEW_EVER_CAN: readonly Row[] = [
  // Definitions and environments of other stages.
  ['list functions with their environments', 'lambda:ListFunctions', '*'],
  ['list them by CloudFormation', 'lambda:ListFunctions', '*', VIA],
  ['list versions of another stage’s function', 'lambda:ListVersionsByFunction', fn('shop-api-dev-get')],
  ['read its environment', 'lambda:GetFunctionConfiguration', fn('shop-api-dev-get')],
  ['read events of another stage’s stack', 'cloudformation:DescribeStackEvents', stackArn('shop-api-dev')],
  ['read its template', 'cloudformation:GetTemplate', stackArn('shop-x-db-dev')],
  ['read a change set of it', 'cloudformation:DescribeChangeSet', stackArn('shop-api-dev')],
  ['read what drifted', 'cloudformation:DescribeStackResourceDrifts', stackArn('shop-api-dev')],
  [
    'read the definition of its state machine',
    'states:DescribeStateMachine',
    arn('states', 'stateMachine:shop-dev'),
    VIA,
  ],
  ['read its rule', 'events:ListTargetsByRule', arn('events', 'rule/shop-dev-r'), OF_DEV],
  // Buckets.
  ...['PutBucketPolicy', 'PutBucketAcl', 'PutLifecycleConfiguration', 'PutBucketNotification', 'DeleteBucket'].map(
    (action): Row => [`s3:${action} on a bucket of the account`, `s3:${action}`, 'arn:aws:s3:::company-backup', VIA],
  ),
  [
    'read packages of another stage',
    's3:GetObject',
    'arn:aws:s3:::fullstack-restapi-backen-serverlessdeploymentbuck-x1/a',
  ],
  [
    'change packages of another stage',
    's3:PutObject',
    'arn:aws:s3:::fullstack-restapi-backen-serverlessdeploymentbuck-x1/a',
  ],
  ['read a backup', 's3:GetObject', 'arn:aws:s3:::company-backup/a'],
  ['read a bucket with a date', 's3:GetObject', 'arn:aws:s3:::company-backup-010203/a'],
  ['overwrite a file that is called like a preview', 's3:PutObject', `arn:aws:s3:::company-site/x-${PREVIEW}.html`],
  [
    'put an object that is called like a preview',
    's3:PutObject',
    `arn:aws:s3:::company-site/x-${PREVIEW}-y/index.html`,
  ],
  // What has no tag, or another stage's.
  ['open a function that has no tag', 'lambda:AddPermission', fn('billing'), VIA],
  ['change it', 'lambda:UpdateFunctionCode', fn('billing'), VIA],
  ['take away who may call it', 'lambda:DeleteResourcePolicy', fn('billing'), VIA],
  ['call it', 'lambda:InvokeFunction', fn('billing'), VIA],
  ['feed it', 'lambda:CreateEventSourceMapping', '*', { ...VIA, 'lambda:FunctionArn': fn('billing') }],
  ['make one without a tag', 'lambda:CreateFunction', fn('billing-2'), VIA],
  ['tag one as another stage’s', 'lambda:TagResource', fn('billing'), { ...VIA, 'aws:RequestTag/STAGE': 'dev' }],
  ['open a topic that has no tag', 'sns:SetTopicAttributes', arn('sns', 'orders'), VIA],
  ['open a queue that has no tag', 'sqs:SetQueueAttributes', arn('sqs', 'orders'), VIA],
  ['read its messages', 'sqs:ReceiveMessage', arn('sqs', 'orders')],
  ['aim a rule that has no tag', 'events:PutTargets', arn('events', 'rule/nightly'), VIA],
  ['change what has another stage’s tag', 'sqs:SetQueueAttributes', arn('sqs', 'shop-Q-2B'), { ...VIA, ...OF_DEV }],
  ['change what a preview’s name and another stage’s tag have', 'sqs:DeleteQueue', arn('sqs', `q-${PREVIEW}`), OF_DEV],
  [
    'change a resource of the REST API of dev',
    'apigateway:PUT',
    api('/restapis/d3v/resources/1/methods/GET'),
    { ...VIA, ...OF_DEV },
  ],
  ['drop a table of another stage', 'dynamodb:DeleteTable', arn('dynamodb', 'table/orders-dev'), VIA],
  ['read its items', 'dynamodb:GetItem', arn('dynamodb', 'table/orders-dev')],
  ['read its logs', 'logs:FilterLogEvents', arn('logs', 'log-group:/aws/lambda/shop-api-dev-get:*')],
  ['remove an alarm', 'cloudwatch:DeleteAlarms', arn('cloudwatch', 'alarm:billing')],
  // Names that look like a preview's.
  ['remove a stack with a number in its name', 'cloudformation:DeleteStack', stackArn('api-01-abc')],
  ['remove a stack with a date', 'cloudformation:DeleteStack', stackArn('backup-010203')],
  ['remove a table with a date', 'dynamodb:DeleteTable', arn('dynamodb', 'table/orders-010203'), VIA],
  ['remove a configured stage', 'cloudformation:DeleteStack', stackArn('shop-api-staging')],
  ['take a stack of dev for a preview', 'cloudformation:DeleteStack', stackArn('shop-x-db-dev')],
  ['change a stack policy of it', 'cloudformation:SetStackPolicy', stackArn('shop-api-dev')],
  [
    'take what stands into a stack',
    'cloudformation:CreateChangeSet',
    stackArn(`shop-${PREVIEW}`),
    {
      'cloudformation:ImportResourceTypes': 'AWS::S3::Bucket',
    },
  ],
  // Roles.
  ['hand on a role that looks alike', 'iam:PassRole', roleArn('team-01-ops-admin'), { ...VIA, ...LAMBDA }],
  ['hand a role of the account to a function', 'iam:PassRole', roleArn('Administrator'), { ...VIA, ...LAMBDA }],
  [
    "hand on the role of dev's functions",
    'iam:PassRole',
    roleArn('shop-api-dev-us-east-1-lambdaRole'),
    { ...VIA, ...LAMBDA },
  ],
  ['rewrite its trust', 'iam:UpdateAssumeRolePolicy', roleArn('Administrator'), VIA],
  ['tag it', 'iam:TagRole', roleArn('Administrator'), VIA],
  ['change a role of this template', 'iam:AttachRolePolicy', roleArn('serverless-stages'), VIA],
  ['hand on a role of this template', 'iam:PassRole', roleArn(`serverless-stages-${PREVIEW}`), { ...VIA, ...LAMBDA }],
  ['be a role of this template', 'sts:AssumeRole', roleArn('serverless-stages-prod')],
  [
    'deploy with a role of the account',
    'cloudformation:CreateChangeSet',
    stackArn(`shop-${PREVIEW}`),
    {
      'cloudformation:RoleArn': roleArn('Administrator'),
    },
  ],
  ['make a user', 'iam:CreateUser', `arn:aws:iam::${ACCOUNT}:user/u-${PREVIEW}`, VIA],
  ['give a user rights', 'iam:AttachUserPolicy', `arn:aws:iam::${ACCOUNT}:user/u-${PREVIEW}`, VIA],
  ['be another role', 'sts:AssumeRole', roleArn('Administrator')],
  [
    'make stacks elsewhere',
    'cloudformation:CreateStackInstances',
    arn('cloudformation', 'stackset/all:1f0c7a10-0000-11f0-8000-0affd8a5b1c3'),
  ],
  ['change what denies', 'iam:CreatePolicyVersion', `arn:aws:iam::${ACCOUNT}:policy/serverless-stages-preview-limits`],
  ['make a role whose path is called like a preview', 'iam:CreateRole', roleArn(`x-${PREVIEW}-y/Developer_a`), VIA],
  // The ledger.
  ['write records of configured stages', 'ssm:PutParameter', record('configured/dev/shop-database')],
  ['remove them', 'ssm:DeleteParameters', record('configured/dev/shop-database')],
  ['write records of personal stages', 'ssm:PutParameter', record('personal/ada/shop-database')],
  // The world.
  [
    'open a function URL to everybody',
    'lambda:CreateFunctionUrlConfig',
    fn(`shop-${PREVIEW}-get`),
    {
      ...VIA,
      'lambda:FunctionUrlAuthType': 'NONE',
    },
  ],
];

/** What the policies do not allow, and what ManagedPolicyArns may. */
const PREVIEWS_CANNOT: readonly Row[] = [
  ['read definitions of APIs', 'apigateway:GET', api('/restapis/d3v/resources')],
  ['read routes of HTTP APIs', 'apigateway:GET', api('/apis/d3v/routes')],
  ['change routes of HTTP APIs by itself', 'apigateway:PATCH', api('/apis/d3v/routes/1')],
  ['tag APIs by itself', 'apigateway:PUT', api('/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A%2Fapis%2Fd3v')],
  ['change the stage of another REST API', 'apigateway:PATCH', api('/restapis/d3v/stages/dev')],
  ['read keys of APIs', 'apigateway:GET', api('/apikeys')],
  ['read a key of dev', 'apigateway:GET', api('/apikeys/k1'), OF_DEV],
  ['read schedules', 'scheduler:GetSchedule', arn('scheduler', 'schedule/default/shop-dev')],
  ['read rules', 'events:ListRules', '*'],
  ['read state machines', 'states:DescribeStateMachine', arn('states', 'stateMachine:orders')],
  ['change functions by a call of its own', 'lambda:UpdateFunctionCode', fn(`shop-${PREVIEW}-get`)],
  ['make roles by a call of its own', 'iam:CreateRole', roleArn(`shop-api-${PREVIEW}-us-east-1-lambdaRole`)],
  ['read items', 'dynamodb:GetItem', arn('dynamodb', `table/orders-${PREVIEW}`), VIA],
  ['read parameters of another profile', 'ssm:GetParameters', arn('ssm', 'parameter/shop/prod/key')],
  ['read parameters beside its path', 'ssm:GetParameters', arn('ssm', 'parameter/shop/development/key')],
  ['write parameters', 'ssm:PutParameter', arn('ssm', 'parameter/shop/dev/key')],
  ['use a bucket of another account', 's3:PutObject', `arn:aws:s3:::${PREVIEW}-b/a`, { 'aws:ResourceAccount': '9' }],
  [
    'hand a role to a service that runs machines',
    'iam:PassRole',
    roleArn(`shop-${PREVIEW}-x`),
    {
      'iam:PassedToService': 'ec2.amazonaws.com',
    },
  ],
  ['run images of another stage', 'ecr:BatchGetImage', arn('ecr', 'repository/serverless-shop-dev'), VIA],
];

const BOUNDED_ACTIONS = [
  'AttachRolePolicy',
  'CreateRole',
  'DeleteRole',
  'DeleteRolePolicy',
  'DetachRolePolicy',
  'PutRolePermissionsBoundary',
  'PutRolePolicy',
  'UpdateAssumeRolePolicy',
  'UpdateRole',
  'UpdateRoleDescription',
];

/** What a boundary changes, on a role of the role's own stage. */
function bounded(role: RoleOfCases, own: string): RoleCase[] {
  const with_ = (boundary: string) => ({ ...VIA, 'iam:PermissionsBoundary': boundary });
  return BOUNDED_ACTIONS.flatMap((action) => [
    ...can(role, [[`iam:${action} where the boundary is`, `iam:${action}`, own, with_(BOUNDARY)]]),
    ...neverCan(role, [
      [`iam:${action} where no boundary is`, `iam:${action}`, own, VIA],
      [`iam:${action} where another boundary is`, `iam:${action}`, own, with_(`${BOUNDARY}-2`)],
      [
        `iam:${action} where a policy of AWS is`,
        `iam:${action}`,
        own,
        with_('arn:aws:iam::aws:policy/AdministratorAccess'),
      ],
    ]),
  ]);
}

/** What holds of both roles that have all parameters. */
function more(role: RoleOfCases, stage: string): RoleCase[] {
  const own = roleArn(`shop-api-${stage}-us-east-1-lambdaRole`);
  return [
    ...bounded(role, own),
    ...can(role, [
      ['hand on its role, which IAM asks no boundary of', 'iam:PassRole', own, { ...VIA, ...LAMBDA }],
      ['tag it', 'iam:TagRole', own, VIA],
      ['decrypt parameters', 'kms:Decrypt', KEY, { 'kms:ViaService': 'ssm.us-east-1.amazonaws.com', ...OF_DEV }],
      ['tell topics', 'sns:Publish', TOPIC],
      [
        'give CloudFormation the role that is named',
        'iam:PassRole',
        DEPLOYER,
        {
          'iam:PassedToService': 'cloudformation.amazonaws.com',
        },
      ],
      [
        'deploy with it',
        'cloudformation:CreateChangeSet',
        stackArn(`shop-${stage}`),
        { 'cloudformation:RoleArn': DEPLOYER },
      ],
      ['use its regions', 'cloudformation:DescribeStacks', stackArn('x'), { 'aws:RequestedRegion': 'eu-west-1' }],
      ['use IAM, which is in one region', 'iam:TagRole', own, { ...VIA, 'aws:RequestedRegion': 'us-east-2' }],
    ]),
    ...cannot(role, [
      ['decrypt anything else', 'kms:Decrypt', KEY],
      ['give the role to a function', 'iam:PassRole', DEPLOYER, LAMBDA],
    ]),
    ...neverCan(role, [
      [
        'take the boundary off',
        'iam:DeleteRolePermissionsBoundary',
        own,
        { ...VIA, 'iam:PermissionsBoundary': BOUNDARY },
      ],
      ['take it off a user', 'iam:DeleteUserPermissionsBoundary', `arn:aws:iam::${ACCOUNT}:user/u`],
      ['change what it says', 'iam:CreatePolicyVersion', BOUNDARY, VIA],
      ['go back to what it said', 'iam:SetDefaultPolicyVersion', BOUNDARY],
      ['remove it', 'iam:DeletePolicy', BOUNDARY],
      [
        'rewrite the trust of a role of the account',
        'iam:UpdateAssumeRolePolicy',
        roleArn('Administrator'),
        {
          ...VIA,
          'iam:PermissionsBoundary': BOUNDARY,
        },
      ],
      ['give the role that is named to a function', 'iam:PassRole', DEPLOYER, LAMBDA],
      ['change its rights', 'iam:PutRolePolicy', DEPLOYER, { ...VIA, 'iam:PermissionsBoundary': BOUNDARY }],
      ['change who may be it', 'iam:UpdateAssumeRolePolicy', DEPLOYER, { ...VIA, 'iam:PermissionsBoundary': BOUNDARY }],
      ['tag it', 'iam:TagRole', DEPLOYER, VIA],
      ['hand it on', 'iam:PassRole', roleArn('Administrator'), { ...VIA, ...LAMBDA }],
      [
        'deploy with another role',
        'cloudformation:CreateStack',
        stackArn(`shop-${stage}`),
        {
          'cloudformation:RoleArn': roleArn('Administrator'),
        },
      ],
      ['use another region', 'cloudformation:DescribeStacks', stackArn('x'), { 'aws:RequestedRegion': 'ap-south-1' }],
    ]),
  ];
}

const CONFIGURED_CASES: readonly RoleCase[] = [
  ...can('configured', [
    ['deploy', 'cloudformation:CreateChangeSet', stackArn('shop-api-prod')],
    [
      'use a macro of AWS',
      'cloudformation:CreateChangeSet',
      'arn:aws:cloudformation:us-east-1:aws:transform/Serverless',
    ],
    ['roll back', 'cloudformation:ContinueUpdateRollback', stackArn('shop-api-prod')],
    ['look for stacks', 'cloudformation:ListStacks', '*'],
    ['look at one', 'cloudformation:DescribeStacks', stackArn('shop-api-prod')],
    ['write its records', 'ssm:PutParameter', record('configured/prod/shop-api')],
    ['read them', 'ssm:GetParametersByPath', record('configured/prod')],
    ['write records of personal stages', 'ssm:PutParameter', record('personal/ada/shop-api')],
    ["read the profile's parameters", 'ssm:GetParametersByPath', arn('ssm', 'parameter/shop/prod')],
    ['make roles', 'iam:CreateRole', roleArn('shop-prod-us-east-1-lambdaRole'), VIA],
    ['hand them on', 'iam:PassRole', roleArn('shop-prod-us-east-1-lambdaRole'), { ...VIA, ...LAMBDA }],
    [
      'let API Gateway make its role',
      'iam:CreateServiceLinkedRole',
      roleArn('aws-service-role/ops.apigateway.amazonaws.com/AWSServiceRoleForAPIGateway'),
      VIA,
    ],
    ['make functions', 'lambda:CreateFunction', fn('any'), VIA],
    ['feed them', 'lambda:CreateEventSourceMapping', '*', VIA],
    ['make APIs', 'apigateway:POST', api('/apis'), VIA],
    ['compare code', 'lambda:GetFunction', fn('shop-prod-get')],
    ['look for buckets', 's3:ListBucket', 'arn:aws:s3:::shop-uploads'],
    ['empty buckets', 's3:DeleteObjectVersion', 'arn:aws:s3:::shop-uploads/a'],
    ['upload packages', 's3:PutObject', 'arn:aws:s3:::shop-api-prod-serverlessdeploymentbucket-x/a'],
    [
      'keep the bucket of serverless 4',
      'ssm:PutParameter',
      arn('ssm', 'parameter/serverless-framework/deployment/s3-bucket'),
    ],
    ['change stages of REST APIs', 'apigateway:PATCH', api('/restapis/a1b2/stages/prod')],
    ['look for its REST API', 'apigateway:GET', api('/restapis')],
    ['read the address of its HTTP API', 'apigateway:GET', api('/apis/a1b2')],
    ['find log groups', 'logs:DescribeLogGroups', '*'],
    ['remove log groups', 'logs:DeleteLogGroup', arn('logs', 'log-group:/aws/lambda/shop-prod-get')],
    ['push images', 'ecr:PutImage', arn('ecr', 'repository/serverless-shop-prod')],
  ]),
  ...cannot('configured', [
    ["write another application's records", 'ssm:PutParameter', arn('ssm', 'parameter/serverless-stages/x/a')],
    ['make users', 'iam:CreateUser', `arn:aws:iam::${ACCOUNT}:user/u`, VIA],
    ['use other buckets than the account’s', 's3:PutObject', 'arn:aws:s3:::b/a', { 'aws:ResourceAccount': '9' }],
    ['change functions by a call of its own', 'lambda:UpdateFunctionCode', fn('shop-prod-get')],
    ['list functions with their environments', 'lambda:ListFunctions', '*'],
    ['read messages', 'sqs:ReceiveMessage', arn('sqs', 'orders')],
  ]),
  ...neverCan('configured', [
    ['write records of previews', 'ssm:PutParameter', record(`preview/${PREVIEW}/shop-api`)],
    ['change its own rights', 'iam:AttachRolePolicy', roleArn('serverless-stages'), VIA],
    [
      "rewrite the trust of another stage's role",
      'iam:UpdateAssumeRolePolicy',
      roleArn('shop-dev-us-east-1-lambdaRole'),
      VIA,
    ],
    [
      'deploy with a role of the account',
      'cloudformation:CreateChangeSet',
      stackArn('shop-prod'),
      {
        'cloudformation:RoleArn': roleArn('Administrator'),
      },
    ],
    ['lift the termination protection', 'cloudformation:UpdateTerminationProtection', stackArn('shop-api-prod')],
  ]),
  ...more('configured, with all parameters', 'prod'),
  ...neverCan('configured, with all parameters', [
    ['deploy another stage', 'cloudformation:CreateChangeSet', stackArn('shop-api-dev')],
    ['read events of another stage', 'cloudformation:DescribeStackEvents', stackArn('shop-api-staging')],
    ['read the template of another stage', 'cloudformation:GetTemplate', stackArn('shop-api-staging')],
    ['overwrite packages of another stage', 's3:PutObject', 'arn:aws:s3:::shop-dev-serverlessdeploymentbucket-x/a'],
    ['write records of another stage', 'ssm:PutParameter', record('configured/dev/shop-api')],
    ['change what has the tag of another stage', 'lambda:AddPermission', fn('any'), { ...VIA, ...OF_DEV }],
    ["hand on the role of another stage's functions", 'iam:PassRole', roleArn('shop-dev-us-east-1-lambdaRole'), LAMBDA],
  ]),
];

/** Every right that the template means to give, and every one that it means to refuse. */
export const ROLE_CASES: readonly RoleCase[] = [
  ...can('previews', PREVIEWS_CAN),
  ...cannot('previews', [...NO_PREVIEW_EVER_CAN, ...PREVIEWS_CANNOT]),
  ...neverCan('previews', NO_PREVIEW_EVER_CAN),
  ...more('previews, with all parameters', PREVIEW),
  ...CONFIGURED_CASES,
];
