import { ending, lastWords } from '../../../core/child-end.ts';
import { UserError } from '../../../core/errors.ts';
import { licenceFailure } from '../../../core/serverless/cli.ts';
import type { PackagedService } from '../../../core/serverless/state.ts';
import { checkResolved } from '../../../core/serverless/unresolved.ts';
import { checkTemplateNames } from '../../../core/service/names.ts';
import type { CliJob, ServerlessRunner } from '../../../io/serverless/runner.ts';
import type { DeployTools } from './deploy-tools.ts';

/** A package that was checked, with the hash by which it is known again. */
export interface CheckedPackage extends PackagedService {
  readonly hash: string;
}

/**
 * Packages a service and checks what came out. `missing` are outputs that it names and nobody has: they explain a failure,
 * a fallback may do without them. Throws E_PACKAGE_FAILED, E_OUTPUT_MISSING, E_STACK_COLLISION and what the checks throw.
 */
export async function packageService(
  job: CliJob,
  missing: readonly UserError[],
  tools: DeployTools,
): Promise<CheckedPackage> {
  const result = await tools.runner.package(job);
  if (result.code !== 0) {
    tools.log.foreign(`${job.label}: ${job.cli.product} package`, result.output);
    throw (
      licenceFailure(job.cli, result.output) ??
      missing[0] ??
      new UserError('E_PACKAGE_FAILED', {
        what: `the service "${job.key}" could not be packaged (${ending(result)})`,
        why: lastWords(result.output),
        fix: /Unrecognized configuration variable sources:.*output/.test(result.output)
          ? 'add the plugin that reads ${output:…}: `plugins: [serverless-stages/plugin]` (docs/plugin.md)'
          : 'mend what it says; nothing of this service was deployed',
      })
    );
  }
  if (tools.boundary !== undefined) {
    await tools.runner.setBoundary(job, tools.boundary);
  }
  const packaged = await tools.runner.packaged(job);
  tools.claimStack(packaged.stack, job.key);
  checkTemplateNames(packaged.stack, packaged.resources, tools.region);
  checkResolved(job.key, packaged.template, tools.parameterValues);
  return { ...packaged, hash: await hashPackage(job, tools.runner) };
}

/** Throws E_PACKAGE_CHANGED where a package is not the one that was checked any more. */
export async function checkUnchangedPackage(job: CliJob, hash: string, runner: ServerlessRunner): Promise<void> {
  if ((await hashPackage(job, runner)) !== hash) {
    throw packageChanged(job);
  }
}

/** Returns the package's hash; throws E_PACKAGE_CHANGED where files come and go while it is read. */
async function hashPackage(job: CliJob, runner: ServerlessRunner): Promise<string> {
  return runner.hash(job).catch((cause) => {
    throw packageChanged(job, cause);
  });
}

function packageChanged(job: CliJob, cause?: unknown): UserError {
  return new UserError('E_PACKAGE_CHANGED', {
    what: `the package of the service "${job.key}" is not the one that was checked`,
    why: 'something wrote into it in the meantime, so it was not deployed',
    fix: 'find out what runs beside the deploy (a plugin that leaves a process behind, say)',
    cause,
  });
}
