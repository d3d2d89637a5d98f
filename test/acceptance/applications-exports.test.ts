import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/world.ts';
import {
  environmentOf,
  expectDeployed,
  expectLeftAlone,
  expectOrder,
  exportsOf,
  idOf,
  importersOf,
  openApplication,
  outputsOf,
  queueArnOf,
  stacksIn,
  standing,
  type Team,
  templateOf,
} from './applications.ts';
import { servicesOf } from './deployment.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('services that import what others export', () => {
  let team: Team;
  beforeAll(() => {
    team = openApplication(world, 'exports');
  });

  /** Statements of the mailer's role, which name the queue. */
  const rightsOf = (stack: string) =>
    JSON.stringify(standing(world, stack).resources.get('IamRoleLambdaExecution')?.properties);
  /** Expects that the readers of a stage have what the orders of a stage are. */
  function expectMailerReads(stage: string, of: string): void {
    expect(environmentOf(world, `exports-mailer-${stage}-send`)).toMatchObject({
      ORDERS_ARN: queueArnOf(world, `exports-orders-${of}`, 'Orders'),
      ORDERS_URL: idOf(world, `exports-orders-${of}`, 'Orders'),
    });
    expect(rightsOf(`exports-mailer-${stage}`)).toContain(`"${queueArnOf(world, `exports-orders-${of}`, 'Orders')}"`);
  }
  function expectAuditReads(stage: string, of: string): void {
    const stack = `exports-audit-${stage}`;
    expect(standing(world, stack).resources.get('Audited')?.properties).toMatchObject({
      RedrivePolicy: { deadLetterTargetArn: queueArnOf(world, `exports-orders-${of}`, 'Rejected') },
    });
    expect(outputsOf(world, stack)).toEqual({ OrdersUrl: idOf(world, `exports-orders-${of}`, 'Orders') });
  }
  /** Stacks of other stages that import what dev exports. */
  async function othersThatImportFromDev(): Promise<string[]> {
    const importers = await Promise.all(exportsOf(world, 'exports-orders-dev').map((name) => importersOf(world, name)));
    return importers.flat().filter((name) => !name.endsWith('-dev'));
  }

  it('are deployed to dev, after what exports', async () => {
    const deployment = await team.deployDev();
    expectDeployed(deployment, 'audit', 'mailer', 'orders');
    expectOrder(deployment, 'exports-orders-dev', 'exports-mailer-dev');
    expectOrder(deployment, 'exports-orders-dev', 'exports-audit-dev');
    expectMailerReads('dev', 'dev');
    expectAuditReads('dev', 'dev');
  });

  it('have the values of dev in a preview of a function that imports, and import nothing of dev', async () => {
    const deployment = await team.deployPreview('mailer', { 'mailer/NOTES.md': 'changed\n' });
    const { stage } = deployment;
    expectDeployed(deployment, 'mailer');
    expect(stacksIn(world, stage)).toEqual([`exports-mailer-${stage}`]);
    expectMailerReads(stage, 'dev');
    expect(templateOf(world, `exports-mailer-${stage}`)).not.toContain('ImportValue');
    expect(await othersThatImportFromDev()).toEqual([]);
  });

  it('have the values of dev in a preview of a resource that imports, and import nothing of dev', async () => {
    const deployment = await team.deployPreview('audit', { 'audit/NOTES.md': 'changed\n' });
    const { stage } = deployment;
    expectDeployed(deployment, 'audit');
    expect(stacksIn(world, stage)).toEqual([`exports-audit-${stage}`]);
    expectAuditReads(stage, 'dev');
    expect(templateOf(world, `exports-audit-${stage}`)).not.toContain('ImportValue');
    expect(await othersThatImportFromDev()).toEqual([]);
  });

  it('import from the preview itself where it has changed what exports', async () => {
    const changes = { 'orders/NOTES.md': 'changed\n', 'mailer/NOTES.md': 'changed\n', 'audit/NOTES.md': 'changed\n' };
    const deployment = await team.deployPreview('all', changes);
    const { stage } = deployment;
    expectDeployed(deployment, 'audit', 'mailer', 'orders');
    expectOrder(deployment, `exports-orders-${stage}`, `exports-mailer-${stage}`);
    expectOrder(deployment, `exports-orders-${stage}`, `exports-audit-${stage}`);
    expectMailerReads(stage, stage);
    expectAuditReads(stage, stage);
    const own = exportsOf(world, `exports-orders-${stage}`);
    for (const reader of ['mailer', 'audit']) {
      const imported = [...standing(world, `exports-${reader}-${stage}`).imports.keys()];
      expect(own, reader).toEqual(expect.arrayContaining(imported));
      expect(imported.length, reader).toBeGreaterThan(0);
    }
    expect(await othersThatImportFromDev()).toEqual([]);
  });

  it('are left as they are by a second run of dev', async () => {
    expectLeftAlone(await team.deployDev());
  });
});

describe('services that include parts of a common file by their keys', () => {
  let team: Team;
  beforeAll(() => {
    team = openApplication(world, 'common-by-key');
  });

  it('are deployed to dev in an order: a part that is not included is not read', async () => {
    const deployment = await team.deployDev();
    expectDeployed(deployment, 'api', 'db', 'stats');
    expectOrder(deployment, 'comments-db-dev', 'comments-api-dev');
    expect(environmentOf(world, 'comments-api-dev-list')).toMatchObject({ TABLE: 'comments-dev', RETENTION: '14' });
    expect(outputsOf(world, 'comments-db-dev')).toEqual({ table: 'comments-dev' });
    expect(outputsOf(world, 'comments-stats-dev')).toEqual({ counted: 'comments-dev' });
  });

  it('have the values of dev in a preview of the reader alone', async () => {
    const deployment = await team.deployPreview('api', { 'api/NOTES.md': 'changed\n' });
    const { stage } = deployment;
    expectDeployed(deployment, 'api');
    expect(stacksIn(world, stage)).toEqual([`comments-api-${stage}`]);
    expect(environmentOf(world, `comments-api-${stage}-list`)).toMatchObject({ TABLE: 'comments-dev' });
    expect(servicesOf(deployment.step)['api']?.reads).toEqual([{ service: 'db', stage: 'dev' }]);
  });

  it('are in a preview that changes a configuration that they include', async () => {
    const changed = team
      .text('db/serverless.yml')
      .replace('PAY_PER_REQUEST', "${self:custom.billing, 'PAY_PER_REQUEST'}");
    const deployment = await team.deployPreview('db', { 'db/serverless.yml': changed });
    const { stage } = deployment;
    expectDeployed(deployment, 'db', 'stats');
    expect(stacksIn(world, stage)).toEqual([`comments-db-${stage}`, `comments-stats-${stage}`]);
    expect(outputsOf(world, `comments-db-${stage}`)).toEqual({ table: `comments-${stage}` });
    expect(outputsOf(world, `comments-stats-${stage}`)).toEqual({ counted: `comments-${stage}` });
  });

  it('are left as they are by a second run of dev', async () => {
    expectLeftAlone(await team.deployDev());
  });
});
