import { notFound } from './api-error.ts';
import { type Commit, readCommit } from './commits.ts';
import type { Repository, Site } from './hub.ts';
import { apiOf, htmlOf } from './present-repository.ts';
import { presentVerification } from './present-verification.ts';
import { nodeId } from './repositories.ts';

/** A commit as `GET …/git/commits/{sha}` shows it. */
export function presentGitCommit(commit: Commit, repository: Repository, site: Site) {
  const api = apiOf(repository, site);
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: `${api}/git/commits/${commit.sha}`,
    html_url: `${htmlOf(repository, site)}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => presentParent(sha, repository, site, 'git/commits')),
    verification: presentVerification(commit, repository.signatures.has(commit.sha)),
  };
}

/** A commit as `GET …/commits/{ref}` and lists of commits show it; `author` and `committer` are no GitHub users here. */
export function presentCommit(commit: Commit, repository: Repository, site: Site) {
  const { sha, node_id, html_url, author, committer, tree, message, url, verification } = presentGitCommit(
    commit,
    repository,
    site,
  );
  const self = `${apiOf(repository, site)}/commits/${sha}`;
  return {
    sha,
    node_id,
    commit: { author, committer, message, tree, url, comment_count: 0, verification },
    url: self,
    html_url,
    comments_url: `${self}/comments`,
    author: null,
    committer: null,
    parents: commit.parents.map((parent) => presentParent(parent, repository, site, 'commits')),
  };
}

/** A commit as runs and check suites show it; null when the repository does not hold it. */
export async function presentSimpleCommit(sha: string, repository: Repository) {
  const commit = await readCommit(repository.bare, sha);
  if (commit === undefined) return null;
  const { author, committer } = commit;
  return {
    id: sha,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: committer.date,
    author: { name: author.name, email: author.email },
    committer: { name: committer.name, email: committer.email },
  };
}

function presentParent(sha: string, repository: Repository, site: Site, kind: string) {
  return {
    sha,
    url: `${apiOf(repository, site)}/${kind}/${sha}`,
    html_url: `${htmlOf(repository, site)}/commit/${sha}`,
  };
}

/** A commit that must be there; throws 404. */
export async function requireCommit(repository: Repository, sha: string): Promise<Commit> {
  const commit = await readCommit(repository.bare, sha);
  if (commit === undefined) throw notFound();
  return commit;
}
