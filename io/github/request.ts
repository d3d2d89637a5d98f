import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import { UserError } from '../../core/errors.ts';
import { BrokenAnswer } from '../broken-answer.ts';
import { runnerLog } from '../runner/log.ts';

interface HttpError extends Error {
  readonly status: number;
  readonly response?: { readonly headers: Readonly<Record<string, string | undefined>> };
}

/** Longest wait that GitHub may ask for, in seconds; above it a run fails rather than sits. */
const LONGEST_WAIT = 60;

const isHttpError = (error: unknown): error is HttpError =>
  error instanceof Error && typeof (error as Partial<HttpError>).status === 'number';

/**
 * Returns how many seconds GitHub asks to wait; undefined if it does not: as `retry-after` says, until the hour of a used up limit is over,
 * a minute if a secondary limit says nothing.
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
export function askedWait(error: unknown): number | undefined {
  if (!isHttpError(error)) {
    return undefined;
  }
  const headers = error.response?.headers ?? {};
  const [after, reset] = [headers['retry-after'], headers['x-ratelimit-reset']].map((text) =>
    Number(text ?? Number.NaN),
  );
  if (after !== undefined && after >= 0) {
    return after;
  }
  // A limit is told by the status: any answer may have used up the last request.
  if (error.status !== 403 && error.status !== 429) {
    return undefined;
  }
  if (headers['x-ratelimit-remaining'] === '0') {
    // By GitHub's own clock; the second that it names has to be over.
    const now = Date.parse(headers['date'] ?? '') || Date.now();
    return reset === undefined || Number.isNaN(reset) ? undefined : Math.max(0, reset - Math.floor(now / 1000)) + 1;
  }
  return isLimit(error) ? LONGEST_WAIT : undefined;
}

function isTransient(error: unknown): boolean {
  return (
    error instanceof BrokenAnswer ||
    isForeign(error) ||
    (isHttpError(error) && (error.status >= 500 || error.status === 429 || askedWait(error) !== undefined))
  );
}

/** Whether a 404 is of something that answers in GitHub's place: GitHub's own says so in JSON. */
function isForeign(error: unknown): boolean {
  if (!isHttpError(error) || error.status !== 404) {
    return false;
  }
  const { data } = (error.response ?? {}) as { readonly data?: { readonly message?: unknown } | null };
  return typeof data?.message !== 'string';
}

/** How many seconds may still be waited because GitHub says so. */
export interface Patience {
  left: number;
}

/** Returns the patience that one question has, or several that share it. */
export function createPatience(): Patience {
  return { left: LONGEST_WAIT };
}

/**
 * Tries a request again on 429, 5xx and where GitHub says when: three times, 0.5 s to 4 s apart or as long as it asks,
 * as far as patience lasts.
 */
async function attempt<Result>(request: () => Promise<Result>, patience: Patience): Promise<Result> {
  return pRetry(request, {
    retries: 3,
    minTimeout: 500,
    maxTimeout: 4000,
    randomize: true,
    shouldRetry: async ({ error }) => {
      const seconds = askedWait(error) ?? 0;
      if (!isTransient(error) || seconds > patience.left) {
        return false;
      }
      patience.left -= seconds;
      if (seconds > 0) {
        runnerLog.info(`GitHub asks to wait ${seconds} s`);
      }
      await sleep(seconds * 1000);
      return true;
    },
  });
}

export interface AskOptions {
  /** What the request needs of the token, for the error; default: what the readers need. */
  readonly permission?: string;
  /** What else a refusal may come from, for the error. */
  readonly hint?: string;
  /** Default: this question's own. */
  readonly patience?: Patience;
}

/** Runs a request for something that has to be there; every failure, a 404 too, is E_GITHUB. */
export async function need<Result>(
  what: string,
  request: () => Promise<Result>,
  { permission, hint, patience = createPatience() }: AskOptions = {},
): Promise<Result> {
  try {
    return await attempt(request, patience);
  } catch (cause) {
    // A question within this one has said already what is wrong.
    throw cause instanceof UserError ? cause : githubError(what, cause, permission, hint);
  }
}

/** Runs a request; a 404 becomes undefined, every other failure E_GITHUB. */
export async function ask<Result>(
  what: string,
  request: () => Promise<Result>,
  options: AskOptions = {},
): Promise<Result | undefined> {
  try {
    return await need(what, request, options);
  } catch (error) {
    if (
      error instanceof UserError &&
      isHttpError(error.cause) &&
      error.cause.status === 404 &&
      !isForeign(error.cause)
    ) {
      return undefined;
    }
    throw error;
  }
}

/** Whether GitHub refused a question because of the token's rights, and not because its limit is used up. */
export function isRefused(error: unknown): boolean {
  const cause = error instanceof UserError ? error.cause : undefined;
  return isHttpError(cause) && cause.status === 403 && !isLimit(cause);
}

/** GitHub's own words for what it refused to do; undefined if it did not answer, or failed. */
export function refusalOf(error: unknown): string | undefined {
  const cause = error instanceof UserError ? error.cause : undefined;
  return isHttpError(cause) && cause.status < 500 && !isLimit(cause) ? cause.message : undefined;
}

/** What the readers need of the token. */
const READING = '`contents: read` and `pull-requests: read`';

/** Turns a failed request into the error that tells the user what to do; `what` is what GitHub was asked to say. */
function githubError(what: string, cause: unknown, permission = READING, hint = ''): UserError {
  const status = isHttpError(cause) ? cause.status : undefined;
  const limited = isHttpError(cause) && isLimit(cause);
  const isMangled = cause instanceof BrokenAnswer || isForeign(cause);
  const fixes: Record<number, string> = {
    401: 'give the input "github-token" a token that is valid, such as ${{ github.token }}',
    404: 'check that it is still there, and that the token reaches it',
    422: `GitHub refuses it: ${(cause as Error).message}`,
    403: `give the job ${permission} under \`permissions:\`${hint === '' ? '' : `; ${hint}`}`,
  };
  return new UserError('E_GITHUB', {
    what: `GitHub did not ${permission === READING ? 'say' : 'do it:'} ${what} (${answerOf(cause)})`,
    fix: isMangled
      ? 'run again; if it stays, look at what answers in the place of GitHub (a proxy of the network)'
      : limited
        ? 'the limit of requests is used up: run again later'
        : (fixes[status ?? 0] ?? 'run again when GitHub answers'),
    cause,
  });
}

function answerOf(cause: unknown): string {
  if (cause instanceof BrokenAnswer) {
    return cause.message;
  }
  return isHttpError(cause) ? `HTTP ${cause.status}` : 'no answer';
}

/** A limit of requests looks like a missing permission, but for what GitHub says beside it. */
function isLimit({ status, message, response }: HttpError): boolean {
  return status === 429 || response?.headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message);
}
