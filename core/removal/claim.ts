import { UserError } from '../errors.ts';
import type { LedgerStage } from '../ledger/keys.ts';
import type { DeploymentRecord } from '../ledger/record.ts';
import { isUntaggedChangeSet, type StackView } from '../stack/status.ts';
import { PREVIEW_NAME } from '../stage/name.ts';

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
 * STAGE, account and region agree with it, and the stage is none that the configuration has. Throws E_RECORD_MISMATCH.
 */
export function checkClaim(parts: ClaimParts): void {
  const fault = stageFault(parts) ?? arnFault(parts) ?? stackFault(parts);
  if (fault === undefined) {
    return;
  }
  const { app, kind, name: stage } = parts.stage;
  throw new UserError('E_RECORD_MISMATCH', {
    what: `the record /serverless-stages/${app}/${kind}/${stage}/${parts.record.service} claims the stack ${parts.record.stackName}, but ${fault}`,
    why: 'nothing of the stage was touched: who removes by a wrong record removes something else',
    fix: 'see who wrote the record (aws ssm get-parameter-history), correct or remove it, and remove what is left by hand',
  });
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
  const id = record.completed?.stack;
  return id === undefined ? undefined : placeFault(id, record.stackName, account, region);
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
    return `the stack of that name is another one than the one that the record knows (${record.completed?.stack})`;
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
function isOther({ status, completed }: DeploymentRecord, stack: StackView): boolean {
  const isSettled = status === 'deployed' || status === 'removing' || status === 'orphaned';
  return isSettled && completed !== undefined && completed.stack !== stack.id;
}
