import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/world.ts';
import { plantStage, previewsFile } from './plant.ts';
import { ledgerNames } from './planted-state.ts';
import { destroy, removalOf } from './removal.ts';
import { expectSuccess } from './verdict.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: previewsFile() });
});
afterAll(() => world.close());

/** A pull request of a branch of its own, with a stage of these services. */
async function pullRequest(branch: string, services: Parameters<typeof plantStage>[2]) {
  world.repository.commit(branch, { 'note.txt': branch });
  const pull = await world.github.pulls.open({ head: branch, base: 'master' });
  return { pull, planted: await plantStage(world, `refs/heads/${branch}`, services) };
}

describe('the removal of a closed pull request', () => {
  it('G9 takes its stacks, those that need others first, its records and its lock, without any checkout', async () => {
    const { pull, planted } = await pullRequest('feature/gone', [
      { name: 'database' },
      { name: 'api', needs: ['database'] },
    ]);
    await world.github.pulls.close(pull.number);
    const { step, calls } = await destroy(world, await world.pullRequestRun(pull.number, 'closed'));
    expectSuccess(step);
    expect(step.outputs['status']).toBe('removed');
    const deleted = calls.filter(({ action }) => action === 'DeleteStack').map(({ params }) => params['StackName']);
    expect(deleted).toEqual([planted.stacks['api'], planted.stacks['database']]);
    expect(ledgerNames(world)).toEqual([]);
    expect(removalOf(step).stages).toMatchObject([{ stage: planted.stage, status: 'removed' }]);
    const again = await destroy(world, await world.pullRequestRun(pull.number, 'closed'));
    expectSuccess(again.step);
    expect(again.step.outputs['status']).toBe('nothing');
  });
});
