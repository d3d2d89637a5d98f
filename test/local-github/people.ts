export const ROLES = ['read', 'triage', 'write', 'maintain', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** What somebody may do in a repository. */
export interface Standing {
  /** The name of the role; an organization may have its own. */
  readonly role: string;
  /** The role that it is, or that an own one is made of; undefined for nobody's. */
  readonly base: Role | undefined;
}

/** Who may do what in one repository; logins are the same in any case. */
export interface People {
  /** Gives a person a role; one of the organization's own needs the role that it is made of. Throws for a bot. */
  put(login: string, role: Role): void;
  put(login: string, role: string, base: Role): void;
  /** From now on a stranger. */
  remove(login: string): void;
  /** From now on there is no such account. */
  erase(login: string): void;
  /**
   * Undefined for an account that is none. Strangers read what is public, and have nothing in a private repository; so
   * have apps everywhere: `github-actions[bot]` and others act by their tokens and are nobody's collaborators.
   */
  of(login: string): Standing | undefined;
}

const NOTHING: Standing = { role: '', base: undefined };

/** Nobody has a role yet. */
export function createPeople(isPrivate: boolean): People {
  const roles = new Map<string, Standing | 'erased'>();
  const stranger: Standing = isPrivate ? NOTHING : { role: 'read', base: 'read' };
  return {
    put(login: string, role: string, given?: Role) {
      if (login.endsWith('[bot]')) throw new Error(`${login} is an app: it has no role`);
      const base = given ?? ROLES.find((known) => known === role);
      if (base === undefined) throw new Error(`what is ${role} made of?`);
      roles.set(login.toLowerCase(), { role, base });
    },
    remove: (login) => void roles.delete(login.toLowerCase()),
    erase: (login) => void roles.set(login.toLowerCase(), 'erased'),
    of(login) {
      if (login.endsWith('[bot]')) return NOTHING;
      const known = roles.get(login.toLowerCase());
      return known === 'erased' ? undefined : (known ?? stranger);
    },
  };
}

/** True where somebody's approval of a pull request counts: with write access or more. */
export function mayWrite(standing: Standing | undefined): boolean {
  return standing?.base !== undefined && ROLES.indexOf(standing.base) >= ROLES.indexOf('write');
}
