import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CallFault } from '../local-aws/faults.ts';
import type { JournalEntry } from '../local-aws/journal.ts';
import type { Credential } from '../local-aws/state/credentials.ts';
import { putObjects } from '../local-aws/state/fill-bucket.ts';
import type { StepResult } from '../runner/run-options.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Planted, previewsFile } from './plant.ts';
import { answerOnceDeleted, bucketOf, ledgerNames, recordOf } from './planted-state.ts';
import { destroyClosed, pullWithStage, sweep } from './removal.ts';
import { expectFailure, expectNoSecret, expectSuccess } from './verdict.ts';

const HOUR = 3_600_000;
const TEMPLATE = { Resources: { Files: { Type: 'AWS::S3::Bucket' }, Queue: { Type: 'AWS::SQS::Queue' } } };

let world: World;
/** Every session that was handed out, oldest first. */
const sessions: Credential[] = [];
beforeAll(async () => {
  world = await startWorld({ files: previewsFile() });
  const { credentials } = world.aws;
  const { add } = credentials;
  credentials.add = (credential) => {
    if (credential.sessionToken !== undefined) sessions.push(credential);
    add(credential);
  };
});
afterEach(() => world.aws.faults.clear());
afterAll(() => world.close());

/** A closed pull request with two services, one with a bucket that is not empty. */
async function closedPull(name: string): Promise<{ number: number; planted: Planted }> {
  const services = [{ name: 'database' }, { name: 'api', needs: ['database'], template: TEMPLATE }];
  const { pull, planted } = await pullWithStage(world, `feature/${name}`, services);
  putObjects(bucketOf(world, planted.stacks['api']), 5, 'p/');
  await world.github.pulls.close(pull.number);
  answerOnceDeleted(world);
  return { number: pull.number, planted };
}

/** Has something happen once, at the first such call; it goes on as usual. */
function onceAt(call: Pick<CallFault, 'service' | 'action'>, change: () => void): { readonly happened: () => boolean } {
  let happened = false;
  const match = () => {
    if (!happened) change();
    happened = true;
    return false;
  };
  world.aws.faults.add({ ...call, match });
  return { happened: () => happened };
}
/** Ends every session that there is at this moment. */
const endSessions = () => {
  for (const { accessKeyId } of sessions) world.aws.credentials.expire(accessKeyId, world.aws.clock.now());
};

const tokensIn = (calls: readonly JournalEntry[]) =>
  calls.filter(({ action }) => action === 'AssumeRoleWithWebIdentity').map(({ params }) => params['WebIdentityToken']);
const secretsOf = (all: readonly Credential[]) =>
  all.flatMap(({ secretAccessKey, sessionToken }) => [secretAccessKey, sessionToken ?? '']);

function expectRemoved(step: StepResult, { stage, path, stacks }: Planted): void {
  expectSuccess(step);
  expect(step.outputs).toMatchObject({ status: 'removed', removed: JSON.stringify([stage]) });
  for (const id of Object.values(stacks)) expect(world.aws.stacks.find(id)?.status).toBe('DELETE_COMPLETE');
  expect(ledgerNames(world).filter((name) => name.startsWith(`${path}/`))).toEqual([]);
}

const ends = () => endSessions();
const jumps = () => world.aws.clock.advance(2 * HOUR);

describe('D10 credentials that end in the middle of a removal, in a job with id-token', () => {
  it.each<[when: string, call: Pick<CallFault, 'service' | 'action'>, change: () => void]>([
    ['when its lock is taken', { service: 'ssm', action: 'PutParameter' }, ends],
    ['when its stacks are looked at', { service: 'cloudformation', action: 'DescribeStacks' }, ends],
    ['when a bucket is emptied', { service: 's3', action: 'ListObjectVersions' }, ends],
    ['when a stack is deleted', { service: 'cloudformation', action: 'DeleteStack' }, ends],
    ['when a record is removed', { service: 'ssm', action: 'DeleteParameter' }, ends],
    ['because hours pass while a stack is deleted', { service: 'cloudformation', action: 'DeleteStack' }, jumps],
  ])('are renewed %s', async (when, call, change) => {
    const { number, planted } = await closedPull(`renewed-${when.replaceAll(' ', '-')}`);
    const known = sessions.length;
    let point = { happened: () => false };
    const beforeDestroy = () => {
      point = onceAt(call, change);
    };
    const { step, calls } = await destroyClosed(world, number, { beforeDestroy });
    expect(point.happened()).toBe(true);
    expectRemoved(step, planted);
    const renewals = tokensIn(calls);
    // Each of the two services is removed in a session that names what it takes.
    expect(renewals.length).toBeGreaterThanOrEqual(2 + 1);
    expect(renewals.length, 'not one for each call').toBeLessThanOrEqual(2 + 3);
    const all = tokensIn(world.aws.journal.entries);
    expect(new Set(all).size, 'each time with a new token').toBe(all.length);
    expect(sessions.length - known).toBe(1 + renewals.length);
    expectNoSecret(step, ...secretsOf(sessions.slice(known)), ...renewals.map(String), world.oidc.requestToken);
  });

  it('are renewed in a sweep too, which removes what it would have', async () => {
    const stages = [(await closedPull('sweep-one')).planted, (await closedPull('sweep-two')).planted];
    const known = sessions.length;
    const beforeDestroy = () => void onceAt({ service: 'cloudformation', action: 'DeleteStack' }, ends);
    const { step, calls } = await sweep(world, { beforeDestroy });
    expectSuccess(step);
    const names = stages.map(({ stage }) => stage).toSorted();
    expect((JSON.parse(step.outputs['removed'] ?? '') as string[]).toSorted()).toEqual(names);
    expect(tokensIn(calls).length).toBeGreaterThanOrEqual(1);
    expectNoSecret(step, ...secretsOf(sessions.slice(known)));
  });
});

describe('D10 credentials that end in the middle of a removal, in a job without id-token', () => {
  it('are an error that says what to allow; the next run finishes', async () => {
    const { number, planted } = await closedPull('no-token');
    const context = await world.pullRequestRun(number, 'closed');
    const resolve = await world.job(context).run({ action: 'resolve-stage' });
    const { configuration = '' } = resolve.outputs;
    const session = {
      accessKeyId: 'ASIACANARYKEY0000001',
      secretAccessKey: 'canary-secret-access-key-of-an-earlier-step',
      sessionToken: 'canary-session-token-of-an-earlier-step',
      account: ACCOUNTS.dev,
      arn: `arn:aws:sts::${ACCOUNTS.dev}:assumed-role/serverless-stages-preview/earlier`,
    };
    world.aws.credentials.add(session);
    const env = {
      AWS_ACCESS_KEY_ID: session.accessKeyId,
      AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
      AWS_SESSION_TOKEN: session.sessionToken,
      AWS_REGION: REGION,
    };
    const job = world.job({ ...context, env });
    const inputs = { configuration, 'assume-role': 'false' };
    const profile = await job.run({ action: 'load-profile', inputs });
    expectSuccess(profile);
    onceAt({ service: 'cloudformation', action: 'DeleteStack' }, ends);
    const { 'credentials-file': file = '' } = profile.outputs;
    const step = await job.run({ action: 'destroy-stage', inputs: { configuration, 'credentials-file': file } });
    await job.finish();
    const { message } = expectFailure(step, 'E_NO_CREDENTIALS');
    expect(message).toMatch(/id-token: write/);
    expect(step.outputs['status']).toBe('failed');
    expectNoSecret(step, session.secretAccessKey, session.sessionToken);
    expect(world.aws.stacks.find(planted.stacks['database'] ?? '')?.status).toBe('CREATE_COMPLETE');
    expect(recordOf(world, `${planted.path}/database`)).toBeDefined();
    world.github.runs.set(Number(context.runId ?? 3001), { status: 'completed', conclusion: 'failure' });
    const again = await destroyClosed(world, number);
    expectRemoved(again.step, planted);
  });
});
