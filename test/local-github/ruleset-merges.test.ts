import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rule } from './rulesets.ts';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';

let shop: Shop;
let head: string;
beforeEach(async () => {
  shop = await openShop();
  shop.tree.commit('prod', { 'a.txt': '1' });
  head = shop.tree.commit('topic', { 'b.txt': '1' }, 'prod');
  shop.tree.commit('prod', { 'c.txt': '1' });
  await shop.github.pulls.open({ head: 'topic', base: 'prod', user: { login: 'mona', type: 'User' } });
});
afterEach(() => shop.close());

const guard = (...rules: readonly Rule[]) =>
  shop.github.rulesets.put({ name: 'prod', branches: ['prod'], rules, bypass: ['promoter'] });
const restOf = (login: string) =>
  shop.octokit(shop.github.issueToken({ permissions: { contents: 'write', pull_requests: 'read' }, login })).rest;
const merge = (method: 'merge' | 'squash' | 'rebase' = 'merge', login = 'deployer[bot]') =>
  restOf(login).pulls.merge({ ...SHOP, pull_number: 1, merge_method: method });
const refused = (...violations: readonly string[]) => ({
  status: 405,
  response: {
    data: { message: `Repository rule violations found\n\n${violations.map((one) => `${one}\n\n`).join('')}` },
  },
});
const state = async () => (await shop.octokit().rest.pulls.get({ ...SHOP, pull_number: 1 })).data.mergeable_state;

describe('a pull request into a branch with rules', () => {
  it('is the change that `pull_request` wants', async () => {
    guard({ type: 'pull_request' }, { type: 'deletion' }, { type: 'creation' }, { type: 'non_fast_forward' });
    expect(await state()).toBe('clean');
    expect((await merge()).data.merged).toBe(true);
  });

  it('waits for approvals of people with write access', async () => {
    guard({ type: 'pull_request', required_approving_review_count: 1 });
    const waiting = refused('At least 1 approving review is required by reviewers with write access.');
    await expect(merge()).rejects.toMatchObject(waiting);
    expect(await state()).toBe('blocked');
    shop.github.people.put('ann', 'triage');
    for (const login of ['ann', 'stranger', 'reviewer[bot]']) await shop.github.pulls.approve(1, login);
    await expect(merge()).rejects.toMatchObject(waiting);
    await expect(shop.github.pulls.approve(1, 'Mona')).rejects.toThrow('own');
    shop.github.people.put('bob', 'maintain');
    await shop.github.pulls.approve(1, 'bob');
    expect(await state()).toBe('clean');
    expect((await merge()).status).toBe(200);
  });

  it('waits for the checks of its head', async () => {
    guard({ type: 'required_status_checks', contexts: ['test'] });
    await expect(merge()).rejects.toMatchObject(refused('Required status check "test" is expected.'));
    shop.github.checks.create({ name: 'test', sha: head, conclusion: 'success' });
    expect((await merge()).status).toBe(200);
  });

  it('is merged into a linear branch squashed or rebased', async () => {
    guard({ type: 'required_linear_history' });
    await expect(merge('merge')).rejects.toMatchObject(refused('This branch must not contain merge commits.'));
    expect((await merge('rebase')).status).toBe(200);
  });

  it('is merged where signatures are wanted when its commits have them', async () => {
    guard({ type: 'required_signatures' });
    const unsigned = refused('Commits must have verified signatures.');
    await expect(merge('merge')).rejects.toMatchObject(unsigned);
    shop.github.signatures.add(head);
    await expect(merge('rebase')).rejects.toMatchObject(unsigned);
    await expect(merge('squash')).rejects.toMatchObject(unsigned);
    const { data } = await merge('merge');
    expect(shop.github.signatures.has(data.sha)).toBe(true);
  });

  it('is squashed where signatures are wanted by its author', async () => {
    guard({ type: 'required_signatures' });
    expect((await merge('squash', 'mona')).status).toBe(200);
  });

  it('is merged by nobody but who may pass where nobody may update', async () => {
    guard({ type: 'update' }, { type: 'pull_request', required_approving_review_count: 2 });
    const reviews = 'At least 2 approving reviews are required by reviewers with write access.';
    for (const login of ['github-actions[bot]', 'octocat'])
      await expect(merge('merge', login)).rejects.toMatchObject(refused('Cannot update this protected ref.', reviews));
    expect((await merge('merge', 'promoter[bot]')).status).toBe(200);
  });
});

describe('a merge of branches into a branch with rules', () => {
  const mergeBranches = (login: string) => restOf(login).repos.merge({ ...SHOP, base: 'prod', head: 'topic' });

  it('is a push, refused with 409', async () => {
    guard({ type: 'pull_request' });
    const before = shop.tree.git('rev-parse', 'prod');
    await expect(mergeBranches('deployer[bot]')).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('Changes must be made through a pull request.'),
    });
    expect(shop.tree.git('rev-parse', 'prod')).toBe(before);
    expect((await mergeBranches('promoter[bot]')).status).toBe(201);
  });

  it('is no push where there is nothing to merge', async () => {
    guard({ type: 'update' });
    const { status } = await restOf('deployer[bot]').repos.merge({ ...SHOP, base: 'prod', head: 'main' });
    expect(status).toBe(204);
  });

  it('is none by a deployment either', async () => {
    guard({ type: 'update' });
    shop.tree.commit('main', { 'd.txt': '1' });
    const { rest } = shop.octokit(shop.github.issueToken({ permissions: { deployments: 'write' } }));
    await expect(rest.repos.createDeployment({ ...SHOP, ref: 'prod' })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('Cannot update this protected ref.'),
    });
  });
});
