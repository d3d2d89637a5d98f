import type { ServiceCommands } from '../configuration/effective-services.ts';
import { UserError } from '../errors.ts';
import { substitute, type VariableLookup } from '../serverless/variables.ts';
import { readYaml } from '../yaml/read.ts';
import { findReferences, type References } from './references.ts';

/** How a service was listed: in serverless-stages.yml, in Compose's configuration, or found by its folder. */
export interface ServiceEntry {
  readonly key: string;
  /** Folder relative to the folder of serverless-stages.yml. */
  readonly path: string;
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

/** What a service's own configuration says of it. */
export interface ServiceDefinition {
  /** Its `service:`; undefined where its configuration is a program or the name holds a variable that is not known. */
  readonly name: string | undefined;
  /** Whether the Serverless Framework makes a role named after it: it has functions and no role of its own. */
  readonly makesRole: boolean;
  /** Whether its configuration is a program, of which nothing is known before it runs. */
  readonly isProgram: boolean;
  /** What its configuration reads. */
  readonly reads: References;
}

/** One service of the application, as far as it is known before it is packaged. */
export interface Service extends ServiceEntry, ServiceDefinition {
  /** Files that its configuration reads with `${file(…)}`, relative to the folder of serverless-stages.yml. */
  readonly includes: readonly string[];
}

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

interface RawService {
  readonly service?: unknown;
  readonly functions?: unknown;
  readonly provider?: { readonly role?: unknown; readonly iam?: { readonly role?: unknown } };
}

/**
 * Reads what the YAML or JSON of the service in a folder says of itself; `lookup` knows variables in its name. Throws
 * E_SERVICE_CONFIG where it cannot be read.
 */
export function readServiceDefinition(
  path: string,
  file: string,
  text: string,
  lookup: VariableLookup,
): ServiceDefinition {
  if (!/\.(ya?ml|json)$/.test(file)) {
    return { name: undefined, makesRole: false, isProgram: true, reads: findReferences(undefined) };
  }
  const { raw, fault } = parseService(text);
  if (raw === undefined) {
    throw new UserError('E_SERVICE_CONFIG', {
      what: `${path}/${file} ${fault ?? 'is empty'}`,
      fix: 'mend the file; `npx osls print` in its folder says more',
    });
  }
  const written = typeof raw.service === 'string' ? substitute(raw.service, lookup) : '${';
  const name = written.includes('${') ? undefined : written;
  if (raw.service === undefined) {
    throw new UserError('E_SERVICE_CONFIG', {
      what: `${path}/${file} has no "service:"`,
      fix: 'give the service a name',
    });
  }
  const ownRole = raw.provider?.role ?? raw.provider?.iam?.role;
  const named = typeof ownRole === 'string' || (ownRole as { name?: unknown } | undefined)?.name !== undefined;
  const makesRole = raw.functions !== undefined && !named;
  return { name, makesRole, isProgram: false, reads: findReferences(raw) };
}

function parseService(text: string): { raw?: RawService; fault?: string } {
  const reading = readYaml(text);
  if (reading.fault !== undefined) {
    return { fault: reading.fault };
  }
  return typeof reading.value === 'object' && reading.value !== null ? { raw: reading.value } : {};
}
