import type { Stack, StackEvent, StackResource } from '../state/stacks.ts';

const dateOf = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());

export function renderStack(stack: Stack): Record<string, unknown> {
  const wish = stack.wish ?? [...stack.changeSets.values()].at(-1)?.wish;
  return {
    StackId: stack.id,
    StackName: stack.name,
    Description: wish?.template.Description,
    Parameters: renderParameters(stack),
    CreationTime: dateOf(stack.createdAt),
    DeletionTime: dateOf(stack.deletedAt),
    LastUpdatedTime: dateOf(stack.updatedAt),
    RollbackConfiguration: {},
    StackStatus: stack.status,
    StackStatusReason: stack.reason,
    DisableRollback: stack.disableRollback,
    NotificationARNs: wish?.notificationArns ?? [],
    Capabilities: wish?.capabilities ?? [],
    Outputs: stack.outputs.map(({ key, value, description, exportName }) => ({
      OutputKey: key,
      OutputValue: asciiOnly(value),
      Description: description === undefined ? undefined : asciiOnly(description),
      ExportName: exportName,
    })),
    RoleARN: wish?.roleArn,
    Tags: Object.entries(wish?.tags ?? {}).map(([Key, Value]) => ({ Key, Value })),
    EnableTerminationProtection: stack.terminationProtection,
    ParentId: stack.parentId,
    RootId: stack.rootId,
    DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
  };
}

function renderParameters({ wish }: Stack): Record<string, string | undefined>[] {
  return Object.entries(wish?.template.Parameters ?? {}).map(([ParameterKey, { Default, NoEcho }]) => ({
    ParameterKey,
    ParameterValue: String(NoEcho) === 'true' ? '****' : String(wish?.parameters[ParameterKey] ?? Default ?? ''),
    ResolvedValue: wish?.resolved?.[ParameterKey],
  }));
}

export function summarizeStack(stack: Stack): Record<string, unknown> {
  return {
    StackId: stack.id,
    StackName: stack.name,
    TemplateDescription: stack.wish?.template.Description,
    CreationTime: dateOf(stack.createdAt),
    LastUpdatedTime: dateOf(stack.updatedAt),
    DeletionTime: dateOf(stack.deletedAt),
    StackStatus: stack.status,
    StackStatusReason: stack.reason,
    ParentId: stack.parentId,
    RootId: stack.rootId,
    DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
  };
}

export function renderEvent(stack: Stack, event: StackEvent): Record<string, unknown> {
  return {
    StackId: stack.id,
    EventId: event.id,
    StackName: stack.name,
    LogicalResourceId: event.logicalId,
    PhysicalResourceId: event.physicalId,
    ResourceType: event.type,
    Timestamp: dateOf(event.at),
    ResourceStatus: event.status,
    ResourceStatusReason: event.reason,
    ResourceProperties: event.properties,
    ClientRequestToken: event.token,
  };
}

export function renderResource(stack: Stack, resource: StackResource) {
  return {
    StackName: stack.name,
    StackId: stack.id,
    LogicalResourceId: resource.logicalId,
    PhysicalResourceId: resource.physicalId,
    ResourceType: resource.type,
    Timestamp: dateOf(resource.updatedAt),
    ResourceStatus: resource.status,
    ResourceStatusReason: resource.reason,
    DriftInformation: { StackResourceDriftStatus: 'NOT_CHECKED' },
  };
}

/** What is not ASCII comes back as question marks: of templates, outputs and exports (seen on AWS). */
export function asciiOnly(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, '?');
}
