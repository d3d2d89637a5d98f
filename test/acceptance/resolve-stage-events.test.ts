import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { configurationWith } from '../world/example.ts';
import { startWorld, type World } from '../world/world.ts';
import { configurationOf, expectDecision, expectSkip, filled, openPull, resolveStage } from './resolve-stage-run.ts';
import { expectFailure } from './verdict.ts';

const NONE = '0'.repeat(40);
const PATTERN: [string, string] = ['stages:\n', "stages:\n  'feature/*': { profile: dev }\n"];

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: { 'serverless-stages.yml': configurationWith(PATTERN) } });
});
afterAll(() => world.close());

const resolveDispatch = (ref: string, inputs: Record<string, string> = {}, given: Record<string, string> = {}) =>
  resolveStage(world, world.dispatchRun(ref, given), inputs);

describe('the preview of a branch that a pattern keeps', () => {
  it('is deployed by a push, at the head of the branch', async () => {
    world.repository.commit('feature/kept', { 'a.txt': 'a' });
    const step = await resolveStage(world, await world.pushRun('feature/kept'));
    expectDecision(step, {
      decision: 'deploy',
      kind: 'preview',
      stage: expect.stringMatching(/^feature-kep-0pv[a-z0-9]{5}$/),
      ref: 'refs/heads/feature/kept',
      commit: world.repository.head('refs/heads/feature/kept'),
      'pull-request': '',
      profile: 'dev',
      environment: 'preview',
    });
    expect(configurationOf(step).profile.role).toMatch(/:role\/serverless-stages-preview$/);
  });

  it('is skipped where the commit says so, and by an older push', async () => {
    world.repository.commit('feature/marked', { 'a.txt': 'a' });
    const run = await world.pushRun('feature/marked');
    world.repository.commit('feature/marked', { 'a.txt': 'b' }, { message: 'Words [skip ci]' });
    expectSkip(await resolveStage(world, await world.pushRun('feature/marked')), /skip|\[/);
    expectSkip(await resolveStage(world, run), /skip|\[|moved/);
  });

  it('is removed when the branch is deleted, and left to the run of its push when it is back: this one has the default branch’s identity', async () => {
    world.repository.commit('feature/deleted', { 'a.txt': 'a' });
    const deployed = await resolveStage(world, await world.pushRun('feature/deleted'));
    const sha = world.repository.head('refs/heads/feature/deleted');
    world.repository.git('update-ref', '-d', 'refs/heads/feature/deleted');
    const removed = await resolveStage(world, world.deleteRun('feature/deleted'));
    expectDecision(removed, {
      decision: 'destroy',
      stage: deployed.outputs['stage'],
      ref: 'refs/heads/feature/deleted',
    });
    world.repository.git('update-ref', 'refs/heads/feature/deleted', sha);
    const back = await resolveStage(world, world.deleteRun('feature/deleted'));
    expectSkip(back, /refs\/heads\/master.*feature\/deleted/);
    expectDecision(await resolveStage(world, await world.pushRun('feature/deleted')), { decision: 'deploy' });
  });

  it('is left to a run of its own, too, where the deleted branch has a pull request again', async () => {
    const number = await openPull(world, 'topic/back');
    expectSkip(await resolveStage(world, world.deleteRun('topic/back')), /refs\/heads\/master.*topic\/back/);
    expectDecision(await resolveStage(world, await world.pullRequestRun(number, 'reopened')), { decision: 'deploy' });
  });

  it('is removed by a push event that deletes it', async () => {
    const sha = world.repository.commit('feature/pushed-away', { 'a.txt': 'a' });
    world.repository.git('update-ref', '-d', 'refs/heads/feature/pushed-away');
    const payload = await world.github.pushEvent('feature/pushed-away', sha, NONE);
    const run = world.otherRun('push', 'refs/heads/feature/pushed-away', payload);
    const step = await resolveStage(world, run);
    expect(step.outputs['decision'], step.log).toMatch(/^(destroy|skip)$/);
    expect(step.exitCode).toBe(0);
  });

  it('is deployed by a push also where its pull request has a run of its own, which may have lost its turn to this one', async () => {
    for (const branch of ['feature/twice', 'topic/twice']) {
      const commit = world.repository.commit(branch, { 'a.txt': branch });
      const { number } = await world.github.pulls.open({ head: branch, base: 'master' });
      const step = await resolveStage(world, await world.pushRun(branch));
      expectDecision(step, { decision: 'deploy', commit, 'pull-request': String(number) });
    }
  });

  it('is not there for a branch that no pattern matches', async () => {
    world.repository.commit('topic/no-pattern', { 'a.txt': 'a' });
    expectSkip(await resolveStage(world, await world.pushRun('topic/no-pattern')), /topic\/no-pattern/);
  });
});

describe('an event that has no preview', () => {
  it('A17 is the deletion of a tag, even of one that has the name of a branch', async () => {
    world.repository.commit('feature/tagged', { 'a.txt': 'a' });
    expectSkip(await resolveStage(world, world.deleteRun('v1.0.0', 'tag')), /tag/);
    expectSkip(await resolveStage(world, world.deleteRun('feature/tagged', 'tag')), /tag/);
  });

  it("is the deletion of a configured stage's branch", async () => {
    const sha = world.repository.head('refs/heads/prod');
    world.repository.git('update-ref', '-d', 'refs/heads/prod');
    try {
      const step = await resolveStage(world, world.deleteRun('prod'));
      expectSkip(step, /prod/);
    } finally {
      world.repository.git('update-ref', 'refs/heads/prod', sha);
    }
  });

  it.each(
    sampleOf([
      ['merge_group', 'refs/heads/gh-readonly-queue/master/pr-1-abc'],
      ['schedule', 'refs/heads/master'],
      ['issues', 'refs/heads/master'],
    ]),
  )('is %s', async (event, ref) => {
    expectSkip(await resolveStage(world, world.otherRun(event, ref)), new RegExp(event));
  });

  it('A10 is the push of a tag with the name of a branch', async () => {
    const sha = world.repository.commit('feature/twin', { 'a.txt': 'branch' });
    world.repository.git('tag', 'feature/twin', 'refs/heads/master');
    const payload = { ...(await world.github.pushEvent('feature/twin', NONE, sha)), ref: 'refs/tags/feature/twin' };
    expectSkip(await resolveStage(world, world.otherRun('push', 'refs/tags/feature/twin', payload)), /tag/);
    expectDecision(await resolveStage(world, await world.pushRun('feature/twin')), { decision: 'deploy', commit: sha });
  });
});

describe('a workflow_dispatch', () => {
  it('means the branch or the pull request in ref, or else the branch that it runs on', async () => {
    const number = await openPull(world, 'asked/for');
    const commit = world.repository.head('refs/heads/asked/for');
    for (const ref of ['refs/heads/asked/for', 'asked/for', `refs/pull/${number}`, `refs/pull/${number}/merge`]) {
      expectDecision(await resolveDispatch('refs/heads/asked/for', { ref }), { decision: 'deploy', commit });
    }
    expectDecision(await resolveDispatch('refs/heads/asked/for'), { decision: 'deploy', commit });
  });

  it('deploys no code of another branch than the one that it runs on, whose identity it has', async () => {
    const number = await openPull(world, 'asked/elsewhere');
    world.repository.commit('asked/elsewhere-too', { 'a.txt': 'a' });
    world.repository.git('tag', 'asked/elsewhere', 'refs/heads/asked/elsewhere');
    for (const run of ['refs/heads/master', 'refs/heads/asked/elsewhere-too', 'refs/tags/asked/elsewhere']) {
      for (const ref of ['refs/heads/asked/elsewhere', 'asked/elsewhere', `refs/pull/${number}/merge`]) {
        const { message } = expectFailure(await resolveDispatch(run, { ref }), 'E_NOT_ON_BRANCH');
        expect(message).toContain(run);
        expect(message).toContain('asked/elsewhere');
      }
    }
  });

  it('removes from any branch what is not wanted any more', async () => {
    const number = await openPull(world, 'asked/closed');
    await world.github.pulls.close(number);
    for (const ref of ['asked/closed', `refs/pull/${number}`]) {
      expectDecision(await resolveDispatch('refs/heads/master', { ref }), { decision: 'destroy' });
    }
  });

  it('removes the preview of a branch that is gone', async () => {
    const step = await resolveDispatch('refs/heads/master', { ref: 'refs/heads/never/was' });
    expectDecision(step, { decision: 'destroy', ref: 'refs/heads/never/was' });
  });

  it.each(
    sampleOf([
      ['A15 a commit', 'a'.repeat(40)],
      ['A15 HEAD', 'HEAD'],
      ['a tag', 'refs/tags/v1'],
    ]),
  )('with %s as its ref is an error', async (_what, ref) => {
    const step = await resolveDispatch('refs/heads/master', { ref });
    expectFailure(step, 'E_REF_REQUIRED');
    expect(filled(step)).toEqual({ decision: 'error', error: expect.stringMatching(/^E_/) });
  });

  it('A15 on a tag, without a ref, is an error', async () => {
    world.repository.git('tag', 'v2', 'refs/heads/master');
    expectFailure(await resolveDispatch('refs/tags/v2'), 'E_REF_REQUIRED');
  });
});

describe('the branch of configured stages', () => {
  it('is an error without a stage where several have it, and names them', async () => {
    const step = await resolveStage(world, await world.pushRun('master'));
    const { message } = expectFailure(step, 'E_STAGE_AMBIGUOUS');
    expect(message).toContain('dev');
    expect(message).toContain('staging');
    expect(filled(step)).toEqual({ decision: 'error', error: expect.stringMatching(/^E_/) });
  });

  it('is that stage where one has it', async () => {
    expectDecision(await resolveStage(world, await world.pushRun('prod')), {
      decision: 'deploy',
      kind: 'configured',
      stage: 'prod',
      environment: 'prod',
    });
  });
});
