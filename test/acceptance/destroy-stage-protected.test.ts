import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putObjects } from '../local-aws/state/fill-bucket.ts';
import { sampleOf } from '../sample.ts';
import { startWorld, type World } from '../world/world.ts';
import { type PlantedService, plantStage, previewsFile } from './plant.ts';
import { answerOnceDeleted, bucketOf, lockHolder, stateOfAws } from './planted-state.ts';
import {
  deletionsIn,
  destroy,
  destroyClosed,
  pullWithStage,
  type RemovalOptions,
  removalOf,
  removedServices,
} from './removal.ts';
import { changesIn, expectFailure, expectSuccess } from './verdict.ts';

const allowed = { stages: { dev: { profile: 'dev', branch: 'master', destroy: 'allowed' } } };
const BUCKET = { Resources: { Files: { Type: 'AWS::S3::Bucket' } } };

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: previewsFile() });
  answerOnceDeleted(world);
});
afterAll(() => world.close());

const fill = (stack: string | undefined) => putObjects(bucketOf(world, stack), 1, 'of-a-user/');

describe('termination protection', () => {
  const protectedStack = { stackInput: { EnableTerminationProtection: true } };

  it('G1 of one stack is told with the command that lifts it, before anything is emptied', async () => {
    const services = [
      { name: 'uploads', template: BUCKET, needs: ['database'] },
      { name: 'database', ...protectedStack },
    ];
    const { pull, planted } = await pullWithStage(world, 'feature/protected', services);
    fill(planted.stacks['uploads']);
    const before = stateOfAws(world, { locks: false });
    const { step, calls } = await destroyClosed(world, pull.number);

    const { message } = expectFailure(step, 'E_STACK_PROTECTED');
    expect(message).toContain(`database-${planted.stage}`);
    expect(message).toMatch(/aws cloudformation update-termination-protection\b.*--no-enable-termination-protection/s);
    expect(message).toMatch(new RegExp(`--stack-name \\S*database-${planted.stage}`));
    expect(step.outputs).toMatchObject({ status: 'failed', removed: '[]' });
    expect(removedServices(step)['database']).toMatchObject({
      status: 'kept',
      error: { code: 'E_STACK_PROTECTED' },
      emptied: [],
    });
    expect(removedServices(step)['uploads']?.status).not.toMatch(/removed|absent/);
    expect(changesIn(calls)).toEqual([]);
    expect(stateOfAws(world, { locks: false })).toEqual(before);
    expect(lockHolder(world, planted)).toBeUndefined();

    const stack = world.aws.stacks.find(`database-${planted.stage}`);
    if (stack !== undefined) stack.terminationProtection = false;
    const again = await destroy(world, await world.pullRequestRun(pull.number, 'closed'));
    expectSuccess(again.step);
    expect(deletionsIn(again.calls, planted)).toEqual(['uploads', 'database']);
  });
});

describe('what a check may not read', () => {
  it.each(
    sampleOf([
      ['cloudformation', 'DescribeStacks'],
      ['cloudformation', 'ListImports'],
      ['s3', 'GetBucketVersioning'],
    ]),
  )('G1 E_AWS_DENIED for %s:%s: nothing of the stage is touched', async (service, action) => {
    const exported = { Outputs: { Name: { Value: 'a', Export: { Name: `of-${action}` } } } };
    const services: PlantedService[] = [{ name: 'api' }, { name: 'uploads', template: { ...BUCKET, ...exported } }];
    const { pull, planted } = await pullWithStage(world, `feature/denied-${action.toLowerCase()}`, services);
    fill(planted.stacks['uploads']);
    const before = stateOfAws(world, { locks: false });
    const message = `User: arn:aws:sts::111111111111:assumed-role/x is not authorized to perform: ${service}:${action}`;
    const fault = world.aws.faults.add({ service, action, code: 'AccessDenied', status: 403, message });
    const { step, calls } = await destroyClosed(world, pull.number);
    fault.remove();
    expect(expectFailure(step, 'E_AWS_DENIED').message).toContain(action);
    expect(fault.hits).toBeGreaterThan(0);
    expect(changesIn(calls)).toEqual([]);
    expect(stateOfAws(world, { locks: false })).toEqual(before);
  });
});

describe('what a removal may not do', () => {
  it('E28 a stack that may not be deleted is a failure; the others go, and a later run removes it', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/undeletable', [{ name: 'api' }, { name: 'web' }]);
    const message = 'User: x is not authorized to perform: cloudformation:DeleteStack';
    const isApi = ({ StackName }: Record<string, unknown>) => StackName === planted.stacks['api'];
    const fault = { action: 'DeleteStack', match: isApi, code: 'AccessDenied', status: 403, message };
    const handle = world.aws.faults.add(fault);
    const { step } = await destroyClosed(world, pull.number);
    handle.remove();
    expect(expectFailure(step, 'E_AWS_DENIED').message).toContain('cloudformation:DeleteStack');
    const { api, web } = removedServices(step);
    expect([api?.error?.code, web?.status]).toEqual(['E_AWS_DENIED', 'removed']);
    expect(step.outputs).toMatchObject({ status: 'failed', removed: '[]' });
    const again = await destroy(world, await world.pullRequestRun(pull.number, 'closed'));
    expectSuccess(again.step);
    expect(deletionsIn(again.calls, planted)).toEqual(['api']);
  });

  it('C12 a ledger that may not be read is an error, not `nothing`', async () => {
    const { pull } = await pullWithStage(world, 'feature/unlisted', [{ name: 'api' }]);
    const before = stateOfAws(world);
    world.aws.ssm.deny({ pathPrefix: '/serverless-stages/workshop/preview', action: 'ssm:GetParametersByPath' });
    const { step } = await destroyClosed(world, pull.number);
    world.aws.ssm.clearFaults();
    expect(expectFailure(step, 'E_AWS_DENIED').message).toContain('ssm:GetParametersByPath');
    expect(step.outputs['status']).toBe('failed');
    expect(stateOfAws(world)).toEqual(before);
  });
});

describe('a configured stage', () => {
  const services: PlantedService[] = [{ name: 'database' }, { name: 'uploads', needs: ['database'], template: BUCKET }];
  const destroyDev = (options: RemovalOptions = {}) =>
    destroy(world, world.dispatchRun('refs/heads/master'), { resolve: { stage: 'dev' }, ...options });

  it('G2 stays as it is without both keys, and goes with them', async () => {
    const planted = await plantStage(world, 'refs/heads/master', services, { kind: 'configured', stage: 'dev' });
    fill(planted.stacks['uploads']);
    const before = stateOfAws(world);
    const refuse = async (inputs: Record<string, string>) => {
      const { step, calls } = await destroyDev({ inputs });
      const { message } = expectFailure(step, 'E_DESTROY_FORBIDDEN');
      expect(step.outputs['status']).toBe('failed');
      expect(changesIn(calls)).toEqual([]);
      expect(stateOfAws(world)).toEqual(before);
      return message;
    };
    expect(await refuse({})).toMatch(/destroy: allowed/);
    expect(await refuse({ confirm: 'dev' })).toMatch(/destroy: allowed/);

    world.repository.commit('master', previewsFile({}, allowed));
    expect(await refuse({})).toMatch(/confirm: dev/);
    expect(await refuse({ confirm: 'Dev' })).toMatch(/confirm: dev/);

    // Of a preview's run, neither by the name of the stage nor by its branch.
    const { pull } = await pullWithStage(world, 'feature/not-dev', [{ name: 'api' }]);
    const all = stateOfAws(world);
    for (const inputs of [
      { stage: 'dev', confirm: 'dev' },
      { ref: 'refs/heads/master', confirm: 'dev' },
    ]) {
      const { calls } = await destroyClosed(world, pull.number, { inputs });
      expect(changesIn(calls)).toEqual([]);
      expect(stateOfAws(world)).toEqual(all);
    }

    const { step, calls } = await destroyDev({ inputs: { confirm: 'dev' } });
    expectSuccess(step);
    expect(step.outputs).toMatchObject({ status: 'removed', removed: '["dev"]' });
    expect(removalOf(step).stages).toMatchObject([{ stage: 'dev', kind: 'configured', status: 'removed' }]);
    expect(deletionsIn(calls, planted)).toEqual(['uploads', 'database']);
    expect(world.aws.ssm.list('111111111111', 'us-east-1').map(({ name }) => name)).not.toContainEqual(
      expect.stringContaining('/serverless-stages/workshop/configured/'),
    );
  });
});
