import { expect } from 'vitest';
import { stringify } from 'yaml';
import type { Strike } from '../local-aws/tap.ts';
import type { RunContext } from '../runner/run-options.ts';
import { ACCOUNTS, REGION, REPOSITORY } from '../world/accounts.ts';
import { type Files, writeFiles } from '../world/repository.ts';
import type { World } from '../world/world.ts';
import { outputOf, PREVIEWS, stagesFile } from './deployment.ts';
import {
  type Attempt,
  isLockFree,
  type LoadedJob,
  loadJob,
  type RunningAttempt,
  startAttempt,
} from './fault-points.ts';
import { ledgerNames, recordOf } from './planted-state.ts';
import { inFolder, stubCli } from './stub-cli.ts';

const STUB = stubCli({ name: 'osls', version: '4.3.1', readsParameters: true });

function service(name: string, version: string, read: string): Record<string, string> {
  const Outputs = { version: { Value: version }, read: { Value: read } };
  const queue = { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: version.length } };
  const Resources = version.startsWith('slow') ? { Slow: queue } : { Queue: queue };
  const provider = { name: 'aws', runtime: 'nodejs22.x' };
  return {
    'serverless.yml': stringify({ service: name, provider, resources: { Outputs } }),
    'resources.json': JSON.stringify({ Resources, Outputs }),
  };
}

const versionOf = (version: string): Files => ({
  ...inFolder('database', service('database', version, 'nothing')),
  ...inFolder('api', service('api', version, '${param:database.version}')),
});

/** The repository's files for previews of two services, of which `api` reads what `database` publishes. */
export const READER_FILES: Files = {
  'serverless-stages.yml': stagesFile({ database: 'database', api: 'api' }, {}, PREVIEWS),
  ...versionOf('base'),
};

/** The preview of a pull request, whose head can be set to the versions that it was opened with. */
export interface ReaderPreview extends LoadedJob {
  readonly stage: string;
  /** Of its records in the ledger. */
  readonly path: string;
  /** The commit of a version. */
  commit(version: string): string;
  /** Folder in which a version is checked out. */
  workspace(version: string): string;
  /** Makes a version the head of the branch, and starts an attempt to deploy it. */
  deploy(version: string, attempt: Attempt, options?: DeployOptions): Promise<RunningAttempt>;
}

export interface DeployOptions {
  readonly strike?: Strike;
  readonly env?: Record<string, string>;
}

/** Opens a pull request with two versions of both services, and all that is needed to deploy either. */
export async function openReaderPreview(
  world: World,
  branch: string,
  versions: readonly string[],
): Promise<ReaderPreview> {
  const { repository } = world;
  const commits = new Map(versions.map((version) => [version, repository.commit(branch, versionOf(version))]));
  const pull = await world.github.pulls.open({ head: branch, base: 'master' });
  const resolved = new Map<string, { context: RunContext; outputs: Record<string, string> }>();
  for (const [version, commit] of commits) {
    repository.git('update-ref', `refs/heads/${branch}`, commit);
    const workspace = repository.checkout(commit);
    writeFiles(workspace, STUB);
    const context = { ...(await world.pullRequestRun(pull.number, 'synchronize')), workspace };
    const { outputs } = await world.job(context).run({ action: 'resolve-stage' });
    expect(outputs).toMatchObject({ decision: 'deploy', commit });
    resolved.set(version, { context, outputs });
  }
  const of = (version: string) => {
    const found = resolved.get(version);
    if (found === undefined) throw new Error(`there is no version ${version}`);
    return found;
  };
  const { context, outputs } = of(versions[0] ?? '');
  const loaded = await loadJob(world, context, outputs['configuration'] ?? '', outputs['environment'] ?? '');
  const stage = outputs['stage'] ?? '';
  return {
    ...loaded,
    stage,
    path: `/serverless-stages/workshop/preview/${stage}`,
    commit: (version) => commits.get(version) ?? '',
    workspace: (version) => of(version).context.workspace,
    deploy(version, attempt, { env = {}, ...strike } = {}) {
      repository.git('update-ref', `refs/heads/${branch}`, commits.get(version) ?? '');
      const { context, outputs } = of(version);
      const inputs = { configuration: outputs['configuration'] ?? '', ...loaded.files };
      const parts = { action: 'deploy-service', inputs, context: { ...context, env } } as const;
      return startAttempt(world, loaded.job, { ...attempt, ...parts, ...strike });
    },
  };
}

/** Stacks of a stage that are not gone. */
export function stacksOf({ aws }: World, stage: string) {
  return aws.stacks.list().filter(({ name, status }) => name.endsWith(`-${stage}`) && status !== 'DELETE_COMPLETE');
}

/** Expects that both stacks and the ledger are at a version, and that nobody holds the stage. */
export function expectDeployed(world: World, { stage, path, commit }: ReaderPreview, version: string): void {
  const stacks = stacksOf(world, stage);
  expect(stacks.map(({ name }) => name).sort()).toEqual([`api-${stage}`, `database-${stage}`]);
  for (const { status } of stacks) expect(status).toMatch(/^(CREATE|UPDATE)_COMPLETE$/);
  expect(outputOf(world, `database-${stage}`, 'version')).toBe(version);
  expect(outputOf(world, `api-${stage}`, 'version')).toBe(version);
  expect(outputOf(world, `api-${stage}`, 'read')).toBe(version);
  for (const service of ['api', 'database']) {
    const stack = world.aws.stacks.find(`${service}-${stage}`)?.id;
    const completed = { commit: commit(version), stack };
    expect(recordOf(world, `${path}/${service}`)).toMatchObject({ status: 'deployed', completed });
  }
  const wish = { complete: true, completedCommit: commit(version) };
  expect(recordOf(world, `${path}/_repository/${REPOSITORY.id}`)).toMatchObject(wish);
  expect(isLockFree(world, path)).toBe(true);
}

/** Takes a stage out of the world with all of it, so that the next deploy is the first. */
export function forgetStage(world: World, { stage, path }: ReaderPreview): void {
  for (const name of ledgerNames(world)) {
    if (name.startsWith(`${path}/`)) world.aws.ssm.remove(ACCOUNTS.dev, REGION, name);
  }
  for (const { id } of stacksOf(world, stage)) world.aws.stacks.setStatus(id, 'DELETE_COMPLETE');
}
