import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewStageName } from '../../core/stage/name.ts';
import { queues, stackClient } from '../local-aws/stack-client.ts';
import { putObjects } from '../local-aws/state/fill-bucket.ts';
import { addLogGroup, listLogGroups } from '../local-aws/state/log-groups.ts';
import { putObject } from '../local-aws/state/object-versions.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { previewsFile } from './plant.ts';
import { answerOnceDeleted, bucketOf, ledgerNames, stateOfAws } from './planted-state.ts';
import { destroyClosed, pullWithStage, removedServices } from './removal.ts';
import { changesIn, expectFailure, expectSuccess } from './verdict.ts';

const PLACE = { account: ACCOUNTS.dev, region: REGION };
const BUCKET = { Type: 'AWS::S3::Bucket' };
const QUEUE = { Type: 'AWS::SQS::Queue' };

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: previewsFile() });
  world.aws.buckets.add('templates', PLACE);
  answerOnceDeleted(world, 60);
});
afterAll(() => world.close());

/** Puts a template (an object, or YAML) where a nested stack reads it, and gives that resource. */
function nested(name: string, template: object | string, more: object = {}): object {
  const text = typeof template === 'string' ? template : JSON.stringify(template);
  const store = world.aws.buckets.find('templates');
  if (store !== undefined) putObject(store, name, Buffer.from(text), {}, Date.now());
  const Properties = { TemplateURL: `https://s3.amazonaws.com/templates/${name}` };
  return { Type: 'AWS::CloudFormation::Stack', Properties, ...more };
}

/** The ARN of a nested stack: its parent, then logical ids. */
function childOf(stack: string | undefined, ...ids: readonly string[]): string {
  const idOf = (parent: string, id: string) => world.aws.stacks.find(parent)?.resources.get(id)?.physicalId ?? '';
  return ids.reduce(idOf, stack ?? '');
}

const stageWith = (branch: string, Resources: object) =>
  pullWithStage(world, branch, [{ name: 'uploads', template: { Resources } }]);

describe('the buckets of nested stacks', () => {
  it('G3 are emptied at any depth, but not those of one that its parent leaves behind', async () => {
    const inner = nested('inner.json', { Resources: { Files: BUCKET, Kept: { ...BUCKET, DeletionPolicy: 'Retain' } } });
    const { pull, planted } = await stageWith('feature/depth', {
      Outer: nested('outer.json', { Resources: { Queue: QUEUE, Inner: inner } }),
      Left: nested('left.json', { Resources: { Files: BUCKET } }, { DeletionPolicy: 'Retain' }),
    });
    const { uploads } = planted.stacks;
    const innermost = childOf(uploads, 'Outer', 'Inner');
    const [files, kept] = [bucketOf(world, innermost), bucketOf(world, innermost, 'Kept')];
    const left = bucketOf(world, childOf(uploads, 'Left'));
    for (const each of [files, kept, left]) putObjects(each, 3, 'p/');

    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    const names = world.aws.buckets.list().map(({ name }) => name);
    expect(names.sort()).toEqual(['templates', kept.name, left.name].sort());
    expect([kept.objects.size, left.objects.size]).toEqual([3, 3]);
    expect(world.aws.stacks.find(innermost)?.status).toBe('DELETE_COMPLETE');
    const row = removedServices(step)['uploads'];
    expect(row?.emptied.map(({ bucket }) => bucket)).toEqual([files.name]);
    const retained = row?.retained.map(({ physicalId }) => physicalId) ?? [];
    expect(retained).toEqual(expect.arrayContaining([kept.name, childOf(uploads, 'Left')]));
  });

  it('G3 whose template is YAML are kept by their DeletionPolicy too', async () => {
    const template = `
Resources:
  Queue:
    Type: AWS::SQS::Queue
  Kept:
    Type: AWS::S3::Bucket
    DeletionPolicy: Retain
    Properties:
      BucketName: !Sub 'kept-by-yaml-\${AWS::Region}'
  Files:
    Type: AWS::S3::Bucket
Outputs:
  Arn: { Value: !GetAtt Queue.Arn }
`;
    const { pull, planted } = await stageWith('feature/yaml', { Inner: nested('inner.yml', template) });
    const inner = childOf(planted.stacks['uploads'], 'Inner');
    const [files, kept] = [bucketOf(world, inner), bucketOf(world, inner, 'Kept')];
    for (const each of [files, kept]) putObjects(each, 3, 'p/');
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(world.aws.buckets.find(files.name)).toBeUndefined();
    expect(world.aws.buckets.find('kept-by-yaml-us-east-1')?.objects.size).toBe(3);
    expect(removedServices(step)['uploads']?.retained).toMatchObject([{ physicalId: kept.name }]);
  });

  it.each(['MFA-delete', 'a-denial'])('G3 that cannot be emptied (%s) are refused first', async (what) => {
    const inner = nested('inner.json', { Resources: { Files: BUCKET } });
    const { pull, planted } = await stageWith(`feature/inner-${what}`, { Files: BUCKET, Inner: inner });
    const bucket = bucketOf(world, childOf(planted.stacks['uploads'], 'Inner'));
    putObjects(bucket, 3, 'p/');
    putObjects(bucketOf(world, planted.stacks['uploads']), 3, 'p/');
    const denied = { service: 's3', code: 'AccessDenied', status: 403 } as const;
    const isInner = ({ path }: Record<string, unknown>) => String(path).includes(bucket.name);
    const fault = what === 'MFA-delete' ? undefined : world.aws.faults.add({ ...denied, match: isInner });
    bucket.mfaDelete = fault === undefined;
    const before = stateOfAws(world, { locks: false });
    const { step, calls } = await destroyClosed(world, pull.number);
    fault?.remove();
    expectFailure(step, fault === undefined ? 'E_BUCKET_NOT_EMPTY' : 'E_AWS_DENIED');
    expect(changesIn(calls)).toEqual([]);
    expect(stateOfAws(world, { locks: false })).toEqual(before);
  });
});

describe('what nested stacks have else', () => {
  it('G6 exports that another stack imports: the importer is named, nothing is emptied', async () => {
    const Outputs = { Arn: { Value: { 'Fn::GetAtt': ['Queue', 'Arn'] }, Export: { Name: 'g6-nested' } } };
    const inner = nested('exporting.json', { Resources: { Queue: QUEUE, Files: BUCKET }, Outputs });
    const { pull, planted } = await stageWith('feature/nested-export', { Files: BUCKET, Inner: inner });
    for (const stack of [planted.stacks['uploads'], childOf(planted.stacks['uploads'], 'Inner')]) {
      putObjects(bucketOf(world, stack), 3, 'p/');
    }
    const importing = queues({ Queue: { Tags: [{ 'Fn::ImportValue': 'g6-nested' }] } });
    await stackClient(world.aws).create('imports-of-nested', importing);
    const before = stateOfAws(world, { locks: false });
    const { step, calls } = await destroyClosed(world, pull.number);
    expect(changesIn(calls)).toEqual([]);
    expect(stateOfAws(world, { locks: false })).toEqual(before);
    expect(expectFailure(step, 'E_STACK_IN_USE').message).toContain('imports-of-nested');
  });

  it('G8 log groups of their functions go, but retained ones', async () => {
    const stage = previewStageName('refs/heads/feature/nested-logs', 20);
    const functionOf = (FunctionName: string) => ({
      Type: 'AWS::Lambda::Function',
      Properties: { FunctionName, Handler: 'x.y', Role: 'r', Code: { ZipFile: 'x' } },
    });
    const [taken, kept] = [`/aws/lambda/nested-${stage}-a`, `/aws/lambda/nested-${stage}-b`];
    const Kept = { Type: 'AWS::Logs::LogGroup', DeletionPolicy: 'Retain', Properties: { LogGroupName: kept } };
    const Resources = { A: functionOf(`nested-${stage}-a`), B: functionOf(`nested-${stage}-b`), Kept };
    const { pull, planted } = await stageWith('feature/nested-logs', { Inner: nested('logs.json', { Resources }) });
    addLogGroup(world.aws.things, PLACE, taken, Date.now());
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(listLogGroups(world.aws.things, PLACE).map(({ name }) => name)).toEqual([kept]);
    expect(removedServices(step)['uploads']?.alsoRemoved).toEqual([expect.stringContaining(taken)]);
    expect(removedServices(step)['uploads']?.retained).toMatchObject([{ physicalId: kept }]);
    expect(ledgerNames(world).filter((name) => name.startsWith(planted.path))).toEqual([]);
  });
});
