import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';

let now: number;
let shop: Shop;
let sha: string;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 2, 10);
  shop = await openShop({ now: () => now });
  sha = shop.tree.git('rev-parse', 'main');
});
afterEach(() => shop.close());

const checks = () => shop.octokit().rest.checks;
const create = async (name: string, more: object = {}) =>
  (await checks().create({ ...SHOP, name, head_sha: sha, ...more })).data;
const update = async (id: number, changes: object) =>
  (await checks().update({ ...SHOP, check_run_id: id, ...changes })).data;

describe('a check run', () => {
  it('is queued, then in progress, then completed with a conclusion', async () => {
    const { id, ...made } = await create('lint');
    expect(made).toMatchObject({ status: 'queued', conclusion: null, completed_at: null, head_sha: sha });
    expect(made.app).toMatchObject({ slug: 'github-actions' });
    expect(await update(id, { status: 'in_progress' })).toMatchObject({ status: 'in_progress', conclusion: null });
    now += 60_000;
    expect(await update(id, { conclusion: 'failure' })).toMatchObject({
      status: 'completed',
      conclusion: 'failure',
      completed_at: '2026-11-02T10:01:00Z',
    });
    expect(await update(id, { status: 'queued' })).toMatchObject({ status: 'queued', conclusion: null });
  });

  it('has an output, to which every update adds annotations', async () => {
    const at = { path: 'api/serverless.yml', start_line: 1, end_line: 1 };
    const annotation = { ...at, annotation_level: 'warning', message: 'Old' } as const;
    const output = { title: 'One', summary: 'One thing', annotations: [annotation] };
    const { id } = await create('lint', { output });
    const changed = await update(id, { output: { ...output, title: 'Two' } });
    expect(changed.output).toMatchObject({ title: 'Two', summary: 'One thing', annotations_count: 2 });
    const { data } = await checks().listAnnotations({ ...SHOP, check_run_id: id });
    expect(data).toMatchObject([
      { ...annotation, blob_href: `https://github.com/acme/shop/blob/${sha}/api/serverless.yml` },
      annotation,
    ]);
  });

  it.each([
    [{ status: 'completed' }, '"conclusion" wasn\'t supplied'],
    [{ conclusion: 'great' }, 'great is not a member of'],
    [{ output: { title: 'x' } }, '"summary" wasn\'t supplied'],
    [{ output: { title: 'x', summary: 'x'.repeat(65_536) } }, 'Only 65535 characters are allowed'],
    [{ head_sha: '1'.repeat(40) }, 'No commit found for SHA'],
  ])('is not made with %j', async (more, message) => {
    await expect(create('lint', more)).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining(message),
    });
  });

  it('is not made by a person', async () => {
    const { rest } = shop.octokit(shop.github.issueToken({ login: 'octocat' }));
    await expect(rest.checks.create({ ...SHOP, name: 'lint', head_sha: sha })).rejects.toMatchObject({ status: 403 });
  });
});

describe('the checks of a commit', () => {
  it('are the newest of each name unless all are asked for', async () => {
    await create('lint', { conclusion: 'failure' });
    await create('lint', { conclusion: 'success' });
    await create('test');
    const list = async (filter: object) => {
      const { data } = await checks().listForRef({ ...SHOP, ref: 'main', ...filter });
      return data.check_runs.map(({ name, conclusion }) => [name, conclusion]);
    };
    expect(await list({})).toEqual([
      ['test', null],
      ['lint', 'success'],
    ]);
    expect(await list({ filter: 'all' })).toHaveLength(3);
    expect(await list({ check_name: 'lint' })).toEqual([['lint', 'success']]);
    expect(await list({ status: 'queued' })).toEqual([['test', null]]);
    expect(await list({ app_id: 1 })).toEqual([]);
  });

  it('are in one suite of each app', async () => {
    const { check_suite } = await create('lint', { conclusion: 'success' });
    const { id } = await create('test', { status: 'in_progress' });
    shop.github.checks.create({ name: 'deps', sha, app: 'renovate' });
    const suites = async () => (await checks().listSuitesForRef({ ...SHOP, ref: 'main' })).data.check_suites;
    expect(await suites()).toMatchObject([
      { app: { slug: 'github-actions' }, status: 'in_progress', conclusion: null, latest_check_runs_count: 2 },
      { app: { slug: 'renovate' }, status: 'queued' },
    ]);
    await update(id, { conclusion: 'timed_out' });
    const suite = { ...SHOP, check_suite_id: check_suite?.id ?? 0 };
    expect((await checks().getSuite(suite)).data).toMatchObject({ status: 'completed', conclusion: 'timed_out' });
    expect((await checks().listForSuite(suite)).data.total_count).toBe(2);
  });
});
