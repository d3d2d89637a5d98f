import { randomUUID } from 'node:crypto';
import type { Place } from '../state/place.ts';
import type { Stack } from '../state/stacks.ts';
import type { World } from '../world.ts';

/** Adds a stack without resources, in review. */
export function newStack(world: World, { account, region }: Place, name: string): Stack {
  return world.stacks.add({
    name,
    id: `arn:aws:cloudformation:${region}:${account}:stack/${name}/${randomUUID()}`,
    account,
    region,
    createdAt: world.clock.now(),
    status: 'REVIEW_IN_PROGRESS',
    disableRollback: false,
    terminationProtection: false,
    outputs: [],
    imports: new Map(),
    resources: new Map(),
    events: [],
    changeSets: new Map(),
  });
}

/** Adds the stack that a change set is made for which creates it, with the event that says so. */
export function newReview(world: World, place: Place, name: string): Stack {
  const stack = newStack(world, place, name);
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
