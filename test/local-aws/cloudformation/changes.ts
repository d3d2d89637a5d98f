import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../state/change-sets.ts';
import type { Stack, Wish } from '../state/stacks.ts';
import type { World } from '../world.ts';
import { createForecast, type Forecast } from './forecast.ts';
import { evaluate, isUnknown } from './intrinsics.ts';
import { modificationOf } from './modification.ts';
import { orderResources } from './order.ts';
import { policyOnRemoval } from './resource-policies.ts';
import { activeResources, evaluateOutputs, parameterValue, symbolicScope } from './scope.ts';
import { contextOf } from './shown-values.ts';
import type { ResourceDefinition } from './template.ts';
import { parametersOfCondition } from './uses.ts';

export interface Difference {
  /** By logical id. */
  changes: Change[];
  /** Outputs or their exports differ: such a change set has no changes and can be executed all the same. */
  outputs: boolean;
}

/** What becomes of a nested stack, by its resource's properties as they will be. */
export type AskNested = (
  logicalId: string,
  properties: Record<string, unknown>,
  physicalId: string | undefined,
) => { changeSetId?: string; isEmpty: boolean };

const NESTED = 'AWS::CloudFormation::Stack';

/**
 * What a wish changes in a stack; a stack that has no resources yet gets only additions. A nested stack that nobody can be asked about
 * counts as changed, as its template may have become another one.
 */
export function compareWish(world: World, stack: Stack, wish: Wish, askNested?: AskNested): Difference {
  const before = stack.wish;
  const previous = before ? activeResources(stack, before) : {};
  const open = openResources(stack, wish);
  const next = { ...activeResources(stack, wish), ...open };
  const forecast = createForecast(world, stack, wish);
  const changes: Change[] = [];
  for (const logicalId of orderResources(next).keys()) {
    const sides = [previous[logicalId], next[logicalId] as ResourceDefinition] as const;
    const change =
      logicalId in open ? dynamic(stack, logicalId, sides[1]) : changeOf(forecast, logicalId, sides, askNested);
    if (change === undefined) continue;
    changes.push(change);
    forecast.note(change);
  }
  const removed = Object.entries(previous).filter(([logicalId]) => !(logicalId in next));
  changes.push(...removed.map(([logicalId, definition]) => gone(forecast, logicalId, definition)));
  return {
    changes: changes.sort((one, other) => (one.logicalId < other.logicalId ? -1 : 1)),
    outputs: before !== undefined && outputsDiffer(stack, before, wish),
  };
}

function changeOf(
  forecast: Forecast,
  logicalId: string,
  [old, next]: readonly [ResourceDefinition | undefined, ResourceDefinition],
  askNested: AskNested | undefined,
): Change | undefined {
  const standing = old && forecast.stack.resources.get(logicalId);
  const resource = standing?.physicalId === undefined ? undefined : standing;
  const properties = () => (evaluate(next.Properties ?? {}, forecast.future()) ?? {}) as Record<string, unknown>;
  const nested = next.Type === NESTED ? askNested?.(logicalId, properties(), resource?.physicalId) : undefined;
  const isAutomatic = next.Type === NESTED && nested?.isEmpty !== true;
  const change =
    old && resource ? modificationOf(forecast, resource, [old, next], isAutomatic) : added(forecast, logicalId, next);
  // What only may change the properties of a nested stack does not count once its own change set says that nothing changes in it.
  if (nested?.isEmpty && change?.details.every(({ evaluation }) => evaluation === 'Dynamic')) return undefined;
  return change && nested?.changeSetId !== undefined ? { ...change, changeSetId: nested.changeSetId } : change;
}

function added(forecast: Forecast, logicalId: string, definition: ResourceDefinition): Change {
  const after = contextOf(definition, forecast.future(true));
  return { action: 'Add', logicalId, type: definition.Type, scope: [], details: [], values: { details: [], after } };
}

function gone(forecast: Forecast, logicalId: string, definition: ResourceDefinition): Change {
  return {
    action: 'Remove',
    ...identity(forecast.stack, logicalId, definition.Type),
    policyAction: policyOnRemoval(definition),
    scope: [],
    details: [],
    values: { details: [], before: contextOf(definition, forecast.present(true)) },
  };
}

function dynamic(stack: Stack, logicalId: string, { Type }: ResourceDefinition): Change {
  return { action: 'Dynamic', ...identity(stack, logicalId, Type), scope: [], details: [], values: { details: [] } };
}

function identity(stack: Stack, logicalId: string, type: string): Pick<Change, 'logicalId' | 'physicalId' | 'type'> {
  const physicalId = stack.resources.get(logicalId)?.physicalId;
  return { logicalId, type, ...(physicalId !== undefined ? { physicalId } : {}) };
}

/** Resources whose condition looks at a parameter that only the deployment knows. */
function openResources(stack: Stack, wish: Wish): Record<string, ResourceDefinition> {
  const scope = symbolicScope(stack, wish);
  const isOpen = (condition: string) =>
    [...parametersOfCondition(condition, scope)].some((name) => [parameterValue(wish, name)].flat().some(isUnknown));
  return Object.fromEntries(
    Object.entries(wish.template.Resources).filter(([, { Condition }]) => Condition !== undefined && isOpen(Condition)),
  );
}

function outputsDiffer(stack: Stack, before: Wish, after: Wish): boolean {
  const outputs = (wish: Wish) => evaluateOutputs(wish, symbolicScope(stack, wish));
  return !isDeepStrictEqual(outputs(before), outputs(after));
}
