import { AwsError } from '../protocol/service.ts';
import type { Place } from '../state/place.ts';
import type { Stack, StackOutput } from '../state/stacks.ts';
import type { World } from '../world.ts';

export interface Exported {
  stackId: string;
  name: string;
  value: string;
}

/** All exports of an account and region. */
export function listExports(world: World, place: Place): Exported[] {
  return livingStacks(world, place).flatMap((stack) =>
    stack.outputs.flatMap(({ exportName, value }) =>
      exportName === undefined ? [] : [{ stackId: stack.id, name: exportName, value }],
    ),
  );
}

/** Names of the stacks that import an export, by what they have and by what they may go back to. */
export function importersOf(world: World, place: Place, exportName: string): string[] {
  return livingStacks(world, place)
    .filter((stack) => stack.imports.has(exportName) || stack.snapshot?.imports.has(exportName))
    .map((stack) => stack.name);
}

/** The value of an export; throws CloudFormation's "No export named …". */
export function exportedValue(world: World, place: Place, name: string): string {
  const found = listExports(world, place).find((one) => one.name === name);
  if (found) return found.value;
  throw new AwsError('ValidationError', `No export named ${name} found.`);
}

/** Why a stack's exports cannot become those of `next` ([] for a delete); undefined where they can. */
export function exportConflict(world: World, stack: Stack, next: readonly StackOutput[]): string | undefined {
  for (const { exportName, value } of stack.outputs) {
    if (exportName === undefined) continue;
    const users = importersOf(world, stack, exportName).filter((name) => name !== stack.name);
    if (users.length === 0) continue;
    const after = next.find((output) => output.exportName === exportName);
    if (after?.value === value) continue;
    const verb = after === undefined ? 'deleted' : 'updated';
    return `Export ${exportName} cannot be ${verb} as it is in use by ${users.join(', ')}`;
  }
  for (const { exportName } of next) {
    const owner = listExports(world, stack).find((one) => one.name === exportName && one.stackId !== stack.id);
    if (owner) return `Export with name ${exportName} is already exported by stack ${owner.stackId.split('/')[1]}.`;
  }
  return undefined;
}

function livingStacks(world: World, place: Place): Stack[] {
  return world.stacks.list(place.account, place.region).filter((stack) => stack.status !== 'DELETE_COMPLETE');
}
