import { resolveShared } from './shared-objects.ts';

interface Resource {
  readonly Type?: string;
  Properties?: Record<string, unknown>;
}

/** Resources that act with rights of their own. */
const PRINCIPALS = new Set(['AWS::IAM::Role', 'AWS::IAM::User']);

/**
 * Returns the text of a package's state file with a permissions boundary in every role and user of its template, whatever
 * boundary they had. The text is one that `readPackagedService` reads.
 */
export function withBoundary(text: string, policy: string): string {
  const root: unknown = JSON.parse(text);
  const path = ['service', 'provider', 'compiledCloudFormationTemplate', 'Resources'];
  const resources = (resolveShared(root, path) ?? {}) as Record<string, unknown>;
  for (const id of Object.keys(resources)) {
    const resource = resolveShared(root, [...path, id]) as Resource | undefined;
    if (PRINCIPALS.has(resource?.Type ?? '')) {
      const properties = (resolveShared(root, [...path, id, 'Properties']) ?? {}) as Record<string, unknown>;
      (resource as Resource).Properties = { ...properties, PermissionsBoundary: policy };
    }
  }
  return JSON.stringify(root);
}
