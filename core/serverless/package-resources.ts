import { resolveShared } from './shared-objects.ts';

/** A resource of a packaged template, with its properties as they stand, pointers followed. */
export interface PackagedResource {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The template that makes the stack, and the one that updates it. */
export type PackagedTemplate = 'coreCloudFormationTemplate' | 'compiledCloudFormationTemplate';

/**
 * Returns the text of a package's state file with the properties that `change` gives the resources of some of its templates
 * (undefined: they stay). The text is one that `readPackagedService` reads.
 */
export function withProperties(
  text: string,
  templates: readonly PackagedTemplate[],
  change: (id: string, resource: PackagedResource) => Readonly<Record<string, unknown>> | undefined,
): string {
  const root: unknown = JSON.parse(text);
  // All are looked at before one is changed, and a changed one is a copy: resources may point at each other.
  const changes = templates.flatMap((template) => {
    const path = ['service', 'provider', template, 'Resources'];
    const resources = (resolveShared(root, path) ?? {}) as Record<string, unknown>;
    return Object.keys(resources).map((id) => {
      const resource = (resolveShared(root, [...path, id]) ?? {}) as { readonly Type?: string };
      const properties = (resolveShared(root, [...path, id, 'Properties']) ?? {}) as Record<string, unknown>;
      const changed = change(id, { type: resource.Type ?? '', properties });
      return { resources, id, changed: changed && { ...resource, Properties: { ...properties, ...changed } } };
    });
  });
  for (const { resources, id, changed } of changes) {
    if (changed !== undefined) {
      resources[id] = changed;
    }
  }
  return JSON.stringify(root);
}
