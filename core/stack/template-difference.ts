import { type StackChange, stackChange } from './change-table.ts';
import { comparable } from './template.ts';

type Resources = Readonly<Record<string, { readonly Type?: unknown; readonly Properties?: unknown } | undefined>>;

/**
 * Returns what differs between two templates of a stack, resource by resource, by their texts alone: whether a change replaces a
 * resource is CloudFormation's to say, but for one of another type. `above` are the logical ids of the nested stacks that they are of.
 */
export function templateChanges(before: Resources, after: Resources, above?: string): StackChange[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return ids.flatMap((logicalId) => {
    const [old, next] = [before[logicalId], after[logicalId]];
    const type = String((next ?? old)?.Type ?? '');
    if (old === undefined || next === undefined) {
      return [
        stackChange(
          { action: old === undefined ? 'Add' : 'Remove', logicalId, type, properties: [], ...policyOf(old) },
          above,
        ),
      ];
    }
    if (comparable(old) === comparable(next)) {
      return [];
    }
    const replacement = old.Type === next.Type ? {} : { replacement: 'True' };
    return [
      stackChange(
        { action: 'Modify', logicalId, type, properties: changedKeys(old.Properties, next.Properties), ...replacement },
        above,
      ),
    ];
  });
}

/** A resource that goes stays in the account if its policy says so. */
function policyOf(resource: unknown): { readonly policyAction?: string } {
  const policy = (resource as { readonly DeletionPolicy?: unknown } | undefined)?.DeletionPolicy;
  return policy === 'Retain' ? { policyAction: 'Retain' } : {};
}

function changedKeys(before: unknown, after: unknown): string[] {
  const [old, next] = [before ?? {}, after ?? {}] as [Record<string, unknown>, Record<string, unknown>];
  const names = [...new Set([...Object.keys(old), ...Object.keys(next)])];
  return names.filter((name) => comparable(old[name]) !== comparable(next[name]));
}
