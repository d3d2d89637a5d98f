import type { StackStatus } from './status.ts';

/** What a removal does about the state that it finds a stack in. */
export type BeforeDelete =
  /** There is none. */
  | 'nothing'
  /** Somebody's operation is under way: it is waited for, then looked at again. */
  | 'wait'
  /** It is deleted already: only its end is waited for. */
  | 'await'
  | 'delete'
  /** An earlier removal stopped half-way: what stopped it is mended where it is ours, and it is deleted again. */
  | 'finish'
  /** A person has to decide. */
  | 'refuse';

/** Decides what a removal does about a stack's status, as CloudFormation says it; undefined: there is no stack. */
export function beforeDelete(status: string | undefined): BeforeDelete {
  const known = status as StackStatus | undefined;
  switch (known) {
    case undefined:
    case 'DELETE_COMPLETE':
      return 'nothing';
    case 'DELETE_IN_PROGRESS':
      return 'await';
    case 'CREATE_IN_PROGRESS':
    case 'ROLLBACK_IN_PROGRESS':
    case 'UPDATE_IN_PROGRESS':
    case 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS':
    case 'UPDATE_ROLLBACK_IN_PROGRESS':
    case 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS':
    case 'IMPORT_IN_PROGRESS':
    case 'IMPORT_ROLLBACK_IN_PROGRESS':
      return 'wait';
    case 'REVIEW_IN_PROGRESS':
    case 'CREATE_FAILED':
    case 'CREATE_COMPLETE':
    case 'ROLLBACK_FAILED':
    case 'ROLLBACK_COMPLETE':
    case 'UPDATE_COMPLETE':
    case 'UPDATE_FAILED':
    case 'UPDATE_ROLLBACK_FAILED':
    case 'UPDATE_ROLLBACK_COMPLETE':
    case 'IMPORT_COMPLETE':
    case 'IMPORT_ROLLBACK_FAILED':
    case 'IMPORT_ROLLBACK_COMPLETE':
      return 'delete';
    case 'DELETE_FAILED':
      return 'finish';
    default:
      return unknownStatus(known);
  }
}

/** A status that CloudFormation did not have when this was written: a person has to look. */
function unknownStatus(_status: never): BeforeDelete {
  return 'refuse';
}
