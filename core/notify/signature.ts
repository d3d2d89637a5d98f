import { Webhook } from 'standardwebhooks';

/** One delivery of a webhook. */
export interface Delivery {
  /** Unique; the same when it is tried again. */
  readonly id: string;
  /** Seconds since 1970. */
  readonly time: number;
  readonly body: string;
}

/**
 * Returns the headers by which a receiver knows that a delivery is ours and fresh, as Standard Webhooks says
 * (https://github.com/standard-webhooks/standard-webhooks): HMAC-SHA256 of `<id>.<time>.<body>` with the key, which is
 * text, or base64 behind `whsec_`. Throws where the key is empty, as anyone could sign with that, or is not base64.
 */
export function signedHeaders({ id, time, body }: Delivery, key: string): Record<string, string> {
  const signature = signerOf(key).sign(id, new Date(time * 1000), body);
  return { 'webhook-id': id, 'webhook-timestamp': String(time), 'webhook-signature': signature };
}

function signerOf(key: string): Webhook {
  try {
    return key.startsWith('whsec_') ? new Webhook(key) : new Webhook(Buffer.from(key), { format: 'raw' });
  } catch (cause) {
    throw new Error('the key to sign with is empty or not valid base64', { cause });
  }
}
