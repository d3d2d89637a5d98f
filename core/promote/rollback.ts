import { UserError } from '../errors.ts';
import type { Wish } from '../ledger/wish.ts';
import { shortCommit } from '../short-commit.ts';
import { quoted } from './command.ts';
import type { HistoryCommit } from './history.ts';
import { failed, type Line, notAsked, passed } from './line.ts';

/** What is known of the versions that `to` had. */
export interface RollbackParts {
  readonly to: string;
  readonly toBranch: string;
  /** The line of first parents of the branch of `to`, newest first. */
  readonly line: readonly HistoryCommit[];
  /** What the ledger's history says that `to` completed, newest first; undefined if it cannot be looked at. */
  readonly completed: readonly string[] | undefined;
  /** The commit that `to` has, complete or not; undefined if nobody knows. */
  readonly present: string | undefined;
}

/** The input that means the newest commit before. */
export const LAST = 'last';

/**
 * Finds the commit that a rollback goes to: `last` is the newest one that the stage completed and whose tree is not what it has,
 * anything else is all 40 digits of a commit of the branch's own line. Throws E_INPUT, E_NOT_ON_BRANCH.
 */
export function findRollback(wanted: string, { to, toBranch, line, completed, present }: RollbackParts): HistoryCommit {
  if (wanted !== LAST) {
    if (!/^[0-9a-f]{40}$/.test(wanted)) {
      throw new UserError('E_INPUT', {
        what: `the input "rollback" is "${wanted}"`,
        fix: `write "${LAST}", or all 40 digits of a commit of "${toBranch}"`,
      });
    }
    const found = line.find(({ id }) => id === wanted);
    if (found === undefined) {
      throw new UserError('E_NOT_ON_BRANCH', {
        what: `the commit ${wanted} is not on the line of first parents of "${toBranch}"`,
        why: `only what "${toBranch}" itself had can be brought back`,
        fix: `choose one of: git log --first-parent ${quoted(toBranch)}`,
      });
    }
    return found;
  }
  if (completed === undefined) {
    throw new UserError('E_INPUT', {
      what: 'the input "rollback" is "last", and the ledger cannot be looked at',
      why: `it says which commits ${to} completed`,
      fix: `give the profile of ${to} a viewer-role (docs/promotion.md), or write all 40 digits of a commit of "${toBranch}"`,
    });
  }
  const byId = new Map(line.map((commit) => [commit.id, commit]));
  const has = byId.get(present ?? '');
  const found = completed.map((id) => byId.get(id)).find((one) => one !== undefined && one.tree !== has?.tree);
  if (found === undefined) {
    throw new UserError('E_INPUT', {
      what: `the ledger knows no other version that ${to} completed`,
      fix: `write all 40 digits of a commit of "${toBranch}" (git log --first-parent ${quoted(toBranch)})`,
    });
  }
  return found;
}

/** Returns the commits that a stage completed, by the versions of its wish, the newest completion first, each once. */
export function completedCommits(wishes: readonly Wish[]): string[] {
  const commits = wishes.flatMap(({ complete, completedCommit }) =>
    complete && completedCommit !== undefined ? [completedCommit] : [],
  );
  return [...new Set(commits)];
}

export interface TargetParts {
  /** What the ledger's history says that `to` completed; undefined if it cannot be looked at. */
  readonly completed: readonly string[] | undefined;
  readonly to: string;
  /** Whether `to` has a branch of its own. */
  readonly moves: boolean;
}

/**
 * Says whether `to` completed the commit once that it goes back to. What is on a branch of its own was approved for it; of a branch
 * that it shares, only what it completed.
 */
export function targetLine(commit: string, { completed, to, moves }: TargetParts): Line {
  const short = shortCommit(commit);
  if (completed === undefined) {
    return notAsked('target', `whether ${to} completed ${short} before: the ledger cannot be looked at`);
  }
  if (completed.includes(commit)) {
    return passed('target', `${to} completed ${short} before`);
  }
  const text = `the ledger does not know that ${to} completed ${short}: it keeps the newest hundred changes`;
  return moves
    ? notAsked('target', text)
    : failed('target', text, {
        code: 'E_NOT_STAGED',
        fix: `go back to a commit that ${to} completed, or deploy this one by the workflow that deploys ${to}`,
      });
}
