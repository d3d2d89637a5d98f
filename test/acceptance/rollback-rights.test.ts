import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTeamWorld } from '../world/world.ts';
import { rowsOf, type Written } from './rollback-run.ts';
import { expectNoChangeSets, type Open, openWorld, topic, wentBack } from './rollback-stage.ts';
import { expectSuccess } from './verdict.ts';

let open: Open;
beforeAll(async () => {
  open = await openWorld({}, startTeamWorld);
});
afterAll(() => open.close());

/** Larger than what a call may hold: the template is read where it lies. */
const Metadata = { padding: 'x'.repeat(60_000) };
const api = (says: string): Written => ({
  says,
  more: { resources: { Resources: { Topic: { Type: 'AWS::SNS::Topic', Metadata } } } },
});

describe('the role that the shipped template makes', () => {
  it('may take an application back: its functions, its roles and a large template', async () => {
    const { run, says, titleOf, failing } = open.team('workshop');
    expectSuccess((await run({ api: api('one'), tasks: topic('one', { 'depends-on': ['api'] }) })).step);
    const { step, calls } = await run({ api: api('two'), tasks: topic('two', failing('api')) });
    expect(step.exitCode).toBe(1);
    expect(rowsOf(step), step.log).toMatchObject({
      api: { status: 'rolled-back', rollback: { status: 'done' } },
      tasks: { status: 'failed', error: { code: 'E_VERIFY_FAILED' }, rollback: { status: 'done' } },
    });
    expect([await says('api'), titleOf('tasks')]).toEqual(['one', 'one']);
    expect(wentBack(calls)).toEqual(['tasks', 'api']);
    expect(calls.filter(({ errorCode }) => /AccessDenied/.test(errorCode ?? ''))).toEqual([]);
    expectNoChangeSets(open.world, 'workshop');
  });
});
