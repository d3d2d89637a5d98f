import type { GithubFault } from './faults.ts';
import { type ApiAnswer, ApiError } from './route.ts';

/** The answer of a fault that answers at all; `now` in milliseconds. Timeouts, resets and moves are the server's own. */
export function faultAnswer(
  fault: Exclude<GithubFault, { kind: 'timeout' | 'reset' | 'moved' }>,
  now: number,
): ApiAnswer {
  switch (fault.kind) {
    case 'status':
      return errorAnswer(new ApiError(fault.status, fault.message ?? `status ${fault.status}`));
    case 'secondary-limit':
      return {
        ...errorAnswer(
          new ApiError(
            fault.status ?? 403,
            'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
          ),
        ),
        headers: fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) },
      };
    case 'primary-limit':
      return {
        ...errorAnswer(new ApiError(403, 'API rate limit exceeded for installation.')),
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(Math.floor(now / 1000) + fault.resetIn),
        },
      };
    case 'html':
      return {
        status: fault.status,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<!DOCTYPE html><html><head><title>Unicorn! &middot; GitHub</title></head><body><p>This page is taking too long to load.</p></body></html>',
      };
  }
}

/** An error in GitHub's form. */
export function errorAnswer(error: ApiError): ApiAnswer {
  return {
    status: error.status,
    body: { message: error.message, documentation_url: 'https://docs.github.com/rest', status: String(error.status) },
  };
}
