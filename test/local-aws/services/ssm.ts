import { AwsError, type CallContext, type JsonService, type Operation } from '../protocol/service.ts';
import type { SsmState, StoredParameter } from '../state/ssm.ts';
import { describeOperations } from './ssm-describe.ts';
import { authorize, invalid } from './ssm-errors.ts';
import { requireText } from './ssm-input.ts';
import { readOperations } from './ssm-read.ts';
import { readTags, writeOperations } from './ssm-write.ts';

/** Parameter Store of Systems Manager on this state: names, limits, paging and errors as SSM's API reference has them. */
export function ssmService(state: SsmState): JsonService {
  return {
    protocol: 'json',
    name: 'ssm',
    targetPrefix: 'AmazonSSM',
    operations: {
      ...readOperations(state),
      ...describeOperations(state),
      ...writeOperations(state),
      ...tagOperations(state),
    },
  };
}

function tagOperations(state: SsmState): Record<string, Operation> {
  return {
    AddTagsToResource(input, context) {
      const parameter = taggedParameter(state, 'AddTagsToResource', input, context);
      for (const tag of readTags(input)) parameter.tags.set(tag.Key, tag.Value);
      if (parameter.tags.size > 50)
        throw new AwsError('TooManyTagsError', 'The Targets parameter includes too many tags.');
      return {};
    },
    RemoveTagsFromResource(input, context) {
      const parameter = taggedParameter(state, 'RemoveTagsFromResource', input, context);
      const keys = Array.isArray(input['TagKeys']) ? input['TagKeys'] : [];
      for (const key of keys) parameter.tags.delete(String(key));
      return {};
    },
    ListTagsForResource(input, context) {
      const parameter = taggedParameter(state, 'ListTagsForResource', input, context);
      return { TagList: [...parameter.tags].map(([Key, Value]) => ({ Key, Value })) };
    },
  };
}

function taggedParameter(
  state: SsmState,
  action: string,
  input: Record<string, unknown>,
  context: CallContext,
): StoredParameter {
  if (requireText(input, 'ResourceType') !== 'Parameter') throw invalid('The stand-in tags parameters only.');
  const name = requireText(input, 'ResourceId');
  authorize(state, action, name, context);
  const parameter = state.find(context.account, context.region, name);
  if (parameter === undefined)
    throw new AwsError(
      'InvalidResourceId',
      "The resource ID isn't valid. Verify that you entered the correct ID and try again.",
    );
  return parameter;
}
