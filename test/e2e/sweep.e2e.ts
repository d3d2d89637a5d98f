import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleInOneAccount } from '../world/example.ts';
import { LINKED_CLI } from '../world/linked-cli.ts';
import { startTeamWorld, type TeamWorld } from '../world/world.ts';
import { commentOf, deploymentsOf } from './told.ts';
import { outputOf, runWorkshop } from './workshop-run.ts';

const BRANCH = 'feature/conflict';
const CONFIGURATION = exampleInOneAccount(['backend-tasks, test: node --test', 'backend-tasks, test: false']);

let world: TeamWorld;
beforeAll(async () => {
  world = await startTeamWorld({ files: { ...LINKED_CLI, 'serverless-stages.yml': CONFIGURATION } });
});
afterAll(() => world.close());

it('F5 a pull request that is closed with a conflict has no run: the night sweeps its preview away and says so', async () => {
  const { aws, github, repository } = world;
  repository.commit(BRANCH, { 'backend-tasks/NOTES.md': 'x\n' }, { message: 'Change a task' });
  await github.pulls.open({ head: BRANCH, base: 'master', title: 'Change a task' });
  const event = { name: 'pull_request', payload: await github.eventFor(1, 'opened') };
  const commit = repository.head('master');
  const run = { commit, environment: 'preview' } as const;
  const opened = await runWorkshop(world, { ...run, workflow: 'preview.yml', event, ref: 'refs/pull/1/merge' });
  expect(opened.exitCode, opened.log).toBe(0);
  const stage = outputOf(opened, 'resolve', 'resolve', 'stage');
  expect(aws.stacks.find(`workshop-tasks-${stage}`)?.status).toBe('UPDATE_COMPLETE');

  await github.pulls.close(1);
  const night = { name: 'schedule', payload: github.scheduleEvent('17 3 * * *') };
  const swept = await runWorkshop(world, { ...run, workflow: 'sweep.yml', event: night, ref: 'refs/heads/master' });
  expect(swept.exitCode, swept.log).toBe(0);
  expect(aws.stacks.find(`workshop-tasks-${stage}`)).toBeUndefined();
  expect(JSON.parse(outputOf(swept, 'sweep', 'destroy', 'removed'))).toEqual([stage]);
  expect(commentOf(world, 1)).toContain(`the preview \`${stage}\` is removed**`);
  expect(deploymentsOf(world)).toEqual([`deploy:workshop/${stage} preview in_progress success inactive`]);
});
