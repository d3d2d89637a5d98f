import { describe, expect, it } from 'vitest';
import { allows, check } from '../sample-subject.ts';

const withVersion = (version: string, range: unknown, product = 'osls') =>
  check('framework-version', { cli: { product, version } }, range);

describe('I1 framework-version', () => {
  it.each([
    ['4.3.1', '>=4.3.0 <5'],
    ['4.3.0', '>=4.3.0 <5'],
    ['4.3.1', '4'],
    ['4.3.1', '4.x'],
    ['4.3.1', '^4.1.0'],
    ['4.3.1', '~4.3.0'],
    ['4.3.1', '3.38.0 - 4.3.1'],
    ['3.40.0', '^3.38.0 || ^4.0.0'],
    ['4.3.1', '*'],
    ['4.3.1', '4.3.1'],
  ])('lets %s through by %s', (version, range) => {
    expect(withVersion(version, range)).toEqual([]);
  });

  it.each([
    ['5.0.0', '>=4.3.0 <5'],
    ['4.2.9', '>=4.3.0 <5'],
    ['3.40.0', '^4.0.0'],
    ['4.10.0', '~4.3.0'],
    ['14.3.1', '4.x'],
    ['1.9.0', '>=1.44.0 <2.0.0'],
  ])('refuses %s by %s', (version, range) => {
    expect(withVersion(version, range)).toHaveLength(1);
  });

  it.each([
    ['4.4.0-beta.1', '>=4.3.0 <5'],
    ['4.3.0-rc.1', '>=4.3.0 <5'],
    ['4.3.1-alpha.20260301', '^4.0.0'],
    ['4.3.1+build.5', '>=4.3.0 <5'],
  ])('lets the pre-release %s through by %s', (version, range) => {
    expect(withVersion(version, range)).toEqual([]);
  });

  it.each([
    ['5.0.0-beta.1', '>=4.3.0 <5'],
    ['4.2.0-beta.1', '>=4.3.0 <5'],
    ['3.40.0-rc.1', '^4.0.0'],
  ])('refuses the pre-release %s by %s', (version, range) => {
    expect(withVersion(version, range)).toHaveLength(1);
  });

  it('says which CLI it is, and which may be', () => {
    const [finding] = withVersion('3.40.0', '>=4.3.0 <5', 'serverless');
    expect(finding?.what).toContain('3.40.0');
    expect(`${finding?.what} ${finding?.fix}`).toContain('>=4.3.0 <5');
  });

  it.each(['', 'unknown', '4'])('does not let through the version %j, which is none', (version) => {
    const verdict = () => {
      if (withVersion(version, '>=4.3.0 <5').length > 0) throw new Error('found');
    };
    expect(verdict).toThrow();
  });

  it.each([[undefined], [null], [{}], [[]], ['four'], ['>='], ['>=4.3.0 <']])(
    'refuses the range %j in the configuration',
    (range) => {
      expect(allows('framework-version', range)).toBe(false);
    },
  );
});
