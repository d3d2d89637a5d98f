import { UserError } from '../errors.ts';
import type { StackView } from '../stack/status.ts';
import type { StageKind } from '../stage/identity.ts';
import { suggestName } from '../suggest.ts';
import type { OutputAddress } from './address.ts';
import { outputName } from './names.ts';
import { outputNamesOf, readOutput } from './values.ts';

/** Who reads an output. */
export interface OutputReader {
  readonly app: string;
  readonly stage: string;
  readonly kind: StageKind;
  readonly region: string;
  /** Twelve digits; absent where it is not known. */
  readonly account?: string;
  /** Stage that is read where the own one has no deployment of a service. */
  readonly baseStage?: string;
  /** Accounts of the configured stages. */
  readonly accounts: Readonly<Record<string, string>>;
}

/** Where a deployment is looked for. */
export interface DeploymentPlace {
  readonly app: string;
  readonly stage: string;
  /** The kinds that the stage may be of, the likeliest first. */
  readonly kinds: readonly StageKind[];
  readonly region: string;
}

/** Finds the stack of a service in a stage: the one that its record names, else one by its name; undefined for none. */
export type FindDeployment = (place: DeploymentPlace, service: string) => Promise<StackView | undefined>;

/** What an address came to. */
export type FoundOutput =
  | { readonly found: true; readonly value: unknown; readonly stage: string }
  | { readonly found: false; readonly problem: UserError };

/**
 * Reads an output: from the stage that the address names, else from the reader's own, else from its base stage. The value
 * is read from the stack itself. What is not there is `found: false` with the error that says where it was looked for
 * and what there is: the reader may have a fallback. Throws E_OUTPUT_ACCOUNT for a stage of another account.
 */
export async function lookUpOutput(
  address: OutputAddress,
  reader: OutputReader,
  find: FindDeployment,
): Promise<FoundOutput> {
  const places = placesOf(address, reader);
  for (const place of places) {
    checkAccount(address, place, reader);
    const stack = await find(place, address.service);
    if (stack !== undefined) {
      checkGivenBack(address, place, stack);
      const value = readOutput(stack.outputs, address.path);
      return value === undefined
        ? { found: false, problem: noOutput(address, place, stack) }
        : { found: true, value, stage: place.stage };
    }
  }
  return { found: false, problem: noDeployment(address, places) };
}

function placesOf(address: OutputAddress, reader: OutputReader): DeploymentPlace[] {
  const app = address.app ?? reader.app;
  const region = address.region ?? reader.region;
  const wanted = address.stage ?? reader.stage;
  const own: DeploymentPlace = { app, region, stage: wanted, kinds: kindsOf(wanted, reader) };
  const base = address.stage === undefined ? reader.baseStage : undefined;
  return base === undefined ? [own] : [own, { app, region, stage: base, kinds: ['configured'] }];
}

/** Stages of this application say in which account they are. */
function checkAccount(address: OutputAddress, { app, stage }: DeploymentPlace, reader: OutputReader): void {
  const isOther = app === reader.app && stage !== reader.stage;
  const account = isOther && Object.hasOwn(reader.accounts, stage) ? reader.accounts[stage] : undefined;
  if (account !== undefined && reader.account !== undefined && account !== reader.account) {
    throw new UserError('E_OUTPUT_ACCOUNT', {
      what: `"${spell(address)}" is of the stage "${stage}" in account ${account}, and this is account ${reader.account}`,
      why: 'a role reads the stacks of its own account alone',
      fix: 'hand the value over as a parameter of the profile',
    });
  }
}

/** An output that CloudFormation gives back with other characters is no fallback's case: somebody has to change it. */
function checkGivenBack(
  address: OutputAddress,
  { stage }: DeploymentPlace,
  { lostOutputs = [], name: stack }: StackView,
): void {
  const wanted = address.path.join('.');
  const found = lostOutputs
    .map((id) => outputName(id))
    .find((name) => name === wanted || name.startsWith(`${wanted}.`));
  if (found !== undefined) {
    throw new UserError('E_OUTPUT_TEXT', {
      what: `the output "${found}" of the service "${address.service}" in the stage "${stage}" (stack ${stack}) is not read`,
      why: 'it has characters that are not ASCII, for which CloudFormation gives "?"',
      fix: 'keep to ASCII in it, or do not export it (a text, Fn::Sub and Fn::Join are carried then), or hand the value over as a parameter',
    });
  }
}

function kindsOf(stage: string, reader: OutputReader): StageKind[] {
  const likeliest = stage === reader.stage ? reader.kind : 'configured';
  const kinds: StageKind[] = ['configured', 'preview', 'personal'];
  return stage === reader.stage || Object.hasOwn(reader.accounts, stage)
    ? [likeliest]
    : [likeliest, ...kinds.filter((kind) => kind !== likeliest)];
}

const spell = ({ service, path }: OutputAddress) => `${service}.${path.join('.')}`;

function noOutput(address: OutputAddress, { stage }: DeploymentPlace, stack: StackView): UserError {
  const names = outputNamesOf(stack.outputs);
  return new UserError('E_OUTPUT_MISSING', {
    what: `the service "${address.service}" has no output "${address.path.join('.')}" in the stage "${stage}" (stack ${stack.name})`,
    fix: suggestName(address.path.join('.'), names),
  });
}

function noDeployment(address: OutputAddress, places: readonly DeploymentPlace[]): UserError {
  const [first, second] = places.map(({ app, stage, region }) => `"${stage}" (application ${app}, ${region})`);
  const where = second === undefined ? `not deployed in ${first}` : `deployed neither in ${first} nor in ${second}`;
  return new UserError('E_OUTPUT_MISSING', {
    what: `"${spell(address)}" cannot be read: the service "${address.service}" is ${where}`,
    fix: 'deploy it there first, or correct the name: it is the value of `service:`',
  });
}
