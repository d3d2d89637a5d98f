import type { GivenPerson } from './commits.ts';
import type { Hub } from './hub.ts';
import { userIdOf } from './present-user.ts';
import type { Actor } from './tokens.ts';

export interface Authorship {
  readonly author: GivenPerson;
  /** Undefined: GitHub itself. */
  readonly committer: GivenPerson | undefined;
  /** True where GitHub signs the commit. */
  readonly isSigned: boolean;
}

/**
 * Whose a commit of the API is. The author is the owner of the token where none is given, the committer the author. Only
 * what an app commits without either is committed, and signed, by GitHub: giving one of the two takes the signature away
 * ("signature verification for bots"), and a person would sign with a key of their own. Enterprise Server signs nothing
 * unless its administrators set it up to.
 */
export function authorshipOf(
  actor: Actor,
  given: { readonly author: GivenPerson | undefined; readonly committer: GivenPerson | undefined },
  hub: Hub,
): Authorship {
  const own = noreplyOf(actor, hub);
  const author = given.author ?? own;
  if (given.author !== undefined || given.committer !== undefined || actor.app === undefined)
    return { author, committer: given.committer ?? author, isSigned: false };
  return { author, committer: undefined, isSigned: hub.enterprise === undefined };
}

/** The name and address that GitHub writes for an account that says nothing of itself. */
function noreplyOf({ login }: Actor, { serverUrl }: Hub): GivenPerson {
  const host = serverUrl.replace(/^https?:\/\//, '');
  return { name: login, email: `${userIdOf(login)}+${login}@users.noreply.${host}`, date: undefined };
}
