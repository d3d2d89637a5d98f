import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import { subjectOf } from '../local-oidc/claims.ts';
import type { LocalOidc } from '../local-oidc/server.ts';

/**
 * GitHub's token service as each job sees it: the jobs of one run say the same of it, and each names the environment that it is
 * in. act runs all jobs with the same variables, so that the service cannot tell them apart; therefore each job that may
 * ask gets an address of its own (`giveIdentities`), and no other job gets one.
 */
export interface JobIdentities {
  /** Without the job's environment. */
  readonly requestUrl: string;
  readonly requestToken: string;
  /** The environment of each token that was given, oldest first; empty for a job that names none. */
  readonly given: readonly string[];
  close(): Promise<void>;
}

/** Starts it on 127.0.0.1; its tokens are signed by `oidc` and say what that one says, but for the environment. */
export async function startJobIdentities(oidc: LocalOidc): Promise<JobIdentities> {
  const given: string[] = [];
  async function mint(request: IncomingMessage): Promise<string | undefined> {
    if (request.headers.authorization !== `Bearer ${oidc.requestToken}`) return undefined;
    const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const environment = searchParams.get('environment') ?? '';
    given.push(environment);
    const { environment: _, ...claims } = oidc.claims();
    const own = environment === '' ? claims : { ...claims, environment };
    const sub = subjectOf(own, 'legacy');
    return oidc.mint(searchParams.get('audience') ?? '', { environment: environment || undefined, sub });
  }
  const server = createServer((request, response) => {
    mint(request).then(
      (value) => response.writeHead(value === undefined ? 401 : 200).end(JSON.stringify({ value })),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    requestUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/idtoken?api-version=2.0`,
    requestToken: oidc.requestToken,
    given,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The text of a workflow in which each job with `id-token: write` has the two variables by which the runner lets it ask. */
export function giveIdentities(text: string, { requestUrl, requestToken }: JobIdentities): string {
  const document = parseDocument(text);
  const jobs = document.get('jobs');
  for (const { key, value: job } of isMap(jobs) ? jobs.items : []) {
    // A job that calls a workflow asks for nothing itself.
    if (!isMap(job) || !job.has('steps') || job.getIn(['permissions', 'id-token']) !== 'write') continue;
    const way = ['jobs', isScalar(key) ? key.value : key, 'env'];
    document.setIn([...way, 'ACTIONS_ID_TOKEN_REQUEST_URL'], `${requestUrl}&environment=${environmentOf(job)}`);
    document.setIn([...way, 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'], requestToken);
  }
  return document.toString({ lineWidth: 0 });
}

function environmentOf(job: YAMLMap): string {
  const environment = job.get('environment');
  return String((isMap(environment) ? environment.get('name') : environment) ?? '');
}
