import { ApiError, notFound } from './api-error.ts';
import { authenticate, authorize, permissionHeaders } from './authorize.ts';
import { type Hub, type Repository, repositoryById, repositoryByName } from './hub.ts';
import { errorAnswer } from './misbehave.ts';
import { type ApiAnswer, type ApiRequest, matchPath, type Params, type Route } from './route.ts';
import { ROUTES } from './routes.ts';
import type { Tokens } from './tokens.ts';

/** What a fault makes of a request that would otherwise be answered. */
export type Twist = 'moved' | 'forbidden' | undefined;

/** Answers a request from the repositories, with GitHub's own words for what it refuses. */
export async function answerRequest(hub: Hub, tokens: Tokens, request: ApiRequest, twist?: Twist): Promise<ApiAnswer> {
  let headers: Readonly<Record<string, string>> = {};
  try {
    const token = authenticate(request, tokens);
    const { repository, rest } = findRepository(hub, request.path);
    if (repository === undefined) {
      const moved = formerly(hub, request.path);
      if (moved === undefined) throw notFound();
      return moveTo(hub, moved, request, rest);
    }
    if (twist === 'moved') return moveTo(hub, repository, request, rest);
    const found = findRoute(request.method, rest);
    if (found === undefined) throw notFound();
    const { route, params } = found;
    const seen = twist === 'forbidden' ? { ...token, permissions: {} } : token;
    headers = permissionHeaders(seen, route);
    if (twist === 'forbidden') throw new ApiError(403, 'Resource not accessible by integration');
    authorize(token, repository, route);
    const answer = await route.handle({ hub, repository, token, params, request });
    return { ...answer, headers: { ...headers, ...answer.headers } };
  } catch (error) {
    if (error instanceof ApiError) return { ...errorAnswer(error), headers };
    throw error;
  }
}

function findRoute(method: string, rest: string): { readonly route: Route; readonly params: Params } | undefined {
  for (const route of ROUTES) {
    const params = route.method === method ? matchPath(route.pattern, rest) : undefined;
    if (params !== undefined) return { route, params };
  }
  return undefined;
}

/** 301 (307 for what is not read) to the same question by the repository's id, as for a renamed repository. */
function moveTo(hub: Hub, repository: Repository, request: ApiRequest, rest: string): ApiAnswer {
  const query = request.query.size === 0 ? '' : `?${request.query}`;
  const location = `${hub.url}/repositories/${repository.id}${rest}${query}`;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return {
    status: isRead ? 301 : 307,
    headers: { location },
    body: {
      message: isRead ? 'Moved Permanently' : 'Temporary Redirect',
      url: location,
      documentation_url: 'https://docs.github.com/rest',
    },
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
