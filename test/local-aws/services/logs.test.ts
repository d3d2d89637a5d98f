import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DeleteLogGroupCommand,
  DescribeLogGroupsCommand,
  paginateDescribeLogGroups,
} from '@aws-sdk/client-cloudwatch-logs';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from '../server.ts';
import { type StackClient, stackClient } from '../stack-client.ts';

let aws: LocalAws;
let cfn: StackClient;
let logs: CloudWatchLogsClient;
let lambda: LambdaClient;
beforeEach(async () => {
  aws = await startLocalAws({ resourceDelayMs: 0 });
  cfn = stackClient(aws);
  const options = { endpoint: aws.url, region: 'us-east-1', credentials: aws.addUser() };
  logs = new CloudWatchLogsClient(options);
  lambda = new LambdaClient(options);
});
afterEach(() => aws.close());

const names = async (input: object = {}) => {
  const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand(input));
  return logGroups.map(({ logGroupName }) => logGroupName);
};
const make = (logGroupName: string) => logs.send(new CreateLogGroupCommand({ logGroupName }));
const deploy = (more: object = {}, Resources: object = {}) => {
  const Code = { ZipFile: 'exports.handler = async () => process.env.AWS_LAMBDA_LOG_GROUP_NAME;' };
  const Properties = { FunctionName: 'f', Runtime: 'nodejs20.x', Handler: 'index.handler', Role: 'r/r', Code, ...more };
  return cfn.create('app', { Resources: { F: { Type: 'AWS::Lambda::Function', Properties }, ...Resources } });
};
const call = async (FunctionName = 'f') => {
  const { Payload } = await lambda.send(new InvokeCommand({ FunctionName }));
  return Buffer.from(Payload ?? []).toString();
};

describe('the log group of a function', () => {
  it('comes with its first call and outlives its stack', async () => {
    await deploy();
    expect(await names()).toEqual([]);
    expect(await call()).toBe('"/aws/lambda/f"');
    await call();
    expect(await names()).toEqual(['/aws/lambda/f']);
    await cfn.remove('app');
    expect(await names({ logGroupNamePrefix: '/aws/lambda/' })).toEqual(['/aws/lambda/f']);
    await logs.send(new DeleteLogGroupCommand({ logGroupName: '/aws/lambda/f' }));
    expect(await names()).toEqual([]);
  });

  it('goes with the stack that made it', async () => {
    const Properties = { LogGroupName: '/aws/lambda/f', RetentionInDays: 7 };
    await deploy({}, { Group: { Type: 'AWS::Logs::LogGroup', Properties } });
    await call();
    const { logGroups } = await logs.send(new DescribeLogGroupsCommand({}));
    expect(logGroups).toMatchObject([
      { logGroupArn: 'arn:aws:logs:us-east-1:111111111111:log-group:/aws/lambda/f', retentionInDays: 7 },
    ]);
    await cfn.remove('app');
    expect(await names()).toEqual([]);
  });

  it('is in the way of a stack that wants to make it', async () => {
    await make('/aws/lambda/f');
    const Group = { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/aws/lambda/f' } };
    expect((await deploy({}, { Group })).StackStatus).toBe('ROLLBACK_COMPLETE');
    expect(await names()).toEqual(['/aws/lambda/f']);
  });

  it('has the name that the function asks for', async () => {
    await deploy({ LoggingConfig: { LogGroup: '/shop/dev' } });
    expect(await call()).toBe('"/shop/dev"');
    expect(await names()).toEqual(['/shop/dev']);
  });
});

describe('log groups', () => {
  it('are listed in order, 50 a page, by prefix or pattern', async () => {
    for (let index = 0; index < 60; index += 1) await make(`/p/${String(index).padStart(2, '0')}`);
    await make('/other/Thing');
    const sizes: number[] = [];
    for await (const { logGroups = [] } of paginateDescribeLogGroups({ client: logs }, { logGroupNamePrefix: '/p/' })) {
      sizes.push(logGroups.length);
    }
    expect(sizes).toEqual([50, 10]);
    expect(await names({ limit: 2 })).toEqual(['/other/Thing', '/p/00']);
    expect(await names({ logGroupNamePattern: 'thing' })).toEqual(['/other/Thing']);
    await expect(names({ logGroupNamePrefix: '/p', logGroupNamePattern: 'p' })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  it('can be made and deleted once', async () => {
    await make('/g');
    await expect(make('/g')).rejects.toMatchObject({ name: 'ResourceAlreadyExistsException' });
    await logs.send(new DeleteLogGroupCommand({ logGroupName: '/g' }));
    await expect(logs.send(new DeleteLogGroupCommand({ logGroupName: '/g' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'The specified log group does not exist.',
      $metadata: { httpStatusCode: 400 },
    });
  });
});
