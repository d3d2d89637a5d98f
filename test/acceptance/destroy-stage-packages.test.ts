import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewStageName } from '../../core/stage/name.ts';
import { stackClient } from '../local-aws/stack-client.ts';
import { putObjects } from '../local-aws/state/fill-bucket.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { previewsFile } from './plant.ts';
import { answerOnceDeleted, ledgerNames } from './planted-state.ts';
import { destroyClosed, pullWithStage, removedServices } from './removal.ts';
import { annotationsOf, expectFailure, expectSuccess } from './verdict.ts';

const PLACE = { account: ACCOUNTS.dev, region: REGION };
const ROLE = `arn:aws:iam::${ACCOUNTS.dev}:role/of-function`;

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: previewsFile() });
  answerOnceDeleted(world);
});
afterAll(() => world.close());

const stageOf = (branch: string) => previewStageName(`refs/heads/${branch}`, 20);
const functionOf = (FunctionName: string, Code: object = { ZipFile: 'code' }) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { FunctionName, Handler: 'x.y', Runtime: 'nodejs22.x', Role: ROLE, Code },
});
const keysIn = (bucket: string) => [...(world.aws.buckets.find(bucket)?.objects.keys() ?? [])].sort();

describe('packages in a bucket that stages share', () => {
  /** A stage whose function's package is in a shared bucket, in serverless 4's layout. */
  async function stageWithPackages(branch: string, bucketName: string) {
    const stage = stageOf(branch);
    const own = `serverless/api/${stage}/`;
    const bucket = world.aws.buckets.add(bucketName, PLACE);
    const packages = putObjects(bucket, 1005, `${own}1770000000000-2026-02-02T00:00:00.000Z/`);
    const [S3Key = ''] = packages;
    const apart = putObjects(bucket, 1, 'releases/');
    const template = {
      Resources: {
        ApiLambdaFunction: functionOf(`api-${stage}-get`, { S3Bucket: bucketName, S3Key }),
        OtherLambdaFunction: functionOf(`api-${stage}-put`, { S3Bucket: bucketName, S3Key: apart[0] }),
      },
    };
    const made = await pullWithStage(world, branch, [{ name: 'api', template }]);
    return { ...made, bucket, own, packages, apart };
  }

  it('G4 go by pages, and those of every neighbour stay', async () => {
    const { pull, planted, bucket, packages, apart } = await stageWithPackages('feature/v4', 'shared-packages');
    const { stage } = planted;
    const canaries = [
      `serverless/api/${stage}0/1/api.zip`,
      `serverless/api/${stage}0abc/1/api.zip`,
      `serverless/api/${stage}-2/1/api.zip`,
      `serverless/api/${stage}.zip`,
      `serverless/api/${stage}`,
      `serverless/api/${stage.slice(0, -1)}/1/api.zip`,
      `serverless/api/dev/1/api.zip`,
      `serverless/web/${stage}/1/web.zip`,
      `serverless/api2/${stage}/1/api.zip`,
      `serverless/my-api/${stage}/1/api.zip`,
      `archive/api/${stage}/1/api.zip`,
      `archive/serverless/api/${stage}/1/api.zip`,
      `api/${stage}/1/api.zip`,
    ];
    for (const key of canaries) putObjects(bucket, 1, key);
    const kept = [...keysIn('shared-packages')].filter((key) => !packages.includes(key));
    expect(kept).toHaveLength(canaries.length + apart.length);
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(keysIn('shared-packages')).toEqual(kept);
    expect(removedServices(step)['api']).toMatchObject({ status: 'removed', emptied: [] });
    expect(removedServices(step)['api']?.alsoRemoved.join()).toContain('shared-packages');
  });

  it('G4 that may not be removed are listed as retained and keep the record; the next run tries again', async () => {
    const { pull, planted, bucket, packages, own } = await stageWithPackages('feature/v4-denied', 'guarded-packages');
    for (const key of packages) bucket.undeletable.add(key);
    const { step } = await destroyClosed(world, pull.number);
    expect(expectFailure(step, 'E_DESTROY_FAILED').message).toContain('guarded-packages');
    expect(removedServices(step)['api']?.status).toBe('orphaned');
    const warnings = annotationsOf(step, 'warning').map(({ message }) => message);
    expect(warnings).toEqual([expect.stringContaining('guarded-packages')]);
    expect(JSON.stringify(removedServices(step)['api']?.retained)).toContain('guarded-packages');
    expect(keysIn('guarded-packages').filter((key) => key.startsWith(own))).toEqual(packages);
    expect(ledgerNames(world)).toContain(`${planted.path}/api`);
    bucket.undeletable.clear();
    expectSuccess((await destroyClosed(world, pull.number)).step);
    expect(keysIn('guarded-packages').filter((key) => key.startsWith(own))).toEqual([]);
    expect(ledgerNames(world).filter((name) => name.startsWith(planted.path))).toEqual([]);
  });
});

describe("packages in the stage's own buckets", () => {
  /** Adds a function to a stack whose package is in a bucket. */
  async function addFunction(name: string, stage: string, Resources: object, bucket: string, key: string) {
    const Get = functionOf(`${name}-${stage}-get`, { S3Bucket: bucket, S3Key: key });
    const Tags = [{ Key: 'STAGE', Value: stage }];
    await stackClient(world.aws).update(`${name}-${stage}`, { Resources: { ...Resources, Get } }, { Tags });
  }

  it('G4 G13 stay in one that the stack leaves behind', async () => {
    const stage = stageOf('feature/own-kept');
    const name = `own-kept-${stage}`;
    const Resources = { Kept: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain', Properties: { BucketName: name } } };
    const { pull } = await pullWithStage(world, 'feature/own-kept', [{ name: 'api', template: { Resources } }]);
    const bucket = world.aws.buckets.find(name);
    if (bucket === undefined) throw new Error('no bucket');
    const [key = ''] = putObjects(bucket, 3, `serverless/api/${stage}/1/`);
    await addFunction('api', stage, Resources, name, key);
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(keysIn(name)).toHaveLength(3);
    expect(removedServices(step)['api']).toMatchObject({
      emptied: [],
      alsoRemoved: [],
      retained: [{ physicalId: name }],
    });
  });

  it("G4 are no matter where another service's bucket that held them is gone by then", async () => {
    const stage = stageOf('feature/own-store');
    const name = `own-store-${stage}`;
    const Store = { Files: { Type: 'AWS::S3::Bucket', Properties: { BucketName: name } } };
    const Queue = { Queue: { Type: 'AWS::SQS::Queue' } };
    const { pull } = await pullWithStage(world, 'feature/own-store', [
      { name: 'store', template: { Resources: Store }, needs: ['api'] },
      { name: 'api', template: { Resources: Queue } },
    ]);
    const bucket = world.aws.buckets.find(name);
    if (bucket === undefined) throw new Error('no bucket');
    const [key = ''] = putObjects(bucket, 3, `serverless/api/${stage}/1/`);
    await addFunction('api', stage, Queue, name, key);
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(annotationsOf(step, 'warning')).toEqual([]);
    expect(removedServices(step)['api']?.retained).toEqual([]);
    expect(world.aws.buckets.find(name)).toBeUndefined();
  });
});
