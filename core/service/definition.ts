import type { ServiceCommands } from '../configuration/effective-services.ts';
import type { References } from './references.ts';

/** How a service was listed: in serverless-stages.yml, in Compose's configuration, or found by its folder. */
export interface ServiceEntry {
  readonly key: string;
  /** Folder relative to the folder of serverless-stages.yml. */
  readonly path: string;
  /** The file of its configuration in the folder; absent if it has one of the usual names. */
  readonly config?: string;
  /** Keys of services that are deployed first. */
  readonly dependsOn: readonly string[];
  /** Globs of further files that belong to the service, relative to the folder of serverless-stages.yml. */
  readonly triggers: readonly string[] | 'always';
  /** Whether previews read the base stage's deployment instead of getting one unless they change it; `always`: even then. */
  readonly shared: boolean | 'always';
  /** Its tests, hooks and check; absent where it has none. */
  readonly commands?: ServiceCommands;
  /** Parameters that Compose's configuration gives it; a text may hold `${key.output}`. */
  readonly composeParams: Readonly<Record<string, string>>;
}

/** Outputs that a service publishes. */
export interface Published {
  readonly names: readonly string[];
  /** Whether it may publish others too, by a plugin. */
  readonly isOpen: boolean;
}

/** What a service's own configuration says of it. */
export interface ServiceDefinition {
  /** Its `service:`; undefined where its configuration is a program or the name holds a variable that is not known. */
  readonly name: string | undefined;
  /** Its stack in the stage that is known; undefined if its `provider.stackName` is not known before. */
  readonly stackName: string | undefined;
  /** The same with what is not known of it, as it is spelled; absent if nothing is known. */
  readonly stackText?: string;
  /** Names of what its stack exports, `${?}` for what is not known of them. */
  readonly exports: readonly string[];
  /** Names of the outputs that it publishes itself; absent if they cannot be told. */
  readonly published?: Published;
  /** Names of its functions as far as they are known, with the stage cut out: `<service>--<function>`. */
  readonly functionNames: readonly string[];
  /** Whether the Serverless Framework makes a role named after it: it has functions and no role of its own. */
  readonly makesRole: boolean;
  /** Whether it has functions or layers, or may have: the Serverless Framework then packages its folder. */
  readonly hasCode: boolean;
  /** Whether its configuration is a program, of which nothing is known before it runs. */
  readonly isProgram: boolean;
  /** What its configuration reads. */
  readonly reads: References;
  /** Files that its configuration reads with `${file(…)}`, from the folder of serverless-stages.yml; sorted. */
  readonly includes: readonly string[];
}

/** One service of the application, as far as it is known before it is packaged. */
export interface Service extends ServiceEntry, ServiceDefinition {}

/** Whether a text can be a service's key, as `${param:KEY.OUTPUT}` spells it; `all` means every service. */
export function isServiceKey(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_-]*$/.test(text) && text !== 'all';
}

/** Builds an entry of a service that says no more than where it is. */
export function plainEntry(key: string, path: string): ServiceEntry {
  return { key, path, dependsOn: [], triggers: [], shared: false, composeParams: {} };
}

/** Names that a service's own configuration may have, as the Serverless Framework looks for them. */
export const SERVICE_FILES = [
  'serverless.yml',
  'serverless.yaml',
  'serverless.json',
  'serverless.ts',
  'serverless.js',
  'serverless.cjs',
  'serverless.mjs',
] as const;
