import { isoSeconds } from './commits.ts';
import type { Site } from './hub.ts';
import { nodeId, numberOf, type User } from './repositories.ts';
import { ACTIONS_LOGIN } from './tokens.ts';

/** A user, organization or bot as the REST API shows it inside other objects. */
export function presentUser(user: User, site: Site, id = userIdOf(user.login)) {
  const url = `${site.url}/users/${encodeURIComponent(user.login)}`;
  const page = user.type === 'Bot' ? `apps/${slugOf(user.login)}` : user.login;
  return {
    login: user.login,
    id,
    node_id: nodeId('User', id),
    avatar_url: `${avatarsOf(site)}/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `${site.serverUrl}/${page}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: user.type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** The app with this slug, as `app` and `performed_via_github_app` show it. */
export function presentApp(slug: string, site: Site) {
  const id = numberOfApp(slug);
  const since = isoSeconds(Date.UTC(2018, 6, 30, 9, 30, 17));
  return {
    id,
    client_id: `Iv1.${id}`,
    slug,
    node_id: nodeId('App', id),
    owner: presentUser({ login: 'github', type: 'Organization' }, site),
    name: slug === 'github-actions' ? 'GitHub Actions' : slug,
    description: null,
    external_url: 'https://help.github.com/en/actions',
    html_url: `${site.serverUrl}/apps/${slug}`,
    created_at: since,
    updated_at: since,
    permissions: { metadata: 'read' },
    events: [],
  };
}

/** Id of the app with this slug. */
export function numberOfApp(slug: string): number {
  return slug === 'github-actions' ? 15368 : numberOf(`app/${slug}`);
}

function avatarsOf({ serverUrl }: Site): string {
  return serverUrl === 'https://github.com' ? 'https://avatars.githubusercontent.com' : `${serverUrl}/avatars`;
}

/** Some accounts have the same id everywhere. */
const KNOWN: Readonly<Record<string, number>> = { [ACTIONS_LOGIN]: 41898282, octocat: 583231, github: 9919 };

/** Id of an account. */
export function userIdOf(login: string): number {
  return KNOWN[login] ?? numberOf(login);
}

function slugOf(login: string): string {
  return login.replace(/\[bot\]$/, '');
}
