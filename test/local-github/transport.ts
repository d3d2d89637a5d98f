import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiAnswer, ApiRequest } from './route.ts';

/** A request as it came, with its body as text: what is not JSON is for the API to refuse. */
export type RawRequest = Omit<ApiRequest, 'body'> & { readonly text: string };

/** Reads a request to its end; the path is that below `basePath`, undefined for one beside it. */
export async function readRequest(incoming: IncomingMessage, basePath: string): Promise<RawRequest | undefined> {
  const [path = '', query = ''] = (incoming.url ?? '/').split('?', 2);
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  if (!path.startsWith(`${basePath}/`)) return undefined;
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  return {
    method: incoming.method ?? 'GET',
    path: path.slice(basePath.length),
    query: new URLSearchParams(query),
    headers,
    text: Buffer.concat(chunks).toString(),
  };
}

/** The JSON of a body, undefined for none; throws SyntaxError. */
export function parseBody({ text, ...request }: RawRequest): ApiRequest {
  return { ...request, body: text === '' ? undefined : JSON.parse(text) };
}

/** GITHUB_TOKEN's 1,000 requests an hour and repository; only the fault ever reaches the end of it. */
const HOURLY_LIMIT = 1000;

export interface Stamp {
  /** Requests before this one. */
  readonly used: number;
  /** Milliseconds. */
  readonly now: number;
  /** Version of GitHub Enterprise Server; undefined on github.com. */
  readonly enterprise: string | undefined;
}

/** Writes an answer with the headers that every answer has. */
export function writeAnswer(response: ServerResponse, answer: ApiAnswer, { used, now, enterprise }: Stamp): void {
  const isText = typeof answer.body === 'string';
  const type = { 'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8' };
  response.writeHead(answer.status ?? 200, {
    ...(answer.body === undefined ? {} : type),
    'x-github-request-id': randomUUID(),
    'x-github-api-version-selected': '2022-11-28',
    ...(enterprise === undefined ? {} : { 'x-github-enterprise-version': enterprise }),
    'x-ratelimit-limit': String(HOURLY_LIMIT),
    'x-ratelimit-remaining': String(Math.max(1, HOURLY_LIMIT - used)),
    'x-ratelimit-used': String(Math.min(HOURLY_LIMIT, used)),
    'x-ratelimit-reset': String(Math.floor(now / 1000) + 3600),
    'x-ratelimit-resource': 'core',
    ...answer.headers,
  });
  response.end(isText || answer.body === undefined ? answer.body : JSON.stringify(answer.body));
}
