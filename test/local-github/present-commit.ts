import { type Commit, readCommit } from './commits.ts';
import { type ChangedFile, changedFiles } from './compare.ts';
import type { Hub, Repository } from './hub.ts';
import { nodeId } from './repositories.ts';
import { ApiError } from './route.ts';

/** A commit as `GET …/git/commits/{sha}` shows it. */
export function presentGitCommit(commit: Commit, repository: Repository, hub: Hub) {
  const api = apiOf(repository, hub);
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: `${api}/git/commits/${commit.sha}`,
    html_url: `${htmlOf(repository)}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => presentParent(sha, repository, hub, 'git/commits')),
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  };
}

/** A commit as `GET …/commits/{ref}` and lists of commits show it; `author` and `committer` are no GitHub users here. */
export function presentCommit(commit: Commit, repository: Repository, hub: Hub) {
  const { sha, node_id, html_url, author, committer, tree, message, url, verification } = presentGitCommit(
    commit,
    repository,
    hub,
  );
  return {
    sha,
    node_id,
    commit: { author, committer, message, tree, url, comment_count: 0, verification },
    url: `${apiOf(repository, hub)}/commits/${sha}`,
    html_url,
    author: null,
    committer: null,
    parents: commit.parents.map((parent) => presentParent(parent, repository, hub, 'commits')),
  };
}

function presentParent(sha: string, repository: Repository, hub: Hub, kind: string) {
  return { sha, url: `${apiOf(repository, hub)}/${kind}/${sha}`, html_url: `${htmlOf(repository)}/commit/${sha}` };
}

/** A commit that must be there. */
export async function requireCommit(repository: Repository, sha: string): Promise<Commit> {
  const commit = await readCommit(repository.bare, sha);
  if (commit === undefined) throw new ApiError(404, 'Not Found');
  return commit;
}

/** The files between two commits as comparisons and commits list them, at most 300. */
export async function presentFiles(repository: Repository, from: string, to: string) {
  const files = await changedFiles(repository.bare, from, to);
  return files.slice(0, 300).map((file: ChangedFile) => ({
    sha: file.sha,
    filename: file.filename,
    status: file.status,
    ...(file.previousFilename === undefined ? {} : { previous_filename: file.previousFilename }),
  }));
}

/** Address of a repository in the API. */
export function apiOf(repository: Repository, hub: Hub): string {
  return `${hub.url}/repos/${repository.owner}/${repository.name}`;
}

function htmlOf(repository: Repository): string {
  return `https://github.com/${repository.owner}/${repository.name}`;
}
