import { type Hub, type Repository, repositoryById, repositoryByName } from './hub.ts';
import { presentRepository } from './repositories.ts';
import { type ApiAnswer, ApiError, type ApiRequest, matchPath, type Route } from './route.ts';
import { contentRoutes } from './routes-contents.ts';
import { gitRoutes } from './routes-git.ts';
import { pullRoutes } from './routes-pulls.ts';
import { runRoutes } from './routes-runs.ts';

const repositoryRoute: Route = {
  method: 'GET',
  pattern: '',
  handle: ({ hub, repository }) => ({ body: presentRepository(repository, hub.url) }),
};

/** In this order: the first that fits answers. */
const ROUTES: readonly Route[] = [repositoryRoute, ...pullRoutes, ...gitRoutes, ...contentRoutes, ...runRoutes];

/** Answers an authorized request from the repositories; throws ApiError for what GitHub refuses. */
export async function answerRequest(hub: Hub, request: ApiRequest): Promise<ApiAnswer> {
  const { repository, rest } = findRepository(hub, request.path);
  if (repository === undefined) {
    const moved = formerly(hub, request.path);
    if (moved !== undefined) return moveTo(hub, moved, request, rest);
    throw new ApiError(404, 'Not Found');
  }
  for (const route of ROUTES) {
    const params = route.method === request.method ? matchPath(route.pattern, rest) : undefined;
    if (params !== undefined) return route.handle({ hub, repository, params, request });
  }
  throw new ApiError(404, 'Not Found');
}

/** 301 to the same question by the repository's id, as for a renamed repository; 404 for an unknown one. */
export function redirectToId(hub: Hub, request: ApiRequest): ApiAnswer {
  const { repository, rest } = findRepository(hub, request.path);
  if (repository === undefined) throw new ApiError(404, 'Not Found');
  return moveTo(hub, repository, request, rest);
}

function moveTo(hub: Hub, repository: Repository, request: ApiRequest, rest: string): ApiAnswer {
  const query = request.query.size === 0 ? '' : `?${request.query}`;
  const location = `${hub.url}/repositories/${repository.id}${rest}${query}`;
  return {
    status: 301,
    headers: { location },
    body: { message: 'Moved Permanently', url: location, documentation_url: 'https://docs.github.com/rest' },
  };
}

/** `/repos/{owner}/{repo}/…` and `/repositories/{id}/…` are the same thing. */
function findRepository(
  hub: Hub,
  path: string,
): { readonly repository: Repository | undefined; readonly rest: string } {
  const byId = /^\/repositories\/(\d+)(\/.*)?$/.exec(path);
  if (byId !== null) return { repository: repositoryById(hub, Number(byId[1])), rest: byId[2] ?? '' };
  const [, fullName = '', rest = ''] = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(path) ?? [];
  return { repository: repositoryByName(hub, fullName), rest };
}

function formerly(hub: Hub, path: string): Repository | undefined {
  const name = /^\/repos\/([^/]+\/[^/]+)/.exec(path)?.[1]?.toLowerCase();
  return hub.repositories.find((repository) => repository.formerNames?.some((former) => former.toLowerCase() === name));
}
