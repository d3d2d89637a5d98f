import { stringify } from 'yaml';
import { previewStageName } from '../../core/stage/name.ts';
import type { JournalEntry } from '../local-aws/journal.ts';
import { queues, stackClient } from '../local-aws/stack-client.ts';
import type { Pull } from '../local-github/pull.ts';
import type { Job } from '../runner/job.ts';
import type { RunContext, StepResult } from '../runner/run-options.ts';
import type { Files } from './repository.ts';
import { expectSuccess } from './verdict.ts';
import { ACCOUNTS, REGION, REPOSITORY, type World } from './world.ts';

const roleOf = (name: string) => `arn:aws:iam::${ACCOUNTS.dev}:role/${name}`;

/** The serverless-stages.yml of these tests: stage `dev` on master, previews of pull requests into master. */
export function previewsFile(
  previews: Readonly<Record<string, unknown>> = {},
  more: Readonly<Record<string, unknown>> = {},
): Files {
  return {
    'serverless-stages.yml': stringify({
      version: 1,
      app: 'workshop',
      profiles: { dev: { role: roleOf('serverless-stages'), region: REGION } },
      'default-profile': 'dev',
      stages: { dev: { profile: 'dev', branch: 'master' } },
      previews: { role: roleOf('serverless-stages-preview'), 'target-branches': ['master'], ...previews },
      services: { api: { path: 'api' } },
      ...more,
    }),
  };
}

/** A service of a stage as its records and its stack say it. */
export interface PlantedService {
  /** Name of the service; its key is the same. */
  readonly name: string;
  readonly needs?: readonly string[];
  /** Default: one queue. */
  readonly template?: object;
  /** Other fields of the record. */
  readonly record?: Readonly<Record<string, unknown>>;
  /** Whether there is only a record, and no stack. */
  readonly recordOnly?: boolean;
  /** Inputs of CreateStack, Tags among them (default: STAGE). */
  readonly stackInput?: Readonly<Record<string, unknown>>;
}

export interface PlantOptions {
  readonly kind?: 'preview' | 'configured' | 'personal';
  /** Name of the stage; default: the preview's of the ref. */
  readonly stage?: string;
  readonly account?: string;
  readonly region?: string;
  readonly owner?: Readonly<Record<string, unknown>>;
  /** Other fields of what the repository wants; null: there is no such record. */
  readonly wish?: Readonly<Record<string, unknown>> | null;
}

/** What was planted. */
export interface Planted {
  readonly stage: string;
  readonly path: string;
  /** ARNs of the stacks, by the service's name. */
  readonly stacks: Readonly<Record<string, string>>;
}

const RUN = { id: '9000', attempt: '1', url: 'https://github.com/acme/workshop/actions/runs/9000/attempts/1' };

/**
 * Puts a stage into AWS as deploys leave it, without any CLI: stacks, records, and what the repository wants. `ref` owns it
 * (a preview's: `refs/heads/feature/x`).
 */
export async function plantStage(
  world: World,
  ref: string,
  services: readonly PlantedService[],
  options: PlantOptions = {},
): Promise<Planted> {
  const { kind = 'preview', account = ACCOUNTS.dev, region = REGION } = options;
  const stage = options.stage ?? previewStageName(ref, 20);
  const path = `/serverless-stages/workshop/${kind}/${stage}`;
  const repository = { kind: 'repository', id: String(REPOSITORY.id), name: `${REPOSITORY.owner}/${REPOSITORY.name}` };
  const owner = options.owner ?? { ...repository, ...(kind === 'preview' ? { ref } : {}) };
  const client = stackClient(world.aws, account, region);
  const put = (name: string, value: object) => world.aws.ssm.put(account, region, name, JSON.stringify(value));
  const stacks: Record<string, string> = {};
  for (const { name, needs = [], template = queues({ Queue: {} }), record, recordOnly, stackInput } of services) {
    const stackName = `${name}-${stage}`;
    const input = { Tags: [{ Key: 'STAGE', Value: stage }], ...stackInput };
    const made = recordOnly === true ? undefined : await client.create(stackName, template, input);
    const id = made?.StackId ?? `arn:aws:cloudformation:${region}:${account}:stack/${stackName}/gone`;
    stacks[name] = id;
    put(`${path}/${name}`, {
      schemaVersion: 1,
      service: name,
      key: name,
      owner,
      run: RUN,
      status: 'deployed',
      stackName,
      needs,
      completed: { stack: id, changed: (made?.CreationTime ?? new Date()).toISOString(), outputs: '' },
      ...record,
    });
  }
  if (options.wish !== null) {
    const wish = { schemaVersion: 1, owner, run: RUN, regions: [region], complete: true, ...options.wish };
    put(`${path}/_repository/${REPOSITORY.id}`, wish);
  }
  return { stage, path, stacks };
}

/** Names of all parameters of the ledger in a region. */
export function ledgerNames(world: World, account: string = ACCOUNTS.dev, region: string = REGION): string[] {
  return world.aws.ssm
    .list(account, region)
    .map(({ name }) => name)
    .filter((name) => name.startsWith('/serverless-stages/'))
    .sort();
}

/** A record of the ledger; undefined where there is none. */
export function recordOf(world: World, name: string): Record<string, unknown> | undefined {
  const found = world.aws.ssm.list(ACCOUNTS.dev, REGION).find((parameter) => parameter.name === name);
  return found === undefined ? undefined : (JSON.parse(found.versions.at(-1)?.value ?? '{}') as Record<string, unknown>);
}

export interface RemovalRun {
  readonly job: Job;
  readonly resolve: StepResult;
  readonly profile: StepResult;
  readonly step: StepResult;
  /** What destroy-stage asked of AWS. */
  readonly calls: readonly JournalEntry[];
}

export interface RemovalOptions {
  /** Inputs of resolve-stage. */
  readonly resolve?: Readonly<Record<string, string>>;
  /** Inputs of destroy-stage. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** GitHub environment of the job; default: what resolve-stage says. */
  readonly environment?: string;
  /** Called when the profile is loaded, before destroy-stage starts. */
  readonly beforeDestroy?: (job: Job) => void | Promise<void>;
}

/** The effective configuration that an output of resolve-stage holds, changed. */
export function changedConfiguration(step: StepResult, change: (configuration: Record<string, unknown>) => object) {
  const configuration = JSON.parse(step.outputs['configuration'] ?? '{}') as Record<string, unknown>;
  return JSON.stringify(change(configuration));
}

/** Runs the built resolve-stage, load-profile and destroy-stage as a run's jobs do, without any checkout. */
export async function destroy(world: World, context: RunContext, options: RemovalOptions = {}): Promise<RemovalRun> {
  const resolve = await world.job(context).run({ action: 'resolve-stage', inputs: { ...options.resolve } });
  expectSuccess(resolve);
  const { configuration = '', environment = '' } = resolve.outputs;
  return { resolve, ...(await destroyResolved(world, context, { environment, ...options, configuration })) };
}

/** Runs load-profile and destroy-stage with a configuration. */
export async function destroyResolved(
  world: World,
  context: RunContext,
  { configuration, environment = '', inputs = {}, env = {}, beforeDestroy }: RemovalOptions & { configuration: string },
): Promise<Omit<RemovalRun, 'resolve'>> {
  const job = world.job({ ...world.withIdToken(context, environment, { head_ref: context.headRef ?? '' }), env });
  const profile = await job.run({ action: 'load-profile', inputs: { configuration } });
  expectSuccess(profile);
  await beforeDestroy?.(job);
  const before = world.aws.journal.entries.length;
  const step = await job.run({
    action: 'destroy-stage',
    inputs: { configuration, 'credentials-file': profile.outputs['credentials-file'] ?? '', ...inputs },
  });
  await job.finish();
  return { job, profile, step, calls: world.aws.journal.entries.slice(before) };
}

/** A stage in the output `result`. */
export interface StageRow {
  readonly stage: string;
  readonly kind: string;
  readonly of: string;
  readonly status: string;
  readonly reason: string;
  readonly error?: { readonly code: string; readonly message: string };
  readonly services: readonly {
    readonly service: string;
    readonly status: string;
    readonly reason?: string;
    readonly days?: number;
    readonly emptied: readonly { readonly bucket: string; readonly versions?: number }[];
    readonly alsoRemoved: readonly string[];
    readonly retained: readonly { readonly logicalId: string; readonly type: string; readonly physicalId: string }[];
    readonly error?: { readonly code: string; readonly message: string };
  }[];
}

/** The output `result` of destroy-stage. */
export function removalOf(step: StepResult) {
  return JSON.parse(step.outputs['result'] || '{"stages":[]}') as {
    readonly status: string;
    readonly stages: readonly StageRow[];
    readonly more: number;
    readonly looked: readonly { readonly account: string; readonly region: string }[];
  };
}

/** The services of all stages in the output `result`, by name. */
export function removedServices(step: StepResult): Record<string, StageRow['services'][number]> {
  const services = removalOf(step).stages.flatMap((stage) => stage.services);
  return Object.fromEntries(services.map((service) => [service.service, service]));
}

/** A pull request into master of a branch of its own, with a stage of these services. */
export async function pullWithStage(
  world: World,
  branch: string,
  services: readonly PlantedService[],
  options: PlantOptions = {},
): Promise<{ readonly pull: Pull; readonly planted: Planted }> {
  world.repository.commit(branch, { 'note.txt': branch });
  const pull = await world.github.pulls.open({ head: branch, base: 'master' });
  return { pull, planted: await plantStage(world, `refs/heads/${branch}`, services, options) };
}

/** Closes a pull request and does what the run of that does. */
export async function destroyClosed(world: World, number: number, options: RemovalOptions = {}): Promise<RemovalRun> {
  await world.github.pulls.close(number);
  return destroy(world, await world.pullRequestRun(number, 'closed'), options);
}

/** The planted services whose stacks were asked to be deleted, in that order; others by the name of their stack. */
export function deletionsIn(calls: readonly JournalEntry[], { stacks }: Planted): string[] {
  const nameOf = (stack: string) => stack.split('/')[1] ?? stack;
  const services = new Map(Object.entries(stacks).map(([service, arn]) => [nameOf(arn), service]));
  return calls
    .filter(({ action }) => action === 'DeleteStack')
    .map(({ params }) => nameOf(String(params['StackName'])))
    .map((stack) => services.get(stack) ?? stack);
}

/** Who a lock says holds it; undefined where nobody does. */
export function lockHolder(world: World, { path }: Pick<Planted, 'path'>): unknown {
  return recordOf(world, `${path}/_repository/${REPOSITORY.id}/lock`)?.['holder'];
}

/** Has a run of our repository hold a stage's lock. */
export function holdLock(world: World, { path }: Pick<Planted, 'path'>, run: number): void {
  const name = `${path}/_repository/${REPOSITORY.id}/lock`;
  const repository = `${REPOSITORY.owner}/${REPOSITORY.name}`;
  const url = `https://github.com/${repository}/actions/runs/${run}`;
  const of = { repository, repositoryId: String(REPOSITORY.id), run: String(run), attempt: '1' };
  const holder = { kind: 'run', ...of, runner: `runner-of-${run}`, url };
  world.aws.ssm.put(ACCOUNTS.dev, REGION, name, JSON.stringify({ id: 'test', follows: '', sequence: 0, holder }));
}

/** All that is in AWS, to be compared with what is there later; a removal that was refused leaves a free lock behind. */
export function stateOfAws({ aws }: World, { locks = true } = {}): Readonly<Record<string, readonly string[]>> {
  const regions = [REGION, ...OTHER_REGIONS];
  const parameters = Object.values(ACCOUNTS).flatMap((account) =>
    regions.flatMap((region) =>
      aws.ssm
        .list(account, region)
        .filter(({ name }) => locks || !name.endsWith('/lock'))
        .map(({ name, versions }) => `${account} ${region} ${name} v${versions.length} ${versions.at(-1)?.value}`),
    ),
  );
  return {
    parameters,
    stacks: aws.stacks.list().flatMap(({ id, status, terminationProtection, events, resources }) => [
      `${id} ${status} ${terminationProtection} ${events.length} events`,
      ...[...resources.values()].map((one) => `${id} ${one.logicalId} ${one.status}`),
    ]),
    buckets: aws.buckets.list().flatMap(({ name, versioning, objects }) => [
      `${name} ${versioning}`,
      ...[...objects].map(([key, versions]) => `${name} ${key} ${versions.map((one) => one.versionId).join()}`),
    ]),
    functions: aws.functions.list().map(({ arn }) => arn),
    things: aws.things.list().map(({ type, arn }) => `${type} ${arn}`),
    repositories: aws.repositories.list().map(({ arn, images }) => `${arn} ${images.length} images`),
  };
}

/** Where these tests put things beside the usual region. */
export const OTHER_REGIONS = ['eu-west-1', 'eu-central-1'] as const;

/**
 * From now on an answer about a stack that is being deleted takes as long as the stand-in needs for that: a run then sees
 * the end at its first look, and does not wait two seconds for the next.
 */
export function answerOnceDeleted({ aws }: World): void {
  const isBeingDeleted = ({ StackName }: Record<string, unknown>) =>
    aws.stacks.find(String(StackName))?.status === 'DELETE_IN_PROGRESS';
  aws.faults.add({ service: 'cloudformation', action: 'DescribeStacks', match: isBeingDeleted, delayMs: 40 });
}
