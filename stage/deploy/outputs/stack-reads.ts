import type { ReadValue } from '../../../core/deploy/inputs.ts';
import type { ReadFrom } from '../../../core/deploy/result.ts';
import { UserError } from '../../../core/errors.ts';
import type { DeploymentPlace, FindDeployment, OutputReader } from '../../../core/output/lookup.ts';
import type { Service } from '../../../core/service/definition.ts';
import { parseStackAddress, type StackAddress } from '../../../core/service/stack-address.ts';
import type { StackView } from '../../../core/stack/status.ts';
import { isWhole } from '../../../core/stack/template-text.ts';

/** What `${cf:…}` of one service come to. */
export interface StackReads {
  /** Outputs that were read, for the fingerprint. */
  readonly values: readonly ReadValue[];
  readonly reads: readonly ReadFrom[];
  /** Stacks that are read in place of others which the stage does not have, by `STACK`, or `REGION:STACK` if the region is named. */
  readonly redirects: Readonly<Record<string, string>>;
  /** Outputs that are not there; a fallback in the service's configuration may take their place. */
  readonly problems: readonly UserError[];
  /** Addresses whose values only the Serverless Framework knows. */
  readonly unresolved: readonly string[];
}

export interface StackReadParts {
  readonly reader: OutputReader;
  readonly services: readonly Service[];
  readonly find: FindDeployment;
  /** A complete stack by its name in a region of the session's account; undefined if there is none. */
  readonly stackIn: (region: string, name: string) => Promise<StackView | undefined>;
}

/** A stack that was found for an address. */
interface FoundStack {
  readonly stack: StackView;
  readonly from: ReadFrom;
}

/**
 * Reads the outputs that addresses of stacks name (`References.stacks`), all variables replaced. A stack that the stage does not
 * have is read where the base stage has it.
 */
export async function readStacks(addresses: readonly string[], parts: StackReadParts): Promise<StackReads> {
  const values: ReadValue[] = [];
  const reads = new Map<string, ReadFrom>();
  const redirects: Record<string, string> = {};
  const problems: UserError[] = [];
  const unresolved: string[] = [];
  for (const text of addresses) {
    const address = parseStackAddress(text);
    // A stack that may not be looked at is the Serverless Framework's to tell of.
    const found = isWhole(text) ? await findStack(address, parts).catch(() => undefined) : undefined;
    if (found === undefined) {
      unresolved.push(`cf:${text}`);
      continue;
    }
    if (found === 'missing') {
      problems.push(noStack(text, address, parts));
      values.push({ address: `cf:${text}`, value: null });
      continue;
    }
    const { stack, from } = found;
    const value = stack.outputs[address.output];
    if (value === undefined) {
      problems.push(noOutput(text, address, stack, parts));
    }
    values.push({ address: `cf:${text}`, value: value ?? null });
    reads.set(`${from.service} ${from.stage}`, from);
    if (stack.name !== address.stack) {
      const prefix = address.region === undefined ? '' : `${address.region}:`;
      redirects[`${prefix}${address.stack}`] = stack.name;
    }
  }
  return { values, reads: [...reads.values()], redirects, problems, unresolved };
}

async function findStack(address: StackAddress, parts: StackReadParts): Promise<FoundStack | 'missing'> {
  const service = serviceOf(address, parts);
  return service?.name === undefined
    ? findForeign(address, parts)
    : findDeployment({ ...service, name: service.name }, address, parts);
}

function serviceOf({ stack }: StackAddress, { services }: StackReadParts): Service | undefined {
  return services.find(({ stackName }) => stackName === stack);
}

/** A service of the application: its own deployment, else the base stage's. */
async function findDeployment(
  { key, name }: Pick<Service, 'key'> & { readonly name: string },
  { region }: StackAddress,
  { reader, find }: StackReadParts,
): Promise<FoundStack | 'missing'> {
  const at = { app: reader.app, region: region ?? reader.region };
  const places: DeploymentPlace[] = [{ ...at, stage: reader.stage, kinds: [reader.kind] }];
  if (reader.baseStage !== undefined) {
    places.push({ ...at, stage: reader.baseStage, kinds: ['configured'] });
  }
  for (const place of places) {
    const stack = await find(place, name);
    if (stack !== undefined) {
      return { stack, from: { service: key, stage: place.stage } };
    }
  }
  return 'missing';
}

/** A stack that no service of the application has: the one with that name, else the one that the base stage would have. */
async function findForeign(
  { stack: name, region: named }: StackAddress,
  { reader, stackIn }: StackReadParts,
): Promise<FoundStack | 'missing'> {
  const region = named ?? reader.region;
  const own = await stackIn(region, name);
  if (own !== undefined) {
    return { stack: own, from: { service: name, stage: own.stage ?? name } };
  }
  const { stage, baseStage } = reader;
  const base =
    baseStage === undefined || !name.includes(stage)
      ? undefined
      : await stackIn(region, name.replaceAll(stage, baseStage));
  return base === undefined ? 'missing' : { stack: base, from: { service: base.name, stage: baseStage ?? '' } };
}

function noStack(text: string, { stack, output }: StackAddress, parts: StackReadParts): UserError {
  const { stage, baseStage } = parts.reader;
  const key = serviceOf({ region: undefined, stack, output }, parts)?.key;
  const base = baseStage === undefined ? '' : `, and the stage "${baseStage}" has none in its place`;
  return new UserError('E_OUTPUT_MISSING', {
    what: `"\${cf:${text}}" cannot be read: there is no stack "${stack}"${base}`,
    fix:
      key === undefined
        ? `deploy it first, or give a fallback: \${cf:${text}, 'VALUE'}`
        : `deploy "${key}" into "${baseStage ?? stage}" first; \${param:${key}.${output}} reads the same value`,
  });
}

function noOutput(text: string, { output }: StackAddress, stack: StackView, parts: StackReadParts): UserError {
  const key = parts.services.find(({ stackName }) => stackName === stack.name)?.key;
  return new UserError('E_OUTPUT_MISSING', {
    what: `"\${cf:${text}}" cannot be read: the stack "${stack.name}" has no output "${output}"`,
    fix: `it has ${Object.keys(stack.outputs).join(', ') || 'none'}${key === undefined ? '' : `; deploy "${key}" to add one`}`,
  });
}
