import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, SHOP, type Shop } from './shop-for-tests.ts';

const DEPLOY = `name: Deploy
on:
  push:
  workflow_dispatch:
    inputs:
      stage: { type: choice, options: [dev, prod], required: true }
      force: { type: boolean }
      count: { type: number, default: 3 }
      note: { description: Why }
jobs: {}
`;
let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
  shop.tree.commit('main', {
    '.github/workflows/deploy.yml': DEPLOY,
    '.github/workflows/lint.yaml': 'on: [push]\njobs: {}\n',
    '.github/workflows/notes.md': 'no workflow',
  });
});
afterEach(() => shop.close());

const actions = () => shop.octokit().rest.actions;
const dispatch = (inputs?: Record<string, unknown>, more: object = {}) =>
  actions().createWorkflowDispatch({
    ...SHOP,
    workflow_id: 'deploy.yml',
    ref: 'main',
    ...(inputs === undefined ? {} : { inputs }),
    ...more,
  });

describe('workflows', () => {
  it('are the files of the default branch', async () => {
    shop.tree.commit('topic', { '.github/workflows/other.yml': 'on: push' });
    const { data } = await actions().listRepoWorkflows(SHOP);
    expect(data.total_count).toBe(2);
    expect(data.workflows.map(({ name, path, state }) => [name, path, state])).toEqual([
      ['Deploy', '.github/workflows/deploy.yml', 'active'],
      ['.github/workflows/lint.yaml', '.github/workflows/lint.yaml', 'active'],
    ]);
  });

  it('are found by file and by id', async () => {
    const { data } = await actions().getWorkflow({ ...SHOP, workflow_id: 'deploy.yml' });
    expect((await actions().getWorkflow({ ...SHOP, workflow_id: data.id })).data).toEqual(data);
    await expect(actions().getWorkflow({ ...SHOP, workflow_id: 'notes.md' })).rejects.toMatchObject({ status: 404 });
  });
});

describe('a workflow that is dispatched', () => {
  it('gets texts and defaults, and its run is queued', async () => {
    expect((await dispatch({ stage: 'prod', force: true })).status).toBe(204);
    const [made] = shop.github.dispatches;
    expect(made).toMatchObject({
      kind: 'workflow_dispatch',
      workflow: '.github/workflows/deploy.yml',
      ref: 'refs/heads/main',
      inputs: { stage: 'prod', force: 'true', count: '3', note: '' },
      actor: { login: 'github-actions[bot]' },
    });
    const { data } = await actions().listWorkflowRuns({ ...SHOP, workflow_id: 'deploy.yml' });
    expect(data.workflow_runs).toMatchObject([
      { event: 'workflow_dispatch', status: 'queued', head_branch: 'main', actor: { login: 'github-actions[bot]' } },
    ]);
    const runId = made?.kind === 'workflow_dispatch' ? made.runId : 0;
    expect(data.workflow_runs[0]?.id).toBe(runId);
  });

  it('tells its run when it is asked to', async () => {
    const answer = await dispatch({ stage: 'dev' }, { return_run_details: true });
    expect(answer).toMatchObject({ status: 200, data: { workflow_run_id: shop.github.runs.list()[0]?.id } });
  });

  it.each([
    [{ stage: 'prod', colour: 'red' }, 'Unexpected inputs provided: ["colour"]'],
    [{}, "Required input 'stage' not provided"],
    [{ stage: 'qa' }, "Provided value 'qa' for input 'stage' not in the list of allowed values"],
    [{ stage: 'dev', force: 'yes' }, "Provided value 'yes' for input 'force' is not a boolean"],
    [{ stage: 'dev', count: 'many' }, "Provided value 'many' for input 'count' is not a number"],
  ])('does not take %j', async (inputs, message) => {
    await expect(dispatch(inputs)).rejects.toMatchObject({ status: 422, message: expect.stringContaining(message) });
    expect(shop.github.dispatches).toEqual([]);
  });

  it('is on the default branch, and says at the ref that it may be', async () => {
    const expectRefusal = async (more: object, status: number, message: string) =>
      expect(dispatch({}, more)).rejects.toMatchObject({ status, message: expect.stringContaining(message) });
    shop.tree.commit('topic', { '.github/workflows/deploy.yml': 'on: push', '.github/workflows/new.yml': DEPLOY });
    await expectRefusal({ ref: 'topic' }, 422, "Workflow does not have 'workflow_dispatch' trigger");
    await expectRefusal({ workflow_id: 'lint.yaml' }, 422, "Workflow does not have 'workflow_dispatch' trigger");
    await expectRefusal({ workflow_id: 'new.yml', ref: 'topic' }, 404, 'Not Found');
    await expectRefusal({ ref: 'none' }, 422, 'No ref found for: none');
    await expectRefusal({ ref: shop.tree.git('rev-parse', 'main') }, 422, 'No ref found for');
  });

  it.each(['on: workflow_dispatch', 'on: [workflow_dispatch]', 'on: { workflow_dispatch: }'])(
    'takes a ref of a branch or tag that says `%s`',
    async (on) => {
      shop.tree.commit('topic', { '.github/workflows/deploy.yml': on });
      shop.tree.git('tag', 'v1', 'topic');
      for (const ref of ['topic', 'refs/heads/topic', 'v1']) expect((await dispatch({}, { ref })).status).toBe(204);
      expect(shop.github.dispatches.map((one) => one.kind === 'workflow_dispatch' && one.ref)).toEqual([
        'refs/heads/topic',
        'refs/heads/topic',
        'refs/tags/v1',
      ]);
    },
  );
});

describe('an event of the repository', () => {
  it('is kept for the test', async () => {
    const event = { event_type: 'sweep', client_payload: { stage: 'pr-1' } };
    expect((await shop.octokit().rest.repos.createDispatchEvent({ ...SHOP, ...event })).status).toBe(204);
    expect(shop.github.dispatches).toMatchObject([
      { kind: 'repository_dispatch', eventType: 'sweep', clientPayload: { stage: 'pr-1' } },
    ]);
  });

  it('has a type and at most ten properties', async () => {
    const client_payload = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`p${index}`, index]));
    for (const event_type of ['', 'x'.repeat(101)]) {
      const made = shop.octokit().rest.repos.createDispatchEvent({ ...SHOP, event_type });
      await expect(made).rejects.toMatchObject({ status: 422 });
    }
    const made = shop.octokit().rest.repos.createDispatchEvent({ ...SHOP, event_type: 'x', client_payload });
    await expect(made).rejects.toMatchObject({ status: 422 });
  });
});

describe('the runs', () => {
  it('are listed newest first, by branch, event, status, conclusion, commit and actor', async () => {
    const path = '.github/workflows/lint.yaml';
    shop.github.runs.set(1, { status: 'completed', event: 'push', headBranch: 'main' });
    shop.github.runs.set(2, { status: 'in_progress', event: 'push', headBranch: 'topic', headSha: '1'.repeat(40) });
    shop.github.runs.set(3, {
      status: 'completed',
      conclusion: 'failure',
      path,
      actor: { login: 'mallory', type: 'User' },
    });
    shop.github.runs.set(4, { status: 'queued' });
    shop.github.runs.remove(4);
    const list = async (filter: object) => {
      const { data } = await actions().listWorkflowRunsForRepo({ ...SHOP, ...filter });
      expect(data.total_count).toBe(data.workflow_runs.length);
      return data.workflow_runs.map(({ id }) => id);
    };
    expect(await list({})).toEqual([3, 2, 1]);
    expect(await list({ branch: 'topic' })).toEqual([2]);
    expect(await list({ event: 'push' })).toEqual([2, 1]);
    expect(await list({ status: 'completed' })).toEqual([3, 1]);
    expect(await list({ status: 'failure' })).toEqual([3]);
    expect(await list({ head_sha: '1'.repeat(40) })).toEqual([2]);
    expect(await list({ actor: 'mallory' })).toEqual([3]);
    await expect(list({ created: '>2026-01-01' })).rejects.toMatchObject({ status: 500 });
    const { data } = await actions().listWorkflowRuns({ ...SHOP, workflow_id: 'lint.yaml' });
    expect(data.workflow_runs.map(({ id }) => id)).toEqual([3]);
  });

  it('have jobs: those they were set with, of the newest attempt or any', async () => {
    shop.github.runs.set(7, {
      status: 'completed',
      conclusion: 'failure',
      jobs: [{ name: 'plan' }, { name: 'deploy' }],
    });
    const jobs = [{ name: 'plan', conclusion: 'success', steps: [{ name: 'Check out' }] }, { name: 'deploy' }] as const;
    shop.github.runs.set(7, { attempt: 2, status: 'in_progress', jobs });
    const run = { ...SHOP, run_id: 7 };
    const present = (all: { name: string; status: string; conclusion: string | null; run_attempt?: number }[]) =>
      all.map(({ name, status, conclusion, run_attempt }) => [run_attempt, name, status, conclusion]);
    const newest = (await actions().listJobsForWorkflowRun(run)).data.jobs;
    expect(present(newest)).toEqual([
      [2, 'plan', 'completed', 'success'],
      [2, 'deploy', 'in_progress', null],
    ]);
    expect(newest[0]?.steps).toMatchObject([{ name: 'Check out', number: 1, conclusion: 'success' }]);
    const first = await actions().listJobsForWorkflowRunAttempt({ ...run, attempt_number: 1 });
    expect(present(first.data.jobs)).toEqual([
      [1, 'plan', 'completed', 'failure'],
      [1, 'deploy', 'completed', 'failure'],
    ]);
    expect((await actions().listJobsForWorkflowRun({ ...run, filter: 'all' })).data.total_count).toBe(4);
    const [job] = newest;
    const got = await actions().getJobForWorkflowRun({ ...SHOP, job_id: job?.id ?? 0 });
    expect(got.data).toEqual(job);
  });
});
