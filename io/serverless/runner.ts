import { realpathSync } from 'node:fs';
import { lstat, mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import type { Parameter } from '../../core/profile/parameter.ts';
import { createRedactor, type Redactor } from '../../core/redact.ts';
import { type DeployTarget, deployArguments, packageArguments } from '../../core/serverless/argv.ts';
import { needsLicence, type ServerlessCli } from '../../core/serverless/cli.ts';
import {
  awsEnvironment,
  type ChildSession,
  cliEnvironment,
  plainEnvironment,
} from '../../core/serverless/environment.ts';
import { planHandover } from '../../core/serverless/parameters.ts';
import { type PackagedService, readPackagedService, STATE_FILE } from '../../core/serverless/state.ts';
import { SERVICE_FILES } from '../../core/service/definition.ts';
import { onCancel } from '../cancellation.ts';
import { onDisk } from '../files/disk.ts';
import { hashFile, hashFolder } from '../files/folder-hash.ts';
import { readLimited } from '../files/limited.ts';
import { findOnPath } from '../files/on-path.ts';
import { keepFile, removeAll } from '../files/private.ts';
import { whileRemovable } from '../private-work.ts';
import { type ProcessResult, runProcess } from '../process.ts';
import { runnerLog } from '../runner/log.ts';
import { runShell } from '../shell.ts';

/** One service with what it is deployed by. */
export interface CliJob {
  readonly key: string;
  /** How the log calls it: its key, and the region where there are several. */
  readonly label: string;
  /** Absolute path of the service's folder. */
  readonly folder: string;
  readonly cli: ServerlessCli;
  /** The file of its configuration in the folder; absent if it has one of the usual names. */
  readonly config?: string;
  /** All parameters that it gets. */
  readonly parameters: readonly Parameter[];
  /** What our plugin finds when this service's CLI runs it: plain JSON, which may hold secrets. */
  readonly pluginContext: unknown;
  /** Whether `${cf:…}` has to be led to other stacks (`stacks` of the context). */
  readonly isRedirected: boolean;
}

/** Runs the Serverless CLI for the services of one stage and region. */
export interface ServerlessRunner {
  /** Version of the Node.js that runs the CLI. */
  nodeVersion(): Promise<string>;
  package(job: CliJob): Promise<ProcessResult>;
  /** Runs a hook of the service: a command of its own, in its folder, with the role's keys and these variables. */
  hook(job: CliJob, command: string, variables: Readonly<Record<string, string>>): Promise<ProcessResult>;
  /** Runs the service's check of its deployment: the same, with no keys and no exported parameters. */
  verify(job: CliJob, command: string, variables: Readonly<Record<string, string>>): Promise<ProcessResult>;
  /** Reads what `package` made; throws E_PACKAGE_FAILED where it is not there or not of this stage. */
  packaged(job: CliJob): Promise<PackagedService>;
  /** Changes the text of a file that `package` left: of its state, which holds the template that is deployed, or of a nested template. */
  rewrite(job: CliJob, name: string, change: (text: string) => string): Promise<void>;
  /** Templates in the package beside the service's own: those of nested stacks, that a plugin made. */
  templates(job: CliJob): Promise<readonly { readonly name: string; readonly text: string }[]>;
  /** SHA-256 of the whole package. */
  hash(job: CliJob): Promise<string>;
  /** SHA-256 of a file of the package, in base64; undefined if there is no such file. */
  fileHash(job: CliJob, name: string): Promise<string | undefined>;
  /**
   * Deploys the package that `package` made; `force` also where the CLI thinks that it is live. `abort` ends the CLI; where
   * the step is cancelled, people are told to look at `console`.
   */
  deploy(job: CliJob, options: { force: boolean; abort: AbortSignal; console: string }): Promise<ProcessResult>;
}

export interface RunnerParts {
  readonly target: DeployTarget;
  /** The session with its keys, asked for before each child: a child cannot renew them. */
  readonly keys: () => Promise<ChildSession>;
  /** Names of the parameters that the CLI also gets as variables. */
  readonly exportEnv: readonly string[];
  readonly licence: { readonly accessKey?: string; readonly licenseKey?: string };
  readonly redactor: Redactor;
  /** Private folder of this run; whoever made it removes it. */
  readonly folder: string;
}

/** Prepares the private folder (empty AWS configuration) and returns a runner that works from it. */
export async function createServerlessRunner(parts: RunnerParts): Promise<ServerlessRunner> {
  const { target } = parts;
  const folder = join(parts.folder, target.region);
  const emptyFile = join(folder, 'empty');
  await onDisk(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(emptyFile, '', { mode: 0o600 });
    await mkdir(join(folder, 'packages'), { mode: 0o700 });
  });
  const command = await findNode(process.env['PATH'] ?? '');
  const packageFolder = (job: CliJob) => join(folder, 'packages', job.key);
  const contextPath = (job: CliJob) => join(folder, `plugin-${job.key}.json`);
  /** Arguments that point at a job's parameters, by its key. */
  const handedOver = new Map<string, readonly string[]>();

  /** Writes what a job hands over into files of its own. */
  const handOver = async (job: CliJob): Promise<readonly string[]> => {
    const name = `p-${job.key}.json`;
    const { file, args } = planHandover(job.parameters, join(folder, name));
    // A service may be packaged a second time.
    await keepFile(folder, name, JSON.stringify(file));
    await keepFile(folder, basename(contextPath(job)), JSON.stringify(job.pluginContext));
    handedOver.set(job.key, args);
    return args;
  };

  const run = async (job: CliJob, args: readonly string[], abort?: AbortSignal): Promise<ProcessResult> => {
    const leftOver = join(job.folder, '.serverless');
    await removeAll(leftOver);
    const session = await parts.keys();
    return whileRemovable(leftOver, () =>
      runProcess({
        command,
        args: [...preload(job), job.cli.script, ...args],
        folder: job.folder,
        environment: cliEnvironment({
          own: process.env,
          session,
          emptyFile,
          schemaCache: join(folder, 'schema-cache'),
          exported: exportedTo(job),
          pluginContext: contextPath(job),
          ...(needsLicence(job.cli) ? { licence: parts.licence } : {}),
        }),
        redactor: parts.redactor,
        ...onlyDefined({ abort }),
      }),
    );
  };

  const exportedTo = (job: CliJob) => job.parameters.filter(({ name }) => parts.exportEnv.includes(name));
  const shell = (job: CliJob, line: string, environment: Readonly<Record<string, string>>) =>
    runShell(line, { folder: job.folder, environment, redactor: parts.redactor });
  const readPackaged = async (job: CliJob, name: string) =>
    (await readLimited(join(packageFolder(job), name), `${job.label}: ${name}`, "a package's state")).toString();

  let first: Promise<unknown> | undefined;
  return {
    nodeVersion: once(() => nodeVersionOf(command)),
    /** The first one goes alone: it compiles the CLI's validator, which the others then find. */
    async package(job) {
      const args = await handOver(job);
      const config = await configOf(job);
      const work = () => run(job, packageArguments(target, packageFolder(job), args, config));
      if (first === undefined) {
        const result = work();
        first = result.catch(() => undefined);
        return result;
      }
      await first;
      return work();
    },
    async hook(job, line, variables) {
      const session = await parts.keys();
      const aws = awsEnvironment({ own: process.env, session, emptyFile, exported: exportedTo(job) });
      return shell(job, line, { ...aws, ...variables });
    },
    verify: (job, line, variables) => shell(job, line, { ...plainEnvironment(process.env), ...variables }),
    async packaged(job) {
      const text = await readPackaged(job, STATE_FILE).catch((error) => {
        if (error instanceof UserError) {
          throw error;
        }
        return '';
      });
      return readPackagedService(text, target);
    },
    async rewrite(job, name, change) {
      const text = await readPackaged(job, name);
      await onDisk(() => writeFile(join(packageFolder(job), name), change(text)));
    },
    async templates(job) {
      const names = (await readdir(packageFolder(job))).filter(isNestedTemplate);
      return Promise.all(names.map(async (name) => ({ name, text: await readPackaged(job, name) })));
    },
    hash: (job) => hashFolder(packageFolder(job)),
    fileHash: (job, name) => hashFile(join(packageFolder(job), name), 'base64').catch(() => undefined),
    async deploy(job, { force, abort, console: address }) {
      const forget = onCancel(() =>
        runnerLog.warning(
          `cancelled while ${job.label} was deployed: CloudFormation in ${target.region} goes on with its stack; look at ${address}, and run again when it is done`,
        ),
      );
      const config = await configOf(job);
      const args = deployArguments(target, packageFolder(job), handedOver.get(job.key) ?? [], { force, config });
      return run(job, args, abort).finally(forget);
    },
  };
}

/** The file that the CLI has to be told of: it does not see one that is a link (osls 4.3, serverless 3). */
async function configOf({ config, folder }: CliJob): Promise<string | undefined> {
  if (config !== undefined) {
    return config;
  }
  for (const name of SERVICE_FILES) {
    const stat = await lstat(join(folder, name)).catch(() => undefined);
    if (stat !== undefined) {
      return stat.isSymbolicLink() ? name : undefined;
    }
  }
  return undefined;
}

/** Node's arguments before the CLI's program: what leads `${cf:…}` to other stacks, if there is anything to lead. */
function preload({ isRedirected }: CliJob): string[] {
  return isRedirected ? ['--import', pathToFileURL(redirectProgram()).href] : [];
}

/** plugin/redirect.ts as it is built, beside the program that runs (dist/<name>/index.js). */
function redirectProgram(): string {
  return join(dirname(realpathSync(process.argv[1] ?? '')), '..', 'plugin', 'redirect.js');
}

/** Templates that plugins write for nested stacks (serverless-plugin-split-stacks, -nested-stacks). */
function isNestedTemplate(name: string): boolean {
  return (
    /^cloudformation-template-.+\.json$/.test(name) &&
    !/^cloudformation-template-(create|update)-stack\.json$/.test(name)
  );
}

async function nodeVersionOf(command: string): Promise<string> {
  const environment = plainEnvironment(process.env);
  const redactor = createRedactor([]);
  const { output } = await runProcess({ command, args: ['--version'], folder: '.', environment, redactor });
  return output.trim();
}

/** The Node that the job set up, as its services expect it; ours where PATH has none. */
async function findNode(path: string): Promise<string> {
  return (await findOnPath(process.platform === 'win32' ? 'node.exe' : 'node', path)) ?? process.execPath;
}
