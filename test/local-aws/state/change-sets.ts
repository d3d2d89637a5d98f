import type { Wish } from './stacks.ts';

export type ChangeAttribute =
  | 'Properties'
  | 'Metadata'
  | 'CreationPolicy'
  | 'UpdatePolicy'
  | 'DeletionPolicy'
  | 'UpdateReplacePolicy'
  | 'Tags';

export type Recreation = 'Never' | 'Conditionally' | 'Always';

/** What a change does to one attribute of a resource, and why. */
export interface ChangeDetail {
  attribute: ChangeAttribute;
  /** The property, where the attribute is `Properties`; absent for a nested stack that changes by itself. */
  name?: string;
  recreation: Recreation;
  /** Whether the new value, or that there is one, is known before the change set is executed. */
  evaluation: 'Static' | 'Dynamic';
  source: 'DirectModification' | 'ParameterReference' | 'ResourceReference' | 'ResourceAttribute' | 'Automatic';
  /** Parameter, logical id, or `LogicalId.Attribute`. */
  causedBy?: string;
  /** Of an answer with values alone, with what follows. */
  path?: string;
  before?: string;
  after?: string;
  changeType?: 'Add' | 'Remove' | 'Modify';
}

export type Replacement = 'True' | 'False' | 'Conditional';

export type PolicyAction =
  | 'Delete'
  | 'Retain'
  | 'Snapshot'
  | 'ReplaceAndDelete'
  | 'ReplaceAndRetain'
  | 'ReplaceAndSnapshot';

/** What a change is where property values are asked for. */
export interface ValuedChange {
  details: ChangeDetail[];
  /** JSON of what the resource is, and of what it becomes. */
  before?: string;
  after?: string;
}

export interface Change {
  action: 'Add' | 'Modify' | 'Remove' | 'Dynamic';
  logicalId: string;
  physicalId?: string;
  type: string;
  replacement?: Replacement;
  policyAction?: PolicyAction;
  scope: ChangeAttribute[];
  details: ChangeDetail[];
  /** Of a nested stack. */
  changeSetId?: string;
  /** Absent where nothing has another value: an answer with values leaves the change out. */
  values?: ValuedChange;
}

export interface Outcome {
  status: 'CREATE_COMPLETE' | 'FAILED';
  executionStatus: 'AVAILABLE' | 'UNAVAILABLE';
  reason?: string;
}

/** The change set that another one has for a nested stack. */
export interface NestedChangeSet {
  logicalId: string;
  stackId: string;
  changeSetId: string;
  /** The stack was made for it. */
  isNew: boolean;
}

export interface ChangeSet {
  id: string;
  name: string;
  type: string;
  status:
    | 'CREATE_PENDING'
    | 'CREATE_IN_PROGRESS'
    | Outcome['status']
    | 'DELETE_PENDING'
    | 'DELETE_IN_PROGRESS'
    | 'DELETE_FAILED';
  executionStatus: 'AVAILABLE' | 'UNAVAILABLE' | 'OBSOLETE';
  reason?: string;
  /** What it comes to once it is made. */
  outcome: Outcome;
  /** Calls that still find it on its way. */
  looksLeft: number;
  /** When it is made though nobody looked, by the stand-in's clock. */
  readyAt: number;
  createdAt: number;
  description?: string;
  changes: Change[];
  wish: Wish;
  onFailure?: string;
  includesNested: boolean;
  parentId?: string;
  rootId?: string;
  nested: NestedChangeSet[];
}
