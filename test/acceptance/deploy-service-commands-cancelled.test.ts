import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HANGS_AFTER } from '../limits.ts';
import type { StepResult } from '../runner/run-options.ts';
import { startWorld, type World } from '../world/world.ts';
import { CLI, commandedApplication, stepsIn } from './deploy-service-commands-application.ts';
import { checkOut, deploy } from './deployment.ts';
import { leftRunning } from './fault-points.ts';
import { recordOf } from './planted-state.ts';
import { expectSuccess } from './verdict.ts';

/** A command that says that it has begun, and takes for ever where a mark says so. */
const SLOW = `if [ -e ../for-ever ]; then
  touch ../begun
  node -e 'setInterval(() => {}, 1000)' "$PWD"
fi
node ../probe.cjs`;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** Deploys an application whose service has this command, and cancels the run as soon as the command has begun. */
async function cancelDuring(app: string, keys: object): Promise<{ step: StepResult; folder: string }> {
  const files = commandedApplication(app, { services: { api: keys } });
  const folder = checkOut(world, files, { ...CLI, 'for-ever': '' });
  const context = { ...world.dispatchRun('refs/heads/master'), workspace: folder };
  const job = world.job({ ...world.withIdToken(context, 'dev'), env: { SLS_AWS_MONITORING_FREQUENCY: '50' } });
  const profile = await job.run({ action: 'load-profile', inputs: { stage: 'dev' } });
  expectSuccess(profile);
  const { 'credentials-file': credentials = '', 'parameters-file': parameters = '' } = profile.outputs;
  const running = job.start({
    action: 'deploy-service',
    inputs: { stage: 'dev', 'credentials-file': credentials, 'parameters-file': parameters },
  });
  await vi.waitFor(() => expect(existsSync(join(folder, 'begun'))).toBe(true), { timeout: HANGS_AFTER, interval: 50 });
  const step = await running.cancel();
  await job.finish();
  return { step, folder };
}
const statusOf = (app: string) => recordOf(world, `/serverless-stages/${app}/configured/dev/${app}-api`)?.['status'];

async function expectEndedByNext(steps: readonly string[]): Promise<void> {
  const folder = checkOut(world, {}, CLI);
  expectSuccess((await deploy(world, folder, { context: { runId: '9201' } })).step);
  expect(stepsIn(folder)).toEqual(steps);
}

describe('F1 a run that is cancelled', () => {
  it('during verify ends at once with it, has no record that says deployed, and the next run verifies again', async () => {
    const { step, folder } = await cancelDuring('stop-verify', { verify: `${SLOW} verify` });
    expect(step.conclusion).toBe('cancelled');
    expect(step.cancelledBy).toBe('SIGINT');
    expect(await leftRunning(step, folder)).toEqual([]);
    expect(world.aws.stacks.find('stop-verify-api-dev')?.status).toBe('CREATE_COMPLETE');
    expect(statusOf('stop-verify')).not.toBe('deployed');
    await expectEndedByNext(['package api', 'deploy api', 'verify api']);
    expect(statusOf('stop-verify')).toBe('deployed');
  });

  it('during the hook before-deploy ends at once with it, and has deployed nothing', async () => {
    const { step, folder } = await cancelDuring('stop-hook', {
      hooks: { 'before-deploy': `${SLOW} before-deploy` },
    });
    expect(step.conclusion).toBe('cancelled');
    expect(step.cancelledBy).toBe('SIGINT');
    expect(await leftRunning(step, folder)).toEqual([]);
    expect(stepsIn(folder)).toEqual([]);
    expect(world.aws.stacks.find('stop-hook-api-dev')).toBeUndefined();
    await expectEndedByNext(['before-deploy api', 'package api', 'deploy api']);
  });
});
