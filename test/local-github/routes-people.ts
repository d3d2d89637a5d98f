import { ApiError } from './api-error.ts';
import type { Repository, Site } from './hub.ts';
import { ROLES, type Role, type Standing } from './people.ts';
import { presentUser } from './present-user.ts';
import type { Route } from './route.ts';
import { actorOf } from './tokens.ts';

/** Who may do what in the repository. */
export const peopleRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/collaborators/:login/permission',
    permissions: [{ metadata: 'read' }],
    handle({ repository, hub, params }) {
      const login = params['login'] ?? '';
      const standing = isOwner(login, repository) ? undefined : repository.people.of(login);
      if (standing === undefined) throw new ApiError(404, `${login} is not a user`);
      return { body: presentStanding(login, standing, hub) };
    },
  },
];

/** The owner is an organization here, and those are no users. */
function isOwner(login: string, { owner }: Repository): boolean {
  return login.toLowerCase() === owner.toLowerCase();
}

/** The four permissions that there were before there were roles. */
const LEGACY: Readonly<Record<Role, 'admin' | 'write' | 'read'>> = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
};

function presentStanding(login: string, { role, base }: Standing, site: Site) {
  const reaches = (wanted: Role) => base !== undefined && ROLES.indexOf(base) >= ROLES.indexOf(wanted);
  const permissions = {
    admin: reaches('admin'),
    maintain: reaches('maintain'),
    push: reaches('write'),
    triage: reaches('triage'),
    pull: reaches('read'),
  };
  return {
    permission: base === undefined ? 'none' : LEGACY[base],
    user: { ...presentUser(actorOf(login), site), permissions, role_name: role },
    role_name: role,
  };
}
