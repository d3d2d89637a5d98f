import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
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

interface Statement {
  readonly Sid: string;
  readonly Action?: readonly string[];
  readonly Resource?: readonly string[];
}

async function closedStage(name: string): Promise<{ readonly number: number; readonly planted: Planted }> {
  const services = [{ name: 'database' }, { name: 'api', needs: ['database'], template: TEMPLATE }];
  const { pull, planted } = await pullWithStage(world, `feature/${name}`, services);
  putObjects(bucketOf(world, planted.stacks['api']), 3, 'p/');
  return { number: pull.number, planted };
}

/** The policies of the sessions that a step asked for, in order. */
const policiesIn = (calls: readonly { readonly action: string; readonly params: Record<string, unknown> }[]) =>
  calls
    .filter(({ action }) => action === 'AssumeRoleWithWebIdentity')
    .map(({ params }) => JSON.parse(String(params['Policy'])).Statement as Statement[]);
const listed = (policy: readonly Statement[] | undefined, Sid: string) =>
  policy?.find((statement) => statement.Sid === Sid)?.Resource ?? [];
const warningsOf = (step: StepResult) => annotationsOf(step, 'warning').map(({ message }) => message);

describe('each deployment of a preview', () => {
  it('is removed in a session that names its stack and its buckets, and no others', async () => {
    const { number, planted } = await closedStage('sessions');
    const bucket = bucketOf(world, planted.stacks['api']).name;
    const { step, calls } = await destroyClosed(world, number);
    expectSuccess(step);
    expect(warningsOf(step)).toEqual([]);
    const policies = policiesIn(calls);
    const { api, database } = planted.stacks;
    expect(policies.map((policy) => listed(policy, 'OwnStacks'))).toEqual([[api], [database]]);
    expect(policies.map((policy) => listed(policy, 'OwnObjects'))).toEqual([
      [`arn:*:s3:::${bucket}`, `arn:*:s3:::${bucket}/*`],
      [],
    ]);
    for (const policy of policies) {
      expect(listed(policy, 'OwnRecords').map(String)).toEqual([
        expect.stringContaining(`/preview/${planted.stage}/*`),
      ]);
    }
    const deletions = calls.filter(({ action }) => action === 'DeleteStack');
    expect(deletions.map(({ params }) => params['StackName'])).toEqual([api, database]);
  });

  it('is removed all the same if AWS gives no such session, and the log says so', async () => {
    const { number, planted } = await closedStage('refused');
    const call = { service: 'sts', action: 'AssumeRoleWithWebIdentity', match: isNarrowed(planted) };
    world.aws.faults.add({ ...call, status: 400, code: 'PackedPolicyTooLarge', message: 'the policy takes 120 %' });
    const { step } = await destroyClosed(world, number);
    expectSuccess(step);
    const { api, database } = removedServices(step);
    expect([api?.status, database?.status]).toEqual(['removed', 'removed']);
    expect(warningsOf(step)).toEqual([
      expect.stringMatching(/^api: .*rights of the whole run.*120 %/),
      expect.stringMatching(/^database: .*rights of the whole run.*120 %/),
    ]);
  });
});

/** Whether a call asks for a session that names a stack of the stage. */
const isNarrowed =
  ({ stacks }: Planted) =>
  (params: Record<string, unknown>) =>
    Object.values(stacks).some((id) => String(params['Policy']).includes(id));
