import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const rest = () => shop.octokit().rest;

describe('a merge of two branches', () => {
  const merge = (base: string, head: string, more: object = {}) => rest().repos.merge({ ...SHOP, base, head, ...more });

  it('makes a commit of both parents on the base', async () => {
    const before = shop.tree.git('rev-parse', 'main');
    const head = shop.tree.commit('topic', { 'a.txt': '1' });
    const { data, status } = await merge('main', 'topic', { commit_message: 'Bring a' });
    expect([status, data.commit.message, data.parents.map(({ sha }) => sha)]).toEqual([201, 'Bring a', [before, head]]);
    expect(shop.tree.git('rev-parse', 'main')).toBe(data.sha);
    expect(shop.tree.git('show', 'main:a.txt')).toBe('1');
  });

  it('takes a commit for a head, and says what it merged', async () => {
    const head = shop.tree.commit('topic', { 'a.txt': '1' });
    expect((await merge('main', head)).data.commit.message).toBe(`Merge ${head} into main`);
  });

  it('has nothing to do where the base holds the head', async () => {
    const head = shop.tree.git('rev-parse', 'main');
    expect((await merge('main', head)).status).toBe(204);
    expect(shop.tree.git('rev-parse', 'main')).toBe(head);
  });

  it('is a conflict, or has no base or no head', async () => {
    shop.tree.commit('topic', { 'README.md': 'mine\n' });
    const main = shop.tree.commit('main', { 'README.md': 'theirs\n' });
    await expect(merge('main', 'topic')).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('Merge conflict'),
    });
    expect(shop.tree.git('rev-parse', 'main')).toBe(main);
    await expect(merge('none', 'topic')).rejects.toMatchObject({
      status: 404,
      message: expect.stringContaining('Base does not exist'),
    });
    await expect(merge('main', 'none')).rejects.toMatchObject({
      status: 404,
      message: expect.stringContaining('Head does not exist'),
    });
  });
});

describe('a merge of a pull request', () => {
  const merge = (more: object = {}) => rest().pulls.merge({ ...SHOP, pull_number: 1, ...more });
  beforeEach(async () => {
    shop.tree.commit('topic', { 'a.txt': '1' });
    shop.tree.commit('topic', { 'b.txt': '1' });
    shop.tree.commit('main', { 'c.txt': '1' });
    await shop.github.pulls.open({ head: 'topic', base: 'main', title: 'Add a and b' });
  });
  const log = () => shop.tree.git('log', '-3', '--format=%s', 'main').split('\n');

  it('is a commit with its title and message', async () => {
    const { data } = await merge({ commit_title: 'Two files', commit_message: 'a and b' });
    expect(data).toEqual({
      sha: shop.tree.git('rev-parse', 'main'),
      merged: true,
      message: 'Pull Request successfully merged',
    });
    expect(shop.tree.git('log', '-1', '--format=%B', 'main')).toBe('Two files\n\na and b');
    const pull = { ...SHOP, pull_number: 1 };
    expect((await rest().pulls.get(pull)).data).toMatchObject({
      merged: true,
      merged_by: { login: 'github-actions[bot]' },
    });
    expect((await rest().pulls.checkIfMerged(pull)).status).toBe(204);
  });

  it('is one commit when squashed', async () => {
    await merge({ merge_method: 'squash' });
    expect(log().slice(0, 2)).toEqual(['Add a and b (#1)', 'main: c.txt']);
  });

  it('is the same commits on top of the base when rebased', async () => {
    await merge({ merge_method: 'rebase' });
    expect(log()).toEqual(['topic: b.txt', 'topic: a.txt', 'main: c.txt']);
    expect(shop.tree.git('log', '-1', '--format=%an|%cn', 'main')).toBe('T|GitHub');
    expect(shop.tree.git('ls-tree', '--name-only', 'main')).toBe('README.md\na.txt\napi\nb.txt\nc.txt');
  });

  it('is refused for another head, a draft, a closed one and a conflict', async () => {
    const pull = { ...SHOP, pull_number: 1 };
    await expect(rest().pulls.checkIfMerged(pull)).rejects.toMatchObject({ status: 404 });
    await expect(merge({ sha: '1'.repeat(40) })).rejects.toMatchObject({ status: 409 });
    await expect(merge({ merge_method: 'octopus' })).rejects.toMatchObject({ status: 422 });
    await shop.github.pulls.setDraft(1, true);
    await expect(merge()).rejects.toMatchObject({ status: 405, message: expect.stringContaining('draft') });
    await shop.github.pulls.setDraft(1, false);
    shop.tree.commit('main', { 'a.txt': '2' });
    await expect(merge()).rejects.toMatchObject({ status: 405, message: expect.stringContaining('not mergeable') });
    await shop.github.pulls.close(1);
    await expect(merge()).rejects.toMatchObject({ status: 405 });
    await expect(merge({ pull_number: 2 })).rejects.toMatchObject({ status: 404 });
  });
});
