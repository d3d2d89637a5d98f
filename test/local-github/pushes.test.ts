import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';

const NONE = '0'.repeat(40);

let shop: Shop;
let before: string;
let next: string;
beforeEach(async () => {
  shop = await openShop();
  before = shop.tree.commit('prod', { 'a.txt': '1' });
  next = shop.tree.commit('next', { 'b.txt': '1' }, 'prod');
});
afterEach(() => shop.close());

const restOf = (login: string) =>
  shop.octokit(shop.github.issueToken({ permissions: { contents: 'write', deployments: 'write' }, login })).rest;
const move = (login: string, sha = next) =>
  restOf(login).git.updateRef({ ...SHOP, ref: 'heads/prod', sha, force: true });
const starts = () => shop.github.pushes.map(({ startsWorkflows }) => startsWorkflows);
const push = (ref: string, from: string, to: string) => ({ ref: `refs/${ref}`, before: from, after: to });

describe('a push through the API', () => {
  it.each([
    ['github-actions[bot]', false],
    ['promoter[bot]', true],
    ['octocat', true],
  ])('by %s starts workflows: %s', async (login, startsWorkflows) => {
    await move(login);
    const actor = { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
    expect(shop.github.pushes).toMatchObject([{ ...push('heads/prod', before, next), actor, startsWorkflows }]);
  });

  it('is each new, moved and deleted branch and tag, and starts nothing where the ref is gone', async () => {
    const { git } = restOf('promoter[bot]');
    await git.createRef({ ...SHOP, ref: 'refs/heads/new', sha: before });
    await git.createRef({ ...SHOP, ref: 'refs/tags/v1', sha: before });
    await git.deleteRef({ ...SHOP, ref: 'heads/new' });
    expect(shop.github.pushes).toMatchObject([
      push('heads/new', NONE, before),
      push('tags/v1', NONE, before),
      push('heads/new', before, NONE),
    ]);
    expect(starts()).toEqual([true, true, false]);
  });

  it('is none where nothing moves, or is refused', async () => {
    await move('promoter[bot]', before);
    shop.github.rulesets.put({ name: 'prod', branches: ['prod'], rules: [{ type: 'update' }] });
    await expect(move('promoter[bot]')).rejects.toMatchObject({ status: 422 });
    await expect(restOf('promoter[bot]').repos.merge({ ...SHOP, base: 'prod', head: 'next' })).rejects.toMatchObject({
      status: 409,
    });
    expect(shop.github.pushes).toEqual([]);
  });

  it.each(['Release [skip ci]', 'Release [No CI]', '[actions skip] Release'])('of %s starts none', async (message) => {
    const tree = shop.tree.git('rev-parse', 'next^{tree}');
    const { git } = restOf('promoter[bot]');
    const { data } = await git.createCommit({ ...SHOP, message, tree, parents: [before] });
    await move('promoter[bot]', data.sha);
    expect(starts()).toEqual([false]);
  });

  it('is a merge, of branches, of a pull request and before a deployment', async () => {
    const rest = restOf('promoter[bot]');
    const { data: merged } = await rest.repos.merge({ ...SHOP, base: 'main', head: 'prod' });
    await shop.github.pulls.open({ head: 'next', base: 'main' });
    const { data: pull } = await rest.pulls.merge({ ...SHOP, pull_number: 1 });
    await rest.repos.createDeployment({ ...SHOP, ref: 'prod' });
    expect(shop.github.pushes.map(({ ref, after }) => [ref, after])).toEqual([
      ['refs/heads/main', merged.sha],
      ['refs/heads/main', pull.sha],
      ['refs/heads/prod', shop.tree.git('rev-parse', 'prod')],
    ]);
    expect(starts()).toEqual([true, true, true]);
  });

  it('of another repository is that one’s', async () => {
    await move('promoter[bot]');
    expect(shop.github.repository('acme/shop').pushes).toHaveLength(1);
  });
});

describe('an open pull request', () => {
  beforeEach(() => shop.github.pulls.open({ head: 'next', base: 'prod' }));
  const read = async () => (await shop.octokit().rest.pulls.get({ ...SHOP, pull_number: 1 })).data;

  it('follows its branch when the API moves that', async () => {
    const later = shop.tree.git('commit-tree', 'next^{tree}', '-p', 'next', '-m', 'later');
    await restOf('promoter[bot]').git.updateRef({ ...SHOP, ref: 'heads/next', sha: later });
    expect(await read()).toMatchObject({ state: 'open', head: { sha: later }, commits: 2 });
  });

  it('is merged by a push that brings its commits into its base', async () => {
    await move('promoter[bot]');
    expect(await read()).toMatchObject({
      state: 'closed',
      merged: true,
      merge_commit_sha: next,
      merged_by: { login: 'promoter[bot]' },
      base: { sha: before },
    });
    const { data } = await shop
      .octokit()
      .rest.repos.listPullRequestsAssociatedWithCommit({ ...SHOP, commit_sha: next });
    expect(data.map(({ number }) => number)).toEqual([1]);
  });

  it('stays open when the push brings others', async () => {
    const other = shop.tree.commit('other', { 'c.txt': '1' }, 'prod');
    await move('promoter[bot]', other);
    expect(await read()).toMatchObject({ state: 'open', merged: false, base: { sha: other } });
  });
});
