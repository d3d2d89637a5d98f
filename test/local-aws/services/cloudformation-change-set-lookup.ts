import { requireText, textOf } from '../protocol/parameters.ts';
import { AwsError, type CallContext } from '../protocol/service.ts';
import type { ChangeSet } from '../state/change-sets.ts';
import type { Stack } from '../state/stacks.ts';
import type { World } from '../world.ts';

type Input = Record<string, unknown>;

/** The stack and the change set that a call names, by its ARN or by both names; throws where there is no such stack. */
export function findChangeSet(
  world: World,
  input: Input,
  context: CallContext,
): { stack?: Stack; changeSet?: ChangeSet | undefined } {
  const reference = requireText(input, 'ChangeSetName');
  const name = textOf(input, 'StackName');
  const named = name === undefined ? undefined : requireNamed(world, name, context);
  if (!reference.startsWith('arn:')) {
    if (named) return { stack: named, changeSet: named.changeSets.get(reference) };
    throw new AwsError('ValidationError', 'StackName must be specified if ChangeSetName is not specified as an ARN.');
  }
  for (const stack of named ? [named] : world.stacks.list(context.account, context.region)) {
    const changeSet = [...stack.changeSets.values()].find(({ id }) => id === reference);
    if (changeSet) return { stack, changeSet };
  }
  return named ? { stack: named } : {};
}

/** The same; throws where there is no such change set. */
export function requireChangeSet(world: World, input: Input, context: CallContext): [Stack, ChangeSet] {
  const { stack, changeSet } = findChangeSet(world, input, context);
  if (stack && changeSet) return [stack, changeSet];
  throw new AwsError('ChangeSetNotFound', `ChangeSet [${String(input['ChangeSetName'])}] does not exist`, 404);
}

/** A stack by its name or ARN, if it is not deleted; throws "Stack […] does not exist". */
export function requireNamed(world: World, name: string, context: CallContext): Stack {
  const stack = world.stacks.find(name, context);
  if (stack && stack.status !== 'DELETE_COMPLETE') return stack;
  throw new AwsError('ValidationError', `Stack [${name}] does not exist`);
}
