import { describe, expect, it } from 'vitest';
import { allows, check } from '../sample-subject.ts';

/** Whether something may be deployed at a time. */
const open = (now: string, config: unknown) => check('restricted-deploy-times', { now }, config).length === 0;
const CHRISTMAS = { time: '2019-12-25', duration: 'P1D', interval: 'P1Y' };
/** From Friday at noon until Monday at six, each week. */
const WEEKENDS = { time: '2019-03-08T12:00:00', duration: 'P2DT18H', interval: 'P1W' };

describe('I1 I3 restricted-deploy-times', () => {
  it.each([
    ['2019-12-24T23:59:59Z', true],
    ['2019-12-25T00:00:00Z', false],
    ['2019-12-25T23:59:59Z', false],
    ['2019-12-26T00:00:00Z', true],
    ['2020-12-25T12:00:00Z', true],
  ])('a day that comes once, at %s: %s', (now, expected) => {
    expect(open(now, { time: '2019-12-25', duration: 'P1D' })).toBe(expected);
  });

  it.each([
    ['2018-12-25T12:00:00Z', true],
    ['2019-12-25T12:00:00Z', false],
    ['2026-12-24T23:59:59Z', true],
    ['2026-12-25T00:00:00Z', false],
    ['2026-12-26T00:00:00Z', true],
    ['2027-12-25T12:00:00Z', false],
  ])('a day of each year, at %s: %s', (now, expected) => {
    expect(open(now, CHRISTMAS)).toBe(expected);
  });

  it.each([
    ['2026-03-13T11:59:59Z', true],
    ['2026-03-13T12:00:00Z', false],
    ['2026-03-15T12:00:00Z', false],
    ['2026-03-16T05:59:59Z', false],
    ['2026-03-16T06:00:00Z', true],
    ['2019-03-01T13:00:00Z', true],
  ])('weekends, at %s: %s', (now, expected) => {
    expect(open(now, WEEKENDS)).toBe(expected);
  });

  it.each([
    // In Berlin it is an hour later than UTC in winter, and two in summer.
    ['2026-03-13T10:59:59Z', true],
    ['2026-03-13T11:00:00Z', false],
    ['2026-03-16T04:59:59Z', false],
    ['2026-03-16T05:00:00Z', true],
    ['2026-07-10T09:59:59Z', true],
    ['2026-07-10T10:00:00Z', false],
  ])('weekends in Berlin, at %s: %s', (now, expected) => {
    expect(open(now, { ...WEEKENDS, timeZone: 'Europe/Berlin' })).toBe(expected);
  });

  it('has UTC where no time zone is given, whatever that of the machine', () => {
    const before = process.env['TZ'];
    try {
      for (const zone of ['America/Los_Angeles', 'Asia/Tokyo']) {
        process.env['TZ'] = zone;
        expect(open('2019-12-25T00:00:00Z', CHRISTMAS), zone).toBe(false);
        expect(open('2019-12-24T23:59:59Z', CHRISTMAS), zone).toBe(true);
        expect(open('2019-12-26T00:00:00Z', CHRISTMAS), zone).toBe(true);
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it('takes a list, of which any may be open', () => {
    const config = [CHRISTMAS, WEEKENDS, { time: '2026-03-11T00:00', duration: 'PT2H' }];
    expect(open('2026-03-11T01:59:00Z', config)).toBe(false);
    expect(open('2026-03-11T02:00:00Z', config)).toBe(true);
    expect(open('2026-12-25T12:00:00Z', config)).toBe(false);
    expect(open('2026-03-14T12:00:00Z', config)).toBe(false);
  });

  it.each([
    ['PT30M', '2026-03-11T00:29:59Z', '2026-03-11T00:30:00Z'],
    ['P2DT30M', '2026-03-13T00:29:59Z', '2026-03-13T00:30:00Z'],
    ['P1W', '2026-03-17T23:59:59Z', '2026-03-18T00:00:00Z'],
    ['P1M', '2026-04-10T23:59:59Z', '2026-04-11T00:00:00Z'],
    ['PT36H', '2026-03-12T11:59:59Z', '2026-03-12T12:00:00Z'],
  ])('reads the duration %s', (duration, last, first) => {
    expect(open(last, { time: '2026-03-11', duration })).toBe(false);
    expect(open(first, { time: '2026-03-11', duration })).toBe(true);
  });

  it.each([
    [{ time: '2019-09-29T18:20', duration: 'P2D30M' }],
    [{ time: '2019-09-29T18:20', duration: '2 days' }],
    [{ time: '2019-09-29T18:20' }],
    [{ duration: 'P1D' }],
    [{ time: 'Christmas', duration: 'P1D' }],
    [{ time: '2019-13-45', duration: 'P1D' }],
    [{ time: '2019-12-25', duration: 'P1D', interval: 'yearly-ish' }],
    [{ time: '2019-12-25', duration: 'P1D', timeZone: 'Europe/Atlantis' }],
    [{ time: '2019-12-25', duration: 'P1D', every: 'P1Y' }],
    [[{ time: '2019-12-25', duration: 'P1D' }, { time: '2019-12-25' }]],
    [null],
    ['2019-12-25'],
  ])('refuses the configuration %j', (config) => {
    expect(allows('restricted-deploy-times', config)).toBe(false);
  });
});
