import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putObjects } from '../local-aws/state/fill-bucket.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Planted, plantStage, previewsFile } from './plant.ts';
import { answerOnceDeleted, bucketOf, ledgerNames, stateOfAws } from './planted-state.ts';
import { pullWithStage, type RemovalRun, removalOf, stagesIn, sweep } from './removal.ts';
import { expectSuccess } from './verdict.ts';

const DAY = 86_400_000;
const BUCKET = { Resources: { Files: { Type: 'AWS::S3::Bucket' } } };
const QUEUE = { Resources: { Queue: { Type: 'AWS::SQS::Queue' } } };

let world: World;
let closed: Planted;
let expired: Planted;
let open: Planted;
let dry: RemovalRun;
let untouched: [before: object, after: object];
let questions: readonly string[];
let run: RemovalRun;

/** A service of a stage whose stack was made so many days ago. */
const service = (name: string, cli: string, template: object = QUEUE) => ({ name, template, record: { cli } });
const age = ({ stacks }: Planted, name: string, days: number) =>
  Object.assign(world.aws.stacks.find(stacks[name] ?? '') ?? {}, { createdAt: Date.now() - days * DAY - 3_600_000 });

beforeAll(async () => {
  world = await startWorld({ files: previewsFile() });
  answerOnceDeleted(world);
  const services = [
    service('api', 'serverless 4.9.0', BUCKET),
    service('tasks', 'serverless 4.17.1'),
    service('web', 'osls 4.3.1'),
  ];
  const first = await pullWithStage(world, 'feature/closed', services);
  closed = first.planted;
  await world.github.pulls.close(first.pull.number);
  age(closed, 'api', 12);
  age(closed, 'tasks', 9);
  age(closed, 'web', 30);
  putObjects(bucketOf(world, closed.stacks['api']), 3, 'p/');
  const expires = new Date(Date.now() - DAY).toISOString();
  const second = await pullWithStage(world, 'feature/expired', [service('api', 'serverless 3.40.0')], {
    wish: { expires },
  });
  expired = second.planted;
  age(expired, 'api', 8);
  open = (await pullWithStage(world, 'feature/open', [service('api', 'serverless 4.9.0')])).planted;
  age(open, 'api', 20);

  const before = stateOfAws(world);
  const asked = world.github.journal.length;
  dry = await sweep(world, { inputs: { 'dry-run': 'true' } });
  untouched = [before, stateOfAws(world)];
  questions = world.github.journal.slice(asked).map(({ method }) => method);
  run = await sweep(world);
});
afterAll(() => world.close());

describe('a sweep with `dry-run`', () => {
  it('changes nothing: no lock, no record, no stack, no object', () => {
    expectSuccess(dry.step);
    expect(untouched[1]).toEqual(untouched[0]);
    expect(dry.calls.filter(({ action }) => !/^(Get|Describe|List)/.test(action))).toEqual([]);
    expect(new Set(questions)).toEqual(new Set(['GET']));
  });

  it('lists all that would be removed, and why', () => {
    expect(dry.step.outputs).toMatchObject({ status: 'planned', removed: '[]' });
    const { [closed.stage]: first, [expired.stage]: second, ...others } = stagesIn(dry.step);
    expect(others).toEqual({});
    expect(first).toMatchObject({ status: 'planned', reason: expect.stringContaining('feature/closed') });
    expect(second).toMatchObject({ status: 'planned', reason: expect.stringContaining('expired') });
    expect(first?.services.map(({ service: name }) => name).toSorted()).toEqual(['api', 'tasks', 'web']);
    const [{ emptied = [] } = {}] = first?.services.filter(({ service: name }) => name === 'api') ?? [];
    expect(emptied).toMatchObject([{ bucket: expect.any(String) }]);
    for (const text of [closed.stage, expired.stage, `tasks-${closed.stage}`, 'expired']) {
      expect(dry.step.summary).toContain(text);
    }
    expect(dry.step.summary).not.toContain(open.stage);
  });
});

describe('the receipt of a sweep', () => {
  it('says of each stage what was removed, why, and how many days it lived', () => {
    expectSuccess(run.step);
    const rows = stagesIn(run.step);
    expect(Object.keys(rows).toSorted()).toEqual([closed.stage, expired.stage].toSorted());
    const lived = Object.fromEntries((rows[closed.stage]?.services ?? []).map((row) => [row.service, row.days]));
    expect(lived).toEqual({ api: 12, tasks: 9, web: 30 });
    expect(rows[expired.stage]?.services).toMatchObject([{ service: 'api', status: 'removed', days: 8 }]);
    const { summary } = run.step;
    const lines = summary.split('\n');
    for (const [stack, days] of [
      [`api-${closed.stage}`, 12],
      [`tasks-${closed.stage}`, 9],
      [`web-${closed.stage}`, 30],
      [`api-${expired.stage}`, 8],
    ]) {
      expect(lines.find((line) => line.includes(`${stack}`))).toContain(`${days} days`);
    }
    expect(summary).toContain('pull request of "feature/closed" is open');
    expect(summary).toContain('expired');
    expect(summary).not.toContain(open.stage);
  });

  it('counts the stacks of serverless 4 that lived longer than ten days', () => {
    const line = run.step.summary.split('\n').find((text) => text.includes('serverless 4')) ?? '';
    // Of two (9 and 12 days), one; neither the older one of osls, nor the one that stays.
    expect(line.match(/\d+/g), line).toEqual(['2', '4', '1']);
  });

  it('has it in the result too, and nothing is left in AWS of what it lists', () => {
    expect(removalOf(run.step)).toMatchObject({ status: 'removed', more: 0 });
    expect(new Set(ledgerNames(world).map((name) => name.split('/')[4]))).toEqual(new Set([open.stage]));
    const living = world.aws.stacks.list().filter(({ status }) => status !== 'DELETE_COMPLETE');
    expect(living.map(({ name }) => name)).toEqual([`api-${open.stage}`]);
    expect(world.aws.buckets.list()).toEqual([]);
  });

  it('of a sweep that finds nothing says so, and where it looked', async () => {
    const { step } = await sweep(world);
    expectSuccess(step);
    expect(step.outputs).toMatchObject({ status: 'nothing', removed: '[]' });
    for (const text of [step.summary, step.log]) expect(text).toMatch(/111111111111.*us-east-1/);
    expect(removalOf(step).looked).toMatchObject([{ account: '111111111111', region: 'us-east-1' }]);
  });

  it('shows a sweep in which one stage fails, without hiding what was removed', async () => {
    const kept = await plantStage(world, 'refs/heads/gone/kept', [
      { name: 'api', stackInput: { EnableTerminationProtection: true } },
    ]);
    const gone = await plantStage(world, 'refs/heads/gone/too', [{ name: 'api' }]);
    const { step } = await sweep(world);
    expect([step.exitCode, step.outputs['status']]).toEqual([1, 'failed']);
    expect(step.outputs['removed']).toBe(JSON.stringify([gone.stage]));
    for (const { stage } of [kept, gone]) expect(step.summary).toContain(stage);
    expect(step.summary).toContain('update-termination-protection');
  });
});
