import type { JobState } from './jobs.ts';
import type { RunAttempt, RunConclusion, RunOrigin, RunState, RunStatus } from './run.ts';

export type { RunAttempt, RunConclusion, RunOrigin, RunState, RunStatus } from './run.ts';

export interface RunsOptions {
  /** What a run is that nobody has set: in progress at its first attempt (the default), or not there. */
  readonly unknown?: 'in_progress' | 'missing';
}

/** The workflow runs of one repository, by the ids that GITHUB_RUN_ID gives. */
export interface Runs {
  /** May be changed at any time. */
  unknown: 'in_progress' | 'missing';
  /**
   * Sets how an attempt stands. As on GitHub an attempt begins when those before it are completed: they become so with
   * the conclusion `failure`, where they are not yet. Setting one of them later changes that one alone.
   */
  set(id: number | string, state: RunState & RunOrigin): void;
  /** A new queued run with an id of its own, which it returns. */
  start(origin: RunOrigin): number;
  /** The newest attempts of the runs that were set or started, newest run first. */
  list(): readonly RunAttempt[];
  /** From now on there is no such run, whatever `unknown` says: it was deleted. */
  remove(id: number | string): void;
  /** The newest attempt, or that one; undefined where there is none. */
  find(id: number, attempt?: number): RunAttempt | undefined;
}

interface Attempt {
  status: RunStatus;
  conclusion: RunConclusion | null;
  readonly startedAt: number;
  updatedAt: number;
  jobs?: readonly JobState[];
}

interface Run {
  readonly createdAt: number;
  origin: RunOrigin;
  /** The first one first. */
  readonly attempts: Attempt[];
}

/** No runs yet; `now` in milliseconds. */
export function createRuns(options: RunsOptions, now: () => number): Runs {
  const began = now();
  const runs = new Map<number, Run | 'removed'>();
  const newRun = (): Run => ({ createdAt: now(), origin: {}, attempts: [] });

  function begin(attempts: Attempt[]): void {
    const last = attempts.at(-1);
    if (last !== undefined && last.status !== 'completed') end(last, 'failure', now());
    attempts.push({ status: 'queued', conclusion: null, startedAt: now(), updatedAt: now() });
  }

  return {
    unknown: options.unknown ?? 'in_progress',
    set(given, { attempt: wanted, status, conclusion, jobs, ...origin }) {
      if (conclusion !== undefined && status !== 'completed') throw new Error(`no run is ${status} and ${conclusion}`);
      const id = readId(given);
      const known = runs.get(id);
      const run = known === undefined || known === 'removed' ? newRun() : known;
      const number = wanted ?? Math.max(1, run.attempts.length);
      while (run.attempts.length < number) begin(run.attempts);
      const attempt = run.attempts[number - 1];
      if (attempt === undefined) throw new Error(`${wanted} is no attempt of a run`);
      if (status === 'completed') end(attempt, conclusion ?? 'success', now());
      else Object.assign(attempt, { status, conclusion: null, updatedAt: now() });
      if (jobs !== undefined) attempt.jobs = jobs;
      run.origin = { ...run.origin, ...origin };
      runs.set(id, run);
    },
    start(origin) {
      const id = Math.max(FIRST_ID, ...runs.keys()) + 1;
      this.set(id, { status: 'queued', ...origin });
      return id;
    },
    list() {
      const found = [...runs.keys()].map((id) => this.find(id));
      return found.filter((run) => run !== undefined).sort((a, b) => b.id - a.id);
    },
    remove: (id) => void runs.set(readId(id), 'removed'),
    find(id, wanted) {
      const run = runs.get(id);
      if (run === 'removed' || (run === undefined && this.unknown === 'missing')) return undefined;
      const { createdAt, origin, attempts } = run ?? { createdAt: began, origin: {}, attempts: [inProgress(began)] };
      const number = wanted ?? attempts.length;
      const attempt = attempts[number - 1];
      const order = Math.max(1, [...runs.keys()].indexOf(id) + 1);
      return attempt === undefined
        ? undefined
        : { id, attempt: number, createdAt, number: order, ...origin, ...attempt };
    },
  };
}

/** Ids of runs that begin here come after it. */
const FIRST_ID = 10_000_000_000;

function inProgress(since: number): Attempt {
  return { status: 'in_progress', conclusion: null, startedAt: since, updatedAt: since };
}

function end(attempt: Attempt, conclusion: RunConclusion, at: number): void {
  attempt.status = 'completed';
  attempt.conclusion = conclusion;
  attempt.updatedAt = at;
}

function readId(given: number | string): number {
  const id = Number(given);
  if (!Number.isSafeInteger(id) || id <= 0) throw new Error(`${given} is no id of a run`);
  return id;
}
