import { afterEach, describe, expect, it } from 'vitest';
import { stackClient } from '../local-aws/stack-client.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import {
  changeRecord,
  expectRefused,
  expectVerdict,
  linesOf,
  quietly,
  recordPath,
  type Shop,
  shops,
  WISH,
} from './promote-world.ts';
import { expectFailure } from './verdict.ts';

const { openShop, closeAll } = shops();
afterEach(closeAll);

describe('a commit that staging has not proved', () => {
  it('F14 is refused where staging failed at it', async () => {
    const shop = await openShop();
    const commit = shop.push('one');
    await shop.completes('staging', shop.first, {
      wish: { commit, complete: false, completedCommit: shop.first },
      record: { status: 'failed', commit },
    });
    const { verdict, move } = await quietly(shop, () => shop.move({ commit }));
    expect(expectRefused(verdict, 'E_NOT_STAGED')).toMatch(new RegExp(`failed: .*${commit.slice(0, 7)}`));
    expect(move).toBeUndefined();
  });

  it('F14 is refused where staging never ran for it', async () => {
    const shop = await openShop();
    const commit = shop.push('one');
    expectRefused(await quietly(shop, () => shop.verdict({ commit })), 'E_NOT_STAGED');
  });

  it('F14 is refused where staging never ran at all, whether a commit is named or not', async () => {
    const shop = await openShop();
    const names = ['api', 'tasks', WISH];
    for (const name of names) shop.aws.ssm.remove(ACCOUNTS.staging, REGION, recordPath('staging', name));
    const commit = shop.push('one');
    expectRefused(await quietly(shop, () => shop.verdict({ commit })), 'E_NOT_STAGED');
    expectFailure(await quietly(shop, () => shop.verdict()), 'E_NOT_STAGED');
  });

  it('F14 is refused where staging has begun another one since, and the default is still what it completed', async () => {
    const shop = await openShop();
    const commit = await shop.stages('one');
    const next = shop.push('two');
    changeRecord(shop, 'staging', WISH, (wish) => ({ ...wish, commit: next, complete: false }));
    for (const inputs of [{}, { commit }]) {
      const text = expectRefused(await quietly(shop, () => shop.verdict(inputs)), 'E_NOT_STAGED');
      expect(text).toContain(next.slice(0, 7));
    }
  });

  it('F14 is refused where staging has completed another one since', async () => {
    const shop = await openShop();
    const older = await shop.stages('one');
    await shop.stages('two');
    expectRefused(await quietly(shop, () => shop.verdict({ commit: older })), 'E_NOT_STAGED');
  });

  it('F14 is refused where it is not on the branch of staging', async () => {
    const shop = await openShop();
    shop.repository.git('branch', 'feature', 'master');
    const commit = shop.push('aside', 'feature');
    await shop.completes('staging', commit);
    expectRefused(await quietly(shop, () => shop.verdict({ commit })), 'E_NOT_ON_BRANCH');
  });

  it.each(['', ' ', 'master', 'abc1234', 'g'.repeat(40), 'A'.repeat(40), '--all', `${'a'.repeat(40)}^`])(
    'is no commit: %j',
    async (commit) => {
      const shop = await openShop();
      await shop.stages('one');
      const step = await quietly(shop, () => shop.verdict({ commit }));
      if (commit.trim() === '') expectVerdict(step, 'promote');
      else expectFailure(step, 'E_INPUT');
    },
  );

  it('is one that no repository has', async () => {
    const shop = await openShop();
    const step = await quietly(shop, () => shop.verdict({ commit: 'a'.repeat(40) }));
    expect(expectFailure(step, 'E_NOT_ON_BRANCH').message).toContain('is not on "master"');
  });
});

describe('a staging that is not whole any more', () => {
  type Break = (shop: Shop, commit: string) => Promise<unknown> | unknown;
  const client = (shop: Shop) => stackClient(shop.aws, ACCOUNTS.staging);
  const record =
    (fields: object): Break =>
    (shop) =>
      changeRecord(shop, 'staging', 'api', (old) => ({ ...old, ...fields }));
  const path = recordPath('staging', 'api');

  it.each<[what: string, breaks: Break]>([
    ['a stack is gone', (shop) => client(shop).remove('api-staging')],
    [
      'a stack is gone and made anew by hand',
      async (shop) => {
        await client(shop).remove('api-staging');
        await client(shop).create('api-staging', { Resources: { Other: { Type: 'AWS::SQS::Queue' } } });
      },
    ],
    [
      'a stack was changed by hand',
      (shop) => client(shop).update('api-staging', { Resources: { Other: { Type: 'AWS::SQS::Queue' } } }),
    ],
    [
      'a stack was rolled back since',
      (shop) => shop.aws.stacks.setStatus(shop.aws.stacks.find('api-staging')?.id ?? '', 'UPDATE_ROLLBACK_COMPLETE'),
    ],
    [
      'a stack is being changed',
      (shop) => shop.aws.stacks.setStatus(shop.aws.stacks.find('api-staging')?.id ?? '', 'UPDATE_IN_PROGRESS'),
    ],
    ['a record says failed', record({ status: 'failed' })],
    ['a record says deploying', record({ status: 'deploying' })],
    ['a record says interrupted', record({ status: 'interrupted' })],
    ['a record says removing', record({ status: 'removing' })],
    ['a record says orphaned', record({ status: 'orphaned' })],
    ['a record has nothing that was completed', record({ completed: undefined })],
    ['a record is unreadable', (shop) => shop.aws.ssm.put(ACCOUNTS.staging, REGION, path, '{"schemaVersion":2}')],
    ['a record is no JSON', (shop) => shop.aws.ssm.put(ACCOUNTS.staging, REGION, path, 'x')],
    ['a service has no record', (shop) => shop.aws.ssm.remove(ACCOUNTS.staging, REGION, path)],
    [
      'what is wanted is unreadable',
      (shop) => shop.aws.ssm.put(ACCOUNTS.staging, REGION, recordPath('staging', WISH), '{}'),
    ],
    ['a record is of another repository', record({ owner: { kind: 'repository', id: '4711', name: 'acme/other' } })],
  ])('F14 is refused: %s', async (_what, breaks) => {
    const shop = await openShop();
    const commit = await shop.stages('one');
    await breaks(shop, commit);
    const text = expectRefused(await quietly(shop, () => shop.verdict({ commit })), 'E_NOT_STAGED');
    expect(text).toMatch(/api|what .*wants|records?|staging/);
  });

  it('is not so because of a service that the stage does not have', async () => {
    const file = { stages: { staging: { services: ['api'] }, prod: { services: ['api'] } } };
    const shop = await openShop({ file });
    shop.aws.ssm.remove(ACCOUNTS.staging, REGION, recordPath('staging', 'tasks'));
    await shop.completes('staging', shop.push('one'), { services: ['api'] });
    expectVerdict(await shop.verdict(), 'promote');
  });
});

describe('a promotion that is no step forward', () => {
  it('F15 is nothing where prod has the files and completed them: green, and nothing is written', async () => {
    const shop = await openShop();
    const { verdict, move } = await quietly(shop, () => shop.move());
    expectVerdict(verdict, 'nothing', { plan: '' });
    expect(verdict.summary).not.toBe('');
    expect(move).toBeUndefined();
  });

  it('F15 is nothing once it is promoted and deployed', async () => {
    const shop = await openShop();
    await shop.stages('one');
    const { move } = await shop.move();
    await shop.completes('prod', move?.outputs['commit'] ?? '');
    expectVerdict(await quietly(shop, () => shop.verdict()), 'nothing', { plan: '' });
  });

  it('F15 deploys the head and moves nothing where the branch has the files and prod did not complete them', async () => {
    const shop = await openShop();
    await shop.stages('one');
    const head = shop.repository.merge('master', 'prod');
    const { verdict, move } = await quietly(shop, () => shop.move());
    expectVerdict(verdict, 'deploy');
    expect(move?.outputs).toMatchObject({ decision: 'deploy', commit: head, redeploy: 'false', rollback: 'false' });
    expect(shop.repository.head('prod')).toBe(head);
  });

  it('F15 is refused where the commit is older than what prod got, and no override lets it through', async () => {
    const shop = await openShop();
    const older = await shop.stages('one');
    await shop.stages('two');
    const { move } = await shop.move();
    await shop.completes('prod', move?.outputs['commit'] ?? '');
    await shop.completes('staging', older);
    for (const inputs of [{ commit: older }, { commit: older, override: 'ahead: I want it' }]) {
      const text = expectRefused(await quietly(shop, () => shop.verdict(inputs)), 'E_WORK_LOST');
      expect(text).toMatch(/rollback/i);
    }
  });

  it('F15 is refused where the commit diverged from what prod got; ahead lets it through', async () => {
    const shop = await openShop();
    await shop.stages('one');
    await shop.move();
    shop.repository.git('update-ref', 'refs/heads/master', shop.first);
    const commit = await shop.stages('another one');
    expectRefused(await quietly(shop, () => shop.verdict({ commit })), 'E_WORK_LOST');
    const step = await shop.verdict({ commit, override: 'ahead: master was rewritten' });
    expectVerdict(step, 'promote');
    expect(linesOf(step)['follows']?.answer).not.toBe('passed');
  });
});

describe('soak', () => {
  const soaking = { promote: { from: 'staging', to: 'prod', soak: '2h' } };
  const agoHours = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const since = (completedSince: string | undefined) => ({ wish: { completedSince } });

  it('is refused before its time, with the time that is left; the override lets it through', async () => {
    const shop = await openShop({ file: soaking });
    await shop.completes('staging', shop.push('one'), since(agoHours(1)));
    expect(expectRefused(await quietly(shop, () => shop.verdict()), 'E_NOT_SOAKED')).toMatch(/2h|2 h|UTC|hour|min/);
    const { verdict, move } = await shop.move({ override: 'soak: Mends the checkout' });
    expectVerdict(verdict, 'promote');
    expect(linesOf(verdict)['soak']?.answer).toBe('lifted');
    expect(verdict.summary).toContain('Mends the checkout');
    expect(move?.outputs).toMatchObject({ decision: 'deploy' });
    expect(shop.repository.git('log', '-1', '--format=%(trailers:key=Promotion-Override)', 'prod')).toMatch(
      /^Promotion-Override: .*soak.*Mends the checkout/,
    );
  });

  it('is passed after its time', async () => {
    const shop = await openShop({ file: soaking });
    await shop.completes('staging', shop.push('one'), since(agoHours(2.01)));
    expectVerdict(await shop.verdict(), 'promote');
  });

  it('is not passed where nobody knows since when, or it is in the future', async () => {
    const shop = await openShop({ file: soaking });
    await shop.completes('staging', shop.push('one'), since(undefined));
    expect(linesOf(await shop.verdict())['soak']?.answer).not.toBe('passed');
    await shop.completes('staging', shop.push('two'), since(agoHours(-5)));
    expect(linesOf(await shop.verdict())['soak']?.answer).not.toBe('passed');
  });
});
