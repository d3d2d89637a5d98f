import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalGithub, startLocalGithub } from './server.ts';
import { makeBareRepository, type WorkTree } from './world-for-tests.ts';

const NOW = Date.UTC(2026, 10, 2, 10);
let tree: WorkTree;
let github: LocalGithub;

beforeEach(async () => {
  tree = makeBareRepository();
  const repository = { owner: 'acme', name: 'shop', id: 1001, defaultBranch: 'main', bare: tree.bare };
  github = await startLocalGithub({ repositories: [repository], now: () => NOW });
});
afterEach(async () => {
  await github.close();
  tree.remove();
});

const ask = (path = '', init: RequestInit = {}) =>
  fetch(`${github.url}/repos/acme/shop${path}`, { ...init, headers: { authorization: `Bearer ${github.token}` } });

describe('a fault', () => {
  it.each([
    [{ kind: 'secondary-limit' }, 403, null],
    [{ kind: 'secondary-limit', status: 429, retryAfter: 7 }, 429, '7'],
  ] as const)('%j is a secondary rate limit', async (fault, status, retryAfter) => {
    github.faults.next(fault);
    const answer = await ask();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, retryAfter]);
    expect(await answer.json()).toMatchObject({ message: expect.stringContaining('secondary rate limit') });
    expect((await ask()).status).toBe(200);
  });

  it('uses up the hour', async () => {
    github.faults.next({ kind: 'primary-limit', resetIn: 90 });
    const { status, headers } = await ask();
    expect([status, headers.get('x-ratelimit-remaining')]).toEqual([403, '0']);
    expect(headers.get('x-ratelimit-reset')).toBe(String(NOW / 1000 + 90));
  });

  it('uses up the hour for 40 minutes, with 429 too', async () => {
    github.faults.next({ kind: 'primary-limit', status: 429 });
    const { status, headers } = await ask();
    expect([status, headers.get('x-ratelimit-reset')]).toEqual([429, String(NOW / 1000 + 2400)]);
  });

  it('refuses what the token may do, and names what it would need', async () => {
    github.faults.next({ kind: 'forbidden' });
    const answer = await ask('/branches/main');
    expect([answer.status, answer.headers.get('x-accepted-github-permissions')]).toEqual([403, 'contents=read']);
    expect(await answer.json()).toMatchObject({ message: 'Resource not accessible by integration' });
  });

  it.each([
    [404, 'Not Found'],
    [422, 'Validation Failed'],
    [502, 'Server Error'],
  ])('answers %i in JSON', async (status, message) => {
    github.faults.next({ kind: 'status', status });
    const answer = await ask();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/json; charset=utf-8']);
    expect(await answer.json()).toMatchObject({ message, status: String(status) });
  });

  it('names the fields of a 422', async () => {
    const errors = [{ resource: 'Deployment', code: 'invalid', field: 'ref' }] as const;
    github.faults.next({ kind: 'status', status: 422, errors });
    expect(await (await ask()).json()).toMatchObject({ message: 'Validation Failed', errors });
  });

  it('moves the repository to its id', async () => {
    github.faults.next({ kind: 'moved' });
    const answer = await ask('/branches/main', { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      301,
      `${github.url}/repositories/1001/branches/main`,
    ]);
    github.faults.next({ kind: 'moved' });
    expect(await (await ask('/branches/main')).json()).toMatchObject({ name: 'main' });
  });

  it('moves what is written with 307, and it is written there', async () => {
    github.faults.next({ kind: 'moved' });
    const body = JSON.stringify({ ref: 'main' });
    expect((await ask('/deployments', { method: 'POST', body, redirect: 'manual' })).status).toBe(307);
    expect(github.deployments.list()).toHaveLength(0);
    github.faults.next({ kind: 'moved' });
    expect((await ask('/deployments', { method: 'POST', body })).status).toBe(201);
    expect(github.deployments.list()).toHaveLength(1);
  });

  it.each([502, 503] as const)('answers %i with HTML', async (status) => {
    github.faults.next({ kind: 'html', status });
    const answer = await ask();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect(await answer.text()).toContain('<!DOCTYPE html>');
  });

  it('hits only what it is meant for, as often as it is told', async () => {
    const fault = { kind: 'status', status: 403, message: 'Resource not accessible by integration' } as const;
    github.faults.next(fault, { times: 2, path: /\/branches\// });
    const paths = ['', '/branches/main', '/branches/main', '/branches/main'];
    const statuses: number[] = [];
    for (const path of paths) statuses.push((await ask(path)).status);
    expect(statuses).toEqual([200, 403, 403, 200]);
    expect(github.journal.map(({ path, status }) => [path, status])).toEqual(
      paths.map((path, index) => [`/repos/acme/shop${path}`, statuses[index]]),
    );
  });

  it('keeps silent, or cuts the connection', async () => {
    github.faults.next({ kind: 'timeout' });
    github.faults.next({ kind: 'reset' });
    await expect(ask('', { signal: AbortSignal.timeout(100) })).rejects.toMatchObject({ name: 'TimeoutError' });
    await expect(ask()).rejects.toThrow('fetch failed');
  });

  it('cuts the connection before anything is done, or when it is done', async () => {
    const create = () => ask('/deployments', { method: 'POST', body: JSON.stringify({ ref: 'main' }) });
    github.faults.next({ kind: 'reset' }, { method: 'POST' });
    await expect(create()).rejects.toThrow('fetch failed');
    expect(github.deployments.list()).toHaveLength(0);
    github.faults.next({ kind: 'lost-answer' }, { method: 'POST', path: /\/deployments$/ });
    await expect(create()).rejects.toThrow('fetch failed');
    expect(github.deployments.list()).toHaveLength(1);
    expect(github.journal.map(({ status }) => status)).toEqual([0, 0]);
  });

  it('is slow', async () => {
    github.faults.next({ kind: 'slow', ms: 200 });
    const began = performance.now();
    expect((await ask()).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(190);
  });
});
