import { afterAll, beforeAll, expect, it } from 'vitest';
import { LINKED_CLI } from '../story/linked-cli.ts';
import { exampleInOneAccount, type StandIns, startStandIns } from '../story/stand-ins.ts';
import { commentOf, deploymentsOf } from './told.ts';
import { outputOf, runWorkshop } from './workshop-run.ts';

const BRANCH = 'feature/conflict';
const CONFIGURATION = exampleInOneAccount(['backend-tasks, test: node --test', 'backend-tasks, test: false']);

let standIns: StandIns;
beforeAll(async () => {
  standIns = await startStandIns({ ...LINKED_CLI, 'serverless-stages.yml': CONFIGURATION });
});
afterAll(() => standIns.close());

it('F5 a pull request that is closed with a conflict has no run: the night sweeps its preview away and says so', async () => {
  const { aws, github, repository } = standIns;
  repository.push(BRANCH, 'Change a task', { 'backend-tasks/NOTES.md': 'x\n' });
  await github.pulls.open({ head: BRANCH, base: 'master', title: 'Change a task' });
  const event = { name: 'pull_request', payload: await github.eventFor(1, 'opened') };
  const commit = repository.head('master');
  const run = { commit, environment: 'preview' } as const;
  const opened = await runWorkshop(standIns, { ...run, workflow: 'preview.yml', event, ref: 'refs/pull/1/merge' });
  expect(opened.exitCode, opened.log).toBe(0);
  const stage = outputOf(opened, 'resolve', 'resolve', 'stage');
  expect(aws.stacks.find(`workshop-tasks-${stage}`)?.status).toBe('UPDATE_COMPLETE');

  await github.pulls.close(1);
  const night = { name: 'schedule', payload: github.scheduleEvent('17 3 * * *') };
  const swept = await runWorkshop(standIns, { ...run, workflow: 'sweep.yml', event: night, ref: 'refs/heads/master' });
  expect(swept.exitCode, swept.log).toBe(0);
  expect(aws.stacks.find(`workshop-tasks-${stage}`)).toBeUndefined();
  expect(JSON.parse(outputOf(swept, 'sweep', 'destroy', 'removed'))).toEqual([stage]);
  expect(commentOf(standIns, 1)).toContain(`the preview \`${stage}\` is removed**`);
  expect(deploymentsOf(standIns)).toEqual([`deploy:workshop/${stage} preview in_progress success inactive`]);
});
