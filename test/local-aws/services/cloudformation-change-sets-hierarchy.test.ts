import { setTimeout as sleep } from 'node:timers/promises';
import { ListChangeSetsCommand } from '@aws-sdk/client-cloudformation';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type ChangeSetClient,
  changeOf,
  changeSetClient,
  lines,
  narrowedClient,
  uploadTemplate,
} from '../change-set-client.ts';
import { type LocalAws, type LocalAwsOptions, startLocalAws } from '../server.ts';
import { held, queues, type StackClient, stackClient } from '../stack-client.ts';

let aws: LocalAws;
let cfn: StackClient;
let sets: ChangeSetClient;
beforeEach(() => start({ resourceDelayMs: 0 }));
afterEach(() => aws.close());

async function start(options: LocalAwsOptions): Promise<void> {
  aws = await startLocalAws(options);
  cfn = stackClient(aws);
  sets = changeSetClient(cfn);
}

const ALL = { IncludeNestedStacks: true };
const INVALID = { name: 'InvalidChangeSetStatusException' };
const at = (TemplateURL: string, more: object = {}) => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: { TemplateURL, ...more },
});
const nested = (name: string, template: object, more: object = {}) => at(uploadTemplate(aws, name, template), more);
const idOf = (stack: string, logicalId: string) => aws.stacks.find(stack)?.resources.get(logicalId)?.physicalId ?? '';
const setsOf = async (StackName: string) =>
  (await cfn.client.send(new ListChangeSetsCommand({ StackName }))).Summaries ?? [];
const QUEUE = { Type: 'AWS::SQS::Queue' };
const MISSING = 'https://s3.amazonaws.com/templates/none.json';

describe('a change set whose nested stacks cannot be looked into fails', () => {
  beforeEach(() => cfn.create('app', { Resources: { A: QUEUE, Child: nested('a.json', queues({ Q: {} })) } }));

  const failing = async (child: object, input: object = {}) => {
    const answer = await sets.show('app', { Resources: { A: QUEUE, B: QUEUE, Child: child } }, { ...ALL, ...input });
    expect(answer).toMatchObject({ Status: 'FAILED', ExecutionStatus: 'UNAVAILABLE' });
    return answer;
  };

  it('with what S3 says, and tells the other changes', async () => {
    const answer = await failing(at(MISSING));
    expect(answer.StatusReason).toContain('S3 error: The specified key does not exist.');
    expect(lines(answer)).toEqual(['Add B', 'Modify Child False']);
    await expect(sets.execute('app')).rejects.toMatchObject(INVALID);
  });

  it.each([
    ['a template that is none', 'x: 1', {}, 'At least one Resources member must be defined.'],
    ['a parameter that it lacks', '{"Resources":{"Q":{"Type":"T"}}}', { P: '1' }, 'Parameters: [P] do not exist'],
    [
      'a parameter that it misses',
      '{"Parameters":{"P":{"Type":"String"}},"Resources":{"Q":{"Type":"T"}}}',
      {},
      'Parameters: [P] must have values',
    ],
    ['a capability', '{"Resources":{"R":{"Type":"AWS::IAM::Role"}}}', {}, 'Requires capabilities : [CAPABILITY_IAM]'],
  ])('for %s', async (_what, template, Parameters, reason) => {
    const answer = await failing(at(uploadTemplate(aws, 'bad', template), { Parameters }));
    expect(answer.StatusReason).toContain(reason);
  });

  it('where one of them is in a state that cannot be updated', async () => {
    aws.stacks.setStatus(idOf('app', 'Child'), 'UPDATE_ROLLBACK_FAILED');
    const { StatusReason } = await failing(nested('b.json', queues({ Q: {}, R: {} })));
    expect(StatusReason).toContain('is in UPDATE_ROLLBACK_FAILED state and can not be updated.');
  });

  it('with the nested change set that failed, and does not wait for the others', async () => {
    const outer = { Resources: { A: QUEUE, Inner: at(MISSING) } };
    const Resources = { Child: nested('outer.json', outer), Other: nested('other.json', queues({ Q: {} })) };
    const root = await sets.show('app', { Resources }, ALL);
    const { ChangeSetId = '' } = changeOf(root, 'Child');
    expect(root).toMatchObject({
      Status: 'FAILED',
      StatusReason: `Nested change set ${ChangeSetId} was not successfully created: Currently in FAILED.`,
    });
    const inner = await sets.look(ChangeSetId);
    expect(inner).toMatchObject({ Status: 'FAILED', StatusReason: expect.stringContaining('S3 error: ') });
    expect(lines(inner)).toEqual(['Add A', 'Add Inner', 'Remove Q Delete']);
    const other = changeOf(root, 'Other').ChangeSetId ?? '';
    expect(await sets.look(other)).toMatchObject({ Status: 'CREATE_IN_PROGRESS' });
    expect(await sets.look(other)).toMatchObject({ Status: 'CREATE_COMPLETE' });
  });
});

describe('a change set that includes nested stacks is deleted', () => {
  const twoNew = () => ({
    Resources: { A: QUEUE, One: nested('1', queues({ Q: {} })), Two: nested('2', queues({ Q: {} })) },
  });
  const reviews = () => aws.stacks.list().filter(({ status }) => status === 'REVIEW_IN_PROGRESS');

  it('later, with those of the nested stacks and the stacks that were made for it', async () => {
    let time: number | Promise<number> = 0;
    await aws.close();
    await start({ resourceDelayMs: (type) => (type === 'AWS::CloudFormation::ChangeSet' ? time : 0) });
    await cfn.create('app', { Resources: { A: QUEUE, One: nested('1', queues({ P: {} })) } });
    const root = await sets.show('app', twoNew(), ALL);
    const { StackId: child = '' } = await sets.look(changeOf(root, 'Two').ChangeSetId ?? '');
    expect(reviews().map(({ id }) => id)).toEqual([child]);
    const first = held();
    time = first.isOver;
    await sets.remove('app');
    expect(await setsOf('app')).toMatchObject([{ Status: 'DELETE_PENDING', ExecutionStatus: 'UNAVAILABLE' }]);
    expect(await setsOf(child)).toMatchObject([{ Status: 'DELETE_PENDING' }]);
    await expect(sets.remove('app')).rejects.toThrow('Cannot delete ChangeSet in status DELETE_PENDING');
    await expect(sets.execute('app')).rejects.toMatchObject(INVALID);
    await expect(sets.create('app', twoNew())).rejects.toMatchObject({ name: 'AlreadyExistsException' });
    const second = held();
    time = second.isOver;
    first.end();
    while ((await setsOf('app'))[0]?.Status !== 'DELETE_IN_PROGRESS') await sleep(1);
    second.end();
    while ((await setsOf('app')).length > 0) await sleep(1);
    expect(await setsOf(idOf('app', 'One'))).toEqual([]);
    expect(aws.stacks.find(child)?.status).toBe('DELETE_COMPLETE');
    expect(aws.stacks.find('app')?.status).toBe('CREATE_COMPLETE');
  });

  it('from its root alone', async () => {
    await cfn.create('app', queues({ A: {} }));
    const root = await sets.show('app', twoNew(), ALL);
    const { ChangeSetId = '' } = changeOf(root, 'One');
    await expect(sets.remove(ChangeSetId)).rejects.toMatchObject(INVALID);
    expect(await sets.look(ChangeSetId)).toMatchObject({ Status: 'CREATE_COMPLETE' });
    await sets.remove('app');
    while (reviews().length > 0) await sleep(1);
    await expect(sets.look(ChangeSetId)).rejects.toMatchObject({ name: 'ChangeSetNotFoundException' });
  });

  it('though it failed', async () => {
    await cfn.create('app', queues({ A: {} }));
    await sets.show('app', { Resources: { A: QUEUE, Bad: at(MISSING), New: nested('2', queues({ Q: {} })) } }, ALL);
    expect(reviews()).toHaveLength(1);
    await sets.remove('app');
    while ((await setsOf('app')).length > 0) await sleep(1);
    expect(reviews()).toEqual([]);
  });

  it('with its stack, or as another one is executed', async () => {
    await cfn.create('app', queues({ A: {} }));
    await sets.show('app', twoNew(), { ...ALL, ChangeSetName: 'left' });
    await sets.show('app', queues({ A: { DelaySeconds: 1 } }));
    await sets.execute('app');
    await cfn.settled('app');
    expect(reviews()).toEqual([]);
    await sets.show('app', twoNew(), ALL);
    expect(reviews()).toHaveLength(2);
    await cfn.remove('app');
    expect(reviews()).toEqual([]);
  });
});

describe('the rights on nested stacks', () => {
  const MAKE = ['cloudformation:*', 'arn:aws:cloudformation:us-east-1:111111111111:stack/app/*'] as const;
  const READ = ['s3:GetObject', 'arn:aws:s3:::templates/*'] as const;
  const BELOW = 'arn:aws:cloudformation:us-east-1:111111111111:stack/app-*';
  const as = (...allowed: (readonly [string, string])[]) =>
    changeSetClient({ ...cfn, client: narrowedClient(aws, [MAKE, ...allowed]) });
  const next = () => ({ Resources: { A: QUEUE, Child: nested('a.json', queues({ Q: {} })) } });
  beforeEach(() => cfn.create('app', queues({ A: {} })));

  it('are those of the caller, for its change set and its template', async () => {
    const denied = await as(READ).show('app', next(), ALL);
    expect(denied.StatusReason).toMatch(
      /is not authorized to perform: cloudformation:CreateChangeSet on resource: .*:stack\/app-Child-[A-Z0-9]{12}\/new/,
    );
    const unread = await as(['cloudformation:*', BELOW]).show('app', next(), { ...ALL, ChangeSetName: 'unread' });
    expect(unread.StatusReason).toContain('S3 error: Access Denied');
    const { Status } = await as(READ, ['cloudformation:CreateChangeSet', BELOW]).show('app', next(), {
      ...ALL,
      ChangeSetName: 'made',
    });
    expect(Status).toBe('CREATE_COMPLETE');
  });

  it('are asked for its deletion too', async () => {
    const maker = as(READ, ['cloudformation:CreateChangeSet', BELOW]);
    await maker.show('app', next(), ALL);
    await maker.remove('app');
    while ((await setsOf('app'))[0]?.Status !== 'DELETE_FAILED') await sleep(1);
    expect((await setsOf('app'))[0]?.StatusReason).toContain('cloudformation:DeleteChangeSet');
    await sets.remove('app');
    while ((await setsOf('app')).length > 0) await sleep(1);
  });
});
