import type { Stack, StackResource } from '../state/stacks.ts';
import type { World } from '../world.ts';

/** The value of the tag STAGE that a resource has of its stack; undefined where it has none, or is no stack's. */
export function stageTagOf(world: World, arn: string): string | undefined {
  const [, name] = /:stack\/([^/]+)\//.exec(arn) ?? [];
  const living = world.stacks.list().filter(({ status }) => status !== 'DELETE_COMPLETE');
  if (name !== undefined) return tagOf(living.find((stack) => stack.id === arn || stack.name === name));
  return tagOf(living.find((stack) => [...stack.resources.values()].some((resource) => isOf(arn, resource))));
}

/** A REST API's parts inherit the tags of the API, an HTTP API's do not. */
function isOf(arn: string, { type, physicalId, attributes }: StackResource): boolean {
  if (physicalId === undefined || physicalId === '') return false;
  if (type === 'AWS::ApiGateway::RestApi') return new RegExp(`::/restapis/${physicalId}(/|$)`).test(arn);
  if (type === 'AWS::ApiGatewayV2::Api') return arn.endsWith(`::/apis/${physicalId}`);
  // Buckets show their tags to nobody where access by attributes is off, as it is from the start.
  if (type === 'AWS::S3::Bucket' || type.startsWith('AWS::ApiGateway')) return false;
  return (
    arn === physicalId || arn === attributes['Arn'] || arn.endsWith(`:${physicalId}`) || arn.endsWith(`/${physicalId}`)
  );
}

function tagOf(stack: Stack | undefined): string | undefined {
  const tags = stack?.wish?.tags ?? [...(stack?.changeSets.values() ?? [])].at(-1)?.wish.tags;
  return tags?.['STAGE'];
}
