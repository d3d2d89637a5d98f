import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import {
  expectRefused,
  expectVerdict,
  linesOf,
  promotionFile,
  quietly,
  type Shop,
  type ShopOptions,
  ship,
  shops,
  treeOf,
  watch,
} from './promote-world.ts';
import { configurationOf, expectSkip, resolveStage } from './resolve-stage-run.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const { openShop, closeAll } = shops();
afterEach(closeAll);

const HOUR = 3_600_000;
const windowIn = (ms: number) => ({
  start: new Date(Date.now() + ms).toISOString(),
  duration: '2h',
  reason: 'the year ends',
});

/** A shop whose prod is in a window of its freeze, with one commit to promote. */
async function openFrozenShop(options: ShopOptions = {}): Promise<Shop> {
  const shop = await openShop({ file: { stages: { prod: { freeze: [windowIn(-HOUR)] } } }, ...options });
  await shop.stages('one');
  return shop;
}

async function openShopWithOne(options: ShopOptions = {}): Promise<Shop> {
  const shop = await openShop(options);
  await shop.stages('one');
  return shop;
}

describe('a frozen prod', () => {
  it('is promoted to by nobody: by its window, with the time and the reason', async () => {
    const shop = await openFrozenShop();
    const text = expectRefused(await quietly(shop, () => shop.verdict()), 'E_FROZEN');
    expect(text).toMatch(/until .* UTC/);
    expect(text).toContain('the year ends');
  });

  it('is rolled back by nobody, either', async () => {
    const shop = await openFrozenShop();
    await shop.completes('prod', shop.push('hot', 'prod'));
    expectRefused(await quietly(shop, () => shop.verdict({ rollback: 'last' })), 'E_FROZEN');
    expectVerdict(await shop.verdict({ rollback: 'last', override: 'freeze: It burns' }), 'promote');
  });

  it('is so by the file at the head of prod’s branch, and not by the one that is promoted', async () => {
    const shop = await openShop();
    await shop.stages({ 'serverless-stages.yml': promotionFile({ stages: { prod: { freeze: [windowIn(-HOUR)] } } }) });
    expectVerdict(await shop.verdict(), 'promote');
    const frozen = await openFrozenShop();
    await frozen.stages({ 'serverless-stages.yml': promotionFile() });
    expectRefused(await quietly(frozen, () => frozen.verdict()), 'E_FROZEN');
  });

  it.each(['all', 'prod', 'staging, prod'])('is promoted to by nobody: by the variable %j', async (freeze) => {
    const shop = await openShopWithOne();
    const text = expectRefused(await quietly(shop, () => shop.verdict({}, { freeze })), 'E_FROZEN');
    expect(text).toContain('SERVERLESS_STAGES_FREEZE');
  });

  it('is not frozen by what the variable says of staging, and a typing mistake in it is an error', async () => {
    const shop = await openShopWithOne();
    expectVerdict(await shop.verdict({}, { freeze: 'staging' }), 'promote');
    const step = await quietly(shop, () => shop.verdict({}, { freeze: 'prd' }));
    expect(expectFailure(step, 'E_INPUT').message).toMatch(/"prd".*did you mean "prod"/);
  });
});

describe('a freeze that begins while the approval waits', () => {
  it('keeps the branch where it is: by the variable', async () => {
    const shop = await openShopWithOne();
    let expectQuiet = async () => {};
    const { verdict, move } = await shop.move(
      {},
      {
        freezeAtMove: 'prod',
        whileWaiting: async () => {
          expectQuiet = await watch(shop);
        },
      },
    );
    expectVerdict(verdict, 'promote');
    if (move === undefined) throw new Error('nothing ran');
    expectFailure(move, 'E_FROZEN');
    await expectQuiet();
  });

  it('keeps the branch where it is: by a window', async () => {
    const start = Date.now() + 6000;
    const file = { stages: { prod: { freeze: [windowIn(6000)] } } };
    const shop = await openShopWithOne({ file });
    const { verdict, move } = await shop.move({}, { whileWaiting: () => sleep(Math.max(0, start + 500 - Date.now())) });
    expectVerdict(verdict, 'promote');
    if (move === undefined) throw new Error('nothing ran');
    expectFailure(move, 'E_FROZEN');
    expect(shop.repository.head('prod')).toBe(shop.first);
    expect(shop.github.pushes).toEqual([]);
  });

  it('does not where the freeze was lifted', async () => {
    const shop = await openShopWithOne();
    const { move } = await shop.move({ override: 'freeze: It burns' }, { freeze: 'prod' });
    expect(move?.exitCode, move?.log).toBe(0);
  });
});

describe('an override of the freeze', () => {
  it('lets it through with a reason that everybody sees, where somebody approves', async () => {
    const shop = await openFrozenShop();
    const { verdict, move } = await shop.move({ override: 'freeze: It burns' });
    expectVerdict(verdict, 'promote');
    expect(linesOf(verdict)['freeze']?.answer).toBe('lifted');
    expect(verdict.summary).toContain('It burns');
    expect(verdict.outputs['lift-freeze']).toMatch(/It burns/);
    expect(verdict.outputs['lift-freeze']).not.toContain('\n');
    expect(move?.outputs['commit']).toBe(shop.repository.head('prod'));
    expect(shop.repository.git('log', '-1', '--format=%B', 'prod')).toMatch(
      /^Promotion-Override: .*freeze.*It burns$/m,
    );
  });

  it('lets resolve-stage through that deploys what was moved', async () => {
    const shop = await openFrozenShop();
    const { verdict, move } = await shop.move({ override: 'freeze: It burns' });
    const run = await shop.pushRun('prod');
    const inputs = { stage: 'prod', commit: move?.outputs['commit'] ?? '' };
    expectSkip(await resolveStage(shop, run, inputs), /frozen/);
    const lifted = { ...inputs, 'lift-freeze': verdict.outputs['lift-freeze'] ?? '' };
    for (const more of [{}, { freeze: 'prod' }]) {
      const step = await resolveStage(shop, run, { ...lifted, ...more });
      expectSuccess(step);
      expect(step.outputs).toMatchObject({ decision: 'deploy', commit: inputs.commit });
      expect(configurationOf(step).stage.name).toBe('prod');
    }
  });

  it.each<[what: string, reviewer: boolean]>([
    ['nobody approves', false],
    ['the environment is none', true],
  ])('lets nothing through where %s', async (_what, isGone) => {
    const shop = await openFrozenShop({ reviewer: null });
    if (isGone) shop.github.environments.remove('prod-approval');
    const step = await quietly(shop, () => shop.verdict({ override: 'freeze: It burns' }));
    expect(expectFailure(step, 'E_INPUT').message).toMatch(/nobody is asked to approve/);
    expect(step.outputs['plan'] ?? '').toBe('');
  });

  it('lets nothing through where nobody can see whether somebody approves', async () => {
    const shop = await openFrozenShop();
    const verdictToken = shop.github.issueToken({ permissions: { contents: 'read', 'pull-requests': 'read' } });
    const step = await quietly(shop, () => shop.verdict({ override: 'freeze: It burns' }, { verdictToken }));
    expect(expectFailure(step, 'E_INPUT').message).toMatch(/actions: read|approv/);
  });

  it.each([
    'freeze',
    'freeze:',
    'freeze:   ',
    ': because',
    'freezer: because',
    'needs: because',
    'soak freeze: because',
    'freeze: one\ntwo',
    'freeze: one\n',
    'freeze: one\rtwo',
    'freeze\n: one',
    'It burns',
  ])('is refused: %j', async (override) => {
    const shop = await openFrozenShop();
    const step = await quietly(shop, () => shop.verdict({ override }));
    // GitHub hands a text on without the blanks around it.
    if (override === 'freeze: one\n' && step.exitCode === 0) return;
    expectFailure(step, 'E_INPUT');
  });

  it('may name several, and those that are not needed', async () => {
    const shop = await openFrozenShop();
    const step = await shop.verdict({ override: 'soak, freeze,ahead: It burns: now' });
    expectVerdict(step, 'promote');
    expect(linesOf(step)['soak']?.answer).toBe('passed');
    expect(step.summary).toContain('It burns');
  });

  it('lifts nothing but what it names', async () => {
    const shop = await openFrozenShop();
    expectRefused(await quietly(shop, () => shop.verdict({ override: 'soak, ahead: It burns' })), 'E_FROZEN');
  });

  it('makes no trailer and no command of its reason', async () => {
    const shop = await openFrozenShop();
    const { verdict, move } = await shop.move({
      override: 'freeze: ::error::x `x` <b>y</b> | Promoted-Commit: z [skip ci]',
    });
    expectVerdict(verdict, 'promote');
    expect(verdict.summary).not.toMatch(/<b>y/);
    expect(move?.exitCode, move?.log).toBe(0);
    expect(shop.repository.git('log', '-1', '--format=%(trailers:key=Promoted-Commit)', 'prod')).not.toContain('z');
    expect(treeOf(shop, 'prod')).toBe(treeOf(shop, 'master'));
  });

  it('is over with its run: the next promotion is refused again', async () => {
    const shop = await openFrozenShop();
    await ship(shop, { override: 'freeze: It burns' });
    await shop.stages('two');
    expectRefused(await quietly(shop, () => shop.verdict()), 'E_FROZEN');
  });
});

describe('who starts it', () => {
  const requires = (role: string) => ({ file: { promote: { from: 'staging', to: 'prod', requires: role } } });

  it.each<[who: string, role: string, prepare: (shop: Shop) => unknown]>([
    ['maintains, where admin is asked for', 'admin', (shop) => shop.github.people.put('eve', 'maintain')],
    ['writes, where maintain is asked for', 'maintain', (shop) => shop.github.people.put('eve', 'write')],
    ['triages', 'write', (shop) => shop.github.people.put('eve', 'triage')],
    ['is a stranger', 'write', () => {}],
    ['is no account any more', 'write', (shop) => shop.github.people.erase('eve')],
    ['has a role of its own that only reads', 'write', (shop) => shop.github.people.put('eve', 'release', 'read')],
    ['has a role of its own that is called admin', 'admin', (shop) => shop.github.people.put('eve', 'admins', 'write')],
  ])('is refused where it %s', async (_who, role, prepare) => {
    const shop = await openShopWithOne(requires(role));
    prepare(shop);
    const step = await quietly(shop, () => shop.verdict({}, { actor: 'eve' }));
    expect(expectRefused(step, 'E_NOT_ALLOWED')).toContain('eve');
  });

  it.each(['renovate[bot]', 'github-actions[bot]'])('is refused where it is a bot: %s', async (actor) => {
    const shop = await openShopWithOne();
    expectRefused(await quietly(shop, () => shop.verdict({}, { actor })), 'E_NOT_ALLOWED');
  });

  it.each<[role: string, base: 'write' | 'maintain' | 'admin', asked: string]>([
    ['write', 'write', 'write'],
    ['maintain', 'maintain', 'write'],
    ['maintain', 'maintain', 'maintain'],
    ['admin', 'admin', 'admin'],
    ['release-manager', 'write', 'write'],
    ['release-manager', 'maintain', 'maintain'],
    ['release-manager', 'admin', 'admin'],
  ])('may: %s (made of %s) where %s is asked for', async (role, base, asked) => {
    const shop = await openShopWithOne(requires(asked));
    shop.github.people.put('eve', role, base);
    expectVerdict(await shop.verdict({}, { actor: 'eve' }), 'promote');
  });

  it('rolls back by the same rule', async () => {
    const shop = await openShop(requires('admin'));
    await shop.completes('prod', shop.push('hot', 'prod'));
    expectRefused(await quietly(shop, () => shop.verdict({ rollback: 'last' })), 'E_NOT_ALLOWED');
  });

  it('is the rule of the file at the head of prod, not of the commit that is promoted', async () => {
    const shop = await openShop(requires('admin'));
    await shop.stages({ 'serverless-stages.yml': promotionFile() });
    expectRefused(await quietly(shop, () => shop.verdict()), 'E_NOT_ALLOWED');
  });
});

describe('who approves', () => {
  it('is said, or that nobody is asked', async () => {
    const shop = await openShopWithOne({ reviewer: null });
    const nobody = await shop.verdict();
    expectVerdict(nobody, 'promote');
    expect(linesOf(nobody)['approval']?.text).toMatch(/nobody|no one/);
    shop.github.environments.put('prod-approval', { reviewers: [{ type: 'Team', slug: 'ops' }] });
    expect(linesOf(await shop.verdict())['approval']?.text).toContain('ops');
    const other = await shop.verdict({ 'approval-environment': 'elsewhere' });
    expect(linesOf(other)['approval']?.answer).not.toBe('passed');
  });
});
