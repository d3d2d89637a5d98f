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
