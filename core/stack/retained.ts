/** A resource as far as its removal is of interest. */
interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
  readonly status: string;
}

/**
 * Returns the resources that would be left behind by the removal of a stack: those that CloudFormation kept already, and
 * those whose DeletionPolicy in the template (as text; undefined where it may not be read) says so.
 */
export function retainedResources<One extends Resource>(
  resources: readonly One[],
  template: string | undefined,
): One[] {
  const policies = policiesOf(template);
  return resources.filter(
    ({ logicalId, physicalId, status }) =>
      status === 'DELETE_SKIPPED' ||
      (status !== 'DELETE_COMPLETE' && physicalId !== '' && /^(Retain|Snapshot)/.test(policies[logicalId] ?? '')),
  );
}

function policiesOf(template: string | undefined): Readonly<Record<string, string>> {
  try {
    const { Resources = {} } = JSON.parse(template ?? '{}') as {
      Resources?: Record<string, { DeletionPolicy?: string }>;
    };
    return Object.fromEntries(Object.entries(Resources).map(([id, { DeletionPolicy = '' }]) => [id, DeletionPolicy]));
  } catch {
    // A template in YAML is nobody's that the Serverless Framework made.
    return {};
  }
}
