import { describe, expect, it } from 'vitest';
import { beforeDeploy } from '../../../core/stack/before-deploy.ts';
import { STACK_STATUSES } from '../../../core/stack/status.ts';

const KINDS = ['configured', 'preview', 'personal'] as const;

/** What a deploy does, by status; where the kind of the stage matters, configured first. */
const TABLE: Readonly<Record<string, string | readonly [configured: string, others: string]>> = {
  CREATE_IN_PROGRESS: 'wait',
  CREATE_FAILED: 'recreate',
  CREATE_COMPLETE: 'deploy',
  ROLLBACK_IN_PROGRESS: 'wait',
  ROLLBACK_FAILED: 'recreate',
  ROLLBACK_COMPLETE: 'recreate',
  DELETE_IN_PROGRESS: 'wait',
  DELETE_FAILED: ['refuse', 'recreate'],
  DELETE_COMPLETE: 'deploy',
  UPDATE_IN_PROGRESS: 'wait',
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: 'wait',
  UPDATE_COMPLETE: 'deploy',
  UPDATE_FAILED: 'roll-back',
  UPDATE_ROLLBACK_IN_PROGRESS: 'wait',
  UPDATE_ROLLBACK_FAILED: 'continue-rollback',
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: 'wait',
  UPDATE_ROLLBACK_COMPLETE: 'deploy',
  REVIEW_IN_PROGRESS: 'discard',
  IMPORT_IN_PROGRESS: 'wait',
  IMPORT_COMPLETE: 'deploy',
  IMPORT_ROLLBACK_IN_PROGRESS: 'wait',
  IMPORT_ROLLBACK_FAILED: 'refuse',
  IMPORT_ROLLBACK_COMPLETE: 'deploy',
};

describe('what a deploy does about a stack', () => {
  it.each(STACK_STATUSES.flatMap((status) => KINDS.map((kind) => [status, kind] as const)))(
    'E1–E14 in %s of a %s stage',
    (status, kind) => {
      const action = TABLE[status] ?? '';
      const expected = typeof action === 'string' ? action : action[kind === 'configured' ? 0 : 1];
      expect(beforeDeploy(status, kind)).toBe(expected);
    },
  );

  it.each(KINDS)('E1 is to make it where there is none in a %s stage', (kind) => {
    expect(beforeDeploy(undefined, kind)).toBe('deploy');
  });

  it.each(['', 'SOMETHING_NEW', 'constructor'])('is to refuse the unknown status %j', (status) => {
    expect(beforeDeploy(status, 'preview')).toBe('refuse');
  });
});
