import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { configurationWith } from '../world/example.ts';
import { startWorld, type World } from '../world/world.ts';
import { configurationOf, expectDecision, expectSkip, openPull, resolveStage } from './resolve-stage-run.ts';

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

describe('the preview of a pull request', () => {
  it.each(sampleOf(['opened', 'synchronize', 'reopened', 'edited', 'ready_for_review'] as const))(
    'is deployed at the head of its branch when it is %s',
    async (action) => {
      const branch = `topic/${action}`;
      const number = await openPull(world, branch);
      const step = await resolveStage(world, await world.pullRequestRun(number, action));
      expectDecision(step, {
        decision: 'deploy',
        reason: expect.stringContaining(`#${number}`),
        kind: 'preview',
        stage: expect.stringMatching(/^topic-[a-z_-]+-0pv[a-z0-9]{5}$/),
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
      // A removal needs no parameters: they may be gone.
      expect(configurationOf(step).profile).toEqual({ ...configurationOf(opened).profile, parameters: {} });
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

  it.each(sampleOf(['[skip ci]', '[ci skip]', '[no ci]', '[skip actions]', '[actions skip]']))(
    'is skipped when the newest commit says %s',
    async (mark) => {
      const branch = `marked/${mark.replaceAll(/\W/g, '')}`;
      const number = await openPull(world, branch);
      world.repository.commit(branch, { 'x.txt': 'x' }, { message: `Fix a text\n\nOnly words. ${mark}` });
      expectSkip(await resolveStage(world, await world.pullRequestRun(number, 'synchronize')), /skip|\[/);
    },
  );

  it('is removed at the close also where it would not be deployed now: a draft, or a commit that says [skip ci]', async () => {
    const draft = await openPull(world, 'closing/draft');
    await world.github.pulls.setDraft(draft, true);
    expectSkip(await resolveStage(world, await world.pullRequestRun(draft, 'converted_to_draft')), /draft/);
    await world.github.pulls.close(draft);
    expectDecision(await resolveStage(world, await world.pullRequestRun(draft, 'closed')), { decision: 'destroy' });

    const marked = await openPull(world, 'closing/marked');
    world.repository.commit('closing/marked', { 'x.txt': 'x' }, { message: 'Words [skip ci]' });
    await world.github.pulls.close(marked);
    expectDecision(await resolveStage(world, await world.pullRequestRun(marked, 'closed')), { decision: 'destroy' });
  });

  it('is named for the pull request with previews.stage: pull-request', async () => {
    const number = await openPull(world, 'topic/numbered', { base: 'by-number' });
    expectDecision(await resolveStage(world, await world.pullRequestRun(number, 'opened')), {
      decision: 'deploy',
      stage: expect.stringMatching(new RegExp(`^pr-${number}-0pv[a-z0-9]{5}$`)),
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

  it('F20 of two pull requests of one branch is not deployed by the run of one that was merged: its ref is the target branch', async () => {
    const branch = 'shared/merged';
    const merged = await openPull(world, branch);
    const other = await openPull(world, branch, { base: 'on-delete' });
    await world.github.pulls.merge(merged);
    const run = await world.pullRequestRun(merged, 'closed');
    expect(run.ref).toBe('refs/heads/master');
    expectSkip(await resolveStage(world, run), /refs\/heads\/master.*shared\/merged/);
    expectDecision(await resolveStage(world, await world.pullRequestRun(other, 'synchronize')), { decision: 'deploy' });
  });

  it("B13 reads the pull request's own file where the target branch has none yet", async () => {
    world.repository.commit('first/file', { 'serverless-stages.yml': configurationWith(TARGETS) }, { from: 'fresh' });
    const { number } = await world.github.pulls.open({ head: 'first/file', base: 'fresh' });
    expectDecision(await resolveStage(world, await world.pullRequestRun(number, 'opened')), { decision: 'deploy' });
  });
});
