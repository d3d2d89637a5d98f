import { isoSeconds } from './commits.ts';
import type { Site } from './hub.ts';
import { presentUser } from './present-user.ts';
import { nodeId, type RepositoryOptions } from './repositories.ts';

/** Address of a repository in the API. */
export function apiOf(repository: RepositoryOptions, site: Site): string {
  return `${site.url}/repos/${repository.owner}/${repository.name}`;
}

/** Address of a repository's page. */
export function htmlOf(repository: RepositoryOptions, site: Site): string {
  return `${site.serverUrl}/${repository.owner}/${repository.name}`;
}

/** Whoever owns a repository. */
export function presentOwner(repository: RepositoryOptions, site: Site) {
  return presentUser({ login: repository.owner, type: 'Organization' }, site, repository.ownerId);
}

/** What ends the addresses of a repository's parts, by the property that holds them. */
const PARTS = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
} as const;

/** A repository as runs, check suites and combined statuses show it. */
export function presentMinimalRepository(repository: RepositoryOptions, site: Site) {
  const api = apiOf(repository, site);
  const parts = Object.entries(PARTS).map(([name, end]) => [name, `${api}${end}`]);
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: `${repository.owner}/${repository.name}`,
    private: repository.private ?? false,
    owner: presentOwner(repository, site),
    html_url: htmlOf(repository, site),
    description: null,
    fork: repository.fork ?? false,
    url: api,
    ...(Object.fromEntries(parts) as { readonly [K in keyof typeof PARTS]: string }),
  };
}

/** Nobody asks for these of a repository made for a test: they are always the same. */
const CONSTANTS = {
  mirror_url: null,
  homepage: null,
  language: null,
  license: null,
  forks_count: 0,
  stargazers_count: 0,
  watchers_count: 0,
  open_issues_count: 0,
  forks: 0,
  open_issues: 0,
  watchers: 0,
  size: 0,
  has_issues: true,
  has_projects: true,
  has_downloads: true,
  has_wiki: false,
  has_pages: false,
  has_discussions: false,
  archived: false,
  disabled: false,
  is_template: false,
  topics: [],
  allow_forking: true,
  web_commit_signoff_required: false,
  created_at: isoSeconds(Date.UTC(2026, 0, 1)),
  updated_at: isoSeconds(Date.UTC(2026, 0, 1)),
  pushed_at: isoSeconds(Date.UTC(2026, 0, 1)),
} as const;

/** A repository as pull requests and webhooks show it. */
export function presentRepository(repository: RepositoryOptions, site: Site) {
  const html = htmlOf(repository, site);
  const host = site.serverUrl.replace(/^https?:\/\//, '');
  const fullName = `${repository.owner}/${repository.name}`;
  return {
    ...presentMinimalRepository(repository, site),
    ...CONSTANTS,
    visibility: repository.private === true ? 'private' : 'public',
    clone_url: `${html}.git`,
    git_url: `git://${host}/${fullName}.git`,
    ssh_url: `git@${host}:${fullName}.git`,
    svn_url: html,
    default_branch: repository.defaultBranch,
  };
}

/** A repository as `GET /repos/{owner}/{repo}` shows it. */
export function presentFullRepository(repository: RepositoryOptions, site: Site) {
  return { ...presentRepository(repository, site), network_count: 0, subscribers_count: 0 };
}
