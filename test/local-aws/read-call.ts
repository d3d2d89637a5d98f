import type { IncomingHttpHeaders } from 'node:http';
import type { ErrorForm } from './protocol/errors.ts';
import { decodeQuery, encodeQuery } from './protocol/query.ts';
import { AwsError, type AwsService, type CallContext, type RestAnswer, type RestRequest } from './protocol/service.ts';
import { readScope } from './protocol/signature.ts';

/** What a call is, as its protocol says it. */
export interface Call {
  form: ErrorForm;
  service: string;
  action: string;
  params: Record<string, unknown>;
  run(context: CallContext, requestId: string): Promise<RestAnswer>;
}

/** Finds the service and the operation that a request is for; one that is not there fails with 501 when it is run. */
export function readCall(services: ReadonlyMap<string, AwsService>, request: RestRequest): Call {
  const scope = readScope(request.headers as IncomingHttpHeaders, request.query);
  const target = request.headers['x-amz-target'];
  const isForm = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  const form = target !== undefined ? 'json' : isForm ? 'query' : scope?.service === 's3' ? 'xml' : 'json';
  // Only STS is called without a signature.
  const name = scope?.service ?? 'sts';
  const service = services.get(name);
  if (service?.protocol === 'query') return readQueryCall(service, request);
  if (service?.protocol === 'json') return readJsonCall(service, request);
  if (service?.protocol === 'rest') return readRestCall(service, request);
  const action = target ?? (isForm ? formOf(request).get('Action') : undefined) ?? `${request.method} ${request.path}`;
  return { form, service: name, action, params: {}, run: () => missing(name, action) };
}

const formOf = (request: RestRequest) => new URLSearchParams(request.body.toString('utf8'));

function missing(service: string, action: string): never {
  throw new AwsError('NotImplemented', `The stand-in does not implement ${service} ${action}`, 501);
}

function readQueryCall(service: Extract<AwsService, { protocol: 'query' }>, request: RestRequest): Call {
  const {
    Action,
    Version: _version,
    ...params
  } = decodeQuery(request.body.length > 0 ? formOf(request) : request.query);
  const action = String(Action ?? `${request.method} ${request.path}`);
  return {
    form: 'query',
    service: service.name,
    action,
    params,
    run: async (context, requestId) => {
      const operation = service.operations[action] ?? missing(service.name, action);
      const body = encodeQuery(action, service.namespace, await operation(params, context), requestId);
      return { headers: { 'content-type': 'text/xml' }, body };
    },
  };
}

function readJsonCall(service: Extract<AwsService, { protocol: 'json' }>, request: RestRequest): Call {
  const target = request.headers['x-amz-target'] ?? '';
  const action = target.startsWith(`${service.targetPrefix}.`) ? target.slice(service.targetPrefix.length + 1) : target;
  const params = JSON.parse(request.body.toString('utf8') || '{}') as Record<string, unknown>;
  return {
    form: 'json',
    service: service.name,
    action: action || `${request.method} ${request.path}`,
    params,
    run: async (context) => {
      const operation = service.operations[action] ?? missing(service.name, action);
      const body = JSON.stringify((await operation(params, context)) ?? {});
      return { headers: { 'content-type': request.headers['content-type'] ?? 'application/x-amz-json-1.1' }, body };
    },
  };
}

function readRestCall(service: Extract<AwsService, { protocol: 'rest' }>, request: RestRequest): Call {
  const { method, path } = request;
  return {
    form: service.errors,
    service: service.name,
    action: service.nameOf(request),
    params: { method, path, query: Object.fromEntries(request.query) },
    run: async (context) => service.handle(request, context),
  };
}
