import { isoSeconds } from './commits.ts';
import { type Hub, type Repository, repositoryById } from './hub.ts';
import { apiOf } from './present-commit.ts';
import type { Pull } from './pull.ts';
import { nodeId, numberOf, presentRepository, presentUser } from './repositories.ts';

/** A pull request as lists show it. */
export function presentPull(pull: Pull, repository: Repository, hub: Hub) {
  const api = apiOf(repository, hub);
  return {
    id: repository.id * 100_000 + pull.number,
    node_id: nodeId('PullRequest', `${repository.id}/${pull.number}`),
    url: `${api}/pulls/${pull.number}`,
    html_url: `https://github.com/${repository.owner}/${repository.name}/pull/${pull.number}`,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    body: null,
    user: presentUser(pull.user),
    labels: pull.labels.map((name) => ({
      id: numberOf(`${repository.id}/${name}`),
      node_id: nodeId('Label', name),
      name,
      color: 'ededed',
      default: false,
      description: null,
    })),
    draft: pull.draft,
    created_at: isoSeconds(pull.createdAt),
    updated_at: isoSeconds(pull.updatedAt),
    closed_at: isoOrNull(pull.closedAt),
    merged_at: isoOrNull(pull.mergedAt),
    merge_commit_sha: pull.mergeSha ?? null,
    head: presentHead(pull, repository, hub),
    base: presentEnd(pull.base, pull.baseSha, repository, hub),
    author_association: 'CONTRIBUTOR',
  };
}

/** A pull request as `GET …/pulls/{number}` and webhooks show it: a list's and whether it is, or can be, merged. */
export function presentWholePull(pull: Pull, repository: Repository, hub: Hub) {
  const open = pull.state === 'open';
  return {
    ...presentPull(pull, repository, hub),
    merged: pull.mergedAt !== undefined,
    mergeable: open ? pull.mergeSha !== undefined : null,
    mergeable_state: open ? (pull.mergeSha === undefined ? 'dirty' : pull.draft ? 'draft' : 'clean') : 'unknown',
    merged_by: pull.mergedAt === undefined ? null : presentUser({ login: 'octocat', type: 'User' }),
  };
}

function presentEnd(ref: string, sha: string, repository: Repository, hub: Hub) {
  return {
    label: `${repository.owner}:${ref}`,
    ref,
    sha,
    user: presentUser({ login: repository.owner, type: 'Organization' }, repository.ownerId),
    repo: presentRepository(repository, hub.url),
  };
}

/** The owner of a fork that the server knows by its id only. */
const FOREIGN_OWNER = 'someone-else';

function presentHead(pull: Pull, repository: Repository, hub: Hub) {
  const { head: ref, headSha: sha, headRepositoryId: id } = pull;
  const home = repositoryById(hub, id);
  if (home !== undefined) return presentEnd(ref, sha, home, hub);
  if (id === null) return { label: `unknown:${ref}`, ref, sha, user: null, repo: null };
  return presentEnd(
    ref,
    sha,
    { ...repository, id, owner: FOREIGN_OWNER, ownerId: numberOf(FOREIGN_OWNER), fork: true },
    hub,
  );
}

function isoOrNull(milliseconds: number | undefined): string | null {
  return milliseconds === undefined ? null : isoSeconds(milliseconds);
}
