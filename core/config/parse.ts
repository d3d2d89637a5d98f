import { posix } from 'node:path';
import * as v from 'valibot';
import { CONFIG_VERSION, type Config, configSchema } from '../configuration/schema.ts';
import { throwCollected, UserError } from '../errors.ts';
import { decodeConfigText, parseYamlSource, type YamlSource } from '../yaml/source.ts';
import { schemaErrors } from './schema-errors.ts';
import { semanticErrors } from './semantics.ts';
import { unsupportedErrors } from './unsupported.ts';

/** Name of the configuration file at the root of a user's repository. */
export const CONFIG_FILE = 'serverless-stages.yml';

/**
 * Returns the path of the configuration from the repository's root, for the folder of the input `working-directory`.
 * Throws E_INPUT where the folder is not in the repository.
 */
export function configPath(folder: string): string {
  const path = posix.normalize(`${folder.replaceAll('\\', '/')}/${CONFIG_FILE}`);
  if (posix.isAbsolute(path) || path.startsWith('../') || /^[A-Za-z]:/.test(path)) {
    throw new UserError('E_INPUT', {
      what: `the input "working-directory" is "${folder}", which leads out of the repository`,
      fix: "write a folder relative to the repository's root, such as backend",
    });
  }
  return path;
}

/**
 * Parses and checks a serverless-stages.yml. `file` is its path in the repository, `revision` the branch or commit that it
 * is of. Throws `UserError` (all that is wrong at
 * once, each with line and column): E_CONFIG_FILE, E_CONFIG, E_CONFIG_VERSION, E_NOT_SUPPORTED, E_PROFILE_UNKNOWN,
 * E_ROLE_ARN, E_SERVICE_UNKNOWN.
 */
export function parseConfig(bytes: Uint8Array, file: string = CONFIG_FILE, revision?: string): Config {
  const source = parseYamlSource(decodeConfigText(bytes, file), file, revision);
  if (source.value === null || source.value === undefined) {
    throw new UserError('E_CONFIG', {
      what: `${file} is empty`,
      fix: `begin it with "version: ${CONFIG_VERSION}", "app:" and "profiles:" (see docs/configuration.md)`,
      position: source.position([]),
    });
  }
  if (typeof source.value !== 'object' || Array.isArray(source.value)) {
    throw new UserError('E_CONFIG', {
      what: `${file} holds no mapping of keys to values`,
      fix: 'write keys such as "version: 1" (see docs/configuration.md)',
      position: source.position([]),
    });
  }
  checkVersion(source);
  const checked = v.safeParse(configSchema, source.value);
  if (!checked.success) {
    throwCollected(schemaErrors(checked.issues, source));
    throw new Error('the schema refused the configuration without an issue');
  }
  throwCollected(unsupportedErrors(checked.output, source));
  throwCollected(semanticErrors(checked.output, source));
  return checked.output;
}

/** A newer file is told apart first: its new keys would only confuse. */
function checkVersion(source: YamlSource): void {
  const version = (source.value as { version?: unknown }).version;
  if (typeof version === 'number' && Number.isInteger(version) && version > CONFIG_VERSION) {
    throw new UserError('E_CONFIG_VERSION', {
      what: `version: ${version} needs action ≥ v${version}`,
      why: `this action reads version ${CONFIG_VERSION}`,
      fix: `use the action's tag v${version} or newer, or write version: ${CONFIG_VERSION}`,
      position: source.position(['version']),
    });
  }
}
