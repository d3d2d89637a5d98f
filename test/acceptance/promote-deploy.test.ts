import { mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { PromotionSettings } from '../world/promotion.ts';
import { writeFiles } from '../world/repository.ts';
import { runStage, type WorkflowRun } from '../world/workflow.ts';
import { expectVerdict, quietly, revert, type Shop, type ShopOptions, shops, treeOf } from './promote-world.ts';
import { QUEUE, type StubCli, stubCli } from './stub-cli.ts';
import { changesIn, expectFailure, expectSuccess } from './verdict.ts';

const { openShop, closeAll } = shops();
afterEach(closeAll);

/** Settings of runs whose CLI is the stub. */
const withStub = (more: Partial<StubCli> = {}): PromotionSettings => ({
  without: ['install-dependencies'],
  beforeStep: (_action, workspace) => writeFiles(workspace, stubCli({ name: 'osls', version: '4.3.1', ...more })),
});

/** Settings of runs whose CLI is the real one. */
const withOsls: PromotionSettings = {
  without: ['install-dependencies'],
  beforeStep: (action, workspace) => {
    if (action !== 'load-profile') return;
    mkdirSync(join(workspace, 'node_modules'), { recursive: true });
    symlinkSync(resolve(import.meta.dirname, '../osls/package'), join(workspace, 'node_modules/osls'));
  },
};

async function deployStaging(shop: Shop, settings: PromotionSettings = withStub()): Promise<void> {
  expectDeployed(
    await runStage(shop, 'staging', { ...settings, inputs: { 'deploy-service': { 'test-result': 'success' } } }),
  );
}

function expectDeployed(run: WorkflowRun | undefined): void {
  if (run === undefined) throw new Error('nothing was deployed');
  for (const step of [run.resolve, ...Object.values(run.steps)]) expectSuccess(step);
  expect(run.steps['deploy-service']?.outputs['status']).toMatch(/^(deployed|unchanged)$/);
}

/** A shop whose staging was really deployed at a commit. */
async function openDeployedShop(options: ShopOptions = {}): Promise<Shop> {
  const shop = await openShop(options);
  shop.push('one');
  await deployStaging(shop);
  return shop;
}

describe('a promotion as a whole', () => {
  it('deploys what staging proved, reports it, and has nothing to do afterwards', async () => {
    const shop = await openDeployedShop();
    const run = await shop.promote({}, withStub());
    expectDeployed(run.deploy);
    expect(run.deploy?.resolve.outputs['commit']).toBe(shop.repository.head('prod'));
    if (run.report === undefined) throw new Error('nothing was reported');
    expectSuccess(run.report);
    expect(run.report.outputs).toMatchObject({ decision: 'done' });
    expectVerdict(await quietly(shop, () => shop.verdict()), 'nothing');
  });

  it('says for each service whether it would be deployed, and why', async () => {
    const shop = await openDeployedShop();
    await shop.promote({}, withStub());
    shop.push({ 'api/NOTES.md': 'changed\n' });
    await deployStaging(shop);
    const { verdict, deploy } = await shop.promote({}, withStub());
    expect(verdict.summary).toMatch(/\| api \| .*deployed/);
    expect(verdict.summary).not.toMatch(/\| tasks \| .*🔄/);
    const result = JSON.parse(deploy?.steps['deploy-service']?.outputs['result'] ?? '{}') as {
      services: { key: string; status: string }[];
    };
    expect(Object.fromEntries(result.services.map(({ key, status }) => [key, status]))).toMatchObject({
      tasks: 'unchanged',
    });
  });

  it('and a freeze that was lifted lets resolve-stage and deploy-service through', async () => {
    const freeze = [{ start: new Date(Date.now() - 3_600_000).toISOString(), duration: '9h', reason: 'the year ends' }];
    const shop = await openDeployedShop({ file: { stages: { prod: { freeze } } } });
    const { deploy, report } = await shop.promote({ override: 'freeze: It burns' }, withStub());
    expectDeployed(deploy);
    expect(report?.exitCode).toBe(0);
  });
});

describe('a run that was killed between its move and its deploy', () => {
  it('is done by a new run, which moves nothing', async () => {
    const shop = await openDeployedShop();
    const { move } = await shop.move();
    const head = shop.repository.head('prod');
    expect(move?.outputs['commit']).toBe(head);
    const pushes = shop.github.pushes.length;
    const next = await shop.promote({}, withStub());
    expectVerdict(next.verdict, 'deploy');
    expectDeployed(next.deploy);
    expect(next.deploy?.resolve.outputs['commit']).toBe(head);
    expect(shop.repository.head('prod')).toBe(head);
    expect(shop.github.pushes).toHaveLength(pushes);
  });

  it('and was overtaken by a newer one: its deploy run again is superseded', async () => {
    const shop = await openDeployedShop();
    const { move } = await shop.move();
    shop.push('two');
    await deployStaging(shop);
    expectDeployed((await shop.promote({}, withStub())).deploy);
    const late = await runStage(shop, 'prod', { ...withStub(), commit: move?.outputs['commit'] ?? '' });
    expect(late.steps['deploy-service']?.outputs['status']).toBe('superseded');
    expect(changesIn(shop.aws.journal.entries.slice(-3))).toEqual([]);
  });
});

describe('a deploy that failed after the move', () => {
  const failing = withStub({ beforeDeploy: `throw new Error('no more queues');` });

  /** The inputs of the commands that a report has. */
  const commandsOf = (text: string): Record<string, string>[] =>
    [...text.matchAll(/gh workflow run \S+\.yml --ref prod((?: -f \S+=\S+)*)/g)].map(([, inputs = '']) =>
      Object.fromEntries([...inputs.matchAll(/-f (\S+?)=(\S+)/g)].map(([, name = '', value = '']) => [name, value])),
    );

  it('is red in the report, with both commands, which do what they say', async () => {
    const shop = await openDeployedShop();
    const { report } = await shop.promote({}, failing);
    if (report === undefined) throw new Error('nothing was reported');
    const { message } = expectFailure(report, 'E_DEPLOY_FAILED');
    expect(report.outputs).toMatchObject({ decision: 'failed' });
    const [anew = {}, back] = commandsOf(message);
    expect(back).toMatchObject({ rollback: 'last' });
    expect(commandsOf(report.summary)).toEqual([anew, back]);
    expectVerdict(await shop.verdict(back), 'promote');
    const { verdict, move } = await shop.move(anew);
    expectVerdict(verdict, 'deploy');
    expect(move?.outputs['commit']).toBe(shop.repository.head('prod'));
  });

  it('is made good by the command of the report also where staging has moved on since', async () => {
    const shop = await openDeployedShop();
    const { report } = await shop.promote({}, failing);
    const [anew = {}] = commandsOf(report?.summary ?? '');
    await shop.stages('two');
    const { verdict, move } = await shop.move(anew);
    expectVerdict(verdict, 'deploy');
    expect(move?.outputs['commit']).toBe(shop.repository.head('prod'));
  });

  it('is made good by the same promotion once more, or by a rollback', async () => {
    const shop = await openDeployedShop();
    await shop.promote({}, failing);
    const again = await shop.promote({}, withStub());
    expectVerdict(again.verdict, 'deploy');
    expectDeployed(again.deploy);
    shop.push({ 'api/NOTES.md': 'two\n', 'tasks/NOTES.md': 'two\n' });
    await deployStaging(shop);
    await shop.promote({}, failing);
    const back = await shop.promote({ rollback: 'last' }, withStub());
    expectVerdict(back.verdict, 'promote');
    expectDeployed(back.deploy);
    expect(treeOf(shop, 'prod')).toBe(treeOf(shop, again.deploy?.resolve.outputs['commit'] ?? ''));
  });
});

describe('a rollback to a version that lacks what holds data', () => {
  const TABLE = {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    },
  };
  const template = (more: object) => ({
    'api/resources.json': JSON.stringify({ Resources: { ...QUEUE.Resources, ...more } }),
  });

  async function openShopWithTable(table: object): Promise<Shop> {
    const shop = await openDeployedShop({ files: template({}) });
    expectDeployed((await shop.promote({}, withStub())).deploy);
    shop.push(template({ Orders: table }));
    await deployStaging(shop);
    expectDeployed((await shop.promote({}, withStub())).deploy);
    return shop;
  }
  const tablesOf = (shop: Shop) => [...(shop.aws.stacks.find('api-prod')?.resources.keys() ?? [])];

  it('ends with E_STATEFUL_REMOVAL, the table stays, and the report is red', async () => {
    const shop = await openShopWithTable(TABLE);
    const { deploy, report } = await shop.promote({ rollback: 'last' }, withStub());
    const step = deploy?.steps['deploy-service'];
    expect(step?.exitCode).not.toBe(0);
    expect(step?.log).toContain('E_STATEFUL_REMOVAL');
    expect(tablesOf(shop)).toContain('Orders');
    expect(report?.exitCode).not.toBe(0);
  });

  it('goes through where the table is retained', async () => {
    const shop = await openShopWithTable({ ...TABLE, DeletionPolicy: 'Retain' });
    const { deploy } = await shop.promote({ rollback: 'last' }, withStub());
    expectDeployed(deploy);
    expect(tablesOf(shop)).not.toContain('Orders');
  });

  it('is no matter for a promotion that removes it on purpose', async () => {
    const shop = await openShopWithTable(TABLE);
    revert(shop, shop.repository.head('master'), 'master');
    await deployStaging(shop);
    expectDeployed((await shop.promote({}, withStub())).deploy);
    expect(tablesOf(shop)).not.toContain('Orders');
  });
});

describe('the code of staging', () => {
  const functions = (code: string) => ({
    'api/serverless.yml':
      'service: api\nprovider: { name: aws, runtime: nodejs22.x }\nfunctions: { main: { handler: main.handler } }\n',
    'api/main.js': `exports.handler = async () => ${JSON.stringify(code)};\n`,
  });
  const only = (sameCode: string): ShopOptions => ({
    file: {
      promote: { from: 'staging', to: 'prod', 'same-code': sameCode },
      stages: { staging: { services: ['api'] }, prod: { services: ['api'] } },
    },
    files: functions('one'),
  });

  it('is that of prod: the summary says so', async () => {
    const shop = await openShop(only('required'));
    shop.push(functions('two'));
    await deployStaging(shop, withOsls);
    const { verdict, deploy } = await shop.promote({}, withOsls);
    expect(verdict.outputs['expected-code']).not.toBe('');
    expectDeployed(deploy);
    const told = [deploy?.steps['deploy-service'], deploy?.reports.end].map((step) => `${step?.log}${step?.summary}`);
    expect(told.join('\n')).toMatch(/same code as staging/);
  });

  it.each(['warn', 'required', 'off'])('differs from what was packaged, with %s', async (sameCode) => {
    const shop = await openShop(only(sameCode));
    shop.push(functions('two'));
    await deployStaging(shop, withOsls);
    const tampered: PromotionSettings = {
      ...withOsls,
      beforeStep: (action, workspace) => {
        withOsls.beforeStep?.(action, workspace);
        if (action === 'load-profile') writeFiles(workspace, { 'api/extra.js': 'x\n' });
      },
    };
    const { deploy, report } = await shop.promote({}, tampered);
    const step = deploy?.steps['deploy-service'];
    if (sameCode === 'required') {
      expect(step?.log).toContain('E_OTHER_CODE');
      expect(step?.exitCode).not.toBe(0);
      expect(report?.exitCode).not.toBe(0);
      return;
    }
    expectDeployed(deploy);
    const told = `${step?.log}${step?.summary}${deploy?.reports.end?.summary}`;
    if (sameCode === 'warn') expect(told).toMatch(/not the code that staging has: api/);
    else expect(told).not.toMatch(/same code|the code that staging has/);
  });
});
