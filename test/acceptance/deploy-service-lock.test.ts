import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LockEntry, LockHolder } from '../../core/ledger/lock.ts';
import type { JournalEntry } from '../local-aws/journal.ts';
import type { StepResult } from '../runner/run-options.ts';
import { sampleOf } from '../sample.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { writeFiles } from '../world/repository.ts';
import { addRole } from '../world/roles.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Application, type DeployOptions, deploy, makeApplication, servicesOf, stagesFile } from './deployment.ts';
import { type SkewedAws, startSkewedAws } from './skewed-aws.ts';
import { inFolder, QUEUE, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { changesIn, expectFailure, expectSuccess } from './verdict.ts';

const HOUR = 3_600_000;
const STUB = stubCli({ name: 'osls', version: '4.3.1' });
const greets = (value: string) => ({
  'api/resources.json': JSON.stringify({ ...QUEUE, Outputs: { greeting: { Value: value } } }),
});

let world: World;
const applications: Application[] = [];
beforeAll(async () => {
  const files = { 'serverless-stages.yml': stagesFile({ api: 'api' }), ...inFolder('api', stubService('cloned')) };
  world = await startWorld({ files, resourceDelayMs: 100 });
});
afterAll(async () => {
  await world.close();
  for (const each of applications) each.remove();
});

/** An application of its own, so with a lock of its own, whose one service has its name. */
function applicationOf(app: string, { service = app, profile = {} } = {}): Application {
  const stages = stagesFile({ api: 'api' }, profile).replace('app: workshop', `app: ${app}`);
  const files = { 'serverless-stages.yml': stages, ...STUB, ...inFolder('api', stubService(service)) };
  const application = makeApplication(files, []);
  applications.push(application);
  return application;
}

const lockOf = (app: string) => `/serverless-stages/${app}/configured/dev/_repository/1001/lock`;
const lockText = (app: string, { aws } = world) => aws.ssm.get(ACCOUNTS.dev, REGION, lockOf(app))?.value;

/** Writes the lock's next entry; without a holder it is free. */
function writeLock(app: string, holder?: LockHolder, { aws } = world, modifiedAt = aws.clock.now()): void {
  const last = JSON.parse(lockText(app, { aws } as World) ?? 'null') as LockEntry | null;
  const sequence = last === null ? 0 : last.sequence + 1;
  const entry = { id: `test-${sequence}`, follows: last?.id ?? '', sequence, ...(holder && { holder }) };
  aws.ssm.put(ACCOUNTS.dev, REGION, lockOf(app), JSON.stringify(entry), { modifiedAt });
}

function runHolder(run: number, attempt = '1'): LockHolder {
  const url = `https://github.com/acme/workshop/actions/runs/${run}`;
  return {
    kind: 'run',
    repository: 'acme/workshop',
    repositoryId: '1001',
    run: String(run),
    attempt,
    runner: `runner-of-${run}`,
    url,
  };
}
const PERSON: LockHolder = { kind: 'user', user: 'ada', machine: 'her-laptop' };

/** Expects that a deploy waits at the lock for a while, and goes on after `release`. */
async function expectWaits(
  app: string,
  { folder }: Application,
  release: () => void,
  place = world,
  options: DeployOptions = {},
): Promise<StepResult> {
  const reads = () => place.aws.journal.of('ssm').filter(({ params }) => params['Name'] === lockOf(app)).length;
  const held = lockText(app, place);
  const deploying = deploy(place, folder, options);
  while (reads() === 0) await sleep(20);
  await sleep(1000);
  expect(lockText(app, place)).toBe(held);
  expect(place.aws.stacks.find(`${app}-dev`)).toBeUndefined();
  expect(stubCalls(folder)).toEqual([]);
  release();
  const { step } = await deploying;
  expectDeployed(app, { step }, place);
  return step;
}

function expectDeployed(app: string, { step }: { step: StepResult }, place = world): void {
  expectSuccess(step);
  expect(step.outputs['status']).toBe('deployed');
  expect(place.aws.stacks.find(`${app}-dev`)?.status).toBe('CREATE_COMPLETE');
  expect(JSON.parse(lockText(app, place) ?? '')).not.toHaveProperty('holder');
}

describe('F11 the lock', () => {
  it('of a dead run is taken over', async () => {
    const application = applicationOf('dead-run');
    writeLock('dead-run', runHolder(41));
    world.github.runs.set(41, { status: 'completed', conclusion: 'cancelled' });
    expectDeployed('dead-run', await deploy(world, application.folder));
  });

  it('of a dead attempt of the same run is taken over', async () => {
    const application = applicationOf('dead-attempt');
    writeLock('dead-attempt', runHolder(42, '1'));
    world.github.runs.set(42, { attempt: 2, status: 'in_progress' });
    const context = { runId: '42', runAttempt: '2' };
    expectDeployed('dead-attempt', await deploy(world, application.folder, { context }));
  });

  it('of a running one is waited for until that has ended, with its link in the log', async () => {
    const application = applicationOf('running');
    writeLock('running', runHolder(44));
    world.github.runs.set(44, { status: 'in_progress' });
    const end = () => world.github.runs.set(44, { status: 'completed' });
    const { log } = await expectWaits('running', application, end);
    expect(log).toContain('https://github.com/acme/workshop/actions/runs/44');
  });

  it('of a running one is waited for until it is given back, also where an earlier attempt has ended', async () => {
    const application = applicationOf('given-back');
    writeLock('given-back', runHolder(45, '2'));
    world.github.runs.set(45, { attempt: 2, status: 'in_progress' });
    await expectWaits('given-back', application, () => writeLock('given-back'));
  });

  it('counts as live where GitHub answers 403 for the run', async () => {
    const application = applicationOf('forbidden');
    writeLock('forbidden', runHolder(46));
    world.github.runs.set(46, { status: 'completed' });
    const message = 'Resource not accessible by integration';
    const path = /\/actions\/runs\/46\b/;
    world.github.faults.next({ kind: 'status', status: 403, message }, { path, times: Number.POSITIVE_INFINITY });
    await expectWaits('forbidden', application, () => writeLock('forbidden'));
    world.github.faults.clear();
    const asked = world.github.journal.filter((call) => path.test(call.path)).map(({ status }) => status);
    expect(new Set(asked)).toEqual(new Set([403]));
  });

  it('that cannot be read is refused, with the command that mends it', async () => {
    const application = applicationOf('malformed');
    world.aws.ssm.put(ACCOUNTS.dev, REGION, lockOf('malformed'), '{"holder":');
    const { step, calls } = await deploy(world, application.folder);
    const { message } = expectFailure(step, 'E_LEDGER');
    expect(message).toContain(`aws ssm delete-parameter --name ${lockOf('malformed')}`);
    expect(changesIn(calls)).toEqual([]);
    expect(stubCalls(application.folder)).toEqual([]);
    expect(lockText('malformed')).toBe('{"holder":');
  });

  it('is given back where the deploy fails', async () => {
    const application = applicationOf('failing');
    application.write(stubCli({ name: 'osls', version: '4.3.1', beforeDeploy: "throw new Error('no');" }));
    expectFailure((await deploy(world, application.folder)).step, 'E_DEPLOY_FAILED');
    expect(JSON.parse(lockText('failing') ?? '')).not.toHaveProperty('holder');
  });

  it('and the record `deploying` of a run that was killed are taken over', async () => {
    const application = applicationOf('killed');
    const beforeDeploy = "process.kill(process.ppid, 'SIGKILL'); process.exit(1);";
    application.write(stubCli({ name: 'osls', version: '4.3.1', beforeDeploy }));
    const { step } = await deploy(world, application.folder, { context: { runId: '47' } });
    expect(step.signal).toBe('SIGKILL');
    const record = world.aws.ssm.get(ACCOUNTS.dev, REGION, '/serverless-stages/killed/configured/dev/killed')?.value;
    expect(JSON.parse(record ?? '')).toMatchObject({ status: 'deploying', run: { id: '47' } });
    expect(JSON.parse(lockText('killed') ?? '')).toMatchObject({ holder: { run: '47', attempt: '1' } });

    world.github.runs.set(47, { status: 'completed', conclusion: 'cancelled' });
    application.write(STUB);
    expectDeployed('killed', await deploy(world, application.folder, { context: { runId: '48' } }));
  });
});

/** Deploys with a CLI that says when it packages and goes on when the test says so, which does something with the lock meanwhile. */
async function deployWhile(app: string, meanwhile: () => void, at: 'package' | 'first deploy' = 'package') {
  const waits = `const at = path.join(workspace, '..', '${app}-');
    const isFirst = !fs.existsSync(at + 'packaging');
    fs.writeFileSync(at + 'packaging', '');
    for (let turn = 0; turn < 1000 && !fs.existsSync(at + 'go'); turn += 1) await sleep(20);`;
  const meets = `${waits}
    if (isFirst) {
      console.error('Stack:x is in UPDATE_IN_PROGRESS state and can not be updated.');
      process.exit(1);
    }`;
  const { folder } = applicationOf(app);
  const when = at === 'package' ? { before: waits } : { beforeDeploy: meets };
  writeFiles(folder, stubCli({ name: 'osls', version: '4.3.1', ...when }));
  const deploying = deploy(world, folder);
  while (!existsSync(join(folder, '..', `${app}-packaging`))) await sleep(20);
  meanwhile();
  writeFiles(folder, { [`../${app}-go`]: '' });
  return { folder, ...(await deploying) };
}

describe('F11 a lock that is gone', () => {
  it.each([
    ['removed', (app: string) => world.aws.ssm.remove(ACCOUNTS.dev, REGION, lockOf(app)), /somebody removed it/],
    ['taken over', (app: string) => writeLock(app, runHolder(77)), /runs\/77/],
  ])('because it was %s: nothing more is changed, and the run says so', async (what, meanwhile, told) => {
    const app = `lost-${what.replace(' ', '-')}`;
    const { folder, step, calls } = await deployWhile(app, () => meanwhile(app));
    expect(expectFailure(step, 'E_STAGE_BUSY').message).toMatch(told);
    expect(stubCalls(folder).map(({ command }) => command)).toEqual(['package']);
    expect(calls.filter(({ service }) => service === 'cloudformation').map(({ action }) => action)).not.toContain(
      'CreateChangeSet',
    );
    expect(world.aws.stacks.find(`${app}-dev`)).toBeUndefined();
  });
});

describe('F11 a lock that is gone while the CLI deploys', () => {
  it('keeps the CLI from being started once more', async () => {
    const app = 'lost-while-deploying';
    const { folder, step } = await deployWhile(app, () => writeLock(app, runHolder(78)), 'first deploy');
    expect(expectFailure(step, 'E_STAGE_BUSY').message).toMatch(/runs\/78/);
    expect(stubCalls(folder).map(({ command }) => command)).toEqual(['package', 'deploy']);
    expect(world.aws.stacks.find(`${app}-dev`)).toBeUndefined();
  });
});

describe('two runs of one stage that start at the same time', () => {
  /** Expects that of so many callers each made all changes, but those of the lock, before or after all of another's. */
  function expectApart(calls: readonly JournalEntry[], callers: number): void {
    const changes = calls.filter(
      ({ service, action, params }) =>
        service !== 'sts' && !/^(Get|Describe|List)/.test(action) && !String(params['Name']).endsWith('/lock'),
    );
    const turns = changes.map(({ callerArn }) => callerArn).filter((caller, at, all) => caller !== all[at - 1]);
    expect(turns).toHaveLength(callers);
    expect(new Set(turns).size).toBe(callers);
  }

  it.each(['free', 'dead'])('F3 change AWS one after the other, where the lock is %s', async (state) => {
    const app = `two-${state}`;
    const folders = ['one', 'two'].map((value) => {
      const application = applicationOf(app);
      application.write(greets(value));
      return application.folder;
    });
    if (state === 'dead') writeLock(app, runHolder(50));
    world.github.runs.set(50, { status: 'completed' });
    world.aws.journal.clear();
    const start = (folder: string, index: number) => deploy(world, folder, { context: { runId: `${51 + index}` } });
    const both = await Promise.all(folders.map(start));
    for (const { step } of both) expectSuccess(step);
    expect(both.map(({ step }) => step.outputs['status'])).toEqual(['deployed', 'deployed']);
    expectApart(world.aws.journal.entries, 2);
    expect(JSON.parse(lockText(app) ?? '')).not.toHaveProperty('holder');
  });

  it('F3 F8 leave the newer commit, whoever is first', async () => {
    const older = world.repository.head('refs/heads/master');
    const newer = world.repository.commit('master', greets('newer'));
    world.aws.journal.clear();
    const both = await Promise.all(
      [older, newer].map((commit, index) => {
        const folder = world.repository.checkout(commit);
        writeFiles(folder, STUB);
        return deploy(world, folder, { context: { runId: `${61 + index}`, sha: commit } });
      }),
    );
    for (const { step } of both) expectSuccess(step);
    const [ofOlder, ofNewer] = both.map(({ step }) => step.outputs['status']);
    expect(ofNewer).toBe('deployed');
    expect(ofOlder).toMatch(/^(deployed|superseded)$/);
    expectApart(world.aws.journal.entries, ofOlder === 'deployed' ? 2 : 1);
    expect(world.aws.stacks.find('cloned-dev')?.outputs).toMatchObject([{ key: 'greeting', value: 'newer' }]);
  });

  it('do not wait for each other where they are of two repositories of one app', async () => {
    const application = applicationOf('monolith', { service: 'of-other' });
    writeLock('monolith', runHolder(71));
    const context = { repository: 'acme/other', repositoryId: '1002', runId: '72' };
    const { step } = await deploy(world, application.folder, { context });
    expectSuccess(step);
    expect(servicesOf(step)['api']).toMatchObject({ status: 'deployed', stack: 'of-other-dev' });
    expect(JSON.parse(lockText('monolith') ?? '')).toMatchObject({ holder: { run: '71' } });
  });
});

// In each case the age of the lock by this machine's clock would have it the other way.
describe.each(
  sampleOf([
    ['3 minutes ahead', HOUR / 20],
    ['3 minutes behind', -HOUR / 20],
    ['an hour ahead', HOUR],
    ['an hour behind', -HOUR],
  ]),
)("F11 a person's lock, where AWS's clock is %s", (_what, skew) => {
  let skewed: World;
  let proxy: SkewedAws;
  let options: DeployOptions;
  beforeAll(async () => {
    skewed = await startWorld();
    skewed.aws.clock.advance(skew);
    proxy = await startSkewedAws(skewed.aws.url, skew);
    options = { env: { AWS_ENDPOINT_URL: proxy.url }, context: { timeout: 120_000 } };
    const kind = { Kind: 'configured', Environment: 'dev', Branch: 'master' };
    addRole(skewed.aws, ACCOUNTS.dev, 'serverless-stages', kind, { maxSessionDuration: 14_400 });
  });
  afterAll(() => Promise.all([proxy.close(), skewed.close()]));

  function lockedBefore(app: string, age: number): Application {
    writeLock(app, PERSON, skewed, skewed.aws.clock.now() - age);
    return applicationOf(app, { profile: { 'session-duration': '4h' } });
  }

  it('is taken over two hours after it was written', async () => {
    const { folder } = lockedBefore('person-old', 2 * HOUR + Math.abs(skew / 2));
    expectDeployed('person-old', await deploy(skewed, folder, options), skewed);
  });

  it('is waited for in the two hours', async () => {
    const application = lockedBefore('person-new', 2 * HOUR - Math.abs(skew / 2));
    const release = () => writeLock('person-new', undefined, skewed);
    const { log } = await expectWaits('person-new', application, release, skewed, options);
    expect(log).toContain('ada on her-laptop');
  });
});
