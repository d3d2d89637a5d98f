import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { node24 } from '../runner/node24.ts';
import type { WorkflowEvent } from '../world/run-context.ts';
import { type JobRun, readActLog } from './act-log.ts';
import { giveIdentities, type JobIdentities } from './job-identities.ts';
import { placeRepositories } from './local-repositories.ts';
import { copyProduct } from './product-copy.ts';
import { originOf, runVariables } from './run-context.ts';
import { findUsedRepositories } from './used-repositories.ts';
import { listJobs } from './workflow-jobs.ts';

export interface WorkflowToRun {
  /** Path of the act binary. */
  readonly act: string;
  /** The built product's checkout; a mapped copy of it runs. */
  readonly product: string;
  /** What callers write before and after the `@`; default `OWNER/serverless-stages` and `v1`. */
  readonly productName?: { readonly repository: string; readonly ref: string };
  /** A clone of a bare repository. The workflow file is read from its files, everything else from the bare one. */
  readonly userRepository: string;
  readonly event: WorkflowEvent;
  /** For example `.github/workflows/preview.yml`. */
  readonly workflow: string;
  /** Gives each job of the product an identity token of its own; without it, `env` gives all jobs the same. */
  readonly identities?: JobIdentities;
  /** Environment of every step: GITHUB_API_URL, ACTIONS_ID_TOKEN_REQUEST_URL, AWS_ENDPOINT_URL, GITHUB_RUN_ID, … */
  readonly env?: Readonly<Record<string, string>>;
  /** `GITHUB_TOKEN` becomes `github.token`. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  /** Folders that stand for other repositories, by `owner/name`, whatever the ref. */
  readonly localRepositories?: Readonly<Record<string, string>>;
  /** Seconds until act is ended; 600 by default. */
  readonly timeout?: number;
}

export interface WorkflowOutcome {
  readonly exitCode: number;
  /** Everything that act printed, masked. */
  readonly log: string;
  /** Every job of the workflow and of the product's workflows that it calls, by its id. */
  readonly jobs: Readonly<Record<string, JobRun>>;
}

/** Runs a workflow of the user's repository with act on this machine, on Node 24, without a container and without GitHub. */
export async function runWorkflow(options: WorkflowToRun): Promise<WorkflowOutcome> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'act-')));
  try {
    const { repository, ref } = options.productName ?? { repository: 'OWNER/serverless-stages', ref: 'v1' };
    const product = { repository, folder: join(folder, 'product') };
    const { identities } = options;
    copyProduct(options.product, product.folder, { repository, ref }, (text) =>
      identities === undefined ? text : giveIdentities(text, identities),
    );
    const used = [...findUsedRepositories(options.userRepository), ...findUsedRepositories(product.folder)];
    const repositories = placeRepositories(used, {
      product,
      given: options.localRepositories ?? {},
      bareRepository: originOf(options.userRepository),
      folder: join(folder, 'stand-ins'),
    });
    const { exitCode, printed } = await runAct(options, folder, buildArguments(options, folder, repositories));
    const { log, jobs } = readActLog(printed);
    for (const id of listJobs(join(options.userRepository, options.workflow), product)) {
      const ran = Object.keys(jobs).some((key) => key === id || key.startsWith(`${id} (`));
      if (!ran) jobs[id] = { result: 'skipped', steps: [] };
    }
    return { exitCode, log, jobs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function buildArguments(options: WorkflowToRun, folder: string, repositories: ReadonlyMap<string, string>): string[] {
  const eventFile = join(folder, 'event.json');
  // Else act reads .env, .secrets, .vars and .input of the user's repository.
  const empty = join(folder, 'empty');
  writeFileSync(eventFile, JSON.stringify(options.event.payload));
  writeFileSync(empty, '');
  const pairs = (flag: string, values: Readonly<Record<string, string>> = {}) =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  const env = { GITHUB_SERVER_URL: 'https://github.com', ...runVariables(options.event, options.userRepository) };
  const sender = (options.event.payload['sender'] as { login?: string } | undefined)?.login ?? 'octocat';
  return [
    options.event.name,
    ...['--actor', sender],
    ...['--directory', options.userRepository, '--workflows', options.workflow, '--eventpath', eventFile],
    ...['--platform', 'ubuntu-latest=-self-hosted', '--platform', 'ubuntu-24.04=-self-hosted'],
    ...['--json', '--rm', '--no-cache-server', '--no-skip-checkout', '--action-cache-path', join(folder, 'cache')],
    ...['--env-file', empty, '--secret-file', empty, '--var-file', empty, '--input-file', empty],
    ...pairs('--local-repository', Object.fromEntries(repositories)),
    ...pairs('--env', { ...env, ...options.env }),
    ...pairs('--secret', options.secrets),
    ...pairs('--var', options.variables),
  ];
}

async function runAct({ act, timeout = 600 }: WorkflowToRun, folder: string, args: readonly string[]) {
  const home = join(folder, 'home');
  mkdirSync(home);
  // Without a file of its own act asks on the terminal which images to use.
  writeFileSync(join(home, '.actrc'), '');
  // act hands its whole environment to the steps: they get only this. The actions' node is the first of the path.
  const env = { PATH: [dirname(node24()), process.env['PATH'] ?? ''].join(delimiter), HOME: home };
  const child = spawn(act, args, { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const timer = setTimeout(() => endGroup(child), timeout * 1000);
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  try {
    const exitCode = await new Promise<number>((done, fail) => {
      child.once('error', fail);
      child.once('close', (code) => done(code ?? 1));
    });
    return { exitCode, printed: Buffer.concat(chunks).toString('utf8') };
  } finally {
    clearTimeout(timer);
    endGroup(child);
  }
}

/** Ends act and what its steps left running; nothing to do when all have ended. */
function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // ESRCH: the group is gone.
  }
}
