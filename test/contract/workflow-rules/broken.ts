import type { RuleName } from './rules.ts';
import type { SAMPLE } from './sample.ts';

/** What is wrong: in which file of the sample which text stands in the place of which, and what the rule finds. */
export interface Broken {
  readonly rule: RuleName;
  readonly path: keyof typeof SAMPLE;
  readonly from: string;
  readonly to: string;
  readonly finds: string;
}

type Change = readonly [from: string, to: string, finds: string];

/**
 * Returns the examples of one rule in one file; each finding is given without the path that it begins with, which is `at` where
 * a rule compares two files and finds it in the other one.
 */
export function broken(
  rule: RuleName,
  path: Broken['path'],
  changes: readonly Change[],
  at: Broken['path'] = path,
): Broken[] {
  return changes.map(([from, to, finds]) => ({ rule, path, from, to, finds: `${at}: ${finds}` }));
}
