/** A commit as the history of a clone has it. */
export interface HistoryCommit {
  readonly id: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
}

/** What a three-way merge came to. */
export interface MergedTree {
  /** Files in which the merge differs from the second side, or could not decide: what taking that side would take away. */
  readonly differing: readonly string[];
}
