import { AwsError } from '../protocol/service.ts';
import type { ResourceDefinition } from './template.ts';

type Definitions = Readonly<Record<string, ResourceDefinition>>;

/** The logical ids in an order that creates everything before what refers to it, each with the ids it waits for. */
export function orderResources(definitions: Definitions): Map<string, string[]> {
  const waits = new Map(Object.entries(definitions).map(([id, one]) => [id, dependenciesOf(one, definitions)]));
  const ordered = new Map<string, string[]>();
  let left = [...waits.keys()];
  while (left.length > 0) {
    const ready = left.filter((id) => waits.get(id)?.every((other) => ordered.has(other)));
    if (ready.length === 0) {
      throw new AwsError('ValidationError', `Circular dependency between resources: [${left.join(', ')}]`);
    }
    for (const id of ready) ordered.set(id, waits.get(id) ?? []);
    left = left.filter((id) => !ordered.has(id));
  }
  return ordered;
}

function dependenciesOf(definition: ResourceDefinition, definitions: Definitions): string[] {
  const found = new Set([definition.DependsOn ?? []].flat());
  collectReferences(definition.Properties, found);
  return [...found].filter((id) => id in definitions);
}

/** Adds every logical id or parameter name that Ref, Fn::GetAtt and Fn::Sub name anywhere in the value. */
export function collectReferences(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const entry of value) collectReferences(entry, found);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, entry] of Object.entries(value)) {
    if (key === 'Ref') found.add(String(entry));
    else if (key === 'Fn::GetAtt')
      found.add(Array.isArray(entry) ? String(entry[0]) : (String(entry).split('.')[0] ?? ''));
    else if (key === 'Fn::Sub') collectSubstitutions(entry, found);
    else collectReferences(entry, found);
  }
}

function collectSubstitutions(argument: unknown, found: Set<string>): void {
  const [template, variables = {}] = Array.isArray(argument) ? argument : [argument];
  for (const match of String(template).matchAll(/\$\{([^!}][^}]*)\}/g)) {
    const name = (match[1] ?? '').trim();
    const first = name.split('.')[0] ?? '';
    if (!(name in (variables as object))) found.add(first);
  }
  collectReferences(variables, found);
}
