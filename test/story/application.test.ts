import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeployResult } from '../../core/deploy/result.ts';
import type { StepResult } from '../runner/run-options.ts';
import { ACCOUNTS, apiKeyName, REGION } from '../world/accounts.ts';
import { WITH_LINKED_CLI } from '../world/linked-cli.ts';
import { PREVIEW_ROLE } from '../world/roles.ts';
import type { WorkflowRun } from '../world/workflow.ts';
import { runPreview, runStage } from '../world/workflow.ts';
import { startTeamWorld, type TeamWorld } from '../world/world.ts';

const NEW_KEY = `wk-live-new\n'"$\`\${env:HOME} `;
const EXAMPLE = join(import.meta.dirname, '../../examples/workshop');

let world: TeamWorld;
let workspace = '';
let tableOfOpened: string | undefined;
let devVariables: Record<'before' | 'after', Record<string, unknown>>;
const runs = {} as Record<'dev' | 'opened' | 'again' | 'tasks' | 'database' | 'rotated' | 'closed', WorkflowRun>;
/** Names of the stacks of the preview before its pull request was closed. */
let stacksOfPreview: string[];

const deployOf = (run: WorkflowRun): StepResult => {
  const step = run.steps['deploy-service'];
  if (step === undefined) throw new Error(`deploy-service did not run: ${run.resolve.log}`);
  return step;
};
const resultOf = (run: WorkflowRun) => JSON.parse(deployOf(run).outputs['result'] ?? '') as DeployResult;
const stageOf = (run: WorkflowRun) => run.resolve.outputs['stage'] ?? '';
const statuses = (run: WorkflowRun) => resultOf(run).services.map(({ key, status }) => `${key} ${status}`);
const serviceOf = (run: WorkflowRun, key: string) => resultOf(run).services.find((service) => service.key === key);

/** The variables of every function of a stage, by its name. */
const variablesOf = (stage: string) =>
  Object.fromEntries(
    world.aws.functions
      .list()
      .filter(({ name }) => name.includes(`-${stage}-`))
      .map(({ name, environment }) => [name, { ...environment }]),
  );
/** The table that the API of a stage stores into. */
const tableOf = (stage: string) =>
  (variablesOf(stage)[`workshop-restapi-${stage}-create`] as Record<string, string>)['TABLE_NAME'];

/** Names of the stacks of a stage that are there. */
const stacksOf = (stage: string) =>
  world.aws.stacks
    .list()
    .filter(({ name, status }) => name.endsWith(`-${stage}`) && status !== 'DELETE_COMPLETE')
    .map(({ name }) => name)
    .sort();
beforeAll(async () => {
  world = await startTeamWorld();
  const { repository, github, aws } = world;
  const settings = {
    ...WITH_LINKED_CLI,
    beforeStep(action: string, folder: string) {
      workspace = folder;
      WITH_LINKED_CLI.beforeStep(action, folder);
    },
  };
  runs.dev = await runStage(world, 'dev', settings);
  repository.commit(
    'feature/sign-up',
    {
      'backend-restapi/src/kind.mjs': 'export const kind = true;\n',
    },
    { message: 'Say it kindly' },
  );
  const { number } = await github.pulls.open({ head: 'feature/sign-up', base: 'master', title: 'Sign up' });
  runs.opened = await runPreview(world, number, 'opened', settings);
  tableOfOpened = tableOf(stageOf(runs.opened));
  runs.again = await runPreview(world, number, 'synchronize', settings);
  repository.commit(
    'feature/sign-up',
    { 'backend-tasks/src/more.mjs': 'export const more = true;\n' },
    { message: 'Tell more' },
  );
  runs.tasks = await runPreview(world, number, 'synchronize', settings);
  repository.commit('feature/sign-up', { 'backend-database/NOTES.md': 'A table of its own\n' }, { message: 'Note' });
  runs.database = await runPreview(world, number, 'synchronize', settings);
  const before = variablesOf('dev');
  aws.ssm.put(ACCOUNTS.dev, REGION, apiKeyName('dev'), NEW_KEY, { type: 'SecureString' });
  runs.rotated = await runStage(world, 'dev', settings);
  devVariables = { before, after: variablesOf('dev') };
});
afterAll(() => world.close());

describe('the stage dev', () => {
  it('gets every service, the API after the table that it reads', () => {
    expect(runs.dev.resolve.outputs).toMatchObject({ decision: 'deploy', kind: 'configured', stage: 'dev' });
    expect(resultOf(runs.dev)).toMatchObject({ status: 'deployed', stage: 'dev' });
    expect(statuses(runs.dev)).toEqual(['database deployed', 'restapi deployed', 'tasks deployed']);
    expect(serviceOf(runs.dev, 'restapi')?.reads).toEqual([{ service: 'database', stage: 'dev' }]);
    expect(tableOf('dev')).toBe('workshop-submissions-dev');
    const { log } = deployOf(runs.dev);
    expect(log.indexOf('database: deployed')).toBeLessThan(log.indexOf('restapi: deployed'));
  });

  it('is recorded with its commit, and its lock is free again', () => {
    const { ssm } = world.aws;
    const text = (name: string) =>
      ssm.get(ACCOUNTS.dev, REGION, `/serverless-stages/workshop/configured/dev/${name}`)?.value;
    const commit = runs.dev.resolve.outputs['commit'];
    expect(JSON.parse(text('_repository/1001') ?? '')).toMatchObject({ complete: true, completedCommit: commit });
    expect(JSON.parse(text('workshop-tasks') ?? '')).toMatchObject({ status: 'deployed', completed: { commit } });
    expect(JSON.parse(text('_repository/1001/lock') ?? '')).not.toHaveProperty('holder');
    expect(text('workshop-restapi')).not.toContain('workshop-submissions');
    expect(JSON.parse(text('workshop-restapi') ?? '')).toMatchObject({ needs: ['workshop-database'] });
  });
});

describe('a pull request that changes the API', () => {
  it('gets the API alone, which reads the table of dev', () => {
    expect(runs.opened.resolve.outputs).toMatchObject({ decision: 'deploy', kind: 'preview', services: '["restapi"]' });
    expect(statuses(runs.opened)).toEqual(['restapi deployed', 'database left-out', 'tasks left-out']);
    expect(serviceOf(runs.opened, 'restapi')).toMatchObject({
      stackStatus: 'UPDATE_COMPLETE',
      reads: [{ service: 'database', stage: 'dev' }],
    });
    expect(tableOfOpened).toBe('workshop-submissions-dev');
  });

  it('stores what a visitor sends with the form, and gives it back', async () => {
    const url = world.aws.apiUrl(deployOf(runs.opened).outputs['url'] ?? '');
    const form = { name: 'Ada', email: 'ada@example.com', message: 'I would like to come: ü "quoted" \n' };
    const headers = { 'content-type': 'application/json' };
    const sent = await fetch(`${url}/submissions`, { method: 'POST', headers, body: JSON.stringify(form) });
    expect(sent.status).toBe(201);
    const { id } = (await sent.json()) as { id: string };
    const kept = await fetch(`${url}/submissions/${id}`);
    expect(await kept.json()).toMatchObject({ id, name: form.name, email: form.email });
    expect((await fetch(`${url}/submissions/none`)).status).toBe(404);
  });

  it("passes the example's own integration test", async () => {
    const url = world.aws.apiUrl(deployOf(runs.opened).outputs['url'] ?? '');
    const env = { PATH: process.env['PATH'], WORKSHOP_API_URL: url };
    const args = ['--test', join(EXAMPLE, 'test', 'integration.test.mjs')];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: EXAMPLE, env });
    expect(stdout).toMatch(/fail 0/);
    expect(stdout).toMatch(/pass [1-9]/);
  });

  it('has every step succeed without an error or a warning', () => {
    for (const run of Object.values(runs)) {
      for (const step of [run.resolve, ...Object.values(run.steps), ...run.posts]) {
        expect(step.exitCode, step.log).toBe(0);
        expect(step.annotations.filter(({ level }) => level !== 'notice')).toEqual([]);
      }
    }
  });

  it('shows a reviewer each service, why it is deployed or not, where it reads, its stack and the URL', () => {
    const { summary, outputs } = deployOf(runs.opened);
    const stack = `workshop-restapi-${stageOf(runs.opened)}`;
    expect(summary).toMatch(/\| restapi \|.*deployed.*differs from master.*reads database from dev/);
    expect(summary).toContain(`| stack | ${stack} (UPDATE_COMPLETE) |`);
    expect(summary).toMatch(/s1\["➖ database"\].*s1 --> s0/s);
    expect(summary).toMatch(/\| database \|.*not in this stage.*nothing of it differs from master; "dev" has it/);
    expect(summary).toContain(outputs['url']);
    expect(summary).toContain(ACCOUNTS.dev);
  });

  it('leaves no .serverless in the workspace', () => {
    expect(existsSync(workspace)).toBe(true);
    for (const each of ['backend-database', 'backend-restapi', 'backend-tasks']) {
      expect(existsSync(join(workspace, each, '.serverless'))).toBe(false);
    }
  });
});

describe('the same commit once more', () => {
  it('E21 leaves everything alone, and says since when', () => {
    expect(deployOf(runs.again).outputs['status']).toBe('unchanged');
    expect(statuses(runs.again)).toEqual(['restapi unchanged', 'database left-out', 'tasks left-out']);
    const commit = runs.opened.resolve.outputs['commit']?.slice(0, 7);
    expect(serviceOf(runs.again, 'restapi')?.reason).toBe(`nothing differs since ${commit}`);
    expect(deployOf(runs.again).outputs['url']).toBe(deployOf(runs.opened).outputs['url']);
  });
});

describe('a second push, that changes the tasks alone', () => {
  it('deploys the tasks, and nothing else', () => {
    expect(statuses(runs.tasks)).toEqual(['restapi unchanged', 'tasks deployed', 'database left-out']);
    expect(deployOf(runs.tasks).outputs['status']).toBe('deployed');
  });
});

describe('a third push, that changes the database', () => {
  it('gives the preview a table of its own, which its API reads from then on', () => {
    expect(statuses(runs.database)).toEqual(['database deployed', 'restapi deployed', 'tasks unchanged']);
    const stage = stageOf(runs.database);
    expect(serviceOf(runs.database, 'restapi')).toMatchObject({
      reads: [{ service: 'database', stage }],
      reason: expect.stringContaining('outputs that it reads changed'),
    });
    expect(tableOf(stage)).toBe(`workshop-submissions-${stage}`);
    expect(tableOf('dev')).toBe('workshop-submissions-dev');
  });
});

describe('a parameter of SSM that is rotated', () => {
  it('redeploys exactly the services that read it', () => {
    expect(statuses(runs.rotated)).toEqual(['database unchanged', 'restapi unchanged', 'tasks deployed']);
    expect(serviceOf(runs.rotated, 'tasks')?.reason).toContain('parameters that it reads changed');
  });

  it('C1 changes exactly the variable of the function that reads it, byte by byte', () => {
    const before = devVariables.before['workshop-tasks-dev-digest'] as Record<string, string>;
    expect(before).toHaveProperty('ENDPOINT_API_KEY');
    expect(devVariables.after).toEqual({
      ...devVariables.before,
      'workshop-tasks-dev-digest': { ...before, ENDPOINT_API_KEY: NEW_KEY },
    });
  });
});

describe('the pull request when it is closed', () => {
  beforeAll(async () => {
    const { github } = world;
    stacksOfPreview = stacksOf(stageOf(runs.database));
    await github.pulls.close(1);
    runs.closed = await runPreview(world, 1, 'closed', WITH_LINKED_CLI);
  });

  it('has its preview removed with all that is in it, and dev stays', () => {
    const stage = stageOf(runs.database);
    expect(stacksOfPreview).toHaveLength(3);
    expect(runs.closed.resolve.outputs).toMatchObject({ decision: 'destroy', stage });
    const step = runs.closed.steps['destroy-stage'] as StepResult;
    expect(step.outputs, step.log).toMatchObject({ status: 'removed', removed: JSON.stringify([stage]) });
    expect(stacksOf(stage)).toEqual([]);
    const { aws } = world;
    const names = [
      ...aws.buckets.list().map(({ name }) => name),
      ...aws.things.list(ACCOUNTS.dev, REGION).map(({ name }) => name),
      ...aws.tables.list(ACCOUNTS.dev, REGION).map(({ name }) => name),
      ...aws.ssm.list(ACCOUNTS.dev, REGION).map(({ name }) => name),
    ];
    expect(names.filter((name) => name.includes(stage))).toEqual([]);
    expect(stacksOf('dev')).toEqual(['workshop-database-dev', 'workshop-restapi-dev', 'workshop-tasks-dev']);
  });

  it('has its API removed before the table that it reads', () => {
    const deleted = world.aws.journal
      .of('cloudformation', 'DeleteStack')
      .map(({ params }) => /stack\/(workshop-\w+)-/.exec(String(params['StackName']))?.[1])
      .filter((name) => name !== undefined);
    expect(deleted.indexOf('workshop-restapi')).toBeLessThan(deleted.indexOf('workshop-database'));
  });
});

describe('the roles of the shipped template', () => {
  it('allow all that the runs asked of AWS: a preview reads the records and stacks of dev, and changes none', () => {
    const { entries } = world.aws.journal;
    expect(entries.filter(({ errorCode = '' }) => /AccessDenied/.test(errorCode))).toEqual([]);
    const ofPreviews = entries.filter(({ callerArn }) => callerArn?.includes(`/${PREVIEW_ROLE.RoleName}/`));
    const written = ofPreviews.filter(({ action }) => action === 'PutParameter').map(({ params }) => params['Name']);
    expect(written.filter((name) => !String(name).startsWith('/serverless-stages/workshop/preview/'))).toEqual([]);
  });
});
