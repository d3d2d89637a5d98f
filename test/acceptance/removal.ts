import type { JournalEntry } from '../local-aws/journal.ts';
import type { Pull } from '../local-github/pull.ts';
import type { Job } from '../runner/job.ts';
import type { RunContext, StepResult } from '../runner/run-options.ts';
import type { RunningStep } from '../runner/step.ts';
import type { World } from '../world/world.ts';
import { type Planted, type PlantedService, type PlantOptions, plantStage } from './plant.ts';
import { expectSuccess } from './verdict.ts';

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
  /** Called when destroy-stage has started: it may end it. */
  readonly onStart?: (running: RunningStep) => Promise<unknown>;
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
  {
    configuration,
    environment = '',
    inputs = {},
    env = {},
    beforeDestroy,
    onStart,
  }: RemovalOptions & { configuration: string },
): Promise<Omit<RemovalRun, 'resolve'>> {
  const job = world.job({ ...world.withIdToken(context, environment, { head_ref: context.headRef ?? '' }), env });
  const profile = await job.run({ action: 'load-profile', inputs: { configuration } });
  expectSuccess(profile);
  await beforeDestroy?.(job);
  const before = world.aws.journal.entries.length;
  const running = job.start({
    action: 'destroy-stage',
    inputs: { configuration, 'credentials-file': profile.outputs['credentials-file'] ?? '', ...inputs },
  });
  await onStart?.(running);
  const step = await running.result;
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
  const wish = options.wish === null ? null : { pullRequests: [pull.number], ...options.wish };
  return { pull, planted: await plantStage(world, `refs/heads/${branch}`, services, { ...options, wish }) };
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

/** Runs the sweep as its schedule does: all previews that are not wanted any more. */
export function sweep(world: World, options: RemovalOptions = {}): Promise<RemovalRun> {
  const inputs = { expired: 'true', ...options.inputs };
  const context = world.otherRun('schedule', 'refs/heads/master');
  return destroy(world, context, { ...options, resolve: { sweep: 'true', ...options.resolve }, inputs });
}

/** The stages in the output `result`, by name. */
export function stagesIn(step: StepResult): Record<string, StageRow> {
  return Object.fromEntries(removalOf(step).stages.map((row) => [row.stage, row]));
}
