import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queues } from '../local-aws/stack-client.ts';
import type { RunningStep } from '../runner/step.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Planted, previewsFile } from './plant.ts';
import { answerOnceDeleted, ledgerNames, recordOf, stateOfAws } from './planted-state.ts';
import { deletionsIn, destroy, destroyClosed, pullWithStage, removalOf } from './removal.ts';
import { expectSuccess } from './verdict.ts';

const SERVICES = [{ name: 'database' }, { name: 'api', needs: ['database'] }];

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: previewsFile(), resourceDelays: { Slow: 1000 } });
  answerOnceDeleted(world);
});
afterAll(() => world.close());

const ledgerOf = ({ path }: Planted) => ledgerNames(world).filter((name) => name.startsWith(path));

describe('the runs that remove a stage', () => {
  it('G9 are those of a merged pull request, whose ref is the branch that it went into', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/merged', SERVICES);
    await world.github.pulls.merge(pull.number);
    const { step } = await destroy(world, await world.pullRequestRun(pull.number, 'closed'));
    expectSuccess(step);
    expect(step.outputs['removed']).toBe(JSON.stringify([planted.stage]));
    expect(ledgerOf(planted)).toEqual([]);
  });

  it('G9 are those of a deleted branch', async () => {
    const { planted } = await pullWithStage(world, 'feature/deleted', SERVICES);
    world.repository.git('update-ref', '-d', 'refs/heads/feature/deleted');
    const { step } = await destroy(world, world.deleteRun('feature/deleted'));
    expectSuccess(step);
    expect(step.outputs['removed']).toBe(JSON.stringify([planted.stage]));
    expect(ledgerOf(planted)).toEqual([]);
  });

  it('G9 are those that name another `ref`, whose branch is gone', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/first-ref', SERVICES);
    const other = await pullWithStage(world, 'feature/other-ref', SERVICES);
    world.repository.git('update-ref', '-d', 'refs/heads/feature/other-ref');
    const { step } = await destroyClosed(world, pull.number, { inputs: { ref: 'refs/heads/feature/other-ref' } });
    expectSuccess(step);
    expect(step.outputs['removed']).toBe(JSON.stringify([other.planted.stage]));
    expect(ledgerOf(other.planted)).toEqual([]);
    expect(ledgerOf(planted)).toHaveLength(3);
  });
});

describe('a removal that is cut off', () => {
  it('F1 F2 by a cancel or a kill leaves a stage that a later run removes', async () => {
    const slow = SERVICES.map((service) => ({ ...service, template: queues({ Slow: {} }) }));
    const { pull, planted } = await pullWithStage(world, 'feature/cut-off', slow);
    await world.github.pulls.close(pull.number);
    const deletions = () => deletionsIn(world.aws.journal.entries, planted).filter((name) => name in planted.stacks);
    const cut = async (runId: string, deleted: string, how: 'cancel' | 'kill') => {
      const context = { ...(await world.pullRequestRun(pull.number, 'closed')), runId };
      const onStart = async (running: RunningStep) => {
        while (!deletions().includes(deleted)) await sleep(20);
        await running[how]();
      };
      const { step } = await destroy(world, context, { onStart });
      expect(step.cancelledBy).toBe(how === 'cancel' ? 'SIGINT' : undefined);
      world.github.runs.set(runId, { status: 'completed', conclusion: 'cancelled' });
      return step;
    };
    const cancelled = await cut('81', 'api', 'cancel');
    expect(cancelled.conclusion).toBe('cancelled');
    expect(cancelled.outputs['status']).toBe('failed');
    expect(recordOf(world, `${planted.path}/api`)).toMatchObject({ status: 'removing' });
    const killed = await cut('82', 'database', 'kill');
    expect(killed.signal).toBe('SIGKILL');
    expect(recordOf(world, `${planted.path}/api`)).toBeUndefined();
    expect(recordOf(world, `${planted.path}/database`)).toMatchObject({ status: 'removing' });
    const { step } = await destroy(world, await world.pullRequestRun(pull.number, 'closed'));
    expectSuccess(step);
    expect(step.outputs['removed']).toBe(JSON.stringify([planted.stage]));
    expect(ledgerOf(planted)).toEqual([]);
  });

  it('D10 by the end of its credentials goes on with new ones', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/expiring', SERVICES);
    let ended = 0;
    const expire = world.aws.faults.add({
      service: 'cloudformation',
      action: 'DeleteStack',
      match: () => {
        const { callerArn = '' } = world.aws.journal.of('cloudformation', 'DeleteStack').at(-1) ?? {};
        if (ended++ === 0) world.aws.credentials.expire(callerArn, world.aws.clock.now());
        return false;
      },
    });
    const { step } = await destroyClosed(world, pull.number);
    expire.remove();
    expect(ended).toBeGreaterThan(0);
    expectSuccess(step);
    expect(ledgerOf(planted)).toEqual([]);
  });
});

describe('a second time', () => {
  it('G9 is a success that says where it looked, and changes nothing', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/again', SERVICES);
    expectSuccess((await destroyClosed(world, pull.number)).step);
    expect(ledgerOf(planted)).toEqual([]);
    const before = stateOfAws(world);
    const { step, calls } = await destroy(world, await world.pullRequestRun(pull.number, 'closed'));
    expectSuccess(step);
    expect(step.outputs).toMatchObject({ status: 'nothing', removed: '[]' });
    expect(removalOf(step)).toMatchObject({ status: 'nothing', stages: [] });
    expect(removalOf(step).looked).toEqual([{ account: ACCOUNTS.dev, region: REGION }]);
    expect(step.log).toContain(ACCOUNTS.dev);
    expect(step.log).toContain(REGION);
    expect(calls.filter(({ action }) => !/^(Get|Describe|List)/.test(action))).toEqual([]);
    expect(stateOfAws(world)).toEqual(before);
  });
});
