/** How a stage lives: named in `stages`; with a pull request or branch; or from a laptop until it expires. */
export type StageKind = 'configured' | 'preview' | 'personal';

/** Which stage a run is about, and what it is made from. */
export interface StageIdentity {
  readonly name: string;
  readonly kind: StageKind;
  /** Full git ref that the stage follows (`refs/heads/…`); a pull request's where it owns its preview (`refs/pull/12`). */
  readonly ref: string;
  /** Number of the pull request that the run is about, where there is one. */
  readonly pullRequest?: number;
  /** The commit that is deployed: 40 hex digits; absent where nothing is. */
  readonly commit?: string;
  /** Branch that a preview's changes are measured against: its pull request's target, else the default branch. */
  readonly baseBranch?: string;
  /** Where a preview's commits leave `baseBranch`: what differs from there is the preview's own. */
  readonly mergeBase?: string;
}
