import * as v from 'valibot';
import type { FreezeWindow } from '../freeze/freeze.ts';
import { onlyDefined } from '../only-defined.ts';
import { text } from './schema-parts.ts';

/** A window of `stages.<s>.freeze`, as written. */
export const freezeSchema = v.strictObject({
  start: text('First date and time of the window, such as 2026-12-18T18:00.'),
  duration: text('How long it lasts: 64h, 14d, or a duration of ISO 8601.'),
  repeat: v.optional(text('daily, weekly, monthly or yearly, or a duration of ISO 8601 (default: once).')),
  'time-zone': v.optional(text('Time zone of IANA, such as Europe/Berlin (default: UTC).')),
  reason: text('Why nothing is deployed then; whoever tries to reads it.'),
});

export type FreezeConfig = v.InferOutput<typeof freezeSchema>;

/** Returns such a window in the words of code. */
export function freezeWindow({ start, duration, repeat, reason, 'time-zone': timeZone }: FreezeConfig): FreezeWindow {
  return { start, duration, reason, ...onlyDefined({ repeat, timeZone }) };
}
