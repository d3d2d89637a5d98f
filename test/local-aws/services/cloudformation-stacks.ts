import { compareWish } from '../cloudformation/changes.ts';
import { checkUpdatable, requireStack } from '../cloudformation/find-stack.ts';
import { newStack } from '../cloudformation/new-stack.ts';
import {
  cancelUpdate,
  startCreate,
  startCreateRollback,
  startDelete,
  startUpdate,
  startUpdateRollback,
} from '../cloudformation/operations.ts';
import { readWish } from '../cloudformation/wish.ts';
import { flagOf, listOf, requireText, textOf } from '../protocol/parameters.ts';
import { AwsError, type CallContext, type Operation } from '../protocol/service.ts';
import type { Stack } from '../state/stacks.ts';
import type { World } from '../world.ts';

type Input = Record<string, unknown>;

export function stackOperations(world: World): Record<string, Operation> {
  return {
    CreateStack: (input, context) => createStack(world, input, context),
    UpdateStack: (input, context) => updateStack(world, input, context),
    DeleteStack: (input, context) => deleteStack(world, input, context),
    CancelUpdateStack: (input, context) => {
      const stack = requireStack(world, input, context);
      if (cancelUpdate(stack)) return {};
      throw new AwsError(
        'ValidationError',
        `CancelUpdateStack cannot be called from current stack status ${stack.status}`,
      );
    },
    ContinueUpdateRollback: (input, context) => {
      const stack = requireStack(world, input, context);
      if (stack.status !== 'UPDATE_ROLLBACK_FAILED') {
        throw new AwsError(
          'ValidationError',
          `Stack:${stack.id} is in ${stack.status} state and can not continue rolling back. It must be in UPDATE_ROLLBACK_FAILED.`,
        );
      }
      actFor(stack, context);
      void startUpdateRollback(
        world,
        stack,
        listOf<string>(input, 'ResourcesToSkip'),
        textOf(input, 'ClientRequestToken'),
      );
      return {};
    },
    RollbackStack: (input, context) => {
      const stack = requireStack(world, input, context);
      actFor(stack, context);
      return rollBackStack(world, stack, input);
    },
    UpdateTerminationProtection: (input, context) => {
      const stack = requireStack(world, input, context);
      protect(world, stack, flagOf(input, 'EnableTerminationProtection'));
      return { StackId: stack.id };
    },
    SetStackPolicy: (input, context) => {
      requireStack(world, input, context).policy = textOf(input, 'StackPolicyBody') ?? '';
      return {};
    },
    GetStackPolicy: (input, context) => ({ StackPolicyBody: requireStack(world, input, context).policy }),
  };
}

/** CloudFormation works on with the rights of who asked for it. */
export function actFor(stack: Stack, { accessKeyId }: CallContext): void {
  if (accessKeyId !== undefined) stack.callerKey = accessKeyId;
}

function createStack(world: World, input: Input, context: CallContext): unknown {
  const name = requireText(input, 'StackName');
  checkStackName(name);
  if (world.stacks.find(name, context)) throw new AwsError('AlreadyExistsException', `Stack [${name}] already exists`);
  const wish = readWish(world, context, input);
  const stack = newStack(world, context, name);
  actFor(stack, context);
  stack.disableRollback = flagOf(input, 'DisableRollback');
  stack.terminationProtection = flagOf(input, 'EnableTerminationProtection');
  void startCreate(world, stack, wish, startOptions(input, textOf(input, 'OnFailure')));
  return { StackId: stack.id };
}

/** Throws where a name is not one that CloudFormation takes. */
export function checkStackName(name: string): void {
  if (/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/.test(name)) return;
  throw new AwsError(
    'ValidationError',
    `1 validation error detected: Value '${name}' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*`,
  );
}

function updateStack(world: World, input: Input, context: CallContext): unknown {
  const stack = requireStack(world, input, context);
  checkUpdatable(stack);
  const wish = readWish(world, context, input, stack);
  const { changes, outputs } = compareWish(world, stack, wish);
  if (changes.length === 0 && !outputs) throw new AwsError('ValidationError', 'No updates are to be performed.');
  actFor(stack, context);
  if (input['DisableRollback'] !== undefined) stack.disableRollback = flagOf(input, 'DisableRollback');
  for (const changeSet of stack.changeSets.values()) changeSet.executionStatus = 'OBSOLETE';
  void startUpdate(world, stack, wish, startOptions(input));
  return { StackId: stack.id };
}

/** A root stack's protection is that of all stacks in it, which have none of their own. */
function protect(world: World, root: Stack, on: boolean): void {
  if (root.rootId !== undefined) {
    throw new AwsError('ValidationError', `TerminationProtection of nested stack [${root.id}] is set on its root`);
  }
  for (const stack of world.stacks.list())
    if (stack === root || stack.rootId === root.id) stack.terminationProtection = on;
}

/** CloudFormation goes on with the role that a stack was given, unless it is given another one. */
function checkOwnRole({ roles }: World, { wish }: Stack, given: string | undefined): void {
  const role = given ?? wish?.roleArn;
  if (role !== undefined && roles.find(role) === undefined) {
    throw new AwsError('ValidationError', `Role ${role} is invalid or cannot be assumed`);
  }
}

function deleteStack(world: World, input: Input, context: CallContext): unknown {
  const name = requireText(input, 'StackName');
  const stack = world.stacks.find(name, context);
  // Deleting what is not there, or is being deleted, is a success (CloudFormation API reference, DeleteStack).
  if (!stack || stack.status === 'DELETE_COMPLETE' || stack.status === 'DELETE_IN_PROGRESS') return {};
  if (stack.terminationProtection) {
    throw new AwsError('ValidationError', `Stack [${name}] cannot be deleted while TerminationProtection is enabled`);
  }
  const busy = /_IN_PROGRESS$/.test(stack.status) && !/^(CREATE|REVIEW)_IN_PROGRESS$/.test(stack.status);
  if (busy)
    throw new AwsError('ValidationError', `Stack [${stack.id}] cannot be deleted while in status ${stack.status}`);
  const retain = listOf<string>(input, 'RetainResources');
  const force = textOf(input, 'DeletionMode') === 'FORCE_DELETE_STACK';
  if ((retain.length > 0 || force) && stack.status !== 'DELETE_FAILED') {
    throw new AwsError(
      'ValidationError',
      `Invalid operation on stack [${stack.id}]. ${force ? 'DeletionMode FORCE_DELETE_STACK' : 'RetainResources'} can only be specified when the stack is in the DELETE_FAILED state.`,
    );
  }
  checkOwnRole(world, stack, textOf(input, 'RoleARN'));
  actFor(stack, context);
  void startDelete(world, stack, { retain, force }, startOptions(input));
  return {};
}

function rollBackStack(world: World, stack: Stack, input: Input): unknown {
  const token = textOf(input, 'ClientRequestToken');
  if (stack.status === 'CREATE_FAILED') void startCreateRollback(world, stack, token);
  else if (stack.status === 'UPDATE_FAILED') void startUpdateRollback(world, stack, [], token);
  else
    throw new AwsError('ValidationError', `RollbackStack cannot be called from current stack status ${stack.status}`);
  return { StackId: stack.id };
}

function startOptions(input: Input, onFailure?: string): { token?: string; onFailure?: string } {
  const token = textOf(input, 'ClientRequestToken');
  return { ...(token !== undefined ? { token } : {}), ...(onFailure !== undefined ? { onFailure } : {}) };
}
