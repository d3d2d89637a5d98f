import { addChangeSet, isOnItsWay, lookAt, settleByClock } from '../cloudformation/change-set-life.ts';
import { checkUpdatable } from '../cloudformation/find-stack.ts';
import { fillChangeSet } from '../cloudformation/make-change-set.ts';
import { newReview } from '../cloudformation/new-stack.ts';
import { startCreate, startUpdate } from '../cloudformation/operations.ts';
import { adoptChangeSet, startRemoval } from '../cloudformation/remove-change-set.ts';
import { readWish } from '../cloudformation/wish.ts';
import { pageOf } from '../protocol/paging.ts';
import { flagOf, requireText, textOf } from '../protocol/parameters.ts';
import { AwsError, type CallContext, type Operation } from '../protocol/service.ts';
import type { Stack } from '../state/stacks.ts';
import type { World } from '../world.ts';
import { describeChangeSet, summarizeChangeSet } from './cloudformation-change-set-answers.ts';
import { checkInput } from './cloudformation-change-set-input.ts';
import { findChangeSet, requireChangeSet, requireNamed } from './cloudformation-change-set-lookup.ts';
import { actFor, checkStackName } from './cloudformation-stacks.ts';

type Input = Record<string, unknown>;

/** What CloudFormation does with change sets, but for importing resources. */
export function changeSetOperations(world: World): Record<string, Operation> {
  return {
    CreateChangeSet: (input, context) => createChangeSet(world, input, context),
    DescribeChangeSet: (input, context) => {
      const [stack, changeSet] = requireChangeSet(world, input, context);
      lookAt(world, changeSet);
      const token = textOf(input, 'NextToken');
      return describeChangeSet(stack, changeSet, { token, hasValues: flagOf(input, 'IncludePropertyValues') });
    },
    ExecuteChangeSet: (input, context) => executeChangeSet(world, input, context),
    DeleteChangeSet: (input, context) => deleteChangeSet(world, input, context),
    ListChangeSets: (input, context) => {
      const stack = requireNamed(world, requireText(input, 'StackName'), context);
      const page = pageOf([...stack.changeSets.values()], textOf(input, 'NextToken'), 100);
      for (const one of page.items) settleByClock(world, one);
      return { Summaries: page.items.map((one) => summarizeChangeSet(stack, one)), NextToken: page.nextToken };
    },
  };
}

function createChangeSet(world: World, input: Input, context: CallContext): unknown {
  const stackName = requireText(input, 'StackName');
  const name = requireText(input, 'ChangeSetName');
  checkInput(input);
  const type = textOf(input, 'ChangeSetType') ?? 'UPDATE';
  const existing = world.stacks.find(stackName, context);
  checkStart(type, existing, stackName, name);
  const wish = readWish(world, context, input, existing);
  const stack = existing ?? newReview(world, context, stackName);
  const description = textOf(input, 'Description');
  const onFailure = textOf(input, 'OnStackFailure');
  const changeSet = addChangeSet(world, stack, {
    name,
    type,
    wish,
    includesNested: flagOf(input, 'IncludeNestedStacks'),
    ...(description !== undefined ? { description } : {}),
    ...(onFailure !== undefined ? { onFailure } : {}),
  });
  fillChangeSet(world, stack, changeSet, context.accessKeyId);
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
  if (!stack || stack.status === 'REVIEW_IN_PROGRESS') {
    throw new AwsError('ValidationError', `Stack [${stackName}] does not exist`);
  }
  checkUpdatable(stack);
}

function executeChangeSet(world: World, input: Input, context: CallContext): unknown {
  const [stack, changeSet] = requireChangeSet(world, input, context);
  lookAt(world, changeSet);
  if (changeSet.executionStatus !== 'AVAILABLE') {
    throw new AwsError(
      'InvalidChangeSetStatus',
      `ChangeSet [${changeSet.id}] cannot be executed in its current status of [${changeSet.status}]`,
    );
  }
  const creates = stack.status === 'REVIEW_IN_PROGRESS';
  if (!creates) checkUpdatable(stack);
  stack.disableRollback = flagOf(input, 'DisableRollback');
  adoptChangeSet(world, stack, changeSet);
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

/** One that is not there is deleted: only a stack that is not there is refused (seen on AWS). */
function deleteChangeSet(world: World, input: Input, context: CallContext): unknown {
  const { stack, changeSet } = findChangeSet(world, input, context);
  if (!stack || !changeSet) return {};
  if (changeSet.rootId !== undefined) {
    throw new AwsError(
      'InvalidChangeSetStatus',
      `ChangeSet [${changeSet.id}] is nested and can only be deleted from the root change set [${changeSet.rootId}]`,
    );
  }
  lookAt(world, changeSet);
  if (isOnItsWay(changeSet) || /^DELETE_(PENDING|IN_PROGRESS)$/.test(changeSet.status)) {
    throw new AwsError('InvalidChangeSetStatus', `Cannot delete ChangeSet in status ${changeSet.status}`);
  }
  startRemoval(world, stack, changeSet, context.accessKeyId);
  return {};
}
