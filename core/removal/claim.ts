import { KNOWN_REGIONS } from '../aws/region.ts';
import { UserError } from '../errors.ts';
import { type LedgerStage, stagePath } from '../ledger/keys.ts';
import { describeOwner, type Owner } from '../ledger/owner.ts';
import type { DeploymentRecord } from '../ledger/record.ts';
import type { Wish } from '../ledger/wish.ts';
import { isUntaggedChangeSet, type StackView } from '../stack/status.ts';
import { isNameOfRef, PREVIEW_NAME } from '../stage/name.ts';

export interface ClaimParts {
  /** Where the record stands. */
  readonly stage: LedgerStage;
  readonly record: DeploymentRecord;
  /** The stack that it names; undefined where it is gone. */
  readonly stack: StackView | undefined;
  /** Where the record was found. */
  readonly account: string;
  readonly region: string;
  /** Names of the stages that the configuration has. */
  readonly configured: readonly string[];
}

/**
 * Checks that a record says the truth about what it claims before anything is removed by it: the stack's name, ARN, tag
 * STAGE, account and region agree with it, the stage is none that the configuration has, and is its owner's. Throws
 * E_RECORD_MISMATCH.
 */
export function checkClaim(parts: ClaimParts): void {
  const { stage, record } = parts;
  const fault = stageFault(parts) ?? ownerFault(stage, record.owner) ?? arnFault(parts) ?? stackFault(parts);
  if (fault !== undefined) {
    throw mismatch(`${stagePath(stage)}/${record.service} claims the stack ${record.stackName}`, fault);
  }
}

/** What is claimed of a whole stage: whose it is, and in which regions. */
export interface StageClaim {
  readonly stage: LedgerStage;
  /** Undefined where nothing of it has an owner any more. */
  readonly owner: Owner | undefined;
  readonly wish: Pick<Wish, 'regions'> | undefined;
}

/**
 * Checks the same of a stage, before any of its places is asked or locked: a preview's name is that of its owner's ref, and
 * what was wanted of it names regions that AWS has, or the configuration (`regions`). Throws E_RECORD_MISMATCH.
 */
export function checkStageClaim(claim: StageClaim, regions: readonly string[]): void {
  const error = stageClaimError(claim, regions);
  if (error !== undefined) {
    throw error;
  }
}

/** Returns what `checkStageClaim` throws; undefined where all is well. */
export function stageClaimError({ stage, owner, wish }: StageClaim, regions: readonly string[]): UserError | undefined {
  const whose = owner === undefined ? undefined : ownerFault(stage, owner);
  if (owner !== undefined && whose !== undefined) {
    return mismatch(`below ${stagePath(stage)} claims to be of ${describeOwner(owner)}`, whose);
  }
  const unknown = wish?.regions.find((region) => !isRegion(region, regions));
  return unknown === undefined
    ? undefined
    : mismatch(`below ${stagePath(stage)}/_repository claims a region`, `AWS has no region "${unknown}"`);
}

/** Whether a region that a record names is one: the ledger's texts become addresses of AWS. */
export function isRegion(region: string, configured: readonly string[]): boolean {
  return configured.includes(region) || KNOWN_REGIONS.some((known) => known === region);
}

function mismatch(claim: string, fault: string): UserError {
  return new UserError('E_RECORD_MISMATCH', {
    what: `the record ${claim}, but ${fault}`,
    why: 'nothing of the stage was touched: who removes by a wrong record removes something else',
    fix: 'see who wrote the record (aws ssm get-parameter-history), correct or remove it, and remove what is left by hand',
  });
}

/** Each kind has its owners: a preview the ref that it is named for, a personal stage a person. */
function ownerFault({ kind, name: stage }: LedgerStage, owner: Owner): string | undefined {
  switch (kind) {
    case 'configured':
      return undefined;
    case 'personal':
      return owner.kind === 'user'
        ? undefined
        : `"${stage}" is a personal stage, and ${describeOwner(owner)} no person`;
    case 'preview':
      return owner.kind === 'repository' && owner.ref !== undefined && isNameOfRef(stage, owner.ref)
        ? undefined
        : `"${stage}" is not the name of a preview of ${describeOwner(owner)}`;
  }
}

function stageFault({ stage: { kind, name: stage }, configured }: ClaimParts): string | undefined {
  if (kind === 'configured') {
    return undefined;
  }
  if (configured.includes(stage)) {
    return `"${stage}" is a configured stage and no ${kind} one`;
  }
  return kind === 'preview' && !PREVIEW_NAME.test(stage)
    ? `"${stage}" is not the name of a preview's stage`
    : undefined;
}

/** What the record itself says of its stack. */
function arnFault({ record, account, region }: ClaimParts): string | undefined {
  const ids = [record.completed?.stack, record.removing].filter((id) => id !== undefined);
  return ids.map((id) => placeFault(id, record.stackName, account, region)).find((fault) => fault !== undefined);
}

function stackFault({ stage, record, stack, account, region }: ClaimParts): string | undefined {
  if (stack === undefined) {
    return undefined;
  }
  const place = placeFault(stack.id, record.stackName, account, region);
  if (place !== undefined) {
    return place;
  }
  if (isOther(record, stack)) {
    return `the stack of that name is another one than the one that the record knows (${record.completed?.stack ?? record.removing})`;
  }
  if (stack.stage !== undefined) {
    return stack.stage === stage.name ? undefined : `its tag STAGE is "${stack.stage}"`;
  }
  return isUntaggedChangeSet(stack, stage.name) ? undefined : 'it has no tag STAGE';
}

function placeFault(id: string, name: string, account: string, region: string): string | undefined {
  const [, , , inRegion, ofAccount, resource = ''] = id.split(':');
  const found = resource.split('/')[1];
  if (ofAccount !== account || inRegion !== region) {
    return `its ARN is of account ${ofAccount}, region ${inRegion}, and the record stands in ${account}, ${region}`;
  }
  return found === name ? undefined : `its ARN is of the stack ${found}`;
}

/** A deploy that was cut off may have made the stack anew; what was completed, or is being removed, is one very stack. */
function isOther({ status, completed, removing }: DeploymentRecord, stack: StackView): boolean {
  const isSettled = status === 'deployed' || status === 'removing' || status === 'orphaned';
  const known = completed?.stack ?? removing;
  return isSettled && known !== undefined && known !== stack.id;
}
