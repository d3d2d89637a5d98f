import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { answerRequest, type Twist } from './answer.ts';
import { ApiError, notFound } from './api-error.ts';
import { createFaults, type GithubFaults } from './faults.ts';
import type { Hub } from './hub.ts';
import { errorAnswer, faultAnswer, isAnswering } from './misbehave.ts';
import type { RepositoryOptions } from './repositories.ts';
import { createRepository, type RepositoryView, viewOf } from './repository.ts';
import type { ApiAnswer } from './route.ts';
import type { RunsOptions } from './runs.ts';
import { createTokens } from './tokens.ts';
import { parseBody, type RawRequest, readRequest, writeAnswer } from './transport.ts';

export interface LocalGithubOptions {
  /** The first one is the one that `pulls`, `runs` and all the rest are of. */
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
  /** What the API's paths begin with: `/api/v3` on GitHub Enterprise Server; nothing on github.com, the default. */
  readonly basePath?: string;
  /** Where `html_url`s lead; default `https://github.com`. */
  readonly serverUrl?: string;
}

export interface GithubCall {
  readonly method: string;
  /** With the base path and the query, as it was asked. */
  readonly path: string;
  /** 0 where nothing was answered. */
  readonly status: number;
}

export interface LocalGithub extends RepositoryView {
  /** GITHUB_API_URL. */
  readonly url: string;
  /** GITHUB_SERVER_URL. */
  readonly serverUrl: string;
  /** Of `github-actions[bot]`, with all rights on every repository but that to workflow files, which GITHUB_TOKEN never has. */
  readonly token: string;
  readonly journal: readonly GithubCall[];
  readonly faults: GithubFaults;
  /** Another repository, by `owner/name`. */
  repository(fullName: string): RepositoryView;
  close(): Promise<void>;
}

/** The version that a server with a base path says it has. */
const ENTERPRISE = '3.19.0';

/** Starts GitHub's REST API on 127.0.0.1 over bare repositories; nothing that git knows is stored a second time. */
export async function startLocalGithub(options: LocalGithubOptions): Promise<LocalGithub> {
  const { now = Date.now, basePath = '', serverUrl = 'https://github.com' } = options;
  const token = options.token ?? `ghs_${randomUUID().replaceAll('-', '')}`;
  const tokens = createTokens(token);
  const faults = createFaults();
  const journal: GithubCall[] = [];
  const known = (id: number | null) => options.repositories.find((repository) => repository.id === id);
  const enterprise = basePath === '' ? undefined : ENTERPRISE;
  const repositories = options.repositories.map((one) =>
    createRepository(one, known, options.runs ?? {}, now, enterprise === undefined),
  );
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
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${basePath}`;
  const hub: Hub = { repositories, url, serverUrl, now, enterprise, pagedRefs: options.pagedRefs ?? false };

  async function serve(incoming: IncomingMessage, response: ServerResponse, note: (status: number) => void) {
    const request = await readRequest(incoming, basePath);
    const fault = faults.take(incoming.method ?? 'GET', incoming.url ?? '');
    if (fault?.kind === 'timeout') return void note(0);
    if (fault?.kind === 'reset') {
      note(0);
      return void response.destroy();
    }
    if (fault?.kind === 'slow') await setTimeout(fault.ms);
    const twist = fault?.kind === 'moved' || fault?.kind === 'forbidden' ? fault.kind : undefined;
    const answer =
      fault !== undefined && isAnswering(fault) ? faultAnswer(fault, now()) : await answerOrRefuse(request, twist);
    if (fault?.kind === 'lost-answer') {
      note(0);
      return void response.destroy();
    }
    note(answer.status ?? 200);
    writeAnswer(response, answer, { used: journal.length, now: now(), enterprise });
  }

  async function answerOrRefuse(raw: RawRequest | undefined, twist: Twist): Promise<ApiAnswer> {
    if (raw === undefined) return errorAnswer(notFound());
    try {
      return await answerRequest(hub, tokens, parseBody(raw), twist);
    } catch (error) {
      if (error instanceof SyntaxError) return errorAnswer(new ApiError(400, 'Problems parsing JSON'));
      throw error;
    }
  }

  return {
    ...viewOf(first, hub, tokens),
    url,
    serverUrl,
    token,
    journal,
    faults,
    repository(fullName) {
      const found = repositories.find(({ owner, name }) => `${owner}/${name}` === fullName);
      if (found === undefined) throw new Error(`no repository ${fullName}`);
      return viewOf(found, hub, tokens);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
