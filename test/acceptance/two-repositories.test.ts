import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { DeployResult } from '../../core/deploy/result.ts';
import type { DeploymentRecord } from '../../core/ledger/record.ts';
import type { Wish } from '../../core/ledger/wish.ts';
import type { StepResult } from '../runner/run-options.ts';
import { ACCOUNTS, REGION, REPOSITORY } from '../world/accounts.ts';
import { type Files, makeUserRepository, type UserRepository, writeFiles } from '../world/repository.ts';
import { addRole } from '../world/roles.ts';
import { startWorld, type World } from '../world/world.ts';
import {
  type Deployment,
  deploy,
  deployPreview,
  PREVIEWS,
  type Preview,
  servicesOf,
  stagesFile,
} from './deployment.ts';
import { changesIn, expectFailure, expectSuccess } from './verdict.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SECOND = { ...REPOSITORY, name: 'workshop-api', id: 1002, defaultBranch: 'master' } as const;
const arnOf = (role: string) => `arn:aws:iam::${ACCOUNTS.dev}:role/${role}`;

/** A service with a queue that uses the plugin; `more` are other keys of its serverless.yml. */
const service = (name: string, more: object, outputs: object = {}) =>
  stringify({
    service: name,
    plugins: ['serverless-stages/plugin'],
    provider: { name: 'aws', runtime: 'nodejs22.x' },
    resources: { Resources: { Queue: { Type: 'AWS::SQS::Queue' } }, Outputs: outputs },
    ...more,
  });
const database = (table: string) => service('shop-database', { outputs: { table_name: `${table}-\${sls:stage}` } });
const api = (text: string) =>
  service('shop-api', {}, { table: { Value: '${output:shop-database.table_name}' }, text: { Value: text } });
const FIRST_FILES: Files = {
  'serverless-stages.yml': stagesFile({ database: 'database' }, {}, PREVIEWS),
  'database/serverless.yml': database('table'),
};
const secondStages = (services: Readonly<Record<string, string>>) => {
  const previews = { ...PREVIEWS.previews, role: arnOf('api-preview') };
  return stagesFile(services, { role: arnOf('api') }, { ...PREVIEWS, previews });
};
const SECOND_FILES: Files = { 'serverless-stages.yml': secondStages({ api: 'api' }), 'api/serverless.yml': api('one') };

/** The world as runs of the second repository see it. */
function seenFromSecond(world: World, repository: UserRepository): World {
  const fullName = `${SECOND.owner}/${SECOND.name}`;
  const github = world.github.repository(fullName);
  const own = { repository: fullName, repositoryId: String(SECOND.id) };
  const contextOf = (name: string, payload: unknown, ref: string, sha: string) => ({
    event: { name, payload },
    ref,
    sha,
    workspace: repository.bare,
  });
  return {
    ...world,
    repository,
    job: (context) => world.job({ ...context, ...own }),
    withIdToken: (context, environment, claims) =>
      world.withIdToken(context, environment, {
        repository: fullName,
        repository_id: String(SECOND.id),
        ...claims,
      }),
    dispatchRun: (ref, inputs) =>
      contextOf('workflow_dispatch', github.dispatchEvent(ref, inputs), ref, repository.head(ref)),
    async pullRequestRun(number, action, extra) {
      const payload = await github.eventFor(number, action, extra);
      const pull = await github.pulls.find(number);
      if (pull === undefined) throw new Error(`no pull request #${number}`);
      const context = contextOf('pull_request', payload, `refs/pull/${number}/merge`, pull.mergeSha ?? pull.headSha);
      return { ...context, headRef: pull.head, baseRef: pull.base };
    },
  };
}

let other: UserRepository;
let first: World;
let second: World;
const runs = {} as Record<'database' | 'api', Deployment>;
const previews = {} as Record<'without' | 'database' | 'with', Preview>;
let taken: Deployment;
let beforeTaken: Record<string, unknown>;

/** A checkout with what an installation adds: the CLI and the plugin. */
function checkOut({ repository }: World, commit: string): string {
  const folder = repository.checkout(commit);
  writeFiles(folder, {
    'node_modules/osls': { link: resolve(ROOT, 'test/osls/package') },
    'node_modules/serverless-stages': { link: ROOT },
  });
  return folder;
}
const deployFiles = (world: World, files: Files) =>
  deploy(world, checkOut(world, world.repository.commit('master', files)));
async function openPull(world: World, fullName: string, files: Files) {
  const commit = world.repository.commit('feature/both', files);
  const { pulls } = world.github.repository(fullName);
  const { number } = await pulls.open({ head: 'feature/both', base: 'master', title: 'Both' });
  return () => deployPreview(world, checkOut(world, commit), number);
}

beforeAll(async () => {
  other = makeUserRepository();
  const world = await startWorld({ repositories: [{ ...SECOND, bare: other.bare }] });
  [first, second] = [world, seenFromSecond(world, other)];
  const own = { Repository: SECOND.name, RepositoryId: String(SECOND.id) };
  const preview = { Environment: 'preview', DefaultBranch: 'master', PreviewBranches: 'refs/heads/feature/*' };
  addRole(world.aws, ACCOUNTS.dev, 'api', { Kind: 'configured', Environment: 'dev', Branch: 'master', ...own });
  addRole(world.aws, ACCOUNTS.dev, 'api-preview', { Kind: 'previews', ...preview, ...own });

  runs.database = await deployFiles(first, FIRST_FILES);
  runs.api = await deployFiles(second, SECOND_FILES);
  const previewApi = await openPull(second, 'acme/workshop-api', { 'api/serverless.yml': api('two') });
  previews.without = await previewApi();
  const previewDatabase = await openPull(first, 'acme/workshop', { 'database/serverless.yml': database('new') });
  previews.database = await previewDatabase();
  previews.with = await previewApi();
  beforeTaken = claimedByFirst();
  const files = {
    'serverless-stages.yml': secondStages({ taken: 'taken' }),
    'taken/serverless.yml': database('taken'),
  };
  taken = await deployFiles(second, files);
});
afterAll(async () => {
  await first.close();
  other.remove();
});

const valuesOf = (stack: string) =>
  Object.fromEntries(first.aws.stacks.find(stack)?.outputs.map(({ key, value }) => [key, value]) ?? []);
const parameterOf = (place: string) =>
  first.aws.ssm.get(ACCOUNTS.dev, REGION, `/serverless-stages/workshop/${place}`)?.value ?? '{}';
const recordOf = (place: string) => JSON.parse(parameterOf(place)) as DeploymentRecord;
const repositoryOf = (place: string) => JSON.parse(parameterOf(place)) as Wish;
const resultOf = (step: StepResult) => JSON.parse(step.outputs['result'] ?? '') as DeployResult;
/** What the first repository has in the stage `dev`. */
const claimedByFirst = () => ({
  record: parameterOf('configured/dev/shop-database'),
  repository: parameterOf('configured/dev/_repository/1001'),
  stack: valuesOf('shop-database-dev'),
  changed: first.aws.stacks.find('shop-database-dev')?.updatedAt,
});

describe('a second repository of an application', () => {
  it('reads in dev what the first one published there', () => {
    expectSuccess(runs.database.step);
    expectSuccess(runs.api.step);
    expect(valuesOf('shop-api-dev')).toMatchObject({ table: 'table-dev', text: 'one' });
    expect(servicesOf(runs.api.step)['api']?.reads).toEqual([{ service: 'shop-database', stage: 'dev' }]);
  });

  it('reads from dev in its own preview, where the first one has no deployment', () => {
    const { step, stage } = previews.without;
    expectSuccess(step);
    expect(servicesOf(step)['api']?.reads).toEqual([{ service: 'shop-database', stage: 'dev' }]);
    expect(servicesOf(step)['api']?.outputs).toMatchObject({ table: 'table-dev', text: 'two' });
    expect(stage).not.toBe('dev');
  });

  it('reads from its preview once the first one has deployed into that, from a branch of the same name', () => {
    const { step, stage } = previews.with;
    expectSuccess(previews.database.step);
    expect(previews.database.stage).toBe(stage);
    expectSuccess(step);
    expect(servicesOf(step)['api']).toMatchObject({
      status: 'deployed',
      reads: [{ service: 'shop-database', stage }],
      reason: expect.stringContaining('outputs that it reads changed'),
    });
    expect(valuesOf(`shop-api-${stage}`)).toMatchObject({ table: `new-${stage}`, text: 'two' });
    expect(valuesOf('shop-api-dev')).toMatchObject({ table: 'table-dev', text: 'one' });
  });

  it.each(['configured/dev', 'preview'])('has its own records beside those of the first: %s', (place) => {
    const stage = place === 'preview' ? `preview/${previews.with.stage}` : place;
    expect(recordOf(`${stage}/shop-database`).owner).toMatchObject({ id: '1001', name: 'acme/workshop' });
    expect(recordOf(`${stage}/shop-api`).owner).toMatchObject({ id: '1002', name: 'acme/workshop-api' });
    expect(repositoryOf(`${stage}/_repository/1001`).owner).toMatchObject({ id: '1001' });
    expect(repositoryOf(`${stage}/_repository/1002`).owner).toMatchObject({ id: '1002' });
  });

  it('has completed commits of its own', () => {
    const completedIn = (stage: string) =>
      ['1001', '1002'].map((id) => repositoryOf(`${stage}/_repository/${id}`).completedCommit);
    expect(completedIn(`preview/${previews.with.stage}`)).toEqual([
      first.repository.head('feature/both'),
      second.repository.head('feature/both'),
    ]);
    expect(completedIn('configured/dev')).toEqual([
      first.repository.head('master'),
      second.repository.head('master~1'),
    ]);
  });

  it('takes nothing of the first for something that it left over', () => {
    for (const { step } of [runs.api, previews.without, previews.with, previews.database])
      expect(resultOf(step).leftOver).toEqual([]);
  });

  it('E26 is refused a service that is called as one of the first, which stays as it is', () => {
    const { message } = expectFailure(taken.step, 'E_STACK_FOREIGN');
    expect(message).toContain('shop-database');
    expect(message).toContain('acme/workshop');
    expect(taken.step.outputs['status']).toBe('failed');
    expect(changesIn(taken.calls)).toEqual([]);
    expect(beforeTaken).toMatchObject({ stack: { table0x5fname: 'table-dev' } });
    expect(claimedByFirst()).toEqual(beforeTaken);
  });
});
