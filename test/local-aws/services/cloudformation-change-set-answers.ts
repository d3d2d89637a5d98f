import { isUnknown } from '../cloudformation/intrinsics.ts';
import { parameterValue } from '../cloudformation/scope.ts';
import { KNOWN_AFTER_APPLY } from '../cloudformation/shown-values.ts';
import { pageOf } from '../protocol/paging.ts';
import type { Change, ChangeDetail, ChangeSet } from '../state/change-sets.ts';
import type { Stack, Wish } from '../state/stacks.ts';

/** Changes that an answer has at most. */
const PAGE = 100;

/** What DescribeChangeSet answers; a change set that is not made yet has no changes. */
export function describeChangeSet(
  stack: Stack,
  changeSet: ChangeSet,
  { token, hasValues }: { token: string | undefined; hasValues: boolean },
): Record<string, unknown> {
  const { wish, onFailure, status } = changeSet;
  const isMade = status === 'CREATE_COMPLETE' || status === 'FAILED';
  // What has no other value is left out where values are asked for (seen on AWS).
  const changes = changeSet.changes.filter(({ values }) => isMade && (!hasValues || values !== undefined));
  const page = pageOf(changes, token, PAGE);
  const parameters = renderParameters(wish);
  return {
    ...summarizeChangeSet(stack, changeSet),
    ...(parameters.length > 0 ? { Parameters: parameters } : {}),
    NotificationARNs: wish.notificationArns,
    RollbackConfiguration: {},
    Capabilities: wish.capabilities,
    Tags: Object.entries(wish.tags).map(([Key, Value]) => ({ Key, Value })),
    Changes: page.items.map((change) => renderChange(change, hasValues)),
    OnStackFailure: onFailure,
    NextToken: page.nextToken,
  };
}

/** A change set among those of its stack. */
export function summarizeChangeSet(stack: Stack, changeSet: ChangeSet): Record<string, unknown> {
  return {
    StackId: stack.id,
    StackName: stack.name,
    ChangeSetId: changeSet.id,
    ChangeSetName: changeSet.name,
    ExecutionStatus: changeSet.executionStatus,
    Status: changeSet.status,
    StatusReason: changeSet.reason,
    CreationTime: new Date(changeSet.createdAt).toISOString(),
    Description: changeSet.description,
    IncludeNestedStacks: changeSet.includesNested,
    ParentChangeSetId: changeSet.parentId,
    RootChangeSetId: changeSet.rootId,
  };
}

function renderParameters({ resolved, ...wish }: Wish): Record<string, string | undefined>[] {
  return Object.entries(wish.template.Parameters ?? {}).map(([ParameterKey, { NoEcho }]) => {
    const value = String(parameterValue(wish, ParameterKey) ?? '');
    const shown = isUnknown(value) ? KNOWN_AFTER_APPLY : value;
    return {
      ParameterKey,
      ParameterValue: String(NoEcho) === 'true' ? '****' : shown,
      ResolvedValue: resolved?.[ParameterKey],
    };
  });
}

function renderChange(change: Change, hasValues: boolean): Record<string, unknown> {
  const values = hasValues ? change.values : undefined;
  return {
    Type: 'Resource',
    ResourceChange: {
      PolicyAction: change.policyAction,
      Action: change.action,
      LogicalResourceId: change.logicalId,
      PhysicalResourceId: change.physicalId,
      ResourceType: change.type,
      Replacement: change.replacement,
      Scope: change.scope,
      Details: (values?.details ?? change.details).map(renderDetail),
      ChangeSetId: change.changeSetId,
      BeforeContext: values?.before,
      AfterContext: values?.after,
    },
  };
}

function renderDetail(detail: ChangeDetail): Record<string, unknown> {
  return {
    Target: {
      Attribute: detail.attribute,
      Name: detail.name,
      RequiresRecreation: detail.recreation,
      Path: detail.path,
      BeforeValue: detail.before,
      AfterValue: detail.after,
      AttributeChangeType: detail.changeType,
    },
    Evaluation: detail.evaluation,
    ChangeSource: detail.source,
    CausingEntity: detail.causedBy,
  };
}
