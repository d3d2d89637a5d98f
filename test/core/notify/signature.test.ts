import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { signedHeaders } from '../../../core/notify/signature.ts';

const BASE64 = Buffer.from('canary-key-of-the-webhook').toString('base64');
const now = () => Math.floor(Date.now() / 1000);
const delivery = (overrides = {}) => ({
  id: 'msg_1',
  time: now(),
  body: '{"event":"deployed","ref":"ü🚀"}',
  ...overrides,
});

describe('the signature of a delivery', () => {
  it.each([
    ['text', 'any text: ä', Buffer.from('any text: ä')],
    ['base64', `whsec_${BASE64}`, Buffer.from(BASE64, 'base64')],
  ])('is what Node computes over id, time and body, with a key that is %s', (_what, key, bytes) => {
    const { id, time, body } = delivery();
    const signature = createHmac('sha256', bytes).update(`${id}.${time}.${body}`).digest('base64');
    expect(signedHeaders({ id, time, body }, key)).toEqual({
      'webhook-id': id,
      'webhook-timestamp': String(time),
      'webhook-signature': `v1,${signature}`,
    });
  });

  it.each(['', 'whsec_', 'whsec_no base64', 'whsec_YQ'])('is not made with the key %j, which is not told', (key) => {
    expect(() => signedHeaders(delivery(), key)).toThrow(/^the key to sign with is empty or not valid base64$/);
  });

  it('is one that a receiver of Standard Webhooks takes', () => {
    const sent = delivery();
    const receiver = new Webhook(`whsec_${BASE64}`);
    expect(receiver.verify(sent.body, signedHeaders(sent, `whsec_${BASE64}`))).toEqual(JSON.parse(sent.body));
  });

  it('is of the bytes of a key that is text', () => {
    const sent = delivery();
    const receiver = new Webhook(Buffer.from('any text: ä'), { format: 'raw' });
    expect(() => receiver.verify(sent.body, signedHeaders(sent, 'any text: ä'))).not.toThrow();
  });

  it.each([
    ['body', (headers: Record<string, string>) => ['{"event":"failed"}', headers]],
    ['id', (headers: Record<string, string>) => [delivery().body, { ...headers, 'webhook-id': 'msg_2' }]],
    [
      'time',
      (headers: Record<string, string>) => [delivery().body, { ...headers, 'webhook-timestamp': String(now() - 7) }],
    ],
  ] as const)('is not one of another %s', (_what, change) => {
    const sent = delivery();
    const receiver = new Webhook(BASE64);
    const [body, headers] = change(signedHeaders(sent, `whsec_${BASE64}`)) as [string, Record<string, string>];
    expect(() => receiver.verify(body, headers)).toThrow(/signature/i);
  });

  it('is not one of another key', () => {
    const sent = delivery();
    const receiver = new Webhook(Buffer.from('another key').toString('base64'));
    expect(() => receiver.verify(sent.body, signedHeaders(sent, `whsec_${BASE64}`))).toThrow(/signature/i);
  });

  it('is refused by a receiver when it is old: the time is in seconds', () => {
    const sent = delivery({ time: now() - 3600 });
    expect(() => new Webhook(BASE64).verify(sent.body, signedHeaders(sent, `whsec_${BASE64}`))).toThrow(/old/i);
  });

  it('holds nothing of the key', () => {
    expect(JSON.stringify(signedHeaders(delivery(), `whsec_${BASE64}`))).not.toContain(BASE64.slice(0, 12));
  });
});
