import * as v from 'valibot';
import { ownerSchema } from './owner.ts';
import { parseStored, runSchema, version } from './record.ts';

const wish = v.object({
  ...version,
  owner: ownerSchema,
  run: runSchema,
  /** Regions that were deployed to. */
  regions: v.array(v.string()),
  /** The pull requests that wanted a preview, the newest last: a branch may have several. */
  pullRequests: v.exactOptional(v.array(v.number())),
  /** What is wanted in the stage, as far as this run knows. */
  commit: v.exactOptional(v.string()),
  /** Whether the whole plan of `commit` was completed. */
  complete: v.boolean(),
  /** The commit whose whole plan was completed last. */
  completedCommit: v.exactOptional(v.string()),
  /** Since when `completedCommit` is there without another one in between, in ISO 8601. */
  completedSince: v.exactOptional(v.string()),
  /** What the run said of the tests of `completedCommit`; absent if it said nothing. */
  tests: v.exactOptional(v.picklist(['passed', 'none'])),
  /** When the stage has been left alone for too long, in ISO 8601; absent where it never expires. */
  expires: v.exactOptional(v.string()),
});

/** What a repository wants in a stage. */
export type Wish = Readonly<v.InferOutput<typeof wish>>;

/** Reads what a repository wants; throws E_LEDGER with the remedy where it is none. */
export function parseWish(text: string, name: string): Wish {
  return parseStored(wish, text, name);
}

/** Returns what the newest run wrote, of what a repository's wishes in several regions say; undefined for none. */
export function newestWish(wishes: readonly Wish[]): Wish | undefined {
  const age = ({ run, complete }: Wish) => Number(run.id) * 2000 + Number(run.attempt) * 2 + Number(complete);
  return [...wishes].sort((a, b) => age(b) - age(a))[0];
}

/** So many pull requests of a preview are remembered: each is asked for by its number before the preview is removed. */
const MOST_PULL_REQUESTS = 20;

/** Returns the pull requests of a preview with one more, or the same one again, as the newest; undefined for none. */
export function rememberPullRequest(
  known: readonly number[] | undefined,
  number: number | undefined,
): number[] | undefined {
  const numbers = [...(known ?? []).filter((one) => one !== number), ...(number === undefined ? [] : [number])];
  return numbers.length === 0 ? undefined : numbers.slice(-MOST_PULL_REQUESTS);
}
