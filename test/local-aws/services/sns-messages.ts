import type { LocalAws } from '../server.ts';
import { readAttributes } from './sns-attributes.ts';

/** A message that a topic took, as its subscribers get it. */
export interface PublishedMessage {
  readonly topic: string;
  readonly message: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Region of the call's signature, and who signed it. */
  readonly region: string;
  readonly callerArn: string;
}

/** What was published, in order: what SNS refused is not among it. */
export function publishedMessages({ journal }: Pick<LocalAws, 'journal'>): PublishedMessage[] {
  return journal
    .of('sns', 'Publish')
    .filter(({ status }) => status === 200)
    .map(({ params, region, callerArn = '' }) => ({
      topic: String(params['TopicArn']),
      message: String(params['Message']),
      attributes: Object.fromEntries(readAttributes(params).map(({ name, value }) => [name, value])),
      region,
      callerArn,
    }));
}
