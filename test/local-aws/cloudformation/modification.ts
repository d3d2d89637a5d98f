import { isDeepStrictEqual } from 'node:util';
import type { Change, ChangeDetail } from '../state/change-sets.ts';
import type { StackResource, Wish } from '../state/stacks.ts';
import { type Forecast, replacementBy } from './forecast.ts';
import { evaluate } from './intrinsics.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { recreationOf } from './recreation.ts';
import { policyOnReplacement } from './resource-policies.ts';
import { parameterValue, symbolicScope } from './scope.ts';
import { contextOf, shownText } from './shown-values.ts';
import type { ResourceDefinition } from './template.ts';
import { evaluateWithUses, type Uses } from './uses.ts';

/** A nested stack whose resource says what it said: its template may have become another one. */
const AUTOMATIC: ChangeDetail = {
  attribute: 'Properties',
  recreation: 'Never',
  evaluation: 'Dynamic',
  source: 'Automatic',
};

/** What becomes of a resource that is in both templates, or undefined where nothing does. */
export function modificationOf(
  forecast: Forecast,
  resource: StackResource,
  [old, next]: readonly [ResourceDefinition, ResourceDefinition],
  isAutomatic: boolean,
): Change | undefined {
  const findings = leavesOf(old, next).map((leaf) => findingOf(forecast, next.Type, leaf));
  const tags = tagsDetail(forecast);
  const found = distinct([...findings.flatMap(({ details }) => details), ...tags]);
  const details = found.length === 0 && isAutomatic ? [AUTOMATIC] : found;
  if (details.length === 0) return undefined;
  const valued = [...findings.flatMap(({ valued }) => valued), ...tags];
  const withValues = valued.length === 0 && isAutomatic ? [AUTOMATIC] : valued;
  const replacement = replacementBy(details);
  return {
    action: 'Modify',
    logicalId: resource.logicalId,
    ...(resource.physicalId === undefined ? {} : { physicalId: resource.physicalId }),
    type: next.Type,
    replacement,
    ...(replacement === 'True' ? { policyAction: policyOnReplacement(old) } : {}),
    scope: [...new Set(details.map(({ attribute }) => attribute))],
    details,
    ...(withValues.length === 0
      ? {}
      : {
          values: {
            details: withValues,
            before: contextOf(old, forecast.present(true)),
            after: contextOf(next, forecast.future(true)),
          },
        }),
  };
}

interface Finding {
  readonly details: readonly ChangeDetail[];
  /** The same with values; none where the value stays. */
  readonly valued: readonly ChangeDetail[];
}

/** What changes at one place, as AWS tells it (user guide, "Example change sets"). */
function findingOf(forecast: Forecast, type: string, leaf: Leaf): Finding {
  const { stack, before = forecast.wish, wish } = forecast;
  const { attribute, name } = leaf;
  const old = evaluate(leaf.before, symbolicScope(stack, before));
  const { value, uses } = evaluateWithUses(leaf.after, symbolicScope(stack, wish));
  const isChanged = !isDeepStrictEqual(old, value);
  const target = {
    attribute,
    ...(name === undefined ? {} : { name }),
    recreation: name === undefined ? ('Never' as const) : recreationOf(type, name),
  };
  const causes = causesOf(forecast, uses, isChanged).map((cause) => ({ ...target, ...cause }));
  const isCaused = causes.some(({ evaluation }) => evaluation === 'Static');
  const direct: ChangeDetail = {
    ...target,
    evaluation: isCaused ? 'Dynamic' : 'Static',
    source: 'DirectModification',
  };
  const details = [...(isChanged ? [direct] : []), ...causes];
  const values = valuesOf(forecast, leaf);
  if (values === undefined) return { details, valued: [] };
  // With values, what is caused by a resource is told of as a modification too.
  const all = isChanged ? details : [{ ...direct, evaluation: 'Dynamic' as const }, ...causes];
  return { details, valued: all.map((detail) => ({ ...detail, ...values })) };
}

type Cause = Pick<ChangeDetail, 'evaluation' | 'source' | 'causedBy'>;

function causesOf(forecast: Forecast, uses: Uses, isChanged: boolean): Cause[] {
  const { before, wish } = forecast;
  const hasOtherValue = (name: string) =>
    before === undefined || !isDeepStrictEqual(parameterValue(before, name), parameterValue(wish, name));
  const parameters = isChanged ? [...uses.parameters].filter(hasOtherValue) : [];
  return [
    ...parameters.map((name): Cause => ({ evaluation: 'Static', source: 'ParameterReference', causedBy: name })),
    ...[...uses.references].flatMap((id) => causeBy(forecast, 'ResourceReference', id, id)),
    ...[...uses.attributes].flatMap((one) =>
      causeBy(forecast, 'ResourceAttribute', one.slice(0, one.indexOf('.')), one),
    ),
  ];
}

/** An id is another one once the resource is; an attribute may be another one with every change of it. */
function causeBy(forecast: Forecast, source: Cause['source'], logicalId: string, causedBy: string): Cause[] {
  switch (forecast.fateOf(logicalId)) {
    case 'added':
    case 'replaced':
      return [{ evaluation: 'Static', source, causedBy }];
    case 'perhaps replaced':
      return [{ evaluation: 'Dynamic', source, causedBy }];
    case 'modified':
      return source === 'ResourceAttribute' ? [{ evaluation: 'Dynamic', source, causedBy }] : [];
    default:
      return [];
  }
}

/** Path and values of a place whose value becomes another one; undefined where it stays. */
function valuesOf(
  forecast: Forecast,
  leaf: Leaf,
): Pick<ChangeDetail, 'path' | 'before' | 'after' | 'changeType'> | undefined {
  const textsOf = (shown: boolean) => [
    shownText(leaf.before, forecast.present(shown)),
    shownText(leaf.after, forecast.future(shown)),
  ];
  const [old, next] = textsOf(false);
  if (old === next) return undefined;
  const [before, after] = textsOf(true);
  return {
    path: leaf.path,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    changeType: before === undefined ? 'Add' : after === undefined ? 'Remove' : 'Modify',
  };
}

/** Tags of the stack reach its resources. */
function tagsDetail({ before, wish }: Forecast): ChangeDetail[] {
  const old: Wish['tags'] = before?.tags ?? wish.tags;
  if (isDeepStrictEqual(old, wish.tags)) return [];
  return [{ attribute: 'Tags', recreation: 'Never', evaluation: 'Static', source: 'DirectModification' }];
}

function distinct(details: readonly ChangeDetail[]): ChangeDetail[] {
  return [...new Map(details.map((detail) => [JSON.stringify(detail), detail])).values()];
}
