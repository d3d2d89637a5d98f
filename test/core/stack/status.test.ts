import { describe, expect, it } from 'vitest';
import { beforeDeploy, isSuccess, isTerminal } from '../../../core/stack/status.ts';

/** Every status of CloudFormation's API (StackStatus): what a deploy does, whether it stays, whether it is a good end. */
const TABLE: [string, 'deploy' | 'wait' | 'refuse', boolean, boolean][] = [
  ['CREATE_IN_PROGRESS', 'wait', false, false],
  ['CREATE_FAILED', 'refuse', true, false],
  ['CREATE_COMPLETE', 'deploy', true, true],
  ['ROLLBACK_IN_PROGRESS', 'wait', false, false],
  ['ROLLBACK_FAILED', 'refuse', true, false],
  ['ROLLBACK_COMPLETE', 'refuse', true, false],
  ['DELETE_IN_PROGRESS', 'wait', false, false],
  ['DELETE_FAILED', 'refuse', true, false],
  ['DELETE_COMPLETE', 'deploy', true, false],
  ['UPDATE_IN_PROGRESS', 'wait', false, false],
  ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'wait', false, false],
  ['UPDATE_COMPLETE', 'deploy', true, true],
  ['UPDATE_FAILED', 'refuse', true, false],
  ['UPDATE_ROLLBACK_IN_PROGRESS', 'wait', false, false],
  ['UPDATE_ROLLBACK_FAILED', 'refuse', true, false],
  ['UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS', 'wait', false, false],
  ['UPDATE_ROLLBACK_COMPLETE', 'deploy', true, false],
  ['IMPORT_IN_PROGRESS', 'wait', false, false],
  ['IMPORT_COMPLETE', 'deploy', true, true],
  ['IMPORT_ROLLBACK_IN_PROGRESS', 'wait', false, false],
  ['IMPORT_ROLLBACK_FAILED', 'refuse', true, false],
  ['IMPORT_ROLLBACK_COMPLETE', 'deploy', true, false],
];

describe('the status of a stack', () => {
  it.each(TABLE)('E1–E14 in %s: a deploy is to %s', (status, action) => {
    expect(beforeDeploy(status)).toBe(action);
  });

  it.each(TABLE)('E15 in %s: stays there and is a good end as CloudFormation says', (status, _, terminal, success) => {
    expect({ terminal: isTerminal(status), success: isSuccess(status) }).toEqual({ terminal, success });
  });

  it('E1–E14 does not wait for a stack in REVIEW_IN_PROGRESS, which moves by nobody', () => {
    expect(beforeDeploy('REVIEW_IN_PROGRESS')).not.toBe('wait');
    expect(isTerminal('REVIEW_IN_PROGRESS')).toBe(true);
    expect(isSuccess('REVIEW_IN_PROGRESS')).toBe(false);
  });

  it('E1 deploys where there is no stack', () => {
    expect(beforeDeploy(undefined)).toBe('deploy');
  });

  it.each(['', 'SOMETHING_NEW', 'constructor'])('does not deploy over the unknown status %j', (status) => {
    expect(beforeDeploy(status)).not.toBe('deploy');
    expect(isSuccess(status)).toBe(false);
  });
});
