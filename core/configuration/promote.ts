import * as v from 'valibot';
import { durationSeconds } from '../duration.ts';
import { duration, text } from './schema-parts.ts';

/** Who may start a promotion, the least first: the roles of GitHub that may run workflows. */
export const PROMOTERS = ['write', 'maintain', 'admin'] as const;
/** What becomes of a service whose code is not the code that `from` proved. */
export const CODE_LEVELS = ['required', 'warn', 'off'] as const;

const pair = v.strictObject({
  from: text('The stage that a promotion comes from.'),
  to: text('The stage that it goes to.'),
  soak: v.optional(duration('How long a commit has to be in `from` first (default: not at all).')),
  mode: v.optional(
    v.pipe(
      v.picklist(['branch', 'pull-request'], 'is neither branch nor pull-request'),
      v.description(
        'How the branch of `to` moves: by a commit after an approval, or by a pull request (default branch).',
      ),
    ),
  ),
  requires: v.optional(
    v.pipe(
      v.picklist(PROMOTERS, 'is none of write, maintain, admin'),
      v.description('The least role in the repository of whoever starts a promotion (default write).'),
    ),
  ),
  'same-code': v.optional(
    v.pipe(
      v.picklist(CODE_LEVELS, 'is none of required, warn, off'),
      v.description(
        'Whether the code of each function has to be the code that `from` has: required stops the deploy of a service, warn says it (default warn).',
      ),
    ),
  ),
});

/** `promote` of serverless-stages.yml: one pair of stages, or several. */
export const promoteSchema = v.pipe(
  v.union([pair, v.pipe(v.array(pair), v.minLength(1, 'names no pair'))]),
  v.description('Which stage is promoted to which.'),
);

/** A pair as the file has it. */
export type PairConfig = v.InferOutput<typeof pair>;

/** A pair of stages, defaults filled in. */
export interface Pair {
  readonly from: string;
  readonly to: string;
  /** Seconds. */
  readonly soak: number;
  readonly mode: 'branch' | 'pull-request';
  readonly requires: (typeof PROMOTERS)[number];
  readonly sameCode: (typeof CODE_LEVELS)[number];
}

/** Returns the pairs of a configuration as a list, as the file has them. */
export function pairList(promote: PairConfig | readonly PairConfig[] | undefined): readonly PairConfig[] {
  return promote === undefined ? [] : 'from' in promote ? [promote] : promote;
}

/** Fills the defaults of a pair in. */
export function pairOf({ from, to, soak, mode, requires, ...rest }: PairConfig): Pair {
  return {
    from,
    to,
    soak: soak === undefined ? 0 : durationSeconds(soak),
    mode: mode ?? 'branch',
    requires: requires ?? 'write',
    sameCode: rest['same-code'] ?? 'warn',
  };
}
