import type { IncomingHttpHeaders } from 'node:http';

/** What a SigV4 signature says about a request; the signature itself is not checked. */
export interface Scope {
  accessKeyId: string;
  region: string;
  service: string;
  sessionToken?: string;
}

/** Reads the credential scope of the Authorization header, or of a presigned URL; undefined for an unsigned request. */
export function readScope(headers: IncomingHttpHeaders, query: URLSearchParams): Scope | undefined {
  const credential =
    /Credential=([^,\s]+)/.exec(headers.authorization ?? '')?.[1] ?? query.get('X-Amz-Credential') ?? undefined;
  if (credential === undefined) return undefined;
  const [accessKeyId = '', , region = '', service = ''] = credential.split('/');
  const header = headers['x-amz-security-token'];
  const sessionToken = typeof header === 'string' ? header : query.get('X-Amz-Security-Token');
  return { accessKeyId, region, service, ...(sessionToken ? { sessionToken } : {}) };
}
