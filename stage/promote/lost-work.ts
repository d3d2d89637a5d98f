import { type Anchor, findAnchor, type HistoryParts, takenOverRollbacks } from '../../core/promote/anchor.ts';
import type { LostWork } from '../../core/promote/kept.ts';
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
  return line === undefined || promoted === undefined || from === undefined || to === undefined
    ? undefined
    : { line, promoted, from, to };
}

/** What was found about a promotion by its history. */
export interface HistoryVerdict {
  readonly anchor: Anchor | undefined;
  readonly lost: LostWork | undefined;
}

/** Finds out what a promotion would take away of what the branch of `to` has. */
export async function findLostWork(history: History, heads: Heads, parts: HistoryParts): Promise<HistoryVerdict> {
  const anchor = findAnchor(parts);
  const base = anchor?.base ?? (await history.mergeBase(heads.to, heads.promoted)) ?? EMPTY_TREE;
  const own = await history.merge(base, heads.to, heads.promoted);
  const ownLine = new Set(((await history.line(heads.promoted)) ?? []).map(({ id }) => id));
  const takenOver = await Promise.all(
    takenOverRollbacks(parts, ownLine).map(async ({ id, parents: [before] }) => {
      const merged = before === undefined ? undefined : await history.merge(id, before, heads.promoted);
      return merged === undefined ? undefined : { rollback: id, files: merged.differing };
    }),
  );
  const known = takenOver.filter((one) => one !== undefined);
  const isWhole = own !== undefined && known.length === takenOver.length;
  return { anchor, lost: isWhole ? { own: own.differing, takenOver: known } : undefined };
}
