import { flagOf, listOf, recordOf, textOf } from '../protocol/parameters.ts';
import { AwsError, type CallContext } from '../protocol/service.ts';
import type { Stack, Wish } from '../state/stacks.ts';
import type { World } from '../world.ts';
import { storedTexts } from './stored-texts.ts';
import { parseTemplate } from './template.ts';
import { readTemplateAt, type TemplateReader } from './template-source.ts';
import { checkTypes, checkWish, type GivenParameter, readParameters } from './wish-checks.ts';

type Input = Record<string, unknown>;
type Caller = Pick<CallContext, 'account' | 'region' | 'accessKeyId'>;

/** Bytes of a template in a call (CloudFormation user guide, "CloudFormation quotas"). */
const BODY_LIMIT = 51_200;

/** The text of the template that a call gives, or of the stack's own with UsePreviousTemplate. */
export function readTemplateBody(world: World, caller: Caller, input: Input, stack?: Stack): string {
  const body = textOf(input, 'TemplateBody');
  const url = textOf(input, 'TemplateURL');
  const previous = flagOf(input, 'UsePreviousTemplate');
  if ([body !== undefined, url !== undefined, previous].filter(Boolean).length > 1) {
    throw invalid('Only one of TemplateBody, TemplateURL and UsePreviousTemplate can be specified.');
  }
  if (body !== undefined && Buffer.byteLength(body) > BODY_LIMIT) {
    throw invalid(
      `1 validation error detected: Value '${body}' at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to ${BODY_LIMIT}`,
    );
  }
  if (body !== undefined) return body;
  if (url !== undefined) return readTemplateAt(world, readerFor(caller), url);
  if (previous && stack?.wish) return stack.wish.templateBody;
  throw invalid('Either Template URL or Template Body must be specified.');
}

/** What a call asks a stack to become, checked as CloudFormation checks it before it starts. */
export function readWish(world: World, caller: Caller, input: Input, stack?: Stack): Wish {
  const templateBody = readTemplateBody(world, caller, input, stack);
  const template = parseTemplate(templateBody);
  const roleArn = textOf(input, 'RoleARN') ?? stack?.wish?.roleArn;
  const tags = listOf<{ Key: string; Value: string }>(input, 'Tags');
  const parameters = readParameters(template, listOf<GivenParameter>(input, 'Parameters'), stack?.wish);
  const resolved = storedTexts(world, readerFor(caller), template, parameters);
  const wish: Wish = {
    template,
    templateBody,
    parameters,
    ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
    tags:
      input['Tags'] === undefined && stack?.wish
        ? stack.wish.tags
        : Object.fromEntries(tags.map((t) => [t.Key, t.Value ?? ''])),
    capabilities: listOf<string>(input, 'Capabilities'),
    notificationArns: listOf<string>(input, 'NotificationARNs'),
    ...(roleArn !== undefined ? { roleArn } : {}),
  };
  const { account, region } = caller;
  checkWish(stack ?? { account, region, name: textOf(input, 'StackName') ?? '', id: '' }, wish);
  if (stack) checkTypes(stack, wish);
  return wish;
}

/** What a nested stack is to become by the properties of its resource in the stack that holds it; throws as CloudFormation does. */
export function readNestedWish(
  world: World,
  reader: TemplateReader,
  { parent, child, properties }: { parent: Wish | undefined; child?: Stack; properties: Record<string, unknown> },
): Wish {
  const templateBody = readTemplateAt(world, reader, String(properties['TemplateURL'] ?? ''));
  const template = parseTemplate(templateBody);
  const given = Object.entries(recordOf(properties['Parameters']));
  const parameters = readParameters(
    template,
    given.map(([ParameterKey, value]) => ({ ParameterKey, ParameterValue: String(value) })),
  );
  const resolved = storedTexts(world, reader, template, parameters);
  const wish: Wish = {
    template,
    templateBody,
    parameters,
    ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
    tags: parent?.tags ?? {},
    capabilities: parent?.capabilities ?? [],
    notificationArns: parent?.notificationArns ?? [],
  };
  checkWish(child ?? { account: reader.account, region: reader.region, name: '', id: '' }, wish);
  if (child) checkTypes(child, wish);
  return wish;
}

function readerFor({ account, region, accessKeyId }: Caller): TemplateReader {
  return { account, region, ...(accessKeyId === undefined ? {} : { callerKey: accessKeyId }) };
}

function invalid(message: string): AwsError {
  return new AwsError('ValidationError', message);
}
