import { ListChangeSetsCommand } from '@aws-sdk/client-cloudformation';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type ChangeSetClient,
  changeOf,
  changeSetClient,
  lines,
  reasons,
  uploadTemplate,
} from '../change-set-client.ts';
import { type LocalAws, startLocalAws } from '../server.ts';
import { queues, type StackClient, stackClient } from '../stack-client.ts';

let aws: LocalAws;
let cfn: StackClient;
let sets: ChangeSetClient;
beforeEach(async () => {
  aws = await startLocalAws({ resourceDelayMs: 0 });
  cfn = stackClient(aws);
  sets = changeSetClient(cfn);
});
afterEach(() => aws.close());

const ALL = { IncludeNestedStacks: true };
/** A nested stack of a template, under a name that says which. */
const nested = (name: string, template: object, more: object = {}) => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: { TemplateURL: uploadTemplate(aws, name, template), ...more },
});
const idOf = (stack: string, logicalId: string) => aws.stacks.find(stack)?.resources.get(logicalId)?.physicalId ?? '';
const one = (DelaySeconds: number) =>
  queues({ Q: { DelaySeconds } }, { Arn: { Value: { 'Fn::GetAtt': ['Q', 'Arn'] } } });
const NO_CHANGES =
  "The submitted information didn't contain changes. Submit different information to create a change set.";
const setsOf = async (StackName: string) =>
  (await cfn.client.send(new ListChangeSetsCommand({ StackName }))).Summaries ?? [];

describe('a nested stack without a change set of its own', () => {
  it('may change with every update, and with it what reads its outputs', async () => {
    const template = {
      Resources: {
        Child: nested('a.json', one(1)),
        P: {
          Type: 'AWS::SSM::Parameter',
          Properties: { Type: 'String', Value: { 'Fn::GetAtt': ['Child', 'Outputs.Arn'] } },
        },
      },
    };
    await cfn.create('app', template);
    const answer = await sets.show('app', template);
    expect(answer).toMatchObject({ Status: 'CREATE_COMPLETE', IncludeNestedStacks: false });
    expect(lines(answer)).toEqual(['Modify Child False', 'Modify P False']);
    expect(changeOf(answer, 'Child')).toMatchObject({
      PhysicalResourceId: idOf('app', 'Child'),
      Scope: ['Properties'],
    });
    expect(changeOf(answer, 'Child')).not.toHaveProperty('ChangeSetId');
    expect(reasons(answer, 'Child')).toEqual(['Properties Never Dynamic Automatic']);
    expect(reasons(answer, 'P')).toEqual(['Value Never Dynamic ResourceAttribute Child.Outputs.Arn']);
  });

  it('is updated where its template has become another one, and left alone where not', async () => {
    const template = { Resources: { Child: nested('a.json', one(1)), Same: nested('b.json', queues({ S: {} })) } };
    await cfn.create('app', template);
    uploadTemplate(aws, 'a.json', one(2));
    await sets.show('app', template);
    await sets.execute('app');
    expect((await cfn.settled('app')).StackStatus).toBe('UPDATE_COMPLETE');
    expect((await cfn.settled(idOf('app', 'Child'))).StackStatus).toBe('UPDATE_COMPLETE');
    expect((await cfn.settled(idOf('app', 'Same'))).StackStatus).toBe('CREATE_COMPLETE');
  });
});

describe('a change set that includes nested stacks', () => {
  it('has one for each, which names it and can be executed from it alone', async () => {
    await cfn.create('app', { Resources: { Child: nested('a.json', one(1)) } });
    uploadTemplate(aws, 'a.json', one(2));
    const root = await sets.show('app', { Resources: { Child: nested('a.json', one(2)) } }, ALL);
    expect(root).toMatchObject({ Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE', IncludeNestedStacks: true });
    expect(root).not.toHaveProperty('RootChangeSetId');
    expect(reasons(root, 'Child')).toEqual(['Properties Never Dynamic Automatic']);
    const { ChangeSetId = '' } = changeOf(root, 'Child');
    expect(ChangeSetId).toMatch(/^arn:aws:cloudformation:us-east-1:111111111111:changeSet\/next-Child-[A-Z0-9]{12}\//);
    const inner = await sets.look(ChangeSetId);
    expect(inner).toMatchObject({
      ChangeSetId,
      StackId: idOf('app', 'Child'),
      Status: 'CREATE_COMPLETE',
      ExecutionStatus: 'UNAVAILABLE',
      StatusReason: 'Only executable from the root change set.',
      IncludeNestedStacks: true,
      ParentChangeSetId: root.ChangeSetId,
      RootChangeSetId: root.ChangeSetId,
    });
    expect(lines(inner)).toEqual(['Modify Q False']);
    await expect(sets.execute(ChangeSetId)).rejects.toMatchObject({ name: 'InvalidChangeSetStatusException' });
  });

  it('is made once all of them are', async () => {
    await cfn.create('app', { Resources: { Child: nested('a.json', one(1)) } });
    const id = await sets.create('app', { Resources: { Child: nested('b.json', one(2)) } }, ALL);
    const child = idOf('app', 'Child');
    expect(await sets.look(id)).toMatchObject({ Status: 'CREATE_IN_PROGRESS' });
    expect(await setsOf(child)).toMatchObject([
      { Status: 'CREATE_PENDING', ParentChangeSetId: id, RootChangeSetId: id },
    ]);
    expect(await sets.look(id)).toMatchObject({ Status: 'CREATE_COMPLETE' });
    expect(await setsOf(child)).toMatchObject([{ Status: 'CREATE_COMPLETE' }]);
  });

  it('names the root and the one above at any depth', async () => {
    const outer = (delay: number) => ({ Resources: { Inner: nested('inner.json', one(delay)) } });
    await cfn.create('app', { Resources: { Outer: nested('outer.json', outer(1)) } });
    const root = await sets.show('app', { Resources: { Outer: nested('outer.json', outer(2)) } }, ALL);
    const middle = await sets.look(changeOf(root, 'Outer').ChangeSetId ?? '');
    const inner = await sets.look(changeOf(middle, 'Inner').ChangeSetId ?? '');
    expect(inner).toMatchObject({ ParentChangeSetId: middle.ChangeSetId, RootChangeSetId: root.ChangeSetId });
    expect(lines(inner)).toEqual(['Modify Q False']);
  });

  it('leaves nested stacks out in which nothing changes, and has no changes where nothing does', async () => {
    const both = (delay: number) => ({
      Resources: { Child: nested('a.json', one(delay)), Same: nested('b.json', one(1)) },
    });
    await cfn.create('app', both(1));
    const none = await sets.show('app', both(1), ALL);
    expect(none).toMatchObject({ Status: 'FAILED', StatusReason: NO_CHANGES });
    const some = await sets.show('app', both(2), { ...ALL, ChangeSetName: 'some' });
    expect(lines(some)).toEqual(['Modify Child False']);
    expect(await setsOf(idOf('app', 'Same'))).toMatchObject([{ Status: 'FAILED' }, { StatusReason: NO_CHANGES }]);
  });

  it('tells of another address of a template though nothing changes in it', async () => {
    await cfn.create('app', { Resources: { Child: nested('a.json', one(1)) } });
    const root = await sets.show('app', { Resources: { Child: nested('b.json', one(1)) } }, ALL);
    expect(root.Status).toBe('CREATE_COMPLETE');
    expect(reasons(root, 'Child')).toEqual(['TemplateURL Never Static DirectModification']);
    expect(await sets.look(changeOf(root, 'Child').ChangeSetId ?? '')).toMatchObject({ StatusReason: NO_CHANGES });
  });

  it('has one that creates a nested stack, which is in review until then', async () => {
    await cfn.create('app', queues({ A: {} }));
    const next = { Resources: { A: { Type: 'AWS::SQS::Queue' }, Child: nested('a.json', one(1)) } };
    const root = await sets.show('app', next, ALL);
    expect(lines(root)).toEqual(['Add Child']);
    expect(changeOf(root, 'Child')).not.toHaveProperty('PhysicalResourceId');
    const inner = await sets.look(changeOf(root, 'Child').ChangeSetId ?? '');
    expect(lines(inner)).toEqual(['Add Q']);
    const { StackId = '' } = inner;
    const { id } = aws.stacks.find('app') ?? {};
    expect(aws.stacks.find(StackId)).toMatchObject({ status: 'REVIEW_IN_PROGRESS', parentId: id, rootId: id });
    await sets.execute('app');
    expect((await cfn.settled('app')).StackStatus).toBe('UPDATE_COMPLETE');
    expect(idOf('app', 'Child')).toBe(StackId);
    expect(aws.stacks.find(StackId)?.status).toBe('CREATE_COMPLETE');
    expect(await setsOf(StackId)).toEqual([]);
  });

  it('creates a whole hierarchy', async () => {
    const outer = { Resources: { Inner: nested('inner.json', one(1)) } };
    const template = { Resources: { Outer: nested('outer.json', outer) } };
    const root = await sets.show('new', template, { ...ALL, ChangeSetType: 'CREATE' });
    expect(lines(root)).toEqual(['Add Outer']);
    await sets.execute('new');
    expect((await cfn.settled('new')).StackStatus).toBe('CREATE_COMPLETE');
    expect(aws.stacks.list()).toHaveLength(3);
  });

  it('says of a nested stack that goes that it is removed, without a change set', async () => {
    await cfn.create('app', { Resources: { A: { Type: 'AWS::SQS::Queue' }, Child: nested('a.json', one(1)) } });
    const root = await sets.show('app', queues({ A: {} }), ALL);
    expect(lines(root)).toEqual(['Remove Child Delete']);
    expect(changeOf(root, 'Child')).not.toHaveProperty('ChangeSetId');
  });
});

describe('what a nested stack gets from another one', () => {
  const Parameters = { Arn: { Type: 'String' } };
  const reader = {
    Parameters,
    Conditions: { HasArn: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Arn' }, ''] }] } },
    Resources: {
      Named: {
        Type: 'AWS::SNS::Topic',
        Properties: { TopicName: { 'Fn::Select': [5, { 'Fn::Split': [':', { Ref: 'Arn' }] }] } },
      },
      Perhaps: { Type: 'AWS::SQS::Queue', Condition: 'HasArn' },
      Untouched: { Type: 'AWS::SQS::Queue' },
    },
  };
  const app = (delay: number) => ({
    Resources: {
      Giver: nested('giver.json', one(delay)),
      Reader: nested('reader.json', reader, { Parameters: { Arn: { 'Fn::GetAtt': ['Giver', 'Outputs.Arn'] } } }),
    },
  });

  it('is not known once that changes: what has it is replaced, what depends on it may be anything', async () => {
    await cfn.create('app', app(1));
    const root = await sets.show('app', app(2), ALL);
    expect(lines(root)).toEqual(['Modify Giver False', 'Modify Reader False']);
    const inner = await sets.look(changeOf(root, 'Reader').ChangeSetId ?? '');
    expect(inner.Parameters).toEqual([{ ParameterKey: 'Arn', ParameterValue: '{{changeSet:KNOWN_AFTER_APPLY}}' }]);
    expect(lines(inner)).toEqual(['Modify Named True ReplaceAndDelete', 'Dynamic Perhaps']);
    expect(reasons(inner, 'Named')).toEqual([
      'TopicName Always Dynamic DirectModification',
      'TopicName Always Static ParameterReference Arn',
    ]);
  });

  it('is known while that stays', async () => {
    await cfn.create('app', app(1));
    const template = app(1);
    const root = await sets.show(
      'app',
      { Resources: { ...template.Resources, New: { Type: 'AWS::SQS::Queue' } } },
      ALL,
    );
    expect(lines(root)).toEqual(['Add New']);
  });
});
