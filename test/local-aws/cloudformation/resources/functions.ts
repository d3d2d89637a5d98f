import { createHash } from 'node:crypto';
import { recordOf } from '../../protocol/parameters.ts';
import { functionNameOf, type LambdaFunction } from '../../state/functions.ts';
import { currentObject } from '../../state/object-versions.ts';
import type { Handlers, Made, ResourceRequest } from '../handler.ts';
import { arnIn, generatedName, randomSuffix, textProperty } from '../physical-id.ts';

/** Lambda's quota for all environment variables of a function, in bytes (Lambda developer guide, "Lambda quotas"). */
const ENVIRONMENT_LIMIT = 4096;

export const functionHandlers: Handlers = {
  'AWS::Lambda::Function': {
    create: (request) => {
      const name = textProperty(request, 'FunctionName') ?? generatedName(request);
      if (name.length > 64) {
        throw new Error(
          `1 validation error detected: Value '${name}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to 64`,
        );
      }
      if (request.world.functions.find(request.stack, name)) throw new Error(`${name} already exists`);
      return write(request, name, { versions: [], permissions: new Set<string>() });
    },
    update: (request, name) => {
      const existing = request.world.functions.find(request.stack, name);
      if (!existing) throw new Error(`Function not found: ${name}`);
      return write(request, name, existing);
    },
    remove: ({ world, stack }, name) => {
      world.functions.remove(stack, name);
      world.lambda.forget(stack, name);
    },
  },
  'AWS::Lambda::Version': {
    create: (request) => {
      const fn = target(request);
      const version = String(fn.versions.length + 1);
      const { codeSha256 } = fn;
      fn.versions.push({ version, codeSha256, description: fn.description, modified: request.world.clock.now() });
      return { physicalId: `${fn.arn}:${version}`, attributes: { Version: version } };
    },
  },
  'AWS::Lambda::Permission': {
    create: (request) => {
      const statement = generatedName(request);
      target(request).permissions.add(statement);
      return { physicalId: statement };
    },
    remove: (request, statement) => {
      const name = functionNameOf(textProperty(request, 'FunctionName') ?? '');
      request.world.functions.find(request.stack, name)?.permissions.delete(statement);
    },
  },
  'AWS::Lambda::EventSourceMapping': { create: () => ({ physicalId: randomSuffix(32).toLowerCase() }) },
  'AWS::Lambda::Url': {
    create: (request) => {
      const { arn } = target(request);
      const url = `https://${randomSuffix(32).toLowerCase()}.lambda-url.${request.stack.region}.on.aws/`;
      return { physicalId: arn, attributes: { FunctionArn: arn, FunctionUrl: url } };
    },
  },
};

function target(request: ResourceRequest): LambdaFunction {
  const reference = textProperty(request, 'FunctionName') ?? textProperty(request, 'TargetFunctionArn') ?? '';
  const fn = request.world.functions.find(request.stack, functionNameOf(reference));
  if (fn) return fn;
  throw new Error(`Function not found: ${reference}`);
}

function write(request: ResourceRequest, name: string, kept: Pick<LambdaFunction, 'versions' | 'permissions'>): Made {
  const { world, stack, properties } = request;
  const zip = readCode(request);
  const arn = arnIn(request, 'lambda', `function:${name}`);
  world.functions.put(name, {
    name,
    arn,
    account: stack.account,
    region: stack.region,
    runtime: textProperty(request, 'Runtime') ?? '',
    handler: textProperty(request, 'Handler') ?? '',
    roleArn: textProperty(request, 'Role') ?? '',
    description: textProperty(request, 'Description') ?? '',
    timeout: Number(properties['Timeout'] ?? 3),
    memorySize: Number(properties['MemorySize'] ?? 128),
    environment: readEnvironment(properties),
    logGroup: logGroupOf(properties, name),
    zip,
    codeSha256: createHash('sha256').update(zip).digest('base64'),
    modified: world.clock.now(),
    versions: kept.versions,
    permissions: kept.permissions,
  });
  world.lambda.forget(stack, name);
  return { physicalId: name, attributes: { Arn: arn } };
}

function logGroupOf(properties: Record<string, unknown>, name: string): string {
  return String(recordOf(properties['LoggingConfig'])['LogGroup'] ?? `/aws/lambda/${name}`);
}

function readEnvironment(properties: Record<string, unknown>): Record<string, string> {
  const variables = recordOf(recordOf(properties['Environment'])['Variables']);
  const environment = Object.fromEntries(Object.entries(variables).map(([key, value]) => [key, String(value)]));
  const size = Object.entries(environment).reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0);
  if (size <= ENVIRONMENT_LIMIT) return environment;
  throw new Error(
    'Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. ' +
      `String measured: ${JSON.stringify(environment).slice(0, 80)}… (Service: Lambda, Status Code: 400)`,
  );
}

function readCode({ world, properties }: ResourceRequest): Buffer {
  const code = recordOf(properties['Code']);
  if (code['ImageUri'] !== undefined) return readImage(world, String(code['ImageUri']));
  if (code['ZipFile'] !== undefined) return Buffer.from(String(code['ZipFile']));
  const bucket = world.buckets.find(String(code['S3Bucket']));
  const object = bucket && currentObject(bucket, String(code['S3Key']));
  if (object) return object.body;
  throw new Error(
    `Error occurred while GetObject. S3 Error Code: ${bucket ? 'NoSuchKey' : 'NoSuchBucket'}. S3 Error Message: The specified ${bucket ? 'key' : 'bucket'} does not exist.`,
  );
}

/** An image is what its address names: it has to be there, by its digest or a tag (Lambda API reference, FunctionCode). */
function readImage({ repositories }: ResourceRequest['world'], uri: string): Buffer {
  const [, account = '', region = '', name = '', digest, tag = 'latest'] =
    /^(\d{12})\.dkr\.ecr\.([\w-]+)\.amazonaws\.com\/([^@:]+)(?:@(sha256:\w+)|:(.+))?$/.exec(uri) ?? [];
  const images = repositories.find({ account, region }, name)?.images ?? [];
  if (images.some((image) => (digest === undefined ? image.tags.includes(tag) : image.digest === digest))) {
    return Buffer.from(uri);
  }
  throw new Error(
    `Source image ${uri} does not exist. Provide a valid source image. (Service: Lambda, Status Code: 400)`,
  );
}
