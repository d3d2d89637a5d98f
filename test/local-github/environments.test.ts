import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const repos = () => shop.octokit().rest.repos;
const staging = { ...SHOP, environment_name: 'staging' };
const CUSTOM = { protected_branches: false, custom_branch_policies: true };

describe('an environment', () => {
  it('is there when it was made, and only then', async () => {
    await expect(repos().getEnvironment(staging)).rejects.toMatchObject({ status: 404 });
    await repos().createOrUpdateEnvironment(staging);
    const { data } = await repos().getEnvironment({ ...SHOP, environment_name: 'Staging' });
    expect(data).toMatchObject({ name: 'staging', protection_rules: [], deployment_branch_policy: null });
    expect((await repos().deleteAnEnvironment(staging)).status).toBe(204);
    await expect(repos().getEnvironment(staging)).rejects.toMatchObject({ status: 404 });
    await expect(repos().deleteAnEnvironment(staging)).rejects.toMatchObject({ status: 404 });
  });

  it('has a name with a slash', async () => {
    shop.github.environments.put('preview/pr-1');
    const { data } = await repos().getEnvironment({ ...SHOP, environment_name: 'preview/pr-1' });
    expect(data).toMatchObject({ name: 'preview/pr-1', url: expect.stringContaining('/environments/preview%2Fpr-1') });
  });

  it('has the protection that it was last given', async () => {
    const { data } = await repos().createOrUpdateEnvironment({
      ...staging,
      wait_timer: 30,
      prevent_self_review: true,
      reviewers: [{ type: 'User', id: 583231 }],
      deployment_branch_policy: CUSTOM,
    });
    expect(data.protection_rules).toMatchObject([
      { type: 'wait_timer', wait_timer: 30 },
      {
        type: 'required_reviewers',
        prevent_self_review: true,
        reviewers: [{ type: 'User', reviewer: { id: 583231 } }],
      },
      { type: 'branch_policy' },
    ]);
    expect(data.deployment_branch_policy).toEqual(CUSTOM);
    const again = await repos().createOrUpdateEnvironment(staging);
    expect(again.data).toMatchObject({ id: data.id, protection_rules: [], deployment_branch_policy: null });
  });

  it('shows the people and teams that a test chose, and whether administrators pass', async () => {
    shop.github.environments.put('staging', {
      reviewers: [
        { type: 'User', login: 'mona' },
        { type: 'User', login: 'octocat', id: 7 },
        { type: 'User', id: 8 },
        { type: 'Team', slug: 'releasers' },
      ],
      preventSelfReview: true,
      canAdminsBypass: false,
    });
    const { data } = await repos().getEnvironment(staging);
    expect(data).toMatchObject({
      can_admins_bypass: false,
      protection_rules: [
        {
          type: 'required_reviewers',
          prevent_self_review: true,
          reviewers: [
            { type: 'User', reviewer: { login: 'mona', id: expect.any(Number), type: 'User' } },
            { type: 'User', reviewer: { login: 'octocat', id: 7 } },
            { type: 'User', reviewer: { login: 'reviewer-8', id: 8 } },
            { type: 'Team', reviewer: { slug: 'releasers', name: 'releasers', parent: null } },
          ],
        },
      ],
    });
    await repos().createOrUpdateEnvironment(staging);
    expect((await repos().getEnvironment(staging)).data).toMatchObject({
      can_admins_bypass: false,
      protection_rules: [],
    });
  });

  it('lets administrators pass unless somebody said no', async () => {
    shop.github.environments.put('staging');
    expect((await repos().getEnvironment(staging)).data).toMatchObject({ can_admins_bypass: true });
  });

  it('is listed with the others', async () => {
    for (const name of ['b', 'a']) shop.github.environments.put(name);
    const { data } = await repos().getAllEnvironments(SHOP);
    expect([data.total_count, data.environments?.map(({ name }) => name)]).toEqual([2, ['a', 'b']]);
  });

  it.each([
    [{ wait_timer: 43_201 }, 'between 0 and 43200'],
    [{ deployment_branch_policy: { protected_branches: true, custom_branch_policies: true } }, 'same value'],
  ])('cannot have %j', async (rules, message) => {
    await expect(repos().createOrUpdateEnvironment({ ...staging, ...rules })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining(message),
    });
  });

  it('cannot be changed by a workflow, which may read it', async () => {
    const token = shop.github.issueToken({ permissions: { actions: 'read', deployments: 'write', contents: 'write' } });
    const { rest } = shop.octokit(token);
    await expect(rest.repos.createOrUpdateEnvironment(staging)).rejects.toMatchObject({
      status: 403,
      response: { headers: { 'x-accepted-github-permissions': 'administration=write' } },
    });
    expect((await rest.repos.getAllEnvironments(SHOP)).data.total_count).toBe(0);
  });
});

describe('a branch policy', () => {
  it('is made, read, renamed and deleted', async () => {
    shop.github.environments.put('staging', { branches: 'custom' });
    const { data } = await repos().createDeploymentBranchPolicy({ ...staging, name: 'release/*' });
    expect(data).toMatchObject({ name: 'release/*', type: 'branch' });
    const policy = { ...staging, branch_policy_id: data.id ?? 0 };
    await repos().updateDeploymentBranchPolicy({ ...policy, name: 'main' });
    expect((await repos().getDeploymentBranchPolicy(policy)).data).toMatchObject({ name: 'main' });
    expect((await repos().listDeploymentBranchPolicies(staging)).data).toMatchObject({ total_count: 1 });
    await repos().deleteDeploymentBranchPolicy(policy);
    expect((await repos().listDeploymentBranchPolicies(staging)).data).toMatchObject({ total_count: 0 });
    await expect(repos().getDeploymentBranchPolicy(policy)).rejects.toMatchObject({ status: 404 });
  });

  it('is not for an environment that takes any branch, or protected ones', async () => {
    for (const branches of [null, 'protected'] as const) {
      shop.github.environments.put('staging', { branches });
      const made = repos().createDeploymentBranchPolicy({ ...staging, name: 'main' });
      await expect(made).rejects.toMatchObject({ status: 404 });
    }
  });
});
