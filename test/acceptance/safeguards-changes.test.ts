import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uploadTemplate } from '../local-aws/change-set-client.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Application, type Deployment, deploy, makeApplication, stagesFile, written } from './deployment.ts';
import { changesOf, errorOf, questionsIn, rowsWith } from './safeguards-checked.ts';
import { findSecrets } from './secret-forms.ts';
import { inFolder, QUEUE, stubCli, stubService } from './stub-cli.ts';
import { expectSuccess } from './verdict.ts';

const { Queue } = QUEUE.Resources;
const topic = (TopicName: string) => ({ Type: 'AWS::SNS::Topic', Properties: { TopicName } });
const table = (more: object = {}) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    ...more,
  },
});
const policy = (Action: string) => ({
  Type: 'AWS::S3::BucketPolicy',
  Properties: {
    Bucket: { Ref: 'Files' },
    PolicyDocument: { Statement: [{ Effect: 'Deny', Principal: '*', Action, Resource: '*' }] },
  },
});

let world: World;
const removals: (() => void)[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
  for (const remove of removals) remove();
});

const service = (app: string, more: object) => inFolder('api', stubService(app, { Resources: { Queue, ...more } }));

/** An application of a service with these resources. */
function applicationOf(app: string, resources: object): Application {
  const file = { 'serverless-stages.yml': stagesFile({ api: 'api' }, {}, { app }) };
  const stub = stubCli({ name: 'osls', version: '4.3.1' });
  const application = makeApplication({ ...file, ...stub, ...service(app, resources) }, []);
  removals.push(application.remove);
  return application;
}

/** Deploys a service with some resources, then with others. */
async function change(app: string, before: object, after: object): Promise<Deployment> {
  const application = applicationOf(app, before);
  expectSuccess((await deploy(world, application.folder)).step);
  application.write(service(app, after));
  return deploy(world, application.folder);
}

const ours = (stack: string) => world.aws.stacks.find(stack)?.changeSets.get('serverless-stages-changes');

describe('what a first deploy changes', () => {
  it('is all added, without a change set', async () => {
    const { folder } = applicationOf('first', { Topic: topic('first-topic'), Orders: table() });
    const { step, calls } = await deploy(world, folder);
    expectSuccess(step);
    expect(changesOf(step, 'api')).toEqual(['add Orders', 'add Queue', 'add Topic']);
    for (const id of ['Orders', 'Queue', 'Topic']) expect(rowsWith(step, `| api | add | ${id} |`)).toHaveLength(1);
    expect(questionsIn(calls)).toEqual([]);
    expect(findSecrets(written(step), { name: 'first-topic' })).toEqual([]);
  });

  it('is all added where the stack is made anew', async () => {
    const { folder } = applicationOf('anew', {});
    expectSuccess((await deploy(world, folder)).step);
    world.aws.stacks.setStatus('anew-dev', 'ROLLBACK_COMPLETE');
    const { step, calls } = await deploy(world, folder);
    expectSuccess(step);
    expect(changesOf(step, 'api')).toEqual(['add Queue']);
    expect(questionsIn(calls)).toEqual([]);
  });
});

describe('what an update changes', () => {
  const OLD = 'recognisable-old-name';
  const NEW = 'recognisable-new-name';
  let update: Deployment;
  beforeAll(async () => {
    const before = { Kept: topic('kept'), Named: topic(OLD), Gone: topic('gone-soon') };
    const changed = { Type: 'AWS::SQS::Queue', Properties: { Tags: [{ Key: 'note', Value: NEW }] } };
    update = await change('rows', before, {
      Queue: changed,
      Kept: topic('kept'),
      Named: topic(NEW),
      More: topic('more'),
    });
  });

  it('has a row for what is added, modified, replaced and removed, and none for what stays', () => {
    expectSuccess(update.step);
    expect(changesOf(update.step, 'api')).toEqual(['add More', 'modify Queue', 'remove Gone', 'replace Named']);
    for (const row of ['add | More', 'modify | Queue', 'remove | Gone', 'replace | Named']) {
      expect(rowsWith(update.step, `| api | ${row} |`)).toHaveLength(1);
    }
    expect(rowsWith(update.step, 'Kept')).toEqual([]);
  });

  it('shows no value, old or new', () => {
    expect(findSecrets(written(update.step), { old: OLD, new: NEW })).toEqual([]);
  });

  it('was asked of a change set that is not executed, and is gone', () => {
    const asked = questionsIn(update.calls).map(({ action }) => action);
    expect(asked).toEqual(expect.arrayContaining(['CreateChangeSet', 'DescribeChangeSet', 'DeleteChangeSet']));
    expect(asked).not.toContain('ExecuteChangeSet');
    expect(ours('rows-dev')).toBeUndefined();
  });

  it('marks changes of rights', async () => {
    const files = { Files: { Type: 'AWS::S3::Bucket' }, Topic: topic('marked') };
    const { step } = await change(
      'rights',
      { ...files, Policy: policy('s3:GetObject') },
      { ...files, Policy: policy('s3:PutObject'), Topic: topic('other') },
    );
    expectSuccess(step);
    expect(rowsWith(step, 'modify', '| Policy |')).toEqual([expect.stringContaining('🔑')]);
    expect(rowsWith(step, 'replace', '| Topic |')).toEqual([expect.not.stringMatching(/🔑|⚠️/)]);
  });

  it('marks resources that hold data', async () => {
    const { step } = await change(
      'data',
      { Orders: table() },
      { Orders: table({ TableClass: 'STANDARD' }), More: table() },
    );
    expectSuccess(step);
    expect(rowsWith(step, 'modify', '| Orders |')).toEqual([expect.stringContaining('⚠️')]);
    expect(rowsWith(step, 'add', '| More |')).toEqual([expect.not.stringContaining('⚠️')]);
  });

  it('is told in whole where it has several pages', async () => {
    const many = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`T${index}`, topic(`many-${index}`)]));
    const { step } = await change('pages', {}, many);
    expectSuccess(step);
    expect(changesOf(step, 'api')).toHaveLength(120);
  });
});

describe('a change that may replace', () => {
  it('counts as a replacement where the resource holds data', async () => {
    const indexed = table({
      AttributeDefinitions: ['id', 'email'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'mail',
          KeySchema: [{ AttributeName: 'email', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    });
    const { step } = await change('perhaps', { Orders: table() }, { Orders: indexed });
    expect(errorOf(step)).toMatch(/^E_SAFEGUARD: .*no-stateful-replacement.*Orders/);
    expect(ours('perhaps-dev')).toBeUndefined();
    expect(world.aws.stacks.find('perhaps-dev')?.resources.get('Orders')?.properties).not.toHaveProperty(
      'GlobalSecondaryIndexes',
    );
  });
});

describe('what changes in a nested stack', () => {
  const nested = (name: string, Resources: object) => ({
    Inner: {
      Type: 'AWS::CloudFormation::Stack',
      Properties: { TemplateURL: uploadTemplate(world.aws, name, { Resources }) },
    },
  });

  it('has rows of its own, with the stack that they are of', async () => {
    const { step } = await change(
      'inner',
      nested('inner-1.json', { Named: topic('inner-old'), Gone: topic('inner-gone') }),
      nested('inner-2.json', { Named: topic('inner-new'), More: topic('inner-more') }),
    );
    expectSuccess(step);
    expect(changesOf(step, 'api')).toEqual(
      expect.arrayContaining(['add More', 'modify Inner', 'remove Gone', 'replace Named']),
    );
    for (const row of ['add', 'remove', 'replace']) expect(rowsWith(step, 'api', row, 'Inner')).toHaveLength(1);
    expect(ours('inner-dev')).toBeUndefined();
    expect(findSecrets(written(step), { new: 'inner-new', old: 'inner-old' })).toEqual([]);
  });

  it('I1 is kept from replacing a table', async () => {
    const keyed = table({
      AttributeDefinitions: [{ AttributeName: 'email', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'email', KeyType: 'HASH' }],
    });
    const { step } = await change(
      'inner-table',
      nested('table-1.json', { Orders: table() }),
      nested('table-2.json', { Orders: keyed }),
    );
    expect(errorOf(step)).toMatch(/^E_SAFEGUARD: .*no-stateful-replacement.*Orders/);
  });
});
