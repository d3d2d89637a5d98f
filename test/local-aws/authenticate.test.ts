import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from './server.ts';

const ACCOUNT = '111111111111';
const role = `arn:aws:iam::${ACCOUNT}:role/deploy`;
const HOUR = 3_600_000;
let aws: LocalAws;
beforeEach(async () => {
  aws = await startLocalAws();
  const Statement = [{ Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'sts:AssumeRole' }];
  aws.roles.add({ arn: role, trustPolicy: { Version: '2012-10-17', Statement } });
});
afterEach(() => aws.close());

interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

async function openSession(RoleSessionName: string): Promise<Keys & { arn: string }> {
  const sts = new STSClient({ endpoint: aws.url, region: 'us-east-1', credentials: aws.addUser(ACCOUNT) });
  const answer = await sts.send(new AssumeRoleCommand({ RoleArn: role, RoleSessionName }));
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = answer.Credentials ?? {};
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    arn: answer.AssumedRoleUser?.Arn ?? '',
  };
}

/** One harmless call of each kind of service; undefined where it goes through. */
async function refusals({ accessKeyId, secretAccessKey, sessionToken }: Keys) {
  const credentials = { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
  const options = { endpoint: aws.url, region: 'us-east-1', maxAttempts: 1, credentials };
  const calls = {
    sts: new STSClient(options).send(new GetCallerIdentityCommand({})),
    cloudformation: new CloudFormationClient(options).send(new DescribeStacksCommand({})),
    ssm: new SSMClient(options).send(new GetParametersByPathCommand({ Path: '/' })),
    logs: new CloudWatchLogsClient(options).send(new DescribeLogGroupsCommand({})),
    s3: new S3Client({ ...options, forcePathStyle: true }).send(new ListBucketsCommand({})),
  };
  const outcomes = Object.entries(calls).map(async ([name, call]) => {
    const refusal = await call.then(
      () => undefined,
      (error: { name: string; message: string; $metadata: { httpStatusCode: number } }) =>
        `${error.$metadata.httpStatusCode} ${error.name}: ${error.message}`,
    );
    return [name, refusal];
  });
  return Object.fromEntries(await Promise.all(outcomes)) as Record<string, string | undefined>;
}

const NONE = { sts: undefined, cloudformation: undefined, ssm: undefined, logs: undefined, s3: undefined };
const message = 'The security token included in the request is expired';
const EXPIRED = {
  sts: `403 ExpiredToken: ${message}`,
  cloudformation: `403 ExpiredToken: ${message}`,
  ssm: `400 ExpiredTokenException: ${message}`,
  logs: `400 ExpiredTokenException: ${message}`,
  s3: '400 ExpiredToken: The provided token has expired.',
};

describe('a session', () => {
  it('is over when the stand-in’s clock says so, in the words of each kind of service', async () => {
    const session = await openSession('one');
    aws.clock.advance(HOUR - 60_000);
    expect(await refusals(session)).toEqual(NONE);
    aws.clock.advance(60_000);
    expect(await refusals(session)).toEqual(EXPIRED);
  });

  it('can be ended alone, by its key or its ARN, at once or later', async () => {
    const [first, second, other] = [await openSession('one'), await openSession('two'), await openSession('three')];
    aws.credentials.expire(first.accessKeyId, aws.clock.now());
    aws.credentials.expire(second.arn, aws.clock.now() + 60_000);
    expect(await refusals(first)).toEqual(EXPIRED);
    expect(await refusals(second)).toEqual(NONE);
    aws.clock.advance(60_000);
    expect(await refusals(second)).toEqual(EXPIRED);
    expect(await refusals(other)).toEqual(NONE);
  });

  it('that is not there cannot be ended', () => {
    expect(() => aws.credentials.expire('ASIANONE', 0)).toThrow('there are no credentials ASIANONE');
  });
});

it('keys of a user do not end with the time', async () => {
  const keys = aws.addUser(ACCOUNT);
  aws.clock.advance(1000 * HOUR);
  expect(await refusals(keys)).toEqual(NONE);
});
