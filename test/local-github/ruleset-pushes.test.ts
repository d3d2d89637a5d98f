import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rule } from './rulesets.ts';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';

const NEEDS_PULL: Rule = { type: 'pull_request' };

let shop: Shop;
let before: string;
let next: string;
beforeEach(async () => {
  shop = await openShop();
  before = shop.tree.commit('prod', { 'a.txt': '1' });
  next = shop.tree.commit('next', { 'b.txt': '1' }, 'prod');
});
afterEach(() => shop.close());

const guard = (...rules: readonly Rule[]) =>
  shop.github.rulesets.put({ name: 'prod', branches: ['prod'], rules, bypass: ['promoter'] });
const tokenOf = (login: string) => shop.github.issueToken({ permissions: { contents: 'write' }, login });
const git = (login = 'deployer[bot]') => shop.octokit(tokenOf(login)).rest.git;
const prod = { ...SHOP, ref: 'heads/prod' };
const move = (more: object = {}, login?: string) => git(login).updateRef({ ...prod, sha: next, ...more });
const create = (sha: string, login?: string) => git(login).createRef({ ...SHOP, ref: 'refs/heads/prod', sha });
const tip = () => shop.tree.git('rev-parse', 'prod');
/** The message as it is, without what octokit adds. */
const violating = (...violations: readonly string[]) => ({
  status: 422,
  response: {
    data: { message: `Repository rule violations found\n\n${violations.map((one) => `${one}\n\n`).join('')}` },
  },
});
const PULL = 'Changes must be made through a pull request.';

describe('a push to a branch with rules', () => {
  it.each(['github-actions[bot]', 'deployer[bot]', 'octocat'])('needs a pull request of %s', async (login) => {
    guard(NEEDS_PULL);
    await expect(move({}, login)).rejects.toMatchObject(violating(PULL));
    expect(tip()).toBe(before);
  });

  it('is free for an app on the bypass list, of each ruleset its own', async () => {
    guard(NEEDS_PULL, { type: 'update' }, { type: 'required_signatures' }, { type: 'deletion' });
    expect((await move({}, 'promoter[bot]')).data.object.sha).toBe(next);
    shop.github.rulesets.put({ name: 'all', branches: ['~ALL'], rules: [{ type: 'deletion' }] });
    await expect(git('promoter[bot]').deleteRef(prod)).rejects.toMatchObject(violating('Cannot delete this branch'));
  });

  it('is refused by `update` and lists all that is broken', async () => {
    guard({ type: 'required_status_checks', contexts: ['test'] }, NEEDS_PULL, { type: 'update' });
    const checks = 'Required status check "test" is expected.';
    await expect(move()).rejects.toMatchObject(violating('Cannot update this protected ref.', PULL, checks));
  });

  it('to where the branch is already breaks none', async () => {
    guard({ type: 'update' }, NEEDS_PULL);
    expect((await move({ sha: before })).data.object.sha).toBe(before);
  });

  it('does not go back by force', async () => {
    guard({ type: 'non_fast_forward' });
    await move();
    await expect(move({ sha: before, force: true })).rejects.toMatchObject(
      violating('Cannot force-push to this branch'),
    );
    await move({ sha: before, force: true }, 'promoter[bot]');
  });

  it('deletes none that may not be deleted', async () => {
    guard({ type: 'deletion' });
    await expect(git().deleteRef(prod)).rejects.toMatchObject(violating('Cannot delete this branch'));
    expect(tip()).toBe(before);
    guard({ type: 'update' }, NEEDS_PULL);
    expect((await git().deleteRef(prod)).status).toBe(204);
  });
});

describe('a push to a linear branch', () => {
  it('brings no commit with two parents, wherever else that is', async () => {
    guard({ type: 'required_linear_history' });
    await move();
    const sha = shop.tree.git('commit-tree', 'next^{tree}', '-p', 'next', '-p', 'main', '-m', 'merge');
    shop.tree.git('update-ref', 'refs/heads/merged', sha);
    const message = `This branch must not contain merge commits.\n\n  Found 1 violation:\n\n  ${sha}`;
    await expect(move({ sha })).rejects.toMatchObject(violating(message));
    expect((await move({ sha }, 'promoter[bot]')).status).toBe(200);
  });
});

describe('a push to a branch of signed commits', () => {
  it('brings signed ones alone', async () => {
    guard({ type: 'required_signatures' });
    const message = `Commits must have verified signatures.\n\n  Found 1 violation:\n\n  ${next}`;
    await expect(move()).rejects.toMatchObject(violating(message));
    shop.github.signatures.add(next);
    expect((await move()).status).toBe(200);
  });

  it('takes what an app commits by the API, and not what is below it unsigned', async () => {
    guard({ type: 'required_signatures' });
    const tree = shop.tree.git('rev-parse', 'next^{tree}');
    const commit = async (parent: string) =>
      (await git().createCommit({ ...SHOP, message: 'x', tree, parents: [parent] })).data.sha;
    await expect(move({ sha: await commit(next) })).rejects.toMatchObject({ status: 422 });
    expect((await move({ sha: await commit(before) })).status).toBe(200);
  });
});

describe('a push to a branch with status checks', () => {
  const statuses = () => shop.github.statuses;
  const checks = () => shop.github.checks;
  const missing = (what: string) => violating(what);

  it('needs all of them green at the commit', async () => {
    guard({ type: 'required_status_checks', contexts: ['test', 'lint'] });
    await expect(move()).rejects.toMatchObject(missing('2 of 2 required status checks are expected.'));
    statuses().add(next, { state: 'success', context: 'test' });
    await expect(move()).rejects.toMatchObject(missing('Required status check "lint" is expected.'));
    const { id } = checks().create({ name: 'lint', sha: next });
    await expect(move()).rejects.toMatchObject(missing('Required status check "lint" is pending.'));
    checks().update(id, { conclusion: 'failure' });
    await expect(move()).rejects.toMatchObject(missing('Required status check "lint" is failing.'));
    statuses().add(next, { state: 'pending', context: 'test' });
    await expect(move()).rejects.toMatchObject(
      missing('2 of 2 required status checks have not succeeded: 1 pending and 1 failing.'),
    );
    statuses().add(next, { state: 'success', context: 'test' });
    checks().update(id, { conclusion: 'skipped' });
    expect((await move()).status).toBe(200);
  });

  it('needs a status and a check of one name both', async () => {
    guard({ type: 'required_status_checks', contexts: ['test'] });
    checks().create({ name: 'test', sha: next, conclusion: 'success' });
    statuses().add(next, { state: 'error', context: 'test' });
    await expect(move()).rejects.toMatchObject(missing('Required status check "test" is failing.'));
  });
});

describe('a new branch with rules', () => {
  const failed = { status: 422, response: { data: { message: 'Reference update failed' } } };
  beforeEach(() => {
    shop.tree.git('update-ref', 'refs/heads/kept', before);
    shop.tree.git('update-ref', '-d', 'refs/heads/prod');
  });

  it('is refused without a reason', async () => {
    guard({ type: 'creation' });
    await expect(create(before)).rejects.toMatchObject(failed);
    expect((await create(before, 'promoter[bot]')).status).toBe(201);
  });

  it('needs a pull request only for commits that no branch has', async () => {
    guard(NEEDS_PULL, { type: 'update' });
    const fresh = shop.tree.git('commit-tree', `${before}^{tree}`, '-p', before, '-m', 'new');
    await expect(create(fresh)).rejects.toMatchObject(failed);
    expect((await create(before)).status).toBe(201);
  });

  it('needs signatures only of commits that no branch has, and checks of its head', async () => {
    guard({ type: 'required_signatures' });
    const fresh = shop.tree.git('commit-tree', `${before}^{tree}`, '-p', before, '-m', 'new');
    await expect(create(fresh)).rejects.toMatchObject(failed);
    guard({ type: 'required_signatures' }, { type: 'required_status_checks', contexts: ['test'] });
    await expect(create(before)).rejects.toMatchObject(failed);
    shop.github.statuses.add(before, { state: 'success', context: 'test' });
    expect((await create(before)).status).toBe(201);
  });

  it('is linear from its beginning', async () => {
    guard({ type: 'required_linear_history' });
    const merge = shop.tree.git('commit-tree', `${before}^{tree}`, '-p', before, '-p', 'main', '-m', 'm');
    shop.tree.git('update-ref', 'refs/heads/merged', merge);
    await expect(create(merge)).rejects.toMatchObject(failed);
    expect((await create(before)).status).toBe(201);
  });
});
