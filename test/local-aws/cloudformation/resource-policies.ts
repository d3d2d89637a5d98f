import type { PolicyAction } from '../state/change-sets.ts';
import type { ResourceDefinition } from './template.ts';

/** What the standing template says about a resource that a deploy removes. */
export function policyOnRemoval(standing: ResourceDefinition): PolicyAction {
  const { DeletionPolicy = defaultOf(standing) } = standing;
  // RetainExceptOnCreate lets go of what the same operation made, and of nothing else.
  return DeletionPolicy === 'RetainExceptOnCreate' ? 'Retain' : asPolicy(DeletionPolicy);
}

/** What the standing template says about a resource that another one replaces. */
export function policyOnReplacement({ UpdateReplacePolicy = 'Delete' }: ResourceDefinition): PolicyAction {
  return `ReplaceAnd${asPolicy(UpdateReplacePolicy)}`;
}

/** Databases leave a snapshot if nothing else is said (CloudFormation user guide, DeletionPolicy, "Exception"). */
function defaultOf({ Type, Properties = {} }: ResourceDefinition): string {
  const isAlone = Type === 'AWS::RDS::DBInstance' && Properties['DBClusterIdentifier'] === undefined;
  return Type === 'AWS::RDS::DBCluster' || isAlone ? 'Snapshot' : 'Delete';
}

function asPolicy(text: string): 'Delete' | 'Retain' | 'Snapshot' {
  return text === 'Retain' || text === 'Snapshot' ? text : 'Delete';
}
