import { withProperties } from './package-resources.ts';

/** Resources that act with rights of their own. */
const PRINCIPALS = new Set(['AWS::IAM::Role', 'AWS::IAM::User']);

/**
 * Returns the text of a package's state file with a permissions boundary in every role and user of its template, whatever
 * boundary they had.
 */
export function withBoundary(text: string, policy: string): string {
  return withProperties(text, ['compiledCloudFormationTemplate'], (_id, { type }) =>
    PRINCIPALS.has(type) ? { PermissionsBoundary: policy } : undefined,
  );
}
