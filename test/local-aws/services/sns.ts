import { randomUUID } from 'node:crypto';
import { textOf } from '../protocol/parameters.ts';
import { AwsError, type CallContext, type QueryService } from '../protocol/service.ts';
import { type MessageAttribute, readAttributes } from './sns-attributes.ts';

/** Bytes that a message and its attributes may have together: the default of a topic. */
const MAX_BYTES = 256 * 1024;

/** SNS, as far as messages are published: an account has every topic that is named. What was told is in the journal. */
export function snsService(): QueryService {
  return {
    protocol: 'query',
    name: 'sns',
    namespace: 'http://sns.amazonaws.com/doc/2010-03-31/',
    operations: {
      Publish: (input, context) => {
        requireTopic(textOf(input, 'TopicArn'), context);
        const message = textOf(input, 'Message');
        if (message === undefined) throw invalid('Empty message');
        const subject = textOf(input, 'Subject');
        // A subject of up to 100 ASCII characters, without line breaks, that begins with no blank (API reference, Publish).
        if (subject !== undefined && !/^[!-~][ -~]{0,99}$/.test(subject)) throw invalid('Subject');
        if (bytesOf(message, readAttributes(input)) > MAX_BYTES) throw invalid('Message too long');
        return { MessageId: randomUUID() };
      },
    },
  };
}

function requireTopic(topic: string | undefined, { account, region, callerArn }: CallContext): void {
  if (topic === undefined) throw invalid('TopicArn or TargetArn Reason: no value for required parameter');
  const parts = topic.split(':');
  if (parts.length < 6) {
    throw invalid(`TopicArn Reason: An ARN must have at least 6 elements, not ${parts.length}`);
  }
  const [, , service, where, owner = '', name = ''] = parts;
  // A region's endpoint knows its own topics alone, and says no more than this.
  if (service !== 'sns' || where !== region || !/^[\w-]{1,256}(\.fifo)?$/.test(name)) throw invalid('TopicArn');
  if (owner === account) return;
  throw new AwsError(
    'AuthorizationError',
    `User: ${callerArn} is not authorized to perform: SNS:Publish on resource: ${topic} because no resource-based policy allows the SNS:Publish action`,
    403,
  );
}

function bytesOf(message: string, attributes: readonly MessageAttribute[]): number {
  const texts = attributes.flatMap(({ name, type, value }) => [name, type, value]);
  return [message, ...texts].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

function invalid(what: string): AwsError {
  return new AwsError('InvalidParameter', `Invalid parameter: ${what}`);
}
