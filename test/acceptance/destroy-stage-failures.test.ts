import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallFault, FaultHandle } from '../local-aws/faults.ts';
import { queues } from '../local-aws/stack-client.ts';
import { putObjects } from '../local-aws/state/fill-bucket.ts';
import { addLogGroup, listLogGroups } from '../local-aws/state/log-groups.ts';
import type { StepResult } from '../runner/run-options.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Planted, previewsFile } from './plant.ts';
import { answerOnceDeleted, bucketOf, ledgerNames, lockHolder, recordOf } from './planted-state.ts';
import { destroy, destroyClosed, pullWithStage, type RemovalRun, removalOf, removedServices } from './removal.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const BUCKET = { Resources: { Files: { Type: 'AWS::S3::Bucket' } } };

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: previewsFile() });
  answerOnceDeleted(world);
});
afterAll(() => world.close());

// All in one stage, because three attempts take fifteen seconds.
describe('a stage in which deletions fail', () => {
  const REASON = 'HostedZoneNotEmpty: the zone has records that are not of this stack';
  let run: RemovalRun;
  let number: number;
  let planted: Planted;
  const faults: FaultHandle[] = [];
  const attempts = (service: string) =>
    run.calls.filter(
      ({ action, params }) =>
        action === 'DeleteStack' && String(params['StackName']).includes(`/${service}-${planted.stage}/`),
    );
  const row = (service: string, step: StepResult = run.step) => removedServices(step)[service];
  const status = (service: string) => recordOf(world, `${planted.path}/${service}`)?.['status'];

  beforeAll(async () => {
    const ids = Array.from({ length: 130 }, (_, index) => `Queue${index}`);
    const made = await pullWithStage(world, 'feature/stuck', [
      // Its import is the one thing that tells of the exporter.
      { name: 'exporter', template: queues({ Queue: {} }, { Name: { Value: 'x', Export: { Name: 'g7-export' } } }) },
      { name: 'stuck', needs: ['needed'], template: queues({ Queue: { Tags: [{ 'Fn::ImportValue': 'g7-export' }] } }) },
      { name: 'needed', needs: ['deeper'] },
      { name: 'deeper' },
      { name: 'sibling', needs: ['of-sibling'] },
      { name: 'of-sibling' },
      { name: 'once' },
      { name: 'refilled', template: BUCKET },
      { name: 'many', template: queues(Object.fromEntries(ids.map((id) => [id, {}]))) },
    ]);
    number = made.pull.number;
    planted = made.planted;
    const fail = (service: string, logicalId: string, reason: string, times?: number) => {
      const fault = { stack: `${service}-${planted.stage}`, logicalId, on: 'delete', reason } as const;
      faults.push(world.aws.faults.failResource({ ...fault, ...(times === undefined ? {} : { times }) }));
    };
    fail('stuck', 'Queue', REASON);
    fail('once', 'Queue', 'a network interface is in use', 1);
    // Deleted from the last to the first: what failed first is some 260 events back.
    for (const id of ids) fail('many', id, id === 'Queue129' ? 'the first of all reasons' : 'a later reason');
    const bucket = bucketOf(world, planted.stacks['refilled']);
    putObjects(bucket, 2, 'before/');
    let refills = 1;
    const refill = ({ StackName }: Record<string, unknown>) => {
      if (StackName === planted.stacks['refilled'] && refills-- > 0) putObjects(bucket, 2, 'late/');
      return false;
    };
    faults.push(world.aws.faults.add({ action: 'DeleteStack', match: refill }));
    run = await destroyClosed(world, number, { inputs: { concurrency: '8' } });
  });

  it('G7 DELETE_FAILED three times, after pauses, is a failure with the first reason; the record says `orphaned`', () => {
    const { step } = run;
    const { message } = expectFailure(step, 'E_DESTROY_FAILED');
    expect(message).toContain(REASON);
    expect(message).toContain(`stuck-${planted.stage}`);
    expect(step.outputs).toMatchObject({ status: 'failed', removed: '[]' });
    const [first, second, third, ...more] = attempts('stuck').map(({ at }) => at);
    expect(more).toEqual([]);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(4900);
    expect((third ?? 0) - (second ?? 0)).toBeGreaterThanOrEqual(9900);
    expect(world.aws.stacks.find(planted.stacks['stuck'] ?? '')?.status).toBe('DELETE_FAILED');
    expect(status('stuck')).toBe('orphaned');
    expect(row('stuck')).toMatchObject({
      error: { code: 'E_DESTROY_FAILED', message: expect.stringContaining(REASON) },
    });
    expect(row('stuck')?.error?.message).toContain('Queue');
    expect(removalOf(step).stages).toMatchObject([{ stage: planted.stage, status: 'failed' }]);
  });

  it('G7 takes the siblings, and does not start what the failed one needs', () => {
    for (const name of ['needed', 'deeper', 'exporter']) {
      expect(row(name)?.status, name).toBe('not-started');
      expect(attempts(name)).toEqual([]);
      expect(status(name)).toBe('deployed');
      expect(world.aws.stacks.find(planted.stacks[name] ?? '')?.status).toBe('CREATE_COMPLETE');
    }
    for (const name of ['sibling', 'of-sibling']) {
      expect(row(name)?.status).toBe('removed');
      expect(world.aws.stacks.find(planted.stacks[name] ?? '')?.status).toBe('DELETE_COMPLETE');
      expect(status(name)).toBeUndefined();
    }
    expect(recordOf(world, `${planted.path}/_repository/1001`)).toBeDefined();
    expect(lockHolder(world, planted)).toBeUndefined();
  });

  it('G7 tries again what failed once, and empties a bucket again that was written to meanwhile', () => {
    expect([row('once')?.status, row('refilled')?.status]).toEqual(['removed', 'removed']);
    expect([attempts('once').length, attempts('refilled').length]).toEqual([2, 2]);
    expect([status('once'), status('refilled')]).toEqual([undefined, undefined]);
  });

  it('E22 finds the first reason behind more than 100 later events', () => {
    expect(attempts('many')).toHaveLength(3);
    expect(row('many')?.error?.message).toContain('the first of all reasons');
    expect(row('many')?.error?.message).toContain('Queue129');
    expect(row('many')?.error?.message).not.toContain('a later reason');
  });

  it('G7 is removed by a later run', async () => {
    for (const fault of faults) fault.remove();
    const again = await destroy(world, await world.pullRequestRun(number, 'closed'));
    expectSuccess(again.step);
    expect(again.step.outputs).toMatchObject({ status: 'removed', removed: JSON.stringify([planted.stage]) });
    expect(Object.keys(removedServices(again.step)).sort()).toEqual(['deeper', 'exporter', 'many', 'needed', 'stuck']);
    expect(ledgerNames(world).filter((name) => name.startsWith(planted.path))).toEqual([]);
  });
});

describe('E23 a storm of throttling, server errors and cut connections', () => {
  /** One in so many, the same in each run of the test. */
  function dice(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state * 1664525 + 1013904223) % 2 ** 32;
      return state / 2 ** 32;
    };
  }

  it('E23 all calls for a second, then 30 %: the stage is removed', async () => {
    const Resources = {
      Files: { Type: 'AWS::S3::Bucket', Properties: { VersioningConfiguration: { Status: 'Enabled' } } },
      GetLambdaFunction: {
        Type: 'AWS::Lambda::Function',
        Properties: { FunctionName: 'storm-get', Handler: 'x.y', Role: 'r', Code: { ZipFile: 'x' } },
      },
    };
    const { pull, planted } = await pullWithStage(world, 'feature/storm', [
      { name: 'database' },
      { name: 'uploads', needs: ['database'], template: { Resources } },
      { name: 'web', needs: ['uploads'], template: queues({ A: {}, B: {} }) },
    ]);
    putObjects(bucketOf(world, planted.stacks['uploads']), 1500, 'p/', { versions: 2 });
    addLogGroup(world.aws.things, { account: ACCOUNTS.dev, region: REGION }, '/aws/lambda/storm-get', Date.now());
    const roll = dice(20260802);
    let began = Number.POSITIVE_INFINITY;
    const strikes = () => {
      const age = Date.now() - began;
      return age >= 0 && (age < 1000 || (age < 30_000 && roll() < 0.3));
    };
    const kinds: Record<string, CallFault[]> = {
      cloudformation: [
        { code: 'Throttling' },
        { status: 503 },
        { status: 500, when: 'after' },
        { closeConnection: true },
      ],
      ssm: [
        { code: 'ThrottlingException' },
        { status: 500 },
        { status: 500, when: 'after' },
        { closeConnection: true },
      ],
      s3: [
        { code: 'SlowDown', status: 503 },
        { status: 500 },
        { status: 500, when: 'after' },
        { closeConnection: true },
      ],
      logs: [{ code: 'ThrottlingException' }, { status: 500 }],
    };
    // Each call of a service meets one kind, the next call the next one.
    const handles = Object.entries(kinds).map(([service, faults]) => {
      let turn = 0;
      let struck = -1;
      return faults.map((fault, index) =>
        world.aws.faults.add({
          service,
          ...fault,
          match: () => {
            if (index === 0) struck = strikes() ? turn++ % faults.length : -1;
            return struck === index;
          },
        }),
      );
    });
    const { step } = await destroyClosed(world, pull.number, {
      beforeDestroy: () => {
        began = Date.now();
      },
    });
    const hits = handles.map((each) => each.reduce((sum, { hits }) => sum + hits, 0));
    for (const handle of handles.flat()) handle.remove();
    expectSuccess(step);
    expect(step.outputs['status']).toBe('removed');
    expect(hits.reduce((sum, each) => sum + each)).toBeGreaterThan(10);
    const statuses = Object.values(planted.stacks).map((arn) => world.aws.stacks.find(arn)?.status);
    expect(statuses).toEqual(['DELETE_COMPLETE', 'DELETE_COMPLETE', 'DELETE_COMPLETE']);
    expect(world.aws.buckets.list()).toEqual([]);
    expect(listLogGroups(world.aws.things, { account: ACCOUNTS.dev, region: REGION })).toEqual([]);
    expect(ledgerNames(world).filter((name) => name.startsWith(planted.path))).toEqual([]);
  });
});

describe('a stage with a stack whose own CloudFormation role is gone', () => {
  it('keeps it, and names the role and the command that deletes it with another one', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/roleless', [{ name: 'roleless' }, { name: 'plain' }]);
    const role = `arn:aws:iam::${ACCOUNTS.dev}:role/cfn/deployer`;
    const stack = world.aws.stacks.find(planted.stacks['roleless'] ?? '');
    Object.assign(stack?.wish ?? {}, { roleArn: role });
    const { step } = await destroyClosed(world, pull.number);
    const { message } = expectFailure(step, 'E_DESTROY_FAILED');
    expect(message).toContain(role);
    expect(message).toContain(
      `aws cloudformation delete-stack --stack-name roleless-${planted.stage} --region ${REGION} --role-arn`,
    );
    expect(stack?.status).toBe('CREATE_COMPLETE');
    expect(removedServices(step)).toMatchObject({ plain: { status: 'removed' } });
    // Mended, the next run removes it.
    world.aws.roles.add({
      arn: role,
      trustPolicy: {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { Service: 'cloudformation.amazonaws.com' }, Action: 'sts:AssumeRole' },
        ],
      },
    });
    const again = await destroy(world, await world.pullRequestRun(pull.number, 'closed'));
    expect(again.step.outputs).toMatchObject({ status: 'removed' });
  });
});
