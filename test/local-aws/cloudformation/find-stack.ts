import { requireText } from '../protocol/parameters.ts';
import { AwsError, type CallContext } from '../protocol/service.ts';
import type { Stack } from '../state/stacks.ts';
import type { World } from '../world.ts';

/** The stack that a call names by name or ARN; throws "Stack with id … does not exist". */
export function requireStack(world: World, input: Record<string, unknown>, context: CallContext): Stack {
  const name = requireText(input, 'StackName');
  const stack = world.stacks.find(name, context);
  if (stack) return stack;
  throw new AwsError('ValidationError', `Stack with id ${name} does not exist`);
}

const updatable = new Set([
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
  'IMPORT_COMPLETE',
  'IMPORT_ROLLBACK_COMPLETE',
  'CREATE_FAILED',
  'UPDATE_FAILED',
]);

/** Throws CloudFormation's refusal where a stack's state does not allow an update. */
export function checkUpdatable(stack: Stack): void {
  if (updatable.has(stack.status)) return;
  throw new AwsError('ValidationError', `Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
}
