import * as v from 'valibot';
import { openUntil, type TimeWindow, windowFault } from '../../freeze/window.ts';
import { onlyDefined } from '../../only-defined.ts';
import { policy } from '../policy/policy.ts';

const entry = v.strictObject({
  time: v.string(),
  duration: v.string(),
  interval: v.nullish(v.string()),
  timeZone: v.nullish(v.string()),
});
const window = v.pipe(
  entry,
  v.rawCheck(({ dataset, addIssue }) => {
    const fault = dataset.typed ? windowFault(windowOf(dataset.value)) : undefined;
    if (fault !== undefined) {
      addIssue({ message: `cannot be read: ${fault.what}; ${fault.fix}` });
    }
  }),
);

export const restrictedDeployTimes = policy({
  checks: 'now is outside of every window in which nothing may be deployed',
  configuration: 'time, duration, interval (durations of ISO 8601) and timeZone (UTC), or a list of such',
  example:
    'restricted-deploy-times: { time: 2026-12-18T18:00, duration: P2DT12H, interval: P1W, timeZone: Europe/Berlin }',
  config: v.optional(v.union([window, v.array(window)])),
  check: ({ now }, config = []) =>
    (Array.isArray(config) ? config : [config]).flatMap((one) => {
      const until = openUntil(windowOf(one), now);
      return until === undefined
        ? []
        : [{ what: `nothing is to be deployed until ${until}`, fix: 'run again then, or waive it' }];
    }),
});

function windowOf({ time, duration, interval, timeZone }: v.InferOutput<typeof entry>): TimeWindow {
  return { start: time, duration, ...onlyDefined({ repeat: interval || undefined, timeZone: timeZone || undefined }) };
}
