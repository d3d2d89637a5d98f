import type { Template } from '../cloudformation/template.ts';
import type { ChangeSet } from './change-sets.ts';
import type { Place } from './place.ts';

export interface StackResource {
  logicalId: string;
  physicalId?: string;
  type: string;
  status: string;
  reason?: string;
  updatedAt: number;
  /** Properties with every intrinsic resolved, as they were last applied. */
  properties: Record<string, unknown>;
  /** What Fn::GetAtt reads. */
  attributes: Record<string, unknown>;
  deletionPolicy?: string;
  updateReplacePolicy?: string;
  metadata?: unknown;
}

export interface StackEvent {
  id: string;
  at: number;
  logicalId: string;
  physicalId: string;
  type: string;
  status: string;
  reason?: string;
  token?: string;
  properties?: string;
}

export interface StackOutput {
  key: string;
  value: string;
  description?: string;
  exportName?: string;
}

/** What an operation is asked to bring a stack to. */
export interface Wish {
  template: Template;
  templateBody: string;
  parameters: Record<string, string>;
  /** What the parameters of the Parameter Store's types named when the wish was made. */
  resolved?: Record<string, string>;
  tags: Record<string, string>;
  capabilities: string[];
  notificationArns: string[];
  roleArn?: string;
}

/** What a failed update goes back to. */
export interface Snapshot {
  wish?: Wish;
  imports: Map<string, string>;
  resources: Map<string, StackResource>;
}

export interface Stack extends Place {
  name: string;
  id: string;
  createdAt: number;
  updatedAt?: number;
  /** When its deletion began, whatever became of that. */
  deletedAt?: number;
  status: string;
  reason?: string;
  /** What the stack was last brought to, or is on its way to; absent while it has only a change set. */
  wish?: Wish;
  /** Access key of who began its last operation: CloudFormation acts with its rights. */
  callerKey?: string;
  disableRollback: boolean;
  terminationProtection: boolean;
  policy?: string;
  outputs: StackOutput[];
  /** Names and values of the exports it imports. */
  imports: Map<string, string>;
  resources: Map<string, StackResource>;
  /** Oldest first. */
  events: StackEvent[];
  /** By name. */
  changeSets: Map<string, ChangeSet>;
  /** Nested stacks in review that the change set which is being executed made, by logical id: they are what is created. */
  reviewed?: Map<string, string>;
  snapshot?: Snapshot;
  parentId?: string;
  /** The stack that no other one holds; absent where the stack is that itself. */
  rootId?: string;
}

export interface StackStore {
  /** Deleted ones too, for 90 days. */
  list(account?: string, region?: string): Stack[];
  /** By ARN, deleted ones too; by name, living ones only. */
  find(nameOrArn: string, place?: Place): Stack | undefined;
  add(stack: Stack): Stack;
  /** Forces a state, for tests. */
  setStatus(nameOrArn: string, status: string, reason?: string): void;
}

/** How long CloudFormation remembers a deleted stack (API reference, ListStacks), in milliseconds. */
const MEMORY = 90 * 86_400_000;

export function createStackStore(now: () => number): StackStore {
  const stacks: Stack[] = [];
  const isForgotten = ({ status, deletedAt }: Stack) =>
    status === 'DELETE_COMPLETE' && deletedAt !== undefined && deletedAt + MEMORY <= now();
  const find = (nameOrArn: string, place?: Place) =>
    stacks.find((stack) => {
      if (isForgotten(stack)) return false;
      if (place && (stack.account !== place.account || stack.region !== place.region)) return false;
      return stack.id === nameOrArn || (stack.name === nameOrArn && stack.status !== 'DELETE_COMPLETE');
    });
  return {
    list: (account, region) =>
      stacks.filter((s) => !isForgotten(s) && (!account || s.account === account) && (!region || s.region === region)),
    find,
    add: (stack) => {
      stacks.push(stack);
      return stack;
    },
    setStatus: (nameOrArn, status, reason) => {
      const stack = find(nameOrArn);
      if (!stack) throw new Error(`there is no stack ${nameOrArn}`);
      stack.status = status;
      delete stack.reason;
      if (reason !== undefined) stack.reason = reason;
      if (status === 'DELETE_COMPLETE') stack.deletedAt = now();
    },
  };
}
