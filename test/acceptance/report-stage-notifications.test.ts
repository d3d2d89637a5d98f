import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { NotificationConfig } from '../../core/configuration/notification-schema.ts';
import { deployedService } from '../core/report/sample-report.ts';
import { type Received, type Receiver, startReceiver } from '../io/notify/receiver.ts';
import { type Office, removalOf, resultOf, startOffice } from './report-run.ts';
import { annotationsOf, expectNoSecret, expectSuccess } from './verdict.ts';

const KEY = `whsec_${Buffer.from('canary-key-of-the-webhook').toString('base64')}`;
const PATH = '/canary-of-the-address';
let office: Office;
let receiver: Receiver;
beforeAll(async () => {
  [office, receiver] = await Promise.all([startOffice(), startReceiver()]);
});
afterEach(() => receiver.clear());
afterAll(() => Promise.all([office.close(), receiver.close()]));

const secrets = () => ({
  'notify-slack': `${receiver.url}${PATH}`,
  'notify-webhook-url': `${receiver.url}${PATH}`,
  'notify-webhook-key': KEY,
  'notify-hosts': '127.0.0.1',
});
const slack: NotificationConfig = { slack: 'NOTIFY_SLACK' };
const webhook: NotificationConfig = { webhook: 'NOTIFY_WEBHOOK_URL' };

/** What arrives while something is reported. */
async function arrived(work: () => Promise<unknown>): Promise<readonly Received[]> {
  const before = receiver.received.length;
  await work();
  return receiver.received.slice(before);
}
/** Reports a deploy that ended so, in a preview with these entries. */
async function reportTo(entries: readonly NotificationConfig[], inputs: Readonly<Record<string, string>> = {}) {
  const preview = await office.openPreview(entries);
  const result = resultOf(preview, [deployedService({ url: 'https://a.example.com' })], {
    url: 'https://a.example.com',
  });
  const options = { result, inputs: { ...secrets(), ...inputs }, context: { debug: true } };
  let step: Awaited<ReturnType<Office['report']>> | undefined;
  const received = await arrived(async () => {
    step = await office.report('end', preview.configuration, options);
  });
  if (step === undefined) throw new Error('unreachable: the step has run');
  expectSuccess(step);
  expectNoSecret(step, PATH, KEY, `${receiver.url}${PATH}`, 'canary');
  expect(JSON.stringify(office.github.comments.list(preview.number))).not.toContain('canary');
  const warnings = annotationsOf(step, 'warning').map(({ message }) => message);
  return { preview, step, received, warnings };
}

describe('notifications', () => {
  it('tell Slack in a text', async () => {
    const { preview, received, warnings } = await reportTo([slack]);
    expect(warnings).toEqual([]);
    expect(received).toHaveLength(1);
    const sent = JSON.parse(received[0]?.body ?? '') as Record<string, string>;
    expect(Object.keys(sent)).toEqual(['text']);
    expect(sent['text']).toContain(`*${preview.stage.name}* is deployed`);
    expect(sent['text']).toContain('<https://a.example.com|open>');
  });

  it('tell a webhook in JSON, signed as Standard Webhooks says', async () => {
    const { preview, received } = await reportTo([webhook]);
    const [sent] = received;
    expect(new Webhook(KEY).verify(sent?.body ?? '', { ...sent?.headers })).toMatchObject({
      schemaVersion: 1,
      event: 'deployed',
      app: 'workshop',
      stage: preview.stage.name,
      commit: preview.stage.commit,
      pullRequest: preview.number,
      repository: 'acme/workshop',
      run: 'https://github.com/acme/workshop/actions/runs/3001/attempts/1',
      services: [{ service: 'restapi', status: 'deployed' }],
    });
  });

  it('tell a webhook so that nothing of it can be changed', async () => {
    const [sent] = (await reportTo([webhook])).received;
    const { body = '', headers = {} } = sent ?? {};
    const verify = (text: string, changed: Record<string, string>, key = KEY) =>
      new Webhook(key).verify(text, { ...headers, ...changed });
    expect(() => verify(body, {})).not.toThrow();
    expect(() => verify(body.replace('deployed', 'failed'), {})).toThrow(/signature/i);
    expect(() => verify(body, { 'webhook-id': 'msg_other' })).toThrow(/signature/i);
    const later = Number(headers['webhook-timestamp']) + 1;
    expect(() => verify(body, { 'webhook-timestamp': String(later) })).toThrow(/signature/i);
    expect(() => verify(body, {}, Buffer.from('another key').toString('base64'))).toThrow(/signature/i);
  });

  it('go to the names that the lines of a secret have', async () => {
    const entries: NotificationConfig[] = [{ slack: 'TEAM' }, { slack: 'ON_CALL', events: ['failed'] }];
    const { received } = await reportTo(entries, {
      'notify-slack': `TEAM=${receiver.url}${PATH}/team\nON_CALL=${receiver.url}${PATH}/on-call`,
    });
    expect(received.map(({ path }) => path)).toEqual([`${PATH}/team`]);
  });

  it('go to those alone whose filters of events, stages and services let them through', async () => {
    const entries: NotificationConfig[] = [
      { ...slack, stages: ['previews'] },
      { ...slack, stages: ['prod', 'staging'] },
      { ...slack, services: ['restapi'] },
      { ...slack, services: ['database'] },
      { ...slack, events: ['failed'] },
    ];
    expect((await reportTo(entries)).received).toHaveLength(2);
  });

  it('are sent at the start to who asks for it, and of a removal by default', async () => {
    const preview = await office.openPreview([{ ...slack, events: ['started'] }, webhook]);
    const start = await arrived(() => office.report('start', preview.configuration, { inputs: secrets() }));
    expect(start.map(({ body }) => JSON.parse(body))).toEqual([{ text: expect.stringContaining('is being deployed') }]);
    const { configuration, result } = removalOf(preview);
    const notified = { ...configuration, notifications: [webhook] };
    const end = await arrived(() => office.report('end', notified, { result, inputs: secrets() }));
    expect(end.map(({ body }) => JSON.parse(body))).toEqual([expect.objectContaining({ event: 'removed' })]);
  });

  it('are none without entries, whatever secrets there are', async () => {
    expect((await reportTo([])).received).toEqual([]);
  });

  it('H7 are sent also where GitHub is down', async () => {
    office.github.faults.next({ kind: 'status', status: 410 }, { times: Number.POSITIVE_INFINITY });
    try {
      expect((await reportTo([slack])).received).toHaveLength(1);
    } finally {
      office.github.faults.clear();
    }
  });
});
