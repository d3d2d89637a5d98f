import { requireStack } from '../cloudformation/find-stack.ts';
import { parseTemplate } from '../cloudformation/template.ts';
import { readTemplateBody } from '../cloudformation/wish.ts';
import { neededCapabilities } from '../cloudformation/wish-checks.ts';
import { pageOf } from '../protocol/paging.ts';
import { listOf, requireText, textOf } from '../protocol/parameters.ts';
import { AwsError, type Operation } from '../protocol/service.ts';
import type { World } from '../world.ts';
import { requireChangeSet } from './cloudformation-change-set-lookup.ts';
import { asciiOnly, renderEvent, renderResource, renderStack, summarizeStack } from './cloudformation-render.ts';

/** Most of CloudFormation's lists have 100 entries a page. */
const PAGE = 100;

export function describeOperations(world: World): Record<string, Operation> {
  return {
    DescribeStacks: (input, context) => {
      if (textOf(input, 'StackName') !== undefined)
        return { Stacks: [renderStack(requireStack(world, input, context))] };
      const living = world.stacks.list(context.account, context.region).filter((s) => s.status !== 'DELETE_COMPLETE');
      const page = pageOf(living.reverse(), textOf(input, 'NextToken'), PAGE);
      return { Stacks: page.items.map(renderStack), NextToken: page.nextToken };
    },
    ListStacks: (input, context) => {
      const wanted = listOf<string>(input, 'StackStatusFilter');
      const stacks = world.stacks
        .list(context.account, context.region)
        .filter((stack) => wanted.length === 0 || wanted.includes(stack.status));
      const page = pageOf(stacks.reverse(), textOf(input, 'NextToken'), PAGE);
      return { StackSummaries: page.items.map(summarizeStack), NextToken: page.nextToken };
    },
    DescribeStackEvents: (input, context) => {
      const stack = requireStack(world, input, context);
      const page = pageOf([...stack.events].reverse(), textOf(input, 'NextToken'), PAGE);
      return { StackEvents: page.items.map((event) => renderEvent(stack, event)), NextToken: page.nextToken };
    },
    DescribeStackResource: (input, context) => {
      const stack = requireStack(world, input, context);
      const id = requireText(input, 'LogicalResourceId');
      const resource = stack.resources.get(id);
      if (!resource) {
        throw new AwsError('ValidationError', `Resource ${id} does not exist for stack ${stack.name}`);
      }
      const { Timestamp, ...detail } = renderResource(stack, resource);
      return { StackResourceDetail: { ...detail, LastUpdatedTimestamp: Timestamp } };
    },
    DescribeStackResources: (input, context) => {
      const stack = requireStack(world, input, context);
      const wanted = textOf(input, 'LogicalResourceId');
      const resources = [...stack.resources.values()].filter((one) => wanted === undefined || one.logicalId === wanted);
      return { StackResources: resources.slice(0, PAGE).map((resource) => renderResource(stack, resource)) };
    },
    ListStackResources: (input, context) => {
      const stack = requireStack(world, input, context);
      const page = pageOf([...stack.resources.values()], textOf(input, 'NextToken'), PAGE);
      return {
        StackResourceSummaries: page.items.map((resource) => {
          const { Timestamp, StackId: _id, StackName: _name, ...summary } = renderResource(stack, resource);
          return { ...summary, LastUpdatedTimestamp: Timestamp };
        }),
        NextToken: page.nextToken,
      };
    },
    GetTemplate: (input, context) => {
      const stage = textOf(input, 'TemplateStage') ?? 'Original';
      // Without macros both stages are the same text.
      if (stage !== 'Original' && stage !== 'Processed') {
        throw new AwsError(
          'ValidationError',
          `1 validation error detected: Value '${stage}' at 'templateStage' failed to satisfy constraint: Member must satisfy enum value set: [Original, Processed]`,
        );
      }
      const { wish } =
        textOf(input, 'ChangeSetName') === undefined
          ? requireStack(world, input, context)
          : requireChangeSet(world, input, context)[1];
      return { TemplateBody: asciiOnly(wish?.templateBody ?? '{}'), StagesAvailable: ['Original', 'Processed'] };
    },
    ValidateTemplate: (input, context) => {
      const template = parseTemplate(readTemplateBody(world, context, input));
      const capabilities = neededCapabilities(template);
      return {
        Description: template.Description,
        Parameters: Object.entries(template.Parameters ?? {}).map(
          ([ParameterKey, { Default, NoEcho, Description }]) => ({
            ParameterKey,
            DefaultValue: Default,
            NoEcho: String(NoEcho) === 'true',
            Description,
          }),
        ),
        Capabilities: capabilities,
        ...(capabilities.length > 0
          ? { CapabilitiesReason: 'The following resource(s) require capabilities: [AWS::IAM::Role]' }
          : {}),
      };
    },
  };
}
