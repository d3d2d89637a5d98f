import { afterAll, beforeAll, expect, it } from 'vitest';
import { LINKED_CLI } from '../world/linked-cli.ts';
import { startTeamWorld, type TeamWorld } from '../world/world.ts';
import { deploymentsOf } from './told.ts';
import { runWorkshop } from './workshop-run.ts';

let world: TeamWorld;
beforeAll(async () => {
  world = await startTeamWorld({ files: LINKED_CLI });
});
afterAll(() => world.close());

const TABLE = '    OtherTable:\n      Type: AWS::DynamoDB::Table\n';

it('a dry run of a stage deploys nothing, asks for no token, and shows what the commit would change', async () => {
  const { repository, github, oidc, aws } = world;
  const had = repository.head('master');
  const made = { ref: had, sha: had, task: 'deploy:workshop/staging', environment: 'staging' };
  github.deployments.addStatus(github.deployments.create(made).id, { state: 'success' });
  const database = repository.git('show', 'master:backend-database/serverless.yml');
  const commit = repository.commit('master', {
    'backend-database/serverless.yml': database.replace('  Resources:\n', `  Resources:\n${TABLE}`),
  });
  const outcome = await runWorkshop(world, {
    workflow: 'staging.yml',
    event: {
      name: 'workflow_dispatch',
      payload: github.dispatchEvent('refs/heads/master', { stage: 'staging', 'dry-run': 'true' }),
    },
    ref: 'refs/heads/master',
    commit,
    environment: 'staging',
  });
  expect(outcome.exitCode, outcome.log).toBe(0);
  const results = Object.fromEntries(Object.entries(outcome.jobs).map(([id, { result }]) => [id, result]));
  expect(results).toMatchObject({ resolve: 'success', difference: 'success', test: 'skipped', deploy: 'skipped' });
  const summary = outcome.jobs['difference']?.steps.map(({ summary: text }) => text).join('') ?? '';
  expect(summary.replaceAll('\u200b', '')).toContain(`would change in staging: 1 to add`);
  expect(summary).toContain('| database | add | OtherTable | AWS&#58;&#58;DynamoDB&#58;&#58;Table |');
  expect(oidc.journal).toEqual([]);
  expect(aws.stacks.list().map(({ name }) => name)).not.toContainEqual(expect.stringContaining('workshop-'));
  expect(deploymentsOf(world)).toHaveLength(1);
});
