import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkflowEvent } from '../world/run-context.ts';
import { startTeamWorld, type TeamWorld } from '../world/world.ts';
import type { WorkflowOutcome } from './act.ts';
import { outputOf, runWorkshop } from './workshop-run.ts';

let world: TeamWorld;

beforeEach(async () => {
  world = await startTeamWorld();
  world.repository.commit('feature/skipped', { 'backend-tasks/NOTES.md': 'x\n' }, { message: 'Change a task' });
});
afterEach(() => world.close());

async function run(event: WorkflowEvent, ref = 'refs/pull/1/merge'): Promise<WorkflowOutcome> {
  const commit = world.repository.head('master');
  return runWorkshop(world, { workflow: 'preview.yml', event, ref, commit, environment: 'preview' });
}

/** Expects that nothing was done, the required check is green, and its log says why. */
function expectSkipped(outcome: WorkflowOutcome, reason: string): void {
  expect(outcome.exitCode, outcome.log).toBe(0);
  expect(Object.fromEntries(Object.entries(outcome.jobs).map(([id, { result }]) => [id, result]))).toEqual({
    resolve: 'success',
    start: 'skipped',
    test: 'skipped',
    deploy: 'skipped',
    end: 'skipped',
    result: 'success',
  });
  expect(outputOf(outcome, 'resolve', 'resolve', 'reason')).toBe(reason);
  expect(outcome.jobs['result']?.steps.map(({ output }) => output).join('')).toContain(`reason: ${reason}`);
  expect(world.oidc.journal).toEqual([]);
  expect(world.github.comments.list()).toEqual([]);
  expect(world.github.deployments.list()).toEqual([]);
}

const opened = async () => ({ name: 'pull_request', payload: await world.github.eventFor(1, 'opened') });

describe('a run with nothing to do is green, says why, and asks for no role', () => {
  it('A7 of a pull request from a fork', async () => {
    const head = { head: 'feature/skipped', base: 'master', title: 'From elsewhere', headRepositoryId: 9009 };
    await world.github.pulls.open(head);
    expectSkipped(await run(await opened()), 'fork pull requests are not deployed');
  });

  it('of a draft', async () => {
    await world.github.pulls.open({ head: 'feature/skipped', base: 'master', title: 'Not yet', draft: true });
    expectSkipped(await run(await opened()), 'pull request #1 is a draft (previews.drafts: true deploys drafts)');
  });

  it('of a bot', async () => {
    const user = { login: 'dependabot[bot]', type: 'Bot' } as const;
    await world.github.pulls.open({ head: 'feature/skipped', base: 'master', title: 'Bump', user });
    expectSkipped(await run(await opened()), "pull request #1 is a bot's (previews.bots: true deploys them)");
  });

  it('of a merge queue', async () => {
    await world.github.pulls.open({ head: 'feature/skipped', base: 'master', title: 'Queue it' });
    const payload = await world.github.mergeGroupEvent(1);
    const ref = (payload['merge_group'] as { head_ref: string }).head_ref;
    expectSkipped(await run({ name: 'merge_group', payload }, ref), 'a run of the event "merge_group" deploys nothing');
  });
});
