import {
  AwsError,
  type CallContext,
  type RestAnswer,
  type RestRequest,
  type RestService,
} from '../protocol/service.ts';
import { functionNameOf, type LambdaFunction } from '../state/functions.ts';
import type { World } from '../world.ts';

const paths: readonly [method: string, pattern: RegExp, action: string][] = [
  ['GET', /^\/2015-03-31\/functions\/?$/, 'ListFunctions'],
  ['GET', /^\/2015-03-31\/functions\/([^/]+)$/, 'GetFunction'],
  ['GET', /^\/2015-03-31\/functions\/([^/]+)\/configuration$/, 'GetFunctionConfiguration'],
  ['GET', /^\/2015-03-31\/functions\/([^/]+)\/versions$/, 'ListVersionsByFunction'],
  ['POST', /^\/2015-03-31\/functions\/([^/]+)\/invocations$/, 'Invoke'],
];

function match({ method, path }: RestRequest): { action: string; name: string } | undefined {
  for (const [verb, pattern, action] of paths) {
    const found = verb === method ? pattern.exec(path) : null;
    if (found) return { action, name: functionNameOf(found[1] ?? '') };
  }
  return undefined;
}

/** Lambda: what is deployed, and calls of it. */
export function lambdaService(world: World): RestService {
  return {
    protocol: 'rest',
    name: 'lambda',
    errors: 'json',
    nameOf: (request) => match(request)?.action ?? `${request.method} ${request.path}`,
    handle: async (request, context) => {
      const route = match(request);
      if (!route)
        throw new AwsError('NotImplemented', `Lambda ${request.method} ${request.path} is not implemented`, 501);
      if (route.action === 'ListFunctions') {
        return json({ Functions: world.functions.list(context.account, context.region).map(describe) });
      }
      const fn = world.functions.find(context, route.name);
      if (!fn) throw notFound(context, route.name);
      if (route.action === 'Invoke') return invoke(world, fn, request);
      if (route.action === 'ListVersionsByFunction') return json({ Versions: listVersions(fn) });
      if (route.action === 'GetFunctionConfiguration') return json(describe(fn));
      return json({ Configuration: describe(fn), Code: { RepositoryType: 'S3' }, Tags: {} });
    },
  };
}

function notFound({ region, account }: CallContext, name: string): AwsError {
  const arn = `arn:aws:lambda:${region}:${account}:function:${name}`;
  return new AwsError('ResourceNotFoundException', `Function not found: ${arn}`, 404);
}

function json(value: unknown): RestAnswer {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

async function invoke(world: World, fn: LambdaFunction, request: RestRequest): Promise<RestAnswer> {
  const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
  if (type === 'DryRun') return { status: 204 };
  const event: unknown = request.body.length > 0 ? JSON.parse(request.body.toString()) : {};
  const running = world.lambda.invoke(fn, event);
  if (type === 'Event') return { status: 202 };
  const { payload, failed } = await running;
  return {
    headers: {
      'content-type': 'application/json',
      'x-amz-executed-version': '$LATEST',
      ...(failed ? { 'x-amz-function-error': 'Unhandled' } : {}),
    },
    body: payload,
  };
}

function describe(fn: LambdaFunction): Record<string, unknown> {
  return {
    FunctionName: fn.name,
    FunctionArn: fn.arn,
    Runtime: fn.runtime,
    Role: fn.roleArn,
    Handler: fn.handler,
    Description: fn.description,
    Timeout: fn.timeout,
    MemorySize: fn.memorySize,
    CodeSize: fn.zip.length,
    CodeSha256: fn.codeSha256,
    LastModified: lambdaDate(fn.modified),
    Version: '$LATEST',
    Environment: { Variables: fn.environment },
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
  };
}

function listVersions(fn: LambdaFunction): Record<string, unknown>[] {
  const published = fn.versions.map(({ version, description, codeSha256, modified }) => ({
    ...describe(fn),
    FunctionArn: `${fn.arn}:${version}`,
    Version: version,
    Description: description,
    CodeSha256: codeSha256,
    LastModified: lambdaDate(modified),
  }));
  return [describe(fn), ...published];
}

const lambdaDate = (ms: number) => new Date(ms).toISOString().replace('Z', '+0000');
