import { describeExit, lastWords } from '../../../core/child-exit.ts';
import { UserError } from '../../../core/errors.ts';
import { withAsciiOutputs } from '../../../core/serverless/ascii-outputs.ts';
import { withBoundary } from '../../../core/serverless/boundary.ts';
import { licenceFailure } from '../../../core/serverless/cli.ts';
import { functionCodes, joinCodes } from '../../../core/serverless/code.ts';
import { checkTemplateNames } from '../../../core/serverless/names.ts';
import { type NamingParts, withOwnNames } from '../../../core/serverless/own-names.ts';
import { type PackagedService, STATE_FILE } from '../../../core/serverless/state.ts';
import { asciiOutput, isLostOutput } from '../../../core/stack/output-text.ts';
import type { Log } from '../../../io/runner/log.ts';
import type { CliJob, ServerlessRunner } from '../../../io/serverless/runner.ts';
import type { ReadImport } from '../outputs/import-reads.ts';
import type { ClaimStack } from './stack-claims.ts';
import { takeImports } from './take-imports.ts';

/** A package that was checked, with the hash by which it is known again. */
export interface CheckedPackage extends PackagedService {
  readonly hash: string;
  /** Hash over the code of its functions; undefined if it cannot be told. */
  readonly code: string | undefined;
}

/** What a package is made with, and checked against. */
export interface PackageOptions {
  /** Outputs that the service names and nobody has: they explain a failure, a fallback may do without them. */
  readonly missing: readonly UserError[];
  readonly region: string;
  /** ARN of the permissions boundary that every role of the package gets. */
  readonly boundary: string | undefined;
  /** What buckets and roles without names are called after, by the stack that the package is for; undefined leaves them to CloudFormation. */
  readonly naming: ((stack: string) => Promise<NamingParts>) | undefined;
  /** What takes the place of imports; undefined if they all stay. */
  readonly readImport: ReadImport | undefined;
  readonly claimStack: ClaimStack;
}

/** Packages a service and checks what came out. Throws E_PACKAGE_FAILED, E_PACKAGE_CHANGED, E_CLI_LICENSE,
 * E_OUTPUT_MISSING, E_IMPORT_UNKNOWN, E_STACK_COLLISION and what the checks throw. */
export async function packageService(
  job: CliJob,
  { missing, region, boundary, naming, readImport, claimStack }: PackageOptions,
  runner: ServerlessRunner,
  log: Log,
): Promise<CheckedPackage> {
  const result = await runner.package(job);
  if (result.code !== 0) {
    log.foreign(`${job.label}: ${job.cli.product} package`, result.output);
    throw (
      licenceFailure(job.cli, result.output) ??
      missing[0] ??
      new UserError('E_PACKAGE_FAILED', {
        what: `the service "${job.key}" could not be packaged (${describeExit(result)})`,
        why: lastWords(result.output),
        fix: /Unrecognized configuration variable sources:.*output/.test(result.output)
          ? 'add the plugin that reads ${output:…}: `plugins: [serverless-stages/plugin]` (docs/plugin.md)'
          : 'mend what it says; nothing of this service was deployed',
      })
    );
  }
  if (boundary !== undefined) {
    await runner.rewrite(job, STATE_FILE, (text) => withBoundary(text, boundary));
  }
  if (naming !== undefined) {
    const parts = await naming((await runner.packaged(job)).stack);
    await runner.rewrite(job, STATE_FILE, (text) => withOwnNames(text, parts));
  }
  if (readImport !== undefined) {
    await takeImports(job, { readImport, region }, runner, log);
  }
  const packaged = await withOutputsGivenBack(job, await runner.packaged(job), runner, log);
  claimStack(packaged.stack, job.key);
  checkTemplateNames(packaged.stack, packaged.resources, region);
  return { ...packaged, hash: await hashPackage(job, runner), code: await codeOf(job, packaged, runner) };
}

/** Has CloudFormation give the outputs of a package back as they are, and tells of those that it will not. */
async function withOutputsGivenBack(
  job: CliJob,
  packaged: PackagedService,
  runner: ServerlessRunner,
  log: Log,
): Promise<PackagedService> {
  if (!Object.values(packaged.outputs).some((output) => asciiOutput(output) !== undefined)) {
    return packaged;
  }
  await runner.rewrite(job, STATE_FILE, withAsciiOutputs);
  const changed = await runner.packaged(job);
  const lost = Object.entries(changed.outputs).flatMap(([id, output]) => (isLostOutput(output) ? [id] : []));
  for (const id of lost) {
    log.warning(
      `${job.label}: CloudFormation gives the output ${id} back with "?" for what is not ASCII; no service can read it`,
    );
  }
  return changed;
}

/** Returns the hash over the code of a package's functions; undefined if that of one of them is not in the package. */
async function codeOf(job: CliJob, packaged: PackagedService, runner: ServerlessRunner): Promise<string | undefined> {
  const codes = await Promise.all(
    (functionCodes(packaged) ?? [undefined]).map(async (code) => {
      const hash = code === undefined ? undefined : 'hash' in code ? code.hash : await runner.fileHash(job, code.file);
      return code === undefined || hash === undefined ? undefined : { id: code.id, hash };
    }),
  );
  const known = codes.filter((code) => code !== undefined);
  return known.length === codes.length ? joinCodes(known) : undefined;
}

/** Throws E_PACKAGE_CHANGED if a package is not the one that was checked any more. */
export async function checkUnchangedPackage(job: CliJob, hash: string, runner: ServerlessRunner): Promise<void> {
  if ((await hashPackage(job, runner)) !== hash) {
    throw packageChanged(job);
  }
}

/** Returns the package's hash; throws E_PACKAGE_CHANGED if files come and go while it is read. */
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
