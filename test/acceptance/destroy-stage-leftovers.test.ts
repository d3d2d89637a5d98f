import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewStageName } from '../../core/stage/name.ts';
import { stackClient } from '../local-aws/stack-client.ts';
import { addLogGroup, listLogGroups } from '../local-aws/state/log-groups.ts';
import { addRepository } from '../local-aws/state/repositories.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { previewsFile } from './plant.ts';
import { answerOnceDeleted, ledgerNames, recordOf } from './planted-state.ts';
import { destroyClosed, pullWithStage, removalOf, removedServices } from './removal.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

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
const logGroups = () => listLogGroups(world.aws.things, PLACE).map(({ name }) => name);
const addLogs = (...names: string[]) => {
  for (const name of names) addLogGroup(world.aws.things, PLACE, name, Date.now());
};

describe('log groups', () => {
  it('G8 of the functions go with the stack, but those that are retained, and those of neighbours', async () => {
    const stage = stageOf('feature/logs');
    const kept = { Type: 'AWS::Logs::LogGroup', DeletionPolicy: 'Retain' };
    const Resources = {
      GetLambdaFunction: functionOf(`api-${stage}-get`),
      PutLambdaFunction: functionOf(`api-${stage}-put`),
      KeptLambdaFunction: functionOf(`api-${stage}-kept`),
      GetLogGroup: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: `/aws/lambda/api-${stage}-get` } },
      KeptLogGroup: { ...kept, Properties: { LogGroupName: `/aws/lambda/api-${stage}-kept` } },
    };
    const { pull } = await pullWithStage(world, 'feature/logs', [{ name: 'api', template: { Resources } }]);
    const canaries = [`/aws/lambda/api-${stage}-put2`, `/aws/lambda/api-${stage}0-put`, `/aws/lambda/api-dev-put`];
    addLogs(`/aws/lambda/api-${stage}-put`, ...canaries);
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    const row = removedServices(step)['api'];
    expect(logGroups()).toEqual([...canaries, `/aws/lambda/api-${stage}-kept`].sort());
    expect(row?.alsoRemoved).toEqual([expect.stringContaining(`/aws/lambda/api-${stage}-put`)]);
    expect(row?.retained).toMatchObject([{ type: 'AWS::Logs::LogGroup', physicalId: `/aws/lambda/api-${stage}-kept` }]);
  });

  it('G13 of a function that is left behind stay: it goes on writing', async () => {
    const stage = stageOf('feature/kept-function');
    const Resources = { Get: { ...functionOf(`api-${stage}-get`), DeletionPolicy: 'Retain' } };
    const { pull } = await pullWithStage(world, 'feature/kept-function', [{ name: 'api', template: { Resources } }]);
    addLogs(`/aws/lambda/api-${stage}-get`);
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(logGroups()).toContain(`/aws/lambda/api-${stage}-get`);
    expect(removedServices(step)['api']?.alsoRemoved).toEqual([]);
  });

  it('G8 that are left of a stack that is gone are removed, and so is the stage', async () => {
    const stage = stageOf('feature/left');
    const Resources = { GetLambdaFunction: functionOf(`api-${stage}-get`) };
    // More records than one page of Parameter Store holds.
    const never = Array.from({ length: 12 }, (_, index) => ({ name: `never-was-${index}`, recordOnly: true }));
    const services = [{ name: 'api', template: { Resources } }, ...never];
    const { pull, planted } = await pullWithStage(world, 'feature/left', services);
    const canary = `/aws/lambda/api-${stage}-other`;
    addLogs(`/aws/lambda/api-${stage}-get`, canary);
    await stackClient(world.aws).remove(`api-${stage}`);
    const { step, calls } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(step.outputs).toMatchObject({ status: 'removed', removed: JSON.stringify([stage]) });
    expect(removalOf(step).stages).toMatchObject([{ stage, status: 'removed' }]);
    const { api, ...others } = removedServices(step);
    expect(api?.status).toBe('absent');
    expect(Object.values(others).map(({ status }) => status)).toEqual(never.map(() => 'absent'));
    expect(api?.alsoRemoved).toEqual([expect.stringContaining(`/aws/lambda/api-${stage}-get`)]);
    expect(logGroups()).toContain(canary);
    expect(logGroups()).not.toContain(`/aws/lambda/api-${stage}-get`);
    expect(calls.filter(({ action }) => action === 'DeleteStack')).toEqual([]);
    expect(ledgerNames(world).filter((name) => name.startsWith(planted.path))).toEqual([]);
  });

  it.each([
    ['that was deployed', 'known', {}],
    ['that was never completed', 'unknown', { completed: undefined, status: 'failed' }],
  ])('G8 that may not be removed keep the record %s, and the next run tries again', async (_what, name, record) => {
    const branch = `feature/logs-denied-${name}`;
    const stage = stageOf(branch);
    const group = `/aws/lambda/api-${stage}-get`;
    const Resources = { GetLambdaFunction: functionOf(`api-${stage}-get`) };
    const services = [{ name: 'api', template: { Resources }, record }, { name: 'db' }];
    const { pull, planted } = await pullWithStage(world, branch, services);
    addLogs(group);
    const message = 'not authorized to perform: logs:DeleteLogGroup';
    const denied = { code: 'AccessDeniedException', status: 400, message };
    const fault = world.aws.faults.add({ service: 'logs', action: 'DeleteLogGroup', ...denied });
    for (const expected of ['orphaned', 'orphaned']) {
      const { step } = await destroyClosed(world, pull.number);
      expect(expectFailure(step, 'E_DESTROY_FAILED').message).toMatch(/is gone, and this stayed: .*DeleteLogGroup/);
      expect(step.outputs['status']).toBe('failed');
      expect(removedServices(step)['api']).toMatchObject({ status: expected, retained: [{ physicalId: group }] });
      expect(recordOf(world, `${planted.path}/api`)).toMatchObject({ status: 'orphaned' });
      expect(ledgerNames(world).filter((each) => each.startsWith(`${planted.path}/db`))).toEqual([]);
      expect(world.aws.stacks.find(`api-${stage}`)).toBeUndefined();
      expect(logGroups()).toContain(group);
    }
    fault.remove();
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(logGroups()).not.toContain(group);
    expect(ledgerNames(world).filter((each) => each.startsWith(planted.path))).toEqual([]);
  });

  it('G8 of a stack that is gone are removed with the one that took its place', async () => {
    const branch = 'feature/owed';
    const stage = stageOf(branch);
    const template = (name: string) => ({ Resources: { GetLambdaFunction: functionOf(`api-${stage}-${name}`) } });
    const { pull, planted } = await pullWithStage(world, branch, [{ name: 'api', template: template('old') }]);
    const old = world.aws.stacks.find(`api-${stage}`)?.id;
    await stackClient(world.aws).remove(`api-${stage}`);
    addLogs(`/aws/lambda/api-${stage}-old`, `/aws/lambda/api-${stage}-new`);
    // Deployed again after its removal had left something behind: the record knows both stacks.
    const Tags = [{ Key: 'STAGE', Value: stage }];
    await stackClient(world.aws).create(`api-${stage}`, template('new'), { Tags });
    const record = recordOf(world, `${planted.path}/api`) ?? {};
    const completed = { ...(record['completed'] as object), stack: world.aws.stacks.find(`api-${stage}`)?.id };
    const text = JSON.stringify({ ...record, completed, removing: old });
    world.aws.ssm.put(ACCOUNTS.dev, REGION, `${planted.path}/api`, text);
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(logGroups().filter((name) => name.includes(`api-${stage}-`))).toEqual([]);
    expect(ledgerNames(world).filter((each) => each.startsWith(planted.path))).toEqual([]);
  });

  it.each([
    ['standing', false],
    ['gone', true],
  ])('G8 are not forgotten where the template of a stack may not be read: %s', async (what, isGone) => {
    const branch = `feature/template-${what}`;
    const stage = stageOf(branch);
    const Resources = { GetLambdaFunction: functionOf(`api-${stage}-get`) };
    const { pull, planted } = await pullWithStage(world, branch, [{ name: 'api', template: { Resources } }]);
    addLogs(`/aws/lambda/api-${stage}-get`);
    if (isGone) await stackClient(world.aws).remove(`api-${stage}`);
    const denied = { code: 'AccessDenied', status: 403, message: 'not authorized' };
    const fault = world.aws.faults.add({ service: 'cloudformation', action: 'GetTemplate', ...denied });
    const { step } = await destroyClosed(world, pull.number);
    fault.remove();
    expect(expectFailure(step, 'E_AWS_DENIED').message).toContain('cloudformation:GetTemplate');
    expect(ledgerNames(world)).toContain(`${planted.path}/api`);
    expectSuccess((await destroyClosed(world, pull.number)).step);
    expect(logGroups()).not.toContain(`/aws/lambda/api-${stage}-get`);
  });

  it('G8 are not forgotten where CloudFormation does not say what a stack that is gone had', async () => {
    const stage = stageOf('feature/gone-unsaid');
    const Resources = { GetLambdaFunction: functionOf(`api-${stage}-get`) };
    const { pull, planted } = await pullWithStage(world, 'feature/gone-unsaid', [
      { name: 'api', template: { Resources } },
    ]);
    addLogs(`/aws/lambda/api-${stage}-get`);
    await stackClient(world.aws).remove(`api-${stage}`);
    const denied = { code: 'AccessDenied', status: 403, message: 'not authorized' };
    const fault = world.aws.faults.add({ service: 'cloudformation', action: 'ListStackResources', ...denied });
    const { step } = await destroyClosed(world, pull.number);
    fault.remove();
    expectFailure(step, 'E_AWS_DENIED');
    expect(ledgerNames(world)).toContain(`${planted.path}/api`);
    expectSuccess((await destroyClosed(world, pull.number)).step);
    expect(logGroups()).not.toContain(`/aws/lambda/api-${stage}-get`);
  });
});

describe("the Serverless Framework's image repository", () => {
  it('G9 goes with its images where the template uses it, and no other one does', async () => {
    const stage = stageOf('feature/images');
    const push = (name: string) => {
      const digest = `sha256:${'0'.repeat(64)}`;
      const repository = addRepository(world.aws.repositories, PLACE, name, Date.now());
      repository.images.push({ digest, tags: ['api'], pushedAt: Date.now() });
      return `${repository.uri}@${digest}`;
    };
    const ImageUri = push(`serverless-api-${stage}`);
    const used = { Resources: { ApiLambdaFunction: functionOf(`api-${stage}-get`, { ImageUri }) } };
    const canaries = [`serverless-api-${stage}0`, `serverless-web-${stage}`, 'serverless-api-dev'];
    for (const name of canaries) push(name);
    const services = [{ name: 'api', template: used }, { name: 'web' }];
    const { pull } = await pullWithStage(world, 'feature/images', services);
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(
      world.aws.repositories
        .list()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(canaries.sort());
    expect(removedServices(step)['api']?.alsoRemoved).toEqual([expect.stringContaining(`serverless-api-${stage}`)]);
    expect(removedServices(step)['web']?.alsoRemoved).toEqual([]);
  });
});

describe('retained resources', () => {
  it('G13 are in the result and in the summary, with what they are', async () => {
    const Resources = {
      Queue: { Type: 'AWS::SQS::Queue' },
      Kept: { Type: 'AWS::SQS::Queue', DeletionPolicy: 'Retain' },
      Snapshot: { Type: 'AWS::SNS::Topic', DeletionPolicy: 'Retain' },
    };
    const services = [{ name: 'api', template: { Resources } }, { name: 'web' }];
    const { pull, planted } = await pullWithStage(world, 'feature/retained', services);
    const { resources = new Map() } = world.aws.stacks.find(planted.stacks['api'] ?? '') ?? {};
    const kept = ['Kept', 'Snapshot'].map((logicalId) => resources.get(logicalId)?.physicalId);
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    const { api, web } = removedServices(step);
    const byId = (a: { logicalId: string }, b: { logicalId: string }) => (a.logicalId < b.logicalId ? -1 : 1);
    expect([...(api?.retained ?? [])].sort(byId)).toMatchObject([
      { logicalId: 'Kept', type: 'AWS::SQS::Queue', physicalId: kept[0] },
      { logicalId: 'Snapshot', type: 'AWS::SNS::Topic', physicalId: kept[1] },
    ]);
    expect(web?.retained).toEqual([]);
    const shown = step.summary.replaceAll('&#58;', ':');
    for (const physicalId of kept) expect(shown).toContain(physicalId);
    expect(shown).toContain('AWS::SQS::Queue');
    expect(world.aws.things.list().filter(({ arn }) => arn === kept[1])).toHaveLength(1);
  });
});
