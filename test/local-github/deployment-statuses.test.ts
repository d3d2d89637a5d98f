import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
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
const statesOf = (id: number) => shop.github.deployments.find(id)?.statuses.map(({ state }) => state);

describe('a status of a deployment', () => {
  it('has the addresses and texts that it was given', async () => {
    const id = await deploy('staging');
    const { data, status } = await succeed(id, {
      environment_url: 'https://example.com/app',
      log_url: 'https://example.com/log',
      description: 'Done',
    });
    expect(status).toBe(201);
    expect(data).toMatchObject({
      state: 'success',
      environment: 'staging',
      environment_url: 'https://example.com/app',
      log_url: 'https://example.com/log',
      target_url: 'https://example.com/log',
      description: 'Done',
      deployment_url: `${shop.github.url}/repos/acme/shop/deployments/${id}`,
    });
    const got = await repos().getDeploymentStatus({ ...SHOP, deployment_id: id, status_id: data.id });
    expect(got.data).toEqual(data);
  });

  it('comes before the older ones', async () => {
    const id = await deploy('staging');
    for (const state of ['queued', 'in_progress', 'failure'] as const)
      await repos().createDeploymentStatus({ ...SHOP, deployment_id: id, state });
    const { data } = await repos().listDeploymentStatuses({ ...SHOP, deployment_id: id });
    expect(data.map(({ state }) => state)).toEqual(['failure', 'in_progress', 'queued']);
  });

  it.each([
    [{ state: 'done' }, 'state is not included in the list'],
    [{ state: 'success', description: 'x'.repeat(141) }, 'description is too long (maximum is 140 characters)'],
    [{ state: 'success', environment_url: 'ftp://example.com' }, 'environment_url must use http(s) scheme'],
    [{ state: 'success', log_url: 'example.com' }, 'log_url must use http(s) scheme'],
  ])('is not %j', async (body, message) => {
    const id = await deploy('staging');
    const answer = await shop.ask(`/deployments/${id}/statuses`, { method: 'POST', body: JSON.stringify(body) });
    expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ message }] }]);
  });

  it('may move the deployment to another environment', async () => {
    const id = await deploy('blue');
    await succeed(id, { environment: 'green' });
    expect((await repos().getDeployment({ ...SHOP, deployment_id: id })).data).toMatchObject({
      environment: 'green',
      original_environment: 'blue',
    });
    expect(shop.github.environments.find('green')).toBeDefined();
  });
});

describe('a success', () => {
  it('ends the successful ones before it in its environment', async () => {
    const [first, second, elsewhere] = [await deploy('a'), await deploy('a'), await deploy('b')];
    for (const id of [first, elsewhere, second]) await succeed(id);
    expect([statesOf(first), statesOf(second), statesOf(elsewhere)]).toEqual([
      ['inactive', 'success'],
      ['success'],
      ['success'],
    ]);
  });

  it('leaves transient ones, those of production, failed ones and later ones alone', async () => {
    const transient = await deploy('a', { transient_environment: true });
    const production = await deploy('a', { production_environment: true });
    const failed = await deploy('a');
    const now = await deploy('a');
    const later = await deploy('a');
    await repos().createDeploymentStatus({ ...SHOP, deployment_id: failed, state: 'failure' });
    for (const id of [transient, production]) await succeed(id);
    await succeed(later, { auto_inactive: false });
    await succeed(now);
    expect([transient, production, failed, later, now].map(statesOf)).toEqual([
      ['success'],
      ['success'],
      ['failure'],
      ['success'],
      ['success'],
    ]);
  });

  it('ends none when told so', async () => {
    const [first, second] = [await deploy('a'), await deploy('a')];
    await succeed(first);
    await succeed(second, { auto_inactive: false });
    expect(statesOf(first)).toEqual(['success']);
  });
});
