import { randomUUID } from 'node:crypto';
import type { RestRequest } from '../protocol/service.ts';
import type { Api } from '../state/apis.ts';

/** A request to one stage of a deployed API. */
export interface ApiCall {
  api: Api;
  stage: string;
  path: string;
  request: RestRequest;
}

export interface FoundRoute {
  key: string;
  target: string;
  parameters: Record<string, string>;
}

function bodyOf({ body, headers }: RestRequest): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = /^(text\/|application\/(json|xml|javascript|x-www-form-urlencoded))/.test(
    headers['content-type'] ?? 'text/',
  );
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

/** Payload format 2.0 (API Gateway developer guide, "Lambda integrations for HTTP APIs"). */
export function eventV2({ api, stage, path, request }: ApiCall, route: FoundRoute): Record<string, unknown> {
  const rawPath = stage === '$default' ? path : `/${stage}${path}`;
  const query = Object.fromEntries(
    [...new Set(request.query.keys())].map((key) => [key, request.query.getAll(key).join(',')]),
  );
  const { cookie, ...headers } = request.headers;
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath,
    rawQueryString: request.query.toString(),
    headers,
    ...(cookie !== undefined ? { cookies: cookie.split('; ') } : {}),
    ...(request.query.size > 0 ? { queryStringParameters: query } : {}),
    ...(Object.keys(route.parameters).length > 0 ? { pathParameters: route.parameters } : {}),
    requestContext: {
      accountId: api.account,
      apiId: api.id,
      domainName: `${api.id}.execute-api.${api.region}.amazonaws.com`,
      domainPrefix: api.id,
      http: {
        method: request.method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.key,
      stage,
      time: new Date().toISOString(),
      timeEpoch: Date.now(),
    },
    ...bodyOf(request),
  };
}

/** Payload format 1.0, that of REST APIs. */
export function eventV1({ api, stage, path, request }: ApiCall, route: FoundRoute): Record<string, unknown> {
  const { query, headers, method } = request;
  const { body = null, isBase64Encoded } = bodyOf(request);
  return {
    resource: route.key.split(' ')[1] ?? path,
    path,
    httpMethod: method,
    headers,
    queryStringParameters: query.size > 0 ? Object.fromEntries(query) : null,
    pathParameters: Object.keys(route.parameters).length > 0 ? route.parameters : null,
    stageVariables: null,
    requestContext: {
      accountId: api.account,
      apiId: api.id,
      stage,
      httpMethod: method,
      path: `/${stage}${path}`,
      requestId: randomUUID(),
    },
    body,
    isBase64Encoded,
  };
}
