import * as v from 'valibot';
import { atFunction, type Finding, policy } from '../policy/policy.ts';
import { RUNTIME_ENDS } from '../policy/runtime-ends.ts';
import { isImage, isOfFramework } from '../view/functions.ts';
import { textsOf } from '../view/values.ts';

/** A runtime whose end is this near is warned of, in milliseconds. */
const SOON_MS = 90 * 24 * 60 * 60_000;

export const deprecatedRuntimes = policy({
  checks: 'the runtime of every function still gets security updates; the last 90 days are a warning',
  configuration: '',
  example: 'deprecated-runtimes',
  config: v.undefined(),
  check: ({ functions, now }) =>
    functions
      .filter((one) => !isImage(one) && !isOfFramework(one))
      .flatMap((one): Finding[] => {
        const [first] = textsOf(one.properties['Runtime'])
          .map((runtime) => ({ runtime, end: RUNTIME_ENDS[runtime] }))
          .filter(({ end }) => end !== undefined && Date.parse(end) <= now + SOON_MS);
        if (first?.end === undefined) {
          return [];
        }
        const hasEnded = Date.parse(first.end) <= now;
        const what = `the runtime ${first.runtime} of the function ${one.label} ${hasEnded ? 'gets no security updates since' : 'gets its last security updates on'} ${first.end}`;
        const fix = 'move the function to a newer runtime';
        return [{ ...atFunction(one), what, fix, ...(hasEnded ? {} : { level: 'warning' as const }) }];
      }),
});
