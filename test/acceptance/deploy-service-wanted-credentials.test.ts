import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CallFault } from '../local-aws/faults.ts';
import type { JournalEntry } from '../local-aws/journal.ts';
import type { Credential } from '../local-aws/state/credentials.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import {
  checkOut,
  deploy,
  deployInOwnJob,
  deployPreview,
  PREVIEWS,
  servicesOf,
  stagesFile,
  statusesOf,
  written,
} from './deployment.ts';
import { recordOf } from './planted-state.ts';
import { findSecrets } from './secret-forms.ts';
import { inFolder, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const HOUR = 3_600_000;
const STUB = stubCli({ name: 'osls', version: '4.3.1' });
/** Two services of which the second needs the first. */
const filesOf = (name: string) => ({
  ...inFolder('base', stubService(`${name}-base`)),
  ...inFolder('api', stubService(`${name}-api`)),
});

let world: World;
/** Every session that was handed out, oldest first. */
const sessions: Credential[] = [];
beforeAll(async () => {
  const stages = stagesFile({ base: 'base', api: { path: 'api', 'depends-on': ['base'] } }, {}, PREVIEWS);
  world = await startWorld({
    files: { 'serverless-stages.yml': stages, ...filesOf('x') },
    resourceDelays: { Queue: 700 },
  });
  const { credentials } = world.aws;
  const { add } = credentials;
  credentials.add = (credential) => {
    if (credential.sessionToken !== undefined) sessions.push(credential);
    add(credential);
  };
});
afterEach(() => world.aws.faults.clear());
afterAll(() => world.close());

const ends = () => {
  for (const { accessKeyId } of sessions) world.aws.credentials.expire(accessKeyId, world.aws.clock.now());
};
const jumps = () => world.aws.clock.advance(2 * HOUR);

/** Has something happen once, at the first such call; it goes on as usual. */
function onceAt(call: CallFault, change: () => void): { readonly happened: () => boolean } {
  let happened = false;
  const match = (params: Record<string, unknown>) => {
    if (!happened && (call.match?.(params) ?? true)) {
      happened = true;
      change();
    }
    return false;
  };
  world.aws.faults.add({ ...call, match });
  return { happened: () => happened };
}
const creationOf = (stack: string): CallFault => ({
  service: 'cloudformation',
  action: 'CreateStack',
  match: ({ StackName }) => StackName === stack,
});

const tokensIn = (calls: readonly JournalEntry[]) =>
  calls.filter(({ action }) => action === 'AssumeRoleWithWebIdentity').map(({ params }) => params['WebIdentityToken']);
const secretsOf = (all: readonly Credential[]) =>
  Object.fromEntries(
    all.flatMap(({ secretAccessKey, sessionToken = '' }, index) => [
      [`secret key ${index}`, secretAccessKey],
      [`session token ${index}`, sessionToken],
    ]),
  );
const statusOf = (stack: string) => world.aws.stacks.find(stack)?.status;
const record = (service: string) => recordOf(world, `/serverless-stages/workshop/configured/dev/${service}`);

/** Deploys an application of its own to `dev`; `before` happens when the profile is loaded. */
async function deployNamed(name: string, before: () => void = () => undefined) {
  const folder = checkOut(world, filesOf(name), STUB);
  const known = sessions.length;
  const beforeDeploy = () => void before();
  const deployed = await deployInOwnJob(world, folder, { beforeDeploy });
  const fresh = sessions.slice(known);
  const { profile, step, posts } = deployed;
  expect(findSecrets(written(profile, step, ...posts), secretsOf(fresh))).toEqual([]);
  const all = tokensIn(world.aws.journal.entries);
  expect(new Set(all).size, 'each time with a new token').toBe(all.length);
  return { ...deployed, folder, fresh, renewals: tokensIn(deployed.calls) };
}

describe('D10 credentials that end in the middle of a deploy, in a job with id-token', () => {
  it.each<[what: string, name: string, change: () => void]>([
    ['end', 'ending', ends],
    ['end because hours pass', 'jumping', jumps],
  ])(
    'that %s while CloudFormation makes a stack are renewed, and both services are deployed',
    async (_what, name, change) => {
      let point = { happened: () => false };
      const { step, renewals, fresh } = await deployNamed(name, () => {
        point = onceAt(creationOf(`${name}-base-dev`), change);
      });
      expect(point.happened()).toBe(true);
      expectSuccess(step);
      expect(step.outputs['status']).toBe('deployed');
      expect(statusesOf(step)).toEqual({ base: 'deployed', api: 'deployed' });
      expect([statusOf(`${name}-base-dev`), statusOf(`${name}-api-dev`)]).toEqual([
        'CREATE_COMPLETE',
        'CREATE_COMPLETE',
      ]);
      expect([record(`${name}-base`), record(`${name}-api`)]).toMatchObject([
        { status: 'deployed' },
        { status: 'deployed' },
      ]);
      expect(renewals.length).toBeGreaterThanOrEqual(1);
      expect(renewals.length, 'not one for each call').toBeLessThanOrEqual(3);
      expect(fresh).toHaveLength(1 + renewals.length);
    },
  );

  it('are renewed, and a stack that failed meanwhile is told with its own reason', async () => {
    const failing = { on: 'create', stack: 'failing-base-dev', logicalId: 'Queue', reason: 'no more queues' } as const;
    const { step, renewals } = await deployNamed('failing', () => {
      world.aws.faults.failResource(failing);
      onceAt(creationOf('failing-base-dev'), ends);
    });
    const { message } = expectFailure(step, 'E_DEPLOY_FAILED');
    expect(message).toContain('no more queues');
    expect(statusesOf(step)).toEqual({ base: 'failed', api: 'not-started' });
    expect(servicesOf(step)['base']?.error?.message).toContain('no more queues');
    expect(renewals.length).toBeGreaterThanOrEqual(1);
    expect(record('failing-base')).toMatchObject({ status: 'failed' });
  });

  it('are renewed before the CLI gets them where they ended before the deploy began', async () => {
    const { step, renewals, folder, fresh } = await deployNamed('early', ends);
    expectSuccess(step);
    expect(statusesOf(step)).toEqual({ base: 'deployed', api: 'deployed' });
    expect(renewals).toHaveLength(1);
    const keys = stubCalls(folder)
      .filter(({ command }) => command === 'deploy')
      .map(({ env }) => env['AWS_ACCESS_KEY_ID']);
    expect(keys).toEqual([fresh[1]?.accessKeyId, fresh[1]?.accessKeyId]);
  });

  it('are renewed for the removal too, of a preview whose pull request is closed meanwhile', async () => {
    world.repository.commit('feature/closed', { ...filesOf('preview') });
    const folder = checkOut(world, {}, STUB, 'feature/closed');
    const { number } = await world.github.pulls.open({ head: 'feature/closed', base: 'master' });
    const first = await deployPreview(world, folder, number);
    expect(statusesOf(first.step), first.step.log).toEqual({ base: 'deployed', api: 'deployed' });
    const known = sessions.length;
    const { step, calls } = await deployPreview(world, folder, number, {
      beforeDeploy: () => {
        void world.github.pulls.close(number);
        onceAt({ service: 'cloudformation', action: 'DeleteStack' }, ends);
        return undefined;
      },
    });
    expectSuccess(step);
    expect(step.outputs['status'], step.log).toBe('removed');
    expect(statusOf(`preview-base-${first.stage}`)).toBeUndefined();
    expect(tokensIn(calls).length).toBeGreaterThanOrEqual(1);
    expect(findSecrets(written(step), secretsOf(sessions.slice(known)))).toEqual([]);
  });
});

describe('D10 credentials that end in the middle of a deploy, in a job without id-token', () => {
  it('are an error that says what to allow, and the next run goes on', async () => {
    const session = {
      accessKeyId: 'ASIACANARYKEY0000002',
      secretAccessKey: 'canary-secret-access-key-of-an-earlier-step',
      sessionToken: 'canary-session-token-of-an-earlier-step',
      account: ACCOUNTS.dev,
      arn: `arn:aws:sts::${ACCOUNTS.dev}:assumed-role/serverless-stages/earlier`,
    };
    world.aws.credentials.add(session);
    const folder = checkOut(world, filesOf('tokenless'), STUB);
    const env = {
      AWS_ACCESS_KEY_ID: session.accessKeyId,
      AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
      AWS_SESSION_TOKEN: session.sessionToken,
      AWS_REGION: REGION,
      SLS_AWS_MONITORING_FREQUENCY: '50',
    };
    const job = world.job({ ...world.dispatchRun('refs/heads/master'), workspace: folder, env, runId: '3100' });
    const profile = await job.run({ action: 'load-profile', inputs: { stage: 'dev', 'assume-role': 'false' } });
    expectSuccess(profile);
    const point = onceAt(creationOf('tokenless-base-dev'), ends);
    const { 'credentials-file': credentials = '', 'parameters-file': parameters = '' } = profile.outputs;
    const files = { 'credentials-file': credentials, 'parameters-file': parameters };
    const step = await job.run({ action: 'deploy-service', inputs: { stage: 'dev', ...files } });
    await job.finish();
    expect(point.happened()).toBe(true);
    const { message } = expectFailure(step, 'E_NO_CREDENTIALS');
    expect(message).toMatch(/id-token: write/);
    expect(step.outputs['status']).toBe('failed');
    expect(findSecrets(written(step), secretsOf([session]))).toEqual([]);
    expect(statusOf('tokenless-api-dev')).toBeUndefined();
    world.github.runs.set(3100, { status: 'completed', conclusion: 'failure' });
    const again = await deploy(world, folder);
    expectSuccess(again.step);
    expect(['deployed', 'unchanged']).toContain(statusesOf(again.step)['base']);
    expect(statusOf('tokenless-api-dev')).toBe('CREATE_COMPLETE');
  });
});
