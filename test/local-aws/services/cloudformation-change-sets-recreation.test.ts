import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChangeSetClient, changeOf, changeSetClient, lines, reasons } from '../change-set-client.ts';
import { type LocalAws, startLocalAws } from '../server.ts';
import { type StackClient, stackClient } from '../stack-client.ts';

let aws: LocalAws;
let cfn: StackClient;
let sets: ChangeSetClient;
beforeAll(async () => {
  aws = await startLocalAws({ resourceDelayMs: 0, changeSetLooks: 0 });
  cfn = stackClient(aws);
  sets = changeSetClient(cfn);
});
afterAll(() => aws.close());

let count = 0;
/** What a change set says of one resource that gets other properties, or another policy. */
async function step(type: string, before: object, after: object, attributes: object = {}) {
  count += 1;
  const stack = `s${count}`;
  const one = (Properties: object) => ({ Resources: { R: { Type: type, Properties, ...attributes } } });
  await cfn.create(stack, one(before));
  return sets.show(stack, one(after), { Capabilities: ['CAPABILITY_NAMED_IAM'] });
}

const KEY = [{ AttributeName: 'id', KeyType: 'HASH' }];
const TABLE = { KeySchema: KEY, AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }] };
const INDEX = { IndexName: 'i', KeySchema: KEY };
const ROLE = {
  AssumeRolePolicyDocument: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  },
};

describe('another value of a property', () => {
  it.each([
    ['AWS::DynamoDB::Table', 'TableName', 'True', TABLE, { TableName: 'u' }],
    ['AWS::DynamoDB::Table', 'KeySchema', 'True', TABLE, { KeySchema: [{ AttributeName: 'no', KeyType: 'HASH' }] }],
    ['AWS::DynamoDB::Table', 'LocalSecondaryIndexes', 'True', TABLE, { LocalSecondaryIndexes: [INDEX] }],
    ['AWS::DynamoDB::Table', 'GlobalSecondaryIndexes', 'False', TABLE, { GlobalSecondaryIndexes: [INDEX] }],
    [
      'AWS::DynamoDB::Table',
      'AttributeDefinitions',
      'Conditional',
      TABLE,
      { AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'N' }] },
    ],
    ['AWS::DynamoDB::Table', 'BillingMode', 'False', TABLE, { BillingMode: 'PAY_PER_REQUEST' }],
    ['AWS::S3::Bucket', 'BucketName', 'True', { BucketName: 'one-bucket' }, { BucketName: 'two-bucket' }],
    ['AWS::S3::Bucket', 'VersioningConfiguration', 'False', {}, { VersioningConfiguration: { Status: 'Enabled' } }],
    ['AWS::SQS::Queue', 'QueueName', 'True', {}, { QueueName: 'q' }],
    ['AWS::SQS::Queue', 'FifoQueue', 'True', {}, { FifoQueue: true }],
    ['AWS::SQS::Queue', 'DelaySeconds', 'False', {}, { DelaySeconds: 1 }],
    ['AWS::Kinesis::Stream', 'Name', 'True', {}, { Name: 'k' }],
    ['AWS::Kinesis::Stream', 'ShardCount', 'False', {}, { ShardCount: 2 }],
    ['AWS::Cognito::UserPool', 'UserPoolName', 'False', {}, { UserPoolName: 'p' }],
    ['AWS::Cognito::UserPool', 'AliasAttributes', 'False', {}, { AliasAttributes: ['email'] }],
    ['AWS::Cognito::UserPoolClient', 'GenerateSecret', 'True', {}, { GenerateSecret: true }],
    ['AWS::KMS::Key', 'KeySpec', 'True', {}, { KeySpec: 'RSA_2048' }],
    ['AWS::KMS::Key', 'KeyPolicy', 'False', {}, { KeyPolicy: { Statement: [] } }],
    ['AWS::IAM::Role', 'RoleName', 'True', ROLE, { RoleName: 'r' }],
    ['AWS::IAM::Role', 'Path', 'True', ROLE, { Path: '/p/' }],
    ['AWS::IAM::Role', 'Policies', 'False', ROLE, { Policies: [] }],
    ['AWS::RDS::DBInstance', 'DBInstanceIdentifier', 'True', {}, { DBInstanceIdentifier: 'd' }],
    ['AWS::RDS::DBInstance', 'Engine', 'Conditional', { Engine: 'mysql' }, { Engine: 'postgres' }],
    ['AWS::RDS::DBInstance', 'AllocatedStorage', 'False', {}, { AllocatedStorage: '20' }],
    ['AWS::EFS::FileSystem', 'Encrypted', 'True', {}, { Encrypted: true }],
    ['AWS::EFS::FileSystem', 'KmsKeyId', 'True', {}, { KmsKeyId: 'k' }],
    ['AWS::EFS::FileSystem', 'PerformanceMode', 'True', {}, { PerformanceMode: 'maxIO' }],
    ['Custom::Thing', 'Anything', 'Conditional', { ServiceToken: 't' }, { Anything: 1 }],
    ['AWS::Unknown::Thing', 'Name', 'False', {}, { Name: 'n' }],
  ])('of %s, %s, has Replacement %s', async (type, name, replacement, before, more) => {
    const recreation = { True: 'Always', Conditional: 'Conditionally', False: 'Never' }[replacement];
    const answer = await step(type, before, { ...before, ...more });
    expect(changeOf(answer, 'R').Replacement).toBe(replacement);
    expect(reasons(answer, 'R')).toEqual([`${name} ${recreation} Static DirectModification`]);
  });

  it.each(['FunctionName', 'PackageType'])('of a function, %s, replaces it', async (name) => {
    const fn = { Handler: 'i.h', Role: 'r', Code: { ZipFile: '' } };
    expect(lines(await step('AWS::Lambda::Function', fn, { ...fn, [name]: 'Other' }))).toEqual([
      'Modify R True ReplaceAndDelete',
    ]);
  });

  it('of a user pool that can be given once shows in the update alone, which fails', async () => {
    await step('AWS::Cognito::UserPool', {}, {});
    const stack = `s${count}`;
    const Properties = { UsernameAttributes: ['email'] };
    const next = { Resources: { R: { Type: 'AWS::Cognito::UserPool', Properties } } };
    expect((await cfn.update(stack, next)).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    const reasonsOfEvents = (await cfn.events(stack)).map((event) => event.ResourceStatusReason);
    expect(reasonsOfEvents).toContain('Updates are not allowed for property - UsernameAttributes.');
  });

  it('makes a new resource when it is deployed', async () => {
    await step('AWS::Kinesis::Stream', { Name: 'before' }, { Name: 'after' });
    const idOf = () => aws.stacks.find(`s${count}`)?.resources.get('R')?.physicalId;
    const before = idOf();
    await sets.execute(`s${count}`);
    await cfn.settled(`s${count}`);
    expect(idOf()).not.toBe(before);
  });
});

describe('what is left of a resource', () => {
  const [old, renamed] = [{ QueueName: 'q-old' }, { QueueName: 'q-new' }];

  it.each([
    [{}, 'ReplaceAndDelete'],
    [{ UpdateReplacePolicy: 'Retain' }, 'ReplaceAndRetain'],
    [{ UpdateReplacePolicy: 'Snapshot' }, 'ReplaceAndSnapshot'],
    [{ UpdateReplacePolicy: 'Delete', DeletionPolicy: 'Retain' }, 'ReplaceAndDelete'],
  ])('that is replaced with %o: %s', async (policies, action) => {
    const name = `q${action}${Object.keys(policies).length}`;
    const answer = await step('AWS::SQS::Queue', { QueueName: name }, { QueueName: `${name}2` }, policies);
    expect(lines(answer)).toEqual([`Modify R True ${action}`]);
  });

  it.each([
    ['AWS::SQS::Queue', {}, {}, 'Delete'],
    ['AWS::SQS::Queue', { DeletionPolicy: 'Retain' }, {}, 'Retain'],
    ['AWS::SQS::Queue', { DeletionPolicy: 'RetainExceptOnCreate' }, {}, 'Retain'],
    ['AWS::SQS::Queue', { UpdateReplacePolicy: 'Retain' }, {}, 'Delete'],
    ['AWS::RDS::DBInstance', { DeletionPolicy: 'Delete' }, {}, 'Delete'],
    ['AWS::RDS::DBInstance', {}, {}, 'Snapshot'],
    ['AWS::RDS::DBInstance', {}, { DBClusterIdentifier: 'c' }, 'Delete'],
    ['AWS::RDS::DBCluster', {}, {}, 'Snapshot'],
  ])('that is removed: %s with %o and %o: %s', async (Type, policies, Properties, action) => {
    count += 1;
    const Kept = { Type: 'AWS::SQS::Queue' };
    await cfn.create(`s${count}`, { Resources: { Kept, R: { Type, Properties, ...policies } } });
    const answer = await sets.show(`s${count}`, { Resources: { Kept } });
    expect(lines(answer)).toEqual([`Remove R ${action}`]);
    expect(changeOf(answer, 'R')).toMatchObject({ PhysicalResourceId: expect.any(String), Scope: [], Details: [] });
  });

  it('is as the template says that stands, not the next one', async () => {
    count += 1;
    const one = (Properties: object, policies: object) => ({
      Resources: { R: { Type: 'AWS::SQS::Queue', Properties, ...policies } },
    });
    await cfn.create(`s${count}`, one(old, { UpdateReplacePolicy: 'Retain' }));
    const answer = await sets.show(`s${count}`, one(renamed, { UpdateReplacePolicy: 'Delete' }));
    expect(lines(answer)).toEqual(['Modify R True ReplaceAndRetain']);
  });
});
