import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import {
  environmentOf,
  expectDeployed,
  expectLeftAlone,
  expectOrder,
  idOf,
  openApplication,
  outputsOf,
  queueArnOf,
  stacksIn,
  standing,
  type Team,
} from './applications.ts';
import { servicesOf } from './deployment.ts';
import { expectSuccess } from './verdict.ts';

let world: World;
let team: Team;
beforeAll(async () => {
  world = await startWorld();
  team = openApplication(world, 'cf-everywhere');
});
afterAll(() => world.close());

const DEV = ['billing-service-dev', 'custom-dev-db', 'db-dev', 'front-api-dev', 'order-worker-dev', 'report-dev'];
/** The queue that the worker's function gets messages of. */
const sourceOf = (stack: string) => {
  const mappings = [...standing(world, stack).resources.values()].filter(
    ({ type }) => type === 'AWS::Lambda::EventSourceMapping',
  );
  return mappings.map(({ properties }) => properties['EventSourceArn']);
};

describe('services that read each other by ${cf:}', () => {
  it('are deployed to dev, each after those whose stacks it reads', async () => {
    const deployment = await team.deployDev();
    expectDeployed(deployment, 'api', 'billing', 'db', 'report', 'search-db', 'worker');
    expect(stacksIn(world, 'dev')).toEqual(DEV);
    expectOrder(deployment, 'db-dev', 'front-api-dev', 'report-dev');
    expectOrder(deployment, 'db-dev', 'billing-service-dev', 'order-worker-dev');
    expectOrder(deployment, 'custom-dev-db', 'order-worker-dev');
    const orders = idOf(world, 'db-dev', 'Orders');
    expect(outputsOf(world, 'billing-service-dev')).toMatchObject({ OrdersUrl: orders });
    expect(environmentOf(world, 'front-api-dev-create')).toMatchObject({ ORDERS_URL: orders });
    expect(environmentOf(world, 'order-worker-dev-work')).toMatchObject({
      INDEX_URL: idOf(world, 'custom-dev-db', 'Index'),
      INVOICES_URL: idOf(world, 'billing-service-dev', 'Invoices'),
      NOTHING: 'nothing',
    });
    expect(sourceOf('order-worker-dev')).toEqual([queueArnOf(world, 'db-dev', 'Orders')]);
    expect(outputsOf(world, 'report-dev')).toEqual({ AnswersUrl: idOf(world, 'front-api-dev', 'Answers') });
  });

  const arnOf = (url: string) => `arn:aws:sqs:${REGION}:${ACCOUNTS.dev}:${url.split('/').at(-1)}`;
  /** What `Ref` of a queue is in the preview, or in dev where the preview has no such stack. */
  const standingId = (name: (stage: string) => string, stage: string, logicalId: string) => {
    const own = name(stage);
    return idOf(world, stacksIn(world, stage).includes(own) ? own : name('dev'), logicalId);
  };

  const orders = (stage: string) => standingId((of) => `db-${of}`, stage, 'Orders');
  /** For each reader: its stack, and a check of what it has read in a preview. */
  const READERS = {
    billing: {
      stack: 'billing-service',
      check: (stage: string) =>
        expect(outputsOf(world, `billing-service-${stage}`)).toMatchObject({ OrdersUrl: orders(stage) }),
    },
    api: {
      stack: 'front-api',
      check: (stage: string) =>
        expect(environmentOf(world, `front-api-${stage}-create`)).toMatchObject({ ORDERS_URL: orders(stage) }),
    },
    worker: {
      stack: 'order-worker',
      check(stage: string) {
        expect(environmentOf(world, `order-worker-${stage}-work`)).toMatchObject({
          INDEX_URL: standingId((of) => `custom-${of}-db`, stage, 'Index'),
          INVOICES_URL: standingId((of) => `billing-service-${of}`, stage, 'Invoices'),
          NOTHING: 'nothing',
        });
        expect(sourceOf(`order-worker-${stage}`)).toEqual([arnOf(orders(stage))]);
      },
    },
    report: {
      stack: 'report',
      check: (stage: string) =>
        expect(outputsOf(world, `report-${stage}`)).toEqual({
          AnswersUrl: standingId((of) => `front-api-${of}`, stage, 'Answers'),
        }),
    },
  } as const;

  it.each([
    ['a stage of `custom`', 'billing'],
    ['a name of a file', 'api'],
    ['a stage of a file, a region and a stack of another name', 'worker'],
    ['a region and the option', 'report'],
  ] as const)('are read by a preview of the reader alone, by %s', async (_what, key) => {
    const { stage, step } = await team.deployPreview(key, { [`${key}/NOTES.md`]: 'changed\n' });
    expectSuccess(step);
    expect(step.log).not.toContain('Value not found');
    expect(servicesOf(step)[key]?.status).toBe('deployed');
    expect(stacksIn(world, stage)).toContain(`${READERS[key].stack}-${stage}`);
    READERS[key].check(stage);
  });

  it('are read in the preview where it has changed both', async () => {
    const { stage, step } = await team.deployPreview('both', { 'db/NOTES.md': 'new\n', 'api/NOTES.md': 'new\n' });
    expectSuccess(step);
    expect(stacksIn(world, stage)).toEqual([`db-${stage}`, `front-api-${stage}`]);
    expect(environmentOf(world, `front-api-${stage}-create`)).toMatchObject({
      ORDERS_URL: idOf(world, `db-${stage}`, 'Orders'),
    });
  });

  it('are left as they are by a second run of dev', async () => {
    expectLeftAlone(await team.deployDev(), 'api', 'billing', 'report', 'worker');
    expect(stacksIn(world, 'dev')).toEqual(DEV);
  });
});
