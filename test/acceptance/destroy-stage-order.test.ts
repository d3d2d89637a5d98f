import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queues, stackClient } from '../local-aws/stack-client.ts';
import { putObjects } from '../local-aws/state/fill-bucket.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Planted, type PlantedService, plantStage, previewsFile } from './plant.ts';
import { answerOnceDeleted, bucketOf, ledgerNames, lockHolder, recordOf, stateOfAws } from './planted-state.ts';
import { deletionsIn, destroy, destroyClosed, pullWithStage, removedServices } from './removal.ts';
import { changesIn, expectFailure, expectSuccess } from './verdict.ts';

let world: World;
beforeAll(async () => {
  // Long enough that two deletions which may overlap do.
  world = await startWorld({ files: previewsFile(), resourceDelays: { Slow: 200 } });
  answerOnceDeleted(world, 250);
});
afterAll(() => world.close());

const exporting = (name: string, more: object = {}) => ({
  Resources: { Queue: { Type: 'AWS::SQS::Queue' }, ...more },
  Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Queue', 'Arn'] }, Export: { Name: name } } },
});
const importing = (...names: string[]) =>
  queues(Object.fromEntries(names.map((name, at) => [`Q${at}`, { Tags: [{ 'Fn::ImportValue': name }] }])));

/** When the deletion of a service's stack began and ended. */
function timesOf({ stacks }: Planted, service: string): readonly [began: number, ended: number] {
  const { id = '', events = [] } = world.aws.stacks.find(stacks[service] ?? '') ?? {};
  const at = (status: string) => events.findIndex((event) => event.physicalId === id && event.status === status);
  const [began, ended] = [at('DELETE_IN_PROGRESS'), at('DELETE_COMPLETE')];
  return [events[began]?.at ?? Number.NaN, events[ended]?.at ?? Number.NaN];
}

describe('the order of a removal', () => {
  const slow = queues({ Slow: {} });
  const diamond: PlantedService[] = [
    { name: 'base', template: slow },
    { name: 'left', needs: ['base'], template: slow },
    { name: 'right', needs: ['base'], template: slow },
    { name: 'top', needs: ['right', 'left'], template: slow },
  ];

  it('G9 takes a diamond from its top, both sides at once, and its base last', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/diamond', diamond);
    const statuses: unknown[] = [];
    const probe = world.aws.faults.add({
      action: 'DeleteStack',
      match: () => Boolean(statuses.push(recordOf(world, `${planted.path}/base`)?.['status'])) && false,
    });
    const { step, calls } = await destroyClosed(world, pull.number);
    probe.remove();
    expectSuccess(step);
    const order = deletionsIn(calls, planted);
    expect([order[0], order.slice(1, 3).sort(), order[3], order.length]).toEqual(['top', ['left', 'right'], 'base', 4]);
    const [top, left, right, base] = ['top', 'left', 'right', 'base'].map((name) => timesOf(planted, name));
    if (!top || !left || !right || !base) throw new Error('unreachable');
    expect(Math.min(left[0], right[0])).toBeGreaterThanOrEqual(top[1]);
    expect(Math.max(left[0], right[0])).toBeLessThan(Math.min(left[1], right[1]));
    expect(base[0]).toBeGreaterThanOrEqual(Math.max(left[1], right[1]));
    expect(statuses.at(-1)).toBe('removing');
    expect(ledgerNames(world).filter((name) => name.startsWith(planted.path))).toEqual([]);
  });

  it('G9 takes one after the other where `concurrency` says so', async () => {
    const services = ['a', 'b', 'c'].map((name) => ({ name, template: slow }));
    const { pull, planted } = await pullWithStage(world, 'feature/one-by-one', services);
    const { step } = await destroyClosed(world, pull.number, { inputs: { concurrency: '1' } });
    expectSuccess(step);
    const times = services.map(({ name }) => timesOf(planted, name)).sort((a, b) => a[0] - b[0]);
    expect(times[1]?.[0]).toBeGreaterThanOrEqual(times[0]?.[1] ?? Number.NaN);
    expect(times[2]?.[0]).toBeGreaterThanOrEqual(times[1]?.[1] ?? Number.NaN);
  });

  it('G9 takes services that need each other in a circle, themselves, or what is not there', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/circle', [
      { name: 'one', needs: ['two'] },
      { name: 'two', needs: ['three'] },
      { name: 'three', needs: ['one'] },
      { name: 'self', needs: ['self', 'not-there'] },
      { name: 'user', needs: ['one'] },
    ]);
    const { step, calls } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    const order = deletionsIn(calls, planted);
    expect([...order].sort()).toEqual(['one', 'self', 'three', 'two', 'user']);
    expect(order.indexOf('user')).toBeLessThan(order.indexOf('one'));
    expect(ledgerNames(world).filter((name) => name.startsWith(planted.path))).toEqual([]);
  });
});

describe('an export', () => {
  const BUCKET = { Files: { Type: 'AWS::S3::Bucket' } };

  it("G6 that another stage's stack imports: its importers are named, nothing is emptied or touched", async () => {
    const services = [{ name: 'database', template: exporting('g6-database', BUCKET) }, { name: 'web' }];
    const { pull, planted } = await pullWithStage(world, 'feature/imported', services);
    putObjects(bucketOf(world, planted.stacks['database']), 3, 'canary/');
    const template = importing('g6-database');
    const importer = await plantStage(world, 'refs/heads/feature/importer', [{ name: 'api', template }]);
    await stackClient(world.aws).create('by-hand', template);
    const before = stateOfAws(world, { locks: false });

    const { step, calls } = await destroyClosed(world, pull.number);
    const { message } = expectFailure(step, 'E_STACK_IN_USE');
    for (const text of ['g6-database', `api-${importer.stage}`, 'by-hand']) expect(message).toContain(text);
    expect(changesIn(calls)).toEqual([]);
    expect(stateOfAws(world, { locks: false })).toEqual(before);
    expect(lockHolder(world, planted)).toBeUndefined();
    const { database, web } = removedServices(step);
    expect(database).toMatchObject({ status: 'kept', error: { code: 'E_STACK_IN_USE' }, emptied: [] });
    expect(web?.status).not.toMatch(/removed|absent/);

    await stackClient(world.aws).remove(`api-${importer.stage}`);
    await stackClient(world.aws).remove('by-hand');
    expectSuccess((await destroy(world, await world.pullRequestRun(pull.number, 'closed'))).step);
  });

  it('G6 that only the stage itself imports gives the order, also where no record says so', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/inside', [
      { name: 'a-database', template: exporting('g6-inside') },
      {
        name: 'b-api',
        template: { ...importing('g6-inside'), Outputs: { Text: { Value: 'x', Export: { Name: 'g6-api' } } } },
      },
      { name: 'c-web', template: importing('g6-inside', 'g6-api') },
      { name: 'd-other', template: exporting('g6-unused') },
    ]);
    const { step, calls } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    const order = deletionsIn(calls, planted);
    expect(order.filter((name) => name !== 'd-other')).toEqual(['c-web', 'b-api', 'a-database']);
    expect(order).toContain('d-other');
  });

  it('G6 that the stage imports goes before what the records say, where the two are contrary', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/contrary', [
      { name: 'database', template: exporting('g6-contrary'), needs: ['api'] },
      { name: 'api', template: importing('g6-contrary') },
    ]);
    const { step, calls } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(deletionsIn(calls, planted)).toEqual(['api', 'database']);
  });

  it('G6 that a stack begins to import at the last moment: CloudFormation refuses, the importer is named', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/late', [
      { name: 'database', template: exporting('g6-late') },
      { name: 'other' },
    ]);
    await stackClient(world.aws).create('late-importer', queues({ Queue: {} }));
    const importer = world.aws.stacks.find('late-importer');
    const hook = world.aws.faults.add({
      action: 'DeleteStack',
      match: () => Boolean(importer?.imports.set('g6-late', 'x')) && false,
    });
    const { step } = await destroyClosed(world, pull.number);
    hook.remove();
    const { message } = expectFailure(step, 'E_STACK_IN_USE');
    expect(message).toContain('late-importer');
    expect(removedServices(step)['database']).toMatchObject({ error: { code: 'E_STACK_IN_USE' } });
    expect(removedServices(step)['other']?.status).toBe('removed');
    expect(recordOf(world, `${planted.path}/database`)).toBeDefined();
    expect(recordOf(world, `${planted.path}/other`)).toBeUndefined();
    expect(world.aws.stacks.find(planted.stacks['database'] ?? '')?.status).toBe('CREATE_COMPLETE');
    importer?.imports.clear();
    expectSuccess((await destroy(world, await world.pullRequestRun(pull.number, 'closed'))).step);
    expect(ledgerNames(world).filter((name) => name.startsWith(planted.path))).toEqual([]);
  });
});
