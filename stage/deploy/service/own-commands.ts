import { describeExit, lastWords } from '../../../core/child-exit.ts';
import type { ServiceCommands } from '../../../core/configuration/effective-services.ts';
import { UserError } from '../../../core/errors.ts';
import { onlyDefined } from '../../../core/only-defined.ts';
import { factVariables } from '../../../core/serverless/environment.ts';
import { isSuccess, type StackView } from '../../../core/stack/status.ts';
import type { Place } from '../../../io/aws/place.ts';
import type { RunInEmptyFolder } from '../../../io/empty-folder.ts';
import type { ProcessResult } from '../../../io/process.ts';
import type { Log } from '../../../io/runner/log.ts';
import type { CliJob, ServerlessRunner } from '../../../io/serverless/runner.ts';
import type { Run } from '../../run.ts';

/** What a command is told of its deployment. */
interface Facts {
  readonly run: Pick<Run, 'stage' | 'commit'>;
  readonly region: string;
  readonly outputs?: Readonly<Record<string, string>>;
}

interface CommandEdges {
  readonly runner: Pick<ServerlessRunner, 'hook' | 'verify'>;
  readonly log: Log;
}

/** Runs the hook before-deploy, if the service has one. Throws E_HOOK_FAILED. */
export async function runBeforeDeploy(
  job: CliJob,
  commands: ServiceCommands | undefined,
  facts: Facts,
  edges: CommandEdges,
): Promise<void> {
  await runHook('before-deploy', commands?.beforeDeploy, job, facts, edges);
}

/**
 * Runs the hook after-deploy and the check `verify` of a service that stands deployed, if it has them. Throws
 * E_HOOK_FAILED, E_VERIFY_FAILED.
 */
export async function runAfterDeploy(
  job: CliJob,
  commands: ServiceCommands | undefined,
  facts: Facts,
  edges: CommandEdges,
): Promise<void> {
  await runHook('after-deploy', commands?.afterDeploy, job, facts, edges);
  const verify = commands?.verify;
  if (verify === undefined) {
    return;
  }
  const { runner, log } = edges;
  log.info(`${job.label}: verify`);
  const result = await runner.verify(job, verify, variablesOf(job, facts));
  log.foreign(`${job.label}: verify`, result.output);
  if (result.code !== 0) {
    throw new UserError('E_VERIFY_FAILED', {
      what: `the service "${job.key}" is deployed in ${facts.region}, and its "verify" failed (${describeExit(result)})`,
      why: lastWords(result.output),
      fix: 'mend the service or its check; the next run deploys and checks it again',
    });
  }
}

/** A deployment that is about to be removed, and its hook. */
export interface RemovalHook {
  /** Key of the service. */
  readonly key: string;
  /** Name of the stage. */
  readonly stage: string;
  readonly stack: StackView;
  readonly command: string;
  readonly place: Pick<Place, 'region' | 'keys'>;
}

/**
 * Runs the hook before-destroy, with the role's keys and the facts of the deployment; in an empty folder, as a removal has
 * no checkout. It is left out if the stack is not whole any more. Throws E_HOOK_FAILED: nothing of the service was touched.
 */
export async function runBeforeDestroy(
  { key, stage, stack, command, place: { region, keys } }: RemovalHook,
  { runInEmptyFolder, log }: { readonly runInEmptyFolder: RunInEmptyFolder; readonly log: Log },
): Promise<void> {
  if (!isSuccess(stack.status)) {
    log.info(`${key}: hook before-destroy is left out, the stack is ${stack.status}`);
    return;
  }
  log.info(`${key}: hook before-destroy`);
  const facts = factVariables({ stage, region, key, outputs: stack.outputs });
  const result = await runInEmptyFolder(command, await keys(), facts);
  log.foreign(`${key}: hook before-destroy`, result.output);
  if (result.code !== 0) {
    throw hookFailed('before-destroy', { key, region }, result);
  }
}

async function runHook(
  name: 'before-deploy' | 'after-deploy',
  command: string | undefined,
  job: CliJob,
  facts: Facts,
  { runner, log }: CommandEdges,
): Promise<void> {
  if (command === undefined) {
    return;
  }
  log.info(`${job.label}: hook ${name}`);
  const result = await runner.hook(job, command, variablesOf(job, facts));
  log.foreign(`${job.label}: hook ${name}`, result.output);
  if (result.code !== 0) {
    throw hookFailed(name, { key: job.key, region: facts.region }, result);
  }
}

/** How things stand when a hook has failed, and what to do, by the hook. */
const AFTER_FAILURE = {
  'before-deploy': {
    stands: 'nothing of it was deployed',
    fix: 'mend the command in serverless-stages.yml or what it runs; the next run does it again',
  },
  'after-deploy': {
    stands: 'its stack is deployed, and stays',
    fix: 'mend the command in serverless-stages.yml or what it runs; the next run does it again',
  },
  'before-destroy': {
    stands: 'nothing of the service was removed',
    fix: 'mend the command in serverless-stages.yml, or take it out; the next removal runs it again',
  },
} as const;

function hookFailed(
  name: keyof typeof AFTER_FAILURE,
  { key, region }: { readonly key: string; readonly region: string },
  result: ProcessResult,
): UserError {
  const { stands, fix } = AFTER_FAILURE[name];
  return new UserError('E_HOOK_FAILED', {
    what: `the hook "${name}" of the service "${key}" in ${region} failed (${describeExit(result)}); ${stands}`,
    why: lastWords(result.output),
    fix,
  });
}

function variablesOf({ key }: CliJob, { run, region, outputs = {} }: Facts): Record<string, string> {
  const { stage, commit } = run;
  return factVariables({ stage: stage.name, region, key, outputs, ...onlyDefined({ commit }) });
}
