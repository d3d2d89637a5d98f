import { describe, expect, it } from 'vitest';
import { bucketPolicy } from '../sample-bucket.ts';
import { type Grant, grant, managedPolicy, OF_OSLS, ownRole, policy, role } from '../sample-role.ts';
import { allows, check, named } from '../sample-subject.ts';

const ID = 'no-wild-iam-role-statements';
/** How many findings there are where a role has this one statement. */
const found = (overrides: Grant, config?: unknown) =>
  named(ID, { resources: { Role: role(grant(overrides)) } }, config).length;

describe(`I1 I4 ${ID}`, () => {
  it('lets through the roles that osls and serverless-iam-roles-per-function make', () => {
    expect(named(ID, { resources: OF_OSLS })).toEqual([]);
    const resources = { ...OF_OSLS, HelloIamRoleLambdaExecution: ownRole('hello', []) };
    expect(named(ID, { resources })).toEqual([]);
  });

  it.each<[Grant]>([
    [{ Action: 'dynamodb:GetItem' }],
    [{ Action: ['dynamodb:GetItem', 'dynamodb:Query'] }],
    [{ Action: 's3:Get*' }],
    [{ Resource: 'arn:aws:s3:::shop-uploads/*' }],
    [{ Resource: ['arn:aws:dynamodb:*:*:table/orders', 'arn:aws:dynamodb:*:*:table/orders/index/*'] }],
    [{ Resource: 'arn:aws:dynamodb:eu-central-1:111111111111:table/orders-*' }],
    [{ Resource: { 'Fn::GetAtt': ['Orders', 'Arn'] } }],
    [{ Resource: [{ 'Fn::GetAtt': ['Orders', 'Arn'] }, { 'Fn::ImportValue': 'orders' }, { Ref: 'TableArn' }] }],
    [{ Resource: { 'Fn::Sub': 'arn:aws:s3:::${Uploads}/*' } }],
    [{ Resource: { 'Fn::Sub': '${Orders.Arn}/index/*' } }],
    [{ Resource: { 'Fn::Sub': ['arn:aws:s3:::${Name}/*', { Name: { Ref: 'Uploads' } }] } }],
    [{ Resource: { 'Fn::Join': ['/', [{ 'Fn::GetAtt': ['Orders', 'Arn'] }, 'index', '*']] } }],
    [{ Resource: { 'Fn::Join': ['', ['arn:aws:s3:::', { Ref: 'Uploads' }, '/*']] } }],
  ])('lets through %j', (overrides) => {
    expect(found(overrides)).toBe(0);
  });

  it.each<[Grant]>([
    [{ Action: '*' }],
    [{ Action: ['*'] }],
    [{ Action: 's3:*' }],
    [{ Action: ['dynamodb:GetItem', 's3:*'] }],
    [{ Action: 'S3:*' }],
    [{ Action: { 'Fn::Join': [':', ['s3', '*']] } }],
    [{ Action: [{ 'Fn::Sub': 'dynamodb:*' }] }],
    [{ Action: { 'Fn::If': ['A', 's3:GetObject', 's3:*'] } }],
    [{ Action: undefined, NotAction: 'iam:*' }],
    [{ Action: undefined, NotAction: ['s3:DeleteBucket'] }],
  ])('refuses the actions of %j', (overrides) => {
    expect(found(overrides)).toBe(1);
  });

  it.each([
    ['*'],
    [['*']],
    [['arn:aws:s3:::shop-uploads', '*']],
    ['arn:aws:s3:::*'],
    ['arn:aws:s3:::*/*'],
    ['arn:aws:dynamodb:eu-central-1:111111111111:*'],
    ['arn:aws:dynamodb:eu-central-1:111111111111:table/*'],
    ['arn:aws:dynamodb:*:*:*'],
    ['arn:aws:sqs:*:*:*'],
    ['arn:aws:lambda:eu-central-1:111111111111:function:*'],
    ['arn:aws:*'],
    ['arn:aws:*:*:*:*'],
    [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::', '*']] }],
    [
      {
        'Fn::Join': [
          ':',
          [
            'arn',
            { Ref: 'AWS::Partition' },
            'lambda',
            { Ref: 'AWS::Region' },
            { Ref: 'AWS::AccountId' },
            'function',
            '*',
          ],
        ],
      },
    ],
    [{ 'Fn::Sub': 'arn:${AWS::Partition}:s3:::*' }],
    [{ 'Fn::Sub': 'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/*' }],
    [
      {
        'Fn::Sub': [
          'arn:aws:dynamodb:${Region}:${AWS::AccountId}:table/${Name}',
          { Region: { Ref: 'AWS::Region' }, Name: '*' },
        ],
      },
    ],
    [{ 'Fn::Sub': '*' }],
    [{ 'Fn::If': ['A', { 'Fn::GetAtt': ['Orders', 'Arn'] }, '*'] }],
    [{ 'Fn::If': ['A', { Ref: 'AWS::NoValue' }, { 'Fn::If': ['B', ['*'], 'arn:aws:s3:::shop'] }] }],
    [[{ 'Fn::If': ['A', 'arn:aws:s3:::shop', { 'Fn::Join': ['', ['*']] }] }]],
  ])('refuses the resource %j', (Resource) => {
    expect(found({ Resource })).toBe(1);
  });

  it('reads a single action as one, not letter by letter', () => {
    expect(found({ Action: 'states:*', Resource: 'arn:aws:states:eu-central-1:111111111111:stateMachine:x' })).toBe(1);
    expect(found({ Action: 'x*x:y' })).toBe(0);
  });

  it('lets through what denies', () => {
    expect(found({ Effect: 'Deny', Action: '*', Resource: '*' })).toBe(0);
    expect(found({ Effect: 'Deny', Action: undefined, NotAction: 's3:*', Resource: '*' })).toBe(0);
  });

  it('finds one statement among others, alone, and in a branch', () => {
    const wild = grant({ Resource: '*' });
    const inBranch = { 'Fn::If': ['A', wild, { Ref: 'AWS::NoValue' }] };
    for (const statements of [[grant(), wild], wild, [grant(), inBranch], [inBranch]]) {
      expect(named(ID, { resources: { Role: role(statements) } })).toEqual(['Role']);
    }
    expect(named(ID, { resources: { Role: role(grant()) } })).toEqual([]);
  });

  it('looks at policies that are resources of their own', () => {
    const wild = grant({ Action: 's3:*' });
    const resources = { A: policy([wild]), B: managedPolicy([wild]), C: policy(wild), D: managedPolicy([grant()]) };
    expect(named(ID, { resources })).toEqual(['A', 'B', 'C']);
  });

  it('names the role of a function of its own, and no other', () => {
    const statements = [{ Effect: 'Allow', Action: ['s3:*'], Resource: '*' }];
    const resources = {
      ...OF_OSLS,
      HelloIamRoleLambdaExecution: ownRole('hello', statements),
      WorkerIamRoleLambdaExecution: ownRole('worker', []),
    };
    const resourcesFound = new Set(check(ID, { resources }).map(({ resource }) => resource));
    expect([...resourcesFound]).toEqual(['HelloIamRoleLambdaExecution']);
  });

  it('asks nothing of who may take a role, or of policies of resources', () => {
    const resources = {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: { AssumeRolePolicyDocument: { Statement: { Effect: 'Allow', Principal: '*', Action: 'sts:*' } } },
      },
      Key: {
        Type: 'AWS::KMS::Key',
        Properties: { KeyPolicy: { Statement: [grant({ Action: 'kms:*', Resource: '*' })] } },
      },
      Policy: bucketPolicy({ Ref: 'Uploads' }, [grant({ Action: 's3:*', Resource: '*' })]),
    };
    expect(named(ID, { resources })).toEqual([]);
  });

  it('lets actions of its configuration be wild', () => {
    const xray = { Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], Resource: ['*'] };
    expect(found(xray)).toBe(1);
    expect(found(xray, [])).toBe(1);
    expect(found(xray, ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'])).toBe(0);
    expect(found(xray, ['xray:PutTraceSegments'])).toBe(1);
    expect(found({ Action: 'dynamodb:GetItem', Resource: '*' }, ['xray:PutTraceSegments'])).toBe(1);
    expect(found({ Action: 's3:*' }, ['s3:*'])).toBe(0);
    expect(found({ Action: '*' }, ['s3:*'])).toBe(1);
    expect(found({ Action: undefined, NotAction: 's3:*' }, ['s3:*'])).toBe(1);
  });

  it.each([[5], ['xray:*'], [{}], [[5]]])('refuses the configuration %j', (config) => {
    if (config === 'xray:*' && allows(ID, config)) return;
    expect(allows(ID, config)).toBe(false);
  });
});
