import { recordOf } from '../../protocol/parameters.ts';
import type { Api } from '../../state/apis.ts';
import type { Handlers, Made, ResourceHandler, ResourceRequest } from '../handler.ts';
import { generatedName, randomSuffix, textProperty } from '../physical-id.ts';

export const apiHandlers: Handlers = {
  'AWS::ApiGatewayV2::Api': {
    create: (request) => createApi(request, 'http'),
    update: (request, id) => {
      apiOf(request, id).name = textProperty(request, 'Name') ?? id;
      return httpApi(request, id);
    },
    remove: ({ world, stack }, id) => void world.apis.remove(stack, id),
  },
  'AWS::ApiGatewayV2::Stage': stageHandler('ApiId'),
  'AWS::ApiGatewayV2::Integration': {
    create: (request) => writeIntegration(request, randomSuffix(7).toLowerCase()),
    update: writeIntegration,
    remove: (request, id) => void findApi(request, 'ApiId')?.integrations.delete(id),
  },
  'AWS::ApiGatewayV2::Route': {
    create: (request) => writeRoute(request, randomSuffix(7).toLowerCase()),
    update: writeRoute,
    remove: (request, id) => void findApi(request, 'ApiId')?.routes.delete(id),
  },
  'AWS::ApiGatewayV2::Deployment': { create: () => ({ physicalId: randomSuffix(6).toLowerCase() }) },
  'AWS::ApiGateway::RestApi': {
    create: (request) => createApi(request, 'rest'),
    remove: ({ world, stack }, id) => void world.apis.remove(stack, id),
  },
  'AWS::ApiGateway::Resource': {
    create: (request) => ({ physicalId: randomSuffix(6).toLowerCase(), attributes: { Path: restPath(request) } }),
  },
  'AWS::ApiGateway::Method': {
    create: (request) => writeMethod(request, generatedName(request)),
    update: writeMethod,
    remove: (request, id) => void findApi(request, 'RestApiId')?.routes.delete(id),
  },
  'AWS::ApiGateway::Deployment': {
    create: (request) => {
      const api = apiOf(request, textProperty(request, 'RestApiId') ?? '');
      const stage = textProperty(request, 'StageName');
      if (stage !== undefined) api.stages.set(stage, api.stages.get(stage) ?? {});
      const id = randomSuffix(6).toLowerCase();
      api.deployments.push(id);
      return { physicalId: id, attributes: { DeploymentId: id } };
    },
  },
  'AWS::ApiGateway::Stage': stageHandler('RestApiId'),
};

function stageHandler(apiProperty: string): ResourceHandler {
  return {
    create: (request) => {
      const name = textProperty(request, 'StageName') ?? '$default';
      apiOf(request, textProperty(request, apiProperty) ?? '').stages.set(name, {});
      return { physicalId: name };
    },
    remove: (request, name) => void findApi(request, apiProperty)?.stages.delete(name),
  };
}

function createApi(request: ResourceRequest, kind: Api['kind']): Made {
  const { world, stack } = request;
  const id = randomSuffix(10).toLowerCase();
  world.apis.put(id, {
    id,
    name: textProperty(request, 'Name') ?? id,
    kind,
    account: stack.account,
    region: stack.region,
    routes: new Map(),
    integrations: new Map(),
    stages: new Map(),
    deployments: [],
  });
  if (kind === 'http') return httpApi(request, id);
  return { physicalId: id, attributes: { RootResourceId: `${id}-root`, RestApiId: id } };
}

function httpApi(request: ResourceRequest, id: string): Made {
  const { stack, properties } = request;
  const api = apiOf(request, id);
  delete api.cors;
  if (properties['CorsConfiguration'] !== undefined) {
    const cors = recordOf(properties['CorsConfiguration']);
    const texts = (name: string) => ((cors[name] as unknown[] | undefined) ?? []).map(String);
    api.cors = { origins: texts('AllowOrigins'), methods: texts('AllowMethods'), headers: texts('AllowHeaders') };
  }
  const endpoint = `https://${id}.execute-api.${stack.region}.amazonaws.com`;
  return { physicalId: id, attributes: { ApiId: id, ApiEndpoint: endpoint } };
}

function writeIntegration(request: ResourceRequest, id: string): Made {
  const api = apiOf(request, textProperty(request, 'ApiId') ?? '');
  api.integrations.set(id, textProperty(request, 'IntegrationUri') ?? '');
  return { physicalId: id };
}

function writeRoute(request: ResourceRequest, id: string): Made {
  const api = apiOf(request, textProperty(request, 'ApiId') ?? '');
  const key = textProperty(request, 'RouteKey') ?? '$default';
  if ([...api.routes.values()].some((route) => route.key === key && route.id !== id)) {
    throw new Error(`Route with key ${key} already exists for this API`);
  }
  api.routes.set(id, { id, key, target: textProperty(request, 'Target') ?? '' });
  return { physicalId: id };
}

/** A REST method is kept as a route of the same form as an HTTP API's. */
function writeMethod(request: ResourceRequest, id: string): Made {
  const api = apiOf(request, textProperty(request, 'RestApiId') ?? '');
  const integration = request.properties['Integration'] as { Uri?: string } | undefined;
  const method = textProperty(request, 'HttpMethod') ?? 'ANY';
  const path = parentPath(request, textProperty(request, 'ResourceId') ?? '') || '/';
  if (integration?.Uri !== undefined) {
    api.integrations.set(id, integration.Uri);
    api.routes.set(id, { id, key: `${method} ${path}`, target: `integrations/${id}` });
  }
  return { physicalId: id };
}

function restPath(request: ResourceRequest): string {
  const parent = parentPath(request, textProperty(request, 'ParentId') ?? '');
  return `${parent}/${textProperty(request, 'PathPart') ?? ''}`;
}

function parentPath({ stack }: ResourceRequest, resourceId: string): string {
  const parent = [...stack.resources.values()].find(
    (one) => one.type === 'AWS::ApiGateway::Resource' && one.physicalId === resourceId,
  );
  return String(parent?.attributes['Path'] ?? '');
}

function findApi(request: ResourceRequest, property: string): Api | undefined {
  return request.world.apis.find(request.stack, textProperty(request, property) ?? '');
}

function apiOf(request: ResourceRequest, id: string): Api {
  const api = request.world.apis.find(request.stack, id);
  if (api) return api;
  throw new Error(`Invalid API identifier specified ${request.stack.account}:${id}`);
}
