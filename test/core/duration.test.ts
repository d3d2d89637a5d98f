import { describe, expect, it } from 'vitest';
import { durationSeconds } from '../../core/duration.ts';

describe('durationSeconds', () => {
  it.each([
    ['45s', 45],
    ['30m', 1800],
    ['1h', 3600],
    ['7d', 604_800],
    ['36h', 129_600],
  ])('reads %s', (text, seconds) => {
    expect(durationSeconds(text)).toBe(seconds);
  });

  it.each(['', '1', 'h', '1.5h', '-1h', '0m', '1 h', '1H', '1w', '1h30m', '07d', 'P1D', '1h\n'])(
    'refuses %j',
    (text) => {
      expect(() => durationSeconds(text)).toThrow();
    },
  );
});
