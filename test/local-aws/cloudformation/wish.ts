import { flagOf, listOf, textOf } from '../protocol/parameters.ts';
import { AwsError } from '../protocol/service.ts';
import type { Place } from '../state/place.ts';
import type { Stack, Wish } from '../state/stacks.ts';
import type { World } from '../world.ts';
import { collectReferences, orderResources } from './order.ts';
import { checkRules } from './rules.ts';
import { activeResources, parameterValue } from './scope.ts';
import { parseTemplate, type Template } from './template.ts';
import { readTemplateAt } from './template-source.ts';

type Input = Record<string, unknown>;

/** The text of the template that a call gives, or of the stack's own with UsePreviousTemplate. */
export function readTemplateBody(world: World, input: Input, stack?: Stack): string {
  const body = textOf(input, 'TemplateBody');
  if (body !== undefined && Buffer.byteLength(body) > 51_200) {
    throw invalid(
      "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200",
    );
  }
  if (body !== undefined) return body;
  const url = textOf(input, 'TemplateURL');
  if (url !== undefined) return readTemplateAt(world, url);
  if (flagOf(input, 'UsePreviousTemplate') && stack?.wish) return stack.wish.templateBody;
  throw new AwsError('ValidationError', 'Either Template URL or Template Body must be specified.');
}

/** What a call asks a stack to become, checked as CloudFormation checks it before it starts. */
export function readWish(world: World, place: Place, input: Input, stack?: Stack): Wish {
  const templateBody = readTemplateBody(world, input, stack);
  const template = parseTemplate(templateBody);
  const roleArn = textOf(input, 'RoleARN') ?? stack?.wish?.roleArn;
  const tags = listOf<{ Key: string; Value: string }>(input, 'Tags');
  const wish: Wish = {
    template,
    templateBody,
    parameters: readParameters(template, input, stack),
    tags:
      input['Tags'] === undefined && stack?.wish
        ? stack.wish.tags
        : Object.fromEntries(tags.map((t) => [t.Key, t.Value ?? ''])),
    capabilities: listOf<string>(input, 'Capabilities'),
    notificationArns: listOf<string>(input, 'NotificationARNs'),
    ...(roleArn !== undefined ? { roleArn } : {}),
  };
  checkReferences(template);
  checkRules(template, (name) => parameterValue(wish, name) as string | string[]);
  checkCapabilities(wish);
  checkSupported(wish);
  const identity = stack ?? { ...place, name: textOf(input, 'StackName') ?? '', id: '' };
  orderResources(activeResources(identity, wish));
  return wish;
}

interface GivenParameter {
  ParameterKey: string;
  ParameterValue?: string;
  UsePreviousValue?: string;
}

function readParameters(template: Template, input: Input, stack: Stack | undefined): Record<string, string> {
  const given = listOf<GivenParameter>(input, 'Parameters');
  const known = template.Parameters ?? {};
  const foreign = given.filter((one) => !(one.ParameterKey in known)).map((one) => one.ParameterKey);
  if (foreign.length > 0) throw invalid(`Parameters: [${foreign.join(', ')}] do not exist in the template`);
  const values = Object.fromEntries(
    given.map((one) => {
      const previous = one.UsePreviousValue === 'true' ? stack?.wish?.parameters[one.ParameterKey] : undefined;
      return [one.ParameterKey, previous ?? one.ParameterValue ?? ''];
    }),
  );
  const missing = Object.keys(known).filter((name) => values[name] === undefined && known[name]?.Default === undefined);
  if (missing.length > 0) throw invalid(`Parameters: [${missing.join(', ')}] must have values`);
  for (const [name, value] of Object.entries(values)) {
    const { AllowedValues, AllowedPattern } = known[name] ?? {};
    if (AllowedValues && !AllowedValues.map(String).includes(value)) {
      throw invalid(`Template error: Parameter '${name}' must be one of AllowedValues`);
    }
    if (AllowedPattern && !new RegExp(`^(?:${AllowedPattern})$`).test(value)) {
      throw invalid(`Parameter ${name} failed to satisfy constraint: must match pattern ${AllowedPattern}`);
    }
  }
  return values;
}

function checkReferences(template: Template): void {
  const { Resources, Parameters = {}, Outputs = {} } = template;
  const known = (name: string) => name in Resources || name in Parameters || name.startsWith('AWS::');
  const inResources = new Set<string>();
  for (const { Properties, DependsOn } of Object.values(Resources)) {
    collectReferences(Properties, inResources);
    for (const id of [DependsOn ?? []].flat()) inResources.add(id);
  }
  const inOutputs = new Set<string>();
  collectReferences(Object.values(Outputs), inOutputs);
  for (const [block, found] of [['Resources', inResources] as const, ['Outputs', inOutputs] as const]) {
    const unresolved = [...found].filter((name) => !known(name));
    if (unresolved.length > 0) {
      throw invalid(
        `Template format error: Unresolved resource dependencies [${unresolved.join(', ')}] in the ${block} block of the template`,
      );
    }
  }
}

const namedProperties = ['RoleName', 'PolicyName', 'UserName', 'GroupName', 'ManagedPolicyName', 'InstanceProfileName'];

/** Names of the capabilities a template needs (CloudFormation API reference, CreateStack, Capabilities). */
export function neededCapabilities(template: Template): string[] {
  const iam = Object.values(template.Resources).filter(({ Type }) =>
    /^AWS::IAM::(Role|Policy|User|Group|ManagedPolicy|InstanceProfile|AccessKey|UserToGroupAddition)$/.test(Type),
  );
  const named = iam.some(({ Type, Properties = {} }) =>
    namedProperties.some((name) => name in Properties && !(Type === 'AWS::IAM::Policy' && name === 'PolicyName')),
  );
  const needed = named ? ['CAPABILITY_NAMED_IAM'] : iam.length > 0 ? ['CAPABILITY_IAM'] : [];
  return template.Transform === undefined ? needed : [...needed, 'CAPABILITY_AUTO_EXPAND'];
}

function checkCapabilities({ template, capabilities }: Wish): void {
  const missing = neededCapabilities(template).filter(
    (one) =>
      !capabilities.includes(one) && !(one === 'CAPABILITY_IAM' && capabilities.includes('CAPABILITY_NAMED_IAM')),
  );
  if (missing.length > 0) {
    throw new AwsError('InsufficientCapabilitiesException', `Requires capabilities : [${missing.join(', ')}]`);
  }
}

/** What the stand-in cannot do must not pass as if it had been done. */
function checkSupported({ template, templateBody }: Wish): void {
  const unsupported = (what: string) => new AwsError('NotImplemented', `The stand-in has no ${what}`, 501);
  if (template.Transform !== undefined) throw unsupported('transforms (macros)');
  if (templateBody.includes('{{resolve:')) throw unsupported('dynamic references ({{resolve:…}})');
  const types = Object.values(template.Parameters ?? {}).map(({ Type }) => Type);
  if (types.some((type) => type.startsWith('AWS::SSM::'))) throw unsupported('parameters of an AWS::SSM:: type');
}

function invalid(message: string): AwsError {
  return new AwsError('ValidationError', message);
}
