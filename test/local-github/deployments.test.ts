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
const succeed = (id: number, more: Record<string, unknown> = {}) =>
  repos().createDeploymentStatus({ ...SHOP, deployment_id: id, state: 'success', ...more });

describe('a deployment', () => {
  it('has the defaults of the API and makes its environment', async () => {
    const { data, status } = await repos().createDeployment({ ...SHOP, ref: 'main' });
    expect(status).toBe(201);
    expect(data).toMatchObject({
      sha: main,
      ref: 'main',
      task: 'deploy',
      environment: 'production',
      original_environment: 'production',
      payload: {},
      description: null,
      transient_environment: false,
      production_environment: true,
      creator: { login: 'github-actions[bot]' },
      performed_via_github_app: { slug: 'github-actions' },
    });
    expect(shop.github.environments.list().map(({ name }) => name)).toEqual(['production']);
  });

  it('is what it was asked to be', async () => {
    const asked = {
      environment: 'pr-7',
      task: 'preview',
      payload: { stage: 'pr-7' },
      description: 'Preview',
      transient_environment: true,
      production_environment: true,
    };
    const { data } = await repos().createDeployment({ ...SHOP, ...asked, ref: main });
    expect(data).toMatchObject({ ...asked, ref: main, sha: main });
  });

  it.each(['main', 'heads/main', 'refs/heads/main', 'v1'])('is of the commit that %s is', async (ref) => {
    shop.tree.git('tag', 'v1', 'main');
    expect((await repos().createDeployment({ ...SHOP, ref })).data).toMatchObject({ sha: main, ref });
  });

  it('needs a ref that there is, and a short description', async () => {
    const message = expect.stringContaining('No ref found for: none');
    await expect(repos().createDeployment({ ...SHOP, ref: 'none' })).rejects.toMatchObject({ status: 422, message });
    const long = repos().createDeployment({ ...SHOP, ref: 'main', description: 'x'.repeat(141) });
    await expect(long).rejects.toMatchObject({ status: 422, message: expect.stringContaining('too long') });
  });

  it('is listed newest first, by sha, ref, task and environment', async () => {
    const ids = [await deploy('a'), await deploy('b', { task: 'preview' }), await deploy('b')];
    const list = async (filter: Record<string, string>) =>
      (await repos().listDeployments({ ...SHOP, ...filter })).data.map(({ id }) => ids.indexOf(id));
    expect(await list({})).toEqual([2, 1, 0]);
    expect(await list({ environment: 'b' })).toEqual([2, 1]);
    expect(await list({ environment: 'b', task: 'deploy' })).toEqual([2]);
    expect(await list({ ref: 'main', sha: main })).toEqual([2, 1, 0]);
    expect(await list({ sha: '1'.repeat(40) })).toEqual([]);
  });

  it('is deleted when it is the only one or not active', async () => {
    const only = await deploy('a');
    await succeed(only);
    const remove = (id: number) => repos().deleteDeployment({ ...SHOP, deployment_id: id });
    const other = await deploy('a');
    await expect(remove(only)).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('We cannot delete an active deployment'),
    });
    await repos().createDeploymentStatus({ ...SHOP, deployment_id: only, state: 'inactive' });
    expect((await remove(only)).status).toBe(204);
    await succeed(other);
    expect((await remove(other)).status).toBe(204);
    await expect(remove(other)).rejects.toMatchObject({ status: 404 });
  });
});
