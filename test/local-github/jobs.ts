import type { CheckConclusion, CheckStatus } from './checks.ts';
import type { RunAttempt } from './run.ts';

/** How a job stands; without a status, as its attempt does. */
export interface JobState {
  readonly name: string;
  readonly status?: CheckStatus;
  /** Only of a completed job; `success` without it. */
  readonly conclusion?: CheckConclusion;
  readonly steps?: readonly { readonly name: string; readonly conclusion?: CheckConclusion }[];
}

export interface Job {
  readonly id: number;
  readonly name: string;
  readonly status: CheckStatus;
  readonly conclusion: CheckConclusion | null;
  readonly steps: NonNullable<JobState['steps']>;
  readonly run: RunAttempt;
}

/** The jobs of an attempt: those that it was set with, else one named `deploy` that stands as the attempt does. */
export function jobsOf(run: RunAttempt): readonly Job[] {
  // Nothing of it ever began.
  if (run.conclusion === 'startup_failure') return [];
  return (run.jobs ?? [{ name: 'deploy' }]).map((job, index) => ({
    id: run.id * 10_000 + run.attempt * 100 + index,
    name: job.name,
    ...stateOf(job, run),
    steps: job.steps ?? [],
    run,
  }));
}

/** The run's id and attempt that a job's id was made of. */
export function runOfJob(id: number): { readonly run: number; readonly attempt: number } {
  return { run: Math.floor(id / 10_000), attempt: Math.floor((id % 10_000) / 100) };
}

function stateOf(job: JobState, run: RunAttempt): Pick<Job, 'status' | 'conclusion'> {
  const { status = job.conclusion === undefined ? run.status : 'completed' } = job;
  if (status !== 'completed') return { status, conclusion: null };
  if (job.conclusion !== undefined || job.status !== undefined)
    return { status, conclusion: job.conclusion ?? 'success' };
  const { conclusion } = run;
  return { status, conclusion: conclusion === 'stale' || conclusion === 'startup_failure' ? 'cancelled' : conclusion };
}
