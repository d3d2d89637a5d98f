import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalGithub, startLocalGithub } from './server.ts';
import { makeBareRepository, type WorkTree } from './world-for-tests.ts';

let tree: WorkTree;
let github: LocalGithub;
beforeEach(async () => {
  tree = makeBareRepository();
  github = await start();
});
afterEach(async () => {
  await github.close();
  tree.remove();
});

const start = (pagedRefs?: boolean) =>
  startLocalGithub({
    repositories: [{ owner: 'acme', name: 'shop', id: 1001, defaultBranch: 'main', bare: tree.bare }],
    ...(pagedRefs === undefined ? {} : { pagedRefs }),
  });
const octokit = () => getOctokit(github.token, { baseUrl: github.url });
const shop = { owner: 'acme', repo: 'shop' };
/** Branches made in the bare repository itself: a push of each would take a minute. */
const branches = (count: number) => {
  const sha = tree.git('rev-parse', 'main');
  const names = Array.from({ length: count }, (_, index) => `feature/${String(index).padStart(3, '0')}`);
  for (const name of names) tree.git('update-ref', `refs/heads/${name}`, sha);
  return [...names, 'main'];
};
const listRefs = async () => {
  const refs = await octokit().paginate<{ ref: string }>('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', {
    ...shop,
    ref: 'heads/',
    per_page: 100,
  });
  return refs.map(({ ref }) => ref.replace('refs/heads/', ''));
};
const calls = () => github.journal.filter(({ path }) => path.includes('matching-refs')).length;

describe('matching refs, read by octokit page after page', () => {
  it('come all at once, as GitHub answers them', async () => {
    const names = branches(104);
    expect(await listRefs()).toEqual(names);
    expect(calls()).toBe(1);
  });

  it('come in pages of at most 100 where the server is told so', async () => {
    await github.close();
    github = await start(true);
    const names = branches(204);
    expect(await listRefs()).toEqual(names);
    expect(calls()).toBe(3);
  });
});

describe('pull requests, read by octokit', () => {
  beforeEach(async () => {
    for (const head of ['a', 'b', 'c']) {
      tree.commit(head, { [`${head}.txt`]: '1' });
      await github.pulls.open({ head, base: 'main', labels: head === 'b' ? ['keep', 'ready to go'] : [] });
    }
    await github.pulls.close(2);
  });

  it('have labels, in a list and one by one', async () => {
    const pulls = await octokit().paginate(octokit().rest.pulls.list, { ...shop, state: 'all', per_page: 2 });
    expect(pulls.map(({ number, labels }) => [number, labels.map(({ name }) => name)])).toEqual([
      [3, []],
      [2, ['keep', 'ready to go']],
      [1, []],
    ]);
    const { data } = await octokit().rest.pulls.get({ ...shop, pull_number: 2 });
    expect(data.labels).toEqual(pulls[1]?.labels);
    expect(data.labels[0]).toMatchObject({ id: expect.any(Number), name: 'keep', color: 'ededed', default: false });
  });

  it('are found by the branch they come from', async () => {
    const { data } = await octokit().rest.pulls.list({ ...shop, state: 'all', head: 'acme:b' });
    expect(data.map(({ number }) => number)).toEqual([2]);
  });
});
