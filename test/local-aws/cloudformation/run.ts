import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stack, StackResource } from '../state/stacks.ts';
import type { World } from '../world.ts';

/** One operation on one stack, from the call that starts it to its terminal state. */
export interface Run {
  readonly world: World;
  readonly stack: Stack;
  /** ClientRequestToken: marks the operation's events. */
  readonly token?: string;
  /** Set when a resource failed or the operation was cancelled: nothing more is started. */
  stopped: boolean;
  /** Logical ids that failed by themselves, with the verb that failed. */
  failed: { logicalId: string; verb: 'create' | 'update' }[];
  /** Physical resources that a replacement left for the clean-up. */
  replaced: StackResource[];
  /** A delete took over while it ran. */
  abandoned?: boolean;
  /** Why the whole stack fails where no single resource does. */
  reason?: string;
}

export function newRun(world: World, stack: Stack, token?: string): Run {
  return { world, stack, stopped: false, failed: [], replaced: [], ...(token ? { token } : {}) };
}

/** Waits as long as CloudFormation takes over a resource; rejects when the stand-in closes. */
export async function takeTime(run: Run, type: string, logicalId: string): Promise<void> {
  await sleep(await run.world.resourceDelayMs(type, logicalId), undefined, { signal: run.world.closing });
}

/** Changes the stack's state and writes the event that says so. */
export function setStackStatus(run: Run, status: string, reason?: string): void {
  const { stack } = run;
  stack.status = status;
  delete stack.reason;
  if (reason !== undefined) stack.reason = reason;
  writeEvent(run, { logicalId: stack.name, physicalId: stack.id, type: 'AWS::CloudFormation::Stack', status }, reason);
}

/** Changes a resource's state and writes the event that says so. */
export function setResourceStatus(run: Run, resource: StackResource, status: string, reason?: string): void {
  resource.status = status;
  resource.updatedAt = run.world.clock.now();
  delete resource.reason;
  if (reason !== undefined) resource.reason = reason;
  const { logicalId, physicalId = '', type, properties } = resource;
  writeEvent(run, { logicalId, physicalId, type, status, properties: JSON.stringify(properties) }, reason);
}

interface EventParts {
  logicalId: string;
  physicalId: string;
  type: string;
  status: string;
  properties?: string;
}

function writeEvent(run: Run, parts: EventParts, reason: string | undefined): void {
  const isStack = parts.physicalId === run.stack.id;
  run.stack.events.push({
    id: isStack ? randomUUID() : `${parts.logicalId}-${parts.status}-${randomUUID()}`,
    at: run.world.clock.now(),
    ...parts,
    ...(reason !== undefined ? { reason } : {}),
    ...(run.token !== undefined ? { token: run.token } : {}),
  });
}
