import { partitionOf } from '../aws/region.ts';

/** A CloudFormation stack as we look at it. */
export interface StackView {
  readonly name: string;
  /** ARN. */
  readonly id: string;
  readonly status: string;
  readonly reason?: string;
  /** CreationTime, in ISO 8601. */
  readonly created: string;
  /** Time of the last executed operation, in ISO 8601: LastUpdatedTime, else CreationTime. */
  readonly changed: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Values that it exports, by the names of the exports. */
  readonly exports: Readonly<Record<string, string>>;
  /** Ids of outputs that CloudFormation does not give back (core/stack/output-text.ts); absent if there are none. */
  readonly lostOutputs?: readonly string[];
  /** The same by the names of exports. */
  readonly lostExports?: readonly string[];
  /** Whether termination protection keeps it from being deleted. */
  readonly isProtected: boolean;
  /** Value of the tag STAGE, which the Serverless Framework gives every stack; absent where there is none. */
  readonly stage?: string;
}

/** Returns the outputs of a stack without those that CloudFormation does not give back. */
export function outputsGivenBack({ outputs, lostOutputs = [] }: StackView): Record<string, string> {
  return Object.fromEntries(Object.entries(outputs).filter(([id]) => !lostOutputs.includes(id)));
}

/** Every status that a stack can have (CloudFormation API reference, Stack, StackStatus). */
export const STACK_STATUSES = [
  'CREATE_IN_PROGRESS',
  'CREATE_FAILED',
  'CREATE_COMPLETE',
  'ROLLBACK_IN_PROGRESS',
  'ROLLBACK_FAILED',
  'ROLLBACK_COMPLETE',
  'DELETE_IN_PROGRESS',
  'DELETE_FAILED',
  'DELETE_COMPLETE',
  'UPDATE_IN_PROGRESS',
  'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
  'UPDATE_COMPLETE',
  'UPDATE_FAILED',
  'UPDATE_ROLLBACK_IN_PROGRESS',
  'UPDATE_ROLLBACK_FAILED',
  'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
  'UPDATE_ROLLBACK_COMPLETE',
  'REVIEW_IN_PROGRESS',
  'IMPORT_IN_PROGRESS',
  'IMPORT_COMPLETE',
  'IMPORT_ROLLBACK_IN_PROGRESS',
  'IMPORT_ROLLBACK_FAILED',
  'IMPORT_ROLLBACK_COMPLETE',
] as const;

export type StackStatus = (typeof STACK_STATUSES)[number];

/** Where a person sees a stack in AWS's console, by its ARN. */
export function consoleUrl(id: string): string {
  const region = id.split(':')[3] ?? '';
  return `${consoleOf(region)}#/stacks/events?stackId=${encodeURIComponent(id)}`;
}

/** Where a person sees a stack in AWS's console of which only the name is known. */
export function stacksUrl(region: string, name: string): string {
  return `${consoleOf(region)}#/stacks?filteringText=${encodeURIComponent(name)}`;
}

function consoleOf(region: string): string {
  const hosts: Readonly<Record<string, string>> = { 'aws-cn': 'amazonaws.cn', 'aws-us-gov': 'amazonaws-us-gov.com' };
  const host = [region, 'console', hosts[partitionOf(region)] ?? 'aws.amazon.com'].join('.');
  return `https://${host}/cloudformation/home?region=${region}`;
}

/** Whether a stack stays in this status until somebody does something. */
export function isTerminal(status: string): boolean {
  return !status.endsWith('_IN_PROGRESS') || status === 'REVIEW_IN_PROGRESS';
}

/** Whether a status is the good end of a create, update or import. */
export function isSuccess(status: string): boolean {
  return status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE' || status === 'IMPORT_COMPLETE';
}

/**
 * Whether a stack without the tag STAGE may be a stage's all the same: one that is nothing but a change set may not have its
 * tags yet, so its name has to hold the stage.
 */
export function isUntaggedChangeSet({ status, stage, name }: StackView, of: string): boolean {
  return stage === undefined && status === 'REVIEW_IN_PROGRESS' && name.endsWith(`-${of}`);
}
