import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallFault } from '../local-aws/faults.ts';
import { ACCOUNTS } from '../world/accounts.ts';
import { type Row, rowsOf } from './rollback-run.ts';
import {
  expectKept,
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
  open = await openWorld();
});
afterAll(() => open.close());

const CALLER = `User: arn:aws:sts::${ACCOUNTS.dev}:assumed-role/serverless-stages/acme-workshop-3001-1`;
const refused = (action: string, service = 'cloudformation'): CallFault => ({
  service,
  action,
  status: 403,
  code: 'AccessDenied',
  message: `${CALLER} is not authorized to perform: ${service}:${action} because no identity-based policy allows it`,
});

/** Deploys a service, then another version that fails, with these faults: of the way back alone, unless they are `always`. */
async function failWith(team: FailingTeam, faults: readonly CallFault[], { always = false } = {}) {
  expectSuccess((await team.run({ api: topic('one') })).step);
  const handles = faults.map((fault) => {
    const { match = () => true } = fault;
    return open.world.aws.faults.add({
      ...fault,
      match: (params) => (always || team.isGoingBack()) && match(params),
    });
  });
  const deployment = await team.run({ api: topic('two', team.failing()) });
  for (const handle of handles) handle.remove();
  expect(handles.filter(({ hits }) => hits > 0).length, deployment.step.log).toBeGreaterThan(0);
  return deployment;
}

/** Expects that the next run brings the service to the new version, as if nothing had been. */
async function expectNextDeploys(team: FailingTeam): Promise<void> {
  expectSuccess((await team.run({ api: topic('two') })).step);
  expect(team.titleOf('api')).toBe('two');
  expect(team.recordOf('api')).toMatchObject({ status: 'deployed' });
}

describe('a role that may not', () => {
  it('read templates deploys as before, and nothing goes back', async () => {
    const team = open.team('get-template');
    const { step, calls } = await failWith(team, [refused('GetTemplate')], { always: true });
    expect(annotationsOf(step, 'error')).toHaveLength(1);
    expectKept(step, 'api', /cloudformation:GetTemplate/);
    expect(wentBack(calls)).toEqual([]);
    expect(team.titleOf('api')).toBe('two');

    const handle = open.world.aws.faults.add(refused('GetTemplate'));
    expectSuccess((await team.run({ api: topic('three') })).step);
    handle.remove();
  });

  it.each([
    ['read packages', 'get-object', refused('GetObject', 's3'), /GetObject|s3|S3|bucket|read/],
    ['make change sets', 'create', refused('CreateChangeSet'), /CreateChangeSet/],
    ['look at change sets', 'describe', refused('DescribeChangeSet'), /DescribeChangeSet/],
    ['execute change sets', 'execute', refused('ExecuteChangeSet'), /ExecuteChangeSet/],
  ])('%s leaves the service as it is, with the reason and without a change set', async (_what, app, fault, reason) => {
    const team = open.team(`no-${app}`);
    const { step } = await failWith(team, [fault]);
    expect(step.exitCode).toBe(1);
    expect(annotationsOf(step, 'error')[0]?.message).toMatch(/^E_VERIFY_FAILED/);
    expectKept(step, 'api', reason);
    expect(team.titleOf('api')).toBe('two');
    expect(team.stack('api').status).toBe('UPDATE_COMPLETE');
    expectNoChangeSets(open.world, `no-${app}`);
    await expectNextDeploys(team);
  });
});

describe('a change set that cannot be made', () => {
  it('is told with the reason of CloudFormation, and deleted', async () => {
    const team = open.team('unmade');
    const spoil = ({ StackName }: Record<string, unknown>) => {
      const set = open.world.aws.stacks.find(String(StackName))?.changeSets.get('serverless-stages-changes');
      const reason = 'No such macro as was there before';
      Object.assign(set ?? {}, { outcome: { status: 'FAILED', executionStatus: 'UNAVAILABLE', reason } });
      return true;
    };
    const look: CallFault = { service: 'cloudformation', action: 'DescribeChangeSet', match: spoil, delayMs: 1 };
    const { step } = await failWith(team, [look]);
    expectKept(step, 'api', /No such macro as was there before/);
    expect(team.titleOf('api')).toBe('two');
    expectNoChangeSets(open.world, 'unmade');
    await expectNextDeploys(team);
  });
});

describe('a way back that CloudFormation cannot finish', () => {
  it.each([
    ['takes back', 'undone', 1, 'UPDATE_ROLLBACK_COMPLETE'],
    ['cannot even take back', 'stuck', 2, 'UPDATE_ROLLBACK_FAILED'],
  ])('and %s is a failure with the first reason, not a rollback', async (_what, app, times, status) => {
    const team = open.team(app);
    const reason = 'the topic is locked';
    const arm: CallFault = {
      action: 'ExecuteChangeSet',
      match: () => {
        const stack = `${app}-api-dev`;
        open.world.aws.faults.failResource({ stack, logicalId: 'Topic', on: 'update', reason, times });
        return true;
      },
      delayMs: 1,
    };
    const { step } = await failWith(team, [arm]);
    open.world.aws.faults.clear();
    expect(team.stack('api').status).toBe(status);
    const row = rowsOf(step)['api'] as Row;
    expect(row).toMatchObject({ status: 'failed', stackStatus: status, rollback: { status: 'failed' } });
    expectNoChangeSets(open.world, app);
    await expectNextDeploys(team);
    expect(row.rollback?.reason).toContain(reason);
    expect(step.summary).toMatch(/not rolled back: api: .*the topic is locked/);
  });
});

describe('answers of AWS that are refused at first, or lost', () => {
  const throttled: CallFault = { service: 'cloudformation', every: 2, code: 'Throttling', message: 'Rate exceeded' };
  const busy: CallFault = { service: 's3', every: 2, status: 503, code: 'SlowDown', message: 'Reduce your rate' };
  const execute = { service: 'cloudformation', action: 'ExecuteChangeSet', match: isOurs, times: 1 } as const;
  it.each<readonly [string, string, readonly CallFault[]]>([
    ['throttled', 'throttled', [throttled, busy]],
    ['lost before the execution', 'lost-before', [{ ...execute, closeConnection: true }]],
    ['lost after the execution has begun', 'lost-after', [{ ...execute, closeConnection: true, when: 'after' }]],
    ['a failure of CloudFormation though it has begun', 'five-hundred', [{ ...execute, status: 500, when: 'after' }]],
  ])('do not keep a service from going back: %s', async (_what, app, faults) => {
    const team = open.team(app);
    const { step, calls } = await failWith(team, faults);
    expect(team.titleOf('api')).toBe('one');
    expect(team.stack('api').status).toBe('UPDATE_COMPLETE');
    expect(new Set(wentBack(calls))).toEqual(new Set(['api']));
    expectNoChangeSets(open.world, app);
    await expectNextDeploys(team);
    expect(rowsOf(step)['api']?.rollback, step.log).toEqual({ status: 'done' });
  });
});
