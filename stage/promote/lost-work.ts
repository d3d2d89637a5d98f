import {
  findAnchor,
  type HistoryParts,
  newestPromoted,
  newestRollback,
  promotedBy,
  takenOverRollbacks,
} from '../../core/promote/anchor.ts';
import type { Before, LostWork } from '../../core/promote/kept.ts';
import type { History } from '../../io/git/history.ts';

/** The three commits that a promotion is about. */
export interface Heads {
  /** Head of the branch of `from`. */
  readonly from: string;
  /** Head of the branch of `to`. */
  readonly to: string;
  readonly promoted: string;
}

/** Tree of a commit without files, which git knows without having it. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Reads the history that a promotion is judged by; undefined if the clone does not have all of it. */
export async function readHistory(history: History, heads: Heads): Promise<HistoryParts | undefined> {
  const [line, promoted, from, to] = await Promise.all([
    history.line(heads.to),
    history.ancestry(heads.promoted),
    history.ancestry(heads.from),
    history.ancestry(heads.to),
  ]);
  if (line === undefined || promoted === undefined || from === undefined || to === undefined) {
    return undefined;
  }
  const promotedLine = await ownLine(history, heads.promoted, { promoted, from, to });
  return promotedLine === undefined ? undefined : { line, promotedLine, promoted, from, to };
}

/**
 * Walks the line of first parents of a commit of `from`; where `from` was set to a promotion on the branch of `to`, it goes on with
 * the commit that was promoted.
 */
async function ownLine(
  history: History,
  start: string,
  ancestries: Pick<HistoryParts, 'promoted' | 'from' | 'to'>,
): Promise<Set<string> | undefined> {
  const own = new Set<string>();
  for (let at: string | undefined = start; at !== undefined; ) {
    const line = await history.line(at);
    if (line === undefined) {
      return undefined;
    }
    const move = line.findIndex((commit) => promotedBy(commit, ancestries) !== undefined);
    for (const { id } of move === -1 ? line : line.slice(0, move)) {
      own.add(id);
    }
    const promotion = line[move];
    at = promotion === undefined ? undefined : promotedBy(promotion, ancestries);
  }
  return own;
}

/** What was found about a promotion by its history. */
export interface HistoryVerdict {
  /** What `to` got from `from` before; undefined if nothing is known of that. */
  readonly before: Before | undefined;
  /** Undefined if git cannot tell. */
  readonly lost: LostWork | undefined;
}

/** Finds out where a promotion goes on from, and what it would take away of what the branch of `to` has. */
export async function findLostWork(history: History, heads: Heads, parts: HistoryParts): Promise<HistoryVerdict> {
  const anchor = findAnchor(parts);
  const base = anchor?.base ?? (await history.mergeBase(heads.to, heads.promoted)) ?? EMPTY_TREE;
  const own = await history.merge(base, heads.to, heads.promoted);
  const before = anchor === undefined ? undefined : await standingTo(anchor.promoted, heads.promoted, parts, history);
  const takenOver = await findTakenOver(history, heads.promoted, parts);
  return { before, lost: own === undefined || takenOver === undefined ? undefined : { own: own.differing, takenOver } };
}

/** What the rollbacks took back that `from`'s branch took over since, as far as the promoted commit does not have it again. */
async function findTakenOver(
  history: History,
  promoted: string,
  parts: HistoryParts,
): Promise<LostWork['takenOver'] | undefined> {
  const newest = newestPromoted(parts);
  const brought = newest === undefined ? [...parts.promoted.keys()] : await history.ids(newest, promoted);
  if (brought === undefined) {
    return undefined;
  }
  const found = await Promise.all(
    takenOverRollbacks(parts, new Set(brought)).map(async ({ id, parents: [parent] }) => {
      const merged = parent === undefined ? undefined : await history.merge(id, parent, promoted);
      return merged === undefined ? undefined : { rollback: id, files: merged.differing };
    }),
  );
  const known = found.filter((one) => one !== undefined);
  return known.length === found.length ? known : undefined;
}

async function standingTo(before: string, commit: string, parts: HistoryParts, history: History): Promise<Before> {
  if (parts.promoted.has(before)) {
    return { commit: before, promoted: 'follows', rollback: newestRollback(parts) };
  }
  const base = await history.mergeBase(before, commit);
  return { commit: before, promoted: base === commit ? 'older' : 'diverged', rollback: undefined };
}
