import type { Repository, Site } from './hub.ts';
import { apiOf, htmlOf } from './present-repository.ts';
import type { Pull } from './pull.ts';
import { nodeId, numberOf } from './repositories.ts';

/** The addresses of a pull request. */
export function presentUrls({ number, headSha }: Pull, repository: Repository, site: Site) {
  const api = apiOf(repository, site);
  const url = `${api}/pulls/${number}`;
  const html = `${htmlOf(repository, site)}/pull/${number}`;
  return {
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: `${api}/issues/${number}`,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${api}/issues/${number}/comments`,
    statuses_url: `${api}/statuses/${headSha}`,
  };
}

/** The same addresses as `_links`. */
export function presentLinks(urls: ReturnType<typeof presentUrls>) {
  return {
    self: { href: urls.url },
    html: { href: urls.html_url },
    issue: { href: urls.issue_url },
    comments: { href: urls.comments_url },
    review_comments: { href: urls.review_comments_url },
    review_comment: { href: urls.review_comment_url },
    commits: { href: urls.commits_url },
    statuses: { href: urls.statuses_url },
  };
}

/** A label without a description. */
export function presentLabel(name: string, repository: Repository, site: Site) {
  return {
    id: numberOf(`${repository.id}/${name}`),
    node_id: nodeId('Label', name),
    url: `${apiOf(repository, site)}/labels/${encodeURIComponent(name)}`,
    name,
    color: 'ededed',
    default: false,
    description: '',
  };
}
