import { describe, expect, it } from 'vitest';
import { nearestName, suggestName } from '../../core/suggest.ts';

describe('nearestName', () => {
  it.each([
    ['porfile', 'profile'],
    ['Profile', 'profile'],
    ['brach', 'branch'],
    ['profile', 'profile'],
  ])('takes %s for %s', (typed, meant) => {
    expect(nearestName(typed, ['branch', 'profile', 'services'])).toBe(meant);
  });

  it.each(['zzz', '', 'completely-different'])('guesses nothing for %j', (typed) => {
    expect(nearestName(typed, ['branch', 'profile', 'services'])).toBeUndefined();
  });

  it('guesses nothing where nothing is known', () => {
    expect(nearestName('dev', [])).toBeUndefined();
  });
});

describe('suggestName', () => {
  it('names the nearest first, then all', () => {
    expect(suggestName('porfile', ['branch', 'profile'])).toMatch(/^did you mean "profile"\?.*branch, profile/);
  });

  it('names all where none is near', () => {
    expect(suggestName('zzzzzz', ['branch', 'profile'])).not.toContain('did you mean');
    expect(suggestName('zzzzzz', ['branch', 'profile'])).toContain('branch, profile');
  });
});
