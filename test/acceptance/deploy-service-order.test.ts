import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { JournalEntry } from '../local-aws/journal.ts';
import type { RunContext, StepResult } from '../runner/run-options.ts';
import { sampleSize } from '../sample.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { type Files, writeFiles } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import { configurationOf, resolveStage } from './resolve-stage-run.ts';
import { inFolder, QUEUE, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { changesIn, expectFailure, expectSuccess } from './verdict.ts';

const APP = 'workshop';
const roleOf = (name: string) => `arn:aws:iam::${ACCOUNTS.dev}:role/${name}`;

/** An application of one service, which is `dev` on master, and a preview for each pull request. */
const stages = stringify({
  version: 1,
  app: APP,
  profiles: { dev: { role: roleOf('serverless-stages'), region: REGION } },
  'default-profile': 'dev',
  stages: { dev: { profile: 'dev', branch: 'master' }, 'feature/*': { profile: 'dev' } },
  previews: { role: roleOf('serverless-stages-preview'), 'target-branches': ['master'] },
  services: { api: { path: 'api' } },
});
const greets = (value: string): Files => ({
  'api/resources.json': JSON.stringify({ ...QUEUE, Outputs: { greeting: { Value: value } } }),
});

let world: World;
let first: string;
beforeAll(async () => {
  const files = { 'serverless-stages.yml': stages, ...inFolder('api', stubService('order')), ...greets('first') };
  world = await startWorld({ files });
  first = world.repository.head('refs/heads/master');
});
afterAll(() => world.close());

/** What the first job of a run hands to its second one, which GitHub keeps for re-runs. */
interface Resolved {
  readonly run: Partial<RunContext>;
  readonly step: StepResult;
}
interface Deployed {
  readonly step: StepResult;
  readonly calls: readonly JournalEntry[];
  /** Commands of the CLI. */
  readonly commands: readonly string[];
}

let runs = 4000;
async function resolveRun(context: RunContext, inputs: Record<string, string>, commit?: string): Promise<Resolved> {
  runs += 1;
  const workspace = world.repository.checkout(commit ?? context.sha ?? '');
  const run = { ...context, workspace, runId: String(runs) };
  const step = await resolveStage(world, run, inputs);
  expectSuccess(step);
  return { run, step };
}
const resolveDev = (inputs: Record<string, string> = {}) =>
  resolveRun(world.dispatchRun('refs/heads/master'), { stage: 'dev', ...inputs });
async function resolvePull(number: number): Promise<Resolved> {
  const head = (await world.github.pulls.find(number))?.headSha;
  return resolveRun(await world.pullRequestRun(number, 'synchronize'), {}, head);
}

/** The second job of a run, as often as it is started. */
async function deployRun({ run, step }: Resolved, inputs: Record<string, string> = {}): Promise<Deployed> {
  expect(step.outputs['decision'], step.log).toBe('deploy');
  const { configuration = '', environment } = step.outputs;
  const workspace = world.repository.checkout(configurationOf(step).stage.commit ?? '');
  writeFiles(workspace, stubCli({ name: 'osls', version: '4.3.1' }));
  const job = world.job(world.withIdToken({ ...run, workspace }, environment, { head_ref: run.headRef ?? '' }));
  const profile = await job.run({ action: 'load-profile', inputs: { configuration } });
  expectSuccess(profile);
  const { 'credentials-file': credentials = '', 'parameters-file': parameters = '' } = profile.outputs;
  const files = { 'credentials-file': credentials, 'parameters-file': parameters };
  const before = world.aws.journal.entries.length;
  const deployed = await job.run({ action: 'deploy-service', inputs: { configuration, ...files, ...inputs } });
  const calls = world.aws.journal.entries.slice(before);
  return { step: deployed, calls, commands: stubCalls(workspace).map(({ command }) => command) };
}

/** What the API of a stage says; undefined where there is none. */
const greetingOf = (stage: string) =>
  world.aws.stacks.find(`order-${stage}`)?.outputs.find(({ key }) => key === 'greeting')?.value;

function expectDeployed({ step }: Deployed, stage: string, greeting: string): void {
  expectSuccess(step);
  expect(step.outputs['status']).toBe('deployed');
  expect(greetingOf(stage)).toBe(greeting);
}
function expectSuperseded({ step, calls, commands }: Deployed): void {
  expectSuccess(step);
  expect(step.outputs['status'], step.log).toBe('superseded');
  expect(JSON.parse(step.outputs['result'] ?? '')).toMatchObject({ status: 'superseded', reason: expect.any(String) });
  expectUntouched(calls, commands);
}
function expectDiverged({ step, calls, commands }: Deployed): string {
  const { message } = expectFailure(step, 'E_STAGE_DIVERGED');
  expect(step.outputs['status']).toBe('failed');
  expectUntouched(calls, commands);
  return message;
}
/** No stack was asked for; the stage's lock and what the run wants may have been noted. */
function expectUntouched(calls: readonly JournalEntry[], commands: readonly string[]): void {
  expect(changesIn(calls)).toEqual([]);
  expect(commands).toEqual([]);
}

const push = (greeting: string) => world.repository.commit('master', greets(greeting));
const recorded = () => {
  const name = `/serverless-stages/${APP}/configured/dev/_repository/1001`;
  const record = world.aws.ssm.get(ACCOUNTS.dev, REGION, name)?.value ?? '{}';
  return (JSON.parse(record) as { completedCommit?: string }).completedCommit;
};

describe('a configured stage', () => {
  let old: Resolved;
  beforeAll(async () => {
    old = await resolveDev();
    expectDeployed(await deployRun(old), 'dev', 'first');
  });

  it('F8 keeps the newer version where the older run finishes last', async () => {
    push('second');
    const slow = await resolveDev();
    const newer = push('third');
    expectDeployed(await deployRun(await resolveDev()), 'dev', 'third');
    expectSuperseded(await deployRun(slow));
    expect(greetingOf('dev')).toBe('third');
    expect(recorded()).toBe(newer);
  });

  it('F7 is left alone by a re-run of an old run: of its second job, or of the whole with its commit', async () => {
    expectSuperseded(await deployRun({ ...old, run: { ...old.run, runAttempt: '2' } }));
    expectSuperseded(await deployRun(await resolveDev({ commit: first })));
    expect(greetingOf('dev')).toBe('third');
  });

  it('F7 gets the old commit with `redeploy: true`, and the newest one again after that', async () => {
    const rerun = { ...old, run: { ...old.run, runAttempt: '3' } };
    expectDeployed(await deployRun(rerun, { redeploy: 'true' }), 'dev', 'first');
    expect(recorded()).toBe(first);
    expectDeployed(await deployRun(await resolveDev()), 'dev', 'third');
  });

  it('F10 gets a revert, which follows what it takes back', async () => {
    push('wrong');
    expectDeployed(await deployRun(await resolveDev()), 'dev', 'wrong');
    const revert = push('third');
    expectDeployed(await deployRun(await resolveDev()), 'dev', 'third');
    expect(recorded()).toBe(revert);
  });

  it('names the commit to start where the branch has a newer one than the stage', async () => {
    const older = world.repository.head('refs/heads/master~1');
    const head = push('not yet deployed');
    expect(expectDiverged(await deployRun(await resolveDev({ commit: older })))).toContain(head);
    expect(greetingOf('dev')).toBe('third');
    expectDeployed(await deployRun(await resolveDev()), 'dev', 'not yet deployed');
  });

  it('F9 fails where a force-push took its commit away, until it is told to deploy', async () => {
    const lost = recorded();
    world.repository.git('update-ref', 'refs/heads/master', 'refs/heads/master~1');
    push('forced');
    const forced = await resolveDev();
    expect(expectDiverged(await deployRun(forced))).toContain(lost?.slice(0, 7));
    expect(greetingOf('dev')).toBe('not yet deployed');
    expectDeployed(await deployRun(forced, { redeploy: 'true' }), 'dev', 'forced');
  });

  it('F9 fails where GitHub does not know its commit any more', async () => {
    const lost = recorded() ?? '';
    world.repository.git('update-ref', 'refs/heads/master', 'refs/heads/master~1');
    push('pruned');
    world.repository.git('reflog', 'expire', '--expire=now', '--all');
    world.repository.git('gc', '--quiet', '--prune=now');
    expect(() => world.repository.head(lost)).toThrow();
    const pruned = await resolveDev();
    expect(expectDiverged(await deployRun(pruned))).toContain(lost.slice(0, 7));
    expectDeployed(await deployRun(pruned, { redeploy: 'true' }), 'dev', 'pruned');
  });
});

describe('a preview', () => {
  async function openPull(head: string, greeting: string): Promise<number> {
    world.repository.commit(head, greets(greeting));
    return (await world.github.pulls.open({ head, base: 'master' })).number;
  }
  const stageOf = ({ step }: Resolved) => step.outputs['stage'] ?? '';

  it('F9 follows its branch after a force-push, and backwards', async () => {
    const number = await openPull('forced', 'one');
    const one = await resolvePull(number);
    expectDeployed(await deployRun(one), stageOf(one), 'one');
    const before = world.repository.head('refs/heads/forced');
    world.repository.git('update-ref', 'refs/heads/forced', 'refs/heads/master');
    world.repository.commit('forced', greets('rewritten'));
    expectDeployed(await deployRun(await resolvePull(number)), stageOf(one), 'rewritten');
    world.repository.git('update-ref', 'refs/heads/forced', before);
    expectDeployed(await deployRun(await resolvePull(number)), stageOf(one), 'one');
  });

  it.each<[what: string, change: (head: string, number: number) => unknown]>([
    ['moved on', (head) => world.repository.commit(head, greets('moved on'))],
    ['was closed', (_head, number) => world.github.pulls.close(number)],
  ])('F16 is left alone where its pull request %s since the run began', async (what, change) => {
    const head = `late/${what.replace(' ', '-')}`;
    const number = await openPull(head, 'late');
    const late = await resolvePull(number);
    await change(head, number);
    expectSuperseded(await deployRun(late));
    expect(greetingOf(stageOf(late))).toBeUndefined();
  });

  it.each<[what: string, change: (branch: string) => unknown]>([
    ['moved on', (branch) => world.repository.commit(branch, greets('moved on'))],
    ['is gone', (branch) => world.repository.git('update-ref', '-d', `refs/heads/${branch}`)],
  ])('F16 of a branch is left alone where that %s since the run began', async (what, change) => {
    const branch = `feature/${what.replace(' ', '-')}`;
    world.repository.commit(branch, greets('late'));
    const late = await resolveRun(await world.pushRun(branch), {});
    await change(branch);
    expectSuperseded(await deployRun(late));
    expect(greetingOf(stageOf(late))).toBeUndefined();
  });

  it('F16 F7 has nothing deployed by a re-run of an old run', async () => {
    const number = await openPull('again', 'old');
    const old = await resolvePull(number);
    expectDeployed(await deployRun(old), stageOf(old), 'old');
    world.repository.commit('again', greets('new'));
    expectDeployed(await deployRun(await resolvePull(number)), stageOf(old), 'new');
    expectSuperseded(await deployRun({ ...old, run: { ...old.run, runAttempt: '2' } }));
    expect(greetingOf(stageOf(old))).toBe('new');
  });

  const pushes = sampleSize(10, 4);
  it(`F16 has the newest of ${pushes} pushes in a row, and the other runs are superseded`, async () => {
    const number = await openPull('ten', 'push 1');
    const resolved: Resolved[] = [await resolvePull(number)];
    for (let index = 2; index <= pushes; index += 1) {
      world.repository.commit('ten', greets(`push ${index}`));
      resolved.push(await resolvePull(number));
    }
    const [newest, ...others] = resolved.toReversed();
    if (newest === undefined) throw new Error('unreachable: there are several');
    const half = Math.ceil(others.length / 2);
    const [early, late] = [others.slice(half), others.slice(0, half)];
    for (const run of early) expectSuperseded(await deployRun(run));
    expectDeployed(await deployRun(newest), stageOf(newest), `push ${pushes}`);
    for (const run of late) expectSuperseded(await deployRun(run));
    expect(greetingOf(stageOf(newest))).toBe(`push ${pushes}`);
  });
});
