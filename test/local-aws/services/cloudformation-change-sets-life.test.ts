import {
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  GetTemplateCommand,
  ListChangeSetsCommand,
} from '@aws-sdk/client-cloudformation';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChangeSetClient, changeSetClient } from '../change-set-client.ts';
import { type LocalAws, startLocalAws } from '../server.ts';
import { queues, type StackClient, stackClient } from '../stack-client.ts';

let aws: LocalAws;
let cfn: StackClient;
let sets: ChangeSetClient;
beforeEach(() => start());
afterEach(() => aws.close());

async function start(changeSetLooks = 1): Promise<void> {
  aws = await startLocalAws({ resourceDelayMs: 0, changeSetLooks });
  cfn = stackClient(aws);
  sets = changeSetClient(cfn);
  await cfn.create('app', BASE);
}

const BASE = queues({ A: { QueueName: 'a' } });
const NEXT = queues({ A: { QueueName: 'a', DelaySeconds: 1 } });
const listed = async (StackName = 'app') =>
  (await cfn.client.send(new ListChangeSetsCommand({ StackName }))).Summaries ?? [];
const INVALID = 'InvalidChangeSetStatusException';

describe('a change set on its way', () => {
  it('is pending, then in progress without changes, and made at the next look', async () => {
    await sets.create('app', NEXT);
    expect(await listed()).toMatchObject([{ Status: 'CREATE_PENDING', ExecutionStatus: 'UNAVAILABLE' }]);
    const first = await sets.look('app');
    expect(first).toMatchObject({ Status: 'CREATE_IN_PROGRESS', ExecutionStatus: 'UNAVAILABLE' });
    expect(first.Changes ?? []).toEqual([]);
    expect(await listed()).toMatchObject([{ Status: 'CREATE_IN_PROGRESS' }]);
    const second = await sets.look('app');
    expect(second).toMatchObject({ Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE' });
    expect(second.Changes).toHaveLength(1);
    expect(second).toMatchObject({ IncludeNestedStacks: false, RollbackConfiguration: {} });
    expect(second).not.toHaveProperty('StatusReason');
  });

  it('without changes is in progress first too', async () => {
    await sets.create('app', BASE);
    expect(await sets.look('app')).toMatchObject({ Status: 'CREATE_IN_PROGRESS' });
    expect(await sets.look('app')).toMatchObject({
      Status: 'FAILED',
      ExecutionStatus: 'UNAVAILABLE',
      StatusReason:
        "The submitted information didn't contain changes. Submit different information to create a change set.",
    });
  });

  it('is made after a second of the stand-in’s clock, though nobody looked', async () => {
    await sets.create('app', NEXT);
    aws.clock.advance(1000);
    expect(await listed()).toMatchObject([{ Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE' }]);
    expect((await sets.look('app')).Changes).toHaveLength(1);
  });

  it('takes as many looks as a test says', async () => {
    await aws.close();
    await start(3);
    await sets.create('app', NEXT);
    const seen: unknown[] = [];
    for (let look = 0; look < 4; look += 1) seen.push((await sets.look('app')).Status);
    expect(seen).toEqual(['CREATE_IN_PROGRESS', 'CREATE_IN_PROGRESS', 'CREATE_IN_PROGRESS', 'CREATE_COMPLETE']);
  });

  it('can be neither executed nor deleted, nor made a second time', async () => {
    const id = await sets.create('app', NEXT);
    await expect(sets.remove('app')).rejects.toMatchObject({
      name: INVALID,
      message: 'Cannot delete ChangeSet in status CREATE_IN_PROGRESS',
    });
    await sets.made('app');
    await sets.remove('app');
    const again = await sets.create('app', NEXT);
    expect(again).not.toBe(id);
    await expect(sets.create('app', NEXT)).rejects.toMatchObject({ name: 'AlreadyExistsException' });
    await expect(sets.execute('app')).rejects.toMatchObject({
      name: INVALID,
      message: `ChangeSet [${again}] cannot be executed in its current status of [CREATE_IN_PROGRESS]`,
    });
  });
});

describe('a change set that is made', () => {
  it('is found by its names, by its ARN, and by its ARN with a stack', async () => {
    const id = await sets.create('app', NEXT);
    await sets.made('app');
    expect(await sets.look(id)).toMatchObject({ ChangeSetName: 'next', StackName: 'app' });
    expect(await sets.look(id, { StackName: 'app' })).toMatchObject({ ChangeSetId: id });
    await cfn.create('other', BASE);
    await expect(sets.look(id, { StackName: 'other' })).rejects.toMatchObject({ name: 'ChangeSetNotFoundException' });
  });

  it('cannot be named by its name alone', async () => {
    await sets.create('app', NEXT);
    const name = { ChangeSetName: 'next' };
    for (const asked of [
      cfn.client.send(new DescribeChangeSetCommand(name)),
      cfn.client.send(new ExecuteChangeSetCommand(name)),
      cfn.client.send(new DeleteChangeSetCommand(name)),
    ]) {
      await expect(asked).rejects.toMatchObject({
        name: 'ValidationError',
        message: 'StackName must be specified if ChangeSetName is not specified as an ARN.',
      });
    }
  });

  it('shows its template', async () => {
    await sets.create('app', NEXT);
    const command = new GetTemplateCommand({ StackName: 'app', ChangeSetName: 'next' });
    expect(JSON.parse((await cfn.client.send(command)).TemplateBody ?? '')).toEqual(NEXT);
    const missing = new GetTemplateCommand({ StackName: 'app', ChangeSetName: 'none' });
    await expect(cfn.client.send(missing)).rejects.toMatchObject({ name: 'ChangeSetNotFoundException' });
  });

  it('leaves the stack as it is', async () => {
    const before = await cfn.events('app');
    await sets.show('app', NEXT);
    await sets.remove('app');
    const { Stacks } = await cfn.client.send(new DescribeStacksCommand({ StackName: 'app' }));
    expect(Stacks).toMatchObject([{ StackStatus: 'CREATE_COMPLETE' }]);
    expect(await cfn.events('app')).toEqual(before);
    expect(aws.things.list()).toMatchObject([{ properties: { QueueName: 'a' } }]);
  });

  it('is of no use once the stack was updated otherwise', async () => {
    await sets.show('app', NEXT);
    await cfn.update('app', queues({ B: {} }));
    expect(await sets.look('app')).toMatchObject({ Status: 'CREATE_COMPLETE', ExecutionStatus: 'OBSOLETE' });
    await expect(sets.execute('app')).rejects.toMatchObject({ name: INVALID });
  });

  it('takes the others with it when it is executed', async () => {
    await sets.show('app', queues({ B: {} }), { ChangeSetName: 'other' });
    await sets.show('app', NEXT);
    await sets.execute('app');
    expect((await cfn.settled('app')).StackStatus).toBe('UPDATE_COMPLETE');
    expect(await listed()).toEqual([]);
  });
});

describe('a change set that is deleted', () => {
  it('is gone', async () => {
    const id = await sets.create('app', NEXT);
    await sets.made('app');
    await sets.remove('app');
    expect(await listed()).toEqual([]);
    await expect(sets.look('app')).rejects.toMatchObject({
      name: 'ChangeSetNotFoundException',
      message: 'ChangeSet [next] does not exist',
    });
    await expect(sets.look(id)).rejects.toThrow(`ChangeSet [${id}] does not exist`);
  });

  it('that failed is gone too', async () => {
    await sets.show('app', BASE);
    await sets.remove('app');
    expect(await listed()).toEqual([]);
  });

  it('leaves the stack that it was to create in review', async () => {
    await sets.show('new', BASE, { ChangeSetType: 'CREATE' });
    await sets.remove('new');
    expect(aws.stacks.find('new')?.status).toBe('REVIEW_IN_PROGRESS');
    expect(await listed('new')).toEqual([]);
  });

  it('need not be there, but its stack', async () => {
    await sets.remove('app');
    await sets.remove('arn:aws:cloudformation:us-east-1:111111111111:changeSet/next/0');
    const message = 'Stack [none] does not exist';
    for (const step of [sets.remove, sets.look, sets.execute]) {
      await expect(step('none')).rejects.toMatchObject({ name: 'ValidationError', message });
    }
    const { StackId = '' } = await cfn.remove('app');
    await expect(sets.remove(StackId)).rejects.toThrow(`Stack [${StackId}] does not exist`);
  });

  it('goes with its stack', async () => {
    const id = await sets.create('app', NEXT);
    await cfn.remove('app');
    await expect(sets.look(id)).rejects.toMatchObject({ name: 'ChangeSetNotFoundException' });
  });
});
