import * as v from 'valibot';
import { someNames } from './schema-parts.ts';

/** What the entries of `notifications` may be told of. */
export const NOTIFIED_EVENTS = ['started', 'deployed', 'unchanged', 'superseded', 'failed', 'removed'] as const;

export type NotifiedEvent = (typeof NOTIFIED_EVENTS)[number];

/** What is told of where an entry does not say. */
export const DEFAULT_EVENTS: readonly NotifiedEvent[] = ['deployed', 'failed', 'removed'];

/** What the check says of a target that is no name of a secret; it may be an address, which is shown nowhere. */
export const NOT_A_SECRET_NAME =
  'is not the name of a secret; write the name alone, an address does not belong into the file';

const secretName = (description: string) =>
  v.pipe(v.string(), v.regex(/^[A-Za-z_][A-Za-z0-9_]*$/, NOT_A_SECRET_NAME), v.description(description));
const filters = {
  events: v.optional(
    v.pipe(
      v.array(v.picklist(NOTIFIED_EVENTS, `is none of ${NOTIFIED_EVENTS.join(', ')}`)),
      v.minLength(1, 'names nothing; leave the key out'),
      v.description('What is told of (default: deployed, failed, removed).'),
    ),
  ),
  stages: v.optional(someNames('Of which stages: names, patterns, or "previews" for all previews (default: all).')),
  services: v.optional(
    someNames('Only where one of these services was deployed, failed or was removed (default: all).'),
  ),
};
/** One entry of `notifications`: a target, and what it is told of. */
export const notification = v.pipe(
  v.strictObject({
    slack: v.optional(secretName('Name of the secret with the address of an incoming webhook of Slack.')),
    webhook: v.optional(secretName('Name of the secret with the address that gets a signed POST.')),
    sns: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+$/, 'is not the ARN of an SNS topic'),
        v.description("ARN of an SNS topic that the stage's role may publish to."),
      ),
    ),
    ...filters,
  }),
  v.check(
    ({ slack, webhook, sns }) => [slack, webhook, sns].filter((target) => target !== undefined).length === 1,
    'names no target, or several; write one of slack, webhook, sns',
  ),
);

export type NotificationConfig = v.InferOutput<typeof notification>;
