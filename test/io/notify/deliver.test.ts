import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { NotificationConfig } from '../../../core/configuration/notification-schema.ts';
import { type NotificationMessage, notificationOf } from '../../../core/notify/message.ts';
import { slackMessage } from '../../../core/notify/slack.ts';
import { deliverNotifications, type NotificationTargets } from '../../../io/notify/deliver.ts';
import type { Log } from '../../../io/runner/log.ts';
import { deployResult, endedReport } from '../../core/report/sample-report.ts';
import { type Receiver, startReceiver } from './receiver.ts';

const KEY = `whsec_${Buffer.from('canary-key-of-the-webhook').toString('base64')}`;
const PATH = '/canary-of-the-address';
const message = notificationOf(endedReport({ result: deployResult() }), 'acme/workshop') as NotificationMessage;

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.clear());
afterAll(() => receiver.close());

/** Delivers, and returns what was said and what arrived. */
async function deliver(entries: readonly NotificationConfig[], more: Partial<NotificationTargets> = {}) {
  const lines: string[] = [];
  const warnings: string[] = [];
  const take = (text: string) => void lines.push(text);
  const log: Log = {
    ...{ info: take, notice: take, debug: take, foreign: take, group: take, error: take },
    warning: (text) => void warnings.push(text),
  };
  const targets: NotificationTargets = {
    slack: new Map([['NOTIFY_SLACK', `${receiver.url}${PATH}`]]),
    webhooks: new Map([['NOTIFY_WEBHOOK_URL', `${receiver.url}${PATH}`]]),
    webhookKey: KEY,
    allowedHosts: ['127.0.0.1'],
    ...more,
  };
  const before = receiver.received.length;
  await deliverNotifications(entries, message, targets, log);
  expect([...lines, ...warnings].join('\n')).not.toMatch(/canary|127\.0\.0\.1|whsec_/);
  return { lines, warnings, received: receiver.received.slice(before) };
}

const slack: NotificationConfig = { slack: 'NOTIFY_SLACK' };
const webhook: NotificationConfig = { webhook: 'NOTIFY_WEBHOOK_URL' };

describe('the delivery of notifications', () => {
  it('sends Slack its text, without a signature', async () => {
    const { received, warnings } = await deliver([slack]);
    expect(warnings).toEqual([]);
    expect(received.map(({ body }) => JSON.parse(body))).toEqual([slackMessage(message)]);
    expect(received[0]?.headers).not.toHaveProperty('webhook-signature');
  });

  it('sends a webhook the message, signed so that it verifies', async () => {
    const [sent] = (await deliver([webhook])).received;
    expect(new Webhook(KEY).verify(sent?.body ?? '', { ...sent?.headers })).toEqual(message);
  });

  it('signs with a key that is text too', async () => {
    const [sent] = (await deliver([webhook], { webhookKey: 'canary key' })).received;
    const receiving = new Webhook(Buffer.from('canary key'), { format: 'raw' });
    expect(() => receiving.verify(sent?.body ?? '', { ...sent?.headers })).not.toThrow();
  });

  it('gives each delivery an id of its own, and the same one when it is tried again', async () => {
    receiver.next({ kind: 'status', status: 502 });
    const { received } = await deliver([webhook]);
    expect(received).toHaveLength(2);
    const ids = received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(1);
    const [later] = (await deliver([webhook])).received;
    expect(ids).not.toContain(later?.headers['webhook-id']);
  });

  it('tells only those whose filters let it through', async () => {
    const quiet: NotificationConfig[] = [
      { ...slack, events: ['failed'] },
      { ...webhook, stages: ['prod'] },
      { ...slack, services: ['mail'] },
    ];
    expect(await deliver(quiet)).toEqual({ lines: [], warnings: [], received: [] });
  });

  it('leaves a topic to the job that has the role', async () => {
    const { received, warnings } = await deliver([{ sns: 'arn:aws:sns:us-east-1:111111111111:topic' }]);
    expect([received, warnings]).toEqual([[], []]);
  });
});

describe('a notification that cannot be delivered', () => {
  it('is a warning that names the target, the event and the stage, and stops no other', async () => {
    receiver.next({ kind: 'status', status: 404 });
    const entries = [webhook, { slack: 'ON_CALL' }, slack, { slack: 'TEAM' }];
    const { warnings, received } = await deliver(entries, {
      slack: new Map([
        ['NOTIFY_SLACK', `${receiver.url}${PATH}`],
        ['TEAM', 'http://10.0.0.1/canary'],
      ]),
    });
    expect(received).toHaveLength(2);
    expect(warnings).toHaveLength(3);
    expect(warnings).toContainEqual(expect.stringMatching(/ON_CALL.*deployed.*pr-1-0pv3fa9c.*NOTIFY_SLACK/));
    expect(warnings).toContainEqual(expect.stringMatching(/TEAM.*https:/));
    expect(warnings).toContainEqual(expect.stringMatching(/404/));
  });

  it('is a warning that says what to give where a webhook has no key: nothing goes unsigned', async () => {
    const { warnings, received } = await deliver([webhook], { webhookKey: undefined });
    expect(received).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining('NOTIFY_WEBHOOK_KEY')]);
  });

  it('is a warning where the key is empty behind its whsec_: anybody could sign with that', async () => {
    const { warnings, received } = await deliver([webhook], { webhookKey: 'whsec_' });
    expect(received).toEqual([]);
    expect(warnings).toHaveLength(1);
  });

  it('says which secrets are known where one is not', async () => {
    const { warnings } = await deliver([webhook], { webhooks: new Map() });
    expect(warnings).toEqual([expect.stringMatching(/NOTIFY_WEBHOOK_URL.*not given/)]);
  });

  it('is not one of an address without a form', async () => {
    const { warnings } = await deliver([slack], { slack: new Map([['NOTIFY_SLACK', 'canary not an address']]) });
    expect(warnings).toEqual([expect.stringContaining('NOTIFY_SLACK')]);
  });
});
