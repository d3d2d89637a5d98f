import { afterEach, describe, expect, it } from 'vitest';
import type { StepResult } from '../runner/run-options.ts';
import { ACCOUNTS, API_KEYS, REGION } from '../world/accounts.ts';
import type { PromotionRun } from '../world/promotion.ts';
import {
  expectRefused,
  expectVerdict,
  type FileChanges,
  linesOf,
  openShop as openOne,
  quietly,
  recordPath,
  type Shop,
  shops,
  WISH,
} from './promote-world.ts';
import { expectFailure, expectNoSecret } from './verdict.ts';

const { openShop, closeAll } = shops();
afterEach(closeAll);

/** Lines that somebody has to look into staging, or prod, for. */
const OF_STAGING = ['staged', 'whole', 'tested'] as const;

function answersOf(step: StepResult, ids: readonly string[]): string[] {
  const lines = linesOf(step);
  return ids.map((id) => `${id} ${lines[id]?.answer ?? 'not-asked'}`);
}

const notAsked = (ids: readonly string[]) => ids.map((id) => `${id} not-asked`);

describe('without a viewer role', () => {
  const without = (...names: ('staging' | 'prod')[]): FileChanges => ({
    profiles: Object.fromEntries(names.map((name) => [name, { 'viewer-role': undefined }])),
  });

  it('of staging the commit has to be named: E_INPUT', async () => {
    const shop = await openShop({ file: without('staging') });
    await shop.stages('one');
    const step = await quietly(shop, () => shop.verdict());
    expect(expectFailure(step, 'E_INPUT').message).toMatch(/commit.*viewer-role|viewer-role.*commit/s);
  });

  it.each([[['staging']], [['staging', 'prod']]] as const)(
    'of %j nobody says that staging proved it, and the approver decides',
    async (names) => {
      const shop = await openShop({ file: without(...names) });
      const commit = await shop.stages('one');
      const { verdict, move } = await shop.move({ commit });
      expectVerdict(verdict, 'promote');
      expect(answersOf(verdict, OF_STAGING)).toEqual(notAsked(OF_STAGING));
      expect(verdict.summary).toMatch(/not asked/);
      expect(verdict.log).toContain('viewer-role');
      expect(move?.exitCode, move?.log).toBe(0);
    },
  );

  it('of prod all of staging is asked, and prod is not', async () => {
    const shop = await openShop({ file: without('prod') });
    await shop.stages('one');
    const { verdict } = await shop.move();
    expectVerdict(verdict, 'promote');
    expect(answersOf(verdict, OF_STAGING)).toEqual(OF_STAGING.map((id) => `${id} passed`));
    expect(
      shop.aws.journal.entries.filter(
        ({ account, callerArn }) => account === ACCOUNTS.prod && /viewer/.test(callerArn ?? ''),
      ),
    ).toEqual([]);
  });

  it('soak is not passed where nobody looked', async () => {
    const promote = { from: 'staging', to: 'prod', soak: '1h' };
    const shop = await openShop({ file: { ...without('staging'), promote } });
    const step = await shop.verdict({ commit: await shop.stages('one') });
    expect(answersOf(step, ['soak'])).toEqual(notAsked(['soak']));
  });

  it('an SSM reference and a parameters-path of prod are not said to be there', async () => {
    const parameters = { endpoint_api_key: { ssm: '/workshop/prod/nowhere' } };
    const file = { profiles: { prod: { 'viewer-role': undefined, parameters, 'parameters-path': '/workshop/none/' } } };
    const shop = await openShop({ file });
    await shop.stages('one');
    const step = await shop.verdict();
    expectVerdict(step, 'promote');
    expect(answersOf(step, ['needs'])).toEqual(notAsked(['needs']));
  });
});

describe('a viewer role that does not let the run in', () => {
  const stranger = `arn:aws:iam::${ACCOUNTS.staging}:role/nobody`;

  it.each<[what: string, file: FileChanges, hasIdentity: boolean]>([
    ['there is no such role', { profiles: { staging: { 'viewer-role': stranger } } }, true],
    ['the job may not ask for a token', {}, false],
  ])('is said, and nothing is passed that nobody saw: %s', async (_what, file, hasIdentity) => {
    const shop = await openShop({ file });
    const commit = await shop.stages('one');
    const step = await quietly(shop, () => shop.verdict({ commit }, { hasIdentity }));
    if (step.exitCode === 0) expect(answersOf(step, OF_STAGING)).toEqual(notAsked(OF_STAGING));
    else expect(step.outputs['error'] ?? step.log).toMatch(/E_(ROLE_REFUSED|OIDC_PERMISSION|NOT_STAGED|INPUT)/);
    expect(step.raw).not.toMatch(/E_INTERNAL/);
  });

  it('is none of a run on a branch that it does not know', async () => {
    const shop = await openShop();
    const commit = await shop.stages('one');
    shop.repository.git('branch', 'elsewhere', 'master');
    const step = await quietly(shop, () => shop.verdict({ commit }, { branch: 'elsewhere' }));
    expect(step.outputs['plan'] ?? '').toBe('');
    expect(answersOf(step, OF_STAGING)).toEqual(notAsked(OF_STAGING));
  });
});

describe('a viewer role without a right', () => {
  const secret = { parameters: { endpoint_api_key: { ssm: '/workshop/prod/endpoint_api_key' } } };
  const deny = (action: string, account: string) => (shop: Shop) =>
    shop.aws.ssm.deny({ action: `ssm:${action}`, pathPrefix: '/', caller: account });
  const denyStacks = (account: string) => (shop: Shop) =>
    shop.aws.faults.add({
      service: 'cloudformation',
      action: 'DescribeStacks',
      match: ({ StackName }) => String(StackName).endsWith(account === ACCOUNTS.prod ? 'prod' : 'staging'),
      status: 403,
      code: 'AccessDenied',
      message: 'User is not authorized to perform: cloudformation:DescribeStacks',
    });

  it.each<[right: string, prepare: (shop: Shop) => unknown, ids: readonly string[]]>([
    ['DescribeStacks in staging', denyStacks(ACCOUNTS.staging), ['whole']],
    ['DescribeStacks in prod', denyStacks(ACCOUNTS.prod), []],
    ['GetParametersByPath in staging', deny('GetParametersByPath', ACCOUNTS.staging), OF_STAGING],
    ['GetParametersByPath in prod', deny('GetParametersByPath', ACCOUNTS.prod), []],
    ['DescribeParameters in prod', deny('DescribeParameters', ACCOUNTS.prod), ['needs']],
  ])('passes nothing that it did not see: %s', async (_right, prepare, ids) => {
    const shop = await openShop({ file: { profiles: { prod: secret } } });
    const commit = await shop.stages('one');
    prepare(shop);
    const step = await quietly(shop, () => shop.verdict({ commit }));
    expect(step.exitCode, step.log).toBe(0);
    expect(answersOf(step, ids)).toEqual(notAsked(ids));
  });

  it('to GetParameterHistory does not know what is last, and goes to a commit that is named', async () => {
    const shop = await openShop();
    await shop.completes('prod', shop.push('hot', 'prod'));
    deny('GetParameterHistory', ACCOUNTS.prod)(shop);
    const last = await quietly(shop, () => shop.verdict({ rollback: 'last' }));
    expect(last.exitCode).not.toBe(0);
    expect(last.outputs['error'] || last.log).toMatch(/GetParameterHistory|viewer|history/i);
    const named = await shop.verdict({ rollback: shop.first });
    expectVerdict(named, 'promote');
    expect(answersOf(named, ['target'])).toEqual(notAsked(['target']));
  });

  it('in staging, and without a commit, cannot know what to promote', async () => {
    const shop = await openShop();
    await shop.stages('one');
    deny('GetParametersByPath', ACCOUNTS.staging)(shop);
    const step = await quietly(shop, () => shop.verdict());
    expect(expectFailure(step, 'E_INPUT').message).toContain('commit');
  });
});

describe('the rights of the verdict’s token', () => {
  const all = { contents: 'read', 'pull-requests': 'read', actions: 'read' } as const;

  it('contents: read is needed, and missed with a code', async () => {
    const shop = await openShop();
    await shop.stages('one');
    const { contents: _, ...permissions } = all;
    const verdictToken = shop.github.issueToken({ permissions });
    const step = await quietly(shop, () => shop.verdict({}, { verdictToken }));
    expect(expectFailure(step, 'E_GITHUB').message).toMatch(/`contents: read`/);
  });

  it('without actions: read nobody says who approves', async () => {
    const shop = await openShop();
    await shop.stages('one');
    const { actions: _, ...permissions } = all;
    const step = await shop.verdict({}, { verdictToken: shop.github.issueToken({ permissions }) });
    expectVerdict(step, 'promote');
    expect(linesOf(step)['approval']).toMatchObject({
      answer: 'not-asked',
      text: expect.stringContaining('actions: read'),
    });
  });

  it('without pull-requests: read it says all the same', async () => {
    const shop = await openShop();
    await shop.stages('one');
    const { 'pull-requests': _, ...permissions } = all;
    const step = await shop.verdict({}, { verdictToken: shop.github.issueToken({ permissions }) });
    if (step.exitCode === 0) expect(step.outputs['decision']).toBe('promote');
    else expect(expectFailure(step, 'E_GITHUB').message).toMatch(/pull-requests: read/);
  });
});

describe('what a verdict asks of AWS', () => {
  const regions = [REGION, 'eu-west-1'];
  const services = ['api', 'tasks', 'mail'];
  const file: FileChanges = {
    profiles: {
      staging: { region: regions },
      prod: { region: regions, parameters: { key: { ssm: '/workshop/prod/endpoint_api_key' } } },
    },
    services: Object.fromEntries(services.map((name) => [name, { path: name }])),
  };

  /** A shop of three services in two regions, with 25 records in the ledger. */
  async function openLargeShop(): Promise<Shop> {
    const files = { 'mail/serverless.yml': 'service: mail\nprovider: { name: aws }\n', 'mail/resources.json': '{}' };
    const shop = await openShop({ file, files });
    const commit = shop.push('one');
    for (const region of regions) {
      await shop.completes('staging', commit, { region, services, wish: { regions } });
      await shop.completes('prod', shop.first, { region, services, wish: { regions } });
    }
    // Locks, and what other repositories once wanted there.
    for (let at = 0; at < 9; at += 1) {
      const wish = shop.aws.ssm.get(ACCOUNTS.prod, REGION, recordPath('prod', WISH))?.value ?? '';
      shop.aws.ssm.put(ACCOUNTS.prod, REGION, recordPath('prod', `_repository/${5000 + at}`), wish);
    }
    return shop;
  }

  it.each<[what: string, inputs: Record<string, string>]>([
    ['a promotion', {}],
    ['a rollback', { rollback: 'last' }],
  ])('is two calls per service and region, one per ten records, and five more: %s', async (_what, inputs) => {
    const shop = await openLargeShop();
    if (inputs['rollback'] !== undefined) {
      const head = shop.push('hot', 'prod');
      for (const region of regions) await shop.completes('prod', head, { region, services, wish: { regions } });
    }
    const before = shop.aws.journal.entries.length;
    const step = await quietly(shop, () => shop.verdict(inputs));
    expectVerdict(step, 'promote');
    const calls = shop.aws.journal.entries.slice(before);
    const names = calls.map(
      ({ action, params }) => `${action} ${params['Path'] ?? params['Name'] ?? params['StackName'] ?? ''}`,
    );
    expect(calls.length, names.join('\n')).toBeLessThanOrEqual(2 * 3 * 2 + 3 + 5);
    for (const { action, params } of calls) {
      expect(action).toMatch(
        /^(AssumeRoleWithWebIdentity|DescribeStacks|DescribeParameters|GetParameter|GetParametersByPath|GetParameterHistory)$/,
      );
      const place = String(params['Path'] ?? params['Name'] ?? '');
      if (/^GetParameter/.test(action)) expect(place).toMatch(/^\/serverless-stages\/workshop(\/|$)/);
      expect(params['WithDecryption']).not.toBe(true);
    }
  });
});

describe('the secrets of the stages', () => {
  it('are in no output, log, summary, plan or commit', async () => {
    const parameters = (stage: 'staging' | 'prod') => ({
      parameters: { endpoint_api_key: { ssm: `/workshop/${stage}/endpoint_api_key` } },
      'parameters-path': `/workshop/${stage}/`,
    });
    const file = { profiles: { staging: parameters('staging'), prod: parameters('prod') } };
    const shop = await openOne({ file });
    try {
      await shop.stages({
        'api/serverless.yml': 'service: api\nprovider: { name: aws }\ncustom: "${param:endpoint_api_key}"\n',
      });
      const runs: PromotionRun[] = [await shop.move()];
      await shop.completes('prod', shop.repository.head('prod'));
      runs.push(await shop.move({ rollback: 'last' }));
      for (const { verdict, move } of runs) {
        for (const step of [verdict, move]) if (step !== undefined) expectNoSecret(step, ...Object.values(API_KEYS));
        expect(move?.exitCode, verdict.log).toBe(0);
      }
      const log = shop.repository.git('log', '--all', '--format=%B');
      for (const secret of Object.values(API_KEYS)) expect(log).not.toContain(secret);
      shop.aws.ssm.remove(ACCOUNTS.prod, REGION, '/workshop/prod/endpoint_api_key');
      await shop.stages('two');
      const refused = await shop.verdict();
      expectRefused(refused, 'E_NEEDS_MISSING');
      expectNoSecret(refused, ...Object.values(API_KEYS));
    } finally {
      await shop.close();
    }
  });
});
