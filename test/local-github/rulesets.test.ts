import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RulesetInput } from './rulesets.ts';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
  shop.tree.commit('prod', { 'a.txt': '1' });
});
afterEach(() => shop.close());

const put = (ruleset: Partial<RulesetInput>) =>
  shop.github.rulesets.put({ name: 'prod', branches: ['prod'], rules: [{ type: 'deletion' }], ...ruleset });
const repos = (token?: string) => shop.octokit(token).rest.repos;
const rulesOf = async (branch: string) => (await repos().getBranchRules({ ...SHOP, branch })).data;
const typesOf = async (branch: string) => (await rulesOf(branch)).map(({ type }) => type);

describe('the rules of a branch', () => {
  it('are those of its active rulesets, in GitHub’s shape', async () => {
    const { id } = put({
      rules: [
        { type: 'pull_request', required_approving_review_count: 2 },
        { type: 'required_status_checks', contexts: ['test', 'lint'] },
        { type: 'update' },
        { type: 'required_signatures' },
      ],
      bypass: ['promoter'],
    });
    const source = { ruleset_source_type: 'Repository', ruleset_source: 'acme/shop', ruleset_id: id };
    const rules = await rulesOf('prod');
    expect(rules).toMatchObject([
      { type: 'pull_request', parameters: { required_approving_review_count: 2 }, ...source },
      {
        type: 'required_status_checks',
        parameters: { required_status_checks: [{ context: 'test' }, { context: 'lint' }] },
        ...source,
      },
      { type: 'update', parameters: { update_allows_fetch_and_merge: false }, ...source },
      { type: 'required_signatures', ...source },
    ]);
    expect(JSON.stringify(rules)).not.toContain('promoter');
  });

  it('are none without a ruleset, and need no branch of the name', async () => {
    expect(await rulesOf('prod')).toEqual([]);
    put({ branches: ['release/*'], source: 'Organization' });
    expect(await rulesOf('release/none')).toMatchObject([
      { ruleset_source_type: 'Organization', ruleset_source: 'acme' },
    ]);
    expect(await rulesOf('release/a/b')).toEqual([]);
  });

  it.each([
    ['~ALL', ['main', 'prod']],
    ['~DEFAULT_BRANCH', ['main']],
    ['p*', ['prod']],
    ['pro?', []],
  ])('of %s are those of %j', async (pattern, branches) => {
    put({ branches: [pattern] });
    for (const branch of ['main', 'prod'])
      expect([branch, await typesOf(branch)]).toEqual([branch, branches.includes(branch) ? ['deletion'] : []]);
  });

  it.each(['disabled', 'evaluate'] as const)('are not those of one that is %s', async (enforcement) => {
    put({ enforcement });
    expect(await rulesOf('prod')).toEqual([]);
    const ref = { ...SHOP, ref: 'heads/prod' };
    expect((await shop.octokit().rest.git.deleteRef(ref)).status).toBe(204);
  });

  it('change with the ruleset of the same name, add up, and go with it', async () => {
    const { id } = put({});
    expect(put({ rules: [{ type: 'update' }] }).id).toBe(id);
    put({ name: 'everywhere', branches: ['~ALL'], rules: [{ type: 'non_fast_forward' }] });
    expect(await typesOf('prod')).toEqual(['update', 'non_fast_forward']);
    expect(shop.github.rulesets.remove('prod')).toBe(true);
    expect(shop.github.rulesets.remove('prod')).toBe(false);
    expect(await typesOf('prod')).toEqual(['non_fast_forward']);
  });

  it('come in pages, and are read by every token', async () => {
    put({ rules: [{ type: 'update' }, { type: 'deletion' }, { type: 'creation' }] });
    const { rest } = shop.octokit(shop.github.issueToken({ permissions: {} }));
    const { data, headers } = await rest.repos.getBranchRules({ ...SHOP, branch: 'prod', per_page: 2, page: 2 });
    expect(data.map(({ type }) => type)).toEqual(['creation']);
    expect(headers.link).toContain('rel="prev"');
  });
});

describe('a branch', () => {
  const isProtected = async (branch: string) => (await repos().getBranch({ ...SHOP, branch })).data.protected;

  it('is protected by any rule that is active', async () => {
    expect(await isProtected('prod')).toBe(false);
    put({});
    expect([await isProtected('prod'), await isProtected('main')]).toEqual([true, false]);
    put({ enforcement: 'disabled' });
    expect(await isProtected('prod')).toBe(false);
    put({ rules: [] });
    expect(await isProtected('prod')).toBe(false);
  });
});

describe('a bypass list', () => {
  it.each(['github-actions', 'github-actions[bot]'])('never has %s', (slug) => {
    expect(() => put({ bypass: ['promoter', slug] })).toThrow('GITHUB_TOKEN is on no bypass list');
    expect(() => shop.github.protections.put('prod', { bypass: [slug] })).toThrow('GITHUB_TOKEN is on no bypass list');
    expect(shop.github.rulesets.list()).toEqual([]);
  });

  it('names apps by their slugs', () => {
    expect(() => put({ bypass: ['promoter[bot]'] })).toThrow('promoter[bot] is no slug of an app');
  });
});
