/** A CloudFormation stack as we look at it. */
export interface StackView {
  readonly name: string;
  /** ARN. */
  readonly id: string;
  readonly status: string;
  readonly reason?: string;
  /** Time of the last executed operation, in ISO 8601: LastUpdatedTime, else CreationTime. */
  readonly changed: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Value of the tag STAGE, which the Serverless Framework gives every stack; absent where there is none. */
  readonly stage?: string;
}

/** What a deploy does about the state that it finds a stack in. */
export type BeforeDeploy = 'deploy' | 'wait' | 'refuse';

const DEPLOYABLE: readonly string[] = [
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
  'IMPORT_COMPLETE',
  'IMPORT_ROLLBACK_COMPLETE',
  'DELETE_COMPLETE',
];

/** Decides what to do about a stack's status (undefined: there is none) before a deploy. */
export function beforeDeploy(status: string | undefined): BeforeDeploy {
  if (status === undefined || DEPLOYABLE.includes(status)) {
    return 'deploy';
  }
  return isTerminal(status) ? 'refuse' : 'wait';
}

/** Whether a stack stays in this status until somebody does something. */
export function isTerminal(status: string): boolean {
  return !status.endsWith('_IN_PROGRESS') || status === 'REVIEW_IN_PROGRESS';
}

/** Whether a status is the good end of a create, update or import. */
export function isSuccess(status: string): boolean {
  return status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE' || status === 'IMPORT_COMPLETE';
}
