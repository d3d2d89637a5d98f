import type { Stack } from '../state/stacks.ts';
import type { World } from '../world.ts';

export interface ResourceRequest {
  readonly world: World;
  readonly stack: Stack;
  readonly logicalId: string;
  readonly type: string;
  /** With every intrinsic resolved. */
  readonly properties: Record<string, unknown>;
}

export interface Made {
  physicalId: string;
  /** What Fn::GetAtt reads; `'*'` lets it read any name. */
  attributes?: Record<string, unknown>;
}

/** What CloudFormation does with one resource type; a thrown error's message is the event's reason. */
export interface ResourceHandler {
  create(request: ResourceRequest): Made | Promise<Made>;
  /** Without it an update changes nothing but the properties that CloudFormation keeps. */
  update?(request: ResourceRequest, physicalId: string): Made | Promise<Made>;
  remove?(request: ResourceRequest, physicalId: string): void | Promise<void>;
}

export type Handlers = Readonly<Record<string, ResourceHandler>>;

/** A failure that leaves something behind: a rollback deletes it. */
export class HalfMade extends Error {
  readonly physicalId: string;
  constructor(message: string, physicalId: string) {
    super(message);
    this.physicalId = physicalId;
  }
}
