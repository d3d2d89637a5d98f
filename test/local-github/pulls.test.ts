import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalGithub, startLocalGithub } from './server.ts';
import { makeBareRepository, type WorkTree } from './world-for-tests.ts';

let tree: WorkTree;
let fork: WorkTree;
let github: LocalGithub;

beforeEach(async () => {
  tree = makeBareRepository();
  fork = makeBareRepository();
  const repository = { owner: 'acme', name: 'shop', id: 1001, defaultBranch: 'main', bare: tree.bare };
  const copy = { owner: 'mallory', name: 'shop', id: 1002, defaultBranch: 'main', bare: fork.bare, fork: true };
  github = await startLocalGithub({ repositories: [repository, copy] });
});
afterEach(async () => {
  await github.close();
  tree.remove();
  fork.remove();
});

const ask = (path: string) =>
  fetch(`${github.url}/repos/acme/shop${path}`, { headers: { authorization: `Bearer ${github.token}` } });
async function read<T = Record<string, unknown>>(path: string): Promise<T> {
  return (await (await ask(path)).json()) as T;
}
const numbers = async (query: string) =>
  (await read<{ number: number }[]>(`/pulls?${query}`)).map(({ number }) => number);

describe('a pull request', () => {
  it('has the head and base that the branches have now, and the two refs', async () => {
    const sha = tree.commit('topic', { 'a.txt': '1' });
    await github.pulls.open({
      head: 'topic',
      base: 'main',
      title: 'Add a',
      user: { login: 'renovate[bot]', type: 'Bot' },
      labels: ['x'],
    });
    const base = tree.git('rev-parse', 'refs/heads/main');
    expect(await read('/pulls/1')).toMatchObject({
      number: 1,
      state: 'open',
      draft: false,
      merged: false,
      mergeable: true,
      title: 'Add a',
      user: { login: 'renovate[bot]', type: 'Bot' },
      labels: [{ name: 'x' }],
      head: { ref: 'topic', sha, label: 'acme:topic', repo: { id: 1001, full_name: 'acme/shop', fork: false } },
      base: { ref: 'main', sha: base },
    });
    const next = tree.commit('topic', { 'a.txt': '2' });
    expect(await read('/pulls/1')).toMatchObject({ head: { sha: next } });
    expect(tree.git('rev-parse', 'refs/pull/1/head')).toBe(next);
    expect(tree.git('rev-parse', 'refs/pull/1/merge^1', 'refs/pull/1/merge^2')).toBe(`${base}\n${next}`);
  });

  it('merges with a real commit of both parents', async () => {
    const sha = tree.commit('topic', { 'a.txt': '1' });
    const before = tree.git('rev-parse', 'main');
    await github.pulls.open({ head: 'topic', base: 'main' });
    await github.pulls.merge(1);
    const merged = tree.git('rev-parse', 'main');
    expect(tree.git('rev-parse', 'main^1', 'main^2')).toBe(`${before}\n${sha}`);
    expect(tree.git('show', 'main:a.txt')).toBe('1');
    expect(await read('/pulls/1')).toMatchObject({
      state: 'closed',
      merged: true,
      merge_commit_sha: merged,
      head: { sha },
    });
    expect(await read(`/commits/${merged}/pulls`)).toMatchObject([{ number: 1 }]);
    expect(await read(`/commits/${sha}/pulls`)).toMatchObject([{ number: 1 }]);
    expect(await read(`/commits/${before}/pulls`)).toEqual([]);
    await expect(github.pulls.reopen(1)).rejects.toThrow('merged');
  });

  it('squashes to one parent', async () => {
    tree.commit('topic', { 'a.txt': '1' });
    const before = tree.git('rev-parse', 'main');
    await github.pulls.open({ head: 'topic', base: 'main', title: 'One' });
    await github.pulls.merge(1, 'squash');
    expect(tree.git('log', '-1', '--format=%P|%s', 'main')).toBe(`${before}|One (#1)`);
  });

  it('cannot be merged with a conflict', async () => {
    tree.commit('topic', { 'README.md': 'mine\n' });
    await github.pulls.open({ head: 'topic', base: 'main' });
    tree.commit('main', { 'README.md': 'theirs\n' });
    expect(await read('/pulls/1')).toMatchObject({
      mergeable: false,
      mergeable_state: 'dirty',
      merge_commit_sha: null,
    });
    await expect(github.pulls.merge(1)).rejects.toThrow('conflicts');
    expect(() => tree.git('rev-parse', '--verify', 'refs/pull/1/merge')).toThrow();
  });

  it('keeps its head when closed, and takes the branch’s again when it is opened again', async () => {
    const sha = tree.commit('topic', { 'a.txt': '1' });
    await github.pulls.open({ head: 'topic', base: 'main' });
    await github.pulls.close(1);
    const next = tree.commit('topic', { 'a.txt': '2' });
    expect(await read('/pulls/1')).toMatchObject({ state: 'closed', merged: false, head: { sha } });
    await github.pulls.reopen(1);
    expect(await read('/pulls/1')).toMatchObject({ state: 'open', closed_at: null, head: { sha: next } });
  });

  it('is closed when its branch is deleted', async () => {
    const sha = tree.commit('topic', { 'a.txt': '1' });
    await github.pulls.open({ head: 'topic', base: 'main' });
    tree.git('update-ref', '-d', 'refs/heads/topic');
    expect(await read('/pulls/1')).toMatchObject({ state: 'closed', head: { sha } });
    await expect(github.pulls.reopen(1)).rejects.toThrow('branch is gone');
  });

  it('turns to a draft and back, and has labels', async () => {
    tree.commit('topic', {});
    await github.pulls.open({ head: 'topic', base: 'main', draft: true });
    await github.pulls.label(1, 'keep');
    expect(await read('/pulls/1')).toMatchObject({ draft: true, labels: [{ name: 'keep' }] });
    await github.pulls.setDraft(1, false);
    await github.pulls.label(1, 'keep', true);
    expect(await read('/pulls/1')).toMatchObject({ draft: false, labels: [] });
  });

  it('comes from a fork that the server has, one it knows by id, or one that is gone', async () => {
    const sha = fork.commit('topic', { 'evil.txt': '1' });
    await github.pulls.open({ head: 'topic', base: 'main', headRepositoryId: 1002 });
    expect(await read('/pulls/1')).toMatchObject({
      head: { sha, label: 'mallory:topic', repo: { id: 1002, fork: true } },
    });
    expect(tree.git('show', 'refs/pull/1/merge:evil.txt')).toBe('1');

    tree.commit('other', {});
    await github.pulls.open({ head: 'other', base: 'main', headRepositoryId: 777 });
    expect(await read('/pulls/2')).toMatchObject({
      head: { repo: { id: 777, fork: true }, label: 'someone-else:other' },
    });
    await github.pulls.open({ head: 'other', base: 'main', headRepositoryId: null });
    expect(await read('/pulls/3')).toMatchObject({ head: { repo: null, ref: 'other' } });
  });

  it('is the only open one of its branch into its base', async () => {
    tree.commit('topic', {});
    tree.commit('release', {});
    await github.pulls.open({ head: 'topic', base: 'main' });
    await expect(github.pulls.open({ head: 'topic', base: 'main' })).rejects.toThrow('already exists');
    await expect(github.pulls.open({ head: 'none', base: 'main' })).rejects.toThrow('no branch none');
    await github.pulls.open({ head: 'topic', base: 'release', number: 9 });
    expect(await numbers('')).toEqual([9, 1]);
  });
});

describe('the list', () => {
  beforeEach(async () => {
    for (const name of ['a', 'b', 'c']) {
      tree.commit(name, { [`${name}.txt`]: '1' });
      await github.pulls.open({ head: name, base: 'main' });
    }
    await github.pulls.close(2);
  });

  it('filters by state, head and base', async () => {
    expect(await numbers('')).toEqual([3, 1]);
    expect(await numbers('state=closed')).toEqual([2]);
    expect(await numbers('state=all&head=acme:b')).toEqual([2]);
    expect(await numbers('head=mallory:a')).toEqual([]);
    expect(await numbers('base=release')).toEqual([]);
  });

  it('ignores a head without an owner, as GitHub does', async () => {
    expect(await numbers('head=a')).toEqual([3, 1]);
  });

  it('leads from page to page', async () => {
    const answer = await ask('/pulls?state=all&per_page=2');
    expect(((await answer.json()) as unknown[]).length).toBe(2);
    const next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';
    expect(next).toContain('/repositories/1001/pulls?');
    const last = await fetch(next, { headers: { authorization: `Bearer ${github.token}` } });
    expect(await last.json()).toMatchObject([{ number: 1 }]);
    expect(last.headers.get('link')).not.toContain('rel="next"');
  });
});

describe('events', () => {
  it('show the pull request as it is now', async () => {
    const before = tree.commit('topic', { 'a.txt': '1' });
    await github.pulls.open({ head: 'topic', base: 'main' });
    const sha = tree.commit('topic', { 'a.txt': '2' });
    expect(await github.eventFor(1, 'synchronize', { before })).toMatchObject({
      action: 'synchronize',
      number: 1,
      before,
      after: sha,
      pull_request: {
        number: 1,
        merged: false,
        head: { ref: 'topic', sha, repo: { id: 1001 } },
        base: { ref: 'main' },
      },
      repository: { id: 1001, full_name: 'acme/shop', owner: { login: 'acme' }, default_branch: 'main' },
      sender: { login: 'octocat' },
    });
    await github.pulls.merge(1);
    expect(await github.eventFor(1, 'closed')).toMatchObject({ pull_request: { merged: true, state: 'closed' } });
  });

  it('tell a new, a moved, a forced and a deleted branch apart', async () => {
    const none = '0'.repeat(40);
    const first = tree.git('rev-parse', 'main');
    const next = tree.commit('main', { 'a.txt': '1' });
    expect(await github.pushEvent('main', none, first)).toMatchObject({
      ref: 'refs/heads/main',
      created: true,
      forced: false,
    });
    expect(await github.pushEvent('main', first, next)).toMatchObject({ forced: false, head_commit: { id: next } });
    expect(await github.pushEvent('main', next, first)).toMatchObject({ forced: true });
    expect(await github.pushEvent('main', next, none)).toMatchObject({ deleted: true, head_commit: null });
    expect(github.deleteEvent('topic', 'branch')).toMatchObject({
      ref: 'topic',
      ref_type: 'branch',
      repository: { id: 1001 },
    });
    expect(github.dispatchEvent('refs/heads/prod', { stage: 'prod' })).toMatchObject({
      ref: 'refs/heads/prod',
      inputs: { stage: 'prod' },
    });
  });
});
