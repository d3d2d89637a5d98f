import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { stringify } from 'yaml';
import type { JournalEntry } from '../local-aws/journal.ts';
import type { Job } from '../runner/job.ts';
import type { RunContext, StepResult } from '../runner/run-options.ts';
import type { RunningStep } from '../runner/step.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { type Files, writeFiles } from '../world/repository.ts';
import { handedOver } from '../world/workflow.ts';
import type { World } from '../world/world.ts';
import { type LoadedProfile, loadOnce, loadProfileIn, type ProfileRun } from './loaded-profile.ts';

const MODULES = resolve(import.meta.dirname, '../../node_modules');
/** CLIs as an application has them installed: the real ones, which find what they compiled before. */
const CLIS: Readonly<Record<string, readonly [target: string, name: string]>> = {
  osls: [resolve(import.meta.dirname, '../osls/package'), 'osls'],
  serverless3: [resolve(import.meta.dirname, '../serverless3/package'), 'serverless'],
};

/** The checked out files of a user's application. */
export interface Application {
  readonly folder: string;
  write(files: Files): void;
  remove(): void;
}

/**
 * Makes an application; `install` are packages of this repository that its node_modules has (default: osls), or
 * `serverless3`: serverless 3, which asks the local AWS.
 */
export function makeApplication(files: Files, install: readonly string[] = ['osls'], name = 'workspace'): Application {
  const root = mkdtempSync(join(tmpdir(), 'application-'));
  const folder = join(root, name);
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  for (const each of install) {
    const [target, link] = CLIS[each] ?? [join(MODULES, each), each];
    symlinkSync(target, join(folder, 'node_modules', link));
  }
  writeFiles(folder, files);
  return {
    folder,
    write: (changes) => writeFiles(folder, changes),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/**
 * Commits files on a branch of the world's repository and checks that out with its whole history, as actions/checkout does;
 * `cli` are files that an installation adds. It is removed with the repository.
 */
export function checkOut(world: World, files: Files, cli: Files, branch = 'master'): string {
  const folder = world.repository.checkout(world.repository.commit(branch, files));
  writeFiles(folder, cli);
  return folder;
}

/** The text of a serverless-stages.yml whose stage `dev` has these services (folders or entries by key) and this profile; `more` are other keys. */
export function stagesFile(
  services: Readonly<Record<string, string | object>>,
  profile: Readonly<Record<string, unknown>> = {},
  more: Readonly<Record<string, unknown>> = {},
): string {
  const role = `arn:aws:iam::${ACCOUNTS.dev}:role/serverless-stages`;
  const entries = Object.entries(services).map(([key, entry]) => [
    key,
    typeof entry === 'string' ? { path: entry } : entry,
  ]);
  return stringify({
    version: 1,
    app: 'workshop',
    profiles: { dev: { role, region: REGION, ...profile } },
    // The CLI makes its stacks, whatever state it leaves them in.
    stages: { dev: { profile: 'dev', branch: 'master', destroy: 'allowed' } },
    ...(Object.keys(services).length === 0 ? {} : { services: Object.fromEntries(entries) }),
    ...more,
  });
}

export interface DeployOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  /** Inputs of load-profile. */
  readonly loadInputs?: Readonly<Record<string, string>>;
  readonly context?: Partial<RunContext>;
  /** Output of resolve-stage; without it the stage is `dev`, of the file in the workspace. */
  readonly configuration?: string;
  /** GitHub environment of the job; default: `dev`. */
  readonly environment?: string;
  /** The environment of both steps. */
  readonly env?: Readonly<Record<string, string>>;
  /** Variables that only the deploy step has. */
  readonly deployEnv?: Readonly<Record<string, string>>;
  /** Cancels the deploy step, as GitHub does, once this is true. */
  readonly cancelWhen?: () => boolean;
  /** Called when the profile is loaded; what it returns becomes inputs of deploy-service. The job is then one of its own. */
  readonly beforeDeploy?: (profile: StepResult, job: Job) => Readonly<Record<string, string>> | undefined;
}

export interface Deployment {
  readonly step: StepResult;
  /** What deploy-service and its children asked of AWS. */
  readonly calls: readonly JournalEntry[];
}

/**
 * Runs the built deploy-service for a stage (`dev`) of an application, with the profile that the built load-profile gives: it
 * is loaded once for all deploys of a world that would load the same.
 */
export async function deploy(world: World, folder: string, options: DeployOptions = {}): Promise<Deployment> {
  if (options.beforeDeploy !== undefined) return deployInOwnJob(world, folder, options);
  return runDeploy(world, folder, options, await loadOnce(world, profileRun(world, folder, options)));
}

export interface WholeJob extends Deployment {
  readonly job: Job;
  readonly profile: StepResult;
  readonly posts: readonly StepResult[];
}

/** The same as a whole job: load-profile, deploy-service, and the job's end. */
export async function deployInOwnJob(world: World, folder: string, options: DeployOptions = {}): Promise<WholeJob> {
  const loaded = await loadProfileIn(world, profileRun(world, folder, options));
  const { job, profile } = loaded;
  const given = options.beforeDeploy?.(profile, job);
  const deployment = await runDeploy(world, folder, { ...options, inputs: { ...options.inputs, ...given } }, loaded);
  return { ...deployment, job, profile, posts: await job.finish() };
}

/** What load-profile is run with. */
function profileRun(world: World, folder: string, options: DeployOptions): ProfileRun {
  const { configuration, environment = 'dev', loadInputs } = options;
  return {
    context: { ...world.dispatchRun('refs/heads/master'), ...options.context, workspace: folder },
    environment,
    env: { SLS_AWS_MONITORING_FREQUENCY: '50', ...options.env },
    inputs: { ...stageOf(configuration), ...loadInputs },
  };
}

const stageOf = (configuration: string | undefined): Record<string, string> =>
  configuration === undefined ? { stage: 'dev' } : { configuration };

async function runDeploy(
  world: World,
  folder: string,
  options: DeployOptions,
  { job, profile }: LoadedProfile,
): Promise<Deployment> {
  const { context, environment } = profileRun(world, folder, options);
  const before = world.aws.journal.entries.length;
  const running = job.start({
    ...world.withIdToken(context, environment),
    action: 'deploy-service',
    inputs: { ...stageOf(options.configuration), ...handedOver(profile), ...options.inputs },
    env: { ...options.deployEnv },
  });
  const step = await (options.cancelWhen === undefined ? running.result : cancelOnce(options.cancelWhen, running));
  return { step, calls: world.aws.journal.entries.slice(before) };
}

async function cancelOnce(isTime: () => boolean, running: RunningStep): Promise<StepResult> {
  while (!isTime()) await sleep(20);
  return running.cancel();
}

/** Keys of a serverless-stages.yml by which pull requests into master get previews. */
export const PREVIEWS = {
  'default-profile': 'dev',
  previews: { 'target-branches': ['master'], role: `arn:aws:iam::${ACCOUNTS.dev}:role/serverless-stages-preview` },
} as const;

export interface Preview extends Deployment {
  readonly stage: string;
  readonly resolve: StepResult;
}

/** Runs the built resolve-stage for a pull request in a checkout of its head, and deploys what it says. */
export async function deployPreview(
  world: World,
  folder: string,
  number: number,
  options: DeployOptions = {},
): Promise<Preview> {
  const context = { ...(await world.pullRequestRun(number, 'synchronize')), workspace: folder };
  const resolve = await world.job(context).run({ action: 'resolve-stage' });
  expect(resolve.outputs, resolve.log).toMatchObject({ decision: 'deploy', kind: 'preview' });
  const { configuration = '', environment = '', stage = '' } = resolve.outputs;
  return { stage, resolve, ...(await deploy(world, folder, { context, configuration, environment, ...options })) };
}

/** One service in the output `result`. */
export interface ServiceRow {
  readonly key: string;
  readonly status: string;
  readonly reason?: string;
  readonly reads?: readonly { readonly service: string; readonly stage: string }[];
  readonly region?: string;
  readonly stack?: string;
  readonly stackStatus?: string;
  readonly url?: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly error?: { readonly code: string; readonly message: string };
}

/** The services of the output `result`, by key. */
export function servicesOf(step: StepResult): Record<string, ServiceRow> {
  const result = JSON.parse(step.outputs['result'] || '{"services":[]}') as { services: ServiceRow[] };
  return Object.fromEntries(result.services.map((service) => [service.key, service]));
}

/** The status of each service in the output `result`, by key. */
export function statusesOf(step: StepResult): Record<string, string> {
  return Object.fromEntries(Object.entries(servicesOf(step)).map(([key, { status }]) => [key, status]));
}

/** What CloudFormation says an output of a stack is; undefined where there is none, or no stack. */
export function outputOf(world: World, stack: string, key: string): string | undefined {
  const output = world.aws.stacks.find(stack)?.outputs.find((each) => each.key === key);
  // CloudFormation gives back ASCII alone: what is not is escaped, and the description says so.
  return output?.description?.endsWith('[serverless-stages: escaped]') === true
    ? output.value.replace(/\\u[0-9a-f]{4}/g, (escaped) => JSON.parse(`"${escaped}"`) as string)
    : output?.value;
}

/** Everything of some steps that is kept or shown, by place; without the lines that tell the runner what to mask. */
export function written(...steps: readonly StepResult[]): Record<string, string> {
  return Object.fromEntries(
    steps.flatMap((step, index) => {
      const annotations = JSON.stringify(step.annotations.map(({ message, properties }) => [message, properties]));
      const places = {
        log: step.log,
        raw: step.raw.replaceAll(/^::add-mask::.*$/gm, ''),
        outputs: Object.values(step.outputs).join('\n'),
        summary: step.summary,
        annotations,
        ...step.files,
      };
      return Object.entries(places).map(([place, text]) => [`step ${index + 1}'s ${place}`, text]);
    }),
  );
}
