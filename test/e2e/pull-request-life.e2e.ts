import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HANGS_AFTER } from '../limits.ts';
import { API_KEYS } from '../world/accounts.ts';
import { exampleInOneAccount } from '../world/example.ts';
import { LINKED_CLI } from '../world/linked-cli.ts';
import { startTeamWorld, type TeamWorld } from '../world/world.ts';
import type { WorkflowOutcome } from './act.ts';
import { commentOf, deploymentsOf, statusesOf } from './told.ts';
import { outputOf, runWorkshop } from './workshop-run.ts';

const BRANCH = 'feature/digest';
const STAGE = /^feature-dig-0pv[0-9a-z]{5}$/;

/** A change of the one service that this pull request is about. */
const digest = (text: string) => ({ 'backend-tasks/NOTES.md': `${text}\n` });

let world: TeamWorld;

/** The service has no tests of its own here: another test runs a workflow with them. */
const CONFIGURATION = exampleInOneAccount(['backend-tasks, test: node --test', 'backend-tasks, test: false']);

/** Until a run begins. */
const WAIT = { timeout: HANGS_AFTER, interval: 100 };

beforeAll(async () => {
  world = await startTeamWorld({ files: { ...LINKED_CLI, 'serverless-stages.yml': CONFIGURATION } });
});
afterAll(() => world.close());

type Action = Parameters<TeamWorld['github']['eventFor']>[1];

/** The run that GitHub starts when something happens to the pull request. */
async function run(action: Action): Promise<WorkflowOutcome> {
  const payload = await world.github.eventFor(1, action);
  const commit = world.repository.head('master');
  const event = { name: 'pull_request', payload };
  return runWorkshop(world, {
    workflow: 'preview.yml',
    event,
    ref: 'refs/pull/1/merge',
    commit,
    environment: 'preview',
  });
}

/** Pushes to the pull request's branch, and has the run that follows. */
async function push(text: string, files: Readonly<Record<string, string>> = digest(text)): Promise<WorkflowOutcome> {
  world.repository.commit(BRANCH, files, { message: text });
  return run('synchronize');
}

const stackOf = (stage: string) => world.aws.stacks.find(`workshop-tasks-${stage}`);
const newestDeployment = () => deploymentsOf(world).at(-1);
const results = ({ jobs }: WorkflowOutcome) =>
  Object.fromEntries(Object.entries(jobs).map(([id, { result }]) => [id, result]));

describe('the life of a pull request', () => {
  let stage: string;

  it('begins with a preview of the service that it changes', async () => {
    world.repository.commit(BRANCH, digest('Send a digest'), { message: 'Send a digest' });
    await world.github.pulls.open({ head: BRANCH, base: 'master', title: 'Send a digest' });
    const outcome = await run('opened');
    expect(outcome.exitCode, outcome.log).toBe(0);
    stage = outputOf(outcome, 'resolve', 'resolve', 'stage');
    expect(stage).toMatch(STAGE);
    expect(results(outcome)).toEqual({
      resolve: 'success',
      start: 'success',
      test: 'skipped',
      deploy: 'success',
      end: 'success',
      result: 'success',
    });
    expect(stackOf(stage)?.status).toBe('UPDATE_COMPLETE');
    await expect(commentOf(world, 1)).toMatchFileSnapshot('comments/1-opened.md');
    expect(deploymentsOf(world)).toEqual([`deploy:workshop/${stage} preview in_progress success`]);
    expect(statusesOf(world, world.repository.head(BRANCH))).toEqual([
      'serverless-stages/workshop/preview pending success',
    ]);
    expect(outcome.log).not.toContain(API_KEYS.dev);
  });

  it('goes on with each push, in the same comment', async () => {
    const outcome = await push('Send it at noon');
    expect(outcome.exitCode, outcome.log).toBe(0);
    await expect(commentOf(world, 1)).toMatchFileSnapshot('comments/2-pushed.md');
    expect(deploymentsOf(world)).toEqual([
      `deploy:workshop/${stage} preview in_progress success inactive`,
      `deploy:workshop/${stage} preview in_progress success`,
    ]);
  });

  it('shows a service that fails, and why', async () => {
    const reason = 'Resource handler returned message: "the role is not ready"';
    world.aws.faults.failResource({
      stack: `workshop-tasks-${stage}`,
      type: 'AWS::Lambda::Function',
      on: 'update',
      reason,
    });
    const outcome = await push('Send it twice');
    expect(outcome.exitCode).not.toBe(0);
    expect(results(outcome)).toMatchObject({ deploy: 'failure', end: 'success', result: 'failure' });
    await expect(commentOf(world, 1)).toMatchFileSnapshot('comments/3-failed.md');
    expect(newestDeployment()).toMatch(/in_progress failure$/);
    expect(statusesOf(world, world.repository.head(BRANCH))).toEqual([
      'serverless-stages/workshop/preview pending failure',
    ]);
  });

  it('is mended by the next push', async () => {
    const outcome = await push('Send it once');
    expect(outcome.exitCode, outcome.log).toBe(0);
    expect(stackOf(stage)?.status).toBe('UPDATE_COMPLETE');
    await expect(commentOf(world, 1)).toMatchFileSnapshot('comments/4-mended.md');
  });

  it('F16 has ten pushes at once: one run is under way, GitHub keeps the newest that waits, and that one is deployed', async () => {
    const first = push('Push 1');
    await vi.waitFor(() => expect(commentOf(world, 1)).toContain('is being deployed'), WAIT);
    await expect(commentOf(world, 1)).toMatchFileSnapshot('comments/5-ten-pushes-begun.md');
    for (let count = 2; count <= 10; count += 1) {
      world.repository.commit(BRANCH, digest(`Push ${count}`), { message: `Push ${count}` });
    }
    const overtaken = await first;
    expect(overtaken.exitCode, overtaken.log).toBe(0);
    const newest = await run('synchronize');
    expect(newest.exitCode, newest.log).toBe(0);
    expect(results(newest)).toMatchObject({ deploy: 'success', result: 'success' });
    await expect(commentOf(world, 1)).toMatchFileSnapshot('comments/6-ten-pushes-done.md');
    expect(world.github.comments.list(1)[0]?.body).toContain(`commit=${world.repository.head(BRANCH)} `);
    expect(deploymentsOf(world).filter((text) => text.endsWith('success'))).toHaveLength(1);
  });

  it('ends when it is closed: nothing of the preview is left, and no GitHub deployment is active', async () => {
    await world.github.pulls.close(1);
    const outcome = await run('closed');
    expect(outcome.exitCode, outcome.log).toBe(0);
    expect(results(outcome)).toMatchObject({ start: 'skipped', test: 'skipped', deploy: 'success', end: 'success' });
    expect(stackOf(stage)).toBeUndefined();
    await expect(commentOf(world, 1)).toMatchFileSnapshot('comments/7-closed.md');
    expect(deploymentsOf(world).filter((text) => /(success|in_progress)$/.test(text))).toEqual([]);
  });

  it('begins anew when it is opened again', async () => {
    await world.github.pulls.reopen(1);
    const outcome = await run('reopened');
    expect(outcome.exitCode, outcome.log).toBe(0);
    expect(stackOf(stage)?.status).toBe('UPDATE_COMPLETE');
    await expect(commentOf(world, 1)).toMatchFileSnapshot('comments/8-opened-again.md');
  });

  it('F6 is over when its branch is deleted, by the run of the deletion alone', async () => {
    await world.github.pulls.close(1);
    world.repository.drop(BRANCH);
    const event = { name: 'delete', payload: world.github.deleteEvent(BRANCH, 'branch') };
    const commit = world.repository.head('master');
    const ref = 'refs/heads/master';
    const outcome = await runWorkshop(world, {
      workflow: 'preview.yml',
      event,
      ref,
      commit,
      environment: 'preview',
    });
    expect(outcome.exitCode, outcome.log).toBe(0);
    expect(stackOf(stage)).toBeUndefined();
    await expect(commentOf(world, 1)).toMatchFileSnapshot('comments/9-branch-deleted.md');
    expect(deploymentsOf(world).filter((text) => /(success|in_progress)$/.test(text))).toEqual([]);
  });
});
