import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runWorkflow, type WorkflowOutcome, type WorkflowToRun } from './act.ts';
import { requireBinary } from './binary.ts';
import { git, type TinyRepositories, writeTinyRepositories } from './tiny-product.ts';

const folder = mkdtempSync(join(tmpdir(), 'act-e2e-'));
let repositories: TinyRepositories;

beforeAll(() => {
  repositories = writeTinyRepositories(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(title: string, change: Partial<WorkflowToRun> = {}, pull: object = {}): Promise<WorkflowOutcome> {
  const branches = { head: { ref: 'feature/a' }, base: { ref: 'main' } };
  return runWorkflow({
    act: requireBinary('ACT'),
    product: repositories.product,
    userRepository: repositories.user,
    event: {
      name: 'pull_request',
      payload: {
        action: 'opened',
        number: 12,
        pull_request: { number: 12, title, ...branches, ...pull },
        repository: { full_name: 'acme/shop', default_branch: 'main' },
      },
    },
    workflow: '.github/workflows/preview.yml',
    env: { GITHUB_API_URL: 'http://127.0.0.1:9', ASKED: 'by the test' },
    secrets: { KEY: 'hunter2-secret', GITHUB_TOKEN: 'token' },
    variables: { PLACE: 'here' },
    ...change,
  });
}

const resultsOf = ({ jobs }: WorkflowOutcome) =>
  Object.fromEntries(Object.entries(jobs).map(([name, { result }]) => [name, result]));
const outputOf = ({ jobs }: WorkflowOutcome, name: string) => jobs[name]?.steps.map(({ output }) => output).join('');

describe('a workflow that calls the product', () => {
  let outcome: WorkflowOutcome;
  beforeAll(async () => {
    outcome = await run('world');
  });

  it('runs its own jobs and the called ones, each by its needs and if', () => {
    expect(outcome.exitCode, outcome.log).toBe(0);
    expect(resultsOf(outcome)).toEqual({
      greet: 'success',
      shallow: 'success',
      never: 'skipped',
      'each (a)': 'success',
      'each (b)': 'success',
      result: 'success',
      after: 'success',
    });
  });

  it('runs node24 actions of the product, and their post steps, with the run of the event', () => {
    const [main, post] = ['Main', 'Post'].map((stage) =>
      outcome.jobs['greet']?.steps.find((step) => step.id === 'greet' && step.stage === stage),
    );
    const merge = git(repositories.bare, 'rev-parse', 'refs/pull/12/merge');
    expect(main).toMatchObject({
      result: 'success',
      outputs: { text: 'hello world\nand good bye' },
      summary: '# Greeted world\n',
    });
    expect(main?.output).toMatch(/^node 24\./);
    expect(main?.output).toContain(
      JSON.stringify(['acme/shop', 'refs/pull/12/merge', merge, 'http://127.0.0.1:9', 'by the test']),
    );
    expect(post).toMatchObject({ result: 'success', output: 'good night world\n' });
  });

  it('carries outputs from job to job and to the caller, and variables', () => {
    expect(outputOf(outcome, 'result')).toBe('success skipped hello world\nand good bye\n');
    expect(outputOf(outcome, 'after')).toBe('after hello world\nand good bye here\n');
  });

  it('checks out the whole history or one commit, as the workflow says, and no way back to this machine', () => {
    const merge = git(repositories.bare, 'rev-parse', 'refs/pull/12/merge');
    const greet = outcome.jobs['greet']?.steps.find(({ id }) => id === 'look');
    expect(greet).toMatchObject({
      outputs: { commit: merge },
      output: '3 commits, branches origin/feature/a origin/main, two\n',
    });
    expect(outputOf(outcome, 'shallow')).toContain('1 commit, two, https://github.com/acme/shop\n');
  });

  it('masks secrets in its log', () => {
    expect(outcome.log).toContain('the key is ***');
    expect(outcome.log).not.toContain('hunter2');
  });
});

describe('a run that fails or differs', () => {
  it('ends the job at the failing step, runs its post and always steps, and fails', async () => {
    const outcome = await run('fail');
    expect(outcome.exitCode).not.toBe(0);
    expect(resultsOf(outcome)).toMatchObject({ greet: 'failure', shallow: 'skipped', result: 'success' });
    const steps = outcome.jobs['greet']?.steps ?? [];
    expect(steps.find(({ id, stage }) => id === 'greet' && stage === 'Main')).toMatchObject({
      result: 'failure',
      annotations: [{ level: 'error', title: 'E_NO_GREETING', message: 'nobody is called fail' }],
    });
    expect(outputOf(outcome, 'greet')).toContain('always\n');
    expect(outputOf(outcome, 'greet')).not.toContain('not after a failure');
    expect(outputOf(outcome, 'greet')).toContain('good night fail');
    expect(outputOf(outcome, 'result')).toContain('failure skipped');
  });

  it("gives a merged pull request's run the branch it went into", async () => {
    const outcome = await run('world', {}, { merged: true });
    const main = git(repositories.bare, 'rev-parse', 'refs/heads/main');
    expect(outputOf(outcome, 'greet')).toContain(`"refs/heads/main","${main}"`);
  });

  it('asks nobody for an action that has no stand-in', async () => {
    const workflow = '.github/workflows/other.yml';
    writeFileSync(
      join(repositories.user, workflow),
      'on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: someone/thing@v3\n',
    );
    await expect(run('world', { workflow })).rejects.toThrow('no stand-in for someone/thing');
    rmSync(join(repositories.user, workflow));
  });

  it('is ended when it takes too long', async () => {
    const workflow = '.github/workflows/slow.yml';
    writeFileSync(
      join(repositories.user, workflow),
      'on: pull_request\njobs:\n  slow:\n    runs-on: ubuntu-latest\n    steps:\n      - run: sleep 600\n',
    );
    const outcome = await run('world', { workflow, timeout: 2 });
    expect(outcome).toMatchObject({ exitCode: 1, jobs: { slow: { result: 'unknown' } } });
    rmSync(join(repositories.user, workflow));
  });
});
