import { DescribeStacksCommand, ListExportsCommand } from '@aws-sdk/client-cloudformation';
import { GetParameterCommand, GetParameterHistoryCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from './server.ts';
import { queues, stackClient } from './stack-client.ts';

let aws: LocalAws;
beforeEach(async () => {
  aws = await startLocalAws({ resourceDelayMs: 0 });
});
afterEach(() => aws.close());

const stsClient = (
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string },
  maxAttempts = 1,
) => new STSClient({ endpoint: aws.url, region: 'us-east-1', maxAttempts, credentials });
const identify = (client: STSClient) => client.send(new GetCallerIdentityCommand({}));

describe('faults of calls', () => {
  it('throttle each third call', async () => {
    const client = stsClient(aws.addUser('111111111111'));
    const handle = aws.faults.add({ service: 'sts', every: 3, code: 'Throttling', status: 400 });
    const outcomes: string[] = [];
    for (let call = 0; call < 6; call += 1) {
      outcomes.push(
        await identify(client).then(
          () => 'ok',
          (error: Error) => `${error.name}: ${error.message}`,
        ),
      );
    }
    expect(outcomes).toEqual(['ok', 'ok', 'Throttling: Rate exceeded', 'ok', 'ok', 'Throttling: Rate exceeded']);
    expect(handle.hits).toBe(2);
    handle.remove();
    for (let call = 0; call < 3; call += 1) await identify(client);
    expect(aws.journal.of('sts').map((entry) => entry.errorCode)).toEqual([
      undefined,
      undefined,
      'Throttling',
      undefined,
      undefined,
      'Throttling',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['an internal error', { status: 500 }],
    ['an unavailable service', { status: 503 }],
    ['a closed connection', { closeConnection: true as const }],
    ['an answer that is no XML', { status: 502, rawBody: '<html>Bad gateway' }],
  ])('give %s, which the SDK survives by trying again', async (_what, fault) => {
    aws.faults.add({ service: 'sts', ...fault, times: 1 });
    expect((await identify(stsClient(aws.addUser('111111111111'), 3))).Account).toBe('111111111111');
    expect(aws.journal.of('sts', 'GetCallerIdentity')).toHaveLength(2);
  });

  it('meet only the parameters they are for, after the calls they let through', async () => {
    const { client } = stackClient(aws);
    const throttled = { code: 'AccessDenied', status: 403, message: 'not you' };
    aws.faults.add({
      action: 'DescribeStacks',
      match: (params) => params['StackName'] === 'app',
      after: 1,
      ...throttled,
    });
    const describeStack = (StackName: string) => client.send(new DescribeStacksCommand({ StackName }));
    await expect(describeStack('app')).rejects.toThrow('Stack with id app does not exist');
    await expect(describeStack('other')).rejects.toThrow('Stack with id other does not exist');
    await expect(describeStack('app')).rejects.toMatchObject({ name: 'AccessDenied', message: 'not you' });
    await client.send(new ListExportsCommand({}));
  });

  it('can spoil the answer of a call that took effect', async () => {
    const cfn = stackClient(aws);
    aws.faults.add({ action: 'CreateStack', when: 'after', closeConnection: true, times: 1 });
    await expect(cfn.create('app', queues({ A: {} }))).rejects.toThrow('Stack [app] already exists');
    expect((await cfn.settled('app')).StackStatus).toBe('CREATE_COMPLETE');
  });
});

describe('faults of Parameter Store', () => {
  const ssmClient = (maxAttempts: number) =>
    new SSMClient({ endpoint: aws.url, region: 'us-east-1', maxAttempts, credentials: aws.addUser('111111111111') });
  const put = new PutParameterCommand({ Name: '/app/key', Value: 'v', Type: 'String' });

  it('throttle PutParameter alone, and the SDK tries again', async () => {
    const fault = aws.faults.add({ service: 'ssm', action: 'PutParameter', times: 2, code: 'ThrottlingException' });
    await expect(ssmClient(1).send(put)).rejects.toMatchObject({
      name: 'ThrottlingException',
      message: 'Rate exceeded',
      $metadata: { httpStatusCode: 400 },
    });
    expect(await ssmClient(3).send(put)).toMatchObject({ Version: 1 });
    expect(fault.hits).toBe(2);
    await ssmClient(1).send(new GetParameterCommand({ Name: '/app/key' }));
  });

  it('throttle the writes of one parameter', async () => {
    const match = (params: Record<string, unknown>) => params['Name'] === '/app/key';
    aws.faults.add({ service: 'ssm', action: 'PutParameter', match, code: 'TooManyUpdates' });
    await expect(ssmClient(1).send(put)).rejects.toMatchObject({ name: 'TooManyUpdates' });
    await ssmClient(1).send(new PutParameterCommand({ ...put.input, Name: '/app/other' }));
  });

  it('lose the answer to a write that took effect, which the second attempt then finds there', async () => {
    aws.faults.add({ service: 'ssm', action: 'PutParameter', when: 'after', closeConnection: true, times: 1 });
    await expect(ssmClient(3).send(put)).rejects.toMatchObject({ name: 'ParameterAlreadyExists' });
  });

  it('do not touch the dates, which are by the clock of the stand-in', async () => {
    aws.clock.advance(3_600_000);
    const before = aws.clock.now();
    await ssmClient(1).send(put);
    const { Parameters } = await ssmClient(1).send(new GetParameterHistoryCommand({ Name: '/app/key' }));
    expect(Parameters?.[0]?.LastModifiedDate?.getTime()).toBeGreaterThanOrEqual(before);
  });
});

describe('keys', () => {
  const keys = { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret' };
  const session = { ...keys, account: '111111111111', arn: 'arn:aws:sts::111111111111:assumed-role/deploy/run' };
  const nameOf = (call: Promise<unknown>) =>
    call.then(
      () => 'ok',
      (error: Error) => error.name,
    );

  it('that nobody made are refused in the words of each family', async () => {
    const options = { endpoint: aws.url, region: 'us-east-1', maxAttempts: 1, credentials: keys };
    expect(await nameOf(identify(stsClient(keys)))).toBe('InvalidClientTokenId');
    const ssm = new SSMClient(options).send(new GetParameterCommand({ Name: '/x' }));
    expect(await nameOf(ssm)).toBe('UnrecognizedClientException');
    const head = { authorization: 'AWS4-HMAC-SHA256 Credential=AKIANONE/20260101/us-east-1/s3/aws4_request' };
    const s3 = await fetch(`${aws.url}/bucket`, { headers: head });
    expect([s3.status, await s3.text()]).toEqual([403, expect.stringContaining('<Code>InvalidAccessKeyId</Code>')]);
  });

  it('of a session need its token, and end with it', async () => {
    aws.credentials.add({ ...session, sessionToken: 'token', expiresAt: aws.clock.now() + 3_600_000 });
    expect(await nameOf(identify(stsClient(keys)))).toBe('InvalidClientTokenId');
    expect((await identify(stsClient({ ...keys, sessionToken: 'token' }))).Arn).toBe(session.arn);
    aws.clock.advance(3_600_000);
    expect(await nameOf(identify(stsClient({ ...keys, sessionToken: 'token' })))).toBe('ExpiredToken');
  });

  it('are needed for every call but AssumeRoleWithWebIdentity', async () => {
    const call = (Action: string) =>
      fetch(aws.url, { method: 'POST', body: new URLSearchParams({ Action, Version: '2011-06-15' }) });
    expect(await (await call('GetCallerIdentity')).text()).toContain('<Code>MissingAuthenticationToken</Code>');
    expect(await (await call('AssumeRoleWithWebIdentity')).text()).not.toContain('MissingAuthenticationToken');
  });
});

it('an operation that is not there fails loudly', async () => {
  const { accessKeyId } = aws.addUser('111111111111');
  const answer = await fetch(`${aws.url}/`, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/us-east-1/kms/aws4_request`,
      'x-amz-target': 'TrentService.Decrypt',
    },
    body: '{}',
  });
  expect([answer.status, await answer.text()]).toEqual([501, expect.stringContaining('kms TrentService.Decrypt')]);
  expect(aws.journal.of('kms')).toMatchObject([
    { action: 'TrentService.Decrypt', status: 501, errorCode: 'NotImplemented' },
  ]);
});
