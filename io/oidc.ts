import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../core/errors.ts';
import { BEGINNING_RETRY, patienceOf } from './aws/request.ts';

/** Asks the runner for GitHub's identity token for an audience; each call gives a fresh one. */
export type TokenSource = (audience: string) => Promise<string>;

/** Longest time that is spent on asking again, in milliseconds: if nothing answers, as long as AWS is asked then. */
const BUDGETS = { refused: 0, busy: 60_000, cut: patienceOf(BEGINNING_RETRY), broken: 60_000 };
/** How often an answer may come that is none of GitHub's. */
const MOST_BROKEN = 3;
const TIMEOUT_MS = 10_000;

interface Fault {
  readonly fault: string;
  readonly kind: keyof typeof BUDGETS;
  readonly status?: number;
}

type Attempt = { readonly token: string } | Fault;

/**
 * Builds the token source of the runner's protocol: GET of ACTIONS_ID_TOKEN_REQUEST_URL with `&audience=`. Asks again
 * after 429 and 5xx for at most a minute, after a timeout or a broken connection for two, and three times in all where the answer
 * is none of GitHub's. Throws E_OIDC_PERMISSION, E_OIDC_TOKEN.
 */
export function createTokenSource(environment: NodeJS.ProcessEnv = process.env): TokenSource {
  return async (audience) => {
    const url = environment['ACTIONS_ID_TOKEN_REQUEST_URL'];
    const bearer = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
    if (url === undefined || bearer === undefined || url === '' || bearer === '') {
      throw permissionError(environment['GITHUB_EVENT_NAME']);
    }
    const begun = new Map<Fault['kind'], number>();
    let broken = 0;
    for (let delay = 500; ; delay = Math.min(delay * 2, 10_000)) {
      const attempt = await askOnce(`${url}&audience=${encodeURIComponent(audience)}`, bearer);
      if ('token' in attempt) {
        return attempt.token;
      }
      broken += attempt.kind === 'broken' ? 1 : 0;
      // Each kind has a time of its own, from its first one on.
      const start = begun.get(attempt.kind) ?? Date.now();
      begun.set(attempt.kind, start);
      if (broken === MOST_BROKEN || Date.now() + delay > start + BUDGETS[attempt.kind]) {
        throw tokenError(attempt.fault, attempt.status);
      }
      await sleep(delay * (0.75 + Math.random() / 2));
    }
  };
}

async function askOnce(url: string, bearer: string): Promise<Attempt> {
  try {
    const answer = await fetch(url, {
      headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!answer.ok) {
      await answer.body?.cancel();
      const { status } = answer;
      return {
        fault: `it answered HTTP ${status}`,
        kind: status === 429 || status >= 500 ? 'busy' : 'refused',
        status,
      };
    }
    return readToken(await answer.text());
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return { fault: timedOut ? 'it did not answer in time' : 'it could not be reached', kind: 'cut' };
  }
}

function readToken(body: string): Attempt {
  try {
    const { value } = JSON.parse(body) as { value?: unknown };
    return typeof value === 'string' && value !== ''
      ? { token: value }
      : { fault: 'its answer held no token', kind: 'broken' };
  } catch {
    return { fault: 'its answer was not JSON', kind: 'broken' };
  }
}

function tokenError(fault: string, status: number | undefined): UserError {
  const denied = status === 401 || status === 403;
  return new UserError('E_OIDC_TOKEN', {
    what: `GitHub's token endpoint gave no identity token: ${fault}`,
    fix: denied ? 'add `permissions: id-token: write` to the job' : 'run again; see githubstatus.com if it stays',
  });
}

function permissionError(eventName: string | undefined): UserError {
  const fork = eventName === 'pull_request';
  return new UserError('E_OIDC_PERMISSION', {
    what: 'this job may not ask GitHub for an identity token',
    why: fork
      ? 'the job has no `id-token: write`; pull requests from forks never get it'
      : 'the job has no `id-token: write`',
    fix: 'add to the job (and to the job that calls the workflow):\npermissions:\n  id-token: write\n  contents: read',
  });
}
