import { type Pair, pairList, pairOf } from '../configuration/promote.ts';
import type { Config } from '../configuration/schema.ts';
import { UserError } from '../errors.ts';
import { nearestName } from '../suggest.ts';

/** What a run was asked to promote. */
export interface PairInputs {
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Branch that the run is on; undefined if it is on none. */
  readonly runBranch: string | undefined;
}

/**
 * Chooses the pair of stages: what the inputs name, else the configuration's only pair, else the one whose `to` has the branch
 * of the run. Throws E_INPUT.
 */
export function choosePair(config: Config, { from, to, runBranch }: PairInputs): Pair {
  const pairs = pairList(config.promote).map(pairOf);
  const ofInputs = pairs.filter((pair) => (from ?? pair.from) === pair.from && (to ?? pair.to) === pair.to);
  const ofBranch = ofInputs.filter((pair) => config.stages?.[pair.to]?.branch === runBranch);
  const [only] = ofInputs.length === 1 ? ofInputs : ofBranch;
  if (only !== undefined && (ofInputs.length === 1 || ofBranch.length === 1)) {
    return only;
  }
  if (pairs.length === 0) {
    if (from !== undefined && to !== undefined && from !== to) {
      return pairOf({ from, to });
    }
    throw new UserError('E_INPUT', {
      what: 'it is not known which stage is promoted to which',
      why: 'serverless-stages.yml has no `promote`',
      fix: 'add `promote: { from: staging, to: prod }`, or give the inputs "from" and "to"',
    });
  }
  const nearest = [
    from === undefined ? undefined : nearestName(from, [...new Set(pairs.map((pair) => pair.from))]),
    to === undefined ? undefined : nearestName(to, [...new Set(pairs.map((pair) => pair.to))]),
  ].filter((name) => name !== undefined && name !== from && name !== to);
  const known = pairs.map((pair) => `${pair.from} to ${pair.to}`).join(', ');
  throw new UserError('E_INPUT', {
    what:
      ofInputs.length === 0
        ? `no pair of \`promote\` is from "${from ?? 'any stage'}" to "${to ?? 'any stage'}"`
        : 'several pairs of `promote` may be meant',
    fix: `${nearest.length === 0 ? '' : `did you mean "${nearest.join('" and "')}"? `}give the inputs "from" and "to" of one pair: ${known}`,
  });
}
