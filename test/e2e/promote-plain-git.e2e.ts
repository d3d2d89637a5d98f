import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MergeMethod } from '../local-github/merge.ts';
import type { WorkflowOutcome } from './act.ts';
import { errorsOf, type PromotionTeam, resultsOf, startPromotionTeam, summaryOf } from './promotion-team.ts';
import { outputOf } from './workshop-run.ts';

let team: PromotionTeam;
let first: string;
beforeAll(async () => {
  team = await startPromotionTeam();
  first = team.repository.head('prod');
});
afterAll(() => team.close());

const expectSuccess = ({ exitCode, log }: WorkflowOutcome) => expect(exitCode, log).toBe(0);
const treeOf = (commit: string) => team.repository.git('rev-parse', `${commit}^{tree}`);
const verdictOf = (outcome: WorkflowOutcome) => outputOf(outcome, 'verdict', 'verdict', 'decision');

/** Merges a branch into production's by a pull request, with one of the three buttons; returns the head before and after. */
async function mergeIntoProd(head: string, method: MergeMethod = 'merge') {
  const { github, repository } = team;
  const before = repository.head('prod');
  const { number } = await github.pulls.open({ head, base: 'prod', title: `Bring ${head}` });
  await github.pulls.merge(number, method);
  return { before, after: repository.head('prod') };
}

/** GitHub's button: a branch that takes the newest commit of production's branch back, and its pull request. */
async function revertOnProd() {
  const { repository } = team;
  const message = 'Revert "Bring master"';
  const revert = repository.git('commit-tree', 'prod^1^{tree}', '-p', 'prod', '-m', message);
  repository.git('update-ref', 'refs/heads/revert-1-master', revert);
  return mergeIntoProd('revert-1-master');
}

describe('production by plain git', () => {
  let one: string;

  it('a merge of the main branch is deployed by prod.yml', async () => {
    one = await team.stage('one');
    const { before, after } = await mergeIntoProd('master');
    expectSuccess(await team.pushed(before));
    expect(team.commitIn('prod')).toBe(after);
    expect(team.codeIn('prod')).toBe(team.codeIn('staging'));
  });

  it("so is GitHub's revert of it", async () => {
    const { before, after } = await revertOnProd();
    expectSuccess(await team.pushed(before));
    expect(treeOf(after)).toBe(treeOf(first));
    expect(team.commitIn('prod')).toBe(after);
    expect(team.codeIn('prod')).not.toBe(team.codeIn('staging'));
  });

  it('a promotion after that is sound, says so, and brings the work back', async () => {
    const before = team.repository.head('prod');
    const outcome = await team.start('promote.yml');
    expectSuccess(outcome);
    const moved = team.repository.head('prod');
    expect(team.repository.git('log', '-1', '--format=%P', moved)).toBe(`${before} ${one}`);
    expect(treeOf(moved)).toBe(treeOf(one));
    expect(team.commitIn('prod')).toBe(moved);
    const summary = summaryOf(outcome);
    expect(summary).toContain('| ✅ passed | nothing of "prod" is lost |');
    expect(summary).toContain('same code as staging');
    expect(summary).not.toContain('❌');
  });

  it('after a squash that prod.yml deployed it has nothing to do', async () => {
    const two = await team.stage('two');
    const { before, after } = await mergeIntoProd('master', 'squash');
    expectSuccess(await team.pushed(before));
    expect(team.commitIn('prod')).toBe(after);
    const outcome = await team.start('promote.yml');
    expectSuccess(outcome);
    expect(verdictOf(outcome)).toBe('nothing');
    expect(treeOf(after)).toBe(treeOf(two));
    expect(team.repository.head('prod')).toBe(after);
  });

  it('after a rebase whose deploy nobody approved it moves nothing, and deploys the head', async () => {
    const three = await team.stage('three');
    const { after } = await mergeIntoProd('master', 'rebase');
    expect(treeOf(after)).toBe(treeOf(three));
    const outcome = await team.start('promote.yml');
    expectSuccess(outcome);
    expect(verdictOf(outcome)).toBe('deploy');
    expect(resultsOf(outcome)).toMatchObject({ move: 'success', deploy: 'success', report: 'success' });
    expect(team.repository.head('prod')).toBe(after);
    expect(team.commitIn('prod')).toBe(after);
    expect(summaryOf(outcome)).toContain('same code as staging');
  });

  it('a hotfix is not lost: the next promotion is refused, and names its file', async () => {
    await team.stage('four');
    const before = team.repository.commit('prod', { 'backend-tasks/src/hotfix.mjs': 'export const hot = true;\n' });
    const outcome = await team.start('promote.yml');
    expect(outcome.exitCode).not.toBe(0);
    expect(errorsOf(outcome)).toEqual([expect.stringMatching(/^E_WORK_LOST: .*"prod" has changes/)]);
    expect(summaryOf(outcome)).toContain('backend-tasks/src/hotfix.mjs');
    expect(team.repository.head('prod')).toBe(before);
  });
});
