import { listRefs, type Ref, readCommit, resolveCommit } from './commits.ts';
import { compareCommits } from './compare.ts';
import { git } from './git.ts';
import type { Hub, Repository } from './hub.ts';
import { paginate } from './paging.ts';
import { apiOf, presentCommit, presentFiles, presentGitCommit, requireCommit } from './present-commit.ts';
import { nodeId } from './repositories.ts';
import { ApiError, type Call, type Route } from './route.ts';

/** Refs, branches, commits and comparisons, all read from the bare repository. */
export const gitRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/git/ref/*ref',
    async handle({ hub, repository, params }) {
      const found = (await listRefs(repository.bare)).find(({ ref }) => ref === `refs/${params['ref']}`);
      if (found === undefined) throw new ApiError(404, 'Not Found');
      return { body: presentRef(found, repository, hub) };
    },
  },
  {
    method: 'GET',
    pattern: '/git/matching-refs/*ref',
    async handle(call) {
      const { hub, repository, params } = call;
      const refs = await listRefs(repository.bare);
      const found = refs.filter(({ ref }) => ref.startsWith(`refs/${params['ref']}`));
      const { page, headers } = hub.pagedRefs ? paginate(found, call) : { page: found };
      const body = page.map((ref) => presentRef(ref, repository, hub));
      return headers === undefined ? { body } : { body, headers };
    },
  },
  {
    method: 'GET',
    pattern: '/git/commits/:sha',
    async handle({ hub, repository, params }) {
      const sha = params['sha'] ?? '';
      if (!/^[0-9a-f]{40}$/.test(sha))
        throw new ApiError(422, 'The sha parameter must be exactly 40 characters and contain only [0-9a-f].');
      return { body: presentGitCommit(await requireCommit(repository, sha), repository, hub) };
    },
  },
  {
    method: 'GET',
    pattern: '/branches/*branch',
    async handle({ hub, repository, params }) {
      const name = params['branch'] ?? '';
      const found = (await listRefs(repository.bare)).find(({ ref }) => ref === `refs/heads/${name}`);
      if (found === undefined) throw new ApiError(404, 'Branch not found');
      const commit = presentCommit(await requireCommit(repository, found.sha), repository, hub);
      const self = `${apiOf(repository, hub)}/branches/${name}`;
      return { body: { name, commit, _links: { self, html: commit.html_url }, protected: false } };
    },
  },
  { method: 'GET', pattern: '/compare/*basehead', handle: compare },
  {
    method: 'GET',
    pattern: '/commits/*ref',
    async handle({ hub, repository, params, request }) {
      const sha = await resolveCommit(repository.bare, params['ref'] ?? '');
      if (sha === undefined) throw new ApiError(422, `No commit found for SHA: ${params['ref']}`);
      if (request.headers['accept']?.includes('application/vnd.github.sha')) return { body: sha };
      const commit = await requireCommit(repository, sha);
      const before = commit.parents[0] ?? (await git(repository.bare, 'hash-object', '-t', 'tree', '/dev/null'));
      const files = await presentFiles(repository, before, sha);
      return { body: { ...presentCommit(commit, repository, hub), files } };
    },
  },
];

function presentRef({ ref, sha, type }: Ref, repository: Repository, hub: Hub) {
  const api = apiOf(repository, hub);
  return {
    ref,
    node_id: nodeId('Ref', `${repository.id}:${ref}`),
    url: `${api}/git/${ref}`,
    object: { type, sha, url: `${api}/git/${type}s/${sha}` },
  };
}

async function compare(call: Call) {
  const { hub, repository, params } = call;
  const [baseName = '', headName = ''] = (params['basehead'] ?? '').split('...');
  const base = await findEnd(repository, baseName);
  const head = await findEnd(repository, headName);
  const comparison = await compareCommits(repository.bare, base, head);
  if (comparison === undefined) throw new ApiError(404, `No common ancestor between ${baseName} and ${headName}.`);
  const { page, headers } = paginate(comparison.commits, call);
  const commits = await Promise.all(page.map((sha) => readCommit(repository.bare, sha)));
  const present = async (sha: string) => presentCommit(await requireCommit(repository, sha), repository, hub);
  const body = {
    url: `${apiOf(repository, hub)}/compare/${baseName}...${headName}`,
    base_commit: await present(base),
    merge_base_commit: await present(comparison.mergeBase),
    status: comparison.status,
    ahead_by: comparison.aheadBy,
    behind_by: comparison.behindBy,
    total_commits: comparison.commits.length,
    commits: commits.flatMap((commit) => (commit === undefined ? [] : [presentCommit(commit, repository, hub)])),
    files: await presentFiles(repository, comparison.mergeBase, head),
  };
  return headers === undefined ? { body } : { body, headers };
}

/** One side of `base...head`: a branch, tag or commit, perhaps with our own `owner:` in front. */
async function findEnd(repository: Repository, name: string): Promise<string> {
  const own = `${repository.owner}:`;
  const sha =
    name === ''
      ? undefined
      : await resolveCommit(repository.bare, name.startsWith(own) ? name.slice(own.length) : name);
  if (sha === undefined) throw new ApiError(404, 'Not Found');
  return sha;
}
