import { openClient } from './client-options.ts';
import type { LiveSession } from './live-session.ts';
import { type RetryPlan, request } from './request.ts';

/** Longest message that is sent, in bytes: SNS takes 256 KiB, attributes included. */
const MAX_MESSAGE = 250 * 1024;

/** Nobody waits long for a message. */
const BRIEF_RETRY: RetryPlan = { retries: 1, minTimeout: 200, maxTimeout: 1000 };
const BRIEF = { requestHandler: { connectionTimeout: 2000, requestTimeout: 5000, throwOnRequestTimeout: true } };

/** Publishes a message to an SNS topic; `event` and `stage` are attributes, for filter policies. */
export type PublishToTopic = (
  topic: string,
  message: { readonly event: string; readonly stage: string },
) => Promise<void>;

/** Returns the way to SNS topics with a session, each in the region that its ARN names. */
export function topicPublisher(session: LiveSession): PublishToTopic {
  return (topic, message) => publish(topic, message, session.inRegion(topic.split(':')[3] ?? session.region));
}

async function publish(topic: string, message: Parameters<PublishToTopic>[1], session: LiveSession): Promise<void> {
  const { SNSClient, PublishCommand } = await import('@aws-sdk/client-sns');
  const client = openClient(SNSClient, session, BRIEF);
  const text = JSON.stringify(message);
  const attribute = (value: string) => ({ DataType: 'String', StringValue: value });
  const command = new PublishCommand({
    TopicArn: topic,
    Message: Buffer.byteLength(text) <= MAX_MESSAGE ? text : JSON.stringify({ ...message, services: [] }),
    MessageAttributes: { event: attribute(message.event), stage: attribute(message.stage) },
  });
  await request(() => client.send(command), BRIEF_RETRY);
}
