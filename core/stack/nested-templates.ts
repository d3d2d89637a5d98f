/** Type of a nested stack. */
export const NESTED_STACK = 'AWS::CloudFormation::Stack';

/** A template of the package for a nested stack, as a plugin wrote it. */
export interface NestedTemplate {
  /** Name of its file. */
  readonly name: string;
  readonly template: Readonly<Record<string, unknown>>;
}

interface Resource {
  readonly Type?: unknown;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** Returns the nested stacks of a template, by logical id. */
export function nestedStacks(template: Readonly<Record<string, unknown>>): [id: string, resource: Resource][] {
  const resources = (template['Resources'] ?? {}) as Readonly<Record<string, Resource>>;
  return Object.entries(resources).filter(([, resource]) => resource?.Type === NESTED_STACK);
}

/**
 * Returns which of these files a nested stack is made of: the address that a package gives one ends in the name of its file, as a
 * text or as the last part of a join. Undefined for none of them.
 */
export function templateFileOf({ Properties: properties }: Resource, names: readonly string[]): string | undefined {
  const address = lastText(properties?.['TemplateURL']);
  return names.find((name) => address === name || address.endsWith(`/${name}`));
}

/** Returns a template whose nested stacks read the files of these names from where `urlOf` says. */
export function withTemplateUrls(
  template: Readonly<Record<string, unknown>>,
  names: readonly string[],
  urlOf: (name: string) => string,
): Readonly<Record<string, unknown>> {
  const changed = nestedStacks(template).flatMap(([id, resource]): [string, Resource][] => {
    const name = templateFileOf(resource, names);
    return name === undefined
      ? []
      : [[id, { ...resource, Properties: { ...resource.Properties, TemplateURL: urlOf(name) } }]];
  });
  const resources = template['Resources'] as Readonly<Record<string, unknown>> | undefined;
  return changed.length === 0 ? template : { ...template, Resources: { ...resources, ...Object.fromEntries(changed) } };
}

function lastText(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  const last = typeof value === 'object' && value !== null ? Object.values(value).at(-1) : undefined;
  return last === undefined ? '' : lastText(last);
}
