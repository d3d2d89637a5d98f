import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_KEYS } from '../world/accounts.ts';
import type { WorkflowOutcome } from './act.ts';
import { jobDone, withJobsDone } from './jobs-done.ts';
import { errorsOf, type PromotionTeam, resultsOf, startPromotionTeam, summaryOf } from './promotion-team.ts';
import { deploymentsOf, statusesOf } from './told.ts';
import { outputOf } from './workshop-run.ts';

let team: PromotionTeam;
let first: string;
beforeAll(async () => {
  team = await startPromotionTeam();
  first = team.repository.head('prod');
});
afterAll(() => team.close());

const expectSuccess = ({ exitCode, log }: WorkflowOutcome) => expect(exitCode, log).toBe(0);
const git = (...args: string[]) => team.repository.git(...args);
const treeOf = (commit: string) => git('rev-parse', `${commit}^{tree}`);
const parentsOf = (commit: string) => git('log', '-1', '--format=%P', commit).split(' ');
const lineOf = (branch: string) => git('log', '--first-parent', '--format=%H', branch).split('\n');
const trailersOf = (commit: string) => git('log', '-1', '--format=%(trailers:only)', commit).trim().split('\n');
const stackOf = (stage: string) => team.aws.stacks.find(`workshop-tasks-${stage}`);

/** What the jobs come to that verdict, move, deploy and report are. */
const ALL_DONE = {
  verdict: 'success',
  difference: 'success',
  plan: 'skipped',
  move: 'success',
  resolve: 'success',
  start: 'success',
  // The service has no tests here.
  test: 'skipped',
  deploy: 'success',
  end: 'success',
  result: 'success',
  report: 'success',
};
const NOTHING_AFTER = {
  difference: 'skipped',
  plan: 'skipped',
  move: 'skipped',
  resolve: 'skipped',
  start: 'skipped',
  test: 'skipped',
  deploy: 'skipped',
  end: 'skipped',
  result: 'skipped',
  report: 'skipped',
};

describe('promote.yml, started by hand on the branch of production', () => {
  let staged: string;
  let moved: string;

  it('promotes what staging.yml completed: verdict, move, deploy and report', async () => {
    staged = team.push('one');
    expectSuccess(await team.start('staging.yml', { stage: 'staging' }, { branch: 'master' }));
    expect([team.commitIn('staging'), team.commitIn('prod')]).toEqual([staged, first]);
    expect(team.codeIn('staging')).not.toBe(team.codeIn('prod'));
    const before = { tokens: team.identities.given.length, stack: stackOf('prod')?.updatedAt };

    const outcome = await team.start('promote.yml');
    expectSuccess(outcome);
    expect(resultsOf(outcome)).toEqual(ALL_DONE);
    expect(errorsOf(outcome)).toEqual([]);
    // The verdict looks at both stages as a job without an environment; the deploy alone is in that of production.
    expect(team.identities.given.slice(before.tokens)).toEqual(['', 'prod']);

    moved = team.repository.head('prod');
    expect(parentsOf(moved)).toEqual([first, staged]);
    expect(treeOf(moved)).toBe(treeOf(staged));
    expect(lineOf('prod')).toEqual([moved, first]);
    expect(git('log', '-1', '--format=%s', moved)).toBe(`Promote staging@${staged.slice(0, 7)} to prod`);
    expect(trailersOf(moved)).toEqual([
      'Promoted-From: staging',
      `Promoted-Commit: ${staged}`,
      'Promoted-By: octocat',
      expect.stringMatching(/^Promotion-Run-Id: \d+$/),
      expect.stringMatching(/^Promotion-Run: https:\/\/github\.com\/acme\/workshop\/actions\/runs\/\d+\/attempts\/1$/),
    ]);
    const { pushes } = team.github;
    expect(pushes).toMatchObject([{ ref: 'refs/heads/prod', before: first, after: moved, startsWorkflows: false }]);

    expect(team.commitIn('prod')).toBe(moved);
    expect(team.codeIn('prod')).toBe(team.codeIn('staging'));
    expect(stackOf('prod')).toMatchObject({ status: 'UPDATE_COMPLETE' });
    expect(stackOf('prod')?.updatedAt).not.toBe(before.stack);
    expect(deploymentsOf(team).at(-1)).toBe('deploy:workshop/prod prod in_progress success');
    expect(statusesOf(team, moved)).toEqual(['serverless-stages/workshop/prod pending success']);

    const summary = summaryOf(outcome);
    expect(summary).toContain(`## 🟢 to be approved: staging at ${staged.slice(0, 7)} to prod`);
    expect(summary).toMatch(/What [0-9a-f]{7} would change in prod: \d+ to /);
    expect(summary).toContain('| tasks | modify | DigestLambdaFunction |');
    expect(summary).toContain('same code as staging');
    expect(summary).toContain(`## ✅ done: staging at ${staged.slice(0, 7)} to prod`);
    for (const key of Object.values(API_KEYS)) expect(outcome.log).not.toContain(key);
    expect(team.aws.journal.entries.filter(({ errorCode = '' }) => /AccessDenied/.test(errorCode))).toEqual([]);
  });

  it('has nothing to do when it is started once more', async () => {
    const outcome = await team.start('promote.yml');
    expectSuccess(outcome);
    expect(resultsOf(outcome)).toEqual({ verdict: 'success', ...NOTHING_AFTER });
    expect(outputOf(outcome, 'verdict', 'verdict', 'decision')).toBe('nothing');
    expect(team.repository.head('prod')).toBe(moved);
  });

  it('only asks on the main branch, and says how to do it', async () => {
    const inputs = { rollback: 'last' };
    const outcome = await team.start('promote.yml', inputs, { branch: 'master' });
    expectSuccess(outcome);
    expect(resultsOf(outcome)).toEqual({ verdict: 'success', ...NOTHING_AFTER });
    expect(outputOf(outcome, 'verdict', 'verdict', 'decision')).toBe('dry-run');
    expect(summaryOf(outcome)).toMatch(/gh workflow run promote\.yml --ref prod .*-f rollback=/);
    expect(team.repository.head('prod')).toBe(moved);
  });

  it('goes back to the version before: its tree is on top of the branch, and deployed', async () => {
    const code = team.codeIn('prod');
    const outcome = await team.start('promote.yml', { rollback: 'last' });
    expectSuccess(outcome);
    expect(resultsOf(outcome)).toEqual({ ...ALL_DONE, difference: 'skipped' });
    const back = team.repository.head('prod');
    expect(lineOf('prod')).toEqual([back, moved, first]);
    expect(treeOf(back)).toBe(treeOf(first));
    expect(trailersOf(back)).toEqual(expect.arrayContaining([`Rolled-Back-To: ${first}`, 'Rolled-Back-By: octocat']));
    expect(team.commitIn('prod')).toBe(back);
    expect(team.codeIn('prod')).not.toBe(code);
    expect(statusesOf(team, back)).toEqual(['serverless-stages/workshop/prod pending success']);
    expect(summaryOf(outcome)).toContain(`## ✅ done: prod back to ${first.slice(0, 7)}`);
  });

  it('refuses in red what staging did not complete: nothing is moved, nothing is deployed', async () => {
    const before = { head: team.repository.head('prod'), tokens: team.identities.given.length };
    const broken = await team.stage('broken', {
      'backend-tasks/serverless.yml': 'service: workshop-tasks\nprovider: ${x\n',
    });
    expect(team.commitIn('staging')).toBeUndefined();
    const outcome = await team.start('promote.yml', { commit: broken });
    expect(outcome.exitCode).not.toBe(0);
    // act ends here; what GitHub would start then is another run's.
    const done = { verdict: jobDone(outcome, 'verdict', 'verdict') };
    const rest = await team.start('promote.yml', {}, { change: (workflow) => withJobsDone(workflow, done) });
    expect(rest.exitCode).not.toBe(0);
    expect(resultsOf(rest)).toEqual({ verdict: 'failure', ...NOTHING_AFTER });
    expect(errorsOf(outcome)).toEqual([expect.stringMatching(/^E_NOT_STAGED: /)]);
    const short = broken.slice(0, 7);
    expect(summaryOf(outcome)).toContain(`## ❌ refused: staging at ${short} to prod`);
    expect(summaryOf(outcome)).toContain(`| ❌ failed | staging did not complete ${short}`);
    expect(team.repository.head('prod')).toBe(before.head);
    expect(team.commitIn('prod')).toBe(before.head);
    expect(team.identities.given.slice(before.tokens)).toEqual(['']);
  });
});
