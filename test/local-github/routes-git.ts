import { ApiError } from './api-error.ts';
import { readCommit, resolveCommit } from './commits.ts';
import { compareCommits } from './compare.ts';
import { git } from './git.ts';
import type { Hub, Repository } from './hub.ts';
import { paginate } from './paging.ts';
import { presentCommit, requireCommit } from './present-commit.ts';
import { presentFiles } from './present-files.ts';
import { apiOf, htmlOf } from './present-repository.ts';
import type { ApiAnswer, Call, Route } from './route.ts';

const READ = [{ contents: 'read' }] as const;

/** Commits and comparisons, all read from the bare repository. */
export const gitRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/compare/*basehead', permissions: READ, handle: compare },
  {
    method: 'GET',
    pattern: '/commits/*ref',
    permissions: READ,
    async handle({ hub, repository, params, request }) {
      const sha = await resolveCommit(repository.bare, params['ref'] ?? '');
      if (sha === undefined) throw new ApiError(422, `No commit found for SHA: ${params['ref']}`);
      if (request.headers['accept']?.includes('application/vnd.github.sha')) return { body: sha };
      const commit = await requireCommit(repository, sha);
      const before = commit.parents[0] ?? (await git(repository.bare, 'hash-object', '-t', 'tree', '/dev/null'));
      const files = await presentFiles(repository, hub, before, sha);
      const [additions, deletions] = (['additions', 'deletions'] as const).map((name) =>
        files.reduce((sum, file) => sum + file[name], 0),
      );
      const stats = { total: (additions ?? 0) + (deletions ?? 0), additions, deletions };
      return { body: { ...presentCommit(commit, repository, hub), stats, files } };
    },
  },
];

/** Commits of a comparison that is not asked for in pages: the newest of them. */
const MOST_COMMITS = 250;

async function compare(call: Call): Promise<ApiAnswer> {
  const { hub, repository, params, request } = call;
  const [baseName = '', headName = ''] = (params['basehead'] ?? '').split('...');
  const base = await findEnd(hub, repository, baseName);
  const head = await findEnd(hub, repository, headName);
  const comparison = await compareCommits(repository.bare, base, head);
  if (comparison === undefined) throw new ApiError(404, `No common ancestor between ${baseName} and ${headName}.`);
  const isPaged = request.query.has('page') || request.query.has('per_page');
  const all = { page: comparison.commits.slice(-MOST_COMMITS), headers: {} };
  const { page, headers } = isPaged ? paginate(comparison.commits, call) : all;
  const commits = await Promise.all(page.map((sha) => readCommit(repository.bare, sha)));
  const present = async (sha: string) => presentCommit(await requireCommit(repository, sha), repository, hub);
  const ends = [baseName, headName].map(encodeURIComponent).join('...');
  const html = `${htmlOf(repository, hub)}/compare/${ends}`;
  // The files stand on the first page alone.
  const isFirst = (request.query.get('page') ?? '1') === '1';
  const body = {
    url: `${apiOf(repository, hub)}/compare/${ends}`,
    html_url: html,
    permalink_url: `${htmlOf(repository, hub)}/compare/${repository.owner}:${base.slice(0, 7)}...${repository.owner}:${head.slice(0, 7)}`,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: await present(base),
    merge_base_commit: await present(comparison.mergeBase),
    status: comparison.status,
    ahead_by: comparison.aheadBy,
    behind_by: comparison.behindBy,
    total_commits: comparison.commits.length,
    commits: commits.flatMap((commit) => (commit === undefined ? [] : [presentCommit(commit, repository, hub)])),
    files: isFirst ? await presentFiles(repository, hub, comparison.mergeBase, head) : [],
  };
  return { headers, body };
}

/** One side of `base...head`: a branch, tag or commit, perhaps with its owner in front: our own, or a fork's. */
async function findEnd(hub: Hub, repository: Repository, name: string): Promise<string> {
  const [, owner = repository.owner, ref = ''] = /^(?:([^:]*):)?(.*)$/.exec(name) ?? [];
  const isOwn = owner.toLowerCase() === repository.owner.toLowerCase();
  const home = isOwn
    ? repository
    : hub.repositories.find((one) => one.owner.toLowerCase() === owner.toLowerCase() && one.name === repository.name);
  const sha = home === undefined || ref === '' ? undefined : await resolveCommit(home.bare, ref);
  if (home === undefined || sha === undefined) throw new ApiError(404, 'Not Found');
  // Forks share their objects.
  if (home !== repository) await git(repository.bare, 'fetch', '--quiet', '--no-tags', home.bare, sha);
  return sha;
}
