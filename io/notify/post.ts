import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { checkAddress, publicLookup, RefusedAddress } from './address.ts';

/** Longest time that one delivery may take, in milliseconds. */
const DELIVERY_MS = 5000;

/** How often a delivery is tried. */
const TRIES = 2;

export interface Post {
  /** Secret: it is in no error. */
  readonly address: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Hosts that are posted to although they are in a private network, or by `http:`. */
  readonly allowedHosts: readonly string[];
}

/**
 * Posts JSON to an address that a secret holds. A redirect is not followed. Throws RefusedAddress before anything is sent,
 * and an error that says how it failed, without the address.
 */
export async function postJson(post: Post): Promise<void> {
  const url = checkAddress(post.address, post.allowedHosts);
  const signal = AbortSignal.timeout(DELIVERY_MS);
  for (let left = TRIES - 1; ; left -= 1) {
    const status = await send(url, post, signal).catch((error: Error) => {
      throw new Error(signal.aborted ? `no answer within ${DELIVERY_MS / 1000} s` : describe(error));
    });
    if (status >= 200 && status < 300) {
      return;
    }
    if (status < 500 || left <= 0) {
      throw new Error(
        status >= 300 && status < 400 ? `a redirect (${status}), which is not followed` : `HTTP ${status}`,
      );
    }
  }
}

/** The code alone: a message of Node's names the host. */
function describe(error: NodeJS.ErrnoException): string {
  return error instanceof RefusedAddress ? error.message : (error.code ?? 'no connection');
}

function send(url: URL, { body, headers, allowedHosts }: Post, signal: AbortSignal): Promise<number> {
  const request = url.protocol === 'http:' ? requestHttp : requestHttps;
  const lookup = publicLookup(url, allowedHosts);
  const length = String(Buffer.byteLength(body));
  const sent = { 'content-type': 'application/json', 'content-length': length, ...headers };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', headers: sent, signal, lookup, agent: false }, (incoming) => {
      resolve(incoming.statusCode ?? 0);
      // Its body says nothing to us, and may never end.
      incoming.destroy();
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
