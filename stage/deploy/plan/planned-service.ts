import type { DeploymentRecord } from '../../../core/ledger/record.ts';
import type { ServerlessCli } from '../../../core/serverless/cli.ts';
import type { Service } from '../../../core/service/definition.ts';
import type { ServiceSource } from '../../../core/source/service-source.ts';

/** What is known of one service that a run brings up to date, before its turn comes. */
export interface PlannedService {
  /** With the name that its configuration or its record tells. */
  readonly service: Service;
  readonly cli: ServerlessCli;
  /** What it is made of; undefined if that cannot be told. */
  readonly source: ServiceSource | undefined;
  /** Why it is in the stage. */
  readonly why: string;
  /** Whether it is deployed whatever is known of it. */
  readonly forced: boolean;
  /** Keys of the services that it needs. */
  readonly needs: readonly string[];
  /** What is recorded of it, by region. */
  readonly records: ReadonlyMap<string, DeploymentRecord>;
}
