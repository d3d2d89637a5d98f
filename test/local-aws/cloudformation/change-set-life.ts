import { randomUUID } from 'node:crypto';
import type { ChangeSet, Outcome } from '../state/change-sets.ts';
import type { Stack, Wish } from '../state/stacks.ts';
import type { World } from '../world.ts';

/** How long CloudFormation takes over a change set that nobody looks at, in milliseconds. */
const TAKES = 1000;

interface Parts
  extends Pick<ChangeSet, 'name' | 'type' | 'includesNested'>,
    Partial<Pick<ChangeSet, 'description' | 'onFailure' | 'parentId' | 'rootId'>> {
  readonly wish: Wish;
}

/** A change set that is on its way, without changes yet, among those of a stack. */
export function addChangeSet(world: World, stack: Stack, parts: Parts): ChangeSet {
  const changeSet: ChangeSet = {
    ...parts,
    id: `arn:aws:cloudformation:${stack.region}:${stack.account}:changeSet/${parts.name}/${randomUUID()}`,
    status: 'CREATE_PENDING',
    executionStatus: 'UNAVAILABLE',
    outcome: { status: 'CREATE_COMPLETE', executionStatus: 'AVAILABLE' },
    looksLeft: world.changeSetLooks,
    createdAt: world.clock.now(),
    readyAt: world.clock.now() + TAKES,
    changes: [],
    nested: [],
  };
  stack.changeSets.set(parts.name, changeSet);
  return changeSet;
}

/** Whether a change set is still being made. */
export function isOnItsWay({ status }: ChangeSet): boolean {
  return status === 'CREATE_PENDING' || status === 'CREATE_IN_PROGRESS';
}

/**
 * Lets a change set go on by what a call that names it finds: the first ones find it in progress, however late they come, until it has
 * been looked at often enough, or its time has passed.
 */
export function lookAt(world: World, changeSet: ChangeSet): void {
  settleByClock(world, changeSet);
  if (!isOnItsWay(changeSet)) return;
  if (changeSet.looksLeft <= 0) {
    settle(world, changeSet);
    return;
  }
  changeSet.looksLeft -= 1;
  changeSet.status = 'CREATE_IN_PROGRESS';
}

/** Ends the making of a change set whose time has passed. */
export function settleByClock(world: World, changeSet: ChangeSet): void {
  if (isOnItsWay(changeSet) && world.clock.now() >= changeSet.readyAt) settle(world, changeSet);
}

/** One that is made has all nested ones made; one that fails does so at once, whatever the others are at (seen on AWS). */
function settle(world: World, changeSet: ChangeSet): void {
  apply(changeSet, changeSet.outcome);
  const nested = changeSet.nested.flatMap((one) => nestedSet(world, one.stackId, one.changeSetId) ?? []);
  for (const one of nested) {
    if (isOnItsWay(one) && (changeSet.status === 'CREATE_COMPLETE' || hasFailed(one))) settle(world, one);
  }
}

function hasFailed({ outcome }: ChangeSet): boolean {
  return outcome.status === 'FAILED';
}

function apply(changeSet: ChangeSet, { status, executionStatus, reason }: Outcome): void {
  changeSet.status = status;
  changeSet.executionStatus = executionStatus;
  if (reason !== undefined) changeSet.reason = reason;
}

/** A nested change set, if it is still there. */
export function nestedSet(world: World, stackId: string, changeSetId: string): ChangeSet | undefined {
  return [...(world.stacks.find(stackId)?.changeSets.values() ?? [])].find(({ id }) => id === changeSetId);
}
