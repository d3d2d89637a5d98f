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
