import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { ACCOUNTS } from '../world/accounts.ts';
import { configurationWith } from '../world/example.ts';
import { startWorld, type World } from '../world/world.ts';
import { configurationOf, expectDecision, filled, openPull, resolveStage } from './resolve-stage-run.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const PATTERN: [string, string] = ['stages:\n', "stages:\n  'feature/*': { profile: dev }\n"];

let world: World;
let older: string;
let newest: string;
beforeAll(async () => {
  world = await startWorld({ files: { 'serverless-stages.yml': configurationWith(PATTERN) } });
  older = world.repository.head('refs/heads/master');
  newest = world.repository.commit('master', { 'backend-tasks/new.txt': 'new' });
});
afterAll(() => world.close());

/** A job that could get a token, and on this ref would get the stage's role. */
const resolveOn = (ref: string, inputs: Record<string, string>) =>
  resolveStage(world, world.withIdToken(world.dispatchRun(ref), inputs['stage']), inputs);

describe('a configured stage', () => {
  it.each(['dev', 'staging'] as const)('%s is deployed at the head of its branch', async (stage) => {
    const step = await resolveOn('refs/heads/master', { stage });
    expectDecision(step, {
      decision: 'deploy',
      kind: 'configured',
      stage,
      ref: 'refs/heads/master',
      commit: newest,
      'pull-request': '',
      profile: stage,
      environment: stage,
      region: 'us-east-1',
    });
    expect(configurationOf(step).profile.role).toBe(`arn:aws:iam::${ACCOUNTS[stage]}:role/serverless-stages`);
  });

  it('is deployed at the head as it is now, where the push that started the run is an older one', async () => {
    const run = { ...(await world.pushRun('master')), sha: older };
    expectDecision(await resolveStage(world, run, { stage: 'staging' }), { decision: 'deploy', commit: newest });
  });

  it('is deployed at a given commit of its branch', async () => {
    const step = await resolveOn('refs/heads/master', { stage: 'staging', commit: older });
    expectDecision(step, { decision: 'deploy', stage: 'staging', commit: older });
    expect(configurationOf(step).stage.commit).toBe(older);
  });

  it('is refused beside the ref of a preview: only one of them can be meant', async () => {
    const step = await resolveOn('refs/heads/master', { stage: 'staging', ref: 'feature/one' });
    expect(expectFailure(step, 'E_INPUT').message).toMatch(/"staging".*"feature\/one"/);
  });

  it('reads the configuration of the commit that is deployed', async () => {
    const branch = 'refs/heads/prod';
    const before = world.repository.head(branch);
    const changed = configurationWith(PATTERN, ['env: prod\n', 'env: production\n']);
    world.repository.commit('prod', { 'serverless-stages.yml': changed });
    const now = await resolveOn(branch, { stage: 'prod' });
    expect(configurationOf(now).profile.parameters['env']).toBe('production');
    const then = await resolveOn(branch, { stage: 'prod', commit: before });
    expect(configurationOf(then).profile.parameters['env']).toBe('prod');
  });

  it('gives a configuration that load-profile takes', async () => {
    const context = world.withIdToken(world.dispatchRun('refs/heads/master'), 'staging');
    const step = await resolveStage(world, context, { stage: 'staging' });
    const configuration = step.outputs['configuration'] ?? '';
    const loaded = await world.job(context).run({ action: 'load-profile', inputs: { configuration } });
    expectSuccess(loaded);
    expect(loaded.outputs['account']).toBe(ACCOUNTS.staging);
  });
});

describe('F17 a run that may not deploy the stage', () => {
  // The world's token service notes every token that is asked for, also by the test above.
  beforeEach(() => {
    world.aws.journal.clear();
    const { length } = world.oidc.journal;
    return () => {
      expect(world.oidc.journal.slice(length)).toEqual([]);
      expect(world.aws.journal.entries).toEqual([]);
    };
  });

  async function expectRefused(ref: string, inputs: Record<string, string>) {
    const step = await resolveOn(ref, inputs);
    const { message } = expectFailure(step, 'E_NOT_ON_BRANCH');
    expect(message).toContain('prod');
    expect(filled(step)).toEqual({ decision: 'error', error: expect.stringMatching(/^E_/) });
  }

  it('is on another branch', () => expectRefused('refs/heads/master', { stage: 'prod' }));

  it('is on a tag with the name of its branch', async () => {
    world.repository.git('tag', '--force', 'prod', 'refs/heads/prod');
    await expectRefused('refs/tags/prod', { stage: 'prod' });
  });

  it('is on a pull request', async () => {
    const number = await openPull(world, 'topic/wants-prod');
    const run = world.withIdToken(await world.pullRequestRun(number, 'opened'), 'prod');
    expectFailure(await resolveStage(world, run, { stage: 'prod' }), 'E_NOT_ON_BRANCH');
  });

  it('is on a branch whose name ends like its branch', async () => {
    world.repository.commit('x/prod', { 'a.txt': 'a' });
    await expectRefused('refs/heads/x/prod', { stage: 'prod' });
  });

  it.each(
    sampleOf([
      ['of another branch', () => newest],
      ['of a tag only', () => world.repository.git('commit-tree', `${newest}^{tree}`, '-m', 'A commit of no branch')],
      ['that nobody has', () => 'd'.repeat(40)],
    ]),
  )('has a commit %s', async (_what, commit) => {
    const sha = commit();
    if (sha !== newest && sha !== 'd'.repeat(40)) world.repository.git('update-ref', 'refs/tags/loose', sha);
    await expectRefused('refs/heads/prod', { stage: 'prod', commit: sha });
  });

  it('has a commit of a tag, although its branch has the same name', async () => {
    const loose = world.repository.commit('hidden', { 'evil.txt': 'x' });
    world.repository.git('tag', '--force', 'prod', loose);
    await expectRefused('refs/heads/prod', { stage: 'prod', commit: loose });
  });
});

describe('inputs that do not fit', () => {
  it.each(
    sampleOf([
      ['an unknown stage, with the nearest name', { stage: 'stagin' }, 'E_STAGE_UNKNOWN', /stagin.*staging/s],
      ['a pattern of branches', { stage: 'feature/*' }, 'E_STAGE_UNKNOWN', /feature/],
      ['a short commit', { stage: 'staging', commit: 'abc1234' }, 'E_INPUT', /commit/],
      ['a branch as the commit', { stage: 'staging', commit: 'master' }, 'E_INPUT', /commit/],
      ['an option as the commit', { stage: 'staging', commit: '--upload-pack=x' }, 'E_INPUT', /commit/],
      ['a commit without a stage', { commit: 'a'.repeat(40) }, 'E_INPUT', /commit/],
      [
        'a folder outside the repository',
        { stage: 'staging', 'working-directory': '../..' },
        'E_INPUT',
        /working-directory/,
      ],
    ] as const),
  )('are %s', async (_what, inputs, code, text) => {
    const step = await resolveOn('refs/heads/master', inputs);
    expect(expectFailure(step, code).message).toMatch(text);
    expect(filled(step)).toEqual({ decision: 'error', error: expect.stringMatching(/^E_/) });
  });

  it('are a missing token', async () => {
    const run = world.dispatchRun('refs/heads/master');
    const step = await resolveStage(world, run, { stage: 'staging', 'github-token': '' });
    expect(expectFailure(step, 'E_INPUT').message).toContain('github-token');
  });
});
