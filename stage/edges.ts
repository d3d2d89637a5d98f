import type { EffectiveConfiguration } from '../core/configuration/effective.ts';
import type { FindDeployment } from '../core/output/lookup.ts';
import type { Parameter } from '../core/profile/parameter.ts';
import type { Redactor } from '../core/redact.ts';
import type { Safeguard } from '../core/safeguards/entry.ts';
import type { Waiver } from '../core/safeguards/waiver.ts';
import type { ServerlessCli } from '../core/serverless/cli.ts';
import type { VariableLookup } from '../core/serverless/variables.ts';
import type { Service } from '../core/service/definition.ts';
import type { ConfiguredServices } from '../core/service/discover.ts';
import type { LiveSession } from '../io/aws/live-session.ts';
import type { Place } from '../io/aws/place.ts';
import type { Cancellation } from '../io/cancellation.ts';
import type { RunPolicy } from '../io/policy.ts';
import type { RunnerParts, ServerlessRunner } from '../io/serverless/runner.ts';
import type { ApplicationSource } from '../io/source.ts';
import type { Voice } from './voice.ts';

/** What a licence of serverless 4 is given by; empty for none. */
export type Licence = RunnerParts['licence'];

/** What a deploy goes by, and its ways to AWS, the clone and the Serverless CLI. */
export interface DeployEdges {
  readonly configuration: EffectiveConfiguration;
  readonly parameters: readonly Parameter[];
  /** The commit and the files that are deployed; undefined if the workspace is no clone. */
  readonly source: ApplicationSource | undefined;
  readonly live: LiveSession;
  /** A region of the session's account. */
  readonly placeIn: (region: string) => Place;
  /** Whether a commit says of itself, or of what it merges, that it brings an earlier version back. */
  readonly isRollback: (commit: string) => Promise<boolean>;
  /** Finds the deployments that outputs are read from. */
  readonly find: FindDeployment;
  readonly discover: (configured: ConfiguredServices, lookup: VariableLookup) => Promise<Service[]>;
  /** Absolute path of a service's folder. */
  readonly folderOf: (service: Pick<Service, 'path'>) => string;
  /** Finds the CLI of a service's folder, no higher up than the workspace. */
  readonly findCli: (folder: string) => Promise<ServerlessCli>;
  /** Writes a file that goes with the profile's at the end of the job, over one that is there; returns its path. Throws E_INPUT. Undefined on a laptop. */
  readonly keep: ((name: string, text: string) => Promise<string>) | undefined;
  /** What packages are checked by before they are deployed. */
  readonly safeguarding: Safeguarding;
  readonly createRunner: (parts: Omit<RunnerParts, 'folder'>) => Promise<ServerlessRunner>;
  /** Takes the secrets that the action knows out of texts. */
  readonly redactor: Redactor;
  readonly voice: Voice;
  readonly cancellation: Cancellation;
}

/** What packages are checked by, and with: the same for each service of a run. */
export interface Safeguarding {
  readonly safeguards: readonly Safeguard[];
  readonly waivers: readonly Waiver[];
  readonly runPolicy: RunPolicy;
  readonly redactor: Redactor;
  /** Key of the hashes that policies of users' own are given in the place of values. */
  readonly salt: string;
  /** The file of a service's configuration, from the repository's root; undefined if it cannot be read. */
  readonly readDefinition: (
    service: Pick<Service, 'path' | 'config'>,
  ) => Promise<{ readonly file: string; readonly text: string } | undefined>;
}
