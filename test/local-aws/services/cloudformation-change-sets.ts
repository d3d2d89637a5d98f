import { randomUUID } from 'node:crypto';
import { compareWish } from '../cloudformation/changes.ts';
import { checkUpdatable, requireStack } from '../cloudformation/find-stack.ts';
import { newStack } from '../cloudformation/new-stack.ts';
import { startCreate, startUpdate } from '../cloudformation/operations.ts';
import { readWish } from '../cloudformation/wish.ts';
import { pageOf } from '../protocol/paging.ts';
import { flagOf, requireText, textOf } from '../protocol/parameters.ts';
import { AwsError, type CallContext, type Operation } from '../protocol/service.ts';
import type { ChangeSet, Stack } from '../state/stacks.ts';
import type { World } from '../world.ts';
import { renderChange, summarizeChangeSet } from './cloudformation-render.ts';
import { actFor, checkStackName } from './cloudformation-stacks.ts';

type Input = Record<string, unknown>;

const NO_CHANGES =
  "The submitted information didn't contain changes. Submit different information to create a change set.";

export function changeSetOperations(world: World): Record<string, Operation> {
  return {
    CreateChangeSet: (input, context) => createChangeSet(world, input, context),
    DescribeChangeSet: (input, context) => {
      const [stack, changeSet] = requireChangeSet(world, input, context);
      const page = pageOf(changeSet.changes, textOf(input, 'NextToken'), 100);
      const { wish } = changeSet;
      return {
        ...summarizeChangeSet(stack, changeSet),
        Parameters: Object.entries(wish.parameters).map(([ParameterKey, ParameterValue]) => ({
          ParameterKey,
          ParameterValue,
        })),
        NotificationARNs: wish.notificationArns,
        Capabilities: wish.capabilities,
        Tags: Object.entries(wish.tags).map(([Key, Value]) => ({ Key, Value })),
        Changes: page.items.map(renderChange),
        NextToken: page.nextToken,
      };
    },
    ExecuteChangeSet: (input, context) => executeChangeSet(world, input, context),
    DeleteChangeSet: (input, context) => {
      const [stack, changeSet] = findChangeSet(world, input, context);
      if (stack && changeSet) stack.changeSets.delete(changeSet.name);
      return {};
    },
    ListChangeSets: (input, context) => {
      const stack = requireStack(world, input, context);
      const page = pageOf([...stack.changeSets.values()], textOf(input, 'NextToken'), 100);
      return { Summaries: page.items.map((one) => summarizeChangeSet(stack, one)), NextToken: page.nextToken };
    },
  };
}

function createChangeSet(world: World, input: Input, context: CallContext): unknown {
  const stackName = requireText(input, 'StackName');
  const name = requireText(input, 'ChangeSetName');
  const type = textOf(input, 'ChangeSetType') ?? 'UPDATE';
  const existing = world.stacks.find(stackName, context);
  checkStart(type, existing, stackName, name);
  const wish = readWish(world, context, input, existing);
  const stack = existing ?? newReview(world, context, stackName);
  const difference = compareWish(stack, wish);
  const failed = difference.changes.length === 0 && !difference.outputs && type !== 'CREATE';
  const description = textOf(input, 'Description');
  const onFailure = textOf(input, 'OnStackFailure');
  const changeSet: ChangeSet = {
    id: `arn:aws:cloudformation:${stack.region}:${stack.account}:changeSet/${name}/${randomUUID()}`,
    name,
    type,
    createdAt: world.clock.now(),
    changes: difference.changes,
    wish,
    ...(failed
      ? { status: 'FAILED', executionStatus: 'UNAVAILABLE', reason: NO_CHANGES }
      : { status: 'CREATE_COMPLETE', executionStatus: 'AVAILABLE' }),
    ...(description !== undefined ? { description } : {}),
    ...(onFailure !== undefined ? { onFailure } : {}),
  };
  stack.changeSets.set(name, changeSet);
  return { Id: changeSet.id, StackId: stack.id };
}

function checkStart(type: string, stack: Stack | undefined, stackName: string, name: string): void {
  if (stack?.changeSets.has(name)) {
    throw new AwsError(
      'AlreadyExistsException',
      `ChangeSet ${name} cannot be created due to a mismatch with existing attribute`,
    );
  }
  if (type === 'CREATE') {
    checkStackName(stackName);
    if (stack && stack.status !== 'REVIEW_IN_PROGRESS') {
      throw new AwsError(
        'ValidationError',
        `Stack [${stackName}] already exists and cannot be created again with the changeSet [${name}].`,
      );
    }
    return;
  }
  if (!stack || stack.status === 'REVIEW_IN_PROGRESS' || stack.status === 'DELETE_COMPLETE') {
    throw new AwsError('ValidationError', `Stack [${stackName}] does not exist`);
  }
  checkUpdatable(stack);
}

function newReview(world: World, context: CallContext, stackName: string): Stack {
  const stack = newStack(world, context, stackName);
  stack.events.push({
    id: randomUUID(),
    at: world.clock.now(),
    logicalId: stack.name,
    physicalId: stack.id,
    type: 'AWS::CloudFormation::Stack',
    status: 'REVIEW_IN_PROGRESS',
    reason: 'User Initiated',
  });
  return stack;
}

function executeChangeSet(world: World, input: Input, context: CallContext): unknown {
  const [stack, changeSet] = requireChangeSet(world, input, context);
  if (changeSet.executionStatus !== 'AVAILABLE') {
    throw new AwsError(
      'InvalidChangeSetStatus',
      `ChangeSet [${changeSet.id}] cannot be executed in its current status of [${changeSet.status}]`,
    );
  }
  const creates = stack.status === 'REVIEW_IN_PROGRESS';
  if (!creates) checkUpdatable(stack);
  stack.disableRollback = flagOf(input, 'DisableRollback');
  stack.changeSets.clear();
  actFor(stack, context);
  const token = textOf(input, 'ClientRequestToken');
  const options = {
    ...(token !== undefined ? { token } : {}),
    ...(changeSet.onFailure !== undefined ? { onFailure: changeSet.onFailure } : {}),
  };
  if (creates) {
    stack.updatedAt = world.clock.now();
    void startCreate(world, stack, changeSet.wish, options);
  } else {
    void startUpdate(world, stack, changeSet.wish, options);
  }
  return {};
}

function findChangeSet(world: World, input: Input, context: CallContext): [Stack?, ChangeSet?] {
  const reference = requireText(input, 'ChangeSetName');
  const stackName = textOf(input, 'StackName');
  const stacks =
    stackName === undefined
      ? world.stacks.list(context.account, context.region)
      : [requireStack(world, input, context)];
  for (const stack of stacks) {
    for (const one of stack.changeSets.values())
      if (one.name === reference || one.id === reference) return [stack, one];
  }
  return [];
}

function requireChangeSet(world: World, input: Input, context: CallContext): [Stack, ChangeSet] {
  const [stack, changeSet] = findChangeSet(world, input, context);
  if (stack && changeSet) return [stack, changeSet];
  throw new AwsError('ChangeSetNotFound', `ChangeSet [${String(input['ChangeSetName'])}] does not exist`, 404);
}
