import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../local-aws/journal.ts';
import type { Bucket } from '../local-aws/state/buckets.ts';
import { putObjects } from '../local-aws/state/fill-bucket.ts';
import { lockObjects } from '../local-aws/state/object-lock.ts';
import { putObject } from '../local-aws/state/object-versions.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { previewsFile } from './plant.ts';
import { answerOnceDeleted, bucketOf, ledgerNames, recordOf, stateOfAws } from './planted-state.ts';
import { destroyClosed, pullWithStage, removalOf, removedServices } from './removal.ts';
import { changesIn, expectFailure, expectSuccess } from './verdict.ts';

const VERSIONED = { Type: 'AWS::S3::Bucket', Properties: { VersioningConfiguration: { Status: 'Enabled' } } };

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: previewsFile() });
  answerOnceDeleted(world);
});
afterAll(() => world.close());

/** A pull request with a service `uploads` that has a bucket `Files` with versions, and one that it needs. */
async function stageWithBucket(branch: string, resources: object = { Files: VERSIONED }) {
  const services = [{ name: 'uploads', template: { Resources: resources }, needs: ['api'] }, { name: 'api' }];
  const made = await pullWithStage(world, branch, services);
  return { ...made, bucket: bucketOf(world, made.planted.stacks['uploads']) };
}

const callsOf = (calls: readonly JournalEntry[], service: string, action: string) =>
  calls.filter((call) => call.service === service && call.action === action);
const versionsIn = ({ objects }: Bucket) => [...objects.values()].reduce((sum, versions) => sum + versions.length, 0);

describe('G3 a bucket of the stack', () => {
  it('G3 with 2,500 objects, their versions and delete markers is emptied by pages of 1,000', async () => {
    const { pull, planted, bucket } = await stageWithBucket('feature/full');
    putObjects(bucket, 2500, 'p/', { versions: 2, markers: 10 });
    putObject(bucket, 'odd/ä &<>"\' +%20\n\t?#.txt', Buffer.from('x'), {}, Date.now());
    expect(versionsIn(bucket)).toBe(5011);
    const { step, calls } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(world.aws.buckets.find(bucket.name)).toBeUndefined();
    expect(world.aws.stacks.find(planted.stacks['uploads'] ?? '')?.status).toBe('DELETE_COMPLETE');
    expect(callsOf(calls, 's3', 'DeleteObjects')).toHaveLength(6);
    const actions = calls.map(({ action }) => action);
    expect(actions.lastIndexOf('DeleteObjects')).toBeLessThan(actions.indexOf('DeleteStack'));
    expect(removedServices(step)['uploads']).toMatchObject({
      status: 'removed',
      emptied: [{ bucket: bucket.name, versions: 5011 }],
    });
    expect(removedServices(step)['api']?.emptied).toEqual([]);
  });

  it('G3 whose versioning was suspended is emptied of old versions and of `null` ones', async () => {
    const { pull, bucket } = await stageWithBucket('feature/suspended');
    putObjects(bucket, 3, 'old/', { versions: 2, markers: 1 });
    bucket.versioning = 'Suspended';
    putObjects(bucket, 2, 'old/');
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(world.aws.buckets.find(bucket.name)).toBeUndefined();
  });

  it('G3 that somebody removed by hand is no obstacle', async () => {
    const { pull, planted, bucket } = await stageWithBucket('feature/by-hand');
    world.aws.buckets.remove(bucket.name);
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(ledgerNames(world).filter((name) => name.startsWith(planted.path))).toEqual([]);
  });

  it.each<[string, (bucket: Bucket) => void, RegExp]>([
    ['MFA delete', (bucket) => Object.assign(bucket, { mfaDelete: true }), /MFA/],
    ['Object Lock', (bucket) => lockObjects(bucket, { mode: 'GOVERNANCE', days: 30 }), /Object Lock/],
  ])('G3 with %s and objects is refused, and nothing of the stage is touched', async (what, keep, text) => {
    const { pull, planted, bucket } = await stageWithBucket(`feature/kept-${what.slice(0, 3)}`);
    keep(bucket);
    putObjects(bucket, 3, 'p/');
    const before = stateOfAws(world, { locks: false });
    const { step, calls } = await destroyClosed(world, pull.number);
    const { message } = expectFailure(step, 'E_BUCKET_NOT_EMPTY');
    expect(message).toContain(bucket.name);
    expect(message).toMatch(text);
    expect(changesIn(calls)).toEqual([]);
    expect(stateOfAws(world, { locks: false })).toEqual(before);
    const { uploads, api } = removedServices(step);
    expect(uploads).toMatchObject({ status: 'kept', error: { code: 'E_BUCKET_NOT_EMPTY' } });
    expect(api?.status).not.toMatch(/removed|absent/);
    expect(removalOf(step).stages).toMatchObject([
      { stage: planted.stage, status: expect.not.stringMatching('removed') },
    ]);
  });

  it('G3 with Object Lock and nothing in it goes', async () => {
    const { pull, bucket } = await stageWithBucket('feature/locked-empty');
    lockObjects(bucket, { mode: 'COMPLIANCE', years: 1 });
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(world.aws.buckets.find(bucket.name)).toBeUndefined();
  });

  it('G3 with a key that its policy protects is a failure that names the key; the stack is not deleted half', async () => {
    const { pull, planted, bucket } = await stageWithBucket('feature/policy');
    putObjects(bucket, 1200, 'p/');
    bucket.undeletable.add('p/00007');
    const { step, calls } = await destroyClosed(world, pull.number);
    const { message } = expectFailure(step, 'E_BUCKET_NOT_EMPTY');
    expect(message).toContain('p/00007');
    expect(message).toContain(bucket.name);
    expect(removedServices(step)['uploads']).toMatchObject({ error: { code: 'E_BUCKET_NOT_EMPTY' } });
    expect(bucket.objects.has('p/00007')).toBe(true);
    expect(callsOf(calls, 'cloudformation', 'DeleteStack')).toEqual([]);
    expect(removedServices(step)['api']).toMatchObject({ status: 'not-started' });
    expect(recordOf(world, `${planted.path}/uploads`)).toBeDefined();
    expect(recordOf(world, `${planted.path}/api`)).toBeDefined();
    bucket.undeletable.clear();
    expectSuccess((await destroyClosed(world, pull.number)).step);
    expect(ledgerNames(world).filter((name) => name.startsWith(planted.path))).toEqual([]);
  });
});

describe('G3 a bucket of a large stack', () => {
  it('E22 G3 behind more than 100 resources is emptied too', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => `Queue${index}`);
    const queues = Object.fromEntries(ids.map((id) => [id, { Type: 'AWS::SQS::Queue' }]));
    const { pull, bucket } = await stageWithBucket('feature/far-behind', { ...queues, Files: VERSIONED });
    putObjects(bucket, 2, 'p/');
    const { step, calls } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(world.aws.buckets.find(bucket.name)).toBeUndefined();
    expect(callsOf(calls, 'cloudformation', 'DeleteStack')).toHaveLength(2);
  });
});

describe('G3 a bucket that the stack leaves behind', () => {
  it('G3 by its DeletionPolicy stays with its objects, whatever would stand against emptying it', async () => {
    const resources = {
      Files: { ...VERSIONED, DeletionPolicy: 'Retain' },
      Later: { ...VERSIONED, DeletionPolicy: 'RetainExceptOnCreate' },
      Other: { ...VERSIONED, DeletionPolicy: 'Delete' },
    };
    const { pull, planted, bucket } = await stageWithBucket('feature/retained', resources);
    const [later, other] = ['Later', 'Other'].map((id) => bucketOf(world, planted.stacks['uploads'], id));
    if (later === undefined || other === undefined) throw new Error('unreachable');
    for (const each of [bucket, later, other]) putObjects(each, 5, 'canary/', { versions: 2, markers: 1 });
    bucket.mfaDelete = true;
    lockObjects(later);
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect([versionsIn(bucket), versionsIn(later)]).toEqual([11, 11]);
    expect(world.aws.buckets.list().map(({ name }) => name)).not.toContain(other.name);
    const row = removedServices(step)['uploads'];
    expect(row).toMatchObject({ status: 'removed', emptied: [{ bucket: other.name, versions: 11 }] });
    expect([...(row?.retained ?? [])].sort((a, b) => (a.logicalId < b.logicalId ? -1 : 1))).toMatchObject([
      { logicalId: 'Files', type: 'AWS::S3::Bucket', physicalId: bucket.name },
      { logicalId: 'Later', type: 'AWS::S3::Bucket', physicalId: later.name },
    ]);
    for (const { name } of [bucket, later]) expect(step.summary).toContain(name);
  });

  it.each([
    ['CREATE_FAILED', 'because somebody has one of that name'],
    ['DELETE_COMPLETE', 'in an earlier attempt; its name is taken by somebody else now'],
  ])('G3 that is %s %s keeps its objects', async (status) => {
    const { pull, planted, bucket } = await stageWithBucket(`feature/not-its-own-${status.slice(0, 6)}`);
    putObjects(bucket, 3, 'canary/');
    const stack = world.aws.stacks.find(planted.stacks['uploads'] ?? '');
    const resource = stack?.resources.get('Files');
    if (resource === undefined) throw new Error('no resource');
    resource.status = status;
    world.aws.stacks.setStatus(planted.stacks['uploads'] ?? '', status === 'CREATE_FAILED' ? status : 'DELETE_FAILED');
    const dry = await destroyClosed(world, pull.number, { inputs: { 'dry-run': 'true' } });
    expect(removedServices(dry.step)['uploads']?.emptied).toEqual([]);
    // The stand-in would delete what CloudFormation knows not to be the stack's.
    resource.status = 'DELETE_COMPLETE';
    expectSuccess((await destroyClosed(world, pull.number)).step);
    expect(versionsIn(bucket)).toBe(3);
  });

  it('G3 of another stack, which the template only names, keeps its objects', async () => {
    const foreign = world.aws.buckets.add('foreign-files', { account: ACCOUNTS.dev, region: REGION });
    putObjects(foreign, 3, 'canary/');
    const policy = { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'foreign-files', PolicyDocument: {} } };
    const { pull } = await stageWithBucket('feature/foreign', { Files: VERSIONED, Policy: policy });
    expectSuccess((await destroyClosed(world, pull.number)).step);
    expect(versionsIn(foreign)).toBe(3);
  });
});
