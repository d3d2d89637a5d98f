import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalOidc, startLocalOidc } from './server.ts';

let oidc: LocalOidc;
beforeEach(async () => {
  oidc = await startLocalOidc();
});
afterEach(() => oidc.close());

/** As a job asks: the address has its `?` already. */
const ask = (audience?: string, token = oidc.requestToken, init: RequestInit = {}) =>
  fetch(`${oidc.requestUrl}${audience === undefined ? '' : `&audience=${encodeURIComponent(audience)}`}`, {
    ...init,
    headers: { authorization: `Bearer ${token}` },
  });

async function subject(): Promise<string | undefined> {
  return decodeJwt(await oidc.mint('x')).sub;
}

describe('the token endpoint', () => {
  it('answers a token that the published keys verify', async () => {
    const answer = (await (await ask('sts.amazonaws.com')).json()) as { count: number; value: string };
    const keys = createRemoteJWKSet(new URL(oidc.jwksUri));
    const { payload, protectedHeader } = await jwtVerify(answer.value, keys, {
      issuer: 'https://token.actions.githubusercontent.com',
      audience: 'sts.amazonaws.com',
    });
    expect(protectedHeader).toMatchObject({ alg: 'RS256', kid: expect.any(String) });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
    expect(payload).toMatchObject({ repository: 'acme/shop', repository_id: '1001', run_attempt: '1' });
    expect(payload).not.toHaveProperty('environment');
    expect(answer.count).toBe(answer.value.length);
  });

  it('has the owner as its audience where none is asked for', async () => {
    const { value } = (await (await ask()).json()) as { value: string };
    expect(decodeJwt(value).aud).toBe('https://github.com/acme');
  });

  it('refuses another bearer token, and notes both calls', async () => {
    expect((await ask('a', 'stolen')).status).toBe(401);
    expect((await ask('b')).status).toBe(200);
    expect(oidc.journal).toEqual([
      { method: 'GET', path: '/idtoken', audience: 'a', authorized: false, status: 401 },
      { method: 'GET', path: '/idtoken', audience: 'b', authorized: true, status: 200 },
    ]);
  });
});

describe('the subject', () => {
  it.each([
    [{ ref: 'refs/heads/a/b' }, 'repo:acme/shop:ref:refs/heads/a/b'],
    [{ event_name: 'pull_request', ref: 'refs/pull/3/merge' }, 'repo:acme/shop:pull_request'],
    [{ event_name: 'pull_request', environment: 'preview' }, 'repo:acme/shop:environment:preview'],
    [{ environment: 'eu:Prod' }, 'repo:acme/shop:environment:eu%3AProd'],
    [{ repository: 'o/r' }, 'repo:o/r:ref:refs/heads/main'],
  ])('of %j is %s', async (claims, expected) => {
    oidc.setClaims(claims);
    expect(await subject()).toBe(expected);
  });

  it('bears the ids in its immutable form', async () => {
    oidc.setSubjectFormat('immutable');
    expect(await subject()).toBe('repo:acme@2001/shop@1001:ref:refs/heads/main');
    oidc.setClaims({ environment: 'prod' });
    expect(await subject()).toBe('repo:acme@2001/shop@1001:environment:prod');
  });

  it('loses the environment again', async () => {
    oidc.setClaims({ environment: 'prod' });
    oidc.setClaims({ environment: undefined });
    expect(await subject()).toBe('repo:acme/shop:ref:refs/heads/main');
  });
});

describe('a fault', () => {
  it.each([401, 403, 429, 500])('answers %i once', async (status) => {
    oidc.faults.next({ kind: 'status', status, headers: { 'retry-after': '3' } });
    const answer = await ask('a');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, '3']);
    expect((await ask('a')).status).toBe(200);
  });

  it('answers no JSON, or an empty value', async () => {
    oidc.faults.next({ kind: 'invalid-json' });
    oidc.faults.next({ kind: 'empty-value' });
    await expect((await ask('a')).json()).rejects.toThrow(SyntaxError);
    expect(await (await ask('a')).json()).toEqual({ count: 0, value: '' });
  });

  it('answers nothing, or cuts the connection', async () => {
    oidc.faults.next({ kind: 'timeout' });
    oidc.faults.next({ kind: 'reset' });
    const gaveUp = ask('a', oidc.requestToken, { signal: AbortSignal.timeout(100) });
    await expect(gaveUp).rejects.toMatchObject({ name: 'TimeoutError' });
    await expect(ask('a')).rejects.toThrow('fetch failed');
    expect(oidc.journal.map(({ status }) => status)).toEqual([0, 0]);
  });
});
