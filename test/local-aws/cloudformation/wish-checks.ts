import { AwsError, type CallContext } from '../protocol/service.ts';
import type { Stack, Wish } from '../state/stacks.ts';
import { isUnknown } from './intrinsics.ts';
import { collectReferences, orderResources } from './order.ts';
import { checkRules } from './rules.ts';
import { activeResources, parameterValue } from './scope.ts';
import { STORED_TEXT } from './stored-texts.ts';
import type { Template } from './template.ts';

type Identity = Pick<Stack, 'name' | 'id'> & Pick<CallContext, 'account' | 'region'>;

/** Throws CloudFormation's refusals of a template with its parameters, before anything is started. */
export function checkWish(identity: Identity, wish: Wish): void {
  const { template, parameters } = wish;
  checkReferences(template);
  // What a rule asserts of a value that only a deployment knows shows then.
  if (!Object.values(parameters).some(isUnknown)) {
    checkRules(template, (name) => parameterValue(wish, name) as string | string[]);
  }
  checkCapabilities(wish);
  checkSupported(wish);
  orderResources(activeResources(identity, wish));
}

/** A resource keeps its type (seen on AWS: the refusal of UpdateStack and of CreateChangeSet). */
export function checkTypes({ resources }: Stack, { template }: Wish): void {
  const changed = [...resources.values()].filter(({ logicalId, type, physicalId }) => {
    const next = template.Resources[logicalId]?.Type;
    return physicalId !== undefined && next !== undefined && next !== type;
  });
  if (changed.length === 0) return;
  const ids = changed.map(({ logicalId }) => logicalId).join(', ');
  throw invalid(
    `Update of resource type is not permitted. The new template modifies resource type of the following resources: [${ids}]`,
  );
}

export interface GivenParameter {
  ParameterKey: string;
  ParameterValue?: string;
  UsePreviousValue?: string;
}

/** The values of a template's parameters as a call gives them; throws where one is missing, foreign or not allowed. */
export function readParameters(
  { Parameters: known = {} }: Template,
  given: readonly GivenParameter[],
  previous?: Wish,
): Record<string, string> {
  const foreign = given.filter((one) => !(one.ParameterKey in known)).map((one) => one.ParameterKey);
  if (foreign.length > 0) throw invalid(`Parameters: [${foreign.join(', ')}] do not exist in the template`);
  const values = Object.fromEntries(
    given.flatMap((one): [string, string][] => {
      if (one.UsePreviousValue !== 'true') return [[one.ParameterKey, one.ParameterValue ?? '']];
      const kept = previous && givenOrDefault(previous, one.ParameterKey);
      return kept === undefined ? [] : [[one.ParameterKey, kept]];
    }),
  );
  const missing = Object.keys(known).filter((name) => values[name] === undefined && known[name]?.Default === undefined);
  if (missing.length > 0) throw invalid(`Parameters: [${missing.join(', ')}] must have values`);
  for (const [name, value] of Object.entries(values)) {
    const { AllowedValues, AllowedPattern } = known[name] ?? {};
    if (isUnknown(value)) continue;
    if (AllowedValues && !AllowedValues.map(String).includes(value)) {
      throw invalid(`Template error: Parameter '${name}' must be one of AllowedValues`);
    }
    if (AllowedPattern && !new RegExp(`^(?:${AllowedPattern})$`).test(value)) {
      throw invalid(`Parameter ${name} failed to satisfy constraint: must match pattern ${AllowedPattern}`);
    }
  }
  return values;
}

function givenOrDefault({ parameters, template }: Wish, name: string): string | undefined {
  const value = parameters[name] ?? template.Parameters?.[name]?.Default;
  return value === undefined ? undefined : String(value);
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
  if (types.some((type) => type.startsWith('AWS::SSM::') && type !== STORED_TEXT)) {
    throw unsupported(`parameters of another AWS::SSM:: type than ${STORED_TEXT}`);
  }
}

function invalid(message: string): AwsError {
  return new AwsError('ValidationError', message);
}
