import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../local-aws/journal.ts';
import { putObjects } from '../local-aws/state/fill-bucket.ts';
import type { StepResult } from '../runner/run-options.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Planted, previewsFile } from './plant.ts';
import { answerOnceDeleted, bucketOf } from './planted-state.ts';
import { destroyClosed, pullWithStage, removedServices } from './removal.ts';
import { annotationsOf, expectSuccess } from './verdict.ts';

const TEMPLATE = { Resources: { Files: { Type: 'AWS::S3::Bucket' } } };

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: previewsFile() });
  answerOnceDeleted(world);
});
afterEach(() => world.aws.faults.clear());
afterAll(() => world.close());

async function closedStage(name: string): Promise<{ readonly number: number; readonly planted: Planted }> {
  const services = [{ name: 'database' }, { name: 'api', needs: ['database'], template: TEMPLATE }];
  const { pull, planted } = await pullWithStage(world, `feature/${name}`, services);
  putObjects(bucketOf(world, planted.stacks['api']), 3, 'p/');
  return { number: pull.number, planted };
}

const warningsOf = (step: StepResult) => annotationsOf(step, 'warning').map(({ message }) => message);
/** What a policy lets a session change, by the ids of its statements. */
const limitsOf = (policy: unknown): Record<string, readonly string[]> =>
  Object.fromEntries(
    JSON.parse(String(policy)).Statement.map(({ Sid, Resource, NotResource }: Record<string, never>) => [
      Sid,
      NotResource ?? Resource,
    ]),
  );
/** The limits of the session that a call was made in. */
const limitsIn = ({ accessKeyId = '' }: JournalEntry) =>
  limitsOf(JSON.stringify({ Statement: world.aws.credentials.find(accessKeyId)?.sessionPolicy }));

describe('each deployment of a preview', () => {
  it('is removed in a session that names its stack and its buckets, and no others', async () => {
    const { number, planted } = await closedStage('sessions');
    const bucket = bucketOf(world, planted.stacks['api']).name;
    const { step, calls } = await destroyClosed(world, number);
    expectSuccess(step);
    expect(warningsOf(step)).toEqual([]);
    const { api, database } = planted.stacks;
    const callsOf = (service: string, action: string) =>
      calls.filter((one) => one.service === service && one.action === action);
    const deletions = callsOf('cloudformation', 'DeleteStack');
    expect(deletions.map(({ params }) => params['StackName'])).toEqual([api, database]);
    expect(deletions.map((one) => limitsIn(one)['OtherStacks'])).toEqual([[api], [database]]);
    const [emptying] = callsOf('s3', 'DeleteObjects');
    expect(emptying && limitsIn(emptying)['OtherObjects']).toEqual([`arn:*:s3:::${bucket}/*`]);
    const records = callsOf('ssm', 'PutParameter').filter(({ params }) =>
      /\/(api|database)$/.test(String(params['Name'])),
    );
    expect(records).toHaveLength(2);
    for (const one of records) {
      expect(limitsIn(one)['OwnRecords']).toEqual([expect.stringContaining(`/preview/${planted.stage}/*`)]);
      expect(limitsIn(one)['OtherStacks']).toBeDefined();
    }
  });

  it('is removed in the next wider one if STS finds the first one too large', async () => {
    const { number, planted } = await closedStage('wider');
    const tooLarge = { status: 400, code: 'PackedPolicyTooLarge', message: 'the policy takes 120 %' };
    const call = { service: 'sts', action: 'AssumeRoleWithWebIdentity', match: namesArns(planted) };
    world.aws.faults.add({ ...call, ...tooLarge });
    const { step, calls } = await destroyClosed(world, number);
    expectSuccess(step);
    expect(warningsOf(step)).toEqual([]);
    const deletions = calls.filter(({ action }) => action === 'DeleteStack');
    const { api = '', database = '' } = planted.stacks;
    const byId = [api, database].map((id) => [`arn:*:cloudformation:*:*:stack/*/${id.split('/').at(-1)}`]);
    expect(deletions.map((one) => limitsIn(one)['OtherStacks'])).toEqual(byId);
  });

  it('is removed all the same if AWS gives no such session, and the log says so', async () => {
    const { number } = await closedStage('refused');
    const match = (params: Record<string, unknown>) => String(params['Policy']).includes('OtherStacks');
    const refusal = { status: 403, code: 'AccessDenied', message: 'no more sessions' };
    world.aws.faults.add({ service: 'sts', action: 'AssumeRoleWithWebIdentity', match, ...refusal });
    const { step } = await destroyClosed(world, number);
    expectSuccess(step);
    const { api, database } = removedServices(step);
    expect([api?.status, database?.status]).toEqual(['removed', 'removed']);
    expect(warningsOf(step)).toEqual([
      expect.stringMatching(/^api: .*rights of the whole removal/),
      expect.stringMatching(/^database: .*rights of the whole removal/),
    ]);
  });
});

/** Whether a call asks for a session that names a stack of the stage by its ARN. */
const namesArns =
  ({ stacks }: Planted) =>
  (params: Record<string, unknown>) =>
    Object.values(stacks).some((id) => String(params['Policy']).includes(`"${id}"`));
