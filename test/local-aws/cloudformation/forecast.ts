import type { Change, ChangeDetail, Replacement } from '../state/change-sets.ts';
import type { Stack, Wish } from '../state/stacks.ts';
import type { World } from '../world.ts';
import { exportedValue } from './exports.ts';
import { type EvaluationScope, unknownValue } from './intrinsics.ts';
import { attributeOf, symbolicScope } from './scope.ts';

/** What becomes of a resource, as far as others that refer to it are concerned. */
export type Fate = 'added' | 'replaced' | 'perhaps replaced' | 'modified';

/** What is known, while a change set is made, of how a stack will be. */
export interface Forecast {
  readonly stack: Stack;
  /** Absent where the stack has only change sets. */
  readonly before?: Wish;
  readonly wish: Wish;
  /** Undefined for what stays as it is. Resources are noted before those that refer to them. */
  fateOf(logicalId: string): Fate | undefined;
  note(change: Change): void;
  /** Values as they stand; NoEcho parameters are masked where they are to be shown. */
  present(shown?: boolean): EvaluationScope;
  /** Values as they will be; what only the deployment knows stays a mark. */
  future(shown?: boolean): EvaluationScope;
}

/** A forecast without any change yet. */
export function createForecast(world: World, stack: Stack, wish: Wish): Forecast {
  const fates = new Map<string, Fate>();
  // A change without another value is none for the values of others.
  const valued = new Map<string, Fate>();
  const none = new Map<string, Fate>();
  return {
    stack,
    ...(stack.wish ? { before: stack.wish } : {}),
    wish,
    fateOf: (logicalId) => fates.get(logicalId),
    note: (change) => {
      const { action, logicalId, details, values } = change;
      if (action === 'Remove') return;
      const fateBy = (reasons: readonly ChangeDetail[]): Fate => {
        if (action !== 'Modify') return action === 'Add' ? 'added' : 'perhaps replaced';
        return FATES[replacementBy(reasons)];
      };
      fates.set(logicalId, fateBy(details));
      if (values) valued.set(logicalId, fateBy(values.details));
    },
    present: (shown = false) => knownScope(world, stack, stack.wish ?? wish, none, shown),
    future: (shown = false) => knownScope(world, stack, wish, valued, shown),
  };
}

const FATES = { True: 'replaced', Conditional: 'perhaps replaced', False: 'modified' } as const;

/** Whether the reasons of a change replace the resource (API reference, ResourceChange, Replacement). */
export function replacementBy(details: readonly ChangeDetail[]): Replacement {
  if (details.some(({ recreation, evaluation }) => recreation === 'Always' && evaluation === 'Static')) return 'True';
  return details.some(({ recreation }) => recreation !== 'Never') ? 'Conditional' : 'False';
}

function knownScope(
  world: World,
  stack: Stack,
  wish: Wish,
  fates: ReadonlyMap<string, Fate>,
  shown: boolean,
): EvaluationScope {
  const symbolic = symbolicScope(stack, wish);
  const standing = (logicalId: string) => {
    const fate = fates.get(logicalId);
    return fate === undefined || fate === 'modified' ? stack.resources.get(logicalId) : undefined;
  };
  return {
    ...symbolic,
    parameter: (name) => {
      const { NoEcho } = wish.template.Parameters?.[name] ?? {};
      return shown && String(NoEcho) === 'true' ? '****' : symbolic.parameter(name);
    },
    reference: (logicalId) => standing(logicalId)?.physicalId ?? symbolic.reference(logicalId),
    attribute: (logicalId, name) => {
      const resource = standing(logicalId);
      // Outputs of a nested stack that changes are not looked ahead to.
      const isOpen = fates.has(logicalId) && name.startsWith('Outputs.');
      if (resource?.physicalId === undefined || isOpen) return symbolic.attribute(logicalId, name);
      return orUnknown(() => attributeOf(resource, name), `GetAtt ${logicalId}.${name}`);
    },
    importValue: (name) => String(orUnknown(() => exportedValue(world, stack, name), `ImportValue ${name}`)),
  };
}

function orUnknown(read: () => unknown, what: string): unknown {
  try {
    return read();
  } catch {
    return unknownValue(what);
  }
}
