import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from '../../server.ts';
import { type StackClient, stackClient } from '../../stack-client.ts';

let aws: LocalAws;
let cfn: StackClient;
beforeEach(async () => {
  aws = await startLocalAws({ resourceDelayMs: 0 });
  cfn = stackClient(aws);
});
afterEach(() => aws.close());

const lambda = (properties: object) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::111111111111:role/r',
    ...properties,
  },
});
const one = (properties: object) => ({ Resources: { F: lambda({ FunctionName: 'f', ...properties }) } });
const code = (text: string) => ({ Code: { ZipFile: text } });
const firstReason = async () =>
  (await cfn.events('app')).find((event) => event.ResourceStatus?.endsWith('_FAILED'))?.ResourceStatusReason;
interface Payload {
  env: Record<string, string>;
}
const invoke = async (event: object) => {
  const { accessKeyId } = aws.addUser('111111111111');
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/us-east-1/lambda/aws4_request`;
  const body = JSON.stringify(event);
  const answer = await fetch(`${aws.url}/2015-03-31/functions/f/invocations`, {
    method: 'POST',
    headers: { authorization },
    body,
  });
  return { error: answer.headers.get('x-amz-function-error'), payload: (await answer.json()) as Payload };
};

describe('a deployed function', () => {
  it('runs its handler with its own environment, and anew after an update', async () => {
    const text = 'exports.handler = async (event) => ({ event, env: process.env });';
    await cfn.create('app', one({ ...code(text), Environment: { Variables: { TABLE: 't' } } }));
    const { payload } = await invoke({ n: 1 });
    expect(payload).toMatchObject({
      event: { n: 1 },
      env: { TABLE: 't', AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL: aws.url },
    });
    expect(Object.keys(payload.env)).not.toContain('HOME');
    expect(aws.credentials.find(payload.env['AWS_ACCESS_KEY_ID'] ?? '')?.arn).toBe(
      'arn:aws:sts::111111111111:assumed-role/r/f',
    );
    await cfn.update('app', one({ ...code(text), Environment: { Variables: { TABLE: 'u' } } }));
    expect((await invoke({})).payload.env['TABLE']).toBe('u');
  });

  it.each([
    [
      'an error',
      "exports.handler = async () => { throw new TypeError('broken'); };",
      { errorType: 'TypeError', errorMessage: 'broken' },
    ],
    ['an end of its process', 'exports.handler = () => process.exit(7);', { errorType: 'Runtime.ExitError' }],
    ['a handler that is missing', 'exports.other = 1;', { errorType: 'Runtime.HandlerNotFound' }],
    [
      'no answer in time',
      'exports.handler = () => new Promise(() => setInterval(() => {}, 1000));',
      { errorType: 'Sandbox.Timedout' },
    ],
  ])('reports %s', async (_what, text, payload) => {
    await cfn.create('app', one({ ...code(text), Timeout: 1 }));
    expect(await invoke({})).toMatchObject({ error: 'Unhandled', payload });
  });
});

describe('a function is not made', () => {
  it('with more than 4 KB of environment', async () => {
    const variables = (size: number) => one({ ...code(''), Environment: { Variables: { KEY: 'x'.repeat(size - 3) } } });
    expect((await cfn.create('app', variables(4097))).StackStatus).toBe('ROLLBACK_COMPLETE');
    expect(await firstReason()).toContain('exceeded the 4KB limit');
    await cfn.remove('app');
    expect((await cfn.create('app', variables(4096))).StackStatus).toBe('CREATE_COMPLETE');
    expect((await cfn.update('app', variables(4097))).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
  });

  it('under a name that is taken', async () => {
    await cfn.create('other', one(code('')));
    await cfn.create('app', one(code('')));
    expect(await firstReason()).toBe('f already exists');
    expect(aws.functions.list()).toHaveLength(1);
  });

  it('from code that is not there', async () => {
    await cfn.create('app', one({ Code: { S3Bucket: 'no', S3Key: 'no' } }));
    expect(await firstReason()).toContain('NoSuchBucket');
  });
});

it('a role whose name is too long is not made', async () => {
  const Properties = { RoleName: 'r'.repeat(65), AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] } };
  await cfn.create('app', { Resources: { R: { Type: 'AWS::IAM::Role', Properties } } });
  expect(await firstReason()).toMatch(/Member must have length less than or equal to 64/);
});

describe('a nested stack', () => {
  const deployNested = (child: object) => {
    const bucket =
      aws.buckets.find('templates') ?? aws.buckets.add('templates', { account: '111111111111', region: 'us-east-1' });
    const version = {
      versionId: 'null',
      deleteMarker: false,
      body: Buffer.from(JSON.stringify(child)),
      etag: '',
      modified: 0,
      headers: {},
    };
    bucket.objects.set('child.json', [version]);
    const TemplateURL = 'https://s3.amazonaws.com/templates/child.json';
    const Child = { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL, Parameters: { Name: 'inner' } } };
    return { Resources: { Child }, Outputs: { Inner: { Value: { 'Fn::GetAtt': ['Child', 'Outputs.Queue'] } } } };
  };
  const child = {
    Parameters: { Name: { Type: 'String' } },
    Resources: { Q: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'Name' } } } },
    Outputs: { Queue: { Value: { 'Fn::GetAtt': ['Q', 'QueueName'] } } },
  };

  it('is made and deleted with its parent', async () => {
    expect((await cfn.create('app', deployNested(child))).Outputs?.[0]?.OutputValue).toBe('inner');
    await cfn.remove('app');
    expect(aws.stacks.list().map((stack) => stack.status)).toEqual(['DELETE_COMPLETE', 'DELETE_COMPLETE']);
  });

  it('that fails fails its parent, with the reason in its own events', async () => {
    aws.faults.failResource({ logicalId: 'Q', on: 'create', reason: 'no queue today' });
    expect((await cfn.create('app', deployNested(child))).StackStatus).toBe('ROLLBACK_COMPLETE');
    expect(await firstReason()).toMatch(
      /^Embedded stack arn:aws:cloudformation:\S+ was not successfully created: .*\[Q\]/,
    );
    const inner = aws.stacks.list().find((stack) => stack.parentId !== undefined);
    expect(inner?.events.map((event) => event.reason)).toContain('no queue today');
    expect(inner?.status).toBe('DELETE_COMPLETE');
  });
});
