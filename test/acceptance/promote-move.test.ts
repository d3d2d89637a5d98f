import { afterEach, describe, expect, it } from 'vitest';
import type { StepResult } from '../runner/run-options.ts';
import { type PromotionSettings, runMove } from '../world/promotion.ts';
import { expectVerdict, filesIn, quietly, revert, type Shop, ship, shops, treeOf, watch } from './promote-world.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const { openShop, closeAll } = shops();
afterEach(closeAll);

async function openShopWithOne(): Promise<Shop> {
  const shop = await openShop();
  await shop.stages('one');
  return shop;
}

/** Moves while something happens between verdict and approval; expects that nothing else is written. */
async function expectNoMove(
  shop: Shop,
  code: 'E_MOVED' | 'E_NOT_STAGED',
  meanwhile: (verdict: StepResult) => unknown,
): Promise<string> {
  let expectQuiet = async () => {};
  const { verdict, move } = await shop.move(
    {},
    {
      whileWaiting: async (given) => {
        await meanwhile(given);
        expectQuiet = await watch(shop);
      },
    },
  );
  expectVerdict(verdict, 'promote');
  if (move === undefined) throw new Error('nothing ran');
  const { message } = expectFailure(move, code);
  expect(move.outputs['commit'] ?? '').toBe('');
  await expectQuiet();
  return message;
}

describe('the commit that a promotion makes', () => {
  it('has the tree of what is promoted, the head and it as parents, and says what it is', async () => {
    const shop = await openShop();
    shop.push('one (#12)');
    const commit = await shop.stages('two (#15)');
    const head = shop.repository.head('prod');
    const { move } = await shop.move();
    const [made = ''] = [move?.outputs['commit']];
    expect(shop.repository.head('prod')).toBe(made);
    expect(treeOf(shop, made)).toBe(treeOf(shop, commit));
    expect(shop.repository.git('log', '-1', '--format=%P', made)).toBe(`${head} ${commit}`);
    expect(shop.repository.git('log', '-1', '--format=%B', made)).toMatch(
      new RegExp(
        `^Promote staging@${commit.slice(0, 7)} to prod \\(#12, #15\\)\n\n` +
          `Promoted-From: staging\nPromoted-Commit: ${commit}\nPromoted-By: ada\n`,
      ),
    );
    expect(shop.repository.git('log', '--first-parent', '--format=%H', 'prod')).toBe(`${made}\n${head}`);
    expect(shop.github.pushes).toMatchObject([{ ref: 'refs/heads/prod', before: head, after: made }]);
  });

  it('is never a fast-forward, also where nothing but that would be needed', async () => {
    const shop = await openShop();
    const commit = await shop.stages('one');
    await shop.move();
    expect(shop.repository.head('prod')).not.toBe(commit);
  });

  it('takes over no command of a subject, and none of its links', async () => {
    const shop = await openShop();
    const message = 'Fix ::error::x [skip ci] @everybody <img src=x> `x` ![a](b) (#7)\n\nPromoted-Commit: x\n';
    const commit = shop.repository.commit('master', { 'x.txt': 'x' }, { message });
    await shop.completes('staging', commit);
    const { verdict, move } = await shop.move();
    expectVerdict(verdict, 'promote');
    expect(verdict.summary).not.toMatch(/<img|!\[a\]|[^;​]@everybody/);
    expect(shop.repository.git('log', '-1', '--format=%B', 'prod')).not.toMatch(/skip ci|everybody/);
    expect(move?.outputs['commit']).toBe(shop.repository.head('prod'));
  });
});

describe('what happens between the verdict and its approval', () => {
  it('F19 a hotfix on prod: the run ends with E_MOVED, and nothing is written', async () => {
    const shop = await openShopWithOne();
    const message = await expectNoMove(shop, 'E_MOVED', () => shop.push('hot', 'prod'));
    expect(message).toMatch(/anew|again/);
    expect(filesIn(shop, 'prod')).not.toContain('one.txt');
  });

  it('F19 prod goes back to where it was before, or loses commits: E_MOVED', async () => {
    const shop = await openShopWithOne();
    await ship(shop);
    await shop.stages('two');
    await expectNoMove(shop, 'E_MOVED', () => shop.repository.git('update-ref', 'refs/heads/prod', shop.first));
  });

  it('F19 prod is gone: E_MOVED, or clear', async () => {
    const shop = await openShopWithOne();
    const { move } = await shop.move({}, { whileWaiting: () => shop.repository.drop('prod') });
    expect(move?.exitCode).not.toBe(0);
    expect(move?.outputs['error']).toMatch(/^E_(?!INTERNAL)\w+: /);
  });

  it('F19 master moves on: the log says so, and what was approved is promoted', async () => {
    const shop = await openShop();
    const commit = await shop.stages('one');
    let next = '';
    const { move } = await shop.move(
      {},
      {
        whileWaiting: () => {
          next = shop.push('two');
        },
      },
    );
    if (move === undefined) throw new Error('nothing ran');
    expectSuccess(move);
    expect(move.log).toContain(next.slice(0, 7));
    expect(move.log).toContain(commit.slice(0, 7));
    expect(treeOf(shop, 'prod')).toBe(treeOf(shop, commit));
  });

  it('F19 master lost the commit: E_NOT_STAGED', async () => {
    const shop = await openShopWithOne();
    await expectNoMove(shop, 'E_NOT_STAGED', () => {
      shop.repository.git('update-ref', 'refs/heads/master', shop.first);
      shop.push('another one');
    });
  });

  it('F19 master is gone: E_NOT_STAGED, or clear', async () => {
    const shop = await openShopWithOne();
    const { move } = await shop.move(
      {},
      { whileWaiting: () => shop.repository.git('update-ref', '-d', 'refs/heads/master') },
    );
    expect(move?.exitCode).not.toBe(0);
    expect(move?.outputs['error']).toMatch(/^E_(?!INTERNAL)\w+: /);
    expect(shop.github.pushes).toEqual([]);
  });

  it('a revert of the commit on master is a move of master like any', async () => {
    const shop = await openShop();
    const commit = await shop.stages('one');
    const { move } = await shop.move({}, { whileWaiting: () => revert(shop, commit, 'master') });
    expect(move?.exitCode, move?.log).toBe(0);
  });
});

describe('two promotions at once', () => {
  const planOf = async (shop: Shop, settings: PromotionSettings) =>
    (await shop.verdict({}, settings)).outputs['plan'] ?? '';

  it('one moves, the other ends with E_MOVED', async () => {
    const shop = await openShopWithOne();
    const plans = [await planOf(shop, { runId: '9501' }), await planOf(shop, { runId: '9502' })] as const;
    expectSuccess(await runMove(shop, plans[0], { runId: '9501' }));
    const head = shop.repository.head('prod');
    const late = await quietly(shop, () => runMove(shop, plans[1], { runId: '9502' }));
    expectFailure(late, 'E_MOVED');
    expect(shop.repository.head('prod')).toBe(head);
  });

  it('at the same moment, also of two commits and a rollback', async () => {
    const shop = await openShopWithOne();
    await ship(shop);
    await shop.stages('two');
    const first = await planOf(shop, { runId: '9501' });
    const rollback = (await shop.verdict({ rollback: 'last' }, { runId: '9502' })).outputs['plan'] ?? '';
    await shop.stages('three');
    const second = await planOf(shop, { runId: '9503' });
    const before = shop.repository.head('prod');
    const steps = await Promise.all(
      [first, rollback, second].map((plan, at) => runMove(shop, plan, { runId: String(9501 + at) })),
    );
    const done = steps.filter(({ exitCode }) => exitCode === 0);
    expect(done).toHaveLength(1);
    for (const step of steps.filter(({ exitCode }) => exitCode !== 0)) expectFailure(step, 'E_MOVED');
    expect(shop.repository.head('prod^1')).toBe(before);
    expect(shop.repository.head('prod')).toBe(done[0]?.outputs['commit']);
  });
});

describe('a run that was cut off', () => {
  it('between move and deploy: the job run again moves nothing and gives the same commit', async () => {
    const shop = await openShopWithOne();
    const { verdict, move } = await shop.move({}, { runId: '9601' });
    const again = await quietly(shop, () =>
      runMove(shop, verdict.outputs['plan'] ?? '', { runId: '9601', runAttempt: '2' }),
    );
    expectSuccess(again);
    expect(again.outputs).toEqual(move?.outputs);
  });

  it('between move and deploy: a new run deploys the head and moves nothing', async () => {
    const shop = await openShopWithOne();
    const { move } = await shop.move();
    const next = await quietly(shop, () => shop.move());
    expectVerdict(next.verdict, 'deploy');
    expect(next.move?.outputs).toMatchObject({ decision: 'deploy', commit: move?.outputs['commit'] });
  });

  it('after a rollback’s move: a new run of the same kind is no other rollback', async () => {
    const shop = await openShopWithOne();
    await ship(shop);
    const { verdict, move } = await shop.move({ rollback: 'last' }, { runId: '9602' });
    const again = await quietly(shop, () =>
      runMove(shop, verdict.outputs['plan'] ?? '', { runId: '9602', runAttempt: '2' }),
    );
    expect(again.outputs).toMatchObject({ commit: move?.outputs['commit'], rollback: 'true' });
  });

  it('while it moved: the answer was lost, and the job still knows what it did', async () => {
    const shop = await openShopWithOne();
    shop.github.faults.next({ kind: 'lost-answer' }, { method: 'PATCH', path: /\/git\/refs\// });
    const { verdict, move } = await shop.move({}, { runId: '9603' });
    const again =
      move?.exitCode === 0
        ? move
        : await runMove(shop, verdict.outputs['plan'] ?? '', { runId: '9603', runAttempt: '2' });
    expectSuccess(again);
    expect(again.outputs['commit']).toBe(shop.repository.head('prod'));
    expect(shop.github.pushes).toHaveLength(1);
  });

  it.each(['POST', 'PATCH'])('while GitHub is down for a moment (%s): it moves once', async (method) => {
    const shop = await openShopWithOne();
    shop.github.faults.next({ kind: 'html', status: 502 }, { method });
    const { verdict, move } = await shop.move({}, { runId: '9604' });
    const again =
      move?.exitCode === 0
        ? move
        : await runMove(shop, verdict.outputs['plan'] ?? '', { runId: '9604', runAttempt: '2' });
    expectSuccess(again);
    expect(shop.github.pushes).toHaveLength(1);
  });

  it('long ago: its move run again after another one ends with E_MOVED', async () => {
    const shop = await openShopWithOne();
    const { verdict, move } = await shop.move({}, { runId: '9605' });
    await shop.completes('prod', move?.outputs['commit'] ?? '');
    await shop.stages('two');
    await ship(shop);
    const late = await quietly(shop, () =>
      runMove(shop, verdict.outputs['plan'] ?? '', { runId: '9605', runAttempt: '2' }),
    );
    // What it moved is on the branch, and overtaken: either it says so, or the deploy finds it superseded.
    if (late.exitCode === 0) expect(late.outputs['commit']).toBe(move?.outputs['commit']);
    else expectFailure(late, 'E_MOVED');
  });
});

describe('a plan that is none', () => {
  it.each(['', 'x', '{}', '[]', '{"schemaVersion":2}', 'gzip:x'])('is refused: %j', async (plan) => {
    const shop = await openShop();
    expectFailure(await quietly(shop, () => runMove(shop, plan)), 'E_INPUT');
  });
});
