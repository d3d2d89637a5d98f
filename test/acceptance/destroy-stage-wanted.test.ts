import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Planted, previewsFile } from './plant.ts';
import { answerOnceDeleted, ledgerNames, lockHolder, stateOfAws, writeLock } from './planted-state.ts';
import { deletionsIn, destroyClosed, pullWithStage } from './removal.ts';
import { changesIn, expectFailure, expectSuccess } from './verdict.ts';

const SERVICES = [{ name: 'database' }, { name: 'api', needs: ['database'] }];

let world: World;
beforeAll(async () => {
  world = await startWorld({
    files: previewsFile({ 'target-branches': ['master', 'develop'] }),
  });
  world.repository.git('update-ref', 'refs/heads/develop', 'refs/heads/master');
  answerOnceDeleted(world);
});
afterAll(() => world.close());

const ledgerOf = ({ path }: Planted) => ledgerNames(world).filter((name) => name.startsWith(path));

describe('what is wanted by now', () => {
  it('F4 a pull request that was reopened before the removal begins keeps its stage: superseded', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/reopened', SERVICES);
    const before = stateOfAws(world, { locks: false });
    const { step, calls, resolve } = await destroyClosed(world, pull.number, {
      beforeDestroy: async () => {
        await world.github.pulls.reopen(pull.number);
      },
    });
    expect(resolve.outputs['decision']).toBe('destroy');
    expectSuccess(step);
    expect(step.outputs).toMatchObject({ status: 'superseded', removed: '[]' });
    expect(changesIn(calls)).toEqual([]);
    expect(stateOfAws(world, { locks: false })).toEqual(before);
    expect(lockHolder(world, planted)).toBeUndefined();
    expectSuccess((await destroyClosed(world, pull.number)).step);
    expect(ledgerOf(planted)).toEqual([]);
  });

  it('F4 one that is reopened while the lock is waited for keeps it too', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/while-waiting', SERVICES);
    writeLock(world, planted, 71);
    world.github.runs.set(71, { status: 'in_progress' });
    const before = stateOfAws(world, { locks: false });
    const running = destroyClosed(world, pull.number);
    await lookedAtLock(planted);
    await world.github.pulls.reopen(pull.number);
    writeLock(world, planted);
    const { step } = await running;
    expectSuccess(step);
    expect(step.outputs['status']).toBe('superseded');
    expect(stateOfAws(world, { locks: false })).toEqual(before);
    expect(lockHolder(world, planted)).toBeUndefined();
  });

  it('F20 two pull requests of one branch: closing one keeps the stage, closing the last removes it', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/twice-open', SERVICES);
    const second = await world.github.pulls.open({ head: 'feature/twice-open', base: 'develop' });
    const before = stateOfAws(world, { locks: false });
    const kept = await destroyClosed(world, pull.number);
    expect(kept.resolve.outputs['decision']).toBe('deploy');
    expectSuccess(kept.step);
    expect(kept.step.outputs).toMatchObject({ status: 'superseded', removed: '[]' });
    expect(stateOfAws(world, { locks: false })).toEqual(before);
    const gone = await destroyClosed(world, second.number);
    expectSuccess(gone.step);
    expect(gone.step.outputs['removed']).toBe(JSON.stringify([planted.stage]));
    expect(ledgerOf(planted)).toEqual([]);
  });

  it('F20 the second of them, opened before the removal begins, keeps it too', async () => {
    const { pull } = await pullWithStage(world, 'feature/second', SERVICES);
    const before = stateOfAws(world, { locks: false });
    const { step, resolve } = await destroyClosed(world, pull.number, {
      beforeDestroy: async () => {
        await world.github.pulls.open({ head: 'feature/second', base: 'develop' });
      },
    });
    expect(resolve.outputs['decision']).toBe('destroy');
    expectSuccess(step);
    expect(step.outputs['status']).toBe('superseded');
    expect(stateOfAws(world, { locks: false })).toEqual(before);
  });

  it('G10 GitHub that does not say keeps it: nothing is removed', async () => {
    const { pull } = await pullWithStage(world, 'feature/github-silent', SERVICES);
    const before = stateOfAws(world, { locks: false });
    const message = 'Resource not accessible by integration';
    const { step, calls } = await destroyClosed(world, pull.number, {
      beforeDestroy: () =>
        world.github.faults.next({ kind: 'status', status: 403, message }, { times: Number.POSITIVE_INFINITY }),
    });
    world.github.faults.clear();
    expectFailure(step, 'E_GITHUB');
    expect(changesIn(calls)).toEqual([]);
    expect(stateOfAws(world, { locks: false })).toEqual(before);
  });
});

/** Waits until destroy-stage has looked at a stage's lock, and a little longer. */
async function lookedAtLock({ path }: Planted): Promise<void> {
  const looks = () =>
    world.aws.journal.of('ssm').filter(({ params }) => params['Name'] === `${path}/_repository/1001/lock`).length;
  while (looks() === 0) await sleep(20);
  await sleep(700);
}

describe('the lock', () => {
  it('F11 that a live run holds is waited for until that gives it back', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/locked', SERVICES);
    writeLock(world, planted, 72);
    world.github.runs.set(72, { status: 'in_progress' });
    const before = stateOfAws(world);
    const running = destroyClosed(world, pull.number);
    await lookedAtLock(planted);
    expect(stateOfAws(world)).toEqual(before);
    writeLock(world, planted);
    const { step, calls } = await running;
    expectSuccess(step);
    expect(step.outputs['status']).toBe('removed');
    expect(step.log).toContain('https://github.com/acme/workshop/actions/runs/72');
    expect(deletionsIn(calls, planted)).toEqual(['api', 'database']);
    expect(ledgerOf(planted)).toEqual([]);
  });

  it('F11 of a dead run is taken over, and what that run left `removing` is removed', async () => {
    const services = SERVICES.map((service) => ({ ...service, record: { status: 'removing' } }));
    const { pull, planted } = await pullWithStage(world, 'feature/dead', services);
    writeLock(world, planted, 73);
    world.github.runs.set(73, { status: 'completed', conclusion: 'cancelled' });
    const { step } = await destroyClosed(world, pull.number);
    expectSuccess(step);
    expect(ledgerOf(planted)).toEqual([]);
  });

  it('F11 that cannot be read is refused, with the command that mends it', async () => {
    const { pull, planted } = await pullWithStage(world, 'feature/malformed', SERVICES);
    const lock = `${planted.path}/_repository/1001/lock`;
    world.aws.ssm.put(ACCOUNTS.dev, REGION, lock, '{"holder":');
    const before = stateOfAws(world);
    const { step } = await destroyClosed(world, pull.number);
    expect(expectFailure(step, 'E_LEDGER').message).toContain(`aws ssm delete-parameter --name ${lock}`);
    expect(stateOfAws(world)).toEqual(before);
  });
});
