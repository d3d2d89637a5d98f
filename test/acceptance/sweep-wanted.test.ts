import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queues, stackClient } from '../local-aws/stack-client.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Planted, type PlantOptions, plantStage, previewsFile } from './plant.ts';
import { answerOnceDeleted, ledgerNames, recordOf, stateOfStage } from './planted-state.ts';
import { type RemovalRun, stagesIn, sweep } from './removal.ts';
import { type SkewedAws, startSkewedAws } from './skewed-aws.ts';
import { annotationsOf, expectSuccess } from './verdict.ts';

const DAY = 86_400_000;
/** AWS's clock is two days ahead of the machine's when the sweep runs. */
const AHEAD = 2 * DAY;
const stages = { dev: { profile: 'dev', branch: 'master' }, 'work/*': { profile: 'dev' } };

let world: World;
let aws: SkewedAws;
let run: RemovalRun;
const planted: Record<string, Planted> = {};
const before: Record<string, readonly string[]> = {};

/** When a stage expires, in days by the machine's clock. */
const expiresIn = (days: number): PlantOptions => ({
  wish: { expires: new Date(Date.now() + days * DAY).toISOString() },
});
async function plant(name: string, ref: string, options: PlantOptions = {}): Promise<void> {
  planted[name] = await plantStage(world, ref, [{ name: 'api' }], options);
}
async function open(branch: string, more: object = {}): Promise<number> {
  world.repository.commit(branch, { [`${branch}.txt`]: branch });
  return (await world.github.pulls.open({ head: branch, base: 'master', ...more })).number;
}
async function pull(name: string, options: PlantOptions = {}, more: object = {}): Promise<number> {
  const number = await open(`feature/${name}`, more);
  await plant(name, `refs/heads/feature/${name}`, options);
  return number;
}
const close = (number: number) => world.github.pulls.close(number);
const deleteBranch = (branch: string) => world.repository.git('update-ref', '-d', `refs/heads/${branch}`);
const lockOf = ({ path }: Planted) => `${path}/_repository/1001/lock`;
const of = (name: string): Planted => {
  const found = planted[name];
  if (found === undefined) throw new Error(`nothing was planted for ${name}`);
  return found;
};

/** Has something happen between the list of the stages and the question under the lock of one. */
function whenLocked(name: string, change: () => unknown): void {
  const match = ({ Name }: Record<string, unknown>) => {
    if (Name === lockOf(of(name))) change();
    return false;
  };
  world.aws.faults.add({ service: 'ssm', action: 'PutParameter', match });
}

beforeAll(async () => {
  world = await startWorld({ files: previewsFile({ 'target-branches': ['master', 'next'] }, { stages }) });
  aws = await startSkewedAws(world.aws.url, AHEAD);
  answerOnceDeleted(world);
  const { repository, github } = world;
  repository.git('update-ref', 'refs/heads/next', 'refs/heads/master');

  // What nobody wants any more.
  const conflicting = await pull('conflict');
  repository.commit('master', { 'feature/conflict.txt': 'another text' });
  expect((await github.pulls.find(conflicting))?.mergeSha).toBeUndefined();
  await close(conflicting);
  await pull('branch-deleted');
  deleteBranch('feature/branch-deleted');
  await github.pulls.merge(await pull('merged'));
  await plant('pattern-gone', 'refs/heads/work/gone');
  await pull('expired', expiresIn(1));
  repository.commit('work/expired', { 'note.txt': '' });
  await plant('pattern-expired', 'refs/heads/work/expired', expiresIn(1));
  await close(await pull('label-on-closed', expiresIn(1), { labels: ['keep-preview'] }));
  await close(await pull('fork-of-same-name'));
  await github.pulls.open({ head: 'feature/fork-of-same-name', base: 'master', headRepositoryId: 9999 });

  // What somebody wants.
  await pull('open');
  await pull('expires-later', expiresIn(3));
  await pull('kept-by-label', expiresIn(1), { labels: ['keep-preview', 'bug'] });
  await pull('draft', {}, { draft: true });
  await plant('pattern', 'refs/heads/work/here');
  repository.commit('work/here', { 'note.txt': '' });
  const twice = await pull('twice');
  await github.pulls.open({ head: 'feature/twice', base: 'next' });
  await close(twice);

  // What becomes wanted while the sweep is at work.
  const reopened = await pull('reopened');
  await close(reopened);
  whenLocked('reopened', () => github.pulls.reopen(reopened));
  await plant('pushed-again', 'refs/heads/work/again');
  whenLocked('pushed-again', () => repository.git('update-ref', 'refs/heads/work/again', 'refs/heads/master'));
  await pull('deployed-again', expiresIn(1));
  const wish = `${of('deployed-again').path}/_repository/1001`;
  const renewed = { ...recordOf(world, wish), expires: new Date(Date.now() + 9 * DAY).toISOString() };
  whenLocked('deployed-again', () => world.aws.ssm.put(ACCOUNTS.dev, REGION, wish, JSON.stringify(renewed)));
  const labelled = await pull('labelled', expiresIn(1));
  whenLocked('labelled', () => github.pulls.label(labelled, 'keep-preview'));

  for (const [name, stage] of Object.entries(planted)) before[name] = stateOfStage(world, stage);
  await stackClient(world.aws).create('api-unrecorded-0pvabcde', queues({ Queue: {} }), {
    Tags: [{ Key: 'STAGE', Value: 'unrecorded-0pvabcde' }],
  });
  await stackClient(world.aws).create(`tasks-${of('conflict').stage}`, queues({ Queue: {} }), {
    Tags: [{ Key: 'STAGE', Value: of('conflict').stage }],
  });
  world.aws.clock.advance(AHEAD);
  run = await sweep(world, { env: { AWS_ENDPOINT_URL: aws.url } });
});
afterAll(async () => {
  await aws.close();
  await world.close();
});

describe('the sweep', () => {
  it('is a success', () => {
    expectSuccess(run.step);
    expect(run.resolve.outputs).toMatchObject({ decision: 'sweep', kind: 'preview', stage: 'previews', ref: '' });
    expect(run.step.outputs['status']).toBe('removed');
  });

  it.each([
    [
      'F5 whose pull request was closed with a conflict, without any run',
      'conflict',
      /pull request.*feature\/conflict/,
    ],
    ['F6 whose branch was deleted, without any run', 'branch-deleted', /branch is gone/],
    ['whose pull request was merged', 'merged', /feature\/merged/],
    ['F6 of a branch by a pattern of stages, which is gone', 'pattern-gone', /branch is gone/],
    ['that expired by AWS’s clock, although its pull request is open', 'expired', /expired/],
    ['that expired, of a branch by a pattern', 'pattern-expired', /expired/],
    ['that expired, of a closed pull request with the label keep-preview', 'label-on-closed', /./],
    ['whose branch only a fork’s pull request has', 'fork-of-same-name', /feature\/fork-of-same-name/],
  ])('removes a preview %s', (_what, name, reason) => {
    const { stage, path, stacks } = of(name);
    expect(stagesIn(run.step)[stage]).toMatchObject({ status: 'removed', reason: expect.stringMatching(reason) });
    expect(JSON.parse(run.step.outputs['removed'] ?? '')).toContain(stage);
    expect(world.aws.stacks.find(stacks['api'] ?? '')?.status).toBe('DELETE_COMPLETE');
    expect(ledgerNames(world).filter((other) => other.startsWith(`${path}/`))).toEqual([]);
  });

  it.each([
    ['of an open pull request', 'open'],
    ['that expires later', 'expires-later'],
    ['that expired, of an open pull request with the label keep-preview', 'kept-by-label'],
    ['of a draft', 'draft'],
    ['of a branch by a pattern', 'pattern'],
    ['F20 of two pull requests, one of which is closed', 'twice'],
  ])('keeps a preview %s, without taking its lock', (_what, name) => {
    expect(before[name]).toHaveLength(4);
    expect(stateOfStage(world, of(name))).toEqual(before[name]);
    expect(ledgerNames(world)).not.toContain(lockOf(of(name)));
    expect(run.step.outputs['removed']).not.toContain(of(name).stage);
  });

  it.each([
    ['F4 whose pull request was opened again', 'reopened'],
    ['F4 whose branch was pushed again', 'pushed-again'],
    ['that was deployed again, so that it expires later', 'deployed-again'],
    ['whose pull request got the label keep-preview', 'labelled'],
  ])('keeps a preview %s between the list and its lock', (_what, name) => {
    const withoutWish = (lines: readonly string[] = []) => lines.filter((line) => !line.includes('/_repository/'));
    expect(withoutWish(stateOfStage(world, of(name)))).toEqual(withoutWish(before[name]));
    expect(ledgerNames(world)).toContain(`${of(name).path}/_repository/1001`);
    expect(recordOf(world, lockOf(of(name)))?.['holder']).toBeUndefined();
    expect(world.aws.journal.of('ssm', 'PutParameter').map(({ params }) => params['Name'])).toContain(lockOf(of(name)));
    expect(run.step.outputs['removed']).not.toContain(of(name).stage);
  });

  it('G12 never touches a stack without a record, of a stage that is removed or of none, and tells of the latter', () => {
    expect(
      annotationsOf(run.step, 'warning')
        .map(({ message }) => message)
        .join(),
    ).toContain('api-unrecorded-0pvabcde');
    const touched = run.calls.filter(({ params }) => String(params['StackName']).includes('unrecorded'));
    expect(touched).toEqual([]);
    for (const name of ['api-unrecorded-0pvabcde', `tasks-${of('conflict').stage}`]) {
      expect(world.aws.stacks.find(name)).toMatchObject({ status: 'CREATE_COMPLETE' });
    }
  });
});
