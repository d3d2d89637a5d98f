import { ApiError, notFound } from './api-error.ts';
import type { Repository } from './hub.ts';
import { acceptedPermissions, isAllowed } from './permissions.ts';
import type { ApiRequest, Route } from './route.ts';
import type { Token, Tokens } from './tokens.ts';

/** The token of a request; throws 401 for none and for a wrong one. */
export function authenticate(request: ApiRequest, tokens: Tokens): Token {
  const [, given] = /^(?:Bearer|token) (.+)$/i.exec(request.headers['authorization'] ?? '') ?? [];
  if (given === undefined) throw new ApiError(401, 'Requires authentication');
  const token = tokens.find(given);
  if (token === undefined) throw new ApiError(401, 'Bad credentials');
  return token;
}

/**
 * Throws 403 when the token lacks the permission; 404 for a private repository that it is not for. Of its own repository
 * a token reads nothing that it was not given, be the repository public or not.
 */
export function authorize(token: Token, repository: Repository, route: Route): void {
  if (token.repositoryId !== undefined && token.repositoryId !== repository.id) {
    if (repository.private === true) throw notFound();
    if (route.method !== 'GET') throw refusal(token);
    return;
  }
  if (token.permissions === undefined || isAllowed(token.permissions, route.permissions)) return;
  throw refusal(token);
}

/** What GitHub adds to every answer to a token with fine-grained permissions. */
export function permissionHeaders(token: Token, route: Route): Readonly<Record<string, string>> {
  if (token.permissions === undefined) return {};
  return { 'x-accepted-github-permissions': acceptedPermissions(route.permissions) };
}

/** 403 for a token that lacks a permission. */
export function refusal({ actor }: Token): ApiError {
  return new ApiError(
    403,
    `Resource not accessible by ${actor.app === undefined ? 'personal access token' : 'integration'}`,
  );
}
