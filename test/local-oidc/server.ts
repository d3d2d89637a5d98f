import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { misbehave, send } from './answers.ts';
import { completeClaims, type JobClaims, type SubjectFormat, subjectOf } from './claims.ts';
import { createFaults, type OidcFaults } from './faults.ts';
import { createSigner } from './signer.ts';

export interface LocalOidcOptions {
  readonly port?: number;
  readonly claims?: Partial<JobClaims>;
  readonly subjectFormat?: SubjectFormat;
  readonly issuer?: string;
  readonly requestToken?: string;
  /** Milliseconds since 1970; tests move it. */
  readonly now?: () => number;
}

export interface OidcCall {
  readonly method: string;
  readonly path: string;
  readonly audience: string | undefined;
  /** True when the bearer token was the job's. */
  readonly authorized: boolean;
  /** 0 where nothing was answered. */
  readonly status: number;
}

export interface MintOptions {
  /** Signed by a key that the JWKS does not hold, under the key id of the one that it does. */
  readonly forged?: boolean;
}

export interface LocalOidc {
  readonly url: string;
  /** ACTIONS_ID_TOKEN_REQUEST_URL: holds a `?` already, as GitHub's does. */
  readonly requestUrl: string;
  /** ACTIONS_ID_TOKEN_REQUEST_TOKEN. */
  readonly requestToken: string;
  readonly jwksUri: string;
  readonly issuer: string;
  readonly journal: readonly OidcCall[];
  readonly faults: OidcFaults;
  claims(): JobClaims;
  /** Changes the job; `environment: undefined` takes the environment away. */
  setClaims(changes: { readonly [K in keyof JobClaims]?: JobClaims[K] | undefined }): void;
  setSubjectFormat(format: SubjectFormat): void;
  /** A token without the endpoint; `overrides` replace any claim (`exp`, `iss`, `sub`, …), undefined drops one. */
  mint(audience: string, overrides?: Readonly<Record<string, unknown>>, options?: MintOptions): Promise<string>;
  close(): Promise<void>;
}

/** Starts GitHub's token service on 127.0.0.1: the endpoint that a job asks, and the keys that a cloud verifies with. */
export async function startLocalOidc(options: LocalOidcOptions = {}): Promise<LocalOidc> {
  const issuer = options.issuer ?? 'https://token.actions.githubusercontent.com';
  const requestToken = options.requestToken ?? `local-oidc-${randomUUID()}`;
  const now = options.now ?? Date.now;
  const signer = await createSigner();
  const faults = createFaults();
  const journal: OidcCall[] = [];
  let given: Partial<JobClaims> = options.claims ?? {};
  let format = options.subjectFormat ?? 'legacy';

  const mint: LocalOidc['mint'] = (audience, overrides = {}, mintOptions = {}) => {
    const claims = completeClaims(given);
    const seconds = Math.floor(now() / 1000);
    const times = { iat: seconds, nbf: seconds - 600, exp: seconds + 300 };
    const standard = { jti: randomUUID(), iss: issuer, aud: audience, sub: subjectOf(claims, format), ...times };
    return signer.sign({ ...claims, ...standard, ...overrides }, mintOptions.forged === true);
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const audience = url.searchParams.get('audience') ?? undefined;
    const authorized = request.headers.authorization === `Bearer ${requestToken}`;
    const record = (status: number) =>
      journal.push({ method: request.method ?? '', path: url.pathname, audience, authorized, status });
    if (url.pathname === '/.well-known/jwks') return send(response, record, 200, signer.jwks);
    if (url.pathname === '/.well-known/openid-configuration') {
      return send(response, record, 200, { issuer, jwks_uri: `${baseUrl(request)}/.well-known/jwks` });
    }
    if (url.pathname !== '/idtoken' || request.method !== 'GET')
      return send(response, record, 404, { message: 'Not Found' });
    const fault = faults.take();
    if (fault !== undefined) return misbehave(response, record, fault);
    if (!authorized) return send(response, record, 401, { message: 'Unauthorized' });
    const value = await mint(audience ?? `https://github.com/${completeClaims(given).repository_owner}`);
    return send(response, record, 200, { count: value.length, value });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    requestUrl: `${url}/idtoken?api-version=2.0`,
    requestToken,
    jwksUri: `${url}/.well-known/jwks`,
    issuer,
    journal,
    faults,
    claims: () => completeClaims(given),
    setClaims(changes) {
      const kept = Object.entries({ ...given, ...changes }).filter(([, value]) => value !== undefined);
      given = Object.fromEntries(kept);
    },
    setSubjectFormat: (next) => {
      format = next;
    },
    mint,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function baseUrl(request: IncomingMessage): string {
  return `http://${request.headers.host ?? '127.0.0.1'}`;
}
