import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { API_KEYS } from '../world/accounts.ts';
import { everyService } from '../world/example.ts';
import { sendForm } from '../world/form.ts';
import { startTeamWorld, type TeamWorld } from '../world/world.ts';
import type { WorkflowOutcome } from './act.ts';
import { outputOf, runWorkshop } from './workshop-run.ts';

const SERVICES = ['workshop-database', 'workshop-restapi', 'workshop-tasks'];

let world: TeamWorld;
let head: string;

beforeEach(async () => {
  world = await startTeamWorld();
  head = world.repository.commit('feature/sign-up', everyService('Sign up now'), { message: 'Ask for a name' });
  await world.github.pulls.open({ head: 'feature/sign-up', base: 'master', title: 'Sign up' });
});
afterEach(() => world.close());

/** The run that GitHub starts for the opened pull request, with the token that its job gets. */
async function runPreview(ref = 'refs/pull/1/merge'): Promise<WorkflowOutcome> {
  const event = { name: 'pull_request', payload: await world.github.eventFor(1, 'opened') };
  return runWorkshop(world, { workflow: 'preview.yml', event, ref, commit: head, environment: 'preview' });
}

describe('the workflow that a user copies, in a repository of the example', () => {
  it('deploys a pull request with the role that the shipped template makes, and removes it when it is closed', async () => {
    const { aws } = world;
    const outcome = await runPreview();
    expect(outcome.exitCode, outcome.log).toBe(0);
    const stage = outputOf(outcome, 'resolve', 'resolve', 'stage');
    expect(SERVICES.map((name) => aws.stacks.find(`${name}-${stage}`)?.status)).toEqual(
      SERVICES.map(() => 'UPDATE_COMPLETE'),
    );
    expect(outputOf(outcome, 'deploy', 'deploy', 'status')).toBe('deployed');
    const url = outputOf(outcome, 'deploy', 'deploy', 'url');
    expect((await sendForm((path) => aws.apiUrl(url + path))).stored).toMatchObject({ name: 'A visitor' });
    expect(aws.functions.environment(`workshop-tasks-${stage}-digest`)).toMatchObject({
      ENDPOINT_API_KEY: API_KEYS.dev,
    });
    expect(outcome.log).not.toContain(API_KEYS.dev);
    await world.github.pulls.close(1);
    const closed = await runPreview();
    expect(outputOf(closed, 'deploy', 'destroy', 'status'), closed.log).toBe('removed');
    expect(SERVICES.map((name) => aws.stacks.find(`${name}-${stage}`))).toEqual(SERVICES.map(() => undefined));
    expect(aws.journal.entries.filter(({ errorCode = '' }) => /AccessDenied/.test(errorCode))).toEqual([]);
  });

  it('D15 deploys nothing when the token says a ref that the role does not take, and names the ref', async () => {
    const { aws } = world;
    const outcome = await runPreview('refs/heads/elsewhere');
    expect(outcome.jobs).toMatchObject({ resolve: { result: 'success' }, deploy: { result: 'failure' } });
    expect(outcome.log).toContain('E_ROLE_REFUSED');
    expect(outcome.log).toContain('refs/heads/elsewhere');
    expect(aws.stacks.list().map(({ name }) => name)).not.toContainEqual(expect.stringContaining('workshop-'));
  });

  it('deploys nothing for a pull request that was closed meanwhile, and finds nothing to remove', async () => {
    await world.github.pulls.close(1);
    const outcome = await runPreview();
    expect(outcome.exitCode, outcome.log).toBe(0);
    expect(outputOf(outcome, 'resolve', 'resolve', 'decision')).toBe('destroy');
    expect(outputOf(outcome, 'deploy', 'destroy', 'status')).toBe('nothing');
    expect(world.aws.stacks.list().map(({ name }) => name)).not.toContainEqual(expect.stringContaining('workshop-'));
  });
});
