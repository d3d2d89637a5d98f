import { describe, expect, it } from 'vitest';
import { frozenError, frozenNow } from '../../../core/freeze/freeze.ts';

const PARTS = {
  stage: 'prod',
  stages: ['dev', 'staging', 'prod'],
  windows: [],
  variable: '',
  now: Date.parse('2026-12-20'),
};
const WINDOW = { start: '2026-12-18', duration: '14d', reason: 'the year ends' };

describe('a stage', () => {
  it('is not frozen where nothing says so', () => {
    expect(frozenNow(PARTS)).toBeUndefined();
    expect(frozenNow({ ...PARTS, variable: ' , ' })).toBeUndefined();
    expect(frozenNow({ ...PARTS, variable: 'dev,staging' })).toBeUndefined();
    expect(frozenNow({ ...PARTS, windows: [{ ...WINDOW, start: '2027-12-18' }] })).toBeUndefined();
  });

  it.each(['all', 'prod', 'dev,prod', 'dev, prod', 'dev prod\n', ' prod '])(
    'is frozen by the variable: "%s"',
    (variable) => {
      expect(frozenNow({ ...PARTS, variable })?.reason).toContain('SERVERLESS_STAGES_FREEZE');
    },
  );

  it('is frozen in one of its windows, with its end and its reason', () => {
    const windows = [{ ...WINDOW, start: '2027-12-18' }, WINDOW];
    expect(frozenNow({ ...PARTS, windows })?.reason).toBe('until 2027-01-01 00:00 UTC: the year ends');
  });

  it.each(['prodd', 'dev,ALL', 'production'])('is an error where the variable names none: "%s"', (variable) => {
    expect(() => frozenNow({ ...PARTS, variable })).toThrow(
      /^.*SERVERLESS_STAGES_FREEZE.*known: dev, staging, prod|did you mean/,
    );
    expect(() => frozenNow({ ...PARTS, variable })).toThrow(expect.objectContaining({ code: 'E_INPUT' }));
  });

  it('that is frozen is an error for who wants to deploy to it', () => {
    const error = frozenError('prod', { reason: 'until then: the year ends' });
    expect(error).toMatchObject({
      code: 'E_FROZEN',
      message: expect.stringMatching(/"prod".*until then: the year ends/),
    });
  });
});
