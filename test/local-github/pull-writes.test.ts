import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';
import { makeBareRepository, type WorkTree } from './world-for-tests.ts';

let shop: Shop;
let fork: WorkTree;
let sha: string;
beforeEach(async () => {
  fork = makeBareRepository();
  const copy = { owner: 'mallory', name: 'shop', id: 1002, defaultBranch: 'main', bare: fork.bare, fork: true };
  shop = await openShop({ repositories: [copy] });
  sha = shop.tree.commit('topic', { 'a.txt': '1' });
});
afterEach(async () => {
  await shop.close();
  fork.remove();
});

const restOf = (login: string, permissions: Record<string, 'read' | 'write'> = { pull_requests: 'write' }) =>
  shop.octokit(shop.github.issueToken({ permissions, login })).rest;
const open = (more: object = {}, login = 'promoter[bot]') =>
  restOf(login).pulls.create({ ...SHOP, title: 'Promote', head: 'topic', base: 'main', ...more });
const change = (more: object, login = 'promoter[bot]') =>
  restOf(login).pulls.update({ ...SHOP, pull_number: 1, ...more });
const invalid = (error: object) => ({
  status: 422,
  response: { data: { message: 'Validation Failed', errors: [{ resource: 'PullRequest', ...error }] } },
});
const custom = (message: string) => invalid({ code: 'custom', message });

describe('a pull request by the API', () => {
  it('is opened by whose token it is', async () => {
    const { data, status, headers } = await open({ body: 'All of it', draft: true });
    expect(status).toBe(201);
    expect(headers.location).toBe(data.url);
    expect(data).toMatchObject({
      number: 1,
      state: 'open',
      title: 'Promote',
      body: 'All of it',
      draft: true,
      user: { login: 'promoter[bot]', type: 'Bot' },
      head: { ref: 'topic', sha },
      base: { ref: 'main' },
      commits: 1,
    });
    expect(await shop.github.pulls.find(1)).toMatchObject({ title: 'Promote', headSha: sha });
  });

  it('is not opened by GITHUB_TOKEN unless the repository lets it', async () => {
    const refused = {
      status: 403,
      response: { data: { message: 'GitHub Actions is not permitted to create or approve pull requests.' } },
    };
    await expect(open({}, 'github-actions[bot]')).rejects.toMatchObject(refused);
    await expect(
      shop.octokit().rest.pulls.create({ ...SHOP, title: 'x', head: 'topic', base: 'main' }),
    ).rejects.toMatchObject(refused);
    shop.github.settings.actionsMayCreatePulls = true;
    expect((await open({}, 'github-actions[bot]')).data.user?.login).toBe('github-actions[bot]');
  });

  it('is opened once for a head and a base', async () => {
    await open();
    await expect(open()).rejects.toMatchObject(custom('A pull request already exists for acme:topic.'));
    await expect(open({ head: 'acme:topic' })).rejects.toMatchObject(
      custom('A pull request already exists for acme:topic.'),
    );
    shop.tree.commit('release', { 'b.txt': '1' });
    expect((await open({ base: 'release' })).data.number).toBe(2);
    await change({ state: 'closed' });
    expect((await open()).data.number).toBe(3);
  });

  it('needs commits, a head and a base', async () => {
    shop.tree.git('update-ref', 'refs/heads/same', 'refs/heads/main');
    await expect(open({ head: 'same' })).rejects.toMatchObject(custom('No commits between main and same'));
    await expect(open({ head: 'main' })).rejects.toMatchObject(custom('No commits between main and main'));
    for (const head of ['none', 'stranger:topic', sha])
      await expect(open({ head })).rejects.toMatchObject(invalid({ field: 'head', code: 'invalid' }));
    await expect(open({ base: 'none' })).rejects.toMatchObject(invalid({ field: 'base', code: 'invalid' }));
    expect(await shop.github.pulls.list()).toEqual([]);
  });

  it('comes from a fork by its owner’s name', async () => {
    const theirs = fork.commit('evil', { 'evil.txt': '1' });
    const { data } = await open({ head: 'mallory:evil' });
    expect(data).toMatchObject({ head: { sha: theirs, label: 'mallory:evil', repo: { id: 1002 } } });
    await expect(open({ head: 'mallory:main' })).rejects.toMatchObject(
      custom('No commits between main and mallory:main'),
    );
  });

  it.each([
    [{ title: undefined }, '"title" wasn\'t supplied'],
    [{ title: ' ' }, 'Validation Failed'],
    [{ title: 'x'.repeat(257) }, 'title is too long'],
    [{ body: 'x'.repeat(65_537) }, 'body is too long'],
    [{ base: undefined }, '"base" wasn\'t supplied'],
  ])('is not opened with %j', async (more, message) => {
    await expect(open(more)).rejects.toMatchObject({ status: 422, message: expect.stringContaining(message) });
  });

  it('is opened and changed with the permission for it alone', async () => {
    await open();
    for (const permissions of [{ pull_requests: 'read', contents: 'write' }, { issues: 'write' }] as const) {
      const { pulls } = restOf('promoter[bot]', permissions);
      const refused = {
        status: 403,
        response: { headers: { 'x-accepted-github-permissions': 'pull_requests=write' } },
      };
      await expect(pulls.create({ ...SHOP, title: 'x', head: 'topic', base: 'main' })).rejects.toMatchObject(refused);
      await expect(pulls.update({ ...SHOP, pull_number: 1, title: 'x' })).rejects.toMatchObject(refused);
    }
  });
});

describe('a change of a pull request', () => {
  beforeEach(() => open());

  it('is of its title, its text, or both', async () => {
    expect((await change({ title: 'Newer' })).data).toMatchObject({ title: 'Newer', body: null, state: 'open' });
    expect((await change({ body: 'Text' }, 'github-actions[bot]')).data).toMatchObject({
      title: 'Newer',
      body: 'Text',
    });
  });

  it('closes it, and opens it again with what its branch is then', async () => {
    expect((await change({ state: 'closed' })).data).toMatchObject({ state: 'closed', merged: false, head: { sha } });
    const next = shop.tree.commit('topic', { 'a.txt': '2' });
    expect((await change({ state: 'closed' })).data.head.sha).toBe(sha);
    expect((await change({ state: 'open' })).data).toMatchObject({ state: 'open', head: { sha: next } });
  });

  it('opens none that is merged, has a twin, or lost its branch', async () => {
    const refused = invalid({ code: 'invalid', field: 'state' });
    await change({ state: 'closed' });
    await open();
    await expect(change({ state: 'open' })).rejects.toMatchObject(refused);
    await shop.github.pulls.merge(2);
    shop.tree.git('update-ref', '-d', 'refs/heads/topic');
    await expect(change({ state: 'open' })).rejects.toMatchObject(refused);
    await expect(change({ pull_number: 2, state: 'open' })).rejects.toMatchObject(refused);
  });

  it('is none of a pull request that is not there, or to a state that is none', async () => {
    await expect(change({ pull_number: 77, title: 'x' })).rejects.toMatchObject({ status: 404 });
    await expect(change({ state: 'merged' })).rejects.toMatchObject({ status: 422 });
    await expect(change({ title: 'x'.repeat(257), state: 'closed' })).rejects.toMatchObject({ status: 422 });
    expect(await shop.github.pulls.find(1)).toMatchObject({ title: 'Promote', state: 'open' });
  });

  it('of its base is not imitated, rather than done wrongly', async () => {
    await expect(change({ base: 'release' })).rejects.toMatchObject({ status: 500 });
  });
});
