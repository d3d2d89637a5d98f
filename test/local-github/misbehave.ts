import { ApiError } from './api-error.ts';
import type { GithubFault } from './faults.ts';
import type { ApiAnswer } from './route.ts';

/** The faults that are an answer of their own, whatever was asked. */
export type AnsweringFault = Extract<
  GithubFault,
  { kind: 'status' | 'secondary-limit' | 'primary-limit' | 'html' | 'raw' }
>;

/** True for a fault whose answer does not depend on the request; the others are the server's own. */
export function isAnswering(fault: GithubFault): fault is AnsweringFault {
  return ['status', 'secondary-limit', 'primary-limit', 'html', 'raw'].includes(fault.kind);
}

/** The answer of a fault; `now` in milliseconds. */
export function faultAnswer(fault: AnsweringFault, now: number): ApiAnswer {
  switch (fault.kind) {
    case 'status': {
      const message = fault.message ?? MESSAGES[fault.status] ?? `status ${fault.status}`;
      return errorAnswer(new ApiError(fault.status, message, fault.errors));
    }
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
        ...errorAnswer(new ApiError(fault.status ?? 403, 'API rate limit exceeded for installation.')),
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(Math.floor(now / 1000) + (fault.resetIn ?? 2400)),
        },
      };
    case 'raw':
      return {
        status: fault.status,
        headers: { 'content-type': fault.type ?? 'application/json; charset=utf-8' },
        body: fault.body,
      };
    case 'html':
      return {
        status: fault.status,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<!DOCTYPE html><html><head><title>Unicorn! &middot; GitHub</title></head><body><p>This page is taking too long to load.</p></body></html>',
      };
  }
}

/** What GitHub says where nothing more is to be said. */
const MESSAGES: Readonly<Record<number, string>> = {
  401: 'Bad credentials',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  410: 'Gone',
  422: 'Validation Failed',
  500: 'Server Error',
  502: 'Server Error',
  503: 'Service Unavailable',
};

/** An error in GitHub's form. */
export function errorAnswer(error: ApiError): ApiAnswer {
  const { status, message, errors } = error;
  const found = errors === undefined ? {} : { errors };
  return {
    status,
    body: { message, ...found, documentation_url: 'https://docs.github.com/rest', status: String(status) },
  };
}
