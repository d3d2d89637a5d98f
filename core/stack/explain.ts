import { UserError } from '../errors.ts';
import { onlyDefined } from '../only-defined.ts';
import type { StageKind } from '../stage/identity.ts';
import { exportInUse, type StackEvent } from './failure.ts';
import { consoleUrl, isSuccess, isUntaggedChangeSet, type StackView } from './status.ts';

/**
 * Describes why a stack cannot be deployed over, and what brings it back; `failed` are the resources whose rollback
 * stopped, by logical id.
 */
export function explainState(stack: StackView, region: string, failed: readonly string[] = []): UserError {
  return new UserError('E_STACK_STATE', {
    what: `the stack ${stack.name} is ${stack.status}, which cannot be deployed over`,
    ...onlyDefined({ why: stack.reason }),
    fix: remedy(stack, region, failed),
  });
}

/** Describes why a stack that never worked is not made anew by itself: something of it would be left behind. */
export function explainRetained(
  stack: StackView,
  retained: readonly { readonly logicalId: string; readonly type: string; readonly physicalId: string }[],
  region: string,
): UserError {
  const names = retained.map(({ logicalId, type, physicalId }) => `${logicalId} (${type} ${physicalId})`);
  return new UserError('E_STACK_STATE', {
    what: `the stack ${stack.name} is ${stack.status}: it never worked, and its removal would leave behind ${names.join(', ')}`,
    why: 'what is retained may hold data, so a person has to decide',
    fix: `look after these, then: ${remedy(stack, region)}`,
  });
}

function remedy(stack: StackView, region: string, failed: readonly string[] = []): string {
  const command = (verb: string) => `aws cloudformation ${verb} --stack-name ${stack.name} --region ${region}`;
  switch (stack.status) {
    case 'CREATE_FAILED':
    case 'ROLLBACK_COMPLETE':
    case 'ROLLBACK_FAILED':
      return `it never worked: remove it (${command('delete-stack')}) and run again`;
    case 'REVIEW_IN_PROGRESS':
      return `it holds nothing but a change set: remove it (${command('delete-stack')}) and run again`;
    case 'UPDATE_FAILED':
      return `roll it back (${command('rollback-stack')}) and run again`;
    case 'UPDATE_ROLLBACK_FAILED':
      return `mend what its last events name, go on with the rollback (${command('continue-update-rollback')}${skipped(failed)}) and run again`;
    case 'DELETE_FAILED':
      return `finish the removal (${command('delete-stack')}) and run again`;
    default:
      return `bring it back to a complete state (${command('describe-stack-events')} says more) and run again`;
  }
}

/** The resources that a person may decide to leave as they are; this product never does. */
const skipped = (failed: readonly string[]) =>
  failed.length === 0 ? '' : `; to leave what failed as it is, add --resources-to-skip ${failed.join(' ')}`;

/** Describes why a stack under termination protection is not removed; `why` says what became of the rest. */
export function explainProtection({ name }: StackView, region: string, why: string): UserError {
  return new UserError('E_STACK_PROTECTED', {
    what: `termination protection keeps the stack ${name} from being removed`,
    why,
    fix: `lift it (${protectionCommand('no-enable', name, region)}) and run again`,
  });
}

/** The command with which a person switches the termination protection of a stack on or off. */
export function protectionCommand(what: 'enable' | 'no-enable', name: string, region: string): string {
  return `aws cloudformation update-termination-protection --${what}-termination-protection --stack-name ${name} --region ${region}`;
}

/**
 * Returns why a stack that is there must not be deployed over by a stage: it is another stage's (tag STAGE), or, for a
 * preview, nobody's that we know. Undefined where it may be.
 */
export function foreignStack(stack: StackView, stage: string, kind: StageKind): UserError | undefined {
  const untagged = stack.stage === undefined && kind === 'preview' && !isUntaggedChangeSet(stack, stage);
  if ((stack.stage === undefined || stack.stage === stage) && !untagged) {
    return undefined;
  }
  const whose = stack.stage === undefined ? 'has no tag STAGE' : `is of the stage "${stack.stage}"`;
  return new UserError('E_STACK_FOREIGN', {
    what: `the stack ${stack.name} ${whose}, and this deploys the stage "${stage}"`,
    why: 'it was left untouched',
    fix: 'let the name of the stack hold the stage (provider.stackName, if the configuration sets it)',
  });
}

export interface FailureParts {
  readonly service: string;
  readonly region: string;
  /** The stack after the deploy; absent where there is none. */
  readonly stack?: StackView;
  /** Whether CloudFormation changed nothing. */
  readonly untouched: boolean;
  /** Whether nothing was ever deployed into it. */
  readonly isNew: boolean;
  readonly first: StackEvent | undefined;
  /** How the CLI ended. */
  readonly ending: string;
  /** The end of what the CLI said, redacted. */
  readonly lastWords: string;
}

/** Describes a deploy that failed: the state that CloudFormation left, and the first thing that went wrong. */
export function explainFailure(parts: FailureParts): UserError {
  const { stack, first } = parts;
  const state = stack === undefined ? 'there is no stack' : `the stack ${stack.name} is ${stack.status}`;
  const why =
    first === undefined
      ? `${parts.ending}: ${parts.lastWords}`
      : `${first.logicalId} (${first.type}) is ${first.status}: ${first.reason}`;
  return new UserError('E_DEPLOY_FAILED', {
    what: `the service "${parts.service}" was not deployed: ${state}`,
    why,
    fix: [
      consequence(parts),
      ...(stack === undefined || parts.untouched ? [] : [`events: ${consoleUrl(stack.id)}`]),
    ].join(' – '),
  });
}

/** Describes a removal that CloudFormation refused, or could not finish; `first` is what went wrong first. */
export function explainRemoval(
  service: string,
  stack: StackView,
  first: StackEvent | undefined,
  region: string,
): UserError {
  const isRefused = !stack.status.startsWith('DELETE_');
  const event =
    first === undefined ? undefined : `${first.logicalId} (${first.type}) is ${first.status}: ${first.reason}`;
  const why = isRefused ? (stack.reason ?? event) : (event ?? stack.reason);
  const isInUse = isRefused && [stack.reason, first?.reason].some((text) => exportInUse(text ?? '') !== undefined);
  const again = isRefused
    ? 'mend the cause and run again'
    : 'mend the cause and run again (the ledger keeps it as orphaned until then; ' +
      `aws cloudformation delete-stack --stack-name ${stack.name} --region ${region} tries it by hand)`;
  return new UserError(isInUse ? 'E_STACK_IN_USE' : 'E_DESTROY_FAILED', {
    what: `the service "${service}" was not removed: the stack ${stack.name} is ${stack.status}`,
    ...onlyDefined({ why }),
    fix: `${again} – events: ${consoleUrl(stack.id)}`,
  });
}

/** What CloudFormation says if the role that a stack was given is gone, or no longer trusts it. */
const ROLE_GONE = /Role (arn:[\w-]+:iam::\d{12}:role\/\S+) is invalid or cannot be assumed/;

/**
 * Explains why a stack cannot be changed whose own CloudFormation role is gone (`provider.iam.deploymentRole`); undefined if it is
 * another error. A stack keeps a role that it was once given.
 */
export function explainGoneRole(stackId: string, message: string, isRemoval: boolean): UserError | undefined {
  const [, role] = ROLE_GONE.exec(message) ?? [];
  if (role === undefined) {
    return undefined;
  }
  const [, , , region, , resource = ''] = stackId.split(':');
  const name = resource.split('/')[1] ?? stackId;
  const byHand =
    `, or delete the stack with another role that may do it: ` +
    `aws cloudformation delete-stack --stack-name ${name} --region ${region} --role-arn ROLE_ARN`;
  return new UserError(isRemoval ? 'E_DESTROY_FAILED' : 'E_STACK_STATE', {
    what: `the stack ${name} cannot be changed: its role ${role} is gone, or does not trust cloudformation.amazonaws.com`,
    why: 'CloudFormation goes on using the role that a stack was given (provider.iam.deploymentRole)',
    fix: `create the role again and run again${isRemoval ? byHand : ''}`,
  });
}

function consequence({ stack, untouched, isNew, region }: FailureParts): string {
  if (stack === undefined || untouched) {
    return 'AWS is as it was before; mend the cause and run again';
  }
  if (isSuccess(stack.status)) {
    return 'the stack itself is complete, what failed is beside it; mend the cause and run again';
  }
  switch (stack.status) {
    case 'UPDATE_ROLLBACK_COMPLETE':
      return isNew
        ? 'CloudFormation rolled it back: the new stack holds nothing but its deployment bucket; mend the cause and run again'
        : 'CloudFormation rolled the update back, and the version before it is live; mend the cause and run again';
    case 'ROLLBACK_COMPLETE':
      return 'CloudFormation rolled the creation back; mend the cause and run again: the empty stack is made anew';
    case 'CREATE_FAILED':
    case 'ROLLBACK_FAILED':
      return 'mend the cause and run again: the stack never worked, and is made anew';
    case 'UPDATE_FAILED':
    case 'UPDATE_ROLLBACK_FAILED':
      return 'mend the cause and run again: the stack is rolled back first';
    default:
      return `mend the cause, then: ${remedy(stack, region)}`;
  }
}
