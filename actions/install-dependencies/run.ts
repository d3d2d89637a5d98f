import { UserError } from '../../core/errors.ts';
import { type Installation, type PackageFolder, planInstallations } from '../../core/install/plan.ts';
import type { ProcessResult } from '../../io/process.ts';
import type { Log } from '../../io/runner/log.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import type { contract, Inputs } from './contract.ts';

export interface Dependencies {
  /** Folders with a package.json that the services are installed from. */
  readonly findPackageFolders: () => Promise<readonly PackageFolder[]>;
  readonly install: (installation: Installation, npmToken: string | undefined) => Promise<ProcessResult>;
  readonly log: Log;
}

/** Installs the project's dependencies from their lockfiles, before the job has any credentials. */
export async function run(inputs: Inputs, deps: Dependencies): Promise<Outcome<typeof contract>> {
  const { log } = deps;
  const installations = planInstallations(await deps.findPackageFolders(), inputs['install-scripts']);
  if (installations.length === 0) {
    log.info('nothing to install: no folder of a service has a lockfile');
  }
  for (const installation of installations) {
    const what = `${installation.manager} ${installation.args.join(' ')} in ${installation.path}`;
    log.info(what);
    const result = await deps.install(installation, inputs['npm-token']).catch((cause: Error) => {
      if (cause instanceof UserError) {
        throw cause;
      }
      throw new UserError('E_INSTALL', {
        what: `${installation.manager} cannot be started: ${cause.message}`,
        fix: `install ${installation.manager} in a step before this one`,
        cause,
      });
    });
    log.foreign(what, result.output);
    if (result.code !== 0) {
      throw new UserError('E_INSTALL', {
        what: `${what} failed (${result.signal ?? `exit code ${result.code}`})`,
        why: firstErrors(result.output),
        fix: 'mend what it says; no role was assumed and nothing was deployed',
      });
    }
  }
  return { outputs: { installed: installations.map((installation) => installation.path).join(',') } };
}

/** The first lines that speak of an error; a package manager's usage comes after them. */
function firstErrors(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 'npm error'.length);
  const errors = lines.filter((line) => /error/i.test(line) && !/^at |complete log/.test(line));
  return (errors.length > 0 ? errors.slice(0, 4) : lines.slice(-4)).join(' / ').slice(0, 600) || 'it said nothing';
}
