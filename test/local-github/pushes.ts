import { readCommit } from './commits.ts';
import type { Repository } from './hub.ts';
import { branchOf } from './ref-update.ts';
import { ACTIONS_LOGIN, type Actor } from './tokens.ts';

/** No commit: of a ref that was not there before, or is no more. */
const NO_COMMIT = '0'.repeat(40);

/** A branch or tag that was moved through the API. */
export interface Push {
  /** In full: `refs/heads/prod`. */
  readonly ref: string;
  /** 40 zeros for a new one. */
  readonly before: string;
  /** 40 zeros for one that was deleted. */
  readonly after: string;
  readonly actor: Actor;
  /** False where no workflow begins that waits for `push`. */
  readonly startsWorkflows: boolean;
}

/** What GitHub looks for in the message of the newest commit of a push. */
const SKIP = /\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]/i;

/** A ref that was moved; undefined for no commit. */
export interface Move {
  readonly ref: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * What a push of the API has for consequences, once the ref is moved. What GITHUB_TOKEN does starts no workflows (but by
 * dispatches), so that none starts itself again and again; an app's or a person's push does, unless its newest commit asks
 * for none, or the ref is gone. Pull requests whose commits the base has now are merged.
 */
export async function afterPush(repository: Repository, { ref, before, after }: Move, actor: Actor): Promise<void> {
  if (before === after) return;
  const isHeard = actor.login !== ACTIONS_LOGIN && after !== undefined;
  const commit = isHeard ? await readCommit(repository.bare, after) : undefined;
  const startsWorkflows = isHeard && !SKIP.test(commit?.message ?? '');
  repository.pushes.push({ ref, before: before ?? NO_COMMIT, after: after ?? NO_COMMIT, actor, startsWorkflows });
  const branch = branchOf(ref);
  if (branch !== undefined && before !== undefined && after !== undefined)
    await repository.pulls.absorb(branch, before, actor);
}
