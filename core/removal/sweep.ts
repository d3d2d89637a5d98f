import { KEEP_LABEL } from '../preview/preview.ts';
import type { Decision } from '../stage/decision.ts';

/** What is known of a stage when the sweep comes to it. */
export type SweepFacts = {
  /** When it expires, in ISO 8601; undefined where the ledger does not say. */
  readonly expires: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
} & (
  | { readonly kind: 'personal' }
  | {
      readonly kind: 'preview';
      /** What the preview is to be, by GitHub. */
      readonly decision: Decision;
      /** Labels of the open pull requests that want it. */
      readonly labels: readonly string[];
    }
);

export interface SweepVerdict {
  readonly remove: boolean;
  readonly reason: string;
}

/**
 * Decides whether the sweep removes a stage: a preview that GitHub says is not wanted, or that nobody has deployed for too
 * long and no label keeps; a personal stage by its expiry alone.
 */
export function sweepVerdict(facts: SweepFacts): SweepVerdict {
  const { expires, now } = facts;
  const day = expires?.slice(0, 10);
  const hasExpired = expires !== undefined && Date.parse(expires) <= now;
  if (facts.kind === 'personal') {
    return hasExpired
      ? { remove: true, reason: `it expired on ${day}` }
      : { remove: false, reason: expires === undefined ? 'it never expires' : `it expires on ${day}` };
  }
  const { decision, labels } = facts;
  if (decision.decision === 'destroy') {
    return { remove: true, reason: decision.reason };
  }
  if (!hasExpired) {
    return { remove: false, reason: decision.reason };
  }
  return labels.includes(KEEP_LABEL)
    ? { remove: false, reason: `it expired on ${day}, and the label ${KEEP_LABEL} keeps it` }
    : { remove: true, reason: `it expired on ${day}: nobody deployed it for so long (the next push deploys it anew)` };
}
