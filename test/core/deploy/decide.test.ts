import { describe, expect, it } from 'vitest';
import { type DecisionParts, decideDeployment } from '../../../core/deploy/decide.ts';
import type { Completed, DeploymentRecord, Fingerprint } from '../../../core/ledger/record.ts';
import type { StackView } from '../../../core/stack/status.ts';

const FINGERPRINT: Fingerprint = { source: 's1', parameters: 'p1', outputs: 'o1', tools: 't1' };
const STACK: StackView = {
  name: 'shop-api-dev',
  id: 'arn:aws:cloudformation:us-east-1:111111111111:stack/shop-api-dev/1',
  status: 'UPDATE_COMPLETE',
  changed: '2026-11-25T10:00:00.000Z',
  created: '2026-11-25T00:00:00.000Z',
  exports: {},
  isProtected: false,
  outputs: { Url: 'https://example.com' },
  stage: 'dev',
};
const COMPLETED: Completed = {
  commit: 'abcdef0123456789abcdef0123456789abcdef01',
  fingerprint: FINGERPRINT,
  stack: STACK.id,
  changed: STACK.changed,
  outputs: 'hash',
};
const RECORD: DeploymentRecord = {
  schemaVersion: 1,
  service: 'shop-api',
  key: 'api',
  owner: { kind: 'repository', id: '1', name: 'shop/shop' },
  run: { id: '5', attempt: '1', url: 'https://github.com/shop/shop/actions/runs/5' },
  status: 'deployed',
  commit: 'abcdef0123456789abcdef0123456789abcdef01',
  stackName: 'shop-api-dev',
  needs: [],
  completed: COMPLETED,
};

const { completed: _, ...FIRST } = RECORD;
const { fingerprint: __, ...UNTOLD } = COMPLETED;
const { commit: ___, ...NO_COMMIT } = COMPLETED;

const decide = (rest: Partial<DecisionParts> = {}) =>
  decideDeployment({
    forced: false,
    record: RECORD,
    stack: STACK,
    fingerprint: FINGERPRINT,
    doubt: undefined,
    ...rest,
  });
/** The reason why it is deployed. */
const deployed = (rest: Partial<DecisionParts>) => {
  const { deploy, reason } = decide(rest);
  expect(deploy).toBe(true);
  return reason;
};
const withStack = (rest: Partial<StackView>) => ({ stack: { ...STACK, ...rest } });

describe('a service', () => {
  it.each(['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'IMPORT_COMPLETE'])(
    'is left alone where all is as its last deploy left it, %s',
    (status) => {
      expect(decide(withStack({ status }))).toEqual({ deploy: false, reason: 'nothing differs since abcdef0' });
    },
  );

  it('is left alone without the commit of its last deploy, too', () => {
    const { deploy, reason } = decide({ record: { ...RECORD, completed: NO_COMMIT } });
    expect(deploy).toBe(false);
    expect(reason).toContain('nothing differs');
    expect(reason).not.toContain('undefined');
  });

  it('is left alone whatever its record says of the run, of its key, and of its stack outputs', () => {
    const record = { ...RECORD, key: 'old', run: { id: '6', attempt: '2', url: '' }, commit: '0'.repeat(40) };
    expect(decide({ record, ...withStack({ outputs: {} }) }).deploy).toBe(false);
  });

  it('is deployed where a person asked for it', () => {
    expect(deployed({ forced: true })).not.toBe('');
    expect(deployed({ forced: true, record: undefined, stack: undefined })).not.toBe('');
  });

  it('is deployed where it is not deployed yet', () => {
    expect(deployed({ record: undefined, stack: undefined })).toBe('it is not deployed yet');
  });

  it('is deployed where nothing is known of its stack', () => {
    expect(deployed({ record: undefined })).not.toBe('');
  });

  it('is deployed where its last deploy failed, or was cut off', () => {
    expect(deployed({ record: { ...RECORD, status: 'failed' } })).toContain('its last deploy failed');
    expect(deployed({ record: { ...RECORD, status: 'deploying' } })).toContain('its last deploy was cut off');
    expect(deployed({ record: { ...FIRST, status: 'failed' }, stack: undefined })).not.toBe('');
    expect(deployed({ record: { ...FIRST, status: 'deploying' }, stack: undefined })).not.toBe('');
  });

  it('F2 is deployed where its last deploy was cancelled while CloudFormation went on', () => {
    expect(deployed({ record: { ...RECORD, status: 'interrupted' } })).toMatch(/cancel|interrupt|cut off/);
  });

  it('F4 is deployed where somebody began to remove it, or could not finish that', () => {
    expect(deployed({ record: { ...RECORD, status: 'removing' } })).toMatch(/remov/);
    expect(deployed({ record: { ...RECORD, status: 'orphaned' } })).toMatch(/remov|orphan/);
  });

  it.each(['interrupted', 'removing', 'orphaned'] as const)(
    'is deployed in the status %s, whatever else is known of it',
    (status) => {
      expect(deployed({ record: { ...FIRST, status }, stack: undefined })).not.toBe('');
      expect(deployed({ record: { ...RECORD, status }, stack: undefined })).not.toBe('');
      expect(deployed({ record: { ...FIRST, status } })).not.toBe('');
      expect(deployed({ record: { ...RECORD, status }, fingerprint: undefined, doubt: 'it reads ${ssm}' })).not.toBe(
        '',
      );
    },
  );

  it('is deployed where its record lacks what a deploy leaves', () => {
    expect(deployed({ record: FIRST })).not.toBe('');
    expect(deployed({ record: { ...RECORD, completed: UNTOLD } })).not.toBe('');
  });
});

describe('E39 a service whose record says `deployed` with an equal fingerprint', () => {
  it('is deployed where its stack is gone', () => {
    expect(deployed({ stack: undefined })).toContain('its stack is gone');
  });

  it.each([
    'CREATE_IN_PROGRESS',
    'CREATE_FAILED',
    'ROLLBACK_IN_PROGRESS',
    'ROLLBACK_COMPLETE',
    'ROLLBACK_FAILED',
    'UPDATE_IN_PROGRESS',
    'UPDATE_FAILED',
    'UPDATE_ROLLBACK_IN_PROGRESS',
    'UPDATE_ROLLBACK_COMPLETE',
    'UPDATE_ROLLBACK_FAILED',
    'DELETE_IN_PROGRESS',
    'DELETE_FAILED',
    'DELETE_COMPLETE',
    'REVIEW_IN_PROGRESS',
    'IMPORT_ROLLBACK_COMPLETE',
    'SOMETHING_NEW',
  ])('is deployed where its stack is %s', (status) => {
    expect(deployed(withStack({ status }))).toContain(status);
  });

  it('is deployed where its stack was changed outside of it', () => {
    for (const changed of ['2026-11-25T10:00:01.000Z', '2026-11-25T09:59:59.000Z', '2026-11-25T10:00:00.001Z']) {
      expect(deployed(withStack({ changed }))).toContain('changed by something else');
    }
  });

  it('is deployed where another stack of its name stands there', () => {
    expect(deployed(withStack({ id: `${STACK.id}2` }))).not.toBe('');
  });

  it('is deployed where its stack rolled back after it was changed', () => {
    const stack = { status: 'UPDATE_ROLLBACK_COMPLETE', changed: '2026-11-25T11:00:00.000Z' };
    expect(deployed(withStack(stack))).toContain('UPDATE_ROLLBACK_COMPLETE');
  });
});

describe('a service whose fingerprint differs', () => {
  it.each([
    ['source', /files|dependencies/],
    ['parameters', /parameters/],
    ['outputs', /outputs/],
    ['tools', /versions?/],
  ] as const)('is deployed, and the reason names its %s, and the commit', (part, text) => {
    const reason = deployed({ fingerprint: { ...FINGERPRINT, [part]: 'other' } });
    expect(reason).toMatch(text);
    expect(reason).toContain('abcdef0');
    const others = [/files|dependencies/, /parameters/, /outputs/, /versions?/].filter(
      (each) => each.source !== text.source,
    );
    for (const other of others) expect(reason).not.toMatch(other);
  });

  it('is deployed for several reasons, and names them', () => {
    const reason = deployed({ fingerprint: { ...FINGERPRINT, source: 'x', parameters: 'y', outputs: 'z' } });
    expect(reason).toMatch(/files/);
    expect(reason).toMatch(/parameters/);
    expect(reason).toMatch(/outputs/);
  });

  it('shows no hash', () => {
    const reason = deployed({ fingerprint: { ...FINGERPRINT, parameters: 'SECRET-HASH' } });
    expect(reason).not.toContain('SECRET-HASH');
    expect(reason).not.toContain('p1');
  });
});

describe('a service of which not all is known', () => {
  const doubt = 'it reads ${ssm}, whose values are not known before';

  it('is deployed, and the doubt is shown', () => {
    expect(deployed({ doubt, fingerprint: undefined })).toContain(doubt);
    expect(deployed({ doubt })).toContain(doubt);
  });

  it('is deployed without a fingerprint', () => {
    expect(deployed({ fingerprint: undefined })).not.toBe('');
  });

  it('is deployed first of all because its stack is not what it was', () => {
    expect(deployed({ doubt, fingerprint: undefined, stack: undefined })).toContain('its stack is gone');
    expect(deployed({ doubt, fingerprint: undefined, record: undefined, stack: undefined })).toContain(
      'not deployed yet',
    );
  });
});
