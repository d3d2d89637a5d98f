import { shortCommit } from '../short-commit.ts';
import { failed, type Line, notAsked, passed } from './line.ts';

/** Names of the two stages and their branches, and the commit. */
export interface PromotionNames {
  readonly from: string;
  readonly to: string;
  readonly fromBranch: string;
  readonly toBranch: string;
  readonly commit: string;
}

/** What `to` got from `from` before, and how the promoted commit stands to it. */
export interface Before {
  readonly commit: string;
  /** `follows`: the promoted commit has it in its history, or is it; `older`: the other way round. */
  readonly promoted: 'follows' | 'older' | 'diverged';
  /** The newest rollback since: what it took back comes again. */
  readonly rollback: string | undefined;
}

/** Says whether a commit comes after what `to` got from `from` before; `before` undefined: nothing is known of that. */
export function followsLine({ from, to, fromBranch, commit }: PromotionNames, before: Before | undefined): Line {
  const short = shortCommit(commit);
  if (before === undefined) {
    return passed('follows', `"${to}" has nothing yet that came from "${fromBranch}"`);
  }
  const other = shortCommit(before.commit);
  switch (before.promoted) {
    case 'follows':
      return passed('follows', `${short} follows ${other}, which ${to} got before${again(before)}`);
    case 'older':
      return failed('follows', `${short} is older than ${other}, which ${to} got before`, {
        code: 'E_WORK_LOST',
        fix: `go back with the input "rollback" (last, or a commit of ${to}'s branch), or promote what ${from} completed`,
      });
    case 'diverged':
      return failed('follows', `${short} does not follow ${other}, which ${to} got before`, {
        code: 'E_WORK_LOST',
        fix: `the history of "${fromBranch}" was rewritten: bring back what it lost, or let it through with override "ahead: REASON"`,
        liftedBy: 'ahead',
      });
  }
}

function again({ rollback }: Before): string {
  return rollback === undefined ? '' : `; it brings back what ${shortCommit(rollback)} rolled back`;
}

/** What a promotion would take away. */
export interface LostWork {
  /** Files that the branch of `to` has changed on its own. */
  readonly own: readonly string[];
  /** Files of what a rollback took back and the branch of `from` took over; by the rollback. */
  readonly takenOver: readonly { readonly rollback: string; readonly files: readonly string[] }[];
}

/** Says whether a promotion takes nothing away; undefined: git could not tell. */
export function keptLine(names: PromotionNames, lost: LostWork | undefined): Line {
  const { from, toBranch, fromBranch } = names;
  if (lost === undefined) {
    return notAsked('kept', 'whether anything is lost: the clone lacks history, or its git is older than 2.38');
  }
  const rollbacks = lost.takenOver.filter(({ files }) => files.length > 0);
  if (lost.own.length === 0 && rollbacks.length === 0) {
    return passed('kept', `nothing of "${toBranch}" is lost`);
  }
  const texts = [
    ...(lost.own.length === 0 ? [] : [`"${toBranch}" has changes that ${shortCommit(names.commit)} lacks`]),
    ...rollbacks.map(
      ({ rollback }) => `"${fromBranch}" took the rollback ${shortCommit(rollback)} over and lost what it rolled back`,
    ),
  ];
  const fixes = [
    ...(lost.own.length === 0
      ? []
      : [
          `bring them into "${fromBranch}" (git cherry-pick -x COMMIT; never merge "${toBranch}"), let ${from} prove that, and promote it`,
        ]),
    ...rollbacks.map(({ rollback }) => `bring the work back on "${fromBranch}": git revert ${rollback.slice(0, 12)}`),
    'or let it through with override "ahead: REASON"',
  ];
  return failed('kept', texts.join('; '), {
    code: 'E_WORK_LOST',
    details: [...new Set([...lost.own, ...rollbacks.flatMap(({ files }) => files)])],
    fix: fixes.join('; '),
    liftedBy: 'ahead',
  });
}
