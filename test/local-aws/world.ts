import type { Clock } from './clock.ts';
import type { FaultDesk } from './faults.ts';
import type { LambdaRunner } from './lambda/runner.ts';
import type { ApiStore } from './state/apis.ts';
import type { BucketStore } from './state/buckets.ts';
import type { CredentialStore } from './state/credentials.ts';
import type { FunctionStore } from './state/functions.ts';
import type { RepositoryStore } from './state/repositories.ts';
import type { OidcProviders, RoleStore } from './state/roles.ts';
import type { SsmState } from './state/ssm.ts';
import type { StackStore } from './state/stacks.ts';
import type { TableStore } from './state/tables.ts';
import type { ThingStore } from './state/things.ts';

/** Everything the services of one stand-in share. */
export interface World {
  readonly clock: Clock;
  readonly credentials: CredentialStore;
  readonly faults: FaultDesk;
  readonly stacks: StackStore;
  readonly buckets: BucketStore;
  readonly functions: FunctionStore;
  readonly tables: TableStore;
  readonly apis: ApiStore;
  readonly things: ThingStore;
  /** Of ECR. */
  readonly repositories: RepositoryStore;
  readonly ssm: SsmState;
  readonly roles: RoleStore;
  readonly providers: OidcProviders;
  readonly lambda: LambdaRunner;
  /** Milliseconds that CloudFormation takes over one resource. */
  resourceDelayMs(type: string, logicalId: string): number | Promise<number>;
  /** Calls that find a change set on its way before one finds it made. */
  readonly changeSetLooks: number;
  /** Aborted when the stand-in closes: operations under way end without another step. */
  readonly closing: AbortSignal;
}
