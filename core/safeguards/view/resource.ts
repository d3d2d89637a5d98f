/** A resource of a template that is checked. */
export interface CheckedResource {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** File of the nested template that it is in; absent in the service's own. */
  readonly template?: string;
}

/** Returns the resources of a template; what is no resource is left out. */
export function resourcesOf(template: unknown, file?: string): CheckedResource[] {
  const resources = recordOf(recordOf(template)['Resources']);
  return Object.entries(resources).flatMap(([id, resource]) => {
    const { Type: type, Properties: properties } = recordOf(resource);
    const in_ = file === undefined ? {} : { template: file };
    return typeof type === 'string' ? [{ id, type, properties: recordOf(properties), ...in_ }] : [];
  });
}

/** Returns a mapping as it is, and an empty one for anything else. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
