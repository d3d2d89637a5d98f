import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';

const CI = '.github/workflows/ci.yml';

let shop: Shop;
let old: string;
let main: string;
beforeEach(async () => {
  shop = await openShop();
  old = shop.tree.commit('main', { [CI]: 'on: push\n' });
  shop.tree.commit('prod', { 'prod.txt': '1' });
  main = shop.tree.commit('main', { 'a.txt': '1' });
});
afterEach(() => shop.close());

const EVERYTHING = { contents: 'write', pull_requests: 'write' } as const;
const issue = (login: string, more: Record<string, 'write'> = {}) =>
  shop.github.issueToken({ permissions: { ...EVERYTHING, ...more }, login });
const restOf = (token: string) => shop.octokit(token).rest;
const promoter = () => restOf(issue('promoter[bot]', { workflows: 'write' }));
const deployer = () => restOf(issue('deployer[bot]'));
const move = (rest: ReturnType<typeof restOf>, sha: string, ref = 'heads/prod') =>
  rest.git.updateRef({ ...SHOP, ref, sha, force: true });
const create = (rest: ReturnType<typeof restOf>, sha: string, ref = 'refs/heads/new') =>
  rest.git.createRef({ ...SHOP, ref, sha });
const REFUSED = {
  status: 403,
  response: {
    data: { message: 'Resource not accessible by integration' },
    headers: { 'x-accepted-github-permissions': 'contents=write; contents=write,workflows=write' },
  },
};

describe('an app without `workflows`', () => {
  it('moves a branch to commits with the workflow files that it and the default branch have', async () => {
    expect((await move(deployer(), main)).data.object.sha).toBe(main);
    expect((await create(deployer(), main)).status).toBe(201);
    expect((await create(deployer(), main, 'refs/tags/v1')).status).toBe(201);
  });

  it.each([
    ['a changed', { [CI]: 'on: pull_request\n' }],
    ['a further', { '.github/workflows/more.yml': 'on: push\n' }],
    ['a missing', { [CI]: null }],
  ] as const)('moves and makes none with %s file', async (_what, files) => {
    const sha = shop.tree.commit('topic', files);
    const before = shop.tree.git('rev-parse', 'prod');
    for (const token of [issue('deployer[bot]'), issue('github-actions[bot]')]) {
      await expect(move(restOf(token), sha)).rejects.toMatchObject(REFUSED);
      await expect(create(restOf(token), sha)).rejects.toMatchObject(REFUSED);
    }
    await expect(move(restOf(shop.github.token), sha)).rejects.toMatchObject({ status: 403 });
    expect(shop.tree.git('rev-parse', 'prod')).toBe(before);
    expect((await move(promoter(), sha)).data.object.sha).toBe(sha);
    expect((await create(promoter(), sha)).status).toBe(201);
  });

  it('does not promote what the default branch changed since', async () => {
    const sha = shop.tree.commit('main', { [CI]: 'on: pull_request\n' });
    await expect(move(deployer(), sha)).rejects.toMatchObject(REFUSED);
    await move(promoter(), sha);
  });

  it('does not go to a commit with the files that the branch has, where the default branch has others', async () => {
    shop.tree.commit('main', { [CI]: 'on: pull_request\n' });
    await expect(move(deployer(), old)).rejects.toMatchObject(REFUSED);
    await expect(create(deployer(), old)).rejects.toMatchObject(REFUSED);
    await expect(create(deployer(), old, 'refs/tags/v1')).rejects.toMatchObject(REFUSED);
    await move(promoter(), old);
  });

  it('deletes a branch whatever is in it', async () => {
    shop.tree.commit('topic', { [CI]: 'on: pull_request\n' });
    expect((await deployer().git.deleteRef({ ...SHOP, ref: 'heads/topic' })).status).toBe(204);
  });

  it('makes no tree with other workflow files than those of its base', async () => {
    const tree = (path: string, base: object = { base_tree: 'main' }) => ({
      ...SHOP,
      ...base,
      tree: [{ path, mode: '100644' as const, type: 'blob' as const, content: 'x' }],
    });
    await expect(deployer().git.createTree(tree(CI))).rejects.toMatchObject(REFUSED);
    await expect(deployer().git.createTree(tree(CI, {}))).rejects.toMatchObject(REFUSED);
    const folder = { path: '.github', mode: '040000' as const, type: 'tree' as const, sha: null };
    const bare = { ...SHOP, base_tree: 'main', tree: [folder] };
    await expect(deployer().git.createTree(bare)).rejects.toMatchObject(REFUSED);
    expect((await deployer().git.createTree(tree('.github/other.yml'))).status).toBe(201);
    expect((await promoter().git.createTree(tree(CI))).status).toBe(201);
  });

  it('merges nothing that brings workflow files, and hears which', async () => {
    shop.tree.commit('topic', { [CI]: 'on: pull_request\n' });
    await shop.github.pulls.open({ head: 'topic', base: 'main' });
    const message = `refusing to allow a GitHub App to create or update workflow \`${CI}\` without \`workflows\` permission`;
    const refused = { status: 403, response: { data: { message } } };
    const pull = { ...SHOP, pull_number: 1 };
    await expect(deployer().pulls.merge(pull)).rejects.toMatchObject(refused);
    const branches = { ...SHOP, base: 'main', head: 'topic' };
    await expect(deployer().repos.merge(branches)).rejects.toMatchObject(refused);
    expect(shop.tree.git('rev-parse', 'main')).toBe(main);
    expect((await promoter().pulls.merge(pull)).status).toBe(200);
  });

  it('brings them into no branch before a deployment either', async () => {
    const before = shop.tree.git('rev-parse', 'prod');
    shop.tree.commit('main', { [CI]: 'on: pull_request\n' });
    const deploy = (rest: ReturnType<typeof restOf>) => rest.repos.createDeployment({ ...SHOP, ref: 'prod' });
    const more = { deployments: 'write' } as const;
    await expect(deploy(restOf(issue('deployer[bot]', more)))).rejects.toMatchObject({ status: 403 });
    expect(shop.tree.git('rev-parse', 'prod')).toBe(before);
    expect((await deploy(restOf(issue('promoter[bot]', { ...more, workflows: 'write' })))).status).toBe(202);
  });
});

describe('a person', () => {
  it('needs the permission as well, and has everything without a list of them', async () => {
    const sha = shop.tree.commit('topic', { [CI]: 'on: pull_request\n' });
    await expect(move(restOf(issue('octocat')), sha)).rejects.toMatchObject({
      status: 403,
      response: { data: { message: 'Resource not accessible by personal access token' } },
    });
    await move(restOf(issue('octocat', { workflows: 'write' })), sha);
    await create(restOf(shop.github.issueToken({ login: 'octocat' })), sha);
  });
});
