import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';

let shop: Shop;
let before: string;
let next: string;
beforeEach(async () => {
  shop = await openShop();
  before = shop.tree.commit('prod', { 'a.txt': '1' });
  next = shop.tree.commit('next', { 'b.txt': '1' }, 'prod');
  shop.github.protections.put('prod', { bypass: ['promoter'] });
});
afterEach(() => shop.close());

const restOf = (login = 'github-actions[bot]', permissions: Record<string, 'read' | 'write'> = { contents: 'write' }) =>
  shop.octokit(shop.github.issueToken({ permissions, login })).rest;
const move = (more: object = {}, login?: string) =>
  restOf(login).git.updateRef({ ...SHOP, ref: 'heads/prod', sha: next, ...more });
const refused = (message: string) => ({ status: 422, response: { data: { message } } });
const PULL = 'Changes must be made through a pull request.';

describe('a classic branch protection', () => {
  it('makes the branch protected, and shows its checks and no more', async () => {
    shop.github.protections.put('prod', { bypass: ['promoter'], contexts: ['test'], approvals: 3 });
    const { data } = await restOf().repos.getBranch({ ...SHOP, branch: 'prod' });
    expect(data).toMatchObject({
      protected: true,
      protection: { enabled: true, required_status_checks: { contexts: ['test'] } },
    });
    expect(JSON.stringify(data)).not.toContain('promoter');
    expect((await restOf().repos.getBranchRules({ ...SHOP, branch: 'prod' })).data).toEqual([]);
  });

  it('is read by administrators alone', async () => {
    const branch = { ...SHOP, branch: 'prod' };
    const every = { contents: 'write', metadata: 'read', pull_requests: 'write', actions: 'write' } as const;
    for (const login of ['github-actions[bot]', 'promoter[bot]', 'octocat'])
      await expect(restOf(login, every).repos.getBranchProtection(branch)).rejects.toMatchObject({
        status: 403,
        response: { headers: { 'x-accepted-github-permissions': 'administration=read' } },
      });
    const { data } = await restOf('admin[bot]', { administration: 'read' }).repos.getBranchProtection(branch);
    expect(data.required_pull_request_reviews?.bypass_pull_request_allowances?.apps).toMatchObject([
      { slug: 'promoter' },
    ]);
  });

  it('is not there where there is none, or a ruleset', async () => {
    shop.github.rulesets.put({ name: 'main', branches: ['main'], rules: [{ type: 'update' }] });
    const read = (branch: string) => shop.octokit().rest.repos.getBranchProtection({ ...SHOP, branch });
    await expect(read('main')).rejects.toMatchObject({
      status: 404,
      message: expect.stringMatching(/^Branch not prot/),
    });
    await expect(read('none')).rejects.toMatchObject({
      status: 404,
      message: expect.stringMatching(/^Branch not found/),
    });
  });

  it('of a branch with a slash is asked for with and without its code', async () => {
    shop.tree.commit('release/1', { 'c.txt': '1' });
    shop.github.protections.put('release/*');
    for (const path of ['release/1', 'release%2F1'])
      expect((await shop.ask(`/branches/${path}/protection`)).status).toBe(200);
    expect((await shop.ask('/branches/release/1')).status).toBe(200);
  });

  it('holds up everybody but who may push without a pull request, also where nothing moves', async () => {
    for (const login of ['github-actions[bot]', 'deployer[bot]', 'octocat']) {
      await expect(move({}, login)).rejects.toMatchObject(refused(PULL));
      await expect(move({ sha: before }, login)).rejects.toMatchObject(refused(PULL));
    }
    expect(shop.tree.git('rev-parse', 'prod')).toBe(before);
    expect((await move({}, 'promoter[bot]')).data.object.sha).toBe(next);
    shop.github.protections.remove('prod');
    expect((await move({ sha: before, force: true })).status).toBe(200);
  });

  it('takes no force and no deletion of anybody', async () => {
    await move({}, 'promoter[bot]');
    const back = { sha: before, force: true };
    const force = 'Cannot force-push to this branch';
    await expect(move(back)).rejects.toMatchObject(refused(`${PULL} ${force}`));
    await expect(move(back, 'promoter[bot]')).rejects.toMatchObject(refused(force));
    const deleted = restOf('promoter[bot]').git.deleteRef({ ...SHOP, ref: 'heads/prod' });
    await expect(deleted).rejects.toMatchObject(refused('Cannot delete this branch'));
  });

  it('wants its checks of those who pass, too', async () => {
    shop.github.protections.put('prod', { bypass: ['promoter'], contexts: ['test'] });
    const missing = refused('Required status check "test" is expected.');
    await expect(move({}, 'promoter[bot]')).rejects.toMatchObject(missing);
    shop.github.statuses.add(next, { state: 'success', context: 'test' });
    expect((await move({}, 'promoter[bot]')).status).toBe(200);
  });

  it('lets nobody else make the branch', async () => {
    shop.github.protections.put('release/*', { bypass: ['promoter'] });
    const create = (login?: string) =>
      restOf(login).git.createRef({ ...SHOP, ref: 'refs/heads/release/1', sha: before });
    await expect(create()).rejects.toMatchObject(refused('Reference update failed'));
    expect((await create('promoter[bot]')).status).toBe(201);
  });

  it('holds up merges until there are approvals and checks', async () => {
    shop.github.protections.put('prod', { contexts: ['test'], approvals: 1 });
    await shop.github.pulls.open({ head: 'next', base: 'prod' });
    const merge = () => restOf().pulls.merge({ ...SHOP, pull_number: 1 });
    const message =
      'At least 1 approving review is required by reviewers with write access. Required status check "test" is expected.';
    await expect(merge()).rejects.toMatchObject({ status: 405, response: { data: { message } } });
    shop.github.people.put('ann', 'write');
    await shop.github.pulls.approve(1, 'ann');
    shop.github.statuses.add(next, { state: 'success', context: 'test' });
    expect((await merge()).status).toBe(200);
    const branches = { ...SHOP, base: 'prod', head: 'main' };
    shop.tree.commit('main', { 'd.txt': '1' });
    await expect(restOf().repos.merge(branches)).rejects.toMatchObject({ status: 409 });
  });
});
