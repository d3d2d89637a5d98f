import { afterEach, describe, expect, it } from 'vitest';
import type { PromotionRun } from '../world/promotion.ts';
import { appToken, expectVerdict, rule, type Shop, shops, treeOf } from './promote-world.ts';
import { expectSuccess } from './verdict.ts';

const { openShop, closeAll } = shops();
afterEach(closeAll);

/** A shop that promotes by pull requests: its branch asks for them, and GITHUB_TOKEN may open them. */
async function openReviewedShop(mayOpen = true): Promise<Shop> {
  const file = { promote: { from: 'staging', to: 'prod', mode: 'pull-request' } };
  const shop = await openShop({ file, reviewer: null });
  shop.github.rulesets.put(rule('pull_request'));
  shop.github.settings.actionsMayCreatePulls = mayOpen;
  return shop;
}

async function expectProposed(shop: Shop, { verdict, move }: PromotionRun): Promise<number> {
  expectVerdict(verdict, 'promote');
  if (move === undefined) throw new Error(verdict.log);
  expectSuccess(move);
  expect(move.outputs).toMatchObject({ decision: 'proposed', commit: '' });
  const number = Number(move.outputs['pull-request']);
  const pull = await shop.github.pulls.find(number);
  expect(pull).toMatchObject({ state: 'open', head: 'promote/prod', base: 'prod' });
  expect(treeOf(shop, pull?.headSha ?? '')).toBe(treeOf(shop, verdict.outputs['commit'] ?? ''));
  return number;
}

describe('mode pull-request', () => {
  it('opens one pull request with the verdict in it, moves nothing, and deploys nothing', async () => {
    const shop = await openReviewedShop();
    const commit = await shop.stages('one');
    const run = await shop.promote();
    const number = await expectProposed(shop, run);
    const pull = await shop.github.pulls.find(number);
    expect(pull?.title).toContain(commit.slice(0, 7));
    expect(pull?.body).toMatch(/passed/);
    expect(run.deploy).toBeUndefined();
    expect(run.report?.exitCode, run.report?.log).toBe(0);
    expect(run.report?.outputs).toMatchObject({ decision: 'proposed' });
    expect(run.report?.summary).toContain(`/pull/${number}`);
    expect(shop.repository.head('prod')).toBe(shop.first);
  });

  it('brings the same one up to date in a second run, and a third one changes nothing', async () => {
    const shop = await openReviewedShop();
    await shop.stages('one');
    const number = await expectProposed(shop, await shop.move());
    const commit = await shop.stages('two');
    expect(await expectProposed(shop, await shop.move())).toBe(number);
    expect((await shop.github.pulls.find(number))?.title).toContain(commit.slice(0, 7));
    expect(await expectProposed(shop, await shop.move())).toBe(number);
    expect(await shop.github.pulls.list()).toHaveLength(1);
  });

  it('is merged without a conflict although people moved on, or says that prod did', async () => {
    const shop = await openReviewedShop();
    await shop.stages({ 'same.txt': '1\n' });
    const number = await expectProposed(shop, await shop.move());
    await shop.github.pulls.merge(number, 'squash');
    await shop.completes('prod', shop.repository.head('prod'));
    await shop.stages({ 'same.txt': '2\n' });
    const next = await expectProposed(shop, await shop.move());
    expect(next).not.toBe(number);
    await shop.github.pulls.merge(next, 'merge');
    expect(treeOf(shop, 'prod')).toBe(treeOf(shop, 'master'));
  });

  it.each(['merge', 'squash', 'rebase'] as const)(
    'is understood once it is merged (%s): nothing is to be done, or the head is to be deployed',
    async (method) => {
      const shop = await openReviewedShop();
      shop.push('one');
      await shop.stages('two');
      const number = await expectProposed(shop, await shop.move());
      await shop.github.pulls.merge(number, method);
      expect(treeOf(shop, 'prod')).toBe(treeOf(shop, 'master'));
      const open = await shop.move();
      expectVerdict(open.verdict, 'deploy');
      expect(open.move?.outputs).toMatchObject({ commit: shop.repository.head('prod') });
      await shop.completes('prod', shop.repository.head('prod'));
      expectVerdict(await shop.verdict(), 'nothing', { plan: '' });
      await shop.stages('three');
      const next = await expectProposed(shop, await shop.move());
      await shop.github.pulls.merge(next, method);
      expect(treeOf(shop, 'prod')).toBe(treeOf(shop, 'master'));
    },
  );

  it('opens another one where somebody closed the first', async () => {
    const shop = await openReviewedShop();
    await shop.stages('one');
    const number = await expectProposed(shop, await shop.move());
    await shop.github.pulls.close(number);
    const next = await expectProposed(shop, await shop.move());
    expect((await shop.github.pulls.list()).filter(({ state }) => state === 'open')).toHaveLength(1);
    expect(next).toBeGreaterThanOrEqual(number);
  });

  it('opens one for a rollback; squashed, prod has the files of before', async () => {
    const shop = await openReviewedShop();
    await shop.completes('prod', shop.push('hot', 'prod'));
    const { verdict, move } = await shop.move({ rollback: 'last' });
    expectVerdict(verdict, 'promote');
    expect(move?.outputs).toMatchObject({ decision: 'proposed', commit: '' });
    await shop.github.pulls.merge(Number(move?.outputs['pull-request']), 'squash');
    expect(treeOf(shop, 'prod')).toBe(treeOf(shop, shop.first));
  });

  it('says which setting forbids it to GITHUB_TOKEN, and an App needs none', async () => {
    const shop = await openReviewedShop(false);
    await shop.stages('one');
    const { move } = await shop.move();
    expect(move?.exitCode).not.toBe(0);
    expect(move?.outputs['error']).toMatch(/^E_(BRANCH_RULES|GITHUB): .*Allow GitHub Actions to create/s);
    expect(move?.outputs['error']).toMatch(/App/);
    expect(await shop.github.pulls.list()).toEqual([]);
    await expectProposed(shop, await shop.move({}, { moveToken: appToken(shop) }));
  });

  it('needs pull-requests: write, and says so', async () => {
    const shop = await openReviewedShop();
    await shop.stages('one');
    const moveToken = shop.github.issueToken({ permissions: { contents: 'write' } });
    const { move } = await shop.move({}, { moveToken });
    expect(move?.exitCode).not.toBe(0);
    expect(move?.outputs['error']).toMatch(/^E_GITHUB: .*pull-requests: write/s);
  });

  it('brings changed workflow files by the App, or by whoever merges', async () => {
    const shop = await openReviewedShop();
    await shop.stages({ '.github/workflows/ci.yml': 'on: push\njobs: {}\n' });
    const { move } = await shop.move();
    if (move?.exitCode !== 0) expect(move?.outputs['error']).toMatch(/^E_(BRANCH_RULES|GITHUB): .*workflows: write/s);
    await expectProposed(shop, await shop.move({}, { moveToken: appToken(shop) }));
  });

  it('ends with E_MOVED where prod moved while the run waited', async () => {
    const shop = await openReviewedShop();
    await shop.stages('one');
    const { move } = await shop.move({}, { whileWaiting: () => shop.push('hot', 'prod') });
    expect(move?.outputs['error']).toMatch(/^E_MOVED/);
    expect(await shop.github.pulls.list()).toEqual([]);
  });
});
