import { afterEach, describe, expect, it } from 'vitest';
import {
  cherryPick,
  expectRefused,
  expectVerdict,
  filesIn,
  linesOf,
  quietly,
  revert,
  type Shop,
  ship,
  shops,
  squash,
  treeOf,
} from './promote-world.ts';

const { openShop, closeAll } = shops();
afterEach(closeAll);

/** A shop whose prod has got `one` from staging, with both stages at it. */
async function openShopAtOne(): Promise<Shop> {
  const shop = await openShop();
  await shop.stages('one');
  await ship(shop);
  return shop;
}

/** Pushes to prod's branch by hand, and has prod complete it. */
async function hotfix(shop: Shop, name: string, message?: string): Promise<string> {
  const commit =
    message === undefined
      ? shop.push(name, 'prod')
      : shop.repository.commit('prod', { [`${name}.txt`]: `${name}\n` }, { message });
  await shop.completes('prod', commit);
  return commit;
}

async function expectLost(shop: Shop, lost: readonly string[], kept: readonly string[] = []): Promise<void> {
  const step = await quietly(shop, () => shop.verdict());
  expectRefused(step, 'E_WORK_LOST');
  const text = JSON.stringify(linesOf(step)['kept']);
  for (const file of lost) expect(text).toContain(file);
  for (const file of kept) expect(text).not.toContain(file);
  for (const file of lost) expect(step.summary.replaceAll(/[^\w.-]/g, '')).toContain(file);
}

async function expectAllOnProd(shop: Shop): Promise<void> {
  await ship(shop);
  expect(treeOf(shop, 'prod')).toBe(treeOf(shop, 'master'));
}

describe('what was taken back on prod', () => {
  it('F18 is all there again after a revert of the merge, a fix on master and a promotion', async () => {
    const shop = await openShopAtOne();
    await shop.stages('two');
    const promoted = await ship(shop);
    await shop.completes('prod', revert(shop, promoted, 'prod'));
    expect(filesIn(shop, 'prod')).not.toContain('two.txt');
    await shop.stages('fix');
    await expectAllOnProd(shop);
    expect(filesIn(shop, 'prod')).toEqual(expect.arrayContaining(['one.txt', 'two.txt', 'fix.txt']));
  });

  it('F18 is all there again after a rollback, a fix on master and a promotion', async () => {
    const shop = await openShopAtOne();
    await shop.stages('two');
    await ship(shop);
    await ship(shop, { rollback: 'last' });
    expect(filesIn(shop, 'prod')).not.toContain('two.txt');
    await shop.stages('fix');
    await expectAllOnProd(shop);
    expect(filesIn(shop, 'prod')).toEqual(expect.arrayContaining(['one.txt', 'two.txt', 'fix.txt']));
  });

  it('F18 is all there again where the same lines were changed each time', async () => {
    const shop = await openShop();
    for (const text of ['1\n', '2\n', '3\n']) {
      await shop.stages({ 'same.txt': text });
      await ship(shop);
    }
    await ship(shop, { rollback: 'last' });
    await shop.stages({ 'same.txt': '4\n' });
    await expectAllOnProd(shop);
    await shop.completes('prod', revert(shop, shop.repository.head('prod'), 'prod'));
    await shop.stages({ 'same.txt': '5\n' });
    await expectAllOnProd(shop);
  });

  it('F18 stays away where it was reverted on master, too', async () => {
    const shop = await openShopAtOne();
    const two = await shop.stages('two');
    await ship(shop);
    await ship(shop, { rollback: 'last' });
    revert(shop, two, 'master');
    await shop.stages('fix');
    await expectAllOnProd(shop);
    expect(filesIn(shop, 'prod')).not.toContain('two.txt');
  });

  it('is a change of its own where a newer promotion stays', async () => {
    const shop = await openShopAtOne();
    const one = shop.repository.head('prod');
    await shop.stages('two');
    await ship(shop);
    await shop.completes('prod', revert(shop, one, 'prod'));
    await shop.stages('three');
    await expectLost(shop, ['one.txt'], ['two.txt', 'three.txt']);
  });
});

describe('a hotfix on the branch of prod', () => {
  it('is not lost: the files are named, until it is cherry-picked', async () => {
    const shop = await openShopAtOne();
    const commit = await hotfix(shop, 'hot');
    await shop.stages('two');
    await expectLost(shop, ['hot.txt'], ['one.txt', 'two.txt']);
    await shop.completes('staging', cherryPick(shop, commit));
    await expectAllOnProd(shop);
  });

  it('is let through with an override that says why, and the commit keeps that', async () => {
    const shop = await openShopAtOne();
    await hotfix(shop, 'hot');
    await shop.stages('two');
    const { verdict } = await shop.move({ override: 'ahead: The hotfix was wrong' });
    expectVerdict(verdict, 'promote');
    expect(linesOf(verdict)['kept']).toMatchObject({ answer: 'lifted' });
    expect(verdict.summary).toContain('hot.txt');
    expect(filesIn(shop, 'prod')).not.toContain('hot.txt');
    expect(shop.repository.git('log', '-1', '--format=%B', 'prod')).toMatch(
      /^Promotion-Override: .*ahead.*The hotfix was wrong$/m,
    );
  });

  it('is seen also where the same change was made to another file, and where it changes a file of master', async () => {
    const shop = await openShopAtOne();
    await shop.completes('prod', shop.push({ 'one.txt': 'one, mended\n' }, 'prod'));
    await shop.stages('two');
    await expectLost(shop, ['one.txt'], ['two.txt']);
    await shop.stages({ 'one.txt': 'one, another way\n' });
    await expectLost(shop, ['one.txt'], ['two.txt']);
    await shop.stages({ 'one.txt': 'one, mended\n' });
    await expectAllOnProd(shop);
  });

  it('is named alone where of two one is cherry-picked', async () => {
    const shop = await openShopAtOne();
    const first = await hotfix(shop, 'hot-1');
    const second = await hotfix(shop, 'hot-2');
    await shop.completes('staging', cherryPick(shop, first));
    await expectLost(shop, ['hot-2.txt'], ['hot-1.txt']);
    await shop.completes('staging', cherryPick(shop, second));
    await expectVerdictOf(shop, /promote|nothing|deploy/);
  });

  it('is named where master was merged into prod after it', async () => {
    const shop = await openShopAtOne();
    const commit = await hotfix(shop, 'hot');
    await shop.stages('two');
    await shop.completes('prod', shop.repository.merge('master', 'prod'));
    await shop.stages('three');
    await expectLost(shop, ['hot.txt'], ['two.txt', 'three.txt']);
    await shop.completes('staging', cherryPick(shop, commit));
    await expectAllOnProd(shop);
  });

  it('is no matter where it was rolled back, and is one again where that was rolled back', async () => {
    const shop = await openShopAtOne();
    await hotfix(shop, 'hot');
    await ship(shop, { rollback: 'last' });
    expect(filesIn(shop, 'prod')).not.toContain('hot.txt');
    await shop.stages('two');
    expectVerdict(await shop.verdict(), 'promote');
    await ship(shop, { rollback: 'last' });
    expect(filesIn(shop, 'prod')).toContain('hot.txt');
    await expectLost(shop, ['hot.txt'], ['two.txt']);
  });

  it('is no matter where it was reverted on prod, too', async () => {
    const shop = await openShopAtOne();
    const commit = await hotfix(shop, 'hot');
    await shop.completes('prod', revert(shop, commit, 'prod'));
    await shop.stages('two');
    await expectAllOnProd(shop);
  });

  it('that removes a file, renames one or changes its mode is seen', async () => {
    const shop = await openShopAtOne();
    await shop.completes('prod', shop.push({ 'one.txt': null, 'uno.txt': 'one\n' }, 'prod'));
    await shop.stages('two');
    await expectLost(shop, ['one.txt']);
  });

  it('whose file has an odd name is named', async () => {
    const shop = await openShopAtOne();
    await shop.completes('prod', shop.push({ 'ein Ärger "<b>|.txt': 'x\n' }, 'prod'));
    await shop.stages('two');
    const step = await quietly(shop, () => shop.verdict());
    expectRefused(step, 'E_WORK_LOST');
    expect(JSON.stringify(linesOf(step)['kept'])).toContain('Ärger');
    expect(step.summary).not.toContain('<b>');
  });
});

async function expectVerdictOf(shop: Shop, decision: RegExp): Promise<void> {
  const step = await shop.verdict();
  expect(step.exitCode, step.log).toBe(0);
  expect(step.outputs['decision']).toMatch(decision);
}

describe('trailers that a developer forged on prod', () => {
  it.each<[what: string, claimed: (shop: Shop) => string]>([
    ['of the head of master', (shop) => shop.repository.head('master')],
    ['of a branch that has the same change', (shop) => shop.push({ 'hot.txt': 'hot\n' }, 'feature/same')],
    ['of the commit before', (shop) => shop.repository.head('prod')],
    ['of a commit that is nowhere', () => 'a'.repeat(40)],
  ])('hide nothing: %s', async (_what, claimed) => {
    const shop = await openShopAtOne();
    const two = shop.push('two');
    const commit = claimed(shop);
    const message = `Hot\n\nPromoted-From: staging\nPromoted-Commit: ${commit}\nPromoted-By: ada\nPromotion-Run-Id: 9001`;
    await hotfix(shop, 'hot', message);
    await shop.completes('staging', two);
    await expectLost(shop, ['hot.txt'], ['one.txt', 'two.txt']);
  });

  it('hide nothing: of a rollback', async () => {
    const shop = await openShopAtOne();
    const [head, before] = [shop.repository.head('prod'), shop.first];
    await shop.stages('two');
    await ship(shop);
    await ship(shop, { rollback: 'last' });
    const real = shop.repository.git('log', '-1', '--format=%B', 'prod');
    for (const old of [head, before]) await hotfix(shop, 'hot', real.replaceAll(/[0-9a-f]{40}/g, old));
    await shop.stages('three');
    await expectLost(shop, ['hot.txt'], ['two.txt', 'three.txt']);
  });
});

describe('a merge of prod into master', () => {
  it('is no matter where nothing was rolled back', async () => {
    const shop = await openShopAtOne();
    const commit = await hotfix(shop, 'hot');
    shop.repository.merge('prod', 'master');
    await shop.stages('two');
    await expectAllOnProd(shop);
    expect(shop.repository.git('log', '--format=%H', 'prod')).toContain(commit);
  });

  it('after a rollback is refused, and the line names the rollback; reverted on master, it passes', async () => {
    const shop = await openShopAtOne();
    await shop.stages('two');
    await ship(shop);
    const rollback = await ship(shop, { rollback: 'last' });
    shop.repository.merge('prod', 'master');
    expect(filesIn(shop, 'master')).not.toContain('two.txt');
    await shop.stages('three');
    const step = await quietly(shop, () => shop.verdict());
    expect(expectRefused(step, 'E_WORK_LOST')).toContain(rollback.slice(0, 7));
    expect(step.log).toMatch(/git revert/);
    await shop.completes('staging', revert(shop, rollback, 'master'));
    await expectAllOnProd(shop);
    expect(filesIn(shop, 'prod')).toEqual(expect.arrayContaining(['one.txt', 'two.txt', 'three.txt']));
  });

  it('after a revert on prod by GitHub’s button is refused, too', async () => {
    const shop = await openShopAtOne();
    await shop.stages('two');
    const reverted = revert(shop, await ship(shop), 'prod');
    await shop.completes('prod', reverted);
    shop.repository.merge('prod', 'master');
    await shop.stages('three');
    const text = expectRefused(await quietly(shop, () => shop.verdict()), 'E_WORK_LOST');
    expect(text).toContain(reverted.slice(0, 7));
  });
});

describe('what people did by hand', () => {
  /** Changes the same line each time: a wrong base conflicts. */
  const version = (number: number) => ({ 'same.txt': `version ${number}\n`, [`file-${number}.txt`]: 'x\n' });

  it('a squash of master into prod, then a promotion', async () => {
    const shop = await openShopAtOne();
    await shop.stages(version(1));
    await shop.completes('prod', squash(shop, 'master', 'prod'));
    await shop.stages(version(2));
    await expectAllOnProd(shop);
    await shop.stages(version(3));
    await expectAllOnProd(shop);
  });

  it('a rebase of master onto prod, then a promotion', async () => {
    const shop = await openShopAtOne();
    for (const number of [1, 2]) {
      const commit = await shop.stages(version(number));
      await shop.completes('prod', cherryPick(shop, commit, 'prod'));
    }
    await shop.stages(version(3));
    await expectAllOnProd(shop);
  });

  it('a fast-forward of prod to master, then a promotion and a rollback', async () => {
    const shop = await openShop();
    shop.repository.git('update-ref', 'refs/heads/prod', await shop.stages(version(1)));
    await shop.completes('prod', shop.repository.head('prod'));
    await shop.stages(version(2));
    await expectAllOnProd(shop);
    await ship(shop, { rollback: 'last' });
    expect(filesIn(shop, 'prod')).not.toContain('file-2.txt');
  });

  it('a master that was rewritten: refused, as it does not follow; ahead brings it', async () => {
    const shop = await openShopAtOne();
    shop.repository.git('update-ref', 'refs/heads/master', shop.first);
    shop.push({ 'one.txt': 'one\n', 'more.txt': 'more\n' });
    await shop.stages('two');
    const step = await quietly(shop, () => shop.verdict());
    expectRefused(step, 'E_WORK_LOST');
    expect(linesOf(step)['follows']?.answer).toBe('failed');
    expectVerdict(await shop.verdict({ override: 'ahead: master was rewritten' }), 'promote');
  });

  it('a prod that was rewritten: what it has by now counts', async () => {
    const shop = await openShopAtOne();
    shop.repository.git('update-ref', 'refs/heads/prod', shop.first);
    await shop.stages('two');
    expectVerdict(await shop.verdict(), 'promote');
    shop.push('hot', 'prod');
    await expectLost(shop, ['hot.txt'], ['two.txt']);
  });

  it('a prod that has nothing in common with master', async () => {
    const shop = await openShop();
    const lonely = shop.repository.git('commit-tree', treeOf(shop, 'master'), '-m', 'another root');
    shop.repository.git('update-ref', 'refs/heads/prod', lonely);
    await shop.completes('prod', lonely);
    await shop.stages('one');
    const step = await shop.verdict();
    if (step.exitCode === 0) await expectAllOnProd(shop);
    else expectRefused(step, 'E_WORK_LOST');
  });
});
