import { setTimeout as sleep } from 'node:timers/promises';
import {
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  ListStackResourcesCommand,
  ListStacksCommand,
  type Stack,
  UpdateStackCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalAws, type LocalAwsOptions, startLocalAws } from '../server.ts';
import { held, queues, type StackClient, stackClient, timeline } from '../stack-client.ts';
import { putObjects } from '../state/fill-bucket.ts';
import { putObject } from '../state/object-versions.ts';

const DAY = 86_400_000;
let aws: LocalAws;
let cfn: StackClient;
beforeEach(() => start());
afterEach(() => aws.close());

async function start(options: LocalAwsOptions = { resourceDelayMs: 0 }): Promise<void> {
  aws = await startLocalAws(options);
  cfn = stackClient(aws);
}
async function restart(options: LocalAwsOptions): Promise<void> {
  await aws.close();
  await start(options);
}

const fileBucket = (name: string, more: object = {}) => ({
  Type: 'AWS::S3::Bucket',
  Properties: { BucketName: name },
  ...more,
});
const fill = (name: string) => {
  const bucket = aws.buckets.find(name);
  if (!bucket) throw new Error(`no bucket ${name}`);
  return { bucket, keys: putObjects(bucket, 3, 'k') };
};
const describeOne = async (name: string): Promise<Stack> => {
  const { Stacks = [] } = await cfn.client.send(new DescribeStacksCommand({ StackName: name }));
  return Stacks[0] as Stack;
};
const resourcesOf = async (name: string) => {
  const { StackResourceSummaries = [] } = await cfn.client.send(new ListStackResourcesCommand({ StackName: name }));
  return Object.fromEntries(StackResourceSummaries.map((one) => [one.LogicalResourceId, one.ResourceStatus]));
};
const deleteNow = (StackName: string) => cfn.client.send(new DeleteStackCommand({ StackName }));

/** A stack whose only resource is a stack of this template. */
function nesting(inner: object): object {
  const bucket =
    aws.buckets.find('templates') ?? aws.buckets.add('templates', { account: '111111111111', region: 'us-east-1' });
  const key = `${bucket.objects.size}.json`;
  putObject(bucket, key, Buffer.from(JSON.stringify(inner)), {}, 0);
  const TemplateURL = `https://s3.amazonaws.com/templates/${key}`;
  return { Resources: { Child: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL } } } };
}
const nestedStacks = () => aws.stacks.list().filter((stack) => stack.parentId !== undefined);

describe('a deleted stack', () => {
  const template = {
    Resources: { Files: fileBucket('kept', { DeletionPolicy: 'Retain' }), Queue: { Type: 'AWS::SQS::Queue' } },
  };

  it('answers by its ARN: status, times, resources, events and template', async () => {
    const { StackId = '' } = await cfn.create('app', template);
    const gone = await cfn.remove('app');
    expect(gone).toMatchObject({ StackStatus: 'DELETE_COMPLETE', DeletionTime: expect.any(Date) });
    expect(await resourcesOf(StackId)).toEqual({ Files: 'DELETE_SKIPPED', Queue: 'DELETE_COMPLETE' });
    expect(timeline(await cfn.events(StackId))).toContain('DELETE_SKIPPED Files');
    for (const TemplateStage of ['Original', 'Processed', undefined] as const) {
      const { TemplateBody = '' } = await cfn.client.send(
        new GetTemplateCommand({ StackName: StackId, TemplateStage }),
      );
      expect(JSON.parse(TemplateBody)).toEqual(template);
    }
    const asked = new GetTemplateCommand({ StackName: StackId, TemplateStage: 'Other' as never });
    await expect(cfn.client.send(asked)).rejects.toMatchObject({ name: 'ValidationError' });
  });

  it('does not answer by its name, which another one may have by then', async () => {
    const { StackId: first = '' } = await cfn.create('app', queues({ A: {} }));
    await cfn.remove('app');
    for (const command of [
      new ListStackResourcesCommand({ StackName: 'app' }),
      new DescribeStackEventsCommand({ StackName: 'app' }),
      new GetTemplateCommand({ StackName: 'app' }),
    ]) {
      await expect(cfn.client.send(command as never)).rejects.toThrow('Stack with id app does not exist');
    }
    await cfn.create('app', queues({ B: {} }));
    expect(await resourcesOf('app')).toEqual({ B: 'CREATE_COMPLETE' });
    expect(await resourcesOf(first)).toEqual({ A: 'DELETE_COMPLETE' });
  });

  it('is forgotten after 90 days', async () => {
    const { StackId = '' } = await cfn.create('app', queues({ A: {} }));
    await cfn.remove('app');
    aws.clock.advance(89 * DAY);
    expect((await describeOne(StackId)).StackStatus).toBe('DELETE_COMPLETE');
    aws.clock.advance(DAY);
    await expect(describeOne(StackId)).rejects.toThrow('does not exist');
    expect((await cfn.client.send(new ListStacksCommand({}))).StackSummaries ?? []).toEqual([]);
  });
});

describe('a stack says of itself', () => {
  it('when it was made, what it exports and whether it is protected', async () => {
    const before = Date.now() - 1000;
    const Url = { Value: { Ref: 'A' }, Export: { Name: 'app-url' } };
    const stack = await cfn.create('app', queues({ A: { QueueName: 'a' } }, { Url, Plain: { Value: 'x' } }));
    expect(stack.CreationTime?.getTime()).toBeGreaterThan(before);
    expect(stack.EnableTerminationProtection).toBe(false);
    expect(stack.Outputs).toMatchObject([{ OutputKey: 'Url', ExportName: 'app-url' }, { OutputKey: 'Plain' }]);
    expect(stack.Outputs?.[1]).not.toHaveProperty('ExportName');
    expect(stack).not.toHaveProperty('ParentId');
  });

  it('whose it is: nested ones name their parent and the root', async () => {
    const { StackId: root } = await cfn.create('app', nesting(nesting(queues({ A: {} }))));
    const [outer, inner] = nestedStacks();
    expect(await describeOne(outer?.id ?? '')).toMatchObject({ ParentId: root, RootId: root });
    expect(await describeOne(inner?.id ?? '')).toMatchObject({ ParentId: outer?.id, RootId: root });
  });
});

describe('termination protection', () => {
  const protect = (StackName: string, EnableTerminationProtection: boolean) =>
    cfn.client.send(new UpdateTerminationProtectionCommand({ StackName, EnableTerminationProtection }));

  it('refuses a delete in the words it was asked with, and changes nothing', async () => {
    const { StackId = '' } = await cfn.create('app', queues({ A: {} }), { EnableTerminationProtection: true });
    expect((await describeOne('app')).EnableTerminationProtection).toBe(true);
    for (const name of ['app', StackId]) {
      await expect(deleteNow(name)).rejects.toMatchObject({
        name: 'ValidationError',
        message: `Stack [${name}] cannot be deleted while TerminationProtection is enabled`,
      });
    }
    expect((await describeOne('app')).StackStatus).toBe('CREATE_COMPLETE');
    await protect('app', false);
    expect((await cfn.remove('app')).StackStatus).toBe('DELETE_COMPLETE');
  });

  it('of a root is that of the stacks in it', async () => {
    await cfn.create('app', nesting(queues({ A: {} })));
    const id = nestedStacks()[0]?.id ?? '';
    await protect('app', true);
    expect((await describeOne(id)).EnableTerminationProtection).toBe(true);
    await expect(protect(id, false)).rejects.toMatchObject({ name: 'ValidationError' });
  });
});

describe('a delete is asked for', () => {
  it.each([
    'CREATE_COMPLETE',
    'CREATE_FAILED',
    'REVIEW_IN_PROGRESS',
    'ROLLBACK_COMPLETE',
    'ROLLBACK_FAILED',
    'UPDATE_COMPLETE',
    'UPDATE_FAILED',
    'UPDATE_ROLLBACK_COMPLETE',
    'UPDATE_ROLLBACK_FAILED',
    'IMPORT_ROLLBACK_FAILED',
    'DELETE_FAILED',
  ])('in %s, and done', async (status) => {
    await cfn.create('app', queues({ A: {} }));
    aws.stacks.setStatus('app', status);
    expect((await cfn.remove('app')).StackStatus).toBe('DELETE_COMPLETE');
    expect(aws.things.list()).toEqual([]);
  });

  it.each([
    'UPDATE_IN_PROGRESS',
    'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
    'UPDATE_ROLLBACK_IN_PROGRESS',
    'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
  ])('in %s, and refused with the stack’s ARN', async (status) => {
    const { StackId } = await cfn.create('app', queues({ A: {} }));
    aws.stacks.setStatus('app', status);
    await expect(deleteNow('app')).rejects.toMatchObject({
      name: 'ValidationError',
      message: `Stack [${StackId}] cannot be deleted while in status ${status}`,
    });
  });

  it('a second time while it runs, or for a stack that is not there: a success without effect', async () => {
    let delay: number | Promise<number> = 0;
    await restart({ resourceDelayMs: () => delay });
    const Properties = { Runtime: 'nodejs20.x', Handler: 'i.h', Role: 'r', Code: { ZipFile: '' } };
    const { StackId = '' } = await cfn.create('app', {
      Resources: { Slow: { Type: 'AWS::Lambda::Function', Properties } },
    });
    const { isOver, end } = held();
    delay = isOver;
    await deleteNow('app');
    while ((await resourcesOf('app'))['Slow'] !== 'DELETE_IN_PROGRESS') await sleep(1);
    expect(await describeOne('app')).toMatchObject({
      StackStatus: 'DELETE_IN_PROGRESS',
      DeletionTime: expect.any(Date),
    });
    expect(await resourcesOf('app')).toEqual({ Slow: 'DELETE_IN_PROGRESS' });
    await deleteNow('app');
    await deleteNow('none');
    end();
    expect((await cfn.settled(StackId)).StackStatus).toBe('DELETE_COMPLETE');
    const starts = timeline(await cfn.events(StackId)).filter((line) => line === 'DELETE_IN_PROGRESS app');
    expect(starts).toHaveLength(1);
  });

  it('in CREATE_IN_PROGRESS, and takes what was made by then', async () => {
    const { isOver, end } = held();
    await restart({ resourceDelayMs: (_type, id) => (id === 'Slow' ? isOver : 0) });
    const creating = cfn.create('app', queues({ Quick: {}, Slow: {} }));
    while (aws.things.list().length === 0) await sleep(1);
    await deleteNow('app');
    end();
    expect((await creating).StackStatus).toBe('DELETE_COMPLETE');
    expect(aws.things.list()).toEqual([]);
  });

  it('after an update’s rollback has really failed, and removes what both templates made', async () => {
    await cfn.create('app', queues({ A: { DelaySeconds: 1 } }));
    aws.faults.failResource({ logicalId: 'A', on: 'update', reason: 'stuck', times: 2 });
    const next = JSON.stringify(queues({ New: {}, A: { DelaySeconds: 2, Tags: [{ Ref: 'New' }] } }));
    await cfn.client.send(new UpdateStackCommand({ StackName: 'app', TemplateBody: next }));
    expect((await cfn.settled('app')).StackStatus).toBe('UPDATE_ROLLBACK_FAILED');
    expect((await cfn.remove('app')).StackStatus).toBe('DELETE_COMPLETE');
    expect(aws.things.list()).toEqual([]);
  });
});

describe('a bucket of a stack', () => {
  it.each(['Retain', 'RetainExceptOnCreate'])('with DeletionPolicy %s is left with its objects', async (policy) => {
    await cfn.create('app', { Resources: { Files: fileBucket('kept', { DeletionPolicy: policy }) } });
    const { bucket, keys } = fill('kept');
    const { StackId = '', StackStatus } = await cfn.remove('app');
    expect(StackStatus).toBe('DELETE_COMPLETE');
    expect(await resourcesOf(StackId)).toEqual({ Files: 'DELETE_SKIPPED' });
    expect([...bucket.objects.keys()]).toEqual(keys);
    expect(aws.buckets.find('kept')).toBe(bucket);
  });

  it.each([
    ['Retain', 'DELETE_SKIPPED', true],
    ['RetainExceptOnCreate', 'DELETE_COMPLETE', false],
  ])('with DeletionPolicy %s is %s when its creation is rolled back', async (policy, status, stays) => {
    aws.faults.failResource({ logicalId: 'Broken', on: 'create', reason: 'no' });
    const Broken = { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'Files' } } };
    const Files = fileBucket('kept', { DeletionPolicy: policy });
    expect((await cfn.create('app', { Resources: { Files, Broken } })).StackStatus).toBe('ROLLBACK_COMPLETE');
    expect(await resourcesOf('app')).toMatchObject({ Files: status });
    expect(aws.buckets.find('kept') !== undefined).toBe(stays);
  });

  it('has the lock that its template asks for, with versioning', async () => {
    const Rule = { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3 } };
    const ObjectLockConfiguration = { ObjectLockEnabled: 'Enabled', Rule };
    const Properties = { BucketName: 'locked', ObjectLockEnabled: true, ObjectLockConfiguration };
    await cfn.create('app', { Resources: { Files: { Type: 'AWS::S3::Bucket', Properties } } });
    expect(aws.buckets.find('locked')).toMatchObject({
      versioning: 'Enabled',
      objectLock: { defaultRetention: { mode: 'COMPLIANCE', days: 3 } },
    });
    const { bucket, keys } = fill('locked');
    expect(bucket.objects.get(keys[0] ?? '')?.[0]?.retention?.mode).toBe('COMPLIANCE');
  });

  it('that is full fails a nested stack and its parent; once it is empty a second delete goes through', async () => {
    const { StackId = '' } = await cfn.create('app', nesting({ Resources: { Files: fileBucket('inner') } }));
    const { bucket } = fill('inner');
    const failed = await cfn.remove('app');
    expect(failed).toMatchObject({
      StackStatus: 'DELETE_FAILED',
      StackStatusReason: 'The following resource(s) failed to delete: [Child]. ',
    });
    const id = nestedStacks()[0]?.id ?? '';
    expect((await describeOne(id)).StackStatus).toBe('DELETE_FAILED');
    expect(await resourcesOf(id)).toEqual({ Files: 'DELETE_FAILED' });
    const reason = (await cfn.events('app')).find(
      (event) => event.ResourceStatus === 'DELETE_FAILED' && event.LogicalResourceId === 'Child',
    );
    expect(reason?.ResourceStatusReason).toBe(
      `Embedded stack ${id} was not successfully deleted: The following resource(s) failed to delete: [Files]. `,
    );
    bucket.objects.clear();
    expect((await cfn.remove(StackId)).StackStatus).toBe('DELETE_COMPLETE');
    expect((await describeOne(id)).StackStatus).toBe('DELETE_COMPLETE');
    expect(aws.buckets.find('inner')).toBeUndefined();
  });
});

describe('an export in use', () => {
  const exporting = queues({ A: { QueueName: 'a' } }, { Name: { Value: 'a', Export: { Name: 'name' } } });
  const importing = queues({ B: { Tags: { 'Fn::ImportValue': 'name' } } });
  const inUse = 'Export name cannot be deleted as it is in use by user';

  it('leaves its stack as it is, with the reason, until nobody uses it', async () => {
    await cfn.create('app', exporting);
    await cfn.create('user', importing);
    expect(await cfn.remove('app')).toMatchObject({ StackStatus: 'CREATE_COMPLETE', StackStatusReason: inUse });
    expect(await resourcesOf('app')).toEqual({ A: 'CREATE_COMPLETE' });
    await cfn.remove('user');
    expect((await cfn.remove('app')).StackStatus).toBe('DELETE_COMPLETE');
  });

  it('of a nested stack fails the deletion of its parent, with the reason', async () => {
    await cfn.create('app', nesting(exporting));
    await cfn.create('user', importing);
    expect((await cfn.remove('app')).StackStatus).toBe('DELETE_FAILED');
    const reasons = (await cfn.events('app')).map((event) => event.ResourceStatusReason);
    expect(reasons).toContainEqual(expect.stringContaining(inUse));
  });
});
