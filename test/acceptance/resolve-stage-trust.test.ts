import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configurationWith } from '../world/example.ts';
import { startWorld, type World } from '../world/world.ts';
import { configurationOf, expectDecision, expectSkip, resolveStage } from './resolve-stage-run.ts';

/** A configuration that makes every branch a target, and previews of the profile prod. */
const GREEDY = configurationWith(
  ['target-branches: [master]', 'target-branches: [master, pages, side]'],
  ['default-profile: dev', 'default-profile: prod'],
  ['arn:aws:iam::111111111111:role/serverless-stages-preview', 'arn:aws:iam::333333333333:role/serverless-stages'],
  ['environment: preview', 'environment: prod'],
);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('B13 who grants something to a pull request', () => {
  it('is not a branch without a file, into which the pull request brings its own', async () => {
    world.repository.commit('pages', { 'serverless-stages.yml': null });
    world.repository.commit('topic/pages', { 'serverless-stages.yml': GREEDY }, { from: 'pages' });
    const { number } = await world.github.pulls.open({ head: 'topic/pages', base: 'pages' });
    expectSkip(await resolveStage(world, await world.pullRequestRun(number, 'opened')), /target branch is "pages"/);
  });

  it('is not a pushed branch that lists itself in a file of its own', async () => {
    world.repository.commit('side', { 'serverless-stages.yml': GREEDY });
    world.repository.commit('topic/side', { 'a.txt': 'a' }, { from: 'side' });
    const { number } = await world.github.pulls.open({ head: 'topic/side', base: 'side' });
    expectSkip(await resolveStage(world, await world.pullRequestRun(number, 'opened')), /target branch is "side"/);
  });

  it('is the default branch, where a branch has an older pull request into another one', async () => {
    world.repository.commit('topic/both', { 'a.txt': 'a' }, { from: 'side' });
    await world.github.pulls.open({ head: 'topic/both', base: 'side' });
    const { number } = await world.github.pulls.open({ head: 'topic/both', base: 'master' });
    const step = await resolveStage(world, world.dispatchRun('refs/heads/topic/both'));
    expectDecision(step, {
      decision: 'deploy',
      profile: 'dev',
      environment: 'preview',
      'pull-request': String(number),
    });
    expect(configurationOf(step).profile.role).toBe('arn:aws:iam::111111111111:role/serverless-stages-preview');
  });

  it('is a target branch that the default branch lists, by its own file', async () => {
    const listed = configurationWith(['target-branches: [master]', 'target-branches: [master, next]']);
    world.repository.commit('master', { 'serverless-stages.yml': listed });
    const next = configurationWith(
      ['target-branches: [master]', 'target-branches: [next]'],
      ['environment: preview', 'environment: preview-next'],
    );
    world.repository.commit('next', { 'serverless-stages.yml': next });
    world.repository.commit('topic/next', { 'a.txt': 'a' }, { from: 'next' });
    const { number } = await world.github.pulls.open({ head: 'topic/next', base: 'next' });
    const step = await resolveStage(world, await world.pullRequestRun(number, 'opened'));
    expectDecision(step, { decision: 'deploy', environment: 'preview-next' });
  });
});

describe('F16 a run of an older head', () => {
  it('leaves the newer head to its own run, unless a person started it again', async () => {
    world.repository.commit('topic/moved', { 'a.txt': 'a' });
    const { number } = await world.github.pulls.open({ head: 'topic/moved', base: 'master' });
    const old = await world.pullRequestRun(number, 'opened');
    const head = world.repository.commit('topic/moved', { 'a.txt': 'b' });
    expectSkip(await resolveStage(world, old), /has moved on/);
    expectDecision(await resolveStage(world, { ...old, runAttempt: '2' }), { decision: 'deploy', commit: head });
  });
});
