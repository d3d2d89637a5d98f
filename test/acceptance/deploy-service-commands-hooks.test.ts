import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StepResult } from '../runner/run-options.ts';
import type { Files } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import { ALL_COMMANDS, CLI, commandedApplication, stepsIn } from './deploy-service-commands-application.ts';
import { checkOut, deploy, deployPreview, outputOf, PREVIEWS, servicesOf, statusesOf } from './deployment.ts';
import { recordOf } from './planted-state.ts';
import { changesIn, expectFailure, expectSuccess } from './verdict.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** Deploys `files` on master (or what stands there) in a clone with the probe and, to make one fail, a mark beside it. */
async function run(files: Files, marks: Files = {}) {
  const folder = checkOut(world, files, { ...CLI, ...marks });
  return { ...(await deploy(world, folder)), steps: stepsIn(folder) };
}
const record = (app: string) => recordOf(world, `/serverless-stages/${app}/configured/dev/${app}-api`);
const statusOf = (app: string) => String(record(app)?.['status']);
const EVERY_STEP = ['before-deploy api', 'package api', 'deploy api', 'after-deploy api', 'verify api'];

describe('the hook before-deploy', () => {
  it('makes what is packaged', async () => {
    const services = { api: { hooks: { 'before-deploy': 'cp built.json resources.json' } } };
    const files = commandedApplication('built', { services });
    const built = files['api/resources.json']?.replace('"one"', '"built"') ?? '';
    expectSuccess((await run({ ...files, 'api/built.json': built })).step);
    expect(outputOf(world, 'built-api-dev', 'greeting')).toBe('built');
  });

  it('is run each time: nobody knows what else it makes', async () => {
    expectSuccess((await run(commandedApplication('each', { services: { api: ALL_COMMANDS, web: {} } }))).step);
    const { step, steps } = await run({});
    expectSuccess(step);
    expect(steps).toEqual(EVERY_STEP);
    expect(statusesOf(step)).toEqual({ api: 'unchanged', web: 'unchanged' });
    expect(servicesOf(step)['api']?.reason).toContain('before-deploy');
  });

  it('makes its service one that a preview has only once it is there', async () => {
    const services = { api: ALL_COMMANDS, web: {} };
    checkOut(world, commandedApplication('prev', { services, more: PREVIEWS }), CLI);
    const { number } = await (async () => {
      checkOut(world, { 'web/a.txt': 'a' }, CLI, 'feature/prev');
      return world.github.pulls.open({ head: 'feature/prev', base: 'master' });
    })();
    const next = async (files: Files) => {
      const folder = checkOut(world, files, CLI, 'feature/prev');
      const { step } = await deployPreview(world, folder, number);
      expectSuccess(step);
      return { statuses: statusesOf(step), steps: stepsIn(folder) };
    };
    const without = await next({});
    expect(without.statuses).toMatchObject({ web: 'deployed' });
    expect(without.steps).toEqual(['package web', 'deploy web']);
    expect((await next({ 'api/a.txt': 'a' })).steps).toEqual(EVERY_STEP);
    const there = await next({});
    expect(there.statuses).toEqual({ api: 'unchanged', web: 'unchanged' });
    expect(there.steps).toEqual(EVERY_STEP);
  });
});

describe('a hook before-deploy that fails', () => {
  const services = { api: ALL_COMMANDS, web: { 'depends-on': ['api'] } };
  let failed: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    failed = await run(commandedApplication('early', { services }), { 'fail-before-deploy-api': '' });
  });

  it('has nothing deployed, with what it said as the reason', () => {
    const { message } = expectFailure(failed.step, 'E_HOOK_FAILED');
    for (const part of ['"api"', 'before-deploy', 'before-deploy of api found a fault'])
      expect(message).toContain(part);
    expect(failed.steps).toEqual(['before-deploy api']);
    expect(changesIn(failed.calls)).toEqual([]);
    expect(statusesOf(failed.step)).toEqual({ api: 'failed', web: 'not-started' });
    expect(failed.step.outputs['status']).toBe('failed');
  });

  it('is mended by the next run', async () => {
    const { step, steps } = await run({});
    expectSuccess(step);
    expect(steps.slice(0, 5)).toEqual(EVERY_STEP);
    expect(statusOf('early')).toBe('deployed');
  });

  it('leaves the version that stands there, whose record does not claim the new commit', async () => {
    const before = world.repository.head('master');
    const files = commandedApplication('early', { services, greeting: 'two' });
    const { step, calls } = await run(files, { 'fail-before-deploy-api': '' });
    expectFailure(step, 'E_HOOK_FAILED');
    expect(changesIn(calls)).toEqual([]);
    expect(outputOf(world, 'early-api-dev', 'greeting')).toBe('one');
    expect(record('early')?.['completed']).toMatchObject({ commit: before });
    const again = await run({});
    expectSuccess(again.step);
    expect(outputOf(world, 'early-api-dev', 'greeting')).toBe('two');
  });
});

describe('a hook after-deploy that fails', () => {
  const services = { api: ALL_COMMANDS, web: { 'depends-on': ['api'] }, other: {} };
  let failed: Awaited<ReturnType<typeof run>>;
  let recorded: string;
  beforeAll(async () => {
    failed = await run(commandedApplication('late', { services }), { 'fail-after-deploy-api': '' });
    recorded = statusOf('late');
  });

  it('fails the service, whose stack stays and is not verified', () => {
    const { message } = expectFailure(failed.step, 'E_HOOK_FAILED');
    for (const part of ['"api"', 'after-deploy', 'after-deploy of api found a fault']) expect(message).toContain(part);
    expect(failed.steps.filter((step) => step.endsWith(' api'))).toEqual(EVERY_STEP.slice(0, 4));
    expect(servicesOf(failed.step)['api']).toMatchObject({ status: 'failed', stackStatus: 'CREATE_COMPLETE' });
    expect(world.aws.stacks.find('late-api-dev')?.status).toBe('CREATE_COMPLETE');
  });

  it('keeps what needs the service from being started, and nothing else', () => {
    expect(statusesOf(failed.step)).toEqual({ api: 'failed', web: 'not-started', other: 'deployed' });
    expect(recorded).toBe('failed');
  });

  it('is run again by the next run, with all the rest', async () => {
    const { step, steps } = await run({});
    expectSuccess(step);
    expect(steps.slice(0, 5)).toEqual(EVERY_STEP);
    expect(statusesOf(step)['web']).toBe('deployed');
    expect(statusOf('late')).toBe('deployed');
  });
});

describe('a hook of several regions', () => {
  it('says in which it failed', async () => {
    const region = ['us-east-1', 'eu-west-1'];
    const hooks = { 'before-deploy': '[ "$REGION" != eu-west-1 ]' };
    const { step } = await run(commandedApplication('far', { services: { api: { hooks } }, profile: { region } }));
    expect(expectFailure(step, 'E_HOOK_FAILED').message).toContain('eu-west-1');
    expect(world.aws.stacks.find('far-api-dev')?.status).toBe('CREATE_COMPLETE');
  });
});

describe('what a service’s own commands print', () => {
  const evil = '::set-output name=status::evil\n::error::evil\n##[error]evil\n::add-mask::deployed\n::stop-commands::x';
  const tell = `printf '%s\\n' '${evil}'; printf '%s\\n' '${evil}' >&2`;
  let step: StepResult;
  beforeAll(async () => {
    const hooks = { 'before-deploy': tell, 'after-deploy': tell };
    ({ step } = await run(commandedApplication('loud', { services: { api: { hooks, verify: tell } } })));
  });

  it('E32 is no command to the runner', () => {
    expectSuccess(step);
    expect(step.outputs['status']).toBe('deployed');
    expect(step.annotations.map(({ message }) => message).join()).not.toContain('evil');
    expect(step.masks).not.toContain('deployed');
    expect([step.env, step.path, step.state['EVIL']]).toEqual([{}, [], undefined]);
    expect(step.log.split('##[error]evil').length - 1).toBeGreaterThanOrEqual(6);
  });
});
