import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RefusedAddress } from '../../../io/notify/address.ts';
import { type Post, postJson } from '../../../io/notify/post.ts';
import { type Receiver, startReceiver } from './receiver.ts';

const CANARY = 'canary-of-the-address';
let receiver: Receiver;
let other: Receiver;
beforeAll(async () => {
  [receiver, other] = await Promise.all([startReceiver(), startReceiver()]);
});
afterEach(() => receiver.clear());
afterAll(() => Promise.all([receiver.close(), other.close()]));

const post = (overrides: Partial<Post> = {}) =>
  postJson({
    address: `${receiver.url}/${CANARY}?a=b`,
    body: '{"text":"ü🚀"}',
    headers: { 'webhook-id': 'msg_1' },
    allowedHosts: ['127.0.0.1'],
    ...overrides,
  });
/** The error of a post that has to fail; it holds nothing of the address. */
async function failure(overrides: Partial<Post> = {}): Promise<string> {
  const error = await post(overrides).then(
    () => new Error('it did not fail'),
    (reason: Error) => reason,
  );
  expect(error.message).not.toMatch(/canary|127\.0\.0\.1|localhost/);
  return error.message;
}
const countOf = async (work: () => Promise<unknown>) => {
  const before = receiver.received.length;
  await work();
  return receiver.received.length - before;
};

describe('a delivery', () => {
  it('is a POST of JSON with its headers, to the whole address', async () => {
    await post();
    expect(receiver.received.at(-1)).toMatchObject({
      method: 'POST',
      path: `/${CANARY}?a=b`,
      headers: { 'content-type': 'application/json', 'webhook-id': 'msg_1' },
      body: '{"text":"ü🚀"}',
    });
  });

  it.each([200, 201, 202, 204])('has arrived with %i', async (status) => {
    receiver.next({ kind: 'status', status });
    expect(await countOf(() => post())).toBe(1);
  });

  it.each([400, 401, 404, 410, 429])('is not tried again after %i', async (status) => {
    receiver.next({ kind: 'status', status });
    expect(await countOf(async () => expect(await failure()).toContain(String(status)))).toBe(1);
  });

  it('is tried again after an error of the receiver’s own, as the same delivery', async () => {
    receiver.next({ kind: 'status', status: 503 });
    expect(await countOf(() => post())).toBe(2);
    expect(receiver.received.at(-1)).toEqual({
      ...receiver.received.at(-2),
      headers: expect.objectContaining({ 'webhook-id': 'msg_1' }),
    });
  });

  it('is given up when the receiver keeps failing', async () => {
    receiver.next({ kind: 'status', status: 500 }, { kind: 'status', status: 500 });
    expect(await countOf(async () => expect(await failure()).toContain('500'))).toBe(2);
  });

  it.each([301, 302, 303, 307, 308])('H11 does not follow a redirect (%i)', async (status) => {
    receiver.next({ kind: 'redirect', status, location: `${other.url}/${CANARY}` });
    expect(await failure()).toMatch(/redirect/);
    expect(other.connections).toBe(0);
  });

  it('says how a connection failed', async () => {
    receiver.next({ kind: 'cut' }, { kind: 'cut' });
    expect(await failure()).toMatch(/ECONNRESET|hang up|connection/);
    const closed = await startReceiver();
    await closed.close();
    expect(await failure({ address: `${closed.url}/${CANARY}` })).toMatch(/ECONNREFUSED|connection/);
  });

  it.each(['silent', 'dripping'] as const)('H11 waits no longer than 5 s for a receiver that is %s', async (kind) => {
    receiver.next({ kind });
    expect(await failure()).toMatch(/5 s/);
  });

  it('H11 waits no longer than 5 s in all, however often it is tried', async () => {
    receiver.next({ kind: 'status', status: 500 }, { kind: 'silent' });
    expect(await failure()).toMatch(/5 s/);
  });

  it('does not wait for the end of an answer', async () => {
    receiver.next({ kind: 'endless' });
    await post();
  });
});

describe('an address that is refused', () => {
  it.each([
    ['http: to a host that is not allowed', () => `${receiver.url}/${CANARY}`],
    ['loopback', () => `https://127.0.0.1:${receiver.port}/${CANARY}`],
    ['loopback written as a number', () => `https://2130706433:${receiver.port}/${CANARY}`],
    ['0.0.0.0', () => `https://0.0.0.0:${receiver.port}/${CANARY}`],
    ['IPv4 in IPv6', () => `https://[::ffff:127.0.0.1]:${receiver.port}/${CANARY}`],
    ['a name that leads to loopback', () => `https://localhost:${receiver.port}/${CANARY}`],
  ])('H11 is not connected to: %s', async (_what, address) => {
    const before = receiver.connections;
    expect(await failure({ address: address(), allowedHosts: [] })).not.toBe('it did not fail');
    expect(receiver.connections).toBe(before);
  });

  it('H11 is refused before anything is sent', async () => {
    await expect(post({ address: 'http://hooks.example.com/', allowedHosts: [] })).rejects.toBeInstanceOf(
      RefusedAddress,
    );
  });

  it('H11 says of a name that leads into a private network that it does', async () => {
    const address = `https://localhost:${receiver.port}/${CANARY}`;
    expect(await failure({ address, allowedHosts: [] })).toMatch(/private network/);
  });
});
