import type { HistoryCommit } from './history.ts';
import { readTrailers } from './trailers.ts';

/** Commits with their trees: a commit and all its ancestors, newest first. */
export type Ancestry = ReadonlyMap<string, string>;

/** What is known of the history around a promotion. */
export interface HistoryParts {
  /** The line of first parents of the branch of `to`, newest first. */
  readonly line: readonly HistoryCommit[];
  /** Of the promoted commit. */
  readonly promoted: Ancestry;
  /** Of the head of the branch of `from`. */
  readonly from: Ancestry;
  /** Of the head of the branch of `to`. */
  readonly to: Ancestry;
}

/** Where what the branch of `to` has on its own begins. */
export interface Anchor {
  /** A commit with the tree over which the head of `to` is merged with the promoted commit. */
  readonly base: string;
  /** The commit of `from`'s branch that `to` had there. */
  readonly promoted: string;
}

/**
 * Walks the branch of `to` back to where it held what `from` had, and nothing of its own:
 * - a commit with the tree of one that the promoted commit follows (a promotion, a fast-forward, a squash, a rebase, or a rollback to one);
 * - a commit with the tree of an earlier one of the line (a rollback, a revert) counts as that earlier one;
 * - a promotion of a commit that `from` has not any more, or that is newer than the promoted one;
 * - a merge of a commit that the promoted one follows: what else it brought is the branch's own.
 * Undefined if the line ends before.
 */
export function findAnchor(parts: HistoryParts): Anchor | undefined {
  const { line, promoted, from } = parts;
  const promotedTrees = byTree(promoted);
  const fromTrees = byTree(from);
  const last = new Map(line.map(({ tree }, index) => [tree, index]));
  for (let index = 0; index < line.length; index++) {
    const commit = line[index] as HistoryCommit;
    const known = promotedTrees.get(commit.tree);
    if (known !== undefined) {
      return { base: commit.id, promoted: known };
    }
    const earlier = last.get(commit.tree) ?? index;
    if (earlier > index) {
      index = earlier - 1;
      continue;
    }
    const named = promotedBy(commit, parts) ?? fromTrees.get(commit.tree);
    if (named !== undefined) {
      return { base: commit.id, promoted: named };
    }
    const merged = commit.parents.slice(1).find((parent) => promoted.has(parent));
    if (merged !== undefined) {
      return { base: merged, promoted: merged };
    }
  }
  return undefined;
}

/**
 * Returns the rollbacks on the branch of `to`, since its newest promotion, that the promoted commit has in its history: whoever
 * merged the branch of `to` into `from`'s took their state over, and lost what they rolled back.
 */
export function takenOverRollbacks(parts: HistoryParts, ownLine: ReadonlySet<string>): HistoryCommit[] {
  const { line, promoted } = parts;
  const newest = line.findIndex((commit) => promotedBy(commit, parts) !== undefined);
  const trees = new Map(line.map(({ tree }, index) => [tree, index]));
  return (newest === -1 ? line : line.slice(0, newest)).filter((commit, index) => {
    if (!promoted.has(commit.id)) {
      return false;
    }
    const { rolledBackTo } = readTrailers(commit.message);
    const isOurs = rolledBackTo !== undefined && treeOf(rolledBackTo, parts) === commit.tree;
    const earlier = trees.get(commit.tree) ?? index;
    // A revert on the own line of `from` was wanted there.
    const isRevert = earlier > index && line[index + 1]?.tree !== commit.tree && !ownLine.has(commit.id);
    return isOurs || isRevert;
  });
}

/** The commit that a promotion took its tree from. Trailers are anyone's to write, so the tree has to be the same. */
function promotedBy({ message, tree }: HistoryCommit, parts: HistoryParts): string | undefined {
  const { promoted } = readTrailers(message);
  return promoted !== undefined && treeOf(promoted, parts) === tree ? promoted : undefined;
}

const treeOf = (commit: string, { to, from, promoted }: HistoryParts) =>
  to.get(commit) ?? from.get(commit) ?? promoted.get(commit);

/** The newest commit with each tree. */
function byTree(ancestry: Ancestry): Map<string, string> {
  const trees = new Map<string, string>();
  for (const [commit, tree] of ancestry) {
    if (!trees.has(tree)) {
      trees.set(tree, commit);
    }
  }
  return trees;
}
