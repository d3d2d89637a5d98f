import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openUntil, type TimeWindow, windowFault } from '../../../core/freeze/window.ts';

const BERLIN = { timeZone: 'Europe/Berlin' };
const at = (text: string) => Date.parse(text);
/** From Friday at four until Monday at eight, each week. */
const WEEKENDS: TimeWindow = { start: '2026-03-06T16:00', duration: '64h', repeat: 'weekly', ...BERLIN };

describe('a window that comes once', () => {
  const window = { start: '2026-12-18T18:00', duration: '14d', ...BERLIN };
  it.each<[string, string | undefined]>([
    ['2026-12-18T16:59:59Z', undefined],
    ['2026-12-18T17:00:00Z', '2027-01-01 18:00 Europe/Berlin'],
    ['2027-01-01T16:59:59Z', '2027-01-01 18:00 Europe/Berlin'],
    ['2027-01-01T17:00:00Z', undefined],
    ['2027-12-20T12:00:00Z', undefined],
  ])('at %s', (moment, until) => {
    expect(openUntil(window, at(moment))).toBe(until);
  });
});

describe('a window that comes again', () => {
  it.each<[string, string | undefined]>([
    ['2026-03-06T14:59:59Z', undefined],
    ['2026-03-06T15:00:00Z', '2026-03-09 08:00 Europe/Berlin'],
    ['2026-03-09T07:00:00Z', undefined],
    ['2026-03-11T12:00:00Z', undefined],
    // Clocks go forward on the 29th of March: it begins at four as before, and 64 hours are 64 hours.
    ['2026-03-27T15:00:00Z', '2026-03-30 09:00 Europe/Berlin'],
    ['2026-04-03T13:59:59Z', undefined],
    ['2026-04-03T14:00:00Z', '2026-04-06 08:00 Europe/Berlin'],
    ['2036-03-07T15:00:00Z', '2036-03-10 08:00 Europe/Berlin'],
  ])('each week, at %s', (moment, until) => {
    expect(openUntil(WEEKENDS, at(moment))).toBe(until);
  });

  it('by days ends at the same time of day when clocks change', () => {
    const window = { start: '2026-03-28T20:00', duration: '1d', repeat: 'P1W', ...BERLIN };
    expect(openUntil(window, at('2026-03-29T17:59:59Z'))).toBe('2026-03-29 20:00 Europe/Berlin');
    expect(openUntil(window, at('2026-03-29T18:00:00Z'))).toBeUndefined();
  });

  it('each month from the 31st comes on the last day of shorter months, and on the 31st again', () => {
    const window = { start: '2026-01-31', duration: 'PT12H', repeat: 'monthly' };
    for (const day of ['2026-02-28', '2026-03-31', '2026-04-30', '2028-02-29']) {
      expect(openUntil(window, at(`${day}T11:59:00Z`)), day).toBe(`${day} 12:00 UTC`);
    }
    expect(openUntil(window, at('2026-03-28T11:00:00Z'))).toBeUndefined();
  });

  it('each year from the 29th of February', () => {
    const window = { start: '2024-02-29', duration: '1d', repeat: 'yearly' };
    expect(openUntil(window, at('2025-02-28T12:00:00Z'))).toBe('2025-03-01 00:00 UTC');
    expect(openUntil(window, at('2028-02-28T12:00:00Z'))).toBeUndefined();
  });

  it('is found at once after a very long time', () => {
    expect(openUntil({ start: '1900-01-01', duration: '1s', repeat: 'PT2S' }, at('2999-01-01T00:00:00Z'))).toBe(
      '2999-01-01 00:00 UTC',
    );
  });

  it('is open for its share of the time, whatever its interval', () => {
    const share = fc.record({
      day: fc.integer({ min: 0, max: 20_000 }),
      hours: fc.integer({ min: 1, max: 23 }),
      days: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(
        share,
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        ({ day, hours, days }, part) => {
          const start = new Date(day * 86_400_000).toISOString().slice(0, 10);
          const window = { start, duration: `${hours}h`, repeat: `P${days}D` };
          const into = part * days * 86_400_000;
          const moment = day * 86_400_000 + 7 * days * 86_400_000 + Math.floor(into);
          expect(openUntil(window, moment) !== undefined).toBe(Math.floor(into) < hours * 3_600_000);
        },
      ),
    );
  });
});

describe('the start of a window', () => {
  it('with an offset, or Z, is that moment in any time zone', () => {
    for (const start of ['2026-06-01T12:00:00Z', '2026-06-01T14:00+02:00', '2026-06-01T05:00:00-07:00']) {
      const window = { start, duration: '1h', ...BERLIN };
      expect(openUntil(window, at('2026-06-01T11:59:59Z')), start).toBeUndefined();
      expect(openUntil(window, at('2026-06-01T12:00:00Z')), start).toBe('2026-06-01 15:00 Europe/Berlin');
    }
  });
});

describe('a window that is none', () => {
  it.each<[Partial<TimeWindow>, string, RegExp]>([
    [{ start: 'tomorrow' }, 'start', /2026-12-18T18:00/],
    [{ start: '2026-02-30' }, 'start', /"2026-02-30"/],
    [{ start: '18.12.2026' }, 'start', /"18.12.2026"/],
    [{ start: '2026-12-18T25:00' }, 'start', /T25:00/],
    [{ start: '2026-12-18T18:00[Europe/Berlin]' }, 'start', /Berlin/],
    [{ start: '' }, 'start', /""/],
    [{ duration: '2 weeks' }, 'duration', /P14D/],
    [{ duration: '0h' }, 'duration', /"0h"/],
    [{ duration: '-PT1H' }, 'duration', /-PT1H/],
    [{ duration: 'P0D' }, 'duration', /P0D/],
    [{ duration: 'P' }, 'duration', /"P"/],
    [{ repeat: 'sometimes' }, 'repeat', /weekly/],
    [{ repeat: 'P0D' }, 'repeat', /P0D/],
    [{ repeat: 'daily', duration: '24h' }, 'duration', /never ends/],
    [{ repeat: 'weekly', duration: 'P1W' }, 'duration', /never ends/],
    [{ timeZone: 'Berlin' }, 'timeZone', /Europe\/Berlin/],
    [{ timeZone: 'CEST' }, 'timeZone', /"CEST"/],
  ])('%j', (part, key, text) => {
    const window = { start: '2026-12-18', duration: '1h', ...part };
    const fault = windowFault(window);
    expect(fault?.part).toBe(key);
    expect(`${fault?.what} – ${fault?.fix}`).toMatch(text);
    expect(() => openUntil(window, 0)).toThrow();
  });

  it('is no other one', () => {
    expect(windowFault(WEEKENDS)).toBeUndefined();
    expect(
      windowFault({ start: '2026-12-18', duration: 'P1DT12H', repeat: 'P2W', timeZone: 'America/New_York' }),
    ).toBeUndefined();
  });
});
