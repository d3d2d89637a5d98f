import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StepResult } from '../runner/run-options.ts';
import { WITH_LINKED_CLI } from './linked-cli.ts';
import { type PreviewRun, runPreview } from './preview-run.ts';
import { ACCOUNT, API_KEY, REGION, type StandIns, startStandIns } from './stand-ins.ts';

interface Result {
  readonly status: string;
  readonly stage: string;
  readonly url?: string;
  readonly services: readonly { key: string; status: string; stack: string; stackStatus: string; url?: string }[];
}

const NEW_KEY = `wk-live-new\n'"$\`\${env:HOME} `;

const EXAMPLE = join(import.meta.dirname, '../../examples/workshop');

let standIns: StandIns;
let opened: PreviewRun;
let again: PreviewRun;
let changed: PreviewRun;
let workspace = '';
let environments: Record<'before' | 'unchanged' | 'changed', Record<string, unknown>>;

const deployOf = (run: PreviewRun): StepResult => {
  const step = run.steps['deploy-service'];
  if (step === undefined) throw new Error(`deploy-service did not run: ${run.resolve.log}`);
  return step;
};
const resultOf = (run: PreviewRun) => JSON.parse(deployOf(run).outputs['result'] ?? '') as Result;

/** The variables of every deployed function, by its name. */
const functionVariables = () =>
  Object.fromEntries(standIns.aws.functions.list().map(({ name, environment }) => [name, { ...environment }]));

beforeAll(async () => {
  standIns = await startStandIns();
  const { repository, github, aws } = standIns;
  repository.push('feature/sign-up', 'Ask for a name', { 'frontend/news.txt': 'Sign up now\n' });
  const { number } = await github.pulls.open({ head: 'feature/sign-up', base: 'master', title: 'Sign up' });
  const settings = {
    ...WITH_LINKED_CLI,
    beforeStep(action: string, folder: string) {
      workspace = folder;
      WITH_LINKED_CLI.beforeStep(action, folder);
    },
  };
  opened = await runPreview(standIns, number, 'opened', settings);
  const before = functionVariables();
  again = await runPreview(standIns, number, 'synchronize', settings);
  const unchanged = functionVariables();
  aws.ssm.put(ACCOUNT, REGION, API_KEY.name, NEW_KEY, { type: 'SecureString' });
  changed = await runPreview(standIns, number, 'synchronize', settings);
  environments = { before, unchanged, changed: functionVariables() };
}, 180_000);
afterAll(() => standIns.close());

describe('a pull request that is opened', () => {
  it('has its three services deployed into a stage of its own', () => {
    const { outputs } = opened.resolve;
    expect(outputs).toMatchObject({ decision: 'deploy', kind: 'preview', profile: 'dev', environment: 'preview' });
    expect(outputs['stage']).toMatch(/^feature-sign-[a-z0-9]{6}$/);
    const { services, ...result } = resultOf(opened);
    expect(result).toMatchObject({ status: 'deployed', stage: outputs['stage'] });
    expect(services.map(({ key, status, stackStatus }) => `${key} ${status} ${stackStatus}`)).toEqual([
      'database deployed UPDATE_COMPLETE',
      'restapi deployed UPDATE_COMPLETE',
      'tasks deployed UPDATE_COMPLETE',
    ]);
    for (const { stack } of services) {
      expect(standIns.aws.stacks.find(stack)).toMatchObject({ account: ACCOUNT, status: 'UPDATE_COMPLETE' });
    }
  });

  it('stores what a visitor sends with the form, and gives it back', async () => {
    const url = standIns.aws.apiUrl(deployOf(opened).outputs['url'] ?? '');
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
    const url = standIns.aws.apiUrl(deployOf(opened).outputs['url'] ?? '');
    const env = { PATH: process.env['PATH'], WORKSHOP_API_URL: url };
    const args = ['--test', join(EXAMPLE, 'test', 'integration.test.mjs')];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: EXAMPLE, env });
    expect(stdout).toMatch(/fail 0/);
    expect(stdout).toMatch(/pass [1-9]/);
  });

  it('has every step succeed without an error or a warning', () => {
    for (const step of [opened.resolve, ...Object.values(opened.steps), ...opened.posts]) {
      expect(step.exitCode, step.log).toBe(0);
      expect(step.annotations.filter(({ level }) => level !== 'notice')).toEqual([]);
    }
  });

  it('shows a reviewer each service, its stack and the URL as the job summary', () => {
    const { summary, outputs } = deployOf(opened);
    for (const { key, stack } of resultOf(opened).services) {
      expect(summary).toMatch(new RegExp(`\\| ${key} \\|.*deployed.*\\| ${stack} `));
    }
    expect(summary).toContain(outputs['url']);
    expect(summary).toContain(ACCOUNT);
  });

  it('leaves no .serverless in the workspace', () => {
    const left = ['backend-database', 'backend-restapi', 'backend-tasks'].map((each) =>
      join(workspace, each, '.serverless'),
    );
    expect(existsSync(workspace)).toBe(true);
    expect(left.filter((folder) => existsSync(folder))).toEqual([]);
    expect(readdirSync(workspace)).not.toContain('.serverless');
  });
});

describe('the same commit once more', () => {
  it('E21 is unchanged in every service', () => {
    expect(deployOf(again).outputs['status']).toBe('unchanged');
    expect(resultOf(again).services.map(({ status }) => status)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(deployOf(again).outputs['url']).toBe(deployOf(opened).outputs['url']);
    expect(environments.unchanged).toEqual(environments.before);
  });
});

describe('a parameter of SSM that is changed', () => {
  it('C1 changes exactly the variable of the function that reads it, byte by byte', () => {
    const digest = `workshop-tasks-${opened.resolve.outputs['stage']}-digest`;
    const before = environments.before[digest] as Record<string, string>;
    expect(before).toHaveProperty('ENDPOINT_API_KEY');
    expect(environments.changed).toEqual({
      ...environments.before,
      [digest]: { ...before, ENDPOINT_API_KEY: NEW_KEY },
    });
  });

  it('is shown as one service deployed and two unchanged', () => {
    expect(deployOf(changed).outputs['status']).toBe('deployed');
    expect(resultOf(changed).services.map(({ key, status }) => `${key} ${status}`)).toEqual([
      'database unchanged',
      'restapi unchanged',
      'tasks deployed',
    ]);
  });
});
