import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StepResult } from '../runner/run-options.ts';
import type { Files } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import { checkOut, type Deployment, deploy, deployPreview, PREVIEWS, stagesFile, statusesOf } from './deployment.ts';
import { ledgerNames, recordOf } from './planted-state.ts';
import { startSkewedAws } from './skewed-aws.ts';
import { inFolder, QUEUE, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { changesIn, expectSuccess } from './verdict.ts';

const DAY = 86_400_000;
const STUB = stubCli({ name: 'osls', version: '4.3.1' });
const greets = (value: string): Files => ({
  'api/resources.json': JSON.stringify({ ...QUEUE, Outputs: { greeting: { Value: value } } }),
});
/** Previews of pull requests into master, and of the branches feature/*. */
const stages = (previews: object = {}) =>
  stagesFile({ api: 'api' }, {}, { ...PREVIEWS, previews: { ...PREVIEWS.previews, ...previews } }).replace(
    'stages:\n',
    'stages:\n  feature/*: { profile: dev }\n',
  );
const filesWith = (previews: object = {}): Files => ({
  'serverless-stages.yml': stages(previews),
  ...inFolder('api', stubService('order')),
});

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: filesWith() });
});
afterAll(() => world.close());

interface Change {
  readonly branch: string;
  readonly number: number;
}
/** A pull request that changes the service, in a checkout of its head. */
async function openPull(branch: string, greeting = branch): Promise<Change & { readonly folder: string }> {
  const folder = checkOut(world, greets(greeting), STUB, branch);
  const { number } = await world.github.pulls.open({ head: branch, base: 'master' });
  return { branch, number, folder };
}
/** A branch that a pattern of `stages` matches, in a checkout of its head; what it deploys like. */
function pushBranch(branch: string, greeting = branch) {
  const folder = checkOut(world, greets(greeting), STUB, branch);
  return { branch, folder };
}
/** Resolves a push of a branch and deploys it; `meanwhile` happens between the two. */
async function deployBranch(
  branch: string,
  folder: string,
  meanwhile?: () => unknown,
): Promise<Deployment & { stage: string }> {
  const context = { ...(await world.pushRun(branch)), workspace: folder };
  const resolve = await world.job(context).run({ action: 'resolve-stage' });
  expect(resolve.outputs, resolve.log).toMatchObject({ decision: 'deploy', kind: 'preview' });
  const { configuration = '', environment = '', stage = '' } = resolve.outputs;
  const beforeDeploy = () => void meanwhile?.();
  return { stage, ...(await deploy(world, folder, { context, configuration, environment, beforeDeploy })) };
}

const stackOf = (stage: string) => world.aws.stacks.find(`order-${stage}`);
const pathOf = (stage: string) => `/serverless-stages/workshop/preview/${stage}`;
const recordsOf = (stage: string) => ledgerNames(world).filter((name) => name.startsWith(`${pathOf(stage)}/`));
const wishOf = (stage: string) => recordOf(world, `${pathOf(stage)}/_repository/1001`);
const remove = (branch: string) => world.repository.git('update-ref', '-d', `refs/heads/${branch}`);

/** Nothing was deployed and nothing removed: no CLI was called, no stack asked for. */
function expectLeftAlone({ step, calls }: Deployment, folder: string, commands = 0): void {
  expectSuccess(step);
  expect(step.outputs['status'], step.log).toBe('superseded');
  expect(changesIn(calls)).toEqual([]);
  expect(stubCalls(folder)).toHaveLength(commands);
}
function expectRemoved(step: StepResult, stage: string): void {
  expectSuccess(step);
  expect(step.outputs['status'], step.log).toBe('removed');
  expect(JSON.parse(step.outputs['result'] ?? '')).toMatchObject({ status: 'removed', reason: expect.any(String) });
  expect(stackOf(stage)).toBeUndefined();
  expect(recordsOf(stage)).toEqual([]);
}

describe('a deploy whose pull request was closed since the run began', () => {
  it('F4 F16 deploys nothing where nothing was there, and records nothing', async () => {
    const { number, folder } = await openPull('closed/new');
    const deployed = await deployPreview(world, folder, number, {
      beforeDeploy: () => void world.github.pulls.close(number),
    });
    expectLeftAlone(deployed, folder);
    expect(stackOf(deployed.stage)).toBeUndefined();
    expect(recordsOf(deployed.stage).filter((name) => !name.endsWith('/lock'))).toEqual([]);
  });

  it('F4 removes the preview that was there, and says so', async () => {
    const { branch, number, folder } = await openPull('closed/old');
    const first = await deployPreview(world, folder, number);
    expect(first.step.outputs['status'], first.step.log).toBe('deployed');
    const commands = stubCalls(folder).length;
    const again = checkOut(world, greets('newer'), STUB, branch);
    const { step, stage } = await deployPreview(world, again, number, {
      beforeDeploy: () => void world.github.pulls.close(number),
    });
    expect(stage).toBe(first.stage);
    expectRemoved(step, stage);
    expect(step.summary).toContain(stage);
    expect([stubCalls(folder).length, stubCalls(again).length]).toEqual([commands, 0]);
  });

  it('F20 keeps the preview where another pull request of the branch is open', async () => {
    const branch = 'closed/twice';
    const { number, folder } = await openPull(branch);
    const first = await deployPreview(world, folder, number);
    const next = checkOut(world, greets('newer'), STUB, branch);
    const anew = async () => {
      await world.github.pulls.close(number);
      await world.github.pulls.open({ head: branch, base: 'master' });
    };
    const { step, stage } = await deployPreview(world, next, number, { beforeDeploy: () => void anew() });
    expectSuccess(step);
    expect(['deployed', 'superseded']).toContain(step.outputs['status']);
    expect(stage).toBe(first.stage);
    expect(stackOf(stage)).toBeDefined();
    expect(recordsOf(stage)).toContain(`${pathOf(stage)}/order`);
  });

  it('F20 deploys the preview for a ready pull request beside an older draft of the branch', async () => {
    const branch = 'beside/draft';
    const targets = { 'target-branches': ['master', 'beside-next'] };
    world.repository.commit('master', { 'serverless-stages.yml': stages(targets) });
    world.repository.git('update-ref', 'refs/heads/beside-next', 'refs/heads/master');
    const draft = await openPull(branch);
    await world.github.pulls.setDraft(draft.number, true);
    const ready = await world.github.pulls.open({ head: branch, base: 'beside-next' });
    const { step, stage } = await deployPreview(world, draft.folder, ready.number);
    world.repository.commit('master', { 'serverless-stages.yml': stages() });
    expectSuccess(step);
    expect(step.outputs['status'], step.log).toBe('deployed');
    expect(stackOf(stage)).toBeDefined();
  });
});

describe('a deploy of a branch by a pattern of stages', () => {
  it('F4 removes the preview that was there where the branch is gone', async () => {
    const { branch, folder } = pushBranch('feature/old');
    const first = await deployBranch(branch, folder);
    expect(first.step.outputs['status'], first.step.log).toBe('deployed');
    const again = pushBranch(branch, 'newer');
    const { step, stage } = await deployBranch(branch, again.folder, () => remove(branch));
    expect(stage).toBe(first.stage);
    expectRemoved(step, stage);
    expect(stubCalls(again.folder)).toEqual([]);
  });
});

describe('previews.destroy', () => {
  afterAll(() => void world.repository.commit('master', { 'serverless-stages.yml': stages() }));

  it('never: keeps the preview of a pull request that was closed since the run began', async () => {
    world.repository.commit('master', { 'serverless-stages.yml': stages({ destroy: 'never' }) });
    const { branch, number, folder } = await openPull('never/old');
    const first = await deployPreview(world, folder, number);
    const again = checkOut(world, greets('newer'), STUB, branch);
    const deployed = await deployPreview(world, again, number, {
      beforeDeploy: () => void world.github.pulls.close(number),
    });
    expectLeftAlone(deployed, again);
    expect(stackOf(first.stage)?.outputs.find(({ key }) => key === 'greeting')?.value).toBe(branch);
    expect(recordsOf(first.stage)).toContain(`${pathOf(first.stage)}/order`);
  });

  it('delete: keeps it while the branch is there, and removes it when that is gone', async () => {
    world.repository.commit('master', { 'serverless-stages.yml': stages({ destroy: 'delete' }) });
    const { branch, number, folder } = await openPull('delete/old');
    const first = await deployPreview(world, folder, number);
    const closed = checkOut(world, greets('newer'), STUB, branch);
    const kept = await deployPreview(world, closed, number, {
      beforeDeploy: () => void world.github.pulls.close(number),
    });
    expectLeftAlone(kept, closed);
    expect(stackOf(first.stage)).toBeDefined();
    await world.github.pulls.reopen(number);
    const gone = checkOut(world, greets('newest'), STUB, branch);
    const { step, stage } = await deployPreview(world, gone, number, { beforeDeploy: () => void remove(branch) });
    expectRemoved(step, stage);
  });
});

describe('what a deploy notes for the sweep', () => {
  afterAll(() => void world.repository.commit('master', { 'serverless-stages.yml': stages() }));

  it('is when the preview expires: now and previews.expires-after, anew with each deploy, changed or not', async () => {
    world.repository.commit('master', { 'serverless-stages.yml': stages({ 'expires-after': '36h' }) });
    const { number, folder } = await openPull('expires/here');
    const expiry = async (status: string) => {
      const began = Date.now();
      const { step, stage } = await deployPreview(world, folder, number);
      expect(step.outputs['status'], step.log).toBe(status);
      expect(recordOf(world, `${pathOf(stage)}/order`)).toMatchObject({ cli: 'osls 4.3.1' });
      const at = Date.parse(String(wishOf(stage)?.['expires']));
      expect(at).toBeGreaterThanOrEqual(began + 1.5 * DAY - 2000);
      expect(at).toBeLessThanOrEqual(Date.now() + 1.5 * DAY + 2000);
      return at;
    };
    const first = await expiry('deployed');
    expect(await expiry('unchanged')).toBeGreaterThan(first);
  });

  it('is seven days by AWS’s clock where the configuration does not say', async () => {
    world.repository.commit('master', { 'serverless-stages.yml': stages() });
    const ahead = 3 * DAY;
    world.aws.clock.advance(ahead);
    const skewed = await startSkewedAws(world.aws.url, ahead);
    try {
      const { number, folder } = await openPull('expires/clock');
      const env = { AWS_ENDPOINT_URL: skewed.url, SLS_AWS_MONITORING_FREQUENCY: '50' };
      const { step, stage } = await deployPreview(world, folder, number, { env });
      expect(step.outputs['status'], step.log).toBe('deployed');
      const off = Date.parse(String(wishOf(stage)?.['expires'])) - world.aws.clock.now() - 7 * DAY;
      expect(Math.abs(off)).toBeLessThan(60_000);
    } finally {
      await skewed.close();
    }
  });

  it('is nothing of the kind for a configured stage', async () => {
    const folder = checkOut(world, greets('dev'), STUB);
    const { step } = await deploy(world, folder);
    expect(step.outputs['status'], step.log).toBe('deployed');
    const wish = recordOf(world, '/serverless-stages/workshop/configured/dev/_repository/1001');
    expect(wish).toMatchObject({ complete: true });
    expect(wish).not.toHaveProperty('expires');
  });

  it('is the CLI with its version, in each record', async () => {
    const { number } = await openPull('cli/serverless');
    const cli = stubCli({ name: 'serverless', version: '4.9.0' });
    const folder = checkOut(world, {}, cli, 'cli/serverless');
    const inputs = { 'serverless-access-key': 'canary-access-key' };
    const { stage, step } = await deployPreview(world, folder, number, { inputs });
    expect(statusesOf(step), step.log).toEqual({ api: 'deployed' });
    const record = { cli: 'serverless 4.9.0', status: 'deployed' };
    expect(recordOf(world, `${pathOf(stage)}/order`)).toMatchObject(record);
  });
});
