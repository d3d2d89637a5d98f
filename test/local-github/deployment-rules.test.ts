import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';

let shop: Shop;
let main: string;
beforeEach(async () => {
  shop = await openShop();
  main = shop.tree.git('rev-parse', 'main');
});
afterEach(() => shop.close());

const repos = () => shop.octokit().rest.repos;
async function deploy(environment: string, more: Record<string, unknown> = {}): Promise<number> {
  const { data } = await repos().createDeployment({ ...SHOP, ref: 'main', environment, ...more });
  if (!('id' in data)) throw new Error(data.message);
  return data.id;
}

describe('the contexts that a deployment requires', () => {
  const status = (state: 'success' | 'failure' | 'pending', context = 'ci') =>
    shop.github.statuses.add(main, { state, context });
  const conflict = { status: 409, message: expect.stringContaining('Conflict: Commit status checks failed for main.') };

  it('are all that the commit has, if none are named', async () => {
    status('success');
    status('pending', 'lint');
    await expect(deploy('a')).rejects.toMatchObject({
      ...conflict,
      response: {
        data: {
          errors: [
            {
              contexts: [
                { context: 'lint', state: 'pending' },
                { context: 'ci', state: 'success' },
              ],
              resource: 'Deployment',
              field: 'required_contexts',
              code: 'invalid',
            },
          ],
        },
      },
    });
    status('success', 'lint');
    await expect(deploy('a')).resolves.toBeDefined();
  });

  it('are check runs too, the run that deploys among them', async () => {
    const { id } = shop.github.checks.create({ name: 'deploy', sha: main, status: 'in_progress' });
    await expect(deploy('a')).rejects.toMatchObject(conflict);
    await expect(deploy('a', { required_contexts: [] })).resolves.toBeDefined();
    shop.github.checks.update(id, { conclusion: 'success' });
    await expect(deploy('a')).resolves.toBeDefined();
  });

  it('are those named, which must be there', async () => {
    status('success');
    status('failure', 'lint');
    await expect(deploy('a', { required_contexts: ['ci'] })).resolves.toBeDefined();
    await expect(deploy('a', { required_contexts: ['ci', 'lint'] })).rejects.toMatchObject(conflict);
    await expect(deploy('a', { required_contexts: ['e2e'] })).rejects.toMatchObject(conflict);
  });
});

describe('a branch behind the default branch', () => {
  beforeEach(() => {
    shop.tree.commit('topic', { 'a.txt': '1' });
    shop.tree.commit('main', { 'b.txt': '1' });
  });
  const create = (more = {}) => repos().createDeployment({ ...SHOP, ref: 'topic', ...more });

  it('is merged with it instead of deployed; the next request deploys', async () => {
    const merged = await create();
    expect([merged.status, merged.data]).toEqual([202, { message: 'Auto-merged main into topic on deployment.' }]);
    expect(shop.tree.git('show', 'topic:b.txt')).toBe('1');
    expect(shop.github.deployments.list()).toEqual([]);
    const { data } = await create();
    expect(data).toMatchObject({ sha: shop.tree.git('rev-parse', 'topic') });
  });

  it('is deployed as it is without auto_merge', async () => {
    const sha = shop.tree.git('rev-parse', 'topic');
    expect((await create({ auto_merge: false })).data).toMatchObject({ sha });
  });

  it('is a conflict when it is asked for as a commit, a tag or a full ref: nothing can be merged into those', async () => {
    shop.tree.git('tag', 'v1', 'topic');
    for (const ref of [shop.tree.git('rev-parse', 'topic'), 'refs/heads/topic', 'v1', main]) {
      const message = expect.stringContaining(`Conflict merging main into ${ref}.`);
      await expect(create({ ref })).rejects.toMatchObject({ status: 409, message });
      expect((await create({ ref, auto_merge: false })).status).toBe(201);
    }
  });

  it('is a conflict where the two cannot be merged', async () => {
    shop.tree.commit('main', { 'a.txt': '2' });
    await expect(create()).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('Conflict merging main into topic.'),
    });
  });
});
