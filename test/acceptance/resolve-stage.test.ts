import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configurationWith } from './repository.ts';
import { configurationOf, expectDecision, expectSkip, filled, openPull, resolveStage } from './resolve-stage-run.ts';
import { expectFailure } from './verdict.ts';
import { startWorld, type World } from './world.ts';

const NONE = '0'.repeat(40);
const TARGETS: [string, string] = ['[master]', '[master, on-delete, on-never, by-number, fresh]'];
const PATTERN: [string, string] = ['stages:\n', "stages:\n  'feature/*': { profile: dev }\n"];
const ENVIRONMENT = '  environment: preview\n';

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: { 'serverless-stages.yml': configurationWith(TARGETS, PATTERN) } });
  const variant = (branch: string, line: string) =>
    world.repository.commit(branch, {
      'serverless-stages.yml': configurationWith(TARGETS, PATTERN, [ENVIRONMENT, `${ENVIRONMENT}  ${line}\n`]),
    });
  variant('on-delete', 'destroy: delete');
  variant('on-never', 'destroy: never');
  variant('by-number', 'stage: pull-request');
  world.repository.commit('fresh', { 'serverless-stages.yml': null });
});
afterAll(() => world.close());

const resolveDispatch = (ref: string, inputs: Record<string, string> = {}, given: Record<string, string> = {}) =>
  resolveStage(world, world.dispatchRun(ref, given), inputs);

describe('the preview of a pull request', () => {
  it.each(['opened', 'synchronize', 'reopened', 'edited', 'ready_for_review'] as const)(
    'is deployed at the head of its branch when it is %s',
    async (action) => {
      const branch = `topic/${action}`;
      const number = await openPull(world, branch);
      const step = await resolveStage(world, await world.pullRequestRun(number, action));
      expectDecision(step, {
        decision: 'deploy',
        reason: expect.stringContaining(`#${number}`),
        kind: 'preview',
        stage: expect.stringMatching(/^topic-[a-z_-]+-[a-z0-9]{6}$/),
        ref: `refs/heads/${branch}`,
        commit: world.repository.head(`refs/heads/${branch}`),
        'pull-request': String(number),
        profile: 'dev',
        environment: 'preview',
        region: 'us-east-1',
      });
      expect(configurationOf(step)).toMatchObject({
        stage: { name: step.outputs['stage'], kind: 'preview', commit: step.outputs['commit'] },
        profile: { name: 'dev', role: 'arn:aws:iam::111111111111:role/serverless-stages-preview' },
      });
      expect(step.outputs['stage']?.length).toBeLessThanOrEqual(20);
    },
  );

  it('is removed when the pull request is closed, and when it is merged', async () => {
    for (const end of ['close', 'merge'] as const) {
      const number = await openPull(world, `ending/${end}`);
      const opened = await resolveStage(world, await world.pullRequestRun(number, 'opened'));
      await world.github.pulls[end](number);
      const step = await resolveStage(world, await world.pullRequestRun(number, 'closed'));
      expectDecision(step, { decision: 'destroy', stage: opened.outputs['stage'], kind: 'preview', commit: '' });
      expect(configurationOf(step).profile).toEqual(configurationOf(opened).profile);
    }
  });

  it('is what GitHub says now, not what the event said', async () => {
    const number = await openPull(world, 'late/events');
    const opened = await world.pullRequestRun(number, 'opened');
    await world.github.pulls.close(number);
    const closed = await world.pullRequestRun(number, 'closed');
    expectDecision(await resolveStage(world, opened), { decision: 'destroy' });
    await world.github.pulls.reopen(number);
    expectDecision(await resolveStage(world, closed), { decision: 'deploy' });
  });

  it('F16 is skipped by a run whose head has moved on', async () => {
    const number = await openPull(world, 'topic/fast');
    const old = await world.pullRequestRun(number, 'synchronize');
    world.repository.commit('topic/fast', { 'more.txt': '2' });
    expectSkip(await resolveStage(world, old), /moved|newer/i);
  });

  it('is skipped for a draft, a bot, another target branch and a label that is not ours', async () => {
    const draft = await openPull(world, 'skipped/draft', { draft: true });
    const run = await world.pullRequestRun(draft, 'opened');
    expectSkip(await resolveStage(world, run), /draft/);
    await world.github.pulls.setDraft(draft, false);
    expectDecision(await resolveStage(world, await world.pullRequestRun(draft, 'ready_for_review')), {
      decision: 'deploy',
    });

    const bot = await openPull(world, 'skipped/bot', { user: { login: 'dependabot[bot]', type: 'Bot' } });
    expectSkip(await resolveStage(world, await world.pullRequestRun(bot, 'opened')), /bot/);

    const other = await openPull(world, 'skipped/target', { base: 'prod' });
    expectSkip(await resolveStage(world, await world.pullRequestRun(other, 'opened')), /prod/);

    const labelled = await openPull(world, 'skipped/label', { labels: ['bug'] });
    const label = await world.pullRequestRun(labelled, 'labeled', { label: 'bug' });
    expectSkip(await resolveStage(world, label), /label/);
  });

  it.each(['[skip ci]', '[ci skip]', '[no ci]', '[skip actions]', '[actions skip]'])(
    'is skipped when the newest commit says %s',
    async (mark) => {
      const branch = `marked/${mark.replaceAll(/\W/g, '')}`;
      const number = await openPull(world, branch);
      world.repository.commit(branch, { 'x.txt': 'x' }, { message: `Fix a text\n\nOnly words. ${mark}` });
      expectSkip(await resolveStage(world, await world.pullRequestRun(number, 'synchronize')), /skip|\[/);
    },
  );

  it('is named for the pull request with previews.stage: pull-request', async () => {
    const number = await openPull(world, 'topic/numbered', { base: 'by-number' });
    expectDecision(await resolveStage(world, await world.pullRequestRun(number, 'opened')), {
      decision: 'deploy',
      stage: expect.stringMatching(new RegExp(`^pr-${number}-[a-z0-9]{6}$`)),
      ref: `refs/pull/${number}`,
    });
  });

  it('is removed with its branch only, or never, as previews.destroy says', async () => {
    const kept = await openPull(world, 'destroy/later', { base: 'on-delete' });
    await world.github.pulls.close(kept);
    expectSkip(await resolveStage(world, await world.pullRequestRun(kept, 'closed')), /delete/);
    world.repository.git('update-ref', '-d', 'refs/heads/destroy/later');
    const gone = await resolveStage(world, await world.pullRequestRun(kept, 'closed'));
    expectDecision(gone, { decision: 'destroy' });

    const never = await openPull(world, 'destroy/never', { base: 'on-never' });
    await world.github.pulls.close(never);
    expectSkip(await resolveStage(world, await world.pullRequestRun(never, 'closed')), /never/);
  });

  it.each(['first', 'second'] as const)(
    'F20 of two pull requests of one branch stays until the last is closed, the %s one first',
    async (order) => {
      const branch = `shared/${order}-goes`;
      const pulls = [await openPull(world, branch), await openPull(world, branch, { base: 'on-delete' })];
      const [early = 0, late = 0] = order === 'first' ? pulls : pulls.toReversed();
      await world.github.pulls.close(early);
      expectDecision(await resolveStage(world, await world.pullRequestRun(early, 'closed')), {
        decision: 'deploy',
        commit: world.repository.head(`refs/heads/${branch}`),
      });
      await world.github.pulls.close(late);
      world.repository.git('update-ref', '-d', `refs/heads/${branch}`);
      expectDecision(await resolveStage(world, await world.pullRequestRun(late, 'closed')), { decision: 'destroy' });
    },
  );

  it("B13 reads the pull request's own file where the target branch has none yet", async () => {
    world.repository.commit('first/file', { 'serverless-stages.yml': configurationWith(TARGETS) }, { from: 'fresh' });
    const { number } = await world.github.pulls.open({ head: 'first/file', base: 'fresh' });
    expectDecision(await resolveStage(world, await world.pullRequestRun(number, 'opened')), { decision: 'deploy' });
  });
});

describe('the preview of a branch that a pattern keeps', () => {
  it('is deployed by a push, at the head of the branch', async () => {
    world.repository.commit('feature/kept', { 'a.txt': 'a' });
    const step = await resolveStage(world, await world.pushRun('feature/kept'));
    expectDecision(step, {
      decision: 'deploy',
      kind: 'preview',
      stage: expect.stringMatching(/^feature-kept-[a-z0-9]{6}$/),
      ref: 'refs/heads/feature/kept',
      commit: world.repository.head('refs/heads/feature/kept'),
      'pull-request': '',
      profile: 'dev',
      environment: 'preview',
    });
    expect(configurationOf(step).profile.role).toMatch(/:role\/serverless-stages-preview$/);
  });

  it('is skipped where the commit says so, and by an older push', async () => {
    const run = await (async () => {
      world.repository.commit('feature/marked', { 'a.txt': 'a' });
      return world.pushRun('feature/marked');
    })();
    world.repository.commit('feature/marked', { 'a.txt': 'b' }, { message: 'Words [skip ci]' });
    expectSkip(await resolveStage(world, await world.pushRun('feature/marked')), /skip|\[/);
    expectSkip(await resolveStage(world, run), /skip|\[|moved/);
  });

  it('is removed when the branch is deleted, and deployed when it is back', async () => {
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
    expectDecision(back, { decision: 'deploy', commit: sha });
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

  it.each([
    ['merge_group', 'refs/heads/gh-readonly-queue/master/pr-1-abc'],
    ['schedule', 'refs/heads/master'],
    ['issues', 'refs/heads/master'],
  ])('is %s', async (event, ref) => {
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
      expectDecision(await resolveDispatch('refs/heads/master', { ref }), { decision: 'deploy', commit });
    }
    expectDecision(await resolveDispatch('refs/heads/asked/for'), { decision: 'deploy', commit });
  });

  it('removes the preview of a branch that is gone', async () => {
    const step = await resolveDispatch('refs/heads/master', { ref: 'refs/heads/never/was' });
    expectDecision(step, { decision: 'destroy', ref: 'refs/heads/never/was' });
  });

  it.each([
    ['A15 a commit', 'a'.repeat(40)],
    ['A15 HEAD', 'HEAD'],
    ['a tag', 'refs/tags/v1'],
  ])('with %s as its ref is an error', async (_what, ref) => {
    const step = await resolveDispatch('refs/heads/master', { ref });
    expectFailure(step, 'E_REF_REQUIRED');
    expect(filled(step)).toEqual({ decision: 'error' });
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
    expect(filled(step)).toEqual({ decision: 'error' });
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
