import { afterEach, describe, expect, it } from 'vitest';
import type { StepResult } from '../runner/run-options.ts';
import { appToken, linesOf, rule, type Shop, shops, treeOf, watch } from './promote-world.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const { openShop, closeAll } = shops();
afterEach(closeAll);

const asToken = () => ({});
const asApp = (shop: Shop) => ({ moveToken: appToken(shop) });

interface Tried {
  readonly verdict: StepResult;
  readonly move: StepResult;
}

/** Promotes one commit with a token. */
async function tryMove(shop: Shop, moveToken?: string): Promise<Tried> {
  await shop.stages('one');
  const { verdict, move } = await shop.move({}, moveToken === undefined ? {} : { moveToken });
  if (move === undefined) throw new Error(verdict.log);
  return { verdict, move };
}

function expectMoved(shop: Shop, { move }: Tried): void {
  expectSuccess(move);
  expect(move.outputs['commit']).toBe(shop.repository.head('prod'));
  expect(treeOf(shop, 'prod')).toBe(treeOf(shop, 'master'));
}

function expectRulesRefuse(shop: Shop, tried: Tried, ...remedies: readonly RegExp[]): void {
  expectNoMove(shop, tried, 'E_BRANCH_RULES', remedies);
}

function expectNoMove(
  shop: Shop,
  { move }: Tried,
  code: 'E_BRANCH_RULES' | 'E_GITHUB',
  remedies: readonly RegExp[],
): void {
  const { message } = expectFailure(move, code);
  for (const remedy of remedies) expect(message).toMatch(remedy);
  expect(move.outputs['commit'] ?? '').toBe('');
  expect(shop.github.pushes).toEqual([]);
  expect(shop.repository.head('prod')).toBe(shop.first);
}

const BYPASS = /bypass list/;
const PULL_REQUEST = /mode: pull-request/;

describe.each(['pull_request', 'required_status_checks', 'update'])('a rule %s', (type) => {
  it('refuses the job’s own token: E_BRANCH_RULES with both remedies, and the verdict says so before', async () => {
    const shop = await openShop();
    shop.github.rulesets.put(rule(type));
    const tried = await tryMove(shop);
    expect(linesOf(tried.verdict)['branch']?.text).toMatch(/App/);
    expectRulesRefuse(shop, tried, /App/, BYPASS, PULL_REQUEST);
  });

  it('lets an App pass that is on its bypass list', async () => {
    const shop = await openShop();
    shop.github.rulesets.put(rule(type, ['promoter']));
    expectMoved(shop, await tryMove(shop, appToken(shop)));
  });

  it('refuses an App that is on no bypass list', async () => {
    const shop = await openShop();
    shop.github.rulesets.put(rule(type, ['another']));
    expectRulesRefuse(shop, await tryMove(shop, appToken(shop)), BYPASS);
  });

  it('refuses a rollback, too', async () => {
    const shop = await openShop();
    await shop.completes('prod', shop.push('hot', 'prod'));
    const head = shop.repository.head('prod');
    shop.github.rulesets.put(rule(type));
    const { move } = await shop.move({ rollback: 'last' });
    if (move === undefined) throw new Error('nothing ran');
    expectFailure(move, 'E_BRANCH_RULES');
    expect(shop.repository.head('prod')).toBe(head);
  });
});

describe.each([
  ['the job’s own token', asToken],
  ['an App', asApp],
] as const)('with %s', (_who, settingsOf) => {
  const tokenOf = (shop: Shop): string | undefined => (settingsOf(shop) as { moveToken?: string }).moveToken;

  it.each(['non_fast_forward', 'deletion'])('a rule %s asks for nothing special', async (type) => {
    const shop = await openShop();
    shop.github.rulesets.put(rule(type));
    expectMoved(shop, await tryMove(shop, tokenOf(shop)));
  });

  it('a rule of linear history gets a commit with one parent, and the next promotions know it', async () => {
    const shop = await openShop();
    shop.github.rulesets.put(rule('required_linear_history'));
    const tried = await tryMove(shop, tokenOf(shop));
    expectMoved(shop, tried);
    expect(shop.repository.git('log', '-1', '--format=%P', 'prod')).toBe(shop.first);
    await shop.completes('prod', tried.move.outputs['commit'] ?? '');
    const { move } = await shop.move();
    expect(move).toBeUndefined();
    await shop.stages({ 'one.txt': 'changed\n' });
    const next = await shop.move({}, settingsOf(shop));
    expect(next.move?.exitCode, next.verdict.log).toBe(0);
    expect(treeOf(shop, 'prod')).toBe(treeOf(shop, 'master'));
  });

  it('a rule of signed commits gets a commit that GitHub verifies', async () => {
    const shop = await openShop();
    shop.github.rulesets.put(rule('required_signatures'));
    const commit = await shop.stages('one');
    shop.github.signatures.add(commit);
    const { move } = await shop.move({}, settingsOf(shop));
    expect(move?.exitCode, move?.log).toBe(0);
    expect(shop.github.signatures.has(shop.repository.head('prod'))).toBe(true);
  });

  it('a rule of signed commits is clear, or kept, where the commits of master are not signed', async () => {
    const shop = await openShop();
    shop.github.rulesets.put(rule('required_signatures'));
    const tried = await tryMove(shop, tokenOf(shop));
    if (tried.move.exitCode === 0) expect(shop.github.signatures.has(shop.repository.head('prod'))).toBe(true);
    else expectRulesRefuse(shop, tried, /sign/i);
  });

  it('linear history, signed commits, no force pushes and no deletion add up', async () => {
    const shop = await openShop();
    for (const type of ['required_linear_history', 'required_signatures', 'non_fast_forward', 'deletion'])
      shop.github.rulesets.put({ ...rule(type), name: type });
    expectMoved(shop, await tryMove(shop, tokenOf(shop)));
    expect(shop.github.signatures.has(shop.repository.head('prod'))).toBe(true);
  });
});

describe('a classic protection', () => {
  it('refuses the job’s own token: E_BRANCH_RULES with the remedy', async () => {
    const shop = await openShop();
    shop.github.protections.put('prod');
    const tried = await tryMove(shop);
    expect(linesOf(tried.verdict)['branch']?.text).toMatch(/protect/);
    expectRulesRefuse(shop, tried, /App/, PULL_REQUEST);
  });

  it('lets an App pass that may', async () => {
    const shop = await openShop();
    shop.github.protections.put('prod', { bypass: ['promoter'] });
    expectMoved(shop, await tryMove(shop, appToken(shop)));
  });

  it('is clear where it asks an App for status checks', async () => {
    const shop = await openShop();
    shop.github.protections.put('prod', { bypass: ['promoter'], contexts: ['ci'] });
    expectRulesRefuse(shop, await tryMove(shop, appToken(shop)), /ci|check/);
  });
});

describe('rulesets of other branches, and those that are off', () => {
  it('ask for nothing', async () => {
    const shop = await openShop();
    shop.github.rulesets.put({ ...rule('update'), name: 'main', branches: ['~DEFAULT_BRANCH'] });
    shop.github.rulesets.put({ ...rule('update'), name: 'off', enforcement: 'disabled' });
    shop.github.rulesets.put({ ...rule('update'), name: 'evaluated', enforcement: 'evaluate' });
    expectMoved(shop, await tryMove(shop));
  });

  it('of an organization ask as others do', async () => {
    const shop = await openShop();
    shop.github.rulesets.put({ ...rule('update'), branches: ['~ALL'], source: 'Organization' });
    expectRulesRefuse(shop, await tryMove(shop), BYPASS);
  });
});

describe('changed workflow files', () => {
  const files = { '.github/workflows/ci.yml': 'on: push\njobs: {}\n' };

  it('are refused to the job’s own token; the remedy names an App with workflows: write', async () => {
    const shop = await openShop();
    await shop.stages(files);
    const { verdict, move } = await shop.move();
    if (move === undefined) throw new Error(verdict.log);
    expectNoMove(shop, { verdict, move }, 'E_GITHUB', [/GitHub App/, /`workflows: write`/]);
  });

  it('are refused to an App without that right', async () => {
    const shop = await openShop();
    await shop.stages(files);
    const moveToken = shop.github.issueToken({ login: 'promoter[bot]', permissions: { contents: 'write' } });
    const { verdict, move } = await shop.move({}, { moveToken });
    if (move === undefined) throw new Error(verdict.log);
    expectNoMove(shop, { verdict, move }, 'E_GITHUB', [/`workflows: write`/]);
  });

  it('are moved by an App that has it', async () => {
    const shop = await openShop();
    await shop.stages(files);
    const { verdict, move } = await shop.move({}, asApp(shop));
    if (move === undefined) throw new Error(verdict.log);
    expectMoved(shop, { verdict, move });
  });

  it('that prod has already are no matter', async () => {
    const shop = await openShop({ files });
    expectMoved(shop, await tryMove(shop));
  });

  it('are refused on the way back, too', async () => {
    const shop = await openShop();
    const app = asApp(shop);
    await shop.stages(files);
    const first = await shop.move({}, app);
    await shop.completes('prod', first.move?.outputs['commit'] ?? '');
    const { verdict, move } = await shop.move({ rollback: 'last' });
    if (move === undefined) throw new Error(verdict.log);
    const { message } = expectFailure(move, 'E_GITHUB');
    expect(message).toMatch(/`workflows: write`/);
    const done = await shop.move({ rollback: 'last' }, app);
    expect(done.move?.exitCode, done.move?.log).toBe(0);
    expect(treeOf(shop, 'prod')).toBe(treeOf(shop, shop.first));
  });
});

describe('the rights of the token of the job that moves', () => {
  it.each<[what: string, permissions: Record<string, 'read' | 'write'>, text: RegExp]>([
    ['none', {}, /contents: write/],
    ['contents: read', { contents: 'read', 'pull-requests': 'write' }, /contents: write/],
  ])('are missing: %s', async (_what, permissions, text) => {
    const shop = await openShop();
    await shop.stages('one');
    let expectQuiet = async () => {};
    const { move } = await shop.move(
      {},
      {
        moveToken: shop.github.issueToken({ permissions }),
        whileWaiting: async () => {
          expectQuiet = await watch(shop);
        },
      },
    );
    if (move === undefined) throw new Error('nothing ran');
    expect(move.exitCode).not.toBe(0);
    expect(move.outputs['error']).toMatch(/^E_(GITHUB|BRANCH_RULES): /);
    expect(move.outputs['error']).toMatch(text);
    expect(shop.repository.head('prod')).toBe(shop.first);
    await expectQuiet().catch((error: Error) => expect(error.message).toMatch(/POST|PATCH/));
  });

  it('suffice without pull-requests where no pull request is asked for', async () => {
    const shop = await openShop();
    expectMoved(shop, await tryMove(shop, shop.github.issueToken({ permissions: { contents: 'write' } })));
  });
});
