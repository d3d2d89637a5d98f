import { PublishCommand, type PublishCommandInput, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from '../server.ts';
import { publishedMessages } from './sns-messages.ts';

const ACCOUNT = '111111111111';
const TOPIC = `arn:aws:sns:us-east-1:${ACCOUNT}:deployments`;

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws();
});
afterAll(() => aws.close());
beforeEach(() => {
  aws.journal.clear();
  aws.faults.clear();
});

const client = (credentials = aws.addUser(ACCOUNT), region = 'us-east-1') =>
  new SNSClient({ endpoint: aws.url, region, credentials, maxAttempts: 1 });
const publish = (input: Partial<PublishCommandInput>, sns = client()) =>
  sns.send(new PublishCommand({ TopicArn: TOPIC, Message: 'hello', ...input }));
const text = (StringValue: string) => ({ DataType: 'String', StringValue });

describe('a topic', () => {
  it('takes a message with its attributes, and says which one it is', async () => {
    const MessageAttributes = { event: text('deployed'), stage: text('feature-ä & <b>') };
    const Message = '{"a":"ä & <b>\\n"}';
    const { MessageId } = await publish({ Message, MessageAttributes });
    expect(MessageId).toMatch(/^[0-9a-f-]{36}$/);
    expect(publishedMessages(aws)).toEqual([
      {
        topic: TOPIC,
        message: Message,
        attributes: { event: 'deployed', stage: 'feature-ä & <b>' },
        region: 'us-east-1',
        callerArn: `arn:aws:iam::${ACCOUNT}:user/test`,
      },
    ]);
  });

  it('is any one of the account, in any region', async () => {
    const TopicArn = `arn:aws:sns:eu-west-1:${ACCOUNT}:any_Topic-2`;
    await publish({ TopicArn }, client(undefined, 'eu-west-1'));
    expect(publishedMessages(aws).map(({ topic }) => topic)).toEqual([TopicArn]);
  });

  it('of another account is refused to who calls', async () => {
    await expect(publish({}, client(aws.addUser('222222222222')))).rejects.toMatchObject({
      name: 'AuthorizationErrorException',
      message: expect.stringContaining('arn:aws:iam::222222222222:user/test is not authorized to perform: SNS:Publish'),
      $metadata: { httpStatusCode: 403 },
    });
    expect(publishedMessages(aws)).toEqual([]);
  });

  it('is refused by a fault as by a missing permission', async () => {
    aws.faults.add({ service: 'sns', action: 'Publish', code: 'AuthorizationError', status: 403, times: 1 });
    await expect(publish({})).rejects.toMatchObject({ name: 'AuthorizationErrorException' });
    await publish({});
    expect(publishedMessages(aws)).toHaveLength(1);
  });

  it.each<[what: string, input: Partial<PublishCommandInput>, name: string, message: RegExp]>([
    ['another region', { TopicArn: TOPIC.replace('us-east-1', 'eu-west-1') }, 'InvalidParameterException', /TopicArn$/],
    ['a text that is no ARN', { TopicArn: 'deployments' }, 'InvalidParameterException', /at least 6 elements, not 1/],
    ['an empty message', { Message: '' }, 'InvalidParameterException', /Empty message/],
    [
      'a message that is too long with its attributes',
      { Message: 'x'.repeat(256 * 1024 - 10), MessageAttributes: { event: text('deployed') } },
      'InvalidParameterException',
      /Message too long/,
    ],
    ['a subject of two lines', { Subject: 'a\nb' }, 'InvalidParameterException', /Subject/],
    [
      'an attribute without a value',
      { MessageAttributes: { event: text('') } },
      'InvalidParameterValueException',
      /'event' must contain non-empty message attribute value/,
    ],
    [
      'an attribute of a type that is none',
      { MessageAttributes: { event: { DataType: 'Text', StringValue: 'x' } } },
      'InvalidParameterValueException',
      /invalid message attribute type/,
    ],
    [
      'an attribute in the name of AWS',
      { MessageAttributes: { 'AWS.event': text('x') } },
      'InvalidParameterValueException',
      /'AWS\.event' is invalid/,
    ],
  ])('refuses %s', async (_what, input, name, message) => {
    const refused = { name: expect.stringContaining(name), message: expect.stringMatching(message) };
    await expect(publish(input)).rejects.toMatchObject(refused);
    expect(publishedMessages(aws)).toEqual([]);
  });
});

describe('a caller', () => {
  it('with a key that is none is not known', async () => {
    const nobody = client({ accessKeyId: 'AKIANOBODY', secretAccessKey: 'none' });
    await expect(publish({}, nobody)).rejects.toMatchObject({
      name: expect.stringContaining('InvalidClientTokenId'),
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('whose session has ended is told so', async () => {
    const keys = aws.addUser(ACCOUNT);
    aws.credentials.expire(keys.accessKeyId, aws.clock.now() - 1);
    await expect(publish({}, client(keys))).rejects.toMatchObject({ name: expect.stringContaining('Expired') });
  });

  it('without a signature is refused', async () => {
    const body = new URLSearchParams({ Action: 'Publish', Version: '2010-03-31', TopicArn: TOPIC, Message: 'hello' });
    expect((await fetch(aws.url, { method: 'POST', body })).ok).toBe(false);
    expect(publishedMessages(aws)).toEqual([]);
  });
});
