import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeployResult } from '../../core/deploy/result.ts';
import type { PromotionResult } from '../../core/promote/result.ts';
import { WITH_LINKED_CLI } from '../world/linked-cli.ts';
import { type PromotionRun, runPromotion } from '../world/promotion.ts';
import { runStage } from '../world/workflow.ts';
import { startTeamWorld, type TeamWorld } from '../world/world.ts';

const TESTED = { ...WITH_LINKED_CLI, inputs: { 'deploy-service': { 'test-result': 'success' } } };

let world: TeamWorld;
const runs = {} as Record<'first' | 'second' | 'again' | 'back' | 'forth', PromotionRun>;
const trees: Record<string, string> = {};
beforeAll(async () => {
  world = await startTeamWorld();
  const { repository, github } = world;
  github.people.put('ada', 'maintain');
  github.environments.put('prod-approval', { reviewers: [{ type: 'User', login: 'bob' }] });
  const treeOf = (name: string) => repository.git('rev-parse', `${name}^{tree}`);
  await runStage(world, 'staging', TESTED);
  runs.first = await runPromotion(world, {}, WITH_LINKED_CLI);
  trees['first'] = treeOf('prod');
  repository.commit(
    'master',
    { 'backend-tasks/src/more.mjs': 'export const more = true;\n' },
    { message: 'More (#12)' },
  );
  await runStage(world, 'staging', TESTED);
  runs.second = await runPromotion(world, {}, WITH_LINKED_CLI);
  trees['second'] = treeOf('prod');
  runs.again = await runPromotion(world, {}, WITH_LINKED_CLI);
  runs.back = await runPromotion(world, { rollback: 'last' }, WITH_LINKED_CLI);
  trees['back'] = treeOf('prod');
  runs.forth = await runPromotion(world, {}, WITH_LINKED_CLI);
  trees['forth'] = treeOf('prod');
});
afterAll(() => world.close());

const deployed = ({ deploy }: PromotionRun) =>
  JSON.parse(deploy?.steps['deploy-service']?.outputs['result'] ?? '{}') as DeployResult;
const resultOf = ({ verdict }: PromotionRun) => JSON.parse(verdict.outputs['result'] ?? '{}') as PromotionResult;

describe('production, promoted from staging', () => {
  it('gets everything at first, and then what changed, with the very code of staging', () => {
    expect(runs.first.verdict.outputs['decision']).toBe('deploy');
    expect(deployed(runs.first).services.map(({ status }) => status)).toEqual(['deployed', 'deployed', 'deployed']);
    expect(runs.second.verdict.outputs['decision']).toBe('promote');
    expect(deployed(runs.second).services.map(({ key, status }) => `${key} ${status}`)).toEqual([
      'database unchanged',
      'restapi unchanged',
      'tasks deployed',
    ]);
    for (const run of [runs.first, runs.second]) {
      const { codeOf, services } = deployed(run);
      expect([codeOf, ...services.map(({ sameCode }) => sameCode)]).toEqual(['staging', true, true, true]);
      expect(run.deploy?.steps['deploy-service']?.summary).toContain('same code as staging');
      expect(run.report?.outputs['decision']).toBe('done');
    }
  });

  it('has a verdict whose every line was asked, and that foresees what is deployed', () => {
    const { lines, services, pullRequests } = resultOf(runs.second);
    expect(lines.filter(({ answer }) => answer !== 'passed')).toEqual([]);
    expect(services.map(({ key, deploys }) => [key, deploys])).toEqual([
      ['database', false],
      ['restapi', false],
      ['tasks', true],
    ]);
    expect(pullRequests).toEqual([12]);
  });

  it('has nothing to do once it has all', () => {
    expect(runs.again.verdict.outputs['decision']).toBe('nothing');
    expect(runs.again.move).toBeUndefined();
  });

  it('goes back and forth', () => {
    expect(trees['back']).toBe(trees['first']);
    expect(deployed(runs.back).status).toBe('deployed');
    expect(trees['forth']).toBe(trees['second']);
    expect(deployed(runs.forth).status).toBe('deployed');
    const subjects = world.repository.git('log', '--first-parent', '--format=%s', 'prod').split('\n');
    expect(subjects.map((subject) => subject.replace(/[0-9a-f]{7}/, 'COMMIT'))).toEqual([
      'Promote staging@COMMIT to prod (#12)',
      'Roll prod back to COMMIT',
      'Promote staging@COMMIT to prod (#12)',
      'The example application',
    ]);
  });

  it('is judged by a role that is refused nothing, and that changes nothing', () => {
    const { entries } = world.aws.journal;
    expect(entries.filter(({ errorCode = '' }) => /AccessDenied/.test(errorCode))).toEqual([]);
    const ofViewer = entries.filter(({ callerArn }) => callerArn?.includes('/serverless-stages-viewer/'));
    expect([...new Set(ofViewer.map(({ action }) => action))].sort()).toEqual([
      'DescribeParameters',
      'DescribeStacks',
      'GetParameterHistory',
      'GetParametersByPath',
    ]);
  });
});
