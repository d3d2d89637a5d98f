import { AwsError, type CallContext, type Operation } from '../protocol/service.ts';
import type { ParameterTier, ParameterVersion, SsmState } from '../state/ssm.ts';
import { authorize, invalid, parameterNotFound } from './ssm-errors.ts';
import {
  checkName,
  checkValue,
  optionalText,
  parameterTier,
  parameterType,
  requireNames,
  requireText,
} from './ssm-input.ts';

type Input = Record<string, unknown>;

/** The operations of SSM that write and delete parameters. */
export function writeOperations(state: SsmState): Record<string, Operation> {
  return {
    PutParameter: (input, context) => put(state, input, context),

    DeleteParameter(input, context) {
      const name = requireText(input, 'Name');
      authorize(state, 'DeleteParameter', name, context);
      if (!state.remove(context.account, context.region, name)) throw parameterNotFound();
      return {};
    },

    DeleteParameters(input, context) {
      const names = requireNames(input);
      for (const name of names) authorize(state, 'DeleteParameters', name, context);
      const gone = names.filter((name) => state.remove(context.account, context.region, name));
      return { DeletedParameters: gone, InvalidParameters: names.filter((name) => !gone.includes(name)) };
    },
  };
}

function put(state: SsmState, input: Input, context: CallContext) {
  const name = requireText(input, 'Name');
  checkName(name, context);
  authorize(state, 'PutParameter', name, context);
  const value = requireText(input, 'Value');
  const before = state.get(context.account, context.region, name);
  const type = parameterType(input);
  const tier = parameterTier(input, value) ?? before?.tier ?? 'Standard';
  const pattern = optionalText(input, 'AllowedPattern');
  checkValue(value, tier, pattern ?? before?.allowedPattern);
  checkTags(input);
  if (before === undefined) checkCreate(state, tier, type, context);
  else checkOverwrite(before, tier, input);

  const written = state.put(context.account, context.region, name, value, {
    tier,
    modifiedAt: context.now(),
    ...(context.callerArn === undefined ? {} : { modifiedBy: context.callerArn }),
    ...given('type', type),
    ...given('keyId', optionalText(input, 'KeyId')),
    ...given('description', optionalText(input, 'Description')),
    ...given('allowedPattern', pattern),
    ...given('dataType', optionalText(input, 'DataType')),
  });
  const tags = state.find(context.account, context.region, name)?.tags;
  for (const tag of readTags(input)) tags?.set(tag.Key, tag.Value);
  return { Version: written.version, Tier: written.tier };
}

function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}

/** Refused for a parameter that is not there yet, too. */
function checkTags(input: Input): void {
  if (input['Overwrite'] !== true || readTags(input).length === 0) return;
  throw invalid(
    "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.",
  );
}

function checkCreate(state: SsmState, tier: ParameterTier, type: string | undefined, context: CallContext): void {
  if (type === undefined) throw invalid('A parameter type is required when you create a parameter.');
  if (tier !== 'Standard') return;
  const held = state
    .list(context.account, context.region)
    .filter((other) => other.versions.at(-1)?.tier === 'Standard');
  if (held.length >= state.standardLimit) {
    throw new AwsError(
      'ParameterLimitExceeded',
      'You have exceeded the number of parameters for this AWS account. Delete one or more parameters and try again.',
    );
  }
}

function checkOverwrite(before: ParameterVersion, tier: ParameterTier, input: Input): void {
  if (input['Overwrite'] !== true) {
    throw new AwsError(
      'ParameterAlreadyExists',
      'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
    );
  }
  const type = parameterType(input);
  if (type !== undefined && type !== before.type) {
    throw new AwsError(
      'HierarchyTypeMismatchException',
      "Parameter Store does not support changing a parameter type in a hierarchy. For example, you can't change a parameter from a String type to a SecureString type. You must create a new, unique parameter.",
    );
  }
  if (before.tier === 'Advanced' && tier === 'Standard') {
    throw invalid(
      "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier. If necessary, you can delete the advanced parameter and recreate it as a standard parameter.",
    );
  }
}

/** The members of `Tags` that are whole. */
export function readTags(input: Input): readonly { readonly Key: string; readonly Value: string }[] {
  const tags = Array.isArray(input['Tags']) ? input['Tags'] : [];
  return tags.filter((tag) => typeof tag?.Key === 'string' && typeof tag?.Value === 'string');
}
