import { isoSeconds } from './commits.ts';
import type { Repository, Site } from './hub.ts';
import { apiOf, presentMinimalRepository } from './present-repository.ts';
import { presentUser } from './present-user.ts';
import { nodeId } from './repositories.ts';
import type { CommitStatus } from './statuses.ts';

/** A status as a list and its creation show it. */
export function presentStatus(status: CommitStatus, repository: Repository, site: Site) {
  return { ...presentSimpleStatus(status, repository, site), creator: presentUser(status.creator, site) };
}

/** What the newest statuses of a commit come to, with one page of them. */
export function presentCombined(sha: string, page: readonly CommitStatus[], repository: Repository, site: Site) {
  const url = `${apiOf(repository, site)}/commits/${sha}`;
  return {
    state: repository.statuses.combined(sha),
    statuses: page.map((status) => presentSimpleStatus(status, repository, site)),
    sha,
    total_count: repository.statuses.latest(sha).length,
    repository: presentMinimalRepository(repository, site),
    commit_url: url,
    url: `${url}/status`,
  };
}

function presentSimpleStatus(status: CommitStatus, repository: Repository, site: Site) {
  const at = isoSeconds(status.createdAt);
  return {
    url: `${apiOf(repository, site)}/statuses/${status.sha}`,
    avatar_url: presentUser(status.creator, site).avatar_url,
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: at,
    updated_at: at,
  };
}
