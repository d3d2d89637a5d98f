import type { JobState } from './jobs.ts';
import type { User } from './repositories.ts';

export type RunStatus = 'queued' | 'in_progress' | 'completed' | 'waiting' | 'requested' | 'pending';
export type RunConclusion =
  | 'success'
  | 'failure'
  | 'cancelled'
  | 'skipped'
  | 'timed_out'
  | 'action_required'
  | 'neutral'
  | 'stale'
  | 'startup_failure';

/** How one attempt of a run stands. */
export interface RunState {
  /** Without it, the newest one that the run has; 1 for a new run. */
  readonly attempt?: number;
  readonly status: RunStatus;
  /** Only of a completed attempt; `success` without it. */
  readonly conclusion?: RunConclusion;
  /** Of this attempt; see `jobsOf` for what it has without. */
  readonly jobs?: readonly JobState[];
}

/** What a run is of; without it, a manual run of `.github/workflows/deploy.yml` on the default branch as it is now. */
export interface RunOrigin {
  readonly event?: string;
  readonly headBranch?: string;
  readonly headSha?: string;
  readonly name?: string;
  readonly path?: string;
  /** Whoever began it; default `octocat`. */
  readonly actor?: User;
}

export interface RunAttempt extends RunOrigin {
  readonly id: number;
  readonly attempt: number;
  readonly status: RunStatus;
  readonly conclusion: RunConclusion | null;
  /** Milliseconds: when the run began, when this attempt did, and its last change. */
  readonly createdAt: number;
  readonly startedAt: number;
  readonly updatedAt: number;
  /** 1 for the first run that was set. */
  readonly number: number;
  readonly jobs?: readonly JobState[];
}
