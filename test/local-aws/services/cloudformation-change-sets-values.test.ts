import { paginateDescribeChangeSet } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChangeSetClient, changeOf, changeSetClient, lines } from '../change-set-client.ts';
import { type LocalAws, startLocalAws } from '../server.ts';
import { queues, type StackClient, stackClient } from '../stack-client.ts';

let aws: LocalAws;
let cfn: StackClient;
let sets: ChangeSetClient;
beforeAll(async () => {
  aws = await startLocalAws({ resourceDelayMs: 0, changeSetLooks: 0 });
  cfn = stackClient(aws);
  sets = changeSetClient(cfn);
});
afterAll(() => aws.close());

const VALUES = { IncludePropertyValues: true };
const KNOWN_AFTER_APPLY = '{{changeSet:KNOWN_AFTER_APPLY}}';
const parameter = (Value: unknown, more: object = {}) => ({
  Type: 'AWS::SSM::Parameter',
  Properties: { Type: 'String', Value, ...more },
});
const queue = (Properties: object, more: object = {}) => ({ Type: 'AWS::SQS::Queue', Properties, ...more });

/** What a change set says with values, and without. */
async function step(stack: string, before: object, after: object) {
  await cfn.create(stack, { Resources: before });
  const plain = await sets.show(stack, { Resources: after });
  return { plain, valued: await sets.look(stack, VALUES) };
}
const detailsOf = (answer: Parameters<typeof changeOf>[0], id: string) =>
  (changeOf(answer, id).Details ?? []).map(({ Target, Evaluation, ChangeSource, CausingEntity }) =>
    [
      Target?.Path,
      Target?.AttributeChangeType,
      Target?.BeforeValue,
      Target?.AfterValue,
      Evaluation,
      ChangeSource,
      CausingEntity,
    ].filter((part) => part !== undefined),
  );

describe('values of properties', () => {
  it('are there where they are asked for, each at its place', async () => {
    const { plain, valued } = await step(
      'places',
      { Q: queue({ QueueName: 'q', DelaySeconds: 1, Tags: [{ Key: 'a', Value: '1' }] }, { DeletionPolicy: 'Retain' }) },
      {
        Q: queue(
          { QueueName: 'q', DelaySeconds: 2, Tags: [{ Key: 'a', Value: '2' }], KmsMasterKeyId: 'k' },
          { DeletionPolicy: 'Retain' },
        ),
      },
    );
    expect(JSON.stringify(plain)).not.toMatch(/Context|BeforeValue|AfterValue|"Path"/);
    expect(detailsOf(valued, 'Q')).toEqual([
      ['/Properties/DelaySeconds', 'Modify', '1', '2', 'Static', 'DirectModification'],
      ['/Properties/Tags/0/Value', 'Modify', '1', '2', 'Static', 'DirectModification'],
      ['/Properties/KmsMasterKeyId', 'Add', 'k', 'Static', 'DirectModification'],
    ]);
    const { BeforeContext = '', AfterContext = '' } = changeOf(valued, 'Q');
    expect(JSON.parse(BeforeContext)).toEqual({
      Properties: { QueueName: 'q', DelaySeconds: '1', Tags: [{ Key: 'a', Value: '1' }] },
      DeletionPolicy: 'Retain',
    });
    expect(JSON.parse(AfterContext)).toMatchObject({ Properties: { DelaySeconds: '2', KmsMasterKeyId: 'k' } });
  });

  it('of what is added are what it becomes, of what is removed what it was', async () => {
    const { valued } = await step(
      'contexts',
      { Old: parameter('old'), Kept: queue({ QueueName: 'kept' }) },
      { New: parameter({ Ref: 'Kept' }), Kept: queue({ QueueName: 'kept' }) },
    );
    expect(lines(valued)).toEqual(['Add New', 'Remove Old Delete']);
    const [added, removed] = [changeOf(valued, 'New'), changeOf(valued, 'Old')];
    expect(JSON.parse(added.AfterContext ?? '')).toEqual({
      Properties: { Type: 'String', Value: 'https://sqs.us-east-1.amazonaws.com/111111111111/kept' },
    });
    expect(JSON.parse(removed.BeforeContext ?? '')).toEqual({ Properties: { Type: 'String', Value: 'old' } });
    expect(added).not.toHaveProperty('BeforeContext');
    expect(removed).not.toHaveProperty('AfterContext');
  });

  it('that the deployment decides are not told, and are told to change directly too', async () => {
    const rest = { P: parameter({ 'Fn::GetAtt': ['Q', 'QueueName'] }) };
    const { plain, valued } = await step(
      'unknown',
      { ...rest, Q: queue({ QueueName: 'u-1' }) },
      { ...rest, Q: queue({ QueueName: 'u-2' }) },
    );
    expect(lines(plain)).toEqual(lines(valued));
    const told = ['/Properties/Value', 'Modify', 'u-1', KNOWN_AFTER_APPLY];
    expect(detailsOf(valued, 'P')).toEqual([
      [...told, 'Dynamic', 'DirectModification'],
      [...told, 'Static', 'ResourceAttribute', 'Q.QueueName'],
    ]);
    expect(changeOf(valued, 'P').AfterContext).toContain(KNOWN_AFTER_APPLY);
  });

  it('that stay take their change away', async () => {
    const rest = { P: parameter({ 'Fn::GetAtt': ['Q', 'QueueName'] }) };
    const { plain, valued } = await step(
      'stay',
      { ...rest, Q: queue({ QueueName: 's', DelaySeconds: 1 }) },
      { ...rest, Q: queue({ QueueName: 's', DelaySeconds: 2 }) },
    );
    expect(lines(plain)).toEqual(['Modify P False', 'Modify Q False']);
    expect(lines(valued)).toEqual(['Modify Q False']);
  });

  it('of policies are told as wholes', async () => {
    const policy = (Action: string) => ({
      Type: 'AWS::SQS::QueuePolicy',
      Properties: { Queues: ['q'], PolicyDocument: { Statement: [{ Action }] } },
    });
    const { valued } = await step('policies', { P: policy('a') }, { P: policy('b') });
    expect(detailsOf(valued, 'P')).toEqual([
      [
        '/Properties/PolicyDocument',
        'Modify',
        '{"Statement":[{"Action":"a"}]}',
        '{"Statement":[{"Action":"b"}]}',
        'Static',
        'DirectModification',
      ],
    ]);
  });
});

describe('many changes', () => {
  it('come 100 at a time', async () => {
    await cfn.create('many', queues({ A: {} }));
    const ids = Array.from({ length: 249 }, (_, index) => [`Q${index}`, {}]);
    const { Changes, NextToken } = await sets.show('many', queues({ A: {}, ...Object.fromEntries(ids) }));
    expect(Changes).toHaveLength(100);
    expect(NextToken).toEqual(expect.any(String));
    const pages: string[][] = [];
    const config = { client: cfn.client };
    for await (const page of paginateDescribeChangeSet(config, { StackName: 'many', ChangeSetName: 'next' })) {
      pages.push(lines(page));
    }
    expect(pages.map((page) => page.length)).toEqual([100, 100, 49]);
    expect(new Set(pages.flat()).size).toBe(249);
    await expect(sets.look('many', { NextToken: 'made-up' })).rejects.toThrow(/NextToken/);
  });
});
