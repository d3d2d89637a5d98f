import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';

const SERVER = 'https://github.example.com';
let shop: Shop;
beforeAll(async () => {
  shop = await openShop({ basePath: '/api/v3', serverUrl: SERVER });
  for (const head of ['a', 'b', 'c']) {
    shop.tree.commit(head, { [`${head}.txt`]: '1' });
    await shop.github.pulls.open({ head, base: 'main' });
  }
});
afterAll(() => shop.close());

describe('GitHub Enterprise Server', () => {
  it('has its API below a base path, and nothing beside it', async () => {
    expect(shop.github.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v3$/);
    const answer = await shop.ask('');
    expect([answer.status, answer.headers.get('x-github-enterprise-version')]).toEqual([200, '3.19.0']);
    const beside = await fetch(shop.github.url.replace('/api/v3', '/repos/acme/shop'), {
      headers: { authorization: `Bearer ${shop.github.token}` },
    });
    expect(beside.status).toBe(404);
  });

  it('leads to its own pages', async () => {
    const { data } = await shop.octokit().rest.pulls.get({ ...SHOP, pull_number: 1 });
    expect(data).toMatchObject({
      html_url: `${SERVER}/acme/shop/pull/1`,
      url: `${shop.github.url}/repos/acme/shop/pulls/1`,
      base: { repo: { html_url: `${SERVER}/acme/shop`, ssh_url: 'git@github.example.com:acme/shop.git' } },
    });
    expect(await shop.github.events.eventFor(1, 'opened')).toMatchObject({
      repository: { html_url: `${SERVER}/acme/shop` },
    });
  });

  it('leads from page to page below the base path', async () => {
    const octokit = shop.octokit();
    const pulls = await octokit.paginate(octokit.rest.pulls.list, { ...SHOP, per_page: 1 });
    expect(pulls.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(shop.github.journal.at(-1)?.path).toMatch(/^\/api\/v3\/repositories\/1001\/pulls\?/);
  });

  it('misbehaves as well', async () => {
    shop.github.faults.next({ kind: 'moved' }, { path: /\/branches\// });
    const answer = await shop.ask('/branches/main', { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe(`${shop.github.url}/repositories/1001/branches/main`);
  });
});
