import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';
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

const compare = async (basehead: string, paging: object = {}) =>
  (await shop.octokit().rest.repos.compareCommitsWithBasehead({ ...SHOP, basehead, ...paging })).data;
/** Commits on top of a branch, made in the bare repository itself: a push of each would take a minute. */
function addCommits(branch: string, count: number): readonly string[] {
  const made: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const parent = made.at(-1) ?? 'main';
    made.push(shop.tree.git('commit-tree', 'main^{tree}', '-p', parent, '-m', `${number}`));
  }
  shop.tree.git('update-ref', `refs/heads/${branch}`, made.at(-1) ?? 'main');
  return made;
}

describe('a comparison', () => {
  it('lists its newest 250 commits, oldest first, unless it is asked for in pages', async () => {
    const made = addCommits('topic', 260);
    const whole = await compare('main...topic');
    expect([whole.total_commits, whole.ahead_by]).toEqual([260, 260]);
    expect(whole.commits.map(({ sha }) => sha)).toEqual(made.slice(10));
    const second = await compare('main...topic', { per_page: 100, page: 2 });
    expect(second.commits.map(({ sha }) => sha)).toEqual(made.slice(100, 200));
  });

  it('has its files, with the lines that changed, on its first page', async () => {
    shop.tree.commit('topic', {
      'README.md': 'hello\nagain\n',
      'api/serverless.yml': null,
      'app/serverless.yml': 'service: api\n',
    });
    shop.tree.commit('topic', { 'logo.png': '\0\u0001' });
    const { files } = await compare('main...topic', { per_page: 1 });
    expect(files).toMatchObject([
      { filename: 'README.md', status: 'modified', additions: 1, deletions: 0, changes: 1 },
      { filename: 'app/serverless.yml', previous_filename: 'api/serverless.yml', status: 'renamed', changes: 0 },
      { filename: 'logo.png', status: 'added', changes: 0 },
    ]);
    expect((await compare('main...topic', { per_page: 1, page: 2 })).files).toEqual([]);
  });

  it('is with a branch of a fork as well', async () => {
    const sha = fork.commit('topic', { 'a.txt': '1' });
    const { status, commits } = await compare('main...mallory:topic');
    expect([status, commits.map((commit) => commit.sha)]).toEqual(['ahead', [sha]]);
    expect((await compare('acme:main...mallory:main')).status).toBe('identical');
    await expect(compare('main...nobody:topic')).rejects.toMatchObject({ status: 404 });
  });
});
