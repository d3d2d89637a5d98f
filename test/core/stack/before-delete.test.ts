import { describe, expect, it } from 'vitest';
import { type BeforeDelete, beforeDelete } from '../../../core/stack/before-delete.ts';
import { STACK_STATUSES } from '../../../core/stack/status.ts';

/** What a removal does, by status; the kind of the stage does not matter. */
const TABLE: Readonly<Record<string, BeforeDelete>> = {
  CREATE_IN_PROGRESS: 'wait',
  CREATE_FAILED: 'delete',
  CREATE_COMPLETE: 'delete',
  ROLLBACK_IN_PROGRESS: 'wait',
  ROLLBACK_FAILED: 'delete',
  ROLLBACK_COMPLETE: 'delete',
  DELETE_IN_PROGRESS: 'await',
  DELETE_FAILED: 'finish',
  DELETE_COMPLETE: 'nothing',
  UPDATE_IN_PROGRESS: 'wait',
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: 'wait',
  UPDATE_COMPLETE: 'delete',
  UPDATE_FAILED: 'delete',
  UPDATE_ROLLBACK_IN_PROGRESS: 'wait',
  UPDATE_ROLLBACK_FAILED: 'delete',
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: 'wait',
  UPDATE_ROLLBACK_COMPLETE: 'delete',
  REVIEW_IN_PROGRESS: 'delete',
  IMPORT_IN_PROGRESS: 'wait',
  IMPORT_COMPLETE: 'delete',
  IMPORT_ROLLBACK_IN_PROGRESS: 'wait',
  IMPORT_ROLLBACK_FAILED: 'delete',
  IMPORT_ROLLBACK_COMPLETE: 'delete',
};

describe('what a removal does about a stack', () => {
  it('is written down here for every status that there is', () => {
    expect(Object.keys(TABLE).sort()).toEqual([...STACK_STATUSES].sort());
    expect(STACK_STATUSES).toHaveLength(23);
  });

  it.each(STACK_STATUSES)('E1–E14 in %s', (status) => {
    expect(beforeDelete(status)).toBe(TABLE[status]);
  });

  it('E1 is nothing where there is none', () => {
    expect(beforeDelete(undefined)).toBe('nothing');
  });

  it.each(['', 'SOMETHING_NEW', 'constructor', '__proto__', 'delete_complete'])(
    'is to refuse the unknown status %j',
    (status) => {
      expect(beforeDelete(status)).toBe('refuse');
    },
  );
});
