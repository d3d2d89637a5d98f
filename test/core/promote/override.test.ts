import { describe, expect, it } from 'vitest';
import { failed, liftLines, passed, verdictError } from '../../../core/promote/line.ts';
import { parseOverride } from '../../../core/promote/override.ts';

describe('an override', () => {
  it('names what it lets through, and why', () => {
    expect(parseOverride('soak , freeze: The shop is down: all of it')).toEqual({
      names: ['soak', 'freeze'],
      reason: 'The shop is down: all of it',
      text: 'soak, freeze: The shop is down: all of it',
    });
    expect(parseOverride(undefined)).toBeUndefined();
  });

  it.each<[text: string, words: RegExp]>([
    ['soak', /names what it lets through, and why/],
    ['soak:', /in one line/],
    [': because', /names what it lets through/],
    ['soak: one\nPromoted-By: eve', /in one line/],
    ['staged: please', /"staged", which cannot be let through.*soak, freeze, ahead/],
    ['sook: because', /did you mean "soak"/],
    ['everything', /"everything", which cannot/],
  ])('that is none is refused: %j', (text, words) => {
    expect(() => parseOverride(text)).toThrow(words);
  });

  it('lifts the lines that it names and no others', () => {
    const lines = [
      passed('source', 'on master'),
      failed('soak', 'too short', { code: 'E_NOT_SOAKED', fix: 'wait', liftedBy: 'soak' }),
      failed('kept', 'a hotfix', { code: 'E_WORK_LOST', fix: 'pick it', details: ['a.txt'], liftedBy: 'ahead' }),
      failed('needs', 'a parameter', { code: 'E_NEEDS_MISSING', fix: 'add it' }),
    ];
    const lifted = liftLines(lines, ['soak', 'freeze']);
    expect(lifted.map(({ answer }) => answer)).toEqual(['passed', 'lifted', 'failed', 'failed']);
    const error = verdictError(lifted, 'it cannot be promoted');
    expect(error?.message).toBe(
      'it cannot be promoted: a hotfix (a.txt); a parameter – nothing was moved and nothing was deployed – pick it; add it',
    );
    expect(error?.code).toBe('E_WORK_LOST');
    expect(verdictError(liftLines(lines.slice(0, 2), ['soak']), '')).toBeUndefined();
  });
});
