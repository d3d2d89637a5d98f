/** A resource of a template that is checked. */
export interface CheckedResource {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Name of the condition under which it is there; absent for always. */
  readonly condition?: string;
  /** File of the nested template that it is in; absent in the service's own. */
  readonly template?: string;
}

/** Returns the resources of a template; what is no resource is left out. */
export function resourcesOf(template: unknown, file?: string): CheckedResource[] {
  const resources = recordOf(recordOf(template)['Resources']);
  return Object.entries(resources).flatMap(([id, resource]) => {
    const { Type: type, Properties: properties, Condition: condition } = recordOf(resource);
    const more = {
      ...(file === undefined ? {} : { template: file }),
      ...(typeof condition === 'string' ? { condition } : {}),
    };
    return typeof type === 'string' ? [{ id, type, properties: recordOf(properties), ...more }] : [];
  });
}

/** Returns a mapping as it is, and an empty one for anything else. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

/** Whether a resource is there whenever another one is. */
export function standsWith(one: CheckedResource, other: CheckedResource): boolean {
  return one.template === other.template && (one.condition === undefined || one.condition === other.condition);
}
