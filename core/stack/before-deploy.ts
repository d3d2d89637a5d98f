import type { StageKind } from '../stage/identity.ts';
import type { StackStatus } from './status.ts';

/** What a deploy does about the state that it finds a stack in. */
export type BeforeDeploy =
  /** Goes on; the last update may have failed. */
  | 'deploy'
  /** Somebody's operation is under way: never a second one. */
  | 'wait'
  /** It never worked: it is removed and made anew, in a configured stage only where nothing of it is retained. */
  | 'recreate'
  /** Nothing but a change set: where that is the CLI's own, the stack is removed and made anew. */
  | 'discard'
  /** An update stopped half-way: it is rolled back first. */
  | 'roll-back'
  /** A rollback stopped half-way: it is gone on with once, and no resource is skipped. */
  | 'continue-rollback'
  /** A person has to decide. */
  | 'refuse';

/** Decides what a deploy does about a stack's status, as CloudFormation says it; undefined: there is no stack. */
export function beforeDeploy(status: string | undefined, kind: StageKind): BeforeDeploy {
  const known = status as StackStatus | undefined;
  switch (known) {
    case undefined:
    case 'DELETE_COMPLETE':
    case 'CREATE_COMPLETE':
    case 'UPDATE_COMPLETE':
    case 'IMPORT_COMPLETE':
    case 'UPDATE_ROLLBACK_COMPLETE':
    case 'IMPORT_ROLLBACK_COMPLETE':
      return 'deploy';
    case 'CREATE_IN_PROGRESS':
    case 'ROLLBACK_IN_PROGRESS':
    case 'DELETE_IN_PROGRESS':
    case 'UPDATE_IN_PROGRESS':
    case 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS':
    case 'UPDATE_ROLLBACK_IN_PROGRESS':
    case 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS':
    case 'IMPORT_IN_PROGRESS':
    case 'IMPORT_ROLLBACK_IN_PROGRESS':
      return 'wait';
    case 'REVIEW_IN_PROGRESS':
      return 'discard';
    case 'CREATE_FAILED':
    case 'ROLLBACK_COMPLETE':
    case 'ROLLBACK_FAILED':
      return 'recreate';
    case 'UPDATE_FAILED':
      return 'roll-back';
    case 'UPDATE_ROLLBACK_FAILED':
      return 'continue-rollback';
    case 'DELETE_FAILED':
      return kind === 'configured' ? 'refuse' : 'recreate';
    case 'IMPORT_ROLLBACK_FAILED':
      return 'refuse';
    default:
      return unknownStatus(known);
  }
}

/** A status that CloudFormation did not have when this was written: a person has to look. */
function unknownStatus(_status: never): BeforeDeploy {
  return 'refuse';
}
