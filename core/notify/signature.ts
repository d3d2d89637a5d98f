import { createHmac } from 'node:crypto';

/** One delivery of a webhook. */
export interface Delivery {
  /** Unique; the same when it is tried again. */
  readonly id: string;
  /** Seconds since 1970. */
  readonly time: number;
  readonly body: string;
}

/** Begins a key that is written in base64. */
const ENCODED = 'whsec_';

/**
 * Returns the headers by which a receiver knows that a delivery is ours and fresh, as Standard Webhooks says
 * (https://github.com/standard-webhooks/standard-webhooks): HMAC-SHA256 of `<id>.<time>.<body>` with the key, which is
 * text, or base64 behind `whsec_`. Throws where the key is empty: anyone could sign with that.
 */
export function signedHeaders({ id, time, body }: Delivery, key: string): Record<string, string> {
  const bytes = key.startsWith(ENCODED) ? Buffer.from(key.slice(ENCODED.length), 'base64') : Buffer.from(key);
  if (bytes.length === 0) {
    throw new Error('the key to sign with is empty');
  }
  const signature = createHmac('sha256', bytes).update(`${id}.${time}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(time), 'webhook-signature': `v1,${signature}` };
}
