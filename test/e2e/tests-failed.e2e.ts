import { afterAll, beforeAll, expect, it } from 'vitest';
import { LINKED_CLI } from '../world/linked-cli.ts';
import { startTeamWorld, type TeamWorld } from '../world/world.ts';
import { commentOf, deploymentsOf, statusesOf } from './told.ts';
import { runWorkshop } from './workshop-run.ts';

let world: TeamWorld;
beforeAll(async () => {
  world = await startTeamWorld({ files: LINKED_CLI });
});
afterAll(() => world.close());

it('a pull request whose tests fail is not deployed: no token is asked for, and the comment says why', async () => {
  const { github, repository, oidc, aws } = world;
  const failing = "import { test } from 'node:test';\ntest('adds up', () => { throw new Error('it does not'); });\n";
  const head = repository.commit(
    'feature/red',
    { 'backend-tasks/test/red.test.mjs': failing },
    { message: 'Break a test' },
  );
  await github.pulls.open({ head: 'feature/red', base: 'master', title: 'Red' });
  const outcome = await runWorkshop(world, {
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
  await expect(commentOf(world, 1)).toMatchFileSnapshot('comments/tests-failed.md');
  expect(deploymentsOf(world)).toEqual([expect.stringMatching(/preview in_progress failure$/)]);
  expect(statusesOf(world, head)).toEqual(['serverless-stages/workshop/preview pending failure']);
  expect(oidc.journal).toEqual([]);
  expect(aws.stacks.list().map(({ name }) => name)).not.toContainEqual(expect.stringContaining('workshop-tasks'));
});
