import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeployResult } from '../../core/deploy/result.ts';
import type { StepResult } from '../runner/run-options.ts';
import type { Files } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import { ALL_COMMANDS, CLI, commandedApplication, stepsIn, VERIFY } from './deploy-service-commands-application.ts';
import { checkOut, type Deployment, deploy, outputOf, servicesOf, statusesOf } from './deployment.ts';
import { recordOf } from './planted-state.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const FAILS = { 'fail-verify-api': '' };
/** Deploys `files` on master (or what stands there) in a clone with the probe and, to make one fail, a mark beside it. */
async function run(files: Files, marks: Files = {}, inputs: Readonly<Record<string, string>> = {}) {
  const folder = checkOut(world, files, { ...CLI, ...marks });
  const deployment = await deploy(world, folder, { inputs });
  return { ...deployment, folder, steps: stepsIn(folder) };
}
const record = (app: string, key = 'api') =>
  recordOf(world, `/serverless-stages/${app}/configured/dev/${app}-${key}`) as { status: string; completed?: object };

describe('a verify that succeeds', () => {
  it('is run where CloudFormation says that nothing changed, and not where the service is left alone', async () => {
    const first = await run(commandedApplication('calm', { services: { api: VERIFY } }));
    expect(first.steps).toEqual(['package api', 'deploy api', 'verify api']);
    expect(record('calm').status).toBe('deployed');

    const forced = await run({}, {}, { services: 'all' });
    expectSuccess(forced.step);
    expect(statusesOf(forced.step)).toEqual({ api: 'unchanged' });
    expect(forced.steps.at(-1)).toBe('verify api');

    const alone = await run({});
    expectSuccess(alone.step);
    expect(servicesOf(alone.step)['api']?.reason).toMatch(/^nothing differs/);
    expect(alone.steps).toEqual([]);
  });

  it('is over before what needs the service begins', async () => {
    const { steps } = await run(
      commandedApplication('line', { services: { api: VERIFY, web: { 'depends-on': ['api'] } } }),
    );
    expect(steps).toEqual(['package api', 'deploy api', 'verify api', 'package web', 'deploy web']);
  });
});

describe('a verify that fails', () => {
  const services = { api: VERIFY, web: { 'depends-on': ['api'], ...VERIFY }, other: {} };
  let failed: Deployment & { steps: string[] };
  let recorded: ReturnType<typeof record>;
  let again: typeof failed;
  beforeAll(async () => {
    failed = await run(commandedApplication('sad', { services }), FAILS);
    recorded = record('sad');
    again = await run({});
  });

  it('is the service’s failure, with what it said', () => {
    const { message } = expectFailure(failed.step, 'E_VERIFY_FAILED');
    expect(message).toContain('"api"');
    expect(message).toContain('verify of api found a fault');
    expect(failed.step.outputs['status']).toBe('failed');
    expect(servicesOf(failed.step)['api']).toMatchObject({ status: 'failed', error: { code: 'E_VERIFY_FAILED' } });
  });

  it('keeps what needs the service from being started, and nothing else', () => {
    expect(statusesOf(failed.step)).toEqual({ api: 'failed', web: 'not-started', other: 'deployed' });
    expect(servicesOf(failed.step)['web']?.reason).toMatch(/\bapi\b/);
    expect(failed.steps.filter((step) => step.endsWith(' web'))).toEqual([]);
  });

  it('leaves the stack as it is, and says so', () => {
    expect(servicesOf(failed.step)['api']).toMatchObject({
      stack: 'sad-api-dev',
      stackStatus: 'CREATE_COMPLETE',
      outputs: { greeting: 'one' },
    });
    expect(failed.calls.filter(({ action }) => action === 'DeleteStack')).toEqual([]);
  });

  it('leaves a record that does not say deployed, and a repository that is not complete', () => {
    expect(recorded.status).toBe('failed');
    expect(recorded.completed).toBeUndefined();
    expect((JSON.parse(failed.step.outputs['result'] ?? '') as DeployResult).status).toBe('failed');
  });

  it('has the next run of the same commit deploy and verify it again, and go on from there', () => {
    expectSuccess(again.step);
    expect(again.steps.filter((step) => step.endsWith(' api'))).toEqual(['package api', 'deploy api', 'verify api']);
    expect(again.steps).toContain('verify web');
    expect(servicesOf(again.step)['api']?.reason).toContain('its last deploy failed');
    expect(statusesOf(again.step)).toMatchObject({ web: 'deployed', other: 'unchanged' });
    expect(record('sad').status).toBe('deployed');
  });
});

describe('a verify that fails after an update', () => {
  it('leaves the new version in place, and the record keeps what was completed before', async () => {
    await run(commandedApplication('newer', { services: { api: VERIFY } }));
    const before = record('newer').completed;
    const { step } = await run(commandedApplication('newer', { services: { api: VERIFY }, greeting: 'two' }), FAILS);
    expectFailure(step, 'E_VERIFY_FAILED');
    expect(outputOf(world, 'newer-api-dev', 'greeting')).toBe('two');
    expect(record('newer')).toMatchObject({ status: 'failed', completed: before });
    // The version before it, once more: its fingerprint is that of `completed`, and it is not what stands there.
    const back = await run(commandedApplication('newer', { services: { api: VERIFY } }));
    expectSuccess(back.step);
    expect(outputOf(world, 'newer-api-dev', 'greeting')).toBe('one');
    expect(back.steps).toContain('verify api');
  });

  it('fails as well where CloudFormation had nothing to do', async () => {
    await run(commandedApplication('still', { services: { api: VERIFY } }));
    const { step } = await run({}, FAILS, { services: 'all' });
    expectFailure(step, 'E_VERIFY_FAILED');
    expect(record('still').status).toBe('failed');
    const again = await run({});
    expectSuccess(again.step);
    expect(again.steps).toContain('verify api');
  });

  it('that is killed with its runner is done again by the next run: the record does not say deployed before', async () => {
    const verify = { verify: 'if [ -e ../die ]; then kill -KILL $PPID; exit; fi\nnode ../probe.cjs verify' };
    const folder = checkOut(world, commandedApplication('cut', { services: { api: verify } }), { ...CLI, die: '' });
    const { step } = await deploy(world, folder, { context: { runId: '9101' } });
    expect(step.signal).toBe('SIGKILL');
    expect(world.aws.stacks.find('cut-api-dev')?.status).toBe('CREATE_COMPLETE');
    expect(record('cut').status).toBe('deploying');
    world.github.runs.set(9101, { attempt: 1, status: 'completed', conclusion: 'cancelled' });
    const again = await run({});
    expectSuccess(again.step);
    expect(again.steps).toEqual(['package api', 'deploy api', 'verify api']);
  });
});

describe('a verify that fails in one of two regions', () => {
  let step: StepResult;
  beforeAll(async () => {
    const region = ['us-east-1', 'eu-west-1'];
    const verify = { verify: '[ "$REGION" != eu-west-1 ]' };
    ({ step } = await run(commandedApplication('half', { services: { api: verify }, profile: { region } })));
  });

  it('fails the service there alone', () => {
    const { services } = JSON.parse(step.outputs['result'] ?? '') as DeployResult;
    const rows = services.map((service) => `${service.region} ${service.status}`);
    expect(rows.sort()).toEqual(['eu-west-1 failed', 'us-east-1 deployed']);
  });

  it('says in which', () => {
    expect(expectFailure(step, 'E_VERIFY_FAILED').message).toContain('eu-west-1');
  });
});

describe('the three commands of one service', () => {
  it('are not run where its stack fails', async () => {
    world.aws.faults.failResource({ stack: 'bad-api-dev', logicalId: 'Queue', on: 'create', reason: 'no queue' });
    const { step, steps } = await run(commandedApplication('bad', { services: { api: ALL_COMMANDS } }));
    expectFailure(step, 'E_DEPLOY_FAILED');
    expect(steps).toEqual(['before-deploy api', 'package api', 'deploy api']);
    world.aws.faults.clear();
  });
});
