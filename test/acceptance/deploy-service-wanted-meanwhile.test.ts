import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewStageName } from '../../core/stage/name.ts';
import type { GithubFault } from '../local-github/faults.ts';
import type { StepResult } from '../runner/run-options.ts';
import type { Files } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import { checkOut, type Deployment, deploy, PREVIEWS, stagesFile, statusesOf } from './deployment.ts';
import { ledgerNames, recordOf } from './planted-state.ts';
import { inFolder, QUEUE, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { annotationsOf, expectFailure, expectSuccess } from './verdict.ts';

/** A CLI that says when it deploys, and goes on when the test says so. */
const WAITING = `fs.writeFileSync(path.join(workspace, 'deploying'), '');
  for (let turn = 0; turn < 1000 && !fs.existsSync(path.join(workspace, 'go')); turn += 1) await sleep(20);`;
const greets = (value: string): Files => ({
  'api/resources.json': JSON.stringify({ ...QUEUE, Outputs: { greeting: { Value: value } } }),
});
const stages = (previews: object = {}) =>
  stagesFile({ api: 'api' }, {}, { ...PREVIEWS, previews: { ...PREVIEWS.previews, ...previews } }).replace(
    'stages:\n',
    'stages:\n  feature/*: { profile: dev }\n',
  );

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: { 'serverless-stages.yml': stages(), ...inFolder('api', stubService('order')) } });
});
afterAll(() => world.close());

interface Preview extends Deployment {
  readonly stage: string;
}
/** Resolves what a branch wants (its pull request's number is given, if it has one) and deploys it; `meanwhile` happens while the CLI deploys. */
async function deployWhile(branch: string, number: number | undefined, meanwhile: () => unknown): Promise<Preview> {
  const stub = stubCli({ name: 'osls', version: '4.3.1', beforeDeploy: WAITING });
  const workspace = checkOut(world, {}, stub, branch);
  const run = number === undefined ? world.pushRun(branch) : world.pullRequestRun(number, 'synchronize');
  const context = { ...(await run), workspace };
  const resolve = await world.job(context).run({ action: 'resolve-stage' });
  expect(resolve.outputs, resolve.log).toMatchObject({ decision: 'deploy', kind: 'preview' });
  const { configuration = '', environment = '', stage = '' } = resolve.outputs;
  const deploying = deploy(world, workspace, { context, configuration, environment });
  const ended = deploying.then(() => true);
  while (!existsSync(join(workspace, 'deploying'))) {
    if (await Promise.race([ended, sleep(20, false)])) break;
  }
  await meanwhile();
  writeFileSync(join(workspace, 'go'), '');
  const deployment = await deploying;
  expect(
    stubCalls(workspace).map(({ command }) => command),
    deployment.step.log,
  ).toContain('deploy');
  return { stage, ...deployment };
}
async function openPull(branch: string, more: Files = {}): Promise<number> {
  world.repository.commit(branch, { ...greets(branch), ...more });
  return (await world.github.pulls.open({ head: branch, base: 'master' })).number;
}

const stackOf = (stage: string) => world.aws.stacks.find(`order-${stage}`);
const greetingOf = (stage: string) => stackOf(stage)?.outputs.find(({ key }) => key === 'greeting')?.value;
const pathOf = (stage: string) => `/serverless-stages/workshop/preview/${stage}`;
const recordsOf = (stage: string) => ledgerNames(world).filter((name) => name.startsWith(`${pathOf(stage)}/`));
const deletions = ({ calls }: Deployment) => calls.filter(({ action }) => action === 'DeleteStack').length;

function expectRemoved(step: StepResult, stage: string): void {
  expectSuccess(step);
  expect(step.outputs['status'], step.log).toBe('removed');
  expectGone(stage);
}
function expectGone(stage: string): void {
  expect(stackOf(stage)).toBeUndefined();
  expect(recordsOf(stage)).toEqual([]);
}
function expectKept({ step, stage, ...rest }: Preview, status: string, greeting: string): void {
  expectSuccess(step);
  expect(step.outputs['status'], step.log).toBe(status);
  expect(statusesOf(step)).toEqual({ api: 'deployed' });
  expect(deletions({ step, ...rest })).toBe(0);
  expect(greetingOf(stage)).toBe(greeting);
  expect(recordOf(world, `${pathOf(stage)}/order`)).toMatchObject({ status: 'deployed' });
}

describe('a preview that stops being wanted while it is deployed', () => {
  it('F4 is removed in the same run where its pull request is closed', async () => {
    const number = await openPull('while/closed');
    const { step, stage, ...rest } = await deployWhile('while/closed', number, () => world.github.pulls.close(number));
    expectRemoved(step, stage);
    expect(deletions({ step, ...rest })).toBe(1);
    expect(step.summary).toContain(stage);
  });

  it('F4 is removed where its pull request is merged', async () => {
    const number = await openPull('while/merged');
    const { step, stage } = await deployWhile('while/merged', number, () => world.github.pulls.merge(number));
    expectRemoved(step, stage);
  });

  it('F4 is removed where it is of a branch, and that is deleted', async () => {
    const branch = 'feature/while-deleted';
    world.repository.commit(branch, greets(branch));
    const { step, stage } = await deployWhile(branch, undefined, () =>
      world.repository.git('update-ref', '-d', `refs/heads/${branch}`),
    );
    expectRemoved(step, stage);
  });

  it('F4 is removed where its deploy fails too', async () => {
    const number = await openPull('while/failed');
    const failing = world.aws.faults.failResource({ on: 'create', logicalId: 'Queue', reason: 'no more queues' });
    try {
      const { step, stage } = await deployWhile('while/failed', number, () => world.github.pulls.close(number));
      expectGone(stage);
      expect(step.log).toMatch(/api: failed in/);
    } finally {
      failing.remove();
    }
  });

  it('F4 closed, opened again and closed: is removed; opened again once more: is kept', async () => {
    const number = await openPull('while/flapping');
    const { close, reopen } = world.github.pulls;
    const turns = async () => {
      await close(number);
      await reopen(number);
    };
    expectKept(await deployWhile('while/flapping', number, turns), 'deployed', 'while/flapping');
    world.repository.commit('while/flapping', greets('second'));
    const { step, stage } = await deployWhile('while/flapping', number, async () => {
      await turns();
      await close(number);
    });
    expectRemoved(step, stage);
  });

  it('G1 is kept where it may not be removed, with the reason, and the run fails', async () => {
    const branch = 'while/protected';
    const stage = previewStageName(`refs/heads/${branch}`, 20);
    const number = await openPull(branch);
    const protect = () => Object.assign(stackOf(stage) ?? {}, { terminationProtection: true });
    const hook = world.aws.faults.add({ service: 'cloudformation', match: () => protect() === undefined });
    const deployed = await deployWhile(branch, number, () => world.github.pulls.close(number));
    hook.remove();
    expectFailure(deployed.step, 'E_STACK_PROTECTED');
    expect(deployed.step.outputs['status']).toBe('failed');
    expect(deployed.stage).toBe(stage);
    expect(greetingOf(stage)).toBe(branch);
    expect(recordsOf(stage)).toContain(`${pathOf(stage)}/order`);
  });
});

describe('a preview that stays wanted', () => {
  it('F16 is superseded where its head moved on while it was deployed, and keeps what was deployed', async () => {
    const number = await openPull('while/moved');
    const deployed = await deployWhile('while/moved', number, () =>
      world.repository.commit('while/moved', greets('newer')),
    );
    expectKept(deployed, 'superseded', 'while/moved');
    expect(JSON.parse(deployed.step.outputs['result'] ?? '')).toMatchObject({ status: 'superseded' });
  });

  it('F20 is kept where one of its two pull requests is closed', async () => {
    world.repository.commit('master', { 'serverless-stages.yml': stages({ 'target-branches': ['master', 'next'] }) });
    world.repository.git('update-ref', 'refs/heads/next', 'refs/heads/master');
    const number = await openPull('while/two');
    await world.github.pulls.open({ head: 'while/two', base: 'next' });
    const deployed = await deployWhile('while/two', number, () => world.github.pulls.close(number));
    expectKept(deployed, deployed.step.outputs['status'] ?? '', 'while/two');
    expect(['deployed', 'superseded']).toContain(deployed.step.outputs['status']);
    world.repository.commit('master', { 'serverless-stages.yml': stages() });
  });

  it('with previews.destroy: never is kept where its pull request is closed', async () => {
    world.repository.commit('master', { 'serverless-stages.yml': stages({ destroy: 'never' }) });
    const number = await openPull('while/never');
    const deployed = await deployWhile('while/never', number, () => world.github.pulls.close(number));
    expectKept(deployed, 'superseded', 'while/never');
    world.repository.commit('master', { 'serverless-stages.yml': stages() });
  });

  it.each<[string, GithubFault]>([
    ['an error of its own', { kind: 'status', status: 500 }],
    ['a refusal', { kind: 'status', status: 403 }],
  ])('has its result, with a warning, where GitHub gives %s when it is asked at the end', async (_what, fault) => {
    const branch = `while/github-${fault.kind === 'status' ? fault.status : ''}`;
    const number = await openPull(branch);
    const deployed = await deployWhile(branch, number, async () => {
      await world.github.pulls.close(number);
      world.github.faults.next(fault, { times: Number.POSITIVE_INFINITY });
    });
    world.github.faults.clear();
    expectKept(deployed, 'deployed', branch);
    expect(annotationsOf(deployed.step, 'warning').map(({ message }) => message)).toEqual([
      expect.stringMatching(/GitHub/),
    ]);
  });
});
