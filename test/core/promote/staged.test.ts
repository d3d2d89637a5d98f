import { describe, expect, it } from 'vitest';
import type { DeploymentRecord } from '../../../core/ledger/record.ts';
import type { Wish } from '../../../core/ledger/wish.ts';
import {
  completedCommit,
  type Expected,
  type StageFacts,
  type Standing,
  soakLine,
  spellTime,
  stagedLine,
  testedLine,
  wholeLine,
} from '../../../core/promote/staged.ts';
import type { StackView } from '../../../core/stack/status.ts';

const [OLD, NEW] = ['a'.repeat(40), 'b'.repeat(40)];
const OWNER = { kind: 'repository', id: '1001', name: 'acme/shop' } as const;
const RUN = { id: '7', attempt: '1', url: 'https://github.com/acme/shop/actions/runs/7' };
const WISH: Wish = {
  schemaVersion: 1,
  owner: OWNER,
  run: RUN,
  regions: ['us-east-1'],
  commit: NEW,
  complete: true,
  completedCommit: NEW,
};
const NOW = Date.parse('2026-11-29T12:00:00Z');
const standing = (
  key: string,
  record: Partial<DeploymentRecord> = {},
  stack: Partial<StackView> | null = {},
): Standing => {
  const id = `arn:aws:cloudformation:us-east-1:111111111111:stack/shop-${key}-staging/1`;
  const changed = '2026-11-29T10:00:00.000Z';
  const known: StackView = {
    name: `shop-${key}-staging`,
    id,
    status: 'UPDATE_COMPLETE',
    created: changed,
    changed,
    outputs: {},
    exports: {},
    isProtected: true,
  };
  return {
    region: 'us-east-1',
    record: {
      schemaVersion: 1,
      service: `shop-${key}`,
      key,
      owner: OWNER,
      run: RUN,
      status: 'deployed',
      stackName: known.name,
      needs: [],
      completed: { stack: id, changed, outputs: 'hash' },
      ...record,
    },
    stack: stack === null ? undefined : { ...known, ...stack },
  };
};
const facts = (more: Partial<StageFacts> = {}): StageFacts => ({
  stage: 'staging',
  wish: WISH,
  wishWritten: NOW - 3_600_000,
  deployments: [standing('api'), standing('db')],
  broken: [],
  now: NOW,
  ...more,
});
const EXPECTED: Expected = { keys: ['api', 'db'], regions: ['us-east-1'], again: 'run it' };

describe('a commit in a stage', () => {
  it('is completed if nothing else began since', () => {
    expect(stagedLine(facts(), NEW, 'run it')).toMatchObject({ answer: 'passed', text: 'staging completed bbbbbbb' });
    expect(completedCommit(facts())).toBe(NEW);
  });

  it.each<[what: string, wish: Wish | undefined, commit: string, text: RegExp]>([
    ['was never deployed', undefined, NEW, /never deployed to staging/],
    [
      'failed, or is under way',
      { ...WISH, complete: false, completedCommit: OLD },
      NEW,
      /did not complete bbbbbbb.*runs\/7/,
    ],
    [
      'has another one begun behind it',
      { ...WISH, complete: false, completedCommit: OLD },
      OLD,
      /completed aaaaaaa, and bbbbbbb was begun/,
    ],
    ['is not the one', WISH, OLD, /completed bbbbbbb, not aaaaaaa/],
  ])('is not completed if it %s', (_what, wish, commit, text) => {
    const line = stagedLine(facts({ wish }), commit, 'run it');
    expect(line).toMatchObject({ answer: 'failed', code: 'E_NOT_STAGED', text: expect.stringMatching(text) });
    expect(line.fix).toContain('run it');
    expect(line.liftedBy).toBeUndefined();
  });
});

describe('a stage', () => {
  it('is whole if records and stacks agree', () => {
    expect(wholeLine(facts(), EXPECTED)).toMatchObject({ answer: 'passed' });
    expect(wholeLine(facts(), { ...EXPECTED, keys: undefined })).toMatchObject({ answer: 'not-asked' });
  });

  it.each<[what: string, more: Partial<StageFacts>, expected: Partial<Expected>, detail: RegExp]>([
    [
      'a stack is gone',
      { deployments: [standing('api', {}, null), standing('db')] },
      {},
      /^api in us-east-1: .*is gone$/,
    ],
    [
      'a stack was rolled back',
      { deployments: [standing('api', {}, { status: 'UPDATE_ROLLBACK_COMPLETE' }), standing('db')] },
      {},
      /UPDATE_ROLLBACK_COMPLETE/,
    ],
    [
      'a stack is another one',
      { deployments: [standing('api', {}, { id: 'arn:other' }), standing('db')] },
      {},
      /changed by something else/,
    ],
    [
      'a stack was changed by hand',
      { deployments: [standing('api', {}, { changed: '2026-11-29T11:00:00.000Z' }), standing('db')] },
      {},
      /changed by something else/,
    ],
    [
      'a record says failed',
      { deployments: [standing('api', { status: 'failed' }), standing('db')] },
      {},
      /record says failed/,
    ],
    ['a record cannot be read', { broken: ['the record x cannot be read'] }, {}, /cannot be read/],
    ['a service has no record', { deployments: [standing('api')] }, {}, /^db in us-east-1: it has no record$/],
    ['a region has none', {}, { regions: ['us-east-1', 'eu-west-1'] }, /^api in eu-west-1: it has no record$/],
    ['there is none at all', { deployments: [] }, { keys: undefined }, /no records at all/],
  ])('is not whole if %s', (_what, more, expected, detail) => {
    const line = wholeLine(facts(more), { ...EXPECTED, ...expected });
    expect(line).toMatchObject({ answer: 'failed', code: 'E_NOT_STAGED' });
    expect(line.details?.[0]).toMatch(detail);
  });

  it('says of its tests what its workflow said', () => {
    expect(testedLine(facts({ wish: { ...WISH, tests: 'passed' } })).answer).toBe('passed');
    expect(testedLine(facts({ wish: { ...WISH, tests: 'none' } })).answer).toBe('passed');
    expect(testedLine(facts()).answer).toBe('not-asked');
  });
});

describe('soak', () => {
  it('goes by when the commit came, else by when that was written', () => {
    const wish = { ...WISH, completedSince: '2026-11-29T08:00:00.000Z' };
    expect(soakLine(facts({ wish }), 4 * 3600).answer).toBe('passed');
    expect(soakLine(facts(), 3600).answer).toBe('passed');
    expect(soakLine(facts(), 0).answer).toBe('passed');
  });

  it('that is too short says until when', () => {
    expect(soakLine(facts(), 7200)).toMatchObject({
      answer: 'failed',
      code: 'E_NOT_SOAKED',
      liftedBy: 'soak',
      text: 'in staging for 1 h, and 2 h are asked for (promote.soak)',
      fix: expect.stringContaining('2026-11-29T13:00:00.000Z'),
    });
  });

  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [3600, '1 h'],
    [3661, '1 h 1 min'],
    [90_000, '1 d 1 h'],
    [86_460, '1 d'],
  ])('spells %s seconds as %s', (seconds, text) => {
    expect(spellTime(seconds)).toBe(text);
  });
});
