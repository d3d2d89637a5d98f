import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewStageName } from '../../core/stage/name.ts';
import { putObjects } from '../local-aws/state/fill-bucket.ts';
import { addLogGroup } from '../local-aws/state/log-groups.ts';
import { addRepository } from '../local-aws/state/repositories.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { plantStage, previewsFile } from './plant.ts';
import { answerOnceDeleted, stateOfAws } from './planted-state.ts';
import { destroy, destroyClosed, pullWithStage, removalOf, removedServices } from './removal.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const PLACE = { account: ACCOUNTS.dev, region: REGION };

let world: World;
beforeAll(async () => {
  world = await startWorld({
    files: previewsFile({}, { stages: { dev: { profile: 'dev', branch: 'master', destroy: 'allowed' } } }),
  });
  answerOnceDeleted(world);
});
afterAll(() => world.close());

/** A stage with one of everything that a removal takes or leaves. */
async function wholeStage(branch: string) {
  const stage = previewStageName(`refs/heads/${branch}`, 20);
  const shared = world.aws.buckets.add(`shared-${stage}`, PLACE);
  const [S3Key] = putObjects(shared, 3, `serverless/api/${stage}/1770000000000-2026-02-02T00:00:00.000Z/`);
  const repository = addRepository(world.aws.repositories, PLACE, `serverless-api-${stage}`, Date.now());
  const digest = `sha256:${'0'.repeat(64)}`;
  repository.images.push({ digest, tags: [], pushedAt: Date.now() });
  const code = { Handler: 'x.y', Runtime: 'nodejs22.x', Role: 'r' };
  const bucket = { Type: 'AWS::S3::Bucket' };
  const Resources = {
    Files: bucket,
    Kept: { ...bucket, DeletionPolicy: 'Retain' },
    GetLambdaFunction: {
      Type: 'AWS::Lambda::Function',
      Properties: { ...code, FunctionName: `api-${stage}-get`, Code: { S3Bucket: shared.name, S3Key } },
    },
    PutLambdaFunction: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        ...code,
        FunctionName: `api-${stage}-put`,
        Code: { ImageUri: `${repository.uri}@${digest}` },
      },
    },
  };
  const services = [{ name: 'database' }, { name: 'api', needs: ['database'], template: { Resources } }];
  const made = await pullWithStage(world, branch, services);
  addLogGroup(world.aws.things, PLACE, `/aws/lambda/api-${stage}-get`, Date.now());
  const { resources = new Map() } = world.aws.stacks.find(made.planted.stacks['api'] ?? '') ?? {};
  const [files, kept] = ['Files', 'Kept'].map((id) => String(resources.get(id)?.physicalId));
  for (const name of [files, kept]) {
    const found = world.aws.buckets.find(name ?? '');
    if (found !== undefined) putObjects(found, 3, 'p/');
  }
  return { ...made, shared, files: files ?? '', kept: kept ?? '' };
}

describe('a dry run', () => {
  let plan: readonly string[] = [];
  let result: readonly string[] = [];

  it('G9 lists all that would be removed and kept, and changes nothing; then it is removed', async () => {
    const { pull, planted, shared, files, kept } = await wholeStage('feature/dry');
    const { stage } = planted;
    const before = stateOfAws(world);
    const { step, calls } = await destroyClosed(world, pull.number, { inputs: { 'dry-run': 'true' } });
    expectSuccess(step);
    expect(step.outputs).toMatchObject({ status: 'planned', removed: '[]' });
    expect(stateOfAws(world)).toEqual(before);
    expect(calls.map(({ action }) => action).filter((action) => !/^(Get|Describe|List|Head)/.test(action))).toEqual([]);
    expect(removalOf(step).stages).toMatchObject([{ stage, kind: 'preview', status: 'planned' }]);
    const { api, database } = removedServices(step);
    expect(database?.status).toBe(api?.status);
    expect(database?.status).not.toMatch(/removed|absent|kept/);
    expect(api?.emptied).toMatchObject([{ bucket: files }]);
    expect(api?.retained).toMatchObject([{ logicalId: 'Kept', type: 'AWS::S3::Bucket', physicalId: kept }]);
    const also = api?.alsoRemoved.join('\n');
    for (const text of [`/aws/lambda/api-${stage}-get`, shared.name, `serverless-api-${stage}`]) {
      expect(also).toContain(text);
    }
    const shown = step.summary.replaceAll('&#58;', ':');
    for (const text of [stage, `api-${stage}`, `database-${stage}`, files, kept, `/aws/lambda/api-${stage}-get`]) {
      expect(shown).toContain(text);
    }

    const real = await destroy(world, await world.pullRequestRun(pull.number, 'closed'));
    expectSuccess(real.step);
    expect(removalOf(real.step)).toMatchObject({ status: 'removed' });
    const done = removedServices(real.step)['api'];
    expect(done?.emptied.map(({ bucket }) => bucket)).toEqual([files]);
    expect(done?.retained).toEqual(api?.retained);
    plan = api?.alsoRemoved ?? [];
    result = done?.alsoRemoved ?? [];
  });

  it('G9 lists no more than is then removed: a function that never ran has no log group', () => {
    expect(result).toHaveLength(3);
    expect([...plan].sort()).toEqual([...result].sort());
  });

  it('G1 of a protected stage says what stands against it, and changes nothing', async () => {
    const services = [{ name: 'api', stackInput: { EnableTerminationProtection: true } }];
    const { pull } = await pullWithStage(world, 'feature/dry-protected', services);
    const before = stateOfAws(world);
    const { step } = await destroyClosed(world, pull.number, { inputs: { 'dry-run': 'true' } });
    expectFailure(step, 'E_STACK_PROTECTED');
    expect(stateOfAws(world)).toEqual(before);
  });

  it('F20 of a stage that is wanted says so, and changes nothing', async () => {
    const { pull } = await pullWithStage(world, 'feature/dry-open', [{ name: 'api' }]);
    const before = stateOfAws(world);
    const run = await world.pullRequestRun(pull.number, 'synchronize');
    const { step } = await destroy(world, run, { inputs: { 'dry-run': 'true' } });
    expectSuccess(step);
    expect(step.outputs['status']).toBe('superseded');
    expect(stateOfAws(world)).toEqual(before);
  });

  it('G2 of a configured stage changes nothing, with both keys', async () => {
    await plantStage(world, 'refs/heads/master', [{ name: 'api' }], { kind: 'configured', stage: 'dev' });
    const before = stateOfAws(world);
    const { step } = await destroy(world, world.dispatchRun('refs/heads/master'), {
      resolve: { stage: 'dev' },
      inputs: { 'dry-run': 'true', confirm: 'dev' },
    });
    expectSuccess(step);
    expect(step.outputs['status']).toBe('planned');
    expect(stateOfAws(world)).toEqual(before);
  });

  it('B12 of `True` is refused before anything is asked', async () => {
    const { pull } = await pullWithStage(world, 'feature/dry-True', [{ name: 'api' }]);
    const { step, calls } = await destroyClosed(world, pull.number, { inputs: { 'dry-run': 'True' } });
    expect(expectFailure(step, 'E_INPUT').message).toContain('dry-run');
    expect(calls).toEqual([]);
  });
});
