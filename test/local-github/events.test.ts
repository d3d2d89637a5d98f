import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, type Shop } from './shop-for-tests.ts';
import { makeBareRepository, type WorkTree } from './world-for-tests.ts';

let shop: Shop;
let fork: WorkTree;
beforeEach(async () => {
  fork = makeBareRepository();
  const copy = { owner: 'mallory', name: 'shop', id: 1002, defaultBranch: 'main', bare: fork.bare, fork: true };
  shop = await openShop({ repositories: [copy] });
});
afterEach(async () => {
  await shop.close();
  fork.remove();
});

describe('a pull request event', () => {
  it('is of a fork, by its owner’s hand', async () => {
    const sha = fork.commit('topic', { 'a.txt': '1' });
    const user = { login: 'mallory', type: 'User' } as const;
    await shop.github.pulls.open({ head: 'topic', base: 'main', headRepositoryId: 1002, user });
    expect(await shop.github.events.eventFor(1, 'opened')).toMatchObject({
      pull_request: { head: { sha, repo: { full_name: 'mallory/shop', fork: true } }, changed_files: 1, commits: 1 },
      repository: { full_name: 'acme/shop' },
      organization: { login: 'acme' },
      sender: { login: 'mallory' },
    });
    expect(await shop.github.events.eventFor(1, 'labeled', { label: 'keep' })).toMatchObject({
      label: { name: 'keep' },
      sender: { login: 'octocat' },
    });
  });

  it('is of a draft, or of a bot', async () => {
    shop.tree.commit('topic', { 'a.txt': '1' });
    const user = { login: 'renovate[bot]', type: 'Bot' } as const;
    await shop.github.pulls.open({ head: 'topic', base: 'main', draft: true, user });
    const bot = { login: 'renovate[bot]', type: 'Bot', html_url: 'https://github.com/apps/renovate' };
    expect(await shop.github.events.eventFor(1, 'synchronize', { before: '1'.repeat(40) })).toMatchObject({
      pull_request: { draft: true, user: bot },
      sender: bot,
    });
    const sender = { login: 'octocat', type: 'User' } as const;
    expect(await shop.github.events.eventFor(1, 'synchronize', { sender })).toMatchObject({ sender });
  });
});

describe('a push event', () => {
  it('lists the commits that it brought', async () => {
    const before = shop.tree.git('rev-parse', 'main');
    const first = shop.tree.commit('main', { 'a.txt': '1' });
    const second = shop.tree.commit('main', { 'a.txt': '2' });
    expect(await shop.github.events.pushEvent('main', before, second)).toMatchObject({
      commits: [{ id: first }, { id: second, message: 'main: a.txt', distinct: true }],
      head_commit: { id: second },
    });
    const branch = shop.tree.commit('topic', { 'b.txt': '1' });
    const created = () => shop.github.events.pushEvent('topic', '0'.repeat(40), branch);
    expect(await created()).toMatchObject({ commits: [{ id: branch }] });
    shop.tree.git('update-ref', 'refs/heads/copy', branch);
    expect(await created()).toMatchObject({ commits: [] });
  });
});

describe('a merge group', () => {
  it('is a commit of the queue that holds the base and the pull request', async () => {
    const base = shop.tree.git('rev-parse', 'main');
    const head = shop.tree.commit('topic', { 'a.txt': '1' });
    await shop.github.pulls.open({ head: 'topic', base: 'main' });
    const ref = `refs/heads/gh-readonly-queue/main/pr-1-${base}`;
    const payload = await shop.github.events.mergeGroupEvent(1);
    const sha = shop.tree.git('rev-parse', ref);
    expect(payload).toMatchObject({
      action: 'checks_requested',
      merge_group: {
        head_sha: sha,
        head_ref: ref,
        base_sha: base,
        base_ref: 'refs/heads/main',
        head_commit: { id: sha },
      },
    });
    expect(shop.tree.git('rev-parse', `${sha}^1`, `${sha}^2`)).toBe(`${base}\n${head}`);
    expect(shop.tree.git('rev-parse', 'main')).toBe(base);
    await shop.github.pulls.close(1);
    await expect(shop.github.events.mergeGroupEvent(1)).rejects.toThrow('not open');
  });
});

describe('the other events', () => {
  it('have what is special of them, and the repository', () => {
    const { events } = shop.github;
    expect(events.scheduleEvent('0 3 * * *', '.github/workflows/sweep.yml')).toMatchObject({
      schedule: '0 3 * * *',
      workflow: '.github/workflows/sweep.yml',
      repository: { id: 1001 },
    });
    expect(events.scheduleEvent('0 3 * * *')).not.toHaveProperty('sender');
    expect(events.dispatchEvent('refs/heads/main', { stage: 'prod' }, '.github/workflows/x.yml')).toMatchObject({
      inputs: { stage: 'prod' },
      ref: 'refs/heads/main',
      workflow: '.github/workflows/x.yml',
    });
    expect(events.repositoryDispatchEvent('sweep', { stage: 'pr-1' })).toMatchObject({
      action: 'sweep',
      branch: 'main',
      client_payload: { stage: 'pr-1' },
    });
    expect(events.deleteEvent('v1', 'tag')).toMatchObject({ ref: 'v1', ref_type: 'tag', pusher_type: 'user' });
    expect(shop.github.repository('mallory/shop').events.deleteEvent('x', 'branch')).toMatchObject({
      repository: { full_name: 'mallory/shop' },
    });
  });
});
