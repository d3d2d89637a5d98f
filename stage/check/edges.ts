import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import type { ServerlessCli } from '../../core/serverless/cli.ts';
import type { VariableLookup } from '../../core/serverless/variables.ts';
import type { Service } from '../../core/service/definition.ts';
import type { ConfiguredServices } from '../../core/service/discover.ts';
import type { Log } from '../../io/runner/log.ts';
import type { RunnerParts, ServerlessRunner } from '../../io/serverless/runner.ts';
import type { Licence, Safeguarding } from '../edges.ts';

/** The ways of a check to the checkout and the Serverless CLI; there is none to AWS. */
export interface CheckEdges {
  readonly discover: (configured: ConfiguredServices, lookup: VariableLookup) => Promise<Service[]>;
  /** Absolute path of a service's folder. */
  readonly folderOf: (service: Pick<Service, 'path'>) => string;
  readonly findCli: (folder: string) => Promise<ServerlessCli>;
  readonly createRunner: (parts: Pick<RunnerParts, 'target' | 'exportEnv' | 'licence'>) => Promise<ServerlessRunner>;
  /** What packages are checked by in a stage. */
  readonly safeguardingOf: (configuration: EffectiveConfiguration) => Safeguarding;
  readonly licence: Licence;
  /** How many services are worked on at once. */
  readonly concurrency: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}
