import type { WritableJournal } from '../journal.ts';
import { recordOf } from '../protocol/parameters.ts';
import type { RestAnswer, RestRequest } from '../protocol/service.ts';
import type { Api } from '../state/apis.ts';
import { functionNameOf } from '../state/functions.ts';
import type { World } from '../world.ts';
import { type ApiCall, eventV1, eventV2, type FoundRoute } from './api-events.ts';

export const EXECUTE_API = '/_aws/execute-api/';

/** Answers a request to a deployed API: `/_aws/execute-api/<api id>/<stage>/<path>`. */
export async function answerApi(world: World, journal: WritableJournal, request: RestRequest): Promise<RestAnswer> {
  const answer = await route(world, request);
  const { method, path } = request;
  journal.write({
    at: world.clock.now(),
    service: 'execute-api',
    action: method,
    region: '',
    account: '',
    params: { path, query: Object.fromEntries(request.query), body: request.body.toString() },
    status: answer.status ?? 200,
  });
  return answer;
}

async function route(world: World, request: RestRequest): Promise<RestAnswer> {
  const [id = '', stage = '', ...rest] = request.path.slice(EXECUTE_API.length).split('/');
  const api = world.apis.list().find((one) => one.id === id);
  if (!api?.stages.has(stage)) return message(404, 'Not Found');
  const call: ApiCall = { api, stage, path: `/${rest.join('/')}`, request };
  const allowed = corsHeaders(api, request);
  // With CORS configured an HTTP API answers preflight requests by itself, whatever its routes are.
  if (allowed && request.method === 'OPTIONS') return { status: 204, headers: allowed };
  const answer = await callRoute(world, call);
  return allowed ? { ...answer, headers: { ...answer.headers, ...allowed } } : answer;
}

function corsHeaders({ cors }: Api, { headers }: RestRequest): Record<string, string> | undefined {
  const origin = headers['origin'];
  if (!cors || origin === undefined) return undefined;
  const any = cors.origins.includes('*');
  if (!any && !cors.origins.includes(origin)) return undefined;
  return {
    'access-control-allow-origin': any ? '*' : origin,
    'access-control-allow-methods': cors.methods.join(','),
    'access-control-allow-headers': cors.headers.join(',').toLowerCase(),
  };
}

async function callRoute(world: World, call: ApiCall): Promise<RestAnswer> {
  const { api, request } = call;
  const found = findRoute(api, request.method, call.path);
  if (!found) return api.kind === 'http' ? message(404, 'Not Found') : message(403, 'Missing Authentication Token');
  const fn = functionOf(world, api, found.target);
  if (!fn) return failure(api);
  const event = api.kind === 'http' ? eventV2(call, found) : eventV1(call, found);
  const { payload, failed } = await world.lambda.invoke(fn, event);
  return failed ? failure(api) : render(api, payload);
}

/** A failed function is 500 to the callers of an HTTP API and 502 to those of a REST API. */
function failure(api: Api): RestAnswer {
  return api.kind === 'http' ? message(500, 'Internal Server Error') : message(502, 'Internal server error');
}

/** The most specific route: exact path segments before parameters, parameters before `{proxy+}`, `$default` last. */
function findRoute(api: Api, method: string, path: string): FoundRoute | undefined {
  const candidates = [...api.routes.values()].flatMap((route) => {
    if (route.key === '$default') return [{ key: route.key, target: route.target, parameters: {}, rank: '9' }];
    const [verb = '', pattern = ''] = route.key.split(' ');
    const parameters = verb === method || verb === 'ANY' ? matchPath(pattern, path) : undefined;
    if (!parameters) return [];
    return [{ key: route.key, target: route.target, parameters, rank: rankOf(pattern) + (verb === 'ANY' ? '1' : '0') }];
  });
  return candidates.sort((a, b) => (a.rank < b.rank ? -1 : 1))[0];
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const names: string[] = [];
  const source = pattern
    .split('/')
    .map((segment) => {
      const name = /^\{(\w+)(\+?)\}$/.exec(segment);
      if (!name) return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      names.push(name[1] ?? '');
      return name[2] ? '(.+)' : '([^/]+)';
    })
    .join('/');
  const found = new RegExp(`^${source}/?$`).exec(path);
  return found ? Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ''])) : undefined;
}

const rankOf = (pattern: string) =>
  pattern
    .split('/')
    .map((segment) => (segment.endsWith('+}') ? '2' : segment.startsWith('{') ? '1' : '0'))
    .join('');

function functionOf(world: World, api: Api, target: string) {
  const uri = api.integrations.get(target.replace(/^integrations\//, '')) ?? '';
  // An invocation URI holds the function's ARN: …:lambda:path/2015-03-31/functions/<arn>/invocations
  const arn = /functions\/(.+)\/invocations/.exec(uri)?.[1] ?? uri;
  return world.functions.find(api, functionNameOf(arn));
}

function render(api: Api, payload: string): RestAnswer {
  const result: unknown = JSON.parse(payload);
  const { statusCode, headers, body, isBase64Encoded } = recordOf(result);
  if (statusCode === undefined) {
    // An HTTP API takes a result without a status code as the body of a 200; a REST API calls it malformed.
    return api.kind === 'http' ? { headers: { 'content-type': 'application/json' }, body: payload } : failure(api);
  }
  const sent = Object.entries(recordOf(headers)).map(([name, value]) => [name.toLowerCase(), String(value)]);
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  return {
    status: Number(statusCode),
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...Object.fromEntries(sent) },
    body: isBase64Encoded === true ? Buffer.from(text, 'base64') : text,
  };
}

function message(status: number, text: string): RestAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message: text }) };
}

/** The stand-in's address of a deployed API's URL; throws for a URL that is none. */
export function localApiUrl(world: World, base: string, deployed: string): string {
  const { hostname, pathname, search } = new URL(deployed);
  const id = /^([a-z0-9]+)\.execute-api\./.exec(hostname)?.[1];
  if (id === undefined) throw new Error(`${deployed} is not the URL of a deployed API`);
  const isRest = world.apis.list().find((api) => api.id === id)?.kind === 'rest';
  const path = pathname === '/' && !deployed.endsWith('/') ? '' : pathname;
  return `${base}${EXECUTE_API}${id}${isRest ? '' : '/$default'}${path}${search}`;
}
