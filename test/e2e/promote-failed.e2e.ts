import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkflowOutcome } from './act.ts';
import { jobDone, withJobsDone } from './jobs-done.ts';
import { errorsOf, type PromotionTeam, resultsOf, startPromotionTeam, summaryOf } from './promotion-team.ts';

let team: PromotionTeam;
let first: string;
beforeAll(async () => {
  team = await startPromotionTeam();
  first = team.repository.head('prod');
});
afterAll(() => team.close());

const treeOf = (commit: string) => team.repository.git('rev-parse', `${commit}^{tree}`);

/** The verdict is refused while it still reads the clone: it has to end all the same. */
const ENDS = { timeout: 120 };

/** Starts what a summary tells people to type. */
function typed(command: string): Promise<WorkflowOutcome> {
  const [, workflow, branch = '', fields = ''] = /^gh workflow run (\S+) --ref (\S+)(.*)$/.exec(command) ?? [];
  if (workflow !== 'promote.yml') throw new Error(`${command} starts none of ours`);
  const inputs = Object.fromEntries(
    [...fields.matchAll(/ -f ([\w-]+)=(\S+)/g)].map(([, name, value]) => [name, value]),
  );
  return team.start(workflow, inputs, { branch });
}

describe('a promotion whose deploy fails', () => {
  let moved: string;
  let commands: string[];

  it('ends in red behind the move, and its report says how to go on', async () => {
    const staged = await team.stage('one');
    const fault = {
      stack: 'workshop-tasks-prod',
      type: 'AWS::Lambda::Function',
      on: 'update',
      reason: 'not today',
    } as const;
    team.aws.faults.failResource(fault);
    const outcome = await team.start('promote.yml');
    expect(outcome.exitCode).not.toBe(0);
    expect(resultsOf(outcome)).toMatchObject({ move: 'success', deploy: 'failure', result: 'failure' });
    moved = team.repository.head('prod');
    expect(treeOf(moved)).toBe(treeOf(staged));
    expect(team.commitIn('prod')).toBeUndefined();

    // act ends here; what GitHub starts then is another run's.
    const done = {
      verdict: jobDone(outcome, 'verdict', 'verdict'),
      move: jobDone(outcome, 'move', 'move'),
      prod: { result: 'failure', outputs: {} },
    } as const;
    const rest = await team.start('promote.yml', {}, { change: (workflow) => withJobsDone(workflow, done) });
    expect(resultsOf(rest)).toEqual({ verdict: 'success', move: 'success', prod: 'failure', report: 'failure' });
    expect(errorsOf(rest)).toEqual([
      expect.stringMatching(
        new RegExp(`^E_DEPLOY_FAILED: "prod" holds ${moved}, and its deploy to "prod" did not succeed \\(failure\\)`),
      ),
    ]);
    commands = summaryOf(rest).match(/^gh workflow run .*$/gm) ?? [];
    expect(commands).toEqual([
      `gh workflow run promote.yml --ref prod -f from=staging -f to=prod -f commit=${staged}`,
      'gh workflow run promote.yml --ref prod -f from=staging -f to=prod -f rollback=last',
    ]);
  });

  it('is deployed by the first of its commands', async () => {
    const outcome = await typed(commands[0] ?? '');
    expect(outcome.exitCode, outcome.log).toBe(0);
    expect(resultsOf(outcome)).toMatchObject({ move: 'success', deploy: 'success', report: 'success' });
    expect(team.repository.head('prod')).toBe(moved);
    expect(team.commitIn('prod')).toBe(moved);
    expect(team.codeIn('prod')).toBe(team.codeIn('staging'));
  });

  it('is taken back by the second', async () => {
    const outcome = await typed(commands[1] ?? '');
    expect(outcome.exitCode, outcome.log).toBe(0);
    const back = team.repository.head('prod');
    expect(team.repository.git('log', '--first-parent', '--format=%H', 'prod').split('\n')).toEqual([
      back,
      moved,
      first,
    ]);
    expect(treeOf(back)).toBe(treeOf(first));
    expect(team.commitIn('prod')).toBe(back);
    expect(team.codeIn('prod')).not.toBe(team.codeIn('staging'));
  });
});

describe('an override', () => {
  it('lets nothing through where nobody approves', async () => {
    team.github.environments.put('prod-approval', { reviewers: [] });
    const before = team.repository.head('prod');
    const outcome = await team.start('promote.yml', { override: 'ahead: Because I can' }, ENDS);
    expect(outcome.exitCode).not.toBe(0);
    expect(resultsOf(outcome)).toMatchObject({ verdict: 'failure', move: 'skipped', report: 'skipped' });
    expect(errorsOf(outcome)).toEqual([
      expect.stringMatching(/^E_INPUT: the input "override" is .* nobody is asked to approve/),
    ]);
    expect(team.repository.head('prod')).toBe(before);
  });

  it('is kept in the commit and in the summary, where somebody does', async () => {
    team.github.environments.put('prod-approval', { reviewers: [{ type: 'User', login: 'bob' }] });
    const variables = { SERVERLESS_STAGES_FREEZE: 'prod' };
    const refused = await team.start('promote.yml', {}, { variables });
    expect(errorsOf(refused)).toEqual([expect.stringMatching(/^E_FROZEN: /)]);
    const outcome = await team.start('promote.yml', { override: 'freeze: It burns' }, { variables });
    expect(outcome.exitCode, outcome.log).toBe(0);
    const head = team.repository.head('prod');
    expect(team.repository.git('log', '-1', '--format=%(trailers:key=Promotion-Override)', head)).toBe(
      'Promotion-Override: freeze: It burns',
    );
    expect(team.commitIn('prod')).toBe(head);
    expect(summaryOf(outcome)).toContain('| ⚠️ let through | prod is frozen');
  });
});
