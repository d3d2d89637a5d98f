import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HANGS_AFTER } from '../limits.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { exampleInOneAccount } from '../world/example.ts';
import { LINKED_CLI } from '../world/linked-cli.ts';
import { deployWorkshopRole } from '../world/roles.ts';
import { startTeamWorld, type TeamWorld } from '../world/world.ts';
import type { WorkflowOutcome } from './act.ts';
import { deploymentsOf, statusesOf } from './told.ts';
import { outputOf, runWorkshop } from './workshop-run.ts';

/**
 * One service, and one role and environment for both stages of the main branch: the identity tokens of one run are all
 * alike here, as act has none of its own.
 */
const CONFIGURATION = exampleInOneAccount(
  ['  database: { path: backend-database, shared: true }\n', ''],
  ['  restapi: { path: backend-restapi, test: node --test }\n', ''],
  ['backend-tasks, test: node --test', 'backend-tasks, test: false'],
  ['role/serverless-stages\n', 'role/serverless-stages-main\n    environment: main\n'],
  ['role/serverless-stages-staging\n', 'role/serverless-stages-main\n    environment: main\n'],
);

/** Until a run begins. */
const WAIT = { timeout: HANGS_AFTER, interval: 100 };

let world: TeamWorld;
beforeAll(async () => {
  world = await startTeamWorld({ files: { ...LINKED_CLI, 'serverless-stages.yml': CONFIGURATION } });
  const main = { Kind: 'configured', Environment: 'main', Branch: 'master', RoleName: 'serverless-stages-main' };
  await deployWorkshopRole(world.aws, { ...main, ParametersPath: '/workshop', CreateProvider: 'false' });
});
afterAll(() => world.close());

/** Merges a change of the service into a branch and returns the push that GitHub tells of. */
async function merge(text: string, into: 'master' | 'prod' = 'master') {
  const { repository, github } = world;
  const before = repository.head(into);
  repository.commit(`change/${text}`, { [`backend-tasks/${text}.md`]: `${text}\n` }, { message: text });
  const commit = repository.merge(`change/${text}`, into);
  return { commit, event: { name: 'push', payload: await github.pushEvent(into, before, commit) } };
}

type Merged = Awaited<ReturnType<typeof merge>>;

/** The run of both stages that follows a push to the main branch. */
const deployMain = ({ commit, event }: Merged) =>
  runWorkshop(world, { workflow: 'staging.yml', event, ref: 'refs/heads/master', commit, environment: 'main' });

/** The commit that a stage completed, as the ledger has it. */
function commitIn(stage: string): unknown {
  const name = `/serverless-stages/workshop/configured/${stage}/workshop-tasks`;
  const record = world.aws.ssm.get(ACCOUNTS.dev, REGION, name)?.value ?? '{}';
  return (JSON.parse(record) as { completed?: { commit?: string } }).completed?.commit;
}

const expectSuccess = ({ exitCode, log }: WorkflowOutcome) => expect(exitCode, log).toBe(0);
const isUnderWay = (stage: string) => deploymentsOf(world).includes(`deploy:workshop/${stage} main in_progress`);

describe('a merge into the main branch', () => {
  let first: Merged;

  it('deploys dev and staging, and a second one that comes meanwhile waits for its turn', async () => {
    first = await merge('one');
    const running = deployMain(first);
    await vi.waitFor(() => expect([isUnderWay('dev'), isUnderWay('staging')]).toEqual([true, true]), WAIT);
    const second = await merge('two');
    expectSuccess(await running);
    expect([commitIn('dev'), commitIn('staging')]).toEqual([first.commit, first.commit]);
    expectSuccess(await deployMain(second));
    expect([commitIn('dev'), commitIn('staging')]).toEqual([second.commit, second.commit]);
    for (const stage of ['dev', 'staging']) {
      expect(deploymentsOf(world).filter((text) => text.includes(`/${stage} `))).toEqual([
        `deploy:workshop/${stage} main in_progress success inactive`,
        `deploy:workshop/${stage} main in_progress success`,
      ]);
      expect(world.aws.stacks.find(`workshop-tasks-${stage}`)?.status).toBe('UPDATE_COMPLETE');
    }
    expect(statusesOf(world, second.commit).sort()).toEqual([
      'serverless-stages/workshop/dev pending success',
      'serverless-stages/workshop/staging pending success',
    ]);
    expect(world.github.comments.list()).toEqual([]);
  });

  it('F7 is brought back by hand, to the stage that is named alone', async () => {
    const inputs = { stage: 'dev', commit: first.commit };
    const payload = world.github.dispatchEvent('refs/heads/master', inputs, '.github/workflows/staging.yml');
    const outcome = await deployMain({
      commit: world.repository.head('master'),
      event: { name: 'workflow_dispatch', payload },
    });
    expectSuccess(outcome);
    expect([commitIn('dev'), commitIn('staging')]).toEqual([first.commit, world.repository.head('master')]);
  });
});

describe('a push to the branch of production', () => {
  it('deploys the very commit that was approved, whatever the head of the branch is by then', async () => {
    const approved = await merge('three', 'prod');
    await merge('four', 'prod');
    const ref = 'refs/heads/prod';
    const { commit, event } = approved;
    const outcome = await runWorkshop(world, { workflow: 'prod.yml', event, ref, commit, environment: 'prod' });
    expectSuccess(outcome);
    expect(outputOf(outcome, 'approve', 'approved', 'commit')).toBe(commit);
    expect(commitIn('prod')).toBe(commit);
    expect(deploymentsOf(world)).toContain('deploy:workshop/prod prod in_progress success');
  });
});
