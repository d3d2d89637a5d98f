import { randomUUID } from 'node:crypto';
import type { NotificationConfig } from '../../core/configuration/notification-schema.ts';
import type { NotificationMessage } from '../../core/notify/message.ts';
import { entriesFor } from '../../core/notify/select.ts';
import { slackMessage } from '../../core/notify/slack.ts';
import type { Log } from '../runner/log.ts';
import { postJson } from './post.ts';

/** Where notifications go, by the names that the configuration calls them by. */
export interface NotificationTargets {
  readonly slack: ReadonlyMap<string, string>;
  readonly webhooks: ReadonlyMap<string, string>;
  /** Key that deliveries of webhooks are signed with. */
  readonly webhookKey: string | undefined;
  readonly allowedHosts: readonly string[];
}

/** Tells Slack and webhooks of a stage. Never rejects: what could not be delivered is a warning that names the target. */
export async function deliverNotifications(
  entries: readonly NotificationConfig[],
  message: NotificationMessage,
  targets: NotificationTargets,
  log: Log,
): Promise<void> {
  await Promise.all(
    entriesFor(entries, message).map(async (entry) => {
      const name = entry.slack ?? entry.webhook;
      if (name === undefined) {
        // A topic is told by the job that has the role.
        return;
      }
      try {
        await deliver(entry, message, targets);
        log.info(`${name} was told of "${message.event}"`);
      } catch (error) {
        log.warning(`${name} could not be told of "${message.event}" of ${message.stage}: ${(error as Error).message}`);
      }
    }),
  );
}

async function deliver(
  { slack, webhook }: NotificationConfig,
  message: NotificationMessage,
  { slack: channels, webhooks, webhookKey, allowedHosts }: NotificationTargets,
): Promise<void> {
  if (slack !== undefined) {
    const address = addressOf(slack, 'NOTIFY_SLACK', channels);
    return postJson({ address, body: JSON.stringify(slackMessage(message)), headers: {}, allowedHosts });
  }
  const address = addressOf(webhook ?? '', 'NOTIFY_WEBHOOK_URL', webhooks);
  if (webhookKey === undefined) {
    throw new Error('there is no key to sign with; give the workflow the secret NOTIFY_WEBHOOK_KEY');
  }
  // Nobody waits for the library who sends no webhook.
  const { signedHeaders } = await import('../../core/notify/signature.ts');
  const body = JSON.stringify(message);
  const delivery = { id: `msg_${randomUUID()}`, time: Math.floor(Date.now() / 1000), body };
  return postJson({ address, body, headers: signedHeaders(delivery, webhookKey), allowedHosts });
}

function addressOf(name: string, secret: string, addresses: ReadonlyMap<string, string>): string {
  const address = addresses.get(name);
  if (address === undefined) {
    const known = addresses.size === 0 ? 'it is not given' : `it has ${[...addresses.keys()].join(', ')}`;
    throw new Error(`the secret ${secret} has no line ${name}=ADDRESS (${known})`);
  }
  return address;
}
