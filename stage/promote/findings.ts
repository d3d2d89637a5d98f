import type { ExpectedCode } from '../../core/deploy/same-code.ts';
import type { HistoryCommit } from '../../core/promote/history.ts';
import type { Line } from '../../core/promote/line.ts';
import type { PromotionResult } from '../../core/promote/result.ts';
import type { Circumstances, CommonAnswers } from './circumstances.ts';
import type { Scene } from './scene.ts';

/** Most commits that are listed. */
export const MOST_COMMITS = 50;

/** What a run was started with. */
export interface Wanted {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly commit: string | undefined;
  readonly rollback: string | undefined;
  readonly isDryRun: boolean;
  readonly circumstances: Circumstances;
}

/** What was found about a promotion or a rollback, before it is decided. */
export interface Findings {
  readonly scene: Scene;
  readonly kind: 'promotion' | 'rollback';
  /** The commit whose tree `to` gets. */
  readonly commit: string;
  readonly tree: string;
  /** The commit that `to` has; undefined if that is not known. */
  readonly has: string | undefined;
  readonly common: CommonAnswers;
  /** The lines that only this kind has. */
  readonly lines: readonly Line[];
  /** Newest first; one more than is shown if there are more. */
  readonly commits: readonly HistoryCommit[];
  readonly services: PromotionResult['services'];
  /** Tree at the head of the branch of `to`. */
  readonly headTree: string;
  /** Whether `to` completed what it would get; undefined if that is not known. */
  readonly isThere: boolean | undefined;
  readonly expectedCode: ExpectedCode | undefined;
}
