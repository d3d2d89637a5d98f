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

  it('answers with HTML', async () => {
    github.faults.next({ kind: 'html', status: 502 });
    const answer = await ask();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
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
});
