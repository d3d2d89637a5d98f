import { ApiError } from './api-error.ts';
import { isoSeconds } from './commits.ts';
import { apiOf } from './present-repository.ts';
import type { Route } from './route.ts';

const ADMINISTRATION = [{ administration: 'read' }] as const;
const SECRETS = [{ secrets: 'read' }] as const;

/** What administrators have set up for actions, and which secrets they get. */
export const settingsRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/actions/permissions',
    permissions: ADMINISTRATION,
    handle({ repository, hub }) {
      const { actions } = repository.settings;
      const more = { selected_actions_url: `${apiOf(repository, hub)}/actions/permissions/selected-actions` };
      return {
        body: {
          enabled: actions.enabled,
          // GitHub says nothing of what may run where nothing may.
          ...(actions.enabled
            ? { allowed_actions: actions.allowed, ...(actions.allowed === 'selected' ? more : {}) }
            : {}),
        },
      };
    },
  },
  {
    method: 'GET',
    pattern: '/actions/permissions/selected-actions',
    permissions: ADMINISTRATION,
    handle({ repository }) {
      const { actions } = repository.settings;
      if (actions.allowed !== 'selected')
        throw new ApiError(409, 'Conflict: the repository does not allow selected actions');
      return {
        body: {
          github_owned_allowed: actions.gitHubs,
          verified_allowed: false,
          patterns_allowed: actions.patterns,
        },
      };
    },
  },
  {
    method: 'GET',
    pattern: '/actions/secrets',
    permissions: SECRETS,
    handle: ({ repository }) => ({ body: present(repository.settings.secrets) }),
  },
  {
    method: 'GET',
    pattern: '/actions/organization-secrets',
    permissions: SECRETS,
    handle: () => ({ body: present([]) }),
  },
];

function present(names: readonly string[]) {
  const at = isoSeconds(Date.UTC(2026, 0, 1));
  return {
    total_count: names.length,
    secrets: names.map((name) => ({ name, created_at: at, updated_at: at })),
  };
}
