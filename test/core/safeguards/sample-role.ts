export type Grant = Readonly<Record<string, unknown>>;

/** A statement that allows one action on one table, with some of it otherwise. */
export function grant(overrides: Grant = {}): Record<string, unknown> {
  return {
    Effect: 'Allow',
    Action: ['dynamodb:GetItem'],
    Resource: 'arn:aws:dynamodb:eu-central-1:111111111111:table/orders',
    ...overrides,
  };
}

const document = (statements: unknown) => ({ Version: '2012-10-17', Statement: statements });
const trust = document([
  { Effect: 'Allow', Principal: { Service: ['lambda.amazonaws.com'] }, Action: ['sts:AssumeRole'] },
]);
const roleNamed = (parts: readonly unknown[], statements: unknown, managed: readonly unknown[]) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: trust,
    Policies: [
      { PolicyName: { 'Fn::Join': ['-', ['shop-api', 'dev', 'lambda']] }, PolicyDocument: document(statements) },
    ],
    Path: '/',
    RoleName: { 'Fn::Join': ['-', ['shop-api', 'dev', ...parts, { Ref: 'AWS::Region' }, 'lambdaRole']] },
    ManagedPolicyArns: managed,
  },
});

/** A role with these statements in a policy of its own. */
export function role(statements: unknown) {
  return roleNamed([], statements, []);
}

/** A policy that is a resource. */
export function policy(statements: unknown) {
  return {
    Type: 'AWS::IAM::Policy',
    Properties: { PolicyName: 'more', Roles: [{ Ref: 'Role' }], PolicyDocument: document(statements) },
  };
}

/** A policy that roles are given by its name. */
export function managedPolicy(statements: unknown) {
  return { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document(statements) } };
}

const logs = (end: string) => ({
  'Fn::Sub': `arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:/aws/lambda/shop-api-dev${end}`,
});

/** The role of one function, as serverless-iam-roles-per-function 3 writes it. */
export function ownRole(key: string, statements: readonly unknown[]) {
  const own = [
    {
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:CreateLogGroup', 'logs:PutLogEvents'],
      Resource: [logs(`-${key}:*:*`)],
    },
    {
      Effect: 'Allow',
      Action: ['kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:DescribeStream', 'kinesis:ListStreams'],
      Resource: ['arn:aws:kinesis:eu-central-1:111111111111:stream/s'],
    },
  ];
  return roleNamed([key], [...own, ...statements], []);
}

const VPC_ACCESS = {
  'Fn::Join': [
    '',
    ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole'],
  ],
};

/** The role of all functions, as osls 4 writes it. */
export const OF_OSLS = {
  IamRoleLambdaExecution: roleNamed(
    [],
    [
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:CreateLogGroup', 'logs:TagResource'],
        Resource: [logs('*:*')],
      },
      { Effect: 'Allow', Action: ['logs:PutLogEvents'], Resource: [logs('*:*:*')] },
      grant(),
      {
        Effect: 'Allow',
        Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        Resource: [{ 'Fn::GetAtt': ['Jobs', 'Arn'] }],
      },
    ],
    [VPC_ACCESS],
  ),
};
