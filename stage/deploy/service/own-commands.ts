import { ending, lastWords } from '../../../core/child-end.ts';
import type { ServiceCommands } from '../../../core/configuration/effective-services.ts';
import { UserError } from '../../../core/errors.ts';
import { factVariables } from '../../../core/serverless/environment.ts';
import type { ProcessResult } from '../../../io/process.ts';
import type { CliJob } from '../../../io/serverless/runner.ts';
import type { DeployTools } from './deploy-tools.ts';

type HookName = 'before-deploy' | 'after-deploy';

/** A service whose own commands are run. */
interface Commanded {
  readonly job: CliJob;
  readonly commands: ServiceCommands | undefined;
}

/** Runs the hook before-deploy, where the service has one. Throws E_HOOK_FAILED. */
export async function runBeforeDeploy({ job, commands }: Commanded, tools: DeployTools): Promise<void> {
  await runHook('before-deploy', commands?.beforeDeploy, job, variablesOf(job, {}, tools), tools);
}

/**
 * Runs the hook after-deploy and the check `verify` of a service that stands deployed, where it has them. Throws
 * E_HOOK_FAILED, E_VERIFY_FAILED.
 */
export async function runAfterDeploy(
  { job, commands }: Commanded,
  outputs: Readonly<Record<string, string>>,
  tools: DeployTools,
): Promise<void> {
  const variables = variablesOf(job, outputs, tools);
  await runHook('after-deploy', commands?.afterDeploy, job, variables, tools);
  const verify = commands?.verify;
  if (verify === undefined) {
    return;
  }
  tools.log.info(`${job.label}: verify`);
  const result = await tools.runner.verify(job, verify, variables);
  tools.log.foreign(`${job.label}: verify`, result.output);
  if (result.code !== 0) {
    throw new UserError('E_VERIFY_FAILED', {
      what: `the service "${job.key}" is deployed in ${tools.region}, and its "verify" failed (${ending(result)})`,
      why: lastWords(result.output),
      fix: 'mend the service or its check; the next run deploys and checks it again',
    });
  }
}

async function runHook(
  name: HookName,
  command: string | undefined,
  job: CliJob,
  variables: Readonly<Record<string, string>>,
  { runner, log, region }: DeployTools,
): Promise<void> {
  if (command === undefined) {
    return;
  }
  log.info(`${job.label}: hook ${name}`);
  const result = await runner.hook(job, command, variables);
  log.foreign(`${job.label}: hook ${name}`, result.output);
  if (result.code !== 0) {
    throw hookFailed(name, { key: job.key, region }, result);
  }
}

function hookFailed(
  name: HookName,
  { key, region }: { readonly key: string; readonly region: string },
  result: ProcessResult,
): UserError {
  const stands = name === 'before-deploy' ? 'nothing of it was deployed' : 'its stack is deployed, and stays';
  return new UserError('E_HOOK_FAILED', {
    what: `the hook "${name}" of the service "${key}" in ${region} failed (${ending(result)}); ${stands}`,
    why: lastWords(result.output),
    fix: 'mend the command in serverless-stages.yml or what it runs; the next run does it again',
  });
}

function variablesOf(
  job: CliJob,
  outputs: Readonly<Record<string, string>>,
  { stage, region, commit }: DeployTools,
): Record<string, string> {
  const facts = { stage: stage.name, region, service: job.key, outputs };
  return factVariables(commit === undefined ? facts : { ...facts, commit });
}
