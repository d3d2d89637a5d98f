import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLockFree } from './fault-points.ts';
import { writeLock } from './planted-state.ts';
import { rowsOf, type Written } from './rollback-run.ts';
import {
  expectNoChangeSets,
  type FailingTeam,
  isOurs,
  type Open,
  openWorld,
  topic,
  wentBack,
} from './rollback-stage.ts';
import { annotationsOf, expectSuccess } from './verdict.ts';

let open: Open;
beforeAll(async () => {
  open = await openWorld({ resourceDelays: { Slow: 2500 } });
});
afterAll(() => open.close());

const placeOf = (app: string) => ({ path: `/serverless-stages/${app}/configured/dev` });
const services = (name: string, last: Written['entry']) => ({
  api: topic(name),
  tasks: topic(name, { 'depends-on': ['api'] }),
  bad: topic(name, last),
});
const LAST = { 'depends-on': ['tasks'] };

/** Fails a run, and has another run take the lock at the first call that names our change set after that. */
async function loseLock(team: FailingTeam, app: string, action: string) {
  expectSuccess((await team.run(services('one', LAST))).step);
  open.world.github.runs.set(77, { attempt: 1, status: 'in_progress' });
  let isTaken = false;
  const probe = open.world.aws.faults.add({
    match: (params) => {
      const isTime = action === '' || (params['Action'] ?? action) === action;
      if (!isTaken && team.isGoingBack() && isTime) {
        isTaken = true;
        writeLock(open.world, placeOf(app), 77);
      }
      return false;
    },
    ...(action === '' ? {} : { action }),
  });
  const deployment = await team.run(services('two', team.failing('tasks')));
  probe.remove();
  expect(isTaken).toBe(true);
  return deployment;
}

describe('a lock that another run has taken', () => {
  it('before anything goes back keeps all of it where it is', async () => {
    const team = open.team('lost-first');
    const { step, calls } = await loseLock(team, 'lost-first', '');
    expect(step.exitCode).toBe(1);
    expect(wentBack(calls)).toEqual([]);
    for (const key of ['api', 'tasks', 'bad']) {
      expect(team.titleOf(key)).toBe('two');
      expect(rowsOf(step)[key]?.rollback?.status).not.toBe('done');
    }
    expect(step.log).toMatch(/runs\/77/);
    expect(isLockFree(open.world, placeOf('lost-first').path)).toBe(false);
  });

  it('while one goes back keeps the others where they are', async () => {
    const team = open.team('lost-later');
    const { step, calls } = await loseLock(team, 'lost-later', 'ExecuteChangeSet');
    expect(step.exitCode).toBe(1);
    expect(wentBack(calls)).toEqual(['bad']);
    for (const key of ['api', 'tasks']) {
      expect(team.titleOf(key)).toBe('two');
      expect(rowsOf(step)[key]?.rollback?.status).not.toBe('done');
    }
    expect(step.log).toMatch(/runs\/77/);
    expect(isLockFree(open.world, placeOf('lost-later').path)).toBe(false);
    expectNoChangeSets(open.world, 'lost-later');
  });
});

/** A service that takes a while to update. */
const slow = (name: string, entry = {}) => {
  const Slow = { Type: 'AWS::SNS::Topic', Properties: { DisplayName: name } };
  return topic(name, entry, { Slow });
};

describe('a step that is cancelled while services go back', () => {
  it('ends in time, says that CloudFormation goes on, and the next run deploys', async () => {
    const team = open.team('cancelled');
    expectSuccess((await team.run({ api: topic('one'), bad: slow('one', { 'depends-on': ['api'] }) })).step);
    const at = open.world.aws.journal.entries.length;
    const hasBegun = () => wentBack(open.world.aws.journal.entries.slice(at)).length > 0;
    const { step, calls } = await team.run(
      { api: topic('two'), bad: slow('two', team.failing('api')) },
      { cancelWhen: () => hasBegun() && team.stack('bad').status === 'UPDATE_IN_PROGRESS' },
    );
    expect(step.conclusion).toBe('cancelled');
    expect(step.cancelledBy).toBe('SIGINT');
    expect(wentBack(calls)).toEqual(['bad']);
    expect(isLockFree(open.world, placeOf('cancelled').path)).toBe(true);
    expect(team.recordOf('bad')['status']).not.toBe('deployed');

    const next = await team.run({ api: topic('two'), bad: slow('two', { 'depends-on': ['api'] }) });
    expectSuccess(next.step);
    expect([team.titleOf('api'), team.titleOf('bad')]).toEqual(['two', 'two']);
    expect(team.recordOf('bad')).toMatchObject({ status: 'deployed' });
    expectNoChangeSets(open.world, 'cancelled');
    expect(annotationsOf(step, 'warning').map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/bad.*CloudFormation .*goes on/s),
    );
  });

  it('begins nothing more, and leaves no change set, if it has only asked', async () => {
    const team = open.team('asking');
    expectSuccess((await team.run({ api: topic('one') })).step);
    let looks = 0;
    const fault = open.world.aws.faults.add({
      action: 'DescribeChangeSet',
      match: (params) => {
        const isLook = team.isGoingBack() && isOurs(params);
        looks += isLook ? 1 : 0;
        return isLook;
      },
      // The first look finds it on its way.
      after: 1,
      delayMs: 1500,
    });
    const { step, calls } = await team.run({ api: topic('two', team.failing()) }, { cancelWhen: () => looks > 1 });
    fault.remove();
    expect(step.conclusion).toBe('cancelled');
    expect(step.cancelledBy).toBe('SIGINT');
    expect(wentBack(calls)).toEqual([]);
    expect(team.titleOf('api')).toBe('two');
    expect(isLockFree(open.world, placeOf('asking').path)).toBe(true);
    expectNoChangeSets(open.world, 'asking');
    expectSuccess((await team.run({ api: topic('two') })).step);
    expect(team.titleOf('api')).toBe('two');
  });
});
