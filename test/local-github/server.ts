import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerRequest, redirectToId } from './answer.ts';
import { createEvents, type Events } from './events.ts';
import { createFaults, type GithubFaults } from './faults.ts';
import type { Hub, Repository } from './hub.ts';
import { errorAnswer, faultAnswer } from './misbehave.ts';
import { createPulls, type Pulls } from './pulls.ts';
import type { RepositoryOptions } from './repositories.ts';
import { type ApiAnswer, ApiError, type ApiRequest } from './route.ts';
import { createRuns, type Runs, type RunsOptions } from './runs.ts';

export interface LocalGithubOptions {
  /** The first one is the one that `pulls`, `runs` and the events are of. */
  readonly repositories: readonly RepositoryOptions[];
  readonly port?: number;
  readonly token?: string;
  /** Of every repository. */
  readonly runs?: RunsOptions;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /**
   * Answers `git/matching-refs` in pages with a `Link` header, as its documentation once said. GitHub itself answers all
   * refs at once whatever `per_page` says (github/docs#3863): the default.
   */
  readonly pagedRefs?: boolean;
}

export interface GithubCall {
  readonly method: string;
  /** With the query, as it was asked. */
  readonly path: string;
  /** 0 where nothing was answered. */
  readonly status: number;
}

export interface LocalGithub extends Events {
  /** GITHUB_API_URL. */
  readonly url: string;
  readonly token: string;
  readonly journal: readonly GithubCall[];
  readonly faults: GithubFaults;
  readonly pulls: Pulls;
  readonly runs: Runs;
  /** Pull requests, workflow runs and events of another repository, by `owner/name`. */
  repository(fullName: string): Events & { readonly pulls: Pulls; readonly runs: Runs };
  close(): Promise<void>;
}

/** Starts GitHub's REST API on 127.0.0.1 over bare repositories; nothing that git knows is stored a second time. */
export async function startLocalGithub(options: LocalGithubOptions): Promise<LocalGithub> {
  const now = options.now ?? Date.now;
  const token = options.token ?? `ghs_${randomUUID().replaceAll('-', '')}`;
  const faults = createFaults();
  const journal: GithubCall[] = [];
  const known = (id: number | null) => options.repositories.find((repository) => repository.id === id);
  const repositories = options.repositories.map((one) => ({
    ...one,
    pulls: createPulls(one, known, now),
    runs: createRuns(options.runs ?? {}, now),
  }));
  const [first] = repositories;
  if (first === undefined) throw new Error('local GitHub needs a repository');

  const server = createServer((request, response) => {
    const note = (status: number) => journal.push({ method: request.method ?? '', path: request.url ?? '', status });
    serve(request, response, note).catch((error: unknown) => {
      note(500);
      response.writeHead(500).end(error instanceof Error ? error.stack : String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const hub: Hub = { repositories, url, now, pagedRefs: options.pagedRefs ?? false };

  async function serve(incoming: IncomingMessage, response: ServerResponse, note: (status: number) => void) {
    const request = await readRequest(incoming);
    const fault = faults.take(request.method, incoming.url ?? '');
    if (fault?.kind === 'timeout' || fault?.kind === 'reset') {
      note(0);
      if (fault.kind === 'reset') response.destroy();
      return;
    }
    const answer =
      fault === undefined || fault.kind === 'moved'
        ? await answerOrRefuse(request, fault !== undefined)
        : faultAnswer(fault, now());
    note(answer.status ?? 200);
    write(response, answer, journal.length, now());
  }

  async function answerOrRefuse(request: ApiRequest, moved: boolean): Promise<ApiAnswer> {
    try {
      const [, given] = /^(?:Bearer|token) (.+)$/i.exec(request.headers['authorization'] ?? '') ?? [];
      if (given === undefined) throw new ApiError(401, 'Requires authentication');
      if (given !== token) throw new ApiError(401, 'Bad credentials');
      return moved ? redirectToId(hub, request) : await answerRequest(hub, request);
    } catch (error) {
      if (error instanceof ApiError) return errorAnswer(error);
      throw error;
    }
  }

  const viewOf = (repository: Repository) => {
    const { pulls, runs } = repository;
    return { pulls, runs, ...createEvents(hub, repository) };
  };
  return {
    ...viewOf(first),
    url,
    token,
    journal,
    faults,
    repository(fullName) {
      const found = repositories.find(({ owner, name }) => `${owner}/${name}` === fullName);
      if (found === undefined) throw new Error(`no repository ${fullName}`);
      return viewOf(found);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readRequest(incoming: IncomingMessage): Promise<ApiRequest> {
  const url = incoming.url ?? '/';
  const [path = '', query = ''] = url.split('?', 2);
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  return {
    method: incoming.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    headers,
    body,
  };
}

/** GITHUB_TOKEN's 1,000 requests an hour and repository; only the fault ever reaches the end of it. */
const HOURLY_LIMIT = 1000;

function write(response: ServerResponse, answer: ApiAnswer, used: number, now: number): void {
  const isText = typeof answer.body === 'string';
  response.writeHead(answer.status ?? 200, {
    'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    'x-github-request-id': randomUUID(),
    'x-github-api-version-selected': '2022-11-28',
    'x-ratelimit-limit': String(HOURLY_LIMIT),
    'x-ratelimit-remaining': String(Math.max(1, HOURLY_LIMIT - used)),
    'x-ratelimit-reset': String(Math.floor(now / 1000) + 3600),
    'x-ratelimit-resource': 'core',
    ...answer.headers,
  });
  response.end(isText ? answer.body : JSON.stringify(answer.body));
}
