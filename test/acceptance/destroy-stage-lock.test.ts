import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { previewsFile } from './plant.ts';
import { answerOnceDeleted, ledgerNames, recordOf } from './planted-state.ts';
import { destroyClosed, pullWithStage } from './removal.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const FUNCTION = {
  Type: 'AWS::Lambda::Function',
  Properties: {
    Handler: 'x.y',
    Runtime: 'nodejs22.x',
    Role: `arn:aws:iam::${ACCOUNTS.dev}:role/of-function`,
    Code: { ZipFile: 'code' },
  },
};

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: previewsFile() });
  answerOnceDeleted(world);
});
afterEach(() => world.aws.faults.clear());
afterAll(() => world.close());

describe('a removal whose lock is gone', () => {
  it.each<[what: string, service: string, action: string, matches: (params: Record<string, unknown>) => boolean]>([
    ['while it looks once more', 'cloudformation', 'ListStackResources', () => true],
    ['after it began', 'ssm', 'PutParameter', ({ Value }) => String(Value).includes('"status":"removing"')],
  ])('removes nothing more, and the next run does: %s', async (what, service, action, matches) => {
    const branch = `feature/lost-${action.toLowerCase()}`;
    const { pull, planted } = await pullWithStage(world, branch, [{ name: 'api' }]);
    const stack = planted.stacks['api'] ?? '';
    let isHeld = true;
    const match = (params: Record<string, unknown>) => {
      const lock = ledgerNames(world).find((name) => name.startsWith(planted.path) && name.endsWith('/lock'));
      if (isHeld && lock !== undefined && matches(params)) {
        isHeld = false;
        world.aws.ssm.remove(ACCOUNTS.dev, REGION, lock);
      }
      return false;
    };
    world.aws.faults.add({ service, action, match });
    const { step, calls } = await destroyClosed(world, pull.number);
    expect(isHeld, what).toBe(false);
    expect(expectFailure(step, 'E_STAGE_BUSY').message).toMatch(/somebody removed it/);
    expect(calls.filter((call) => call.action === 'DeleteStack')).toEqual([]);
    expect(world.aws.stacks.find(stack)?.status).toBe('CREATE_COMPLETE');
    world.aws.faults.clear();
    expectSuccess((await destroyClosed(world, pull.number)).step);
    expect(ledgerNames(world).filter((name) => name.startsWith(planted.path))).toEqual([]);
  });

  it('leaves the record and the log groups to the run that took it over while the stack went', async () => {
    const resources = { Get: FUNCTION };
    const { pull, planted } = await pullWithStage(world, 'feature/taken-over', [
      { name: 'api', template: { Resources: resources } },
    ]);
    const lock = `${planted.path}/_repository/1001/lock`;
    let isHeld = true;
    // Its own stack is deleted: from then on another run has the stage.
    const match = ({ StackName }: Record<string, unknown>) => {
      const isGone = world.aws.stacks.find(planted.stacks['api'] ?? '')?.status === 'DELETE_COMPLETE';
      if (isHeld && isGone && String(StackName).includes(planted.stage)) {
        isHeld = false;
        world.aws.ssm.remove(ACCOUNTS.dev, REGION, lock);
      }
      return false;
    };
    world.aws.faults.add({ service: 'cloudformation', action: 'DescribeStacks', match });
    const { step, calls } = await destroyClosed(world, pull.number);
    expect(isHeld).toBe(false);
    expectFailure(step, 'E_STAGE_BUSY');
    const after = calls.filter(({ action }) => action === 'DeleteLogGroup' || action === 'DeleteParameter');
    expect(after).toEqual([]);
    expect(recordOf(world, `${planted.path}/api`)).toMatchObject({ status: 'removing' });
  });
});
