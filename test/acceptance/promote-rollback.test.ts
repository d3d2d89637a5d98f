import { afterEach, describe, expect, it } from 'vitest';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import {
  changeRecord,
  expectVerdict,
  filesIn,
  linesOf,
  quietly,
  recordPath,
  type Shop,
  ship,
  shops,
  treeOf,
  WISH,
} from './promote-world.ts';
import { expectFailure } from './verdict.ts';

const { openShop, closeAll } = shops();
afterEach(closeAll);

/** A shop whose prod has got `one` and then `two`; what prod's branch was at each time. */
async function openShopAtTwo(): Promise<{ readonly shop: Shop; readonly one: string; readonly two: string }> {
  const shop = await openShop();
  await shop.stages('one');
  const one = await ship(shop);
  await shop.stages('two');
  return { shop, one, two: await ship(shop) };
}

describe('a rollback', () => {
  it('makes a commit on top of the branch with the files of before, and says so in it', async () => {
    const { shop, one, two } = await openShopAtTwo();
    const { verdict, move } = await shop.move({ rollback: 'last' });
    expectVerdict(verdict, 'promote', { commit: one });
    expect(verdict.summary).toContain('two');
    expect(move?.outputs).toMatchObject({ decision: 'deploy', rollback: 'true' });
    expect(treeOf(shop, 'prod')).toBe(treeOf(shop, one));
    expect(shop.repository.git('log', '-1', '--format=%P', 'prod')).toBe(two);
    expect(shop.repository.git('log', '-1', '--format=%B', 'prod')).toContain(one);
  });

  it('twice brings the version back that was left', async () => {
    const { shop, two } = await openShopAtTwo();
    await ship(shop, { rollback: 'last' });
    await ship(shop, { rollback: 'last' });
    expect(treeOf(shop, 'prod')).toBe(treeOf(shop, two));
    await ship(shop, { rollback: 'last' });
    expect(filesIn(shop, 'prod')).not.toContain('two.txt');
  });

  it('of a rollback, by its commit, and a promotion after it', async () => {
    const { shop, one } = await openShopAtTwo();
    const back = await ship(shop, { rollback: 'last' });
    await ship(shop, { rollback: 'last' });
    await ship(shop, { rollback: back });
    expect(treeOf(shop, 'prod')).toBe(treeOf(shop, one));
    await shop.stages('three');
    await ship(shop);
    expect(treeOf(shop, 'prod')).toBe(treeOf(shop, 'master'));
  });

  it('goes to any commit of prod’s own line', async () => {
    const { shop } = await openShopAtTwo();
    await ship(shop, { rollback: shop.first });
    expect(treeOf(shop, 'prod')).toBe(treeOf(shop, shop.first));
  });

  it('goes back to what prod completed where the newest deploy failed', async () => {
    const { shop, two } = await openShopAtTwo();
    await shop.stages('three');
    const { move } = await shop.move();
    const three = move?.outputs['commit'] ?? '';
    changeRecord(shop, 'prod', WISH, (wish) => ({ ...wish, commit: three, complete: false }));
    changeRecord(shop, 'prod', 'api', (old) => ({ ...old, status: 'failed', commit: three }));
    await ship(shop, { rollback: 'last' });
    expect(treeOf(shop, 'prod')).toBe(treeOf(shop, two));
  });

  it('is nothing where the head has these files, and prod completed it', async () => {
    const { shop, two } = await openShopAtTwo();
    expectVerdict(await quietly(shop, () => shop.verdict({ rollback: two })), 'nothing');
  });

  it('asks for no soak, and for nothing of staging', async () => {
    const file = { promote: { from: 'staging', to: 'prod', soak: '30d' } };
    const shop = await openShop({ file });
    await shop.completes('prod', shop.push('hot', 'prod'));
    shop.aws.ssm.remove(ACCOUNTS.staging, REGION, recordPath('staging', 'api'));
    expectVerdict(await shop.verdict({ rollback: 'last' }), 'promote');
  });

  it('to a commit that prod never completed is not said to be one that it did', async () => {
    const { shop } = await openShopAtTwo();
    const never = shop.push('never', 'prod');
    await shop.completes('prod', shop.push('after', 'prod'));
    const step = await shop.verdict({ rollback: never });
    expect(linesOf(step)['target']?.answer).not.toBe('passed');
  });
});

describe('no rollback', () => {
  it.each<[what: string, commitOf: (shop: Shop) => string]>([
    ['of master', (shop) => shop.repository.head('master')],
    ['of a branch of somebody', (shop) => shop.push('aside', 'feature/aside')],
    ['that was promoted, and is no commit of prod’s own line', (shop) => shop.repository.head('prod^2')],
  ])('goes to a commit that is not on prod’s line: %s', async (_what, commitOf) => {
    const { shop } = await openShopAtTwo();
    const rollback = commitOf(shop);
    expectFailure(await quietly(shop, () => shop.verdict({ rollback })), 'E_NOT_ON_BRANCH');
  });

  it.each(['LAST', 'previous', 'prod~1', 'abc1234', '-1', 'last,last', `${'a'.repeat(39)}g`])(
    'goes to rubbish: %j',
    async (rollback) => {
      const shop = await openShop();
      expectFailure(await quietly(shop, () => shop.verdict({ rollback })), 'E_INPUT');
    },
  );

  it('is a promotion at the same time', async () => {
    const shop = await openShop();
    const step = await quietly(shop, () => shop.verdict({ rollback: 'last', commit: shop.first }));
    expectFailure(step, 'E_INPUT');
  });

  it('is there where prod has no history', async () => {
    const shop = await openShop();
    const step = await quietly(shop, () => shop.verdict({ rollback: 'last' }));
    expect(expectFailure(step, 'E_INPUT').message).toContain('no other version');
  });

  it('is there where prod was never deployed', async () => {
    const shop = await openShop();
    for (const name of ['api', 'tasks', WISH]) shop.aws.ssm.remove(ACCOUNTS.prod, REGION, recordPath('prod', name));
    const step = await quietly(shop, () => shop.verdict({ rollback: 'last' }));
    expect(step.exitCode).not.toBe(0);
    expect(step.outputs['error'] || step.log).toMatch(/E_(?!INTERNAL|GITHUB)\w+: /);
  });
});

describe('without a viewer of prod', () => {
  const file = { profiles: { prod: { 'viewer-role': undefined } } };

  it('nobody knows what is last: E_INPUT, which says what to do', async () => {
    const shop = await openShop({ file });
    await shop.completes('prod', shop.push('hot', 'prod'));
    const step = await quietly(shop, () => shop.verdict({ rollback: 'last' }));
    expect(expectFailure(step, 'E_INPUT').message).toMatch(/viewer-role|40 digits/);
  });

  it('a commit that is named is gone back to, and nobody says that prod completed it', async () => {
    const shop = await openShop({ file });
    shop.push('hot', 'prod');
    const { verdict, move } = await shop.move({ rollback: shop.first });
    expectVerdict(verdict, 'promote');
    expect(linesOf(verdict)['target']?.answer).toBe('not-asked');
    expect(move?.exitCode, move?.log).toBe(0);
    expect(treeOf(shop, 'prod')).toBe(treeOf(shop, shop.first));
  });
});
