import type { Foreseen } from './foresee.ts';
import type { Line } from './line.ts';

/** What a verdict comes to: `refused` if a line failed; `dry-run` if it would go on. */
export type VerdictDecision = 'promote' | 'deploy' | 'nothing' | 'refused' | 'dry-run';

/** A commit that a promotion brings, or that a rollback takes away. */
export interface BroughtCommit {
  readonly id: string;
  /** First line of its message. */
  readonly subject: string;
}

/** All that a verdict says, as plain JSON. */
export interface PromotionResult {
  readonly schemaVersion: 1;
  readonly kind: 'promotion' | 'rollback';
  readonly from: string;
  readonly to: string;
  readonly commit: string;
  /** The commit that `to` has; absent if that is not known. */
  readonly has?: string;
  /** Login of who started the run. */
  readonly by: string;
  /** What was let through, and why; absent if nothing was. */
  readonly override?: string;
  readonly decision: VerdictDecision;
  readonly reason: string;
  readonly lines: readonly Line[];
  /** Newest first. */
  readonly commits: readonly BroughtCommit[];
  /** Whether there are more commits than are listed. */
  readonly hasMore: boolean;
  readonly pullRequests: readonly number[];
  /** What would become of each deployment; empty if that cannot be told. */
  readonly services: readonly Foreseen[];
  /** How to start it for real, of a dry run. */
  readonly command?: string;
}
