import { isDeepStrictEqual } from 'node:util';
import type { Change, Stack, Wish } from '../state/stacks.ts';
import { needsReplacement } from './apply.ts';
import { evaluate } from './intrinsics.ts';
import { activeResources, evaluateOutputs, symbolicScope } from './scope.ts';
import type { ResourceDefinition } from './template.ts';

export interface Difference {
  changes: Change[];
  /** Outputs or their exports differ: such a change set has no changes and can be executed all the same. */
  outputs: boolean;
}

/** What a wish changes in a stack; a stack that has no resources yet gets only additions. */
export function compareWish(stack: Stack, wish: Wish): Difference {
  const before = stack.wish;
  const next = activeResources(stack, wish);
  if (!before) return { changes: Object.entries(next).map(([id, one]) => added(id, one)), outputs: false };
  const previous = activeResources(stack, before);
  const changes = Object.entries(next).flatMap(([id, definition]) => {
    const old = previous[id];
    if (!old || !stack.resources.has(id)) return [added(id, definition)];
    return modified(stack, id, [old, before], [definition, wish]);
  });
  const removed = Object.keys(previous).filter((id) => !(id in next));
  return {
    changes: [...changes, ...removed.map((id) => gone(stack, id, previous))],
    outputs: outputsDiffer(stack, before, wish),
  };
}

type Side = readonly [ResourceDefinition, Wish];

function modified(stack: Stack, logicalId: string, before: Side, after: Side): Change[] {
  const properties = ([definition, wish]: Side) =>
    (evaluate(definition.Properties ?? {}, symbolicScope(stack, wish)) ?? {}) as Record<string, unknown>;
  const [old, next] = [properties(before), properties(after)];
  const scope = [
    ...(isDeepStrictEqual(old, next) && before[0].Type === after[0].Type ? [] : ['Properties']),
    ...(isDeepStrictEqual(before[0].Metadata, after[0].Metadata) ? [] : ['Metadata']),
    ...(before[0].DeletionPolicy === after[0].DeletionPolicy ? [] : ['DeletionPolicy']),
    ...(isDeepStrictEqual(before[1].tags, after[1].tags) ? [] : ['Tags']),
  ];
  const resource = stack.resources.get(logicalId);
  if (scope.length === 0 || !resource) return [];
  const replaced = needsReplacement({ ...resource, properties: old }, { type: after[0].Type, properties: next });
  return [
    { action: 'Modify', ...identity(stack, logicalId, after[0].Type), replacement: replaced ? 'True' : 'False', scope },
  ];
}

function outputsDiffer(stack: Stack, before: Wish, after: Wish): boolean {
  const outputs = (wish: Wish) => evaluateOutputs(wish, symbolicScope(stack, wish));
  return !isDeepStrictEqual(outputs(before), outputs(after));
}

function added(logicalId: string, definition: ResourceDefinition): Change {
  return { action: 'Add', logicalId, type: definition.Type, scope: [] };
}

function gone(stack: Stack, logicalId: string, previous: Record<string, ResourceDefinition>): Change {
  return { action: 'Remove', ...identity(stack, logicalId, previous[logicalId]?.Type ?? ''), scope: [] };
}

function identity(stack: Stack, logicalId: string, type: string): Pick<Change, 'logicalId' | 'physicalId' | 'type'> {
  const physicalId = stack.resources.get(logicalId)?.physicalId;
  return { logicalId, type, ...(physicalId !== undefined ? { physicalId } : {}) };
}
