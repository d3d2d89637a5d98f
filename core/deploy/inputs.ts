import { createHash, scryptSync } from 'node:crypto';
import type { ServiceCommands } from '../configuration/effective-services.ts';
import type { Fingerprint } from '../ledger/record.ts';
import type { Parameter } from '../profile/parameter.ts';
import type { ServerlessCli } from '../serverless/cli.ts';
import type { References } from '../service/references.ts';

/** An output that a service reads: where it is, and its value. */
export interface ReadValue {
  readonly address: string;
  readonly value: unknown;
}

export interface InputParts {
  readonly reads: References;
  readonly parameters: readonly Parameter[];
  /** Names of the parameters that every service's CLI gets as variables. */
  readonly exportEnv: readonly string[];
  readonly outputs: readonly ReadValue[];
  readonly cli: Pick<ServerlessCli, 'product' | 'version'>;
  readonly nodeVersion: string;
  /** ARN of the permissions boundary that the package's roles get. */
  readonly boundary?: string | undefined;
  /** Its own commands: what is run after a deploy is a part of what was completed. */
  readonly commands?: ServiceCommands | undefined;
  /** Tells one application's hashes of secrets from another's. */
  readonly salt: string;
}

/** Hashes what a deployment is made with, besides its source. */
export function hashInputs(parts: InputParts): Omit<Fingerprint, 'source'> {
  const { reads, exportEnv } = parts;
  const isRead = ({ name }: Parameter) => reads.anyParam || reads.params.includes(name) || exportEnv.includes(name);
  const parameters = parts.parameters
    .filter(isRead)
    .map((parameter) => [parameter.name, parameter.secret ? hashSecret(parameter.value, parts.salt) : parameter.value])
    .sort();
  const outputs = parts.outputs.map(({ address, value }) => [address, value]).sort();
  const { product, version } = parts.cli;
  const boundary = parts.boundary === undefined ? [] : [parts.boundary];
  const { verify, afterDeploy } = parts.commands ?? {};
  const commands = verify === undefined && afterDeploy === undefined ? [] : [{ verify, afterDeploy }];
  return {
    parameters: hashJson(parameters),
    outputs: hashOutputs(outputs, parts.salt),
    tools: hashJson([product, version, parts.nodeVersion, ...boundary, ...commands]),
  };
}

/**
 * Returns the hash of a plain JSON value, whatever the order of its keys: SHA-256, cut to 32 hex digits, so that a record
 * stays small.
 */
export function hashJson(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, inOrder)).digest('hex').slice(0, 32);
}

function inOrder(_key: string, value: unknown): unknown {
  const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMapping ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
}

/** Returns the hash of outputs: any of them may be a secret, so it is made slowly. */
export function hashOutputs(outputs: unknown, salt: string): string {
  return hashSecret(JSON.stringify(outputs, inOrder), salt);
}

const known = new Map<string, string>();

/** A secret is hashed slowly: who may read the ledger cannot try out all short ones. */
function hashSecret(value: string, salt: string): string {
  const place = `${salt}\0${value}`;
  const hash = known.get(place) ?? scryptSync(value, salt, 16, { N: 4096 }).toString('hex');
  known.set(place, hash);
  return hash;
}

/** Says why a service counts as changed although nothing known of it differs; undefined where all is known. */
export function doubtOf(service: {
  readonly isProgram: boolean;
  readonly triggers: readonly string[] | 'always';
  readonly reads: References;
  readonly commands?: ServiceCommands;
}): string | undefined {
  if (service.isProgram) {
    return 'its configuration is a program, so it may always differ';
  }
  if (service.triggers === 'always') {
    return 'triggers: always';
  }
  if (service.commands?.beforeDeploy !== undefined) {
    return 'its hook before-deploy may always make something else';
  }
  const { unknown } = service.reads;
  return unknown.length === 0 ? undefined : `it reads \${${unknown.join('}, ${')}}, whose values are not known before`;
}
