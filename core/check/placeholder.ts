import { createHash } from 'node:crypto';
import { partitionOf } from '../aws/region.ts';

/** The mark in every placeholder, by which a package's texts are told from values. */
const MARK = 'unknown-[0-9a-f]{8}-value';

/** A placeholder as it was made, or what the Serverless Framework cut out of it. */
export const PLACEHOLDER = new RegExp(
  `(?:https://|arn:aws[a-z-]*:[a-z0-9-]*:[a-z0-9-]*:(?:0{12})?:(?:[a-z]+/)?)?${MARK}(?:\\.invalid|/stream/${MARK})?`,
  'g',
);

/**
 * Returns what stands for a value that is not known without the cloud: a secret parameter, an output. It has the form that its name
 * promises (an ARN, an address), since the Serverless Framework refuses an event source that is no ARN; equal names have equal
 * placeholders.
 */
export function placeholderFor(name: string, region: string): string {
  const mark = `unknown-${createHash('sha256').update(name).digest('hex').slice(0, 8)}-value`;
  if (/arn$/i.test(name)) {
    return arnFor(name, mark, region);
  }
  return /(?:ur[il]|endpoint)$/i.test(name) ? `https://${mark}.invalid` : mark;
}

/** The services whose ARNs the Serverless Framework looks into, by what their outputs are called. */
const SERVICES: readonly (readonly [RegExp, (mark: string, place: string) => string])[] = [
  [/table.*stream|stream.*table/i, (mark, place) => `dynamodb:${place}:table/${mark}/stream/${mark}`],
  [/stream/i, (mark, place) => `kinesis:${place}:stream/${mark}`],
  [/queue|dlq/i, (mark, place) => `sqs:${place}:${mark}`],
  [/topic/i, (mark, place) => `sns:${place}:${mark}`],
  [/table/i, (mark, place) => `dynamodb:${place}:table/${mark}`],
  [/bucket/i, (mark) => `s3:::${mark}`],
  [/bus/i, (mark, place) => `events:${place}:event-bus/${mark}`],
  [/pool/i, (mark, place) => `cognito-idp:${place}:userpool/${mark}`],
  [/role|policy|boundary/i, (mark) => `iam::${ACCOUNT}:role/${mark}`],
];

/** No account has this number. */
const ACCOUNT = '000000000000';

function arnFor(name: string, mark: string, region: string): string {
  const place = `${region}:${ACCOUNT}`;
  const [, rest] = SERVICES.find(([pattern]) => pattern.test(name)) ?? [];
  return `arn:${partitionOf(region)}:${rest?.(mark, place) ?? `lambda:${place}:${mark}`}`;
}
