import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { hasExpired, type Waiver, waiverOf, waiverSchema } from '../../../core/safeguards/waiver.ts';

const waiver = (overrides: Partial<Waiver> = {}): Waiver => ({
  safeguard: 'require-dlq',
  owner: 'team-shop',
  reason: 'the queue comes with the next release',
  until: '2026-12-31',
  ...overrides,
});
const question = {
  safeguard: 'require-dlq',
  service: 'api',
  stage: { name: 'prod', kind: 'configured' as const },
  finding: { resource: 'HelloLambdaFunction', function: 'hello' },
};
const preview = { name: 'pr-1-0pv3fa9c', kind: 'preview' as const };
const holds = (overrides: Partial<Waiver>, asked: Partial<typeof question> | object = {}) =>
  waiverOf([waiver(overrides)], { ...question, ...asked }) !== undefined;

describe('a waiver as written', () => {
  const allows = (value: unknown) => v.safeParse(waiverSchema, value).success;

  it('has an owner, a reason and an end date', () => {
    expect(allows(waiver())).toBe(true);
    for (const key of ['safeguard', 'owner', 'reason', 'until'] as const) {
      const { [key]: _left, ...rest } = waiver();
      expect(allows(rest), `without ${key}`).toBe(false);
      expect(allows({ ...waiver(), [key]: '' }), `with an empty ${key}`).toBe(false);
    }
  });

  it('may be for one service, one resource and some stages', () => {
    expect(allows(waiver({ service: 'api', resource: 'hello', stages: ['prod', 'pr-*'] }))).toBe(true);
    expect(allows({ ...waiver(), stages: [] })).toBe(false);
    expect(allows({ ...waiver(), unitl: '2026-12-31' })).toBe(false);
  });

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '31.12.2026', 'never', '2026-12-31T00:00:00Z', 20261231])(
    'does not end on %s',
    (until) => {
      expect(allows({ ...waiver(), until })).toBe(false);
    },
  );
});

describe('the waiver of a finding', () => {
  it('is one of its safeguard', () => {
    expect(holds({})).toBe(true);
    expect(holds({ safeguard: 'require-cfn-role' })).toBe(false);
  });

  it('is one of its service, or of all', () => {
    expect(holds({ service: 'api' })).toBe(true);
    expect(holds({ service: 'tasks' })).toBe(false);
  });

  it('names its resource or its function, or none', () => {
    expect(holds({ resource: 'HelloLambdaFunction' })).toBe(true);
    expect(holds({ resource: 'hello' })).toBe(true);
    expect(holds({ resource: 'Hello' })).toBe(false);
    expect(holds({ resource: 'hello' }, { finding: {} })).toBe(false);
    expect(holds({}, { finding: {} })).toBe(true);
  });

  it('is one of its stage, by name or pattern', () => {
    expect(holds({ stages: ['dev', 'prod'] })).toBe(true);
    expect(holds({ stages: ['dev'] })).toBe(false);
    expect(holds({ stages: ['pro'] })).toBe(false);
    expect(holds({ stages: ['prod'] }, { stage: { name: 'preprod', kind: 'configured' } })).toBe(false);
    expect(holds({ stages: ['pr-*'] }, { stage: preview })).toBe(true);
    expect(holds({ stages: ['pr-*'] })).toBe(false);
  });

  it('is the one that holds longest', () => {
    const list = [waiver({ until: '2026-01-31' }), waiver({ until: '2027-01-31' }), waiver({ until: '2026-11-30' })];
    expect(waiverOf(list, question)?.until).toBe('2027-01-31');
    expect(waiverOf([], question)).toBeUndefined();
  });

  it('holds for the whole of its last day, in UTC', () => {
    expect(hasExpired(waiver(), Date.parse('2026-12-31T23:59:59.999Z'))).toBe(false);
    expect(hasExpired(waiver(), Date.parse('2027-01-01T00:00:00Z'))).toBe(true);
    expect(hasExpired(waiver(), Date.parse('2026-03-01T00:00:00Z'))).toBe(false);
  });
});
