import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve as resolvePath } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectFailure, expectSuccess } from '../acceptance/verdict.ts';
import { ACCOUNTS } from '../world/accounts.ts';
import { everyService } from '../world/example.ts';
import { WITH_LINKED_CLI } from '../world/linked-cli.ts';
import { addRole } from '../world/roles.ts';
import { runPreview, type WorkflowRun } from '../world/workflow.ts';
import { startTeamWorld, type TeamWorld } from '../world/world.ts';

const CONFIGURATION = resolvePath(import.meta.dirname, '../../examples/workshop/serverless-stages.yml');

let world: TeamWorld;
beforeAll(async () => {
  world = await startTeamWorld();
  addProd();
});
afterAll(() => world.close());

/** The production account with the role that the template makes for its stage. */
function addProd(): void {
  const { aws, oidc } = world;
  const account = ACCOUNTS.prod;
  aws.providers.add({ account, url: oidc.issuer, audiences: ['sts.amazonaws.com'], jwksUri: oidc.jwksUri });
  addRole(aws, account, 'serverless-stages', { Kind: 'configured', Environment: 'prod', Branch: 'prod' });
}

/** Makes a branch and opens a pull request of it. */
async function openPull(branch: string, files: Readonly<Record<string, string>>): Promise<number> {
  world.repository.commit(branch, files, { message: 'Change' });
  return (await world.github.pulls.open({ head: branch, base: 'master', title: 'Change' })).number;
}

/** The error annotations of all steps of a run. */
function errorsOf({ resolve, steps, posts }: WorkflowRun): string[] {
  const annotations = [resolve, ...Object.values(steps), ...posts].flatMap((step) => step.annotations);
  return annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
}

/** Runs load-profile for a configured stage in a run of a pull request, whose job names an environment. */
async function loadInPull(number: number, stage: string, environment: string, withIdToken: boolean) {
  const context = await world.pullRequestRun(number, 'opened');
  const workspace = world.repository.workspace(world.repository.head(context.headRef ?? ''));
  const job = world.job({ ...(withIdToken ? world.withIdToken(context, environment) : context), workspace });
  try {
    return await job.run({ action: 'load-profile', inputs: { stage } });
  } finally {
    await job.finish();
    job.remove();
  }
}

describe('one clear message', () => {
  it('is what an error of the configuration gives, with file, line, column and the nearest name', async () => {
    const number = await openPull('feature/typo', { 'frontend/a.txt': 'a\n' });
    const good = readFileSync(CONFIGURATION, 'utf8');
    world.repository.commit(
      'master',
      {
        'serverless-stages.yml': good.replace('    parameters:', '    paramters:'),
      },
      { message: 'A typo' },
    );
    const run = await runPreview(world, number, 'synchronize', WITH_LINKED_CLI);
    world.repository.commit('master', { 'serverless-stages.yml': good }, { message: 'Mended' });
    const { message, properties } = expectFailure(run.resolve, 'E_CONFIG');
    expect(message).toContain('paramters');
    expect(message).toMatch(/did you mean "?parameters/);
    expect(`${message} ${JSON.stringify(properties)}`).toMatch(/serverless-stages\.yml/);
    expect(good.split('\n').indexOf('    parameters:') + 1).toBe(Number(properties['line']));
    expect(errorsOf(run)).toHaveLength(1);
    expect(run.steps).toEqual({});
  });

  it('D1 is what a job without id-token gives, with the permission to add', async () => {
    const number = await openPull('feature/no-token', { 'frontend/b.txt': 'b\n' });
    const step = await loadInPull(number, 'dev', 'dev', false);
    expect(expectFailure(step, 'E_OIDC_PERMISSION').message).toContain('id-token: write');
  });

  it.each([
    ['dev', 'dev'],
    ['prod', 'prod'],
  ])('D3 D15 is what a pull request gets that names the environment of %s', async (stage, environment) => {
    const number = await openPull(`feature/wants-${stage}`, { 'frontend/c.txt': 'c\n' });
    const step = await loadInPull(number, stage, environment, true);
    const { message } = expectFailure(step, 'E_ROLE_REFUSED');
    expect(message).toContain(`:environment:${environment}`);
    expect(message).toContain(`refs/pull/${number}/merge`);
    expect(message).toMatch(/:role\/serverless-stages\b/);
    expect(step.outputs['credentials-file'] ?? '').toBe('');
  });

  it('E30 is what a resource that fails gives, with its reason and what became of the rest', async () => {
    const reason = 'rate(1 hour) is not allowed for this account';
    const number = await openPull('feature/failing', everyService('d'));
    const fault = world.aws.faults.failResource({ type: 'AWS::Events::Rule', on: 'create', reason });
    const run = await runPreview(world, number, 'opened', WITH_LINKED_CLI);
    fault.remove();
    const step = run.steps['deploy-service'];
    if (step === undefined) throw new Error(run.resolve.log);
    const { message } = expectFailure(step, 'E_DEPLOY_FAILED');
    expect(message).toContain(reason);
    expect(message).toContain('tasks');
    expect(errorsOf(run)).toEqual([message]);
    expect(step.outputs['status']).toBe('failed');
    expect(step.summary).toMatch(/\| database \|.*deployed/);
    expect(step.summary).toMatch(/\| tasks \|.*failed/);
  });
});

describe('a branch whose name is a command', () => {
  const bait = mkdtempSync(join(tmpdir(), 'bait-'));
  beforeAll(() => {
    for (const name of ['curl', 'id', 'evil']) {
      mkdirSync(bait, { recursive: true });
      writeFileSync(join(bait, name), `#!/bin/sh\necho "$0 $*" >> '${bait}/taken'\n`);
      chmodSync(join(bait, name), 0o755);
    }
  });
  afterAll(() => rmSync(bait, { recursive: true, force: true }));

  it('A3 is deployed into a stage of plain characters, and the command never runs', async () => {
    const branch = '$(curl${IFS}evil)';
    const number = await openPull(branch, everyService('e'));
    const env = { PATH: `${bait}:${process.env['PATH']}` };
    const run = await runPreview(world, number, 'opened', { ...WITH_LINKED_CLI, env });
    expectSuccess(run.resolve);
    const { stage = '' } = run.resolve.outputs;
    expect(stage).toMatch(/^[a-z][a-z0-9-]*-0pv[a-z0-9]{5}$/);
    for (const step of Object.values(run.steps)) expectSuccess(step);
    expect(run.steps['deploy-service']?.outputs['status']).toBe('deployed');
    expect(world.aws.stacks.find(`workshop-tasks-${stage}`)?.status).toBe('UPDATE_COMPLETE');
    // Markdown and HTML in the name would be active in the summary; the runner's commands in the log.
    expect(errorsOf(run)).toEqual([]);
    expect(existsSync(join(bait, 'taken'))).toBe(false);
  });
});
