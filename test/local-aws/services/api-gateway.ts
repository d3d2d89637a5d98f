import { recordOf } from '../protocol/parameters.ts';
import {
  AwsError,
  type CallContext,
  type RestAnswer,
  type RestRequest,
  type RestService,
} from '../protocol/service.ts';
import type { Api } from '../state/apis.ts';
import type { World } from '../world.ts';

interface Call {
  world: World;
  context: CallContext;
  request: RestRequest;
  /** What the path's pattern captured. */
  captured: string[];
}

interface Operation {
  name: string;
  method: string;
  path: RegExp;
  answer(call: Call): unknown;
}

/** What the CLI asks of REST and HTTP APIs after a deployment: their stages and tags. */
const operations: readonly Operation[] = [
  {
    name: 'GetRestApis',
    method: 'GET',
    path: /^\/restapis$/,
    answer: ({ world, context }) => {
      const apis = world.apis.list(context.account, context.region).filter((api) => api.kind === 'rest');
      return { item: apis.map(({ id, name }) => ({ id, name })) };
    },
  },
  {
    name: 'GetDeployments',
    method: 'GET',
    path: /^\/restapis\/([^/]+)\/deployments$/,
    answer: (call) => ({ item: requireApi(call).deployments.map((id) => ({ id })) }),
  },
  { name: 'GetStage', method: 'GET', path: /^\/restapis\/([^/]+)\/stages\/([^/]+)$/, answer: describeStage },
  { name: 'UpdateStage', method: 'PATCH', path: /^\/restapis\/([^/]+)\/stages\/([^/]+)$/, answer: describeStage },
  {
    name: 'CreateStage',
    method: 'POST',
    path: /^\/restapis\/([^/]+)\/stages$/,
    answer: (call) => {
      const { stageName } = recordOf(JSON.parse(call.request.body.toString()));
      requireApi(call).stages.set(String(stageName), {});
      return { stageName };
    },
  },
  {
    name: 'TagResource',
    method: 'PUT',
    path: /^\/tags\/(.+)$/,
    answer: (call) => {
      const { tags } = recordOf(JSON.parse(call.request.body.toString()));
      Object.assign(tagsAt(call), tags);
      return {};
    },
  },
  {
    name: 'UntagResource',
    method: 'DELETE',
    path: /^\/tags\/(.+)$/,
    answer: (call) => {
      const tags = tagsAt(call);
      for (const key of call.request.query.getAll('tagKeys')) delete tags[key];
      return {};
    },
  },
  {
    name: 'GetApi',
    method: 'GET',
    path: /^\/v2\/apis\/([^/]+)$/,
    answer: (call) => {
      const { id, name, region } = requireApi(call);
      return {
        apiId: id,
        name,
        protocolType: 'HTTP',
        apiEndpoint: `https://${id}.execute-api.${region}.amazonaws.com`,
      };
    },
  },
];

export function apiGatewayService(world: World): RestService {
  const find = ({ method, path }: RestRequest) =>
    operations.find((one) => one.method === method && one.path.test(path));
  return {
    protocol: 'rest',
    name: 'apigateway',
    errors: 'json',
    nameOf: (request) => find(request)?.name ?? `${request.method} ${request.path}`,
    handle: (request, context): RestAnswer => {
      const operation = find(request);
      if (!operation) {
        throw new AwsError('NotImplemented', `API Gateway ${request.method} ${request.path} is not implemented`, 501);
      }
      const captured = operation.path.exec(request.path)?.slice(1) ?? [];
      const body = JSON.stringify(operation.answer({ world, context, request, captured }));
      return { headers: { 'content-type': 'application/json' }, body };
    },
  };
}

function requireApi({ world, context, captured }: Call): Api {
  const api = world.apis.find(context, captured[0] ?? '');
  if (api) return api;
  throw new AwsError('NotFoundException', 'Invalid API identifier specified', 404);
}

function describeStage(call: Call): unknown {
  const api = requireApi(call);
  const stageName = call.captured[1] ?? '';
  const tags = api.stages.get(stageName);
  if (!tags) throw new AwsError('NotFoundException', 'Invalid stage identifier specified', 404);
  return { stageName, deploymentId: api.deployments.at(-1), tags };
}

/** Tags of the stage that `arn:aws:apigateway:<region>::/restapis/<id>/stages/<stage>` names. */
function tagsAt(call: Call): Record<string, string> {
  const [, id = '', stage = ''] = /\/restapis\/([^/]+)\/stages\/([^/]+)$/.exec(call.captured[0] ?? '') ?? [];
  const tags = requireApi({ ...call, captured: [id] }).stages.get(stage);
  if (tags) return tags;
  throw new AwsError('NotFoundException', 'Invalid stage identifier specified', 404);
}
