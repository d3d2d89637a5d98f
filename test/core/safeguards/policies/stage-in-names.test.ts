import { describe, expect, it } from 'vitest';
import { OF_OSLS } from '../sample-bucket.ts';
import { hello, lambda, named, OF_FRAMEWORK, type Sample } from '../sample-subject.ts';

const names = (resources: Sample['resources'], more: Sample = {}) =>
  named('stage-in-names', { ...more, resources: resources ?? {} });
const table = (TableName: unknown) => ({ Orders: { Type: 'AWS::DynamoDB::Table', Properties: { TableName } } });

describe('I1 stage-in-names', () => {
  it.each([
    ['AWS::DynamoDB::Table', 'TableName', 'orders'],
    ['AWS::S3::Bucket', 'BucketName', 'photos'],
    ['AWS::SQS::Queue', 'QueueName', 'jobs'],
    ['AWS::SNS::Topic', 'TopicName', 'orders'],
    ['AWS::Lambda::Function', 'FunctionName', 'shop-api-hello'],
    ['AWS::IAM::Role', 'RoleName', 'shop-lambda'],
    ['AWS::Logs::LogGroup', 'LogGroupName', '/aws/lambda/shop-api-hello'],
    ['AWS::SSM::Parameter', 'Name', '/shop/endpoint'],
  ])('wants the stage in the name of a %s', (type, property, name) => {
    expect(names({ It: { Type: type, Properties: { [property]: name } } })).toEqual(['It']);
    expect(names({ It: { Type: type, Properties: { [property]: `${name}-dev` } } })).toEqual([]);
    expect(names({ It: { Type: type, Properties: {} } })).toEqual([]);
    expect(names({ It: { Type: type } })).toEqual([]);
  });

  it.each(['orders-dev', 'dev-orders', 'shop.dev.orders', '/shop/dev/orders', 'shop_dev_orders', 'dev'])(
    'finds the stage in %s',
    (name) => {
      expect(names(table(name))).toEqual([]);
    },
  );

  it.each(['orders', 'orders-prod', 'orders-DE-v'])(
    'does not find the stage in %s, which would be the same in all',
    (name) => {
      expect(names(table(name))).toEqual(['Orders']);
    },
  );

  it('knows a preview by its whole name', () => {
    const preview = { stage: 'pr-1-0pv3fa9c', kind: 'preview' } as const;
    expect(names(table('orders-pr-1-0pv3fa9c'), preview)).toEqual([]);
    expect(names(table('orders-pr-1'), preview)).toEqual(['Orders']);
    expect(names(table('orders-dev'), preview)).toEqual(['Orders']);
  });

  it('takes the stage for its characters', () => {
    expect(names(table('orders-v1.2'), { stage: 'v1.2' })).toEqual([]);
    expect(names(table('orders-v1x2'), { stage: 'v1.2' })).toEqual(['Orders']);
  });

  it.each([
    { 'Fn::Join': ['-', ['orders', 'dev']] },
    { 'Fn::Join': ['-', [{ Ref: 'AWS::StackName' }, 'orders']] },
    { 'Fn::Join': ['-', ['orders', { Ref: 'AWS::Region' }, 'dev']] },
    { 'Fn::Sub': 'orders-dev-${AWS::AccountId}' },
    { 'Fn::Sub': '${AWS::StackName}-orders' },
    { 'Fn::Sub': ['orders-${Stage}', { Stage: 'dev' }] },
    { 'Fn::If': ['A', 'orders-dev', { Ref: 'AWS::NoValue' }] },
  ])('finds the stage in %j', (name) => {
    expect(names(table(name))).toEqual([]);
  });

  it.each([
    { 'Fn::Join': ['-', ['orders', { Ref: 'AWS::Region' }]] },
    { 'Fn::Sub': 'orders-${AWS::AccountId}' },
    { 'Fn::If': ['A', 'orders-dev', 'orders'] },
  ])('does not find it in %j', (name) => {
    expect(names(table(name))).toEqual(['Orders']);
  });

  it.each([
    { Ref: 'Name' },
    { 'Fn::ImportValue': 'name' },
    { 'Fn::FindInMap': ['Names', 'a', 'b'] },
    { 'Fn::Select': [0, { 'Fn::Split': [',', 'a,b'] }] },
    5,
    null,
  ])('does not fall over the name %j', (name) => {
    expect(() => names(table(name))).not.toThrow();
  });

  it('lets through what osls names', () => {
    const roleName = { 'Fn::Join': ['-', ['shop-api', 'dev', { Ref: 'AWS::Region' }, 'lambdaRole']] };
    const resources = {
      ...OF_OSLS,
      ...OF_FRAMEWORK,
      ...hello().resources,
      HelloLogGroup: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/aws/lambda/shop-api-dev-hello' } },
      IamRoleLambdaExecution: { Type: 'AWS::IAM::Role', Properties: { RoleName: roleName } },
      HttpApi: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'dev-shop-api', ProtocolType: 'HTTP' } },
      HttpApiStage: {
        Type: 'AWS::ApiGatewayV2::Stage',
        Properties: { ApiId: { Ref: 'HttpApi' }, StageName: '$default' },
      },
      HelloLambdaVersionX: {
        Type: 'AWS::Lambda::Version',
        Properties: { FunctionName: { Ref: 'HelloLambdaFunction' } },
      },
      HelloLambdaPermission: {
        Type: 'AWS::Lambda::Permission',
        Properties: { FunctionName: 'hello', Action: 'lambda:InvokeFunction', Principal: 'sns.amazonaws.com' },
      },
    };
    expect(names(resources)).toEqual([]);
  });

  it('names the function by its key', () => {
    const sample = { configured: { hello: {} }, resources: { HelloLambdaFunction: lambda('hello') } };
    expect(named('stage-in-names', sample)).toHaveLength(1);
  });
});
