import { isoSeconds } from './commits.ts';
import { changedFiles } from './compare.ts';
import { git } from './git.ts';
import { type Hub, type Repository, repositoryById, type Site } from './hub.ts';
import { isBlocked } from './merge-guard.ts';
import { presentLabel, presentLinks, presentUrls } from './present-pull-parts.ts';
import { presentOwner, presentRepository } from './present-repository.ts';
import { presentUser } from './present-user.ts';
import type { Pull } from './pull.ts';
import { nodeId, numberOf } from './repositories.ts';

/** A pull request as lists show it. */
export function presentPull(pull: Pull, repository: Repository, hub: Hub) {
  const urls = presentUrls(pull, repository, hub);
  return {
    ...urls,
    id: repository.id * 100_000 + pull.number,
    node_id: nodeId('PullRequest', `${repository.id}/${pull.number}`),
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    body: pull.body,
    user: presentUser(pull.user, hub),
    labels: pull.labels.map((name) => presentLabel(name, repository, hub)),
    milestone: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    draft: pull.draft,
    created_at: isoSeconds(pull.createdAt),
    updated_at: isoSeconds(pull.updatedAt),
    closed_at: isoOrNull(pull.closedAt),
    merged_at: isoOrNull(pull.mergedAt),
    merge_commit_sha: pull.mergeSha ?? null,
    head: presentHead(pull, repository, hub),
    base: presentEnd(pull.base, pull.baseSha, repository, hub),
    _links: presentLinks(urls),
    author_association: 'CONTRIBUTOR',
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** A pull request as `GET …/pulls/{number}` and webhooks show it: a list's and whether it is, or can be, merged. */
export async function presentWholePull(pull: Pull, repository: Repository, hub: Hub) {
  const open = pull.state === 'open';
  return {
    ...presentPull(pull, repository, hub),
    merged: pull.mergedAt !== undefined,
    mergeable: open ? pull.mergeSha !== undefined : null,
    rebaseable: open ? pull.mergeSha !== undefined : null,
    mergeable_state: open ? await stateOf(pull, repository) : 'unknown',
    merged_by: pull.mergedAt === undefined ? null : presentUser(pull.mergedBy ?? OCTOCAT, hub),
    comments: repository.comments.list(pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    ...(await countChanges(pull, repository)),
  };
}

async function stateOf(pull: Pull, repository: Repository): Promise<'dirty' | 'draft' | 'blocked' | 'clean'> {
  if (pull.mergeSha === undefined) return 'dirty';
  if (pull.draft) return 'draft';
  return (await isBlocked(repository, pull)) ? 'blocked' : 'clean';
}

const OCTOCAT = { login: 'octocat', type: 'User' } as const;

async function countChanges({ baseSha, headSha }: Pull, { bare }: Repository) {
  const commits = Number(await git(bare, 'rev-list', '--count', `${baseSha}..${headSha}`));
  const mergeBase = await git(bare, 'merge-base', baseSha, headSha);
  const files = await changedFiles(bare, mergeBase, headSha);
  return {
    commits,
    additions: files.reduce((sum, { additions }) => sum + additions, 0),
    deletions: files.reduce((sum, { deletions }) => sum + deletions, 0),
    changed_files: files.length,
  };
}

function presentEnd(ref: string, sha: string, repository: Repository, site: Site) {
  return {
    label: `${repository.owner}:${ref}`,
    ref,
    sha,
    user: presentOwner(repository, site),
    repo: presentRepository(repository, site),
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
