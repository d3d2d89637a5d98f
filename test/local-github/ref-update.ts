import { askGit, git } from './git.ts';
import type { Repository } from './hub.ts';

/** A branch as it was and as it shall be. */
export interface BranchUpdate {
  readonly branch: string;
  /** Undefined for a new one. */
  readonly before: string | undefined;
  /** A commit; undefined for one that is deleted. */
  readonly after: string | undefined;
}

/** The short name of a full ref of a branch; undefined for another ref. */
export function branchOf(ref: string): string | undefined {
  return /^refs\/heads\/(.+)$/.exec(ref)?.[1];
}

/** True where `before` is lost. */
export async function isForced({ bare }: Repository, { before, after }: BranchUpdate): Promise<boolean> {
  if (before === undefined || after === undefined) return false;
  return (await askGit(bare, ['merge-base', '--is-ancestor', before, after])).code !== 0;
}

/** What a list of commits may leave out, as `git rev-list` takes it. */
type Selection = readonly ('--merges' | '--branches' | '--not')[];

/** The commits that an update brings to its branch: to a new one all that it has. */
export async function commitsOf(
  { bare }: Repository,
  { before, after }: BranchUpdate,
  selection: Selection = [],
): Promise<readonly string[]> {
  if (after === undefined) return [];
  const text = await git(bare, 'rev-list', before === undefined ? after : `${before}..${after}`, ...selection);
  return text.split('\n').filter((line) => line !== '');
}

/** The same, but of a new branch only what no other branch has. */
export function newCommitsOf(repository: Repository, update: BranchUpdate): Promise<readonly string[]> {
  return commitsOf(repository, update, update.before === undefined ? ['--not', '--branches'] : []);
}
