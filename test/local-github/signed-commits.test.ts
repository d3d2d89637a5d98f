import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop({ now: () => Date.UTC(2026, 10, 2, 10) });
});
afterEach(() => shop.close());

const PERSON = { name: 'octocat', email: 'octocat@example.com', date: '2026-10-01T12:00:00Z' };
const date = '2026-11-02T10:00:00Z';
const restOf = (login: string) =>
  shop.octokit(shop.github.issueToken({ permissions: { contents: 'write' }, login })).rest;
async function commit(login: string, more: object = {}) {
  const tree = shop.tree.git('rev-parse', 'main^{tree}');
  return (await restOf(login).git.createCommit({ ...SHOP, message: 'x', tree, ...more })).data;
}
const UNSIGNED = { verified: false, reason: 'unsigned', signature: null, payload: null };

describe('a commit by the API', () => {
  it.each(['promoter[bot]', 'github-actions[bot]'])('is signed by GitHub for %s', async (login) => {
    const made = await commit(login);
    const id = (await restOf(login).repos.getCollaboratorPermissionLevel({ ...SHOP, username: login })).data.user?.id;
    expect(made).toMatchObject({
      author: { name: login, email: `${id}+${login}@users.noreply.github.com`, date },
      committer: { name: 'GitHub', email: 'noreply@github.com', date },
      verification: {
        verified: true,
        reason: 'valid',
        signature: expect.stringContaining('BEGIN PGP SIGNATURE'),
        payload: expect.stringContaining(`committer GitHub <noreply@github.com> ${Date.parse(date) / 1000} +0000`),
      },
    });
  });

  it('is shown as signed wherever it is shown', async () => {
    const { sha } = await commit('promoter[bot]', { parents: [shop.tree.git('rev-parse', 'main')] });
    const { rest } = shop.octokit();
    const { data } = await rest.repos.getCommit({ ...SHOP, ref: sha });
    expect(data.commit.verification).toMatchObject({ verified: true, reason: 'valid' });
    const compared = await rest.repos.compareCommitsWithBasehead({ ...SHOP, basehead: `main...${sha}` });
    expect(compared.data.commits.map((one) => one.commit.verification?.verified)).toEqual([true]);
    expect(compared.data.base_commit.commit.verification).toMatchObject(UNSIGNED);
  });

  it('is not signed with an author, a committer or a signature of the app’s own', async () => {
    const own = { author: PERSON, committer: PERSON };
    expect(await commit('promoter[bot]', { author: PERSON })).toMatchObject({ ...own, verification: UNSIGNED });
    const committed = await commit('promoter[bot]', { committer: PERSON });
    expect(committed).toMatchObject({
      author: { name: 'promoter[bot]', date },
      committer: PERSON,
      verification: UNSIGNED,
    });
    const signed = await commit('promoter[bot]', { signature: '-----BEGIN PGP SIGNATURE-----' });
    expect(signed.verification).toMatchObject(UNSIGNED);
  });

  it('is not signed for a person, who is its author and committer', async () => {
    const octocat = { name: 'octocat', email: '583231+octocat@users.noreply.github.com', date };
    const made = await commit('octocat');
    expect(made).toMatchObject({ author: octocat, committer: octocat, verification: UNSIGNED });
  });

  it('is not signed on a server of one’s own', async () => {
    await shop.close();
    shop = await openShop({ basePath: '/api/v3', serverUrl: 'https://github.example.com' });
    expect(await commit('promoter[bot]')).toMatchObject({
      author: { email: expect.stringMatching(/@users\.noreply\.github\.example\.com$/) },
      verification: UNSIGNED,
    });
    shop.tree.commit('topic', { 'a.txt': '1' });
    await shop.github.pulls.open({ head: 'topic', base: 'main' });
    const { mergeSha = '' } = await shop.github.pulls.merge(1);
    expect(shop.github.signatures.has(mergeSha)).toBe(false);
  });

  it('of somebody else is signed when a test says so', async () => {
    const sha = shop.tree.git('rev-parse', 'main');
    const read = async () => (await shop.octokit().rest.git.getCommit({ ...SHOP, commit_sha: sha })).data.verification;
    expect(await read()).toMatchObject(UNSIGNED);
    shop.github.signatures.add(sha);
    expect(await read()).toMatchObject({ verified: true });
  });
});

describe('a merge of a pull request', () => {
  it.each([
    ['merge', true],
    ['squash', true],
    ['rebase', false],
  ] as const)('by %s is signed: %s', async (method, isSigned) => {
    shop.tree.commit('topic', { 'a.txt': '1' });
    await shop.github.pulls.open({ head: 'topic', base: 'main' });
    const { mergeSha = '' } = await shop.github.pulls.merge(1, method);
    expect(shop.github.signatures.has(mergeSha)).toBe(isSigned);
  });
});
