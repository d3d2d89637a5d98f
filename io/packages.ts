import { readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative, sep } from 'node:path';
import { describeExit, lastWords } from '../core/child-exit.ts';
import { UserError } from '../core/errors.ts';
import { COREPACK_INSTALL, COREPACK_PROGRAMS, corepackProject } from '../core/install/corepack.ts';
import { type Installation, installCommand, type PackageFolder } from '../core/install/plan.ts';
import { parseJsonFile } from '../core/json-file.ts';
import { onlyDefined } from '../core/only-defined.ts';
import { createRedactor } from '../core/redact.ts';
import { plainEnvironment } from '../core/serverless/environment.ts';
import { type ConfiguredServices, discoverServices } from '../core/service/discover.ts';
import { readLimited } from './files/limited.ts';
import { findOnPath } from './files/on-path.ts';
import { isInside } from './files/workspace.ts';
import { withPrivateFolder } from './private-work.ts';
import { type ProcessResult, runProcess } from './process.ts';
import { workspaceFiles } from './services.ts';

/** Finds the folders with a package.json from each service's folder up to the workspace's root, the root first. */
export async function findPackageFolders(
  workspace: string,
  root: string,
  services: ConfiguredServices,
): Promise<PackageFolder[]> {
  const folders = new Set<string>();
  for (const service of await discoverServices(workspaceFiles(root), services, () => undefined)) {
    for (let folder = join(root, service.path); isInside(workspace, folder); folder = dirname(folder)) {
      folders.add(folder);
      if (folder === workspace) {
        break;
      }
    }
  }
  const found = await Promise.all([...folders].sort().map((folder) => readPackageFolder(workspace, folder)));
  return found.filter((folder) => folder !== undefined);
}

async function readPackageFolder(workspace: string, folder: string): Promise<PackageFolder | undefined> {
  const names = await readdir(folder);
  if (!names.includes('package.json')) {
    return undefined;
  }
  const manifest = await readManifest(join(folder, 'package.json'));
  const { packageManager } = manifest;
  const lists = [manifest['dependencies'], manifest['devDependencies'], manifest['optionalDependencies']];
  return {
    path: relative(workspace, folder).split(sep).join('/') || '.',
    names,
    hasDependencies: lists.some((list) => typeof list === 'object' && Object.keys(list).length > 0),
    ...(typeof packageManager === 'string' ? { packageManager } : {}),
  };
}

async function readManifest(path: string): Promise<Record<string, object | string | undefined>> {
  try {
    return parseJsonFile((await readLimited(path, path)).toString()) as Record<string, object | string | undefined>;
  } catch (cause) {
    if (cause instanceof UserError) {
      throw cause;
    }
    throw new UserError('E_INSTALL', {
      what: `${path} is not valid JSON: ${(cause as Error).message}`,
      fix: 'mend it',
      cause,
    });
  }
}

/** Installs what a plan says in a folder, and returns how that ended. Throws E_INSTALL if Corepack cannot be installed for it. */
export type Install = (installation: Installation, npmToken: string | undefined) => Promise<ProcessResult>;

/**
 * Does a piece of work with the way to install a workspace's packages. Package managers run with a plain environment: no token of
 * the job, no credentials but the registry's own. Corepack is installed once, if it is needed, outside of the project: what that
 * says of npm (`devEngines`, .npmrc) has no say in it.
 */
export async function whileInstalling<Result>(
  workspace: string,
  work: (install: Install) => Promise<Result>,
): Promise<Result> {
  return withPrivateFolder(process.env['RUNNER_TEMP'] ?? tmpdir(), 'corepack', async (outside) => {
    let corepack: Promise<void> | undefined;
    return work(async (installation, npmToken) => {
      const folder = join(workspace, installation.path);
      const isThere = (await findOnPath(installation.manager, process.env['PATH'] ?? '')) !== undefined;
      const { byCorepack, command } = installCommand(installation, isThere);
      if (!byCorepack) {
        return run(command, folder, npmToken);
      }
      corepack ??= installCorepack(outside, npmToken);
      await corepack;
      return run(command, folder, npmToken, join(outside, COREPACK_PROGRAMS));
    });
  });
}

async function installCorepack(outside: string, npmToken: string | undefined): Promise<void> {
  for (const [name, text] of Object.entries(corepackProject())) {
    await writeFile(join(outside, name), text);
  }
  const result = await run(COREPACK_INSTALL, outside, npmToken);
  if (result.code !== 0) {
    throw new UserError('E_INSTALL', {
      what: `Corepack, which brings pnpm and yarn, could not be installed (${describeExit(result)})`,
      why: lastWords(result.output),
      fix: 'mend what npm says; no role was assumed and nothing was deployed',
    });
  }
}

/** Runs a program in a folder, with more programs in front of PATH. */
function run(
  [command = '', ...args]: readonly string[],
  folder: string,
  npmToken: string | undefined,
  programs?: string,
): Promise<ProcessResult> {
  const registry = npmToken === undefined ? {} : { NODE_AUTH_TOKEN: npmToken, NPM_TOKEN: npmToken };
  const npmrc = process.env['NPM_CONFIG_USERCONFIG'];
  const environment = {
    ...plainEnvironment(process.env),
    ...onlyDefined({ NPM_CONFIG_USERCONFIG: npmrc }),
    ...registry,
    ...corepackSettings(process.env),
    ...(programs === undefined ? {} : { PATH: [programs, process.env['PATH']].join(delimiter) }),
  };
  const redactor = createRedactor(npmToken === undefined ? [] : [npmToken]);
  return runProcess({ command, args, folder, environment, redactor });
}

/** Corepack asks nothing, and takes its own known good version where package.json says none; the registry may be another. */
function corepackSettings(own: NodeJS.ProcessEnv): Record<string, string> {
  const registry = own['COREPACK_NPM_REGISTRY'];
  return {
    COREPACK_ENABLE_DOWNLOAD_PROMPT: '0',
    COREPACK_DEFAULT_TO_LATEST: '0',
    ...onlyDefined({ COREPACK_NPM_REGISTRY: registry }),
  };
}
