import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainFailure, explainState } from '../../../core/stack/explain.ts';
import { exportInUse, firstFailure, type StackEvent } from '../../../core/stack/failure.ts';
import type { StackView } from '../../../core/stack/status.ts';

const START = Date.UTC(2026, 10, 23);
let count = 0;
const event = (overrides: Partial<StackEvent> = {}): StackEvent => ({
  id: `event-${count++}`,
  time: START + 1000,
  logicalId: 'Table',
  physicalId: 'shop-table',
  type: 'AWS::DynamoDB::Table',
  status: 'CREATE_COMPLETE',
  reason: '',
  ...overrides,
});
const failed = (second: number, overrides: Partial<StackEvent> = {}) =>
  event({ time: START + second * 1000, status: 'CREATE_FAILED', reason: 'limit exceeded', ...overrides });

describe('firstFailure', () => {
  it('names what went wrong first, not what followed from it', () => {
    const cause = failed(5, { logicalId: 'Queue' });
    const cancelled = failed(6, { reason: 'Resource creation cancelled' });
    const later = event({ time: START + 7000, status: 'ROLLBACK_IN_PROGRESS', type: 'AWS::CloudFormation::Stack' });
    expect(firstFailure([later, cancelled, cause, event()], START)).toBe(cause);
  });

  it('does not name a cancelled resource for one that failed in the same moment', () => {
    const cause = failed(5, { logicalId: 'Queue' });
    const cancelled = failed(5, { reason: 'Resource creation cancelled' });
    expect(firstFailure([cancelled, cause], START)).toBe(cause);
    expect(firstFailure([cause, cancelled], START)).toBe(cause);
  });

  it('E22 is the same however events are ordered and doubled', () => {
    const events = [event(), failed(9), failed(4, { logicalId: 'Queue' }), failed(12), event({ time: START + 2000 })];
    fc.assert(
      fc.property(fc.array(fc.nat(events.length - 1), { maxLength: 20 }), fc.nat(), (picks, turn) => {
        const all = [...events, ...picks.map((pick) => events[pick] ?? event())];
        const turned = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)];
        expect(firstFailure(turned, START)?.logicalId).toBe('Queue');
      }),
      { seed: 20261123 },
    );
  });

  it('looks at nothing of an earlier operation', () => {
    expect(firstFailure([failed(-10)], START)).toBeUndefined();
    expect(firstFailure([failed(-10), failed(3, { logicalId: 'Queue' })], START)?.logicalId).toBe('Queue');
  });

  it('finds nothing where nothing failed', () => {
    expect(firstFailure([], START)).toBeUndefined();
    expect(firstFailure([event()], START)).toBeUndefined();
  });

  it.each(['CREATE_FAILED', 'UPDATE_FAILED', 'DELETE_FAILED'])('E28 knows %s', (status) => {
    const reason = 'User: x is not authorized to perform: sqs:CreateQueue';
    expect(firstFailure([failed(1, { status, reason })], START)?.reason).toBe(reason);
  });
});

describe('what is said of a stack', () => {
  const stack: StackView = {
    name: 'shop-dev',
    id: 'arn:aws:cloudformation:us-east-1:111111111111:stack/shop-dev/1',
    status: 'ROLLBACK_COMPLETE',
    reason: 'The following resource(s) failed to create: [Queue]',
    changed: '2026-11-23T00:00:00.000Z',
    created: '2026-11-25T00:00:00.000Z',
    exports: {},
    isProtected: false,
    outputs: {},
  };

  it.each([
    'ROLLBACK_COMPLETE',
    'CREATE_FAILED',
    'ROLLBACK_FAILED',
    'UPDATE_ROLLBACK_FAILED',
    'UPDATE_FAILED',
    'DELETE_FAILED',
    'IMPORT_ROLLBACK_FAILED',
    'REVIEW_IN_PROGRESS',
  ])('E1–E14 names the stack and the state %s, and what brings it back', (status) => {
    const error = explainState({ ...stack, status }, 'us-east-1');
    expect(error.code).toBe('E_STACK_STATE');
    expect(error.message).toContain('shop-dev');
    expect(error.message).toContain(status);
  });

  it('E15 names the service, the first failed resource with its reason, and the state that was left', () => {
    const first = failed(5, { logicalId: 'Queue', type: 'AWS::SQS::Queue', reason: 'limit exceeded' });
    const error = explainFailure({
      service: 'restapi',
      region: 'us-east-1',
      stack,
      untouched: false,
      isNew: false,
      first,
      ending: 'exit code 1',
      lastWords: 'bye',
    });
    expect(error.code).toBe('E_DEPLOY_FAILED');
    for (const word of ['restapi', 'Queue', 'limit exceeded', 'ROLLBACK_COMPLETE'])
      expect(error.message).toContain(word);
  });

  it('E17 says that nothing was changed where the CLI was content and CloudFormation was not asked', () => {
    const error = explainFailure({
      service: 'restapi',
      region: 'us-east-1',
      untouched: true,
      isNew: true,
      first: undefined,
      ending: 'exit code 1',
      lastWords: 'Cannot resolve variable',
    });
    expect(error.code).toBe('E_DEPLOY_FAILED');
    expect(error.message).toContain('Cannot resolve variable');
  });
});

describe('the export that others import', () => {
  it.each([
    'Export shop-table cannot be updated as it is in use by shop-web-dev',
    'Export shop-table cannot be deleted as it is in use by shop-web-dev and shop-tasks-dev',
    'Delete canceled. Cannot delete export shop-table as it is in use by shop-web-dev.',
  ])('E27 is found in what CloudFormation says: %s', (reason) => {
    expect(exportInUse(reason)).toBe('shop-table');
  });

  it.each(['', 'limit exceeded', 'Export of the table failed'])('E27 is none in %j', (reason) => {
    expect(exportInUse(reason)).toBeUndefined();
  });
});
