import { randomUUID } from 'node:crypto';
import { type GivenPermissions, type PermissionSet, readPermissions } from './permissions.ts';
import type { User } from './repositories.ts';

/** Who acts with a token. */
export interface Actor extends User {
  /** Slug of the app that acts, for an installation's token: `github-actions`. */
  readonly app?: string;
}

export interface Token {
  readonly value: string;
  readonly actor: Actor;
  /** Undefined: everything. */
  readonly permissions?: PermissionSet;
  /** Id of the one repository that the permissions are for; of the others it reads what is public. */
  readonly repositoryId?: number;
}

export interface IssueOptions {
  /**
   * As in a workflow; what is not named is not granted. Without any the token may do everything that its owner can have.
   * Throws for `workflows` of GITHUB_TOKEN, which a workflow's `permissions` cannot name.
   */
  readonly permissions?: GivenPermissions;
  /** Default `github-actions[bot]`; another app's is `slug[bot]`, and a login without `[bot]` is a person's. */
  readonly login?: string;
}

export interface Tokens {
  /** Makes a token for one repository and returns it. */
  issue(repositoryId: number, options?: IssueOptions): string;
  find(value: string): Token | undefined;
}

export const ACTIONS_LOGIN = 'github-actions[bot]';

/** The tokens that a server takes; the first is GITHUB_TOKEN and has all rights on every repository but that to workflow files. */
export function createTokens(first: string): Tokens {
  const tokens = new Map<string, Token>([[first, { value: first, actor: actorOf(ACTIONS_LOGIN) }]]);
  return {
    issue(repositoryId, { permissions, login = ACTIONS_LOGIN } = {}) {
      const actor = actorOf(login);
      const value = `${actor.app === undefined ? 'github_pat' : 'ghs'}_${randomUUID().replaceAll('-', '')}`;
      const granted = permissions === undefined ? {} : { permissions: readPermissions(permissions) };
      if (login === ACTIONS_LOGIN && granted.permissions?.workflows !== undefined)
        throw new Error('GITHUB_TOKEN has no permission workflows');
      tokens.set(value, { value, actor, repositoryId, ...granted });
      return value;
    },
    find: (value) => tokens.get(value),
  };
}

/** A person, or the app that a login like `github-actions[bot]` is of. */
export function actorOf(login: string): Actor {
  const app = /^(.+)\[bot\]$/.exec(login)?.[1];
  return app === undefined ? { login, type: 'User' } : { login, type: 'Bot', app };
}
