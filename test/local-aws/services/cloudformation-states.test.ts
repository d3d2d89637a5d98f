import { setTimeout as sleep } from 'node:timers/promises';
import {
  CancelUpdateStackCommand,
  ContinueUpdateRollbackCommand,
  DeleteStackCommand,
  DescribeStackResourcesCommand,
  GetTemplateCommand,
  RollbackStackCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from '../server.ts';
import { held, queues, type StackClient, stackClient, timeline } from '../stack-client.ts';

let aws: LocalAws;
let cfn: StackClient;
beforeEach(async () => {
  aws = await startLocalAws();
  cfn = stackClient(aws);
});
afterEach(() => aws.close());

const names = () => aws.things.list().map((thing) => thing.name);

describe('a create', () => {
  it('makes resources in the order of their references and completes', async () => {
    const template = {
      Resources: {
        Watcher: { Type: 'AWS::Events::Rule', Properties: { Name: { 'Fn::Sub': 'on-${Queue.QueueName}' } } },
        Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'work' } },
      },
      Outputs: { Url: { Value: { Ref: 'Queue' } } },
    };
    const stack = await cfn.create('app', template);
    expect(stack.StackStatus).toBe('CREATE_COMPLETE');
    expect(stack.Outputs).toMatchObject([
      { OutputKey: 'Url', OutputValue: 'https://sqs.us-east-1.amazonaws.com/111111111111/work' },
    ]);
    expect(timeline(await cfn.events('app'))).toEqual([
      'CREATE_IN_PROGRESS app',
      'CREATE_IN_PROGRESS Queue',
      'CREATE_IN_PROGRESS Queue',
      'CREATE_COMPLETE Queue',
      'CREATE_IN_PROGRESS Watcher',
      'CREATE_IN_PROGRESS Watcher',
      'CREATE_COMPLETE Watcher',
      'CREATE_COMPLETE app',
    ]);
    expect(names().sort()).toEqual(['on-work', 'work']);
  });

  it('that fails names the resource, cancels its siblings and deletes what was made', async () => {
    aws.faults.failResource({ stack: 'app', logicalId: 'B', on: 'create', reason: 'B is not to be' });
    const stack = await cfn.create('app', queues({ A: { QueueName: 'a' }, B: {}, C: {} }));
    expect(stack.StackStatus).toBe('ROLLBACK_COMPLETE');
    const events = await cfn.events('app');
    const reasonOf = (id: string) =>
      events.find((event) => event.LogicalResourceId === id && event.ResourceStatus === 'CREATE_FAILED')
        ?.ResourceStatusReason;
    expect(reasonOf('B')).toBe('B is not to be');
    expect(reasonOf('C')).toBe('Resource creation cancelled');
    const rollback = events.find((event) => event.ResourceStatus === 'ROLLBACK_IN_PROGRESS');
    expect(rollback?.ResourceStatusReason).toContain('The following resource(s) failed to create: [B]');
    expect(names()).toEqual([]);
    await expect(cfn.update('app', queues({ A: {} }))).rejects.toThrow(
      /is in ROLLBACK_COMPLETE state and can not be updated/,
    );
  });

  it('that cannot clean up ends in ROLLBACK_FAILED', async () => {
    aws.faults.failResource({ logicalId: 'B', on: 'create', reason: 'no' });
    aws.faults.failResource({ logicalId: 'A', on: 'delete', reason: 'stuck', times: 1 });
    const stack = await cfn.create('app', queues({ A: {}, B: {} }));
    expect(stack).toMatchObject({
      StackStatus: 'ROLLBACK_FAILED',
      StackStatusReason: 'The following resource(s) failed to delete: [A]. ',
    });
    expect((await cfn.remove('app')).StackStatus).toBe('DELETE_COMPLETE');
  });

  it('takes over each resource as long as its logical id, else its type, else the common delay says', async () => {
    await aws.close();
    const resourceDelays = { Slow: 1000, Quick: 0, 'AWS::SNS::Topic': 500, 'AWS::SQS::Queue': 750 };
    aws = await startLocalAws({ resourceDelayMs: 250, resourceDelays });
    cfn = stackClient(aws);
    const types = {
      Slow: 'SNS::Topic',
      Queue: 'SQS::Queue',
      Topic: 'SNS::Topic',
      Rule: 'Events::Rule',
      Quick: 'SQS::Queue',
    };
    const Resources = Object.fromEntries(Object.entries(types).map(([id, type]) => [id, { Type: `AWS::${type}` }]));
    await cfn.create('app', { Resources });
    const done = timeline(await cfn.events('app')).filter((line) => line.startsWith('CREATE_COMPLETE'));
    expect(done.map((line) => line.split(' ')[1])).toEqual(['Quick', 'Rule', 'Topic', 'Queue', 'Slow', 'app']);
  });

  it('without rollback stays CREATE_FAILED until RollbackStack', async () => {
    aws.faults.failResource({ logicalId: 'B', on: 'create', reason: 'no' });
    const stack = await cfn.create('app', queues({ A: {}, B: {} }), { DisableRollback: true });
    expect(stack.StackStatus).toBe('CREATE_FAILED');
    expect(names()).toHaveLength(1);
    await cfn.client.send(new RollbackStackCommand({ StackName: 'app' }));
    expect((await cfn.settled('app')).StackStatus).toBe('ROLLBACK_COMPLETE');
  });

  it('can be deleted while it runs', async () => {
    await aws.close();
    const { isOver, end } = held();
    aws = await startLocalAws({ resourceDelayMs: () => isOver });
    cfn = stackClient(aws);
    const creating = cfn.create('app', queues({ A: {} }));
    while (!aws.stacks.find('app')) await sleep(1);
    await cfn.client.send(new DeleteStackCommand({ StackName: 'app' }));
    end();
    expect((await creating).StackStatus).toBe('DELETE_COMPLETE');
    expect(names()).toEqual([]);
  });
});

describe('an update', () => {
  const first = queues(
    { A: { QueueName: 'a', DelaySeconds: 1 }, Old: { QueueName: 'old' } },
    { Name: { Value: { 'Fn::GetAtt': ['A', 'QueueName'] } } },
  );

  it('changes what differs, then removes what has gone', async () => {
    const { StackId = '' } = await cfn.create('app', first);
    const stack = await cfn.update(
      'app',
      queues({ A: { QueueName: 'a', DelaySeconds: 2 }, New: { QueueName: 'new' } }),
    );
    expect(stack).toMatchObject({ StackStatus: 'UPDATE_COMPLETE', StackId });
    expect(stack.LastUpdatedTime).toBeInstanceOf(Date);
    const lines = timeline(await cfn.events('app'));
    expect(lines.indexOf('DELETE_COMPLETE Old')).toBeGreaterThan(
      lines.indexOf('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS app'),
    );
    expect(names().sort()).toEqual(['a', 'new']);
  });

  it('that replaces a resource deletes the old one at the end', async () => {
    await cfn.create('app', queues({ A: { QueueName: 'a' } }));
    await cfn.update('app', queues({ A: { QueueName: 'b' } }));
    expect(names()).toEqual(['b']);
  });

  it('that fails brings the old template, outputs and resources back', async () => {
    await cfn.create('app', first);
    aws.faults.failResource({ logicalId: 'New', on: 'create', reason: 'New is not to be' });
    const afterOthers = { DelaySeconds: { 'Fn::Select': [0, ['1', { Ref: 'A' }, { Ref: 'Made' }, { Ref: 'Old' }]] } };
    const next = queues({
      A: { QueueName: 'a', DelaySeconds: 2 },
      Made: { QueueName: 'made' },
      Old: { QueueName: 'renamed' },
      New: afterOthers,
    });
    const stack = await cfn.update('app', next);
    expect(stack.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(stack.Outputs).toMatchObject([{ OutputKey: 'Name', OutputValue: 'a' }]);
    expect(aws.things.list().find((thing) => thing.name === 'a')?.properties).toEqual({
      QueueName: 'a',
      DelaySeconds: 1,
    });
    expect(names().sort()).toEqual(['a', 'old']);
    const template = await cfn.client.send(new GetTemplateCommand({ StackName: 'app' }));
    expect(JSON.parse(template.TemplateBody ?? '')).toEqual(first);
    const lines = timeline(await cfn.events('app'));
    const cleaned = lines.slice(lines.indexOf('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS app'));
    expect(cleaned).toEqual(expect.arrayContaining(['DELETE_COMPLETE Made', 'DELETE_COMPLETE Old']));
    const statuses = lines.filter((line) => line.endsWith(' app'));
    expect(statuses.slice(-4)).toEqual([
      'UPDATE_IN_PROGRESS app',
      'UPDATE_ROLLBACK_IN_PROGRESS app',
      'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS app',
      'UPDATE_ROLLBACK_COMPLETE app',
    ]);
    expect((await cfn.update('app', queues({ A: { QueueName: 'a', DelaySeconds: 3 } }))).StackStatus).toBe(
      'UPDATE_COMPLETE',
    );
  });

  it('whose rollback fails waits for ContinueUpdateRollback', async () => {
    await cfn.create('app', first);
    aws.faults.failResource({ logicalId: 'A', on: 'update', reason: 'stuck', times: 2 });
    const stack = await cfn.update('app', queues({ A: { QueueName: 'a', DelaySeconds: 2 } }));
    expect(stack.StackStatus).toBe('UPDATE_ROLLBACK_FAILED');
    await expect(cfn.update('app', first)).rejects.toThrow(/UPDATE_ROLLBACK_FAILED state and can not be updated/);
    await cfn.client.send(new ContinueUpdateRollbackCommand({ StackName: 'app' }));
    expect((await cfn.settled('app')).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
  });

  it('is refused while another one runs, and can be cancelled', async () => {
    await aws.close();
    let delay: number | Promise<number> = 0;
    aws = await startLocalAws({ resourceDelayMs: () => delay });
    cfn = stackClient(aws);
    await cfn.create('app', first);
    const { isOver, end } = held();
    delay = isOver;
    const TemplateBody = JSON.stringify(queues({ A: { QueueName: 'a', DelaySeconds: 2 } }));
    await cfn.client.send(new UpdateStackCommand({ StackName: 'app', TemplateBody }));
    await expect(cfn.client.send(new UpdateStackCommand({ StackName: 'app', TemplateBody }))).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringMatching(/is in UPDATE_IN_PROGRESS state and can not be updated/),
    });
    await expect(cfn.client.send(new DeleteStackCommand({ StackName: 'app' }))).rejects.toThrow(
      /cannot be deleted while in status/,
    );
    await cfn.client.send(new CancelUpdateStackCommand({ StackName: 'app' }));
    end();
    expect((await cfn.settled('app')).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
  });

  it('without changes is refused', async () => {
    await cfn.create('app', first);
    await expect(cfn.update('app', first)).rejects.toThrow('No updates are to be performed.');
  });

  it('marks its events with the request token', async () => {
    await cfn.create('app', first, { ClientRequestToken: 'one' });
    await cfn.update('app', queues({ A: { QueueName: 'a', DelaySeconds: 2 } }), { ClientRequestToken: 'two' });
    const tokens = new Set((await cfn.events('app')).map((event) => event.ClientRequestToken));
    expect([...tokens]).toEqual(['two', 'one']);
  });
});

describe('a delete', () => {
  it('leaves a stack that can be described by its ARN only', async () => {
    await cfn.create('app', queues({ A: {} }));
    const gone = await cfn.remove('app');
    expect(gone.StackStatus).toBe('DELETE_COMPLETE');
    await expect(cfn.settled('app')).rejects.toThrow('Stack with id app does not exist');
    expect((await cfn.events(gone.StackId ?? ''))[0]?.ResourceStatus).toBe('DELETE_COMPLETE');
  });

  it('fails over a bucket that is not empty, and can be forced or told to retain it', async () => {
    const template = { Resources: { Files: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'app-files' } } } };
    await cfn.create('app', template);
    const bucket = aws.buckets.find('app-files');
    bucket?.objects.set('x', [
      { versionId: 'null', deleteMarker: false, body: Buffer.from('x'), etag: '""', modified: 0, headers: {} },
    ]);
    await expect(
      cfn.client.send(new DeleteStackCommand({ StackName: 'app', RetainResources: ['Files'] })),
    ).rejects.toThrow(/DELETE_FAILED/);
    const failed = await cfn.remove('app');
    expect(failed).toMatchObject({
      StackStatus: 'DELETE_FAILED',
      StackStatusReason: 'The following resource(s) failed to delete: [Files]. ',
    });
    const { StackResources = [] } = await cfn.client.send(new DescribeStackResourcesCommand({ StackName: 'app' }));
    expect(StackResources[0]?.ResourceStatusReason).toMatch(/The bucket you tried to delete is not empty/);
    expect((await cfn.remove('app', { RetainResources: ['Files'] })).StackStatus).toBe('DELETE_COMPLETE');
    expect(aws.buckets.find('app-files')).toBeDefined();
  });

  it('skips what its DeletionPolicy retains', async () => {
    await cfn.create('app', {
      Resources: {
        Kept: { Type: 'AWS::SQS::Queue', DeletionPolicy: 'Retain', Properties: { QueueName: 'kept' } },
        Gone: { Type: 'AWS::SNS::Topic' },
      },
    });
    const { StackId = '' } = await cfn.remove('app');
    expect(timeline(await cfn.events(StackId))).toContain('DELETE_SKIPPED Kept');
    expect(names()).toEqual(['kept']);
  });

  it('is refused under termination protection', async () => {
    await cfn.create('app', queues({ A: {} }), { EnableTerminationProtection: true });
    await expect(cfn.remove('app')).rejects.toThrow(
      'Stack [app] cannot be deleted while TerminationProtection is enabled',
    );
  });
});
