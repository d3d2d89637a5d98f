import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { currentEntry, parseLockEntry } from '../../core/ledger/lock.ts';
import { type Caller, type Strike, startTap, type Tap } from '../local-aws/tap.ts';
import type { Job } from '../runner/job.ts';
import type { RunContext, StepResult } from '../runner/run-options.ts';
import type { RunningStep } from '../runner/step.ts';
import { ACCOUNTS, REGION, REPOSITORY } from '../world/accounts.ts';
import { handedOver } from '../world/workflow.ts';
import type { World } from '../world/world.ts';
import { expectSuccess } from './verdict.ts';

interface Process {
  readonly pid: number;
  readonly parent: number;
}

/** All processes that run; none where there is no /proc. */
function processes(): Process[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const [state, parent] = readProc(name, 'stat')
        .replace(/^.*\) /s, '')
        .split(' ');
      return state === undefined || state === '' || state === 'Z'
        ? []
        : [{ pid: Number(name), parent: Number(parent) }];
    });
}

function readProc(pid: number | string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    // It has ended since.
    return '';
  }
}

/** The process of the action that this test has started for a run's attempt. */
export function actionOf(run: string, attempt: string): number {
  const found = processes().find(({ pid, parent }) => {
    if (parent !== process.pid) return false;
    const variables = readProc(pid, 'environ').split('\0');
    return variables.includes(`GITHUB_RUN_ID=${run}`) && variables.includes(`GITHUB_RUN_ATTEMPT=${attempt}`);
  });
  if (found === undefined) throw new Error(`there is no action of run ${run}, attempt ${attempt}`);
  return found.pid;
}

/** Ends an action as the kernel does that is out of memory (what it started lives on), or as a machine does that is gone. */
export function endAction(pid: number, how: 'process' | 'machine'): readonly Caller[] {
  if (how === 'process') {
    process.kill(pid, 'SIGKILL');
    return ['action'];
  }
  process.kill(pid, 'SIGSTOP');
  const all = processes();
  const family = [pid];
  for (const one of family) family.push(...all.filter(({ parent }) => parent === one).map((child) => child.pid));
  for (const one of family) process.kill(one, 'SIGKILL');
  return ['action', 'child'];
}

/** A job whose profile is loaded, once for all attempts that are made in it. */
export interface LoadedJob {
  readonly job: Job;
  readonly files: { readonly 'credentials-file': string; readonly 'parameters-file': string };
}

/** Loads the profile of a configuration for many attempts; what V8 compiles of our programs is kept between them. */
export async function loadJob(world: World, context: Partial<RunContext>, configuration: string, environment: string) {
  const job = world.job(world.withIdToken(context, environment));
  const profile = await job.run({ action: 'load-profile', inputs: { configuration } });
  expectSuccess(profile);
  return { job, files: handedOver(profile) } satisfies LoadedJob;
}

/** One attempt of a run. */
export interface Attempt {
  readonly run: number;
  readonly attempt: number;
}

/** An attempt that is under way. */
export interface RunningAttempt {
  readonly tap: Tap;
  readonly step: RunningStep;
}

export interface AttemptParts extends Attempt {
  readonly action: 'deploy-service' | 'destroy-stage';
  readonly inputs: Record<string, string>;
  readonly context: Partial<RunContext>;
  readonly strike?: Strike;
}

/** Starts the action of an attempt, with a tap of its own. */
export async function startAttempt(
  world: World,
  job: Job,
  { run, attempt, strike, context, ...parts }: AttemptParts,
): Promise<RunningAttempt> {
  const tap = await startTap(world.aws, strike);
  world.github.runs.set(run, { attempt, status: 'in_progress' });
  const env = { ...context.env, AWS_ENDPOINT_URL: tap.url };
  return { tap, step: job.start({ ...context, ...parts, runId: `${run}`, runAttempt: `${attempt}`, env }) };
}

/** 0, 1, … for so many points. */
export function indexesTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Spreads points over all calls of a run, before and after each. */
export function pointsOver(calls: number, count: number) {
  return Array.from({ length: count }, (_, index) => {
    // An odd number of halves: points that are evenly apart fall on both sides of a call.
    const half = Math.floor((index * (2 * calls - 1)) / count);
    return { index, at: 1 + (half >> 1), when: half % 2 === 0 ? ('before' as const) : ('after' as const) };
  });
}

/** Does all of a list in its order, as much at once as there are lanes. */
export async function inLanes<Lane, Item>(
  lanes: readonly Lane[],
  items: readonly Item[],
  work: (item: Item, lane: Lane) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item, lane);
    }),
  );
}

/** Name of the parameter that is a stage's lock. */
export const lockOf = (stagePath: string) => `${stagePath}/_repository/${REPOSITORY.id}/lock`;

/** Whether nobody holds this repository's lock of a stage, by the entry that counts. */
export function isLockFree({ aws }: World, stagePath: string): boolean {
  const name = lockOf(stagePath);
  const versions = aws.ssm.find(ACCOUNTS.dev, REGION, name)?.versions ?? [];
  const log = versions.map(({ version, modifiedAt: written, value }) => {
    return { version, written, entry: parseLockEntry(value, name) };
  });
  return currentEntry(log)?.entry.holder === undefined;
}

/** Variables that have an action note in a file when it writes what to stdout. */
export function notingOutput(file: string): Record<string, string> {
  const code = `import { appendFileSync } from 'node:fs';
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (text, ...more) => {
      appendFileSync(${JSON.stringify(file)}, JSON.stringify({ at: Date.now(), text: String(text) }) + '\\n');
      return write(text, ...more);
    };`;
  return { NODE_OPTIONS: preload(code) };
}

/** What `notingOutput` has noted, times in milliseconds since 1970. */
export function notedOutput(file: string): { readonly at: number; readonly text: string }[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as { at: number; text: string });
}

/** Value of NODE_OPTIONS that has a program run a module first. */
export function preload(code: string): string {
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
}

const commandOf = (pid: number) => readProc(pid, 'cmdline').replaceAll('\0', ' ').trim();

/**
 * Command lines of what a step has left running: in its process group, or with a folder's path in it. What ends by itself
 * when its pipes are closed (git, which was asked for objects) has half a second for that.
 */
export async function leftRunning({ orphans }: StepResult, folder: string): Promise<string[]> {
  const find = () => {
    const lines = processes().map(({ pid }) => ({ pid, line: commandOf(pid) }));
    return lines.filter(({ pid, line }) => line !== '' && (orphans.includes(pid) || line.includes(folder)));
  };
  if (find().length > 0) await sleep(500);
  return find().map(({ line }) => line);
}

/** An attempt that was cancelled as GitHub does it. */
export interface Cancelled {
  readonly tap: Tap;
  readonly step: StepResult;
}

/** Starts an attempt and cancels it at one of its calls; `cutOff` has no answer of AWS from then on. */
export async function cancelAt(
  start: (strike: Strike) => Promise<RunningAttempt>,
  { at, when }: Pick<Strike, 'at' | 'when'>,
  cutOff: readonly Caller[] = [],
): Promise<Cancelled> {
  let running: RunningAttempt | undefined;
  const act = () => {
    void running?.step.cancel();
    return cutOff;
  };
  running = await start({ at, when, act });
  const step = await running.step.result;
  await running.tap.close();
  return { tap: running.tap, step };
}
