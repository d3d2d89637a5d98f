import { afterAll, beforeAll, expect, it } from 'vitest';
import { LINKED_CLI } from '../story/linked-cli.ts';
import { exampleInOneAccount, type StandIns, startStandIns } from '../story/stand-ins.ts';
import { commentOf, deploymentsOf, statusesOf } from './told.ts';
import { runWorkshop } from './workshop-run.ts';

let standIns: StandIns;
beforeAll(async () => {
  standIns = await startStandIns({ ...LINKED_CLI, 'serverless-stages.yml': exampleInOneAccount() });
});
afterAll(() => standIns.close());

it('a pull request whose tests fail is not deployed: no token is asked for, and the comment says why', async () => {
  const { github, repository, oidc, aws } = standIns;
  const failing = "import { test } from 'node:test';\ntest('adds up', () => { throw new Error('it does not'); });\n";
  const head = repository.push('feature/red', 'Break a test', { 'backend-tasks/test/red.test.mjs': failing });
  await github.pulls.open({ head: 'feature/red', base: 'master', title: 'Red' });
  const outcome = await runWorkshop(standIns, {
    workflow: 'preview.yml',
    event: { name: 'pull_request', payload: await github.eventFor(1, 'opened') },
    ref: 'refs/pull/1/merge',
    commit: repository.head('master'),
    environment: 'preview',
  });
  expect(outcome.exitCode).not.toBe(0);
  expect(Object.fromEntries(Object.entries(outcome.jobs).map(([id, { result }]) => [id, result]))).toEqual({
    resolve: 'success',
    start: 'success',
    test: 'failure',
    deploy: 'skipped',
    end: 'success',
    result: 'failure',
  });
  await expect(commentOf(standIns, 1)).toMatchFileSnapshot('comments/tests-failed.md');
  expect(deploymentsOf(standIns)).toEqual([expect.stringMatching(/preview in_progress failure$/)]);
  expect(statusesOf(standIns, head)).toEqual(['serverless-stages/workshop/preview pending failure']);
  expect(oidc.journal).toEqual([]);
  expect(aws.stacks.list().map(({ name }) => name)).not.toContainEqual(expect.stringContaining('workshop-tasks'));
});
