import { Temporal } from 'temporal-polyfill';
import { SHORT_DURATION } from '../duration.ts';

/** Times at which something is not to happen, as a configuration writes them. */
export interface TimeWindow {
  /** `2026-12-18T18:00`, in the time zone; a date alone is its midnight. With an offset or `Z` it is that very moment. */
  readonly start: string;
  /** `64h`, `14d`, or in ISO 8601: `P14D`. */
  readonly duration: string;
  /** `daily`, `weekly`, `monthly`, `yearly`, or in ISO 8601: `P2W`; absent for a window that comes once. */
  readonly repeat?: string | undefined;
  /** Of IANA, such as `Europe/Berlin` (default: UTC). */
  readonly timeZone?: string | undefined;
}

/** What is wrong with a window. */
export interface WindowFault {
  readonly part: keyof TimeWindow;
  readonly what: string;
  readonly fix: string;
}

/** A window as Temporal has it. */
interface ReadWindow {
  readonly first: Temporal.ZonedDateTime;
  readonly duration: Temporal.Duration;
  readonly interval: Temporal.Duration | undefined;
}

const INTERVALS: Readonly<Record<string, string>> = { daily: 'P1D', weekly: 'P1W', monthly: 'P1M', yearly: 'P1Y' };

/** Returns what is wrong with a window; undefined if nothing is. */
export function windowFault(window: TimeWindow): WindowFault | undefined {
  const read = readWindow(window);
  return 'part' in read ? read : undefined;
}

/**
 * Returns when a window ends that is open at a moment (`now`, in milliseconds since 1970), as people read it; undefined if it is
 * not open. A day is one of the calendar, so that a window of whole days ends at the same time of day when clocks change. Throws
 * on a window that has a fault.
 */
export function openUntil(window: TimeWindow, now: number): string | undefined {
  const read = readWindow(window);
  if ('part' in read) {
    throw new Error(read.what);
  }
  const moment = Temporal.Instant.fromEpochMilliseconds(now);
  const begun = lastStart(read, moment);
  const end = begun?.add(read.duration);
  return end === undefined || Temporal.Instant.compare(moment, end.toInstant()) >= 0 ? undefined : spell(end);
}

/** The newest start that is not after a moment; undefined if there was none yet. */
function lastStart({ first, interval }: ReadWindow, moment: Temporal.Instant): Temporal.ZonedDateTime | undefined {
  const isAfter = (start: Temporal.ZonedDateTime) => Temporal.Instant.compare(start.toInstant(), moment) > 0;
  if (isAfter(first) || interval === undefined) {
    return isAfter(first) ? undefined : first;
  }
  // Counted from the first one: a window on the 31st comes on the last day of shorter months, and then on the 31st again.
  const start = (count: number) => first.add(times(interval, count));
  const length = start(1).epochMilliseconds - first.epochMilliseconds;
  let count = Math.max(0, Math.floor((moment.epochMilliseconds - first.epochMilliseconds) / length));
  while (isAfter(start(count))) {
    count--;
  }
  while (!isAfter(start(count + 1))) {
    count++;
  }
  return start(count);
}

function times(duration: Temporal.Duration, count: number): Temporal.Duration {
  const { years, months, weeks, days, hours, minutes, seconds } = duration;
  const parts = { years, months, weeks, days, hours, minutes, seconds };
  return Temporal.Duration.from(
    Object.fromEntries(Object.entries(parts).map(([unit, value]) => [unit, value * count])),
  );
}

function spell(end: Temporal.ZonedDateTime): string {
  return `${end.toPlainDate()} ${end.toPlainTime().toString({ smallestUnit: 'minute' })} ${end.timeZoneId}`;
}

function readWindow(window: TimeWindow): ReadWindow | WindowFault {
  const { start, timeZone = 'UTC' } = window;
  const zone = attempt(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone).timeZoneId);
  if (zone === undefined) {
    return fault('timeZone', `"${timeZone}" is not a time zone`, 'write one of IANA, such as Europe/Berlin, or UTC');
  }
  const first = attempt(() => readStart(start, zone));
  if (first === undefined) {
    return fault('start', `"${start}" is not a date or a time`, 'write it as 2026-12-18T18:00, or as 2026-12-18');
  }
  const duration = readDuration(window.duration);
  if (duration === undefined) {
    const fix = 'write a whole number and m, h or d (64h, 14d), or a duration of ISO 8601 (P14D)';
    return fault('duration', `"${window.duration}" is not a duration`, fix);
  }
  const { repeat } = window;
  const interval = repeat === undefined ? undefined : readDuration(INTERVALS[repeat] ?? repeat);
  if (repeat !== undefined && interval === undefined) {
    const fix = 'write daily, weekly, monthly or yearly, or a duration of ISO 8601 (P2W)';
    return fault('repeat', `"${repeat}" is not a repetition`, fix);
  }
  if (interval !== undefined && first.add(duration).epochMilliseconds >= first.add(interval).epochMilliseconds) {
    const what = `the window is open for ${window.duration} and comes ${repeat} again, so it never ends`;
    return fault('duration', what, 'make it shorter than its repetition, or leave the repetition out');
  }
  return { first, duration, interval };
}

const fault = (part: keyof TimeWindow, what: string, fix: string): WindowFault => ({ part, what, fix });

/** Throws RangeError for what is no date or time: the 30th of February, say. */
function readStart(text: string, zone: string): Temporal.ZonedDateTime {
  if (!/^\d{4}-\d\d-\d\d/.test(text) || text.includes('[')) {
    throw new RangeError(text);
  }
  const hasOffset = /T.*(Z|[+-]\d\d(:?\d\d)?)$/i.test(text);
  return hasOffset
    ? Temporal.Instant.from(text).toZonedDateTimeISO(zone)
    : Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(zone);
}

/** A duration that takes time; undefined for any other text. */
function readDuration(text: string): Temporal.Duration | undefined {
  const [, count, unit = ''] = SHORT_DURATION.exec(text) ?? [];
  const iso = count === undefined ? text : unit === 'd' ? `P${count}D` : `PT${count}${unit.toUpperCase()}`;
  const duration = /^P/.test(iso) ? attempt(() => Temporal.Duration.from(iso)) : undefined;
  return duration !== undefined && duration.sign > 0 ? duration : undefined;
}

function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
