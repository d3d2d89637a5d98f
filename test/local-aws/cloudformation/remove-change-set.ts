import { setTimeout as sleep } from 'node:timers/promises';
import { AccessRefused } from '../iam/authorize.ts';
import type { ChangeSet } from '../state/change-sets.ts';
import type { Stack } from '../state/stacks.ts';
import type { World } from '../world.ts';
import { nestedSet } from './change-set-life.ts';
import { checkOnBehalf } from './on-behalf.ts';
import { newRun, setStackStatus } from './run.ts';

/**
 * Deletes a change set. One that includes nested stacks goes later, with those of the nested stacks and the stacks that were made for
 * them: it is DELETE_PENDING when this returns (CloudFormation user guide, "Deleting a change set").
 */
export function startRemoval(world: World, stack: Stack, changeSet: ChangeSet, callerKey: string | undefined): void {
  if (!changeSet.includesNested) {
    stack.changeSets.delete(changeSet.name);
    return;
  }
  const actor = changeSet.wish.roleArn === undefined ? callerKey : undefined;
  mark(world, changeSet, 'DELETE_PENDING');
  void removeLater(world, stack, changeSet, actor).catch((cause) => {
    if (!world.closing.aborted) throw cause;
  });
}

async function removeLater(world: World, stack: Stack, changeSet: ChangeSet, actor: string | undefined): Promise<void> {
  await takeTime(world, changeSet);
  mark(world, changeSet, 'DELETE_IN_PROGRESS');
  await takeTime(world, changeSet);
  try {
    checkRights(world, changeSet, actor);
    dropChangeSet(world, stack, changeSet);
  } catch (cause) {
    if (!(cause instanceof AccessRefused)) throw cause;
    mark(world, changeSet, 'DELETE_FAILED');
    changeSet.reason = cause.message;
  }
}

/** Takes a change set away with those of the nested stacks, and the stacks that were made for them. */
export function dropChangeSet(world: World, stack: Stack, changeSet: ChangeSet): void {
  stack.changeSets.delete(changeSet.name);
  for (const { stackId, changeSetId, isNew } of changeSet.nested) {
    const child = world.stacks.find(stackId);
    const nested = nestedSet(world, stackId, changeSetId);
    if (child && nested) dropChangeSet(world, child, nested);
    if (child && isNew && child.status === 'REVIEW_IN_PROGRESS') {
      child.deletedAt = world.clock.now();
      setStackStatus(newRun(world, child), 'DELETE_COMPLETE');
    }
  }
}

/** Takes the change sets of a stack away as one of them is executed: the stacks that this one made are what is created. */
export function adoptChangeSet(world: World, stack: Stack, executed: ChangeSet): void {
  for (const other of stack.changeSets.values()) if (other !== executed) dropChangeSet(world, stack, other);
  stack.changeSets.delete(executed.name);
  stack.reviewed = new Map(
    executed.nested.filter(({ isNew }) => isNew).map(({ logicalId, stackId }) => [logicalId, stackId]),
  );
  for (const { stackId, changeSetId } of executed.nested) {
    const child = world.stacks.find(stackId);
    const nested = nestedSet(world, stackId, changeSetId);
    if (child && nested) adoptChangeSet(world, child, nested);
  }
}

function mark(world: World, changeSet: ChangeSet, status: ChangeSet['status']): void {
  changeSet.status = status;
  changeSet.executionStatus = 'UNAVAILABLE';
  for (const { stackId, changeSetId } of changeSet.nested) {
    const nested = nestedSet(world, stackId, changeSetId);
    if (nested) mark(world, nested, status);
  }
}

function checkRights(world: World, { nested }: ChangeSet, actor: string | undefined): void {
  for (const { stackId, changeSetId } of nested) {
    const [, , , region = '', account = ''] = stackId.split(':');
    checkOnBehalf(world, actor, { action: 'cloudformation:DeleteChangeSet', resource: stackId, account, region });
    const below = nestedSet(world, stackId, changeSetId);
    if (below) checkRights(world, below, actor);
  }
}

/** As over a resource: a test slows it down by this type, or by the change set's name. */
async function takeTime(world: World, { name }: ChangeSet): Promise<void> {
  const time = await world.resourceDelayMs('AWS::CloudFormation::ChangeSet', name);
  await sleep(time, undefined, { signal: world.closing });
}
