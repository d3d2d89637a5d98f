import {
  DescribeStacksCommand,
  ListExportsCommand,
  ListImportsCommand,
  ListStackResourcesCommand,
  paginateDescribeStackEvents,
  paginateDescribeStacks,
  paginateListStackResources,
} from '@aws-sdk/client-cloudformation';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChangeSetClient, changeSetClient, lines } from '../change-set-client.ts';
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

describe('a change set', () => {
  const base = queues({ A: { QueueName: 'a' } });

  it('that creates a stack shows it in review until it is executed', async () => {
    await sets.create('app', base, { ChangeSetType: 'CREATE' });
    const { Stacks } = await cfn.client.send(new DescribeStacksCommand({ StackName: 'app' }));
    expect(Stacks?.[0]?.StackStatus).toBe('REVIEW_IN_PROGRESS');
    expect((await sets.made('app')).Changes).toMatchObject([
      { ResourceChange: { Action: 'Add', LogicalResourceId: 'A' } },
    ]);
    await sets.execute('app');
    expect((await cfn.settled('app')).StackStatus).toBe('CREATE_COMPLETE');
  });

  it('without changes fails and cannot be executed', async () => {
    await cfn.create('app', base);
    expect(await sets.show('app', base)).toMatchObject({
      Status: 'FAILED',
      ExecutionStatus: 'UNAVAILABLE',
      StatusReason: expect.stringContaining("didn't contain changes"),
    });
    await expect(sets.execute('app')).rejects.toMatchObject({ name: 'InvalidChangeSetStatusException' });
  });

  it('with only an output changed can be executed', async () => {
    await cfn.create('app', base);
    const next = queues({ A: { QueueName: 'a' } }, { Arn: { Value: { 'Fn::GetAtt': ['A', 'Arn'] } } });
    const answer = await sets.show('app', next);
    expect(answer).toMatchObject({ Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE' });
    expect(answer.Changes ?? []).toEqual([]);
    await sets.execute('app');
    expect((await cfn.settled('app')).Outputs?.[0]?.OutputValue).toBe('arn:aws:sqs:us-east-1:111111111111:a');
  });

  it('says what is modified, replaced and removed, by logical id', async () => {
    await cfn.create('app', queues({ C: {}, B: { QueueName: 'b' }, A: { QueueName: 'a' } }));
    const next = queues({ B: { QueueName: 'b2' }, D: {}, A: { QueueName: 'a', DelaySeconds: 1 } });
    expect(lines(await sets.show('app', next))).toEqual([
      'Modify A False',
      'Modify B True ReplaceAndDelete',
      'Remove C Delete',
      'Add D',
    ]);
  });

  it('that changes a tag changes every resource', async () => {
    await cfn.create('app', base, { Tags: [{ Key: 'STAGE', Value: 'dev' }] });
    const { Changes } = await sets.show('app', base, { Tags: [{ Key: 'STAGE', Value: 'prod' }] });
    expect(Changes).toMatchObject([{ ResourceChange: { Scope: ['Tags'] } }]);
  });

  it('needs the capability for IAM resources', async () => {
    const template = {
      Resources: { R: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'r', AssumeRolePolicyDocument: {} } } },
    };
    const refused = sets.create('app', template, { ChangeSetType: 'CREATE', Capabilities: ['CAPABILITY_IAM'] });
    await expect(refused).rejects.toMatchObject({ name: 'InsufficientCapabilitiesException' });
  });

  it.each([
    [
      'an unresolved reference',
      { Resources: { A: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'No' } } } } },
      /Unresolved resource dependencies \[No\]/,
    ],
    [
      'a circle',
      queues({ A: { X: { Ref: 'B' } }, B: { X: { Ref: 'A' } } }),
      /Circular dependency between resources: \[A, B\]/,
    ],
    ['no resources', { Resources: {} }, /At least one Resources member/],
    [
      'a missing parameter',
      { Parameters: { P: { Type: 'String' } }, ...queues({ A: {} }) },
      /Parameters: \[P\] must have values/,
    ],
    ['a dynamic reference', queues({ A: { QueueName: '{{resolve:ssm:x}}' } }), /has no dynamic references/],
  ])('is refused for %s', async (_what, template, message) => {
    await expect(sets.create('app', template, { ChangeSetType: 'CREATE' })).rejects.toThrow(message);
    expect(aws.stacks.list()).toEqual([]);
  });
});

describe('exports', () => {
  const exporter = (name: string) =>
    queues(
      { A: { QueueName: name } },
      { Name: { Value: { 'Fn::GetAtt': ['A', 'QueueName'] }, Export: { Name: 'base-queue' } } },
    );
  const importer = queues({
    B: { QueueName: { 'Fn::Sub': ['${x}-copy', { x: { 'Fn::ImportValue': 'base-queue' } }] } },
  });

  it('are listed, imported, and protect their stack from a delete', async () => {
    await cfn.create('base', exporter('a'));
    await cfn.create('app', importer);
    expect((await cfn.client.send(new ListExportsCommand({}))).Exports).toMatchObject([
      { Name: 'base-queue', Value: 'a' },
    ]);
    const imports = await cfn.client.send(new ListImportsCommand({ ExportName: 'base-queue' }));
    expect(imports.Imports).toEqual(['app']);
    expect(await cfn.remove('base')).toMatchObject({
      StackStatus: 'CREATE_COMPLETE',
      StackStatusReason: 'Export base-queue cannot be deleted as it is in use by app',
    });
    await cfn.remove('app');
    await expect(cfn.client.send(new ListImportsCommand({ ExportName: 'base-queue' }))).rejects.toThrow(
      /not imported by any stack/,
    );
    expect((await cfn.remove('base')).StackStatus).toBe('DELETE_COMPLETE');
  });

  it('that are in use can be neither changed nor dropped', async () => {
    await cfn.create('base', exporter('a'));
    await cfn.create('app', importer);
    for (const [next, verb] of [
      [exporter('b'), 'updated'],
      [queues({ A: { QueueName: 'a' } }), 'deleted'],
    ] as const) {
      expect((await cfn.update('base', next)).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
      const rollback = (await cfn.events('base')).find(
        (event) => event.ResourceStatus === 'UPDATE_ROLLBACK_IN_PROGRESS',
      );
      expect(rollback?.ResourceStatusReason).toContain(`Export base-queue cannot be ${verb} as it is in use by app`);
    }
    expect(
      aws.things
        .list()
        .map((thing) => thing.name)
        .sort(),
    ).toEqual(['a', 'a-copy']);
  });

  it('that are missing fail the importing stack', async () => {
    expect((await cfn.create('app', importer)).StackStatus).toBe('ROLLBACK_COMPLETE');
    const events = await cfn.events('app');
    expect(events.map((event) => event.ResourceStatusReason)).toContain(
      'No export named base-queue found. Rollback requested by user.',
    );
  });

  it('stay in use by a stack whose update without them failed', async () => {
    await cfn.create('base', exporter('a'));
    await cfn.create('app', importer);
    aws.faults.failResource({ logicalId: 'C', on: 'create', reason: 'no' });
    expect((await cfn.update('app', queues({ C: {} }))).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    const imports = await cfn.client.send(new ListImportsCommand({ ExportName: 'base-queue' }));
    expect(imports.Imports).toEqual(['app']);
  });

  it('are kept per account and region', async () => {
    await cfn.create('base', exporter('a'));
    for (const other of [stackClient(aws, '222222222222'), stackClient(aws, '111111111111', 'eu-west-1')]) {
      expect((await other.client.send(new ListExportsCommand({}))).Exports ?? []).toEqual([]);
      expect((await other.create('base', exporter('a'))).StackStatus).toBe('CREATE_COMPLETE');
    }
  });
});

describe('lists', () => {
  it('have 100 events, resources and stacks a page', async () => {
    const many = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`Q${index}`, {}]));
    await cfn.create('app', queues(many));
    const config = { client: cfn.client };
    const pages: number[] = [];
    const seen = new Set<string | undefined>();
    for await (const { StackEvents = [] } of paginateDescribeStackEvents(config, { StackName: 'app' })) {
      pages.push(StackEvents.length);
      for (const event of StackEvents) seen.add(event.EventId);
    }
    expect(pages).toEqual([100, 100, 100, 62]);
    expect(seen.size).toBe(362);
    const resources: number[] = [];
    for await (const page of paginateListStackResources(config, { StackName: 'app' }))
      resources.push(page.StackResourceSummaries?.length ?? 0);
    expect(resources).toEqual([100, 20]);
    for (let index = 0; index < 100; index += 1) await cfn.create(`app-${index}`, queues({ A: {} }));
    const stacks: number[] = [];
    for await (const page of paginateDescribeStacks(config, {})) stacks.push(page.Stacks?.length ?? 0);
    expect(stacks).toEqual([100, 1]);
    await expect(
      cfn.client.send(new ListStackResourcesCommand({ StackName: 'app', NextToken: 'made-up' })),
    ).rejects.toThrow(/NextToken/);
  });
});
