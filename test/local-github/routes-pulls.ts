import { ApiError, notFound } from './api-error.ts';
import { isAncestor, resolveCommit } from './commits.ts';
import { type Hub, type Repository, repositoryById } from './hub.ts';
import { paginate } from './paging.ts';
import { presentPull, presentWholePull } from './present-pull.ts';
import type { Pull } from './pull.ts';
import type { Call, Route } from './route.ts';

const READ = [{ pull_requests: 'read' }] as const;

/** Pull requests: one, a list, and those of a commit. */
export const pullRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/pulls/:number',
    permissions: READ,
    async handle({ hub, repository, params }) {
      const pull = await repository.pulls.find(Number(params['number']));
      if (pull === undefined) throw notFound();
      return { body: await presentWholePull(pull, repository, hub) };
    },
  },
  {
    method: 'GET',
    pattern: '/pulls',
    permissions: READ,
    async handle(call) {
      const wanted = (await call.repository.pulls.list()).filter((pull) => isAskedFor(pull, call));
      return present(wanted, call);
    },
  },
  {
    method: 'GET',
    pattern: '/commits/:sha/pulls',
    permissions: READ,
    async handle(call) {
      const { repository, params } = call;
      const sha = await resolveCommit(repository.bare, params['sha'] ?? '');
      if (sha === undefined) throw new ApiError(422, `No commit found for SHA: ${params['sha']}`);
      const pulls = await repository.pulls.list();
      const brought = await Promise.all(pulls.map((pull) => brings(pull, sha, repository)));
      return present(
        pulls.filter((_, index) => brought[index]),
        call,
      );
    },
  },
];

function present(pulls: readonly Pull[], call: Call) {
  const { page, headers } = paginate(pulls, call);
  const body = page.map((pull) => presentPull(pull, call.repository, call.hub));
  return { headers, body };
}

function isAskedFor(pull: Pull, { hub, repository, request: { query } }: Call): boolean {
  const state = query.get('state') ?? 'open';
  const head = query.get('head') ?? '';
  const base = query.get('base');
  if (state !== 'all' && pull.state !== state) return false;
  if (base !== null && pull.base !== base) return false;
  // GitHub ignores a head that is not of the form `owner:branch`.
  return !head.includes(':') || head.toLowerCase() === labelOf(pull, hub, repository).toLowerCase();
}

function labelOf(pull: Pull, hub: Hub, repository: Repository): string {
  const owner = repositoryById(hub, pull.headRepositoryId)?.owner;
  return `${owner ?? presentPull(pull, repository, hub).head.label.split(':', 1)[0]}:${pull.head}`;
}

/**
 * GitHub's rule (docs.github.com, "List pull requests associated with a commit"): once the default branch has the commit, only the
 * pull request that brought it there; before, each open or merged one that holds it and whose base does not.
 */
async function brings(pull: Pull, sha: string, { bare, defaultBranch }: Repository): Promise<boolean> {
  if (pull.mergedAt !== undefined && pull.mergeSha === sha) return true;
  if (pull.state === 'closed' && pull.mergedAt === undefined) return false;
  if (pull.state === 'open' && (await isAncestor(bare, sha, `refs/heads/${defaultBranch}`))) return false;
  return (await isAncestor(bare, sha, pull.headSha)) && !(await isAncestor(bare, sha, pull.baseSha));
}
