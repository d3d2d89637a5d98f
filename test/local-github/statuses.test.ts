import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';

let shop: Shop;
let sha: string;
beforeEach(async () => {
  shop = await openShop();
  sha = shop.tree.git('rev-parse', 'main');
});
afterEach(() => shop.close());

const repos = () => shop.octokit().rest.repos;
type State = 'error' | 'failure' | 'pending' | 'success';
const create = (state: State, context?: string) =>
  repos().createCommitStatus({ ...SHOP, sha, state, ...(context === undefined ? {} : { context }) });
const combined = async () => (await repos().getCombinedStatusForRef({ ...SHOP, ref: 'main' })).data;

describe('a commit status', () => {
  it('has the context `default` unless it is given one', async () => {
    const { data, status } = await create('pending');
    expect(status).toBe(201);
    expect(data).toMatchObject({ state: 'pending', context: 'default', description: null, target_url: null });
    expect(data.creator).toMatchObject({ login: 'github-actions[bot]' });
  });

  it('is listed newest first, by any name of the commit', async () => {
    await create('pending', 'a');
    await create('success', 'a');
    for (const ref of ['main', sha, 'heads/main']) {
      const { data } = await repos().listCommitStatusesForRef({ ...SHOP, ref });
      expect(data.map(({ state }) => state)).toEqual(['success', 'pending']);
    }
  });

  it.each([
    [{ state: 'good' }, 'state is not included in the list'],
    [{ state: 'success', description: 'x'.repeat(141) }, 'description is too long (maximum is 140 characters)'],
    [{ state: 'success', target_url: 'ftp://example.com' }, 'target_url must use http(s) scheme'],
  ])('is not %j', async (body, message) => {
    const answer = await shop.ask(`/statuses/${sha}`, { method: 'POST', body: JSON.stringify(body) });
    expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ resource: 'Status', message }] }]);
  });

  it('is of a commit that is there, by its whole id', async () => {
    for (const name of ['1'.repeat(40), 'main', sha.slice(0, 8)]) {
      const status = repos().createCommitStatus({ ...SHOP, sha: name, state: 'success' });
      await expect(status).rejects.toMatchObject({ status: 422, message: expect.stringContaining('No commit found') });
    }
  });

  it('is one of at most 1,000 of a context', async () => {
    for (let count = 0; count < 1000; count += 1) shop.github.statuses.add(sha, { state: 'success', context: 'ci' });
    await expect(create('success', 'ci')).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('reached the maximum number of statuses'),
    });
    expect((await create('success', 'other')).status).toBe(201);
  });
});

describe('the combined status', () => {
  it('is pending without any', async () => {
    expect(await combined()).toMatchObject({ state: 'pending', total_count: 0, statuses: [], sha });
  });

  it('goes by the newest of each context', async () => {
    await create('failure', 'a');
    await create('success', 'a');
    expect(await combined()).toMatchObject({ state: 'success', total_count: 1 });
    await create('pending', 'b');
    expect(await combined()).toMatchObject({ state: 'pending', total_count: 2 });
    await create('error', 'c');
    expect(await combined()).toMatchObject({ state: 'failure', total_count: 3 });
  });
});
