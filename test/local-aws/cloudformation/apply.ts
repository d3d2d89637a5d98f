import { isDeepStrictEqual } from 'node:util';
import type { StackResource, Wish } from '../state/stacks.ts';
import { exportedValue } from './exports.ts';
import { HalfMade, type Made, type ResourceRequest } from './handler.ts';
import { evaluate } from './intrinsics.ts';
import { orderResources } from './order.ts';
import { isGivenOnce, recreationOf } from './recreation.ts';
import { handlerOf } from './registry.ts';
import { checkRights } from './rights.ts';
import { type Run, setResourceStatus, takeTime } from './run.ts';
import { activeResources, liveScope } from './scope.ts';
import type { ResourceDefinition } from './template.ts';

/** Creates and updates what a wish asks for, each resource as soon as what it refers to is done; true when all went well. */
export async function applyResources(run: Run, wish: Wish): Promise<boolean> {
  const definitions = activeResources(run.stack, wish);
  const tasks = new Map<string, Promise<boolean>>();
  for (const [logicalId, waitsFor] of orderResources(definitions)) {
    const before = waitsFor.map((other) => tasks.get(other));
    const definition = definitions[logicalId] as ResourceDefinition;
    tasks.set(
      logicalId,
      Promise.all(before).then((done) =>
        done.includes(false) || run.stopped ? false : applyResource(run, wish, logicalId, definition),
      ),
    );
  }
  const outcomes = await Promise.all(tasks.values());
  return !run.stopped && !outcomes.includes(false);
}

async function applyResource(
  run: Run,
  wish: Wish,
  logicalId: string,
  definition: ResourceDefinition,
): Promise<boolean> {
  const { stack } = run;
  const existing = stack.resources.get(logicalId);
  const verb = existing ? 'update' : 'create';
  const resource: StackResource = { ...(existing ?? blank(logicalId, definition.Type)), ...policiesOf(definition) };
  stack.resources.set(logicalId, resource);
  const step = verb === 'create' ? 'CREATE' : 'UPDATE';
  try {
    const scope = liveScope(stack, wish, stack.resources, (name) => exportedValue(run.world, stack, name));
    const properties = (evaluate(definition.Properties ?? {}, scope) ?? {}) as Record<string, unknown>;
    if (existing?.type === definition.Type && sameState(existing, properties, wish, stack.snapshot?.wish)) return true;
    setResourceStatus(run, resource, `${step}_IN_PROGRESS`);
    await takeTime(run, definition.Type, logicalId);
    if (run.stopped) {
      setResourceStatus(
        run,
        resource,
        `${step}_FAILED`,
        `Resource ${verb === 'create' ? 'creation' : 'update'} cancelled`,
      );
      return false;
    }
    await bringAbout(run, resource, existing, { type: definition.Type, properties });
    setResourceStatus(run, resource, `${step}_COMPLETE`);
    return true;
  } catch (cause) {
    if (run.world.closing.aborted) throw cause;
    if (cause instanceof HalfMade) resource.physicalId = cause.physicalId;
    run.stopped = true;
    run.failed.push({ logicalId, verb });
    setResourceStatus(run, resource, `${step}_FAILED`, cause instanceof Error ? cause.message : String(cause));
    return false;
  }
}

/** Tags of the stack reach its resources, so a change of them touches each. Nested stacks are always asked: their templates may be others. */
function sameState(existing: StackResource, properties: unknown, wish: Wish, before: Wish | undefined): boolean {
  if (existing.type === 'AWS::CloudFormation::Stack') return false;
  return isDeepStrictEqual(existing.properties, properties) && isDeepStrictEqual(wish.tags, before?.tags ?? wish.tags);
}

interface Goal {
  type: string;
  properties: Record<string, unknown>;
}

async function bringAbout(
  run: Run,
  resource: StackResource,
  existing: StackResource | undefined,
  goal: Goal,
): Promise<void> {
  const { world, stack } = run;
  const { logicalId } = resource;
  const { type, properties } = goal;
  const on = existing ? 'update' : 'create';
  const fault = world.faults.takeResource({ stack: stack.name, logicalId, type, on });
  if (fault !== undefined) throw new Error(fault);
  const request: ResourceRequest = { world, stack, logicalId, type, properties };
  const isNew = !existing?.physicalId || needsReplacement(existing, goal);
  checkRights(isNew ? 'create' : 'update', request, isNew ? undefined : existing.physicalId);
  if (!existing?.physicalId) {
    settle(resource, goal, await handlerOf(type).create(request));
    setResourceStatus(run, resource, 'CREATE_IN_PROGRESS', 'Resource creation Initiated');
    return;
  }
  if (!needsReplacement(existing, goal)) {
    const refused = changedProperties(existing, goal).find((name) => isGivenOnce(type, name));
    if (refused !== undefined) throw new Error(`Updates are not allowed for property - ${refused}.`);
    const unchanged: Made = { physicalId: existing.physicalId, attributes: existing.attributes };
    settle(resource, goal, (await handlerOf(type).update?.(request, existing.physicalId)) ?? unchanged);
    return;
  }
  const reason = 'Requested update requires the creation of a new physical resource; hence creating one.';
  setResourceStatus(run, resource, 'UPDATE_IN_PROGRESS', reason);
  settle(resource, goal, await handlerOf(type).create(request));
  run.replaced.push(existing);
}

/** True when the goal cannot be reached in place. */
function needsReplacement(existing: StackResource, goal: Goal): boolean {
  if (existing.type !== goal.type) return true;
  return changedProperties(existing, goal).some((name) => recreationOf(goal.type, name) === 'Always');
}

function changedProperties(existing: StackResource, goal: Goal): string[] {
  const names = new Set([...Object.keys(existing.properties), ...Object.keys(goal.properties)]);
  return [...names].filter((name) => !isDeepStrictEqual(existing.properties[name], goal.properties[name]));
}

function settle(resource: StackResource, goal: Goal, made: Made): void {
  resource.type = goal.type;
  resource.properties = goal.properties;
  resource.physicalId = made.physicalId;
  resource.attributes = made.attributes ?? {};
}

function blank(logicalId: string, type: string): StackResource {
  return { logicalId, type, status: '', updatedAt: 0, properties: {}, attributes: {} };
}

function policiesOf(definition: ResourceDefinition): Partial<StackResource> {
  return {
    ...(definition.DeletionPolicy ? { deletionPolicy: definition.DeletionPolicy } : {}),
    ...(definition.UpdateReplacePolicy ? { updateReplacePolicy: definition.UpdateReplacePolicy } : {}),
    ...(definition.Metadata !== undefined ? { metadata: definition.Metadata } : {}),
  };
}
