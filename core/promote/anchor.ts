import type { HistoryCommit } from './history.ts';
import { readTrailers } from './trailers.ts';

/** Commits with their trees: a commit and all its ancestors, none before all of its children. */
export type Ancestry = ReadonlyMap<string, string>;

/** What is known of the history around a promotion. */
export interface HistoryParts {
  /** The line of first parents of the branch of `to`, newest first. */
  readonly line: readonly HistoryCommit[];
  /** Of the promoted commit. */
  readonly promoted: Ancestry;
  /** The commits that the branch of `from` was at, back from the promoted one. */
  readonly promotedLine: ReadonlySet<string>;
  /** Of the head of the branch of `from`. */
  readonly from: Ancestry;
  /** Of the head of the branch of `to`. */
  readonly to: Ancestry;
}

type Ancestries = Pick<HistoryParts, 'promoted' | 'from' | 'to'>;

/** Where what the branch of `to` has on its own begins. */
export interface Anchor {
  /** A commit with the tree over which the head of `to` is merged with the promoted commit. */
  readonly base: string;
  /** The commit of `from`'s branch that `to` had there. */
  readonly promoted: string;
}

/**
 * Walks the branch of `to` back to where it held what `from` had, and nothing of its own:
 * - a commit with the tree of an earlier one of the line (a rollback, a revert) counts as that earlier one;
 * - a promotion, or a commit with the tree of one that the promoted commit follows (a fast-forward, a squash, a rebase);
 * - the same of a commit that `from` has not any more, or that is newer than the promoted one;
 * - a merge of a commit that the promoted one follows: what else it brought is the branch's own.
 * Undefined if the line ends before.
 */
export function findAnchor(parts: HistoryParts): Anchor | undefined {
  const { line, promoted, from } = parts;
  const own = ownCommits(parts);
  const twinIn = twinFinder(promoted, own);
  const twinOfFrom = twinFinder(from, own);
  const last = new Map(line.map(({ tree }, index) => [tree, index]));
  for (let index = 0; index < line.length; index++) {
    const commit = line[index] as HistoryCommit;
    const earlier = last.get(commit.tree) ?? index;
    if (earlier > index) {
      index = earlier - 1;
      continue;
    }
    const named = promotedBy(commit, parts);
    const itself = own.has(commit.id) ? named : commit.id;
    const isKnown = itself !== undefined && (promoted.has(itself) || from.has(itself));
    const known = isKnown ? itself : twinIn(commit);
    if (known !== undefined) {
      return { base: commit.id, promoted: known };
    }
    const lost = named ?? twinOfFrom(commit);
    if (lost !== undefined) {
      return { base: commit.id, promoted: lost };
    }
    const merged = commit.parents.slice(1).find((parent) => promoted.has(parent));
    if (merged !== undefined) {
      return { base: merged, promoted: merged };
    }
  }
  return undefined;
}

/** Returns the newest rollback on the branch of `to` since its newest promotion; undefined if there is none. */
export function newestRollback(parts: HistoryParts): string | undefined {
  const newest = parts.line.find((commit) => isMove(commit, parts));
  return newest !== undefined && isRollback(newest, parts) ? newest.id : undefined;
}

/** Returns the commit that the newest promotion on the branch of `to` brought; undefined if there is none. */
export function newestPromoted(parts: HistoryParts): string | undefined {
  return parts.line.map((commit) => promotedBy(commit, parts)).find((promoted) => promoted !== undefined);
}

/**
 * Returns the rollbacks on the branch of `to` that are among the commits which `from` got since the newest promotion: whoever merged the branch of
 * `to` into `from`'s took their state over, and lost what they rolled back.
 */
export function takenOverRollbacks(parts: HistoryParts, brought: ReadonlySet<string>): HistoryCommit[] {
  const { line } = parts;
  const own = ownCommits(parts);
  const trees = new Map(line.map(({ tree }, index) => [tree, index]));
  return line.filter((commit, index) => {
    if (!brought.has(commit.id)) {
      return false;
    }
    const earlier = trees.get(commit.tree) ?? index;
    // A revert on the own line of `from` was wanted there.
    const isRevert = earlier > index && line[index + 1]?.tree !== commit.tree && own.has(commit.id);
    return isRollback(commit, parts) || isRevert;
  });
}

/**
 * The commits that the branch of `to` made itself: `from` may have them all the same, by a merge, or since it was set to one of them.
 * What is older than the first move is what the two began with.
 */
function ownCommits(parts: HistoryParts): Set<string> {
  const { line, promotedLine } = parts;
  const first = line.findLastIndex((commit) => isMove(commit, parts));
  return new Set(line.filter(({ id }, index) => index <= first || !promotedLine.has(id)).map(({ id }) => id));
}

/** The commit that a promotion took its tree from. Trailers are anyone's to write, so the tree has to be the same. */
export function promotedBy({ message, tree }: HistoryCommit, parts: Ancestries): string | undefined {
  const { promoted } = readTrailers(message);
  return promoted !== undefined && treeOf(promoted, parts) === tree ? promoted : undefined;
}

function isRollback({ message, tree }: HistoryCommit, parts: Ancestries): boolean {
  const { rolledBackTo } = readTrailers(message);
  return rolledBackTo !== undefined && treeOf(rolledBackTo, parts) === tree;
}

/** Whether a commit is one that `promote` made. */
function isMove(commit: HistoryCommit, parts: Ancestries): boolean {
  return promotedBy(commit, parts) !== undefined || isRollback(commit, parts);
}

const treeOf = (commit: string, { to, from, promoted }: Ancestries) =>
  to.get(commit) ?? from.get(commit) ?? promoted.get(commit);

/**
 * Returns how the newest commit of an ancestry is found that has the tree of another one, commits of `without` left out. One that
 * came after the other, by a merge of the branch of `to`, is none: `to` cannot have got it from there.
 */
function twinFinder(ancestry: Ancestry, without: ReadonlySet<string>): (commit: HistoryCommit) => string | undefined {
  const trees = new Map<string, string[]>();
  const places = new Map<string, number>();
  for (const [commit, tree] of ancestry) {
    places.set(commit, places.size);
    if (!without.has(commit)) {
      const known = trees.get(tree) ?? [];
      known.push(commit);
      trees.set(tree, known);
    }
  }
  return ({ id, tree }) => {
    const place = places.get(id) ?? -1;
    return trees.get(tree)?.find((twin) => (places.get(twin) ?? 0) >= place);
  };
}
