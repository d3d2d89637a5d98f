import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ActionManifest, readActionManifest } from './action-manifest.ts';
import { buildPath, type JobFolders, RUNTIME_TOKEN, runnerVariables } from './environment.ts';
import { expandDefault, resolveInputs } from './input-values.ts';
import { type SentOutputs, sendOutputs } from './job-outputs.ts';
import { isWanted } from './post-condition.ts';
import type { Conclusion, RunContext, RunOptions, StepResult } from './run-options.ts';
import { createSecretMasker, type SecretMasker } from './secret-masker.ts';
import { type RunningStep, startStep } from './step.ts';

const PRODUCT_ROOT = resolve(import.meta.dirname, '../..');
const GITHUB_TOKEN = 'canary-github-token-2c91e4';

/** One job: its steps share RUNNER_TEMP, HOME, the masks and what they add to the environment and to PATH. */
export interface Job {
  /** RUNNER_TEMP. */
  readonly temp: string;
  /** Worst of the steps that have ended. */
  readonly status: Conclusion;
  run(options: RunOptions): Promise<StepResult>;
  /** Starts a step and gives the handle that cancels it; the next step may start when its `result` is there. */
  start(options: RunOptions): RunningStep;
  /** Runs the post steps, the last step's first, whatever happened before; gives their results in that order. */
  finish(): Promise<StepResult[]>;
  /** The job's outputs as another job gets them: empty ones and those that hold a masked value are left out, the latter with the runner's warning. */
  outputs(values: Record<string, string>): SentOutputs;
  /** Removes the job's folders and ends what its steps left running. */
  remove(): void;
}

interface JobState {
  folder: string;
  folders: JobFolders;
  masker: SecretMasker;
  env: Record<string, string>;
  path: string[];
  status: Conclusion;
  posts: { script: string; condition: string; state: () => Record<string, string>; start: StartScript }[];
  orphans: number[];
  started: number;
}

type StartScript = (script: string, state: Record<string, string>) => RunningStep;

/** Makes a job; what `shared` gives counts for each of its steps unless the step gives its own. */
export function createJob(shared: Partial<RunContext> = {}): Job {
  const job = createJobState();
  return {
    temp: job.folders.temp,
    get status() {
      return job.status;
    },
    run: (options) => startAction(job, shared, options).result,
    start: (options) => startAction(job, shared, options),
    finish: () => finishJob(job),
    outputs: (values) => sendOutputs(job.masker, values),
    remove: () => removeJob(job),
  };
}

/** Runs one action as a job of its own, with its post step; gives the step's result and the post step's, if it has one. */
export async function runAction(options: RunOptions): Promise<StepResult & { post?: StepResult }> {
  const job = createJob();
  try {
    const result = await job.run(options);
    const [post] = await job.finish();
    return post ? { ...result, post } : result;
  } finally {
    job.remove();
  }
}

function createJobState(): JobState {
  const folder = mkdtempSync(join(tmpdir(), 'runner-job-'));
  const temp = join(folder, '_temp');
  const folders = { temp, toolCache: join(folder, '_tool'), home: join(folder, 'home'), eventFile: '' };
  for (const path of [temp, folders.toolCache, folders.home]) mkdirSync(path);
  const masker = createSecretMasker();
  masker.add(RUNTIME_TOKEN);
  return { folder, folders, masker, env: {}, path: [], status: 'success', posts: [], orphans: [], started: 0 };
}

function startAction(job: JobState, shared: Partial<RunContext>, options: RunOptions): RunningStep {
  const { action, inputs = {}, ...own } = options;
  const { workspace, ...rest } = { ...shared, ...own };
  if (!workspace) throw new Error('Neither the job nor the step names a workspace');
  const context: RunContext = { ...rest, workspace, env: { ...shared.env, ...own.env } };
  const token = context.githubToken ?? GITHUB_TOKEN;
  for (const secret of [token, context.idToken?.token ?? '', ...(context.secrets ?? [])]) job.masker.add(secret);
  const manifest = readActionManifest(context.root ?? PRODUCT_ROOT, action);
  const folders = { ...job.folders, eventFile: writeEvent(job, context) };
  const start: StartScript = (script, state) => {
    // What an earlier step wrote into GITHUB_ENV is there, the step's own env wins, the runner's variables win over both.
    const given: Record<string, string> = { HOME: context.home ?? folders.home, ...job.env, ...context.env };
    const runner = runnerVariables(context, folders, action);
    const { variables, unexpected } = resolveInputs(manifest, inputs, (text) => expandDefault(text, runner, token));
    const states = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
    const path = { PATH: buildPath(job.path, given['PATH']) };
    const all = { ...given, ...variables, ...states, ...runner, ...path };
    const plan = { script, action, variables: all, unexpectedInputs: unexpected, context, temp: folders.temp };
    return followStep(job, startStep({ ...plan, masker: job.masker }));
  };
  return startMain(job, manifest, start);
}

function startMain(job: JobState, manifest: ActionManifest, start: StartScript): RunningStep {
  let state: Record<string, string> = {};
  // Registered before main runs: the post step comes also when main fails or is cancelled.
  if (manifest.post) job.posts.push({ script: manifest.post, condition: manifest.postIf, state: () => state, start });
  const step = start(manifest.main, {});
  step.result.then(
    (result) => {
      state = result.state;
    },
    () => undefined,
  );
  return step;
}

function followStep(job: JobState, step: RunningStep): RunningStep {
  const result = step.result.then((ended) => {
    Object.assign(job.env, ended.env);
    for (const folder of ended.path) job.path = [...job.path.filter((known) => known !== folder), folder];
    job.orphans.push(...ended.orphans);
    job.status = worseOf(job.status, ended.conclusion);
    return ended;
  });
  return { result, cancel: () => step.cancel().then(() => result), kill: () => step.kill().then(() => result) };
}

function worseOf(status: Conclusion, conclusion: Conclusion): Conclusion {
  const order: Conclusion[] = ['success', 'failure', 'cancelled'];
  return order.indexOf(conclusion) > order.indexOf(status) ? conclusion : status;
}

function writeEvent(job: JobState, { event }: RunContext): string {
  job.started += 1;
  const folder = join(job.folders.temp, '_github_workflow');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `event-${job.started}.json`);
  writeFileSync(file, event?.text ?? JSON.stringify(event?.payload ?? {}, null, 2));
  return file;
}

async function finishJob(job: JobState): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const post of job.posts.splice(0).reverse()) {
    if (isWanted(post.condition, job.status)) results.push(await post.start(post.script, post.state()).result);
  }
  return results;
}

function removeJob(job: JobState): void {
  for (const pid of job.orphans) endProcess(pid);
  rmSync(job.folder, { recursive: true, force: true });
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself since.
  }
}
