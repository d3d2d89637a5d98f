import { isAmong, namesOrPattern, spellAllowed } from '../policy/pattern.ts';
import { atFunction, policy } from '../policy/policy.ts';
import { isImage, isOfFramework } from '../view/functions.ts';
import { isUnknown, isUntold, textsOf } from '../view/values.ts';

export const allowedRuntimes = policy({
  checks: 'the runtime of every function is one of these; images have a runtime of their own',
  configuration: 'a list of runtimes, or a regular expression that whole names match',
  example: 'allowed-runtimes: [nodejs22.x, nodejs24.x]',
  config: namesOrPattern,
  check: ({ functions }, allowed) =>
    functions
      .filter((one) => !isImage(one) && !isOfFramework(one) && !isUntold(one.properties['Runtime']))
      .flatMap((one) => {
        const runtimes = textsOf(one.properties['Runtime']);
        const wrong = runtimes.length === 0 ? 'none' : runtimes.find((runtime) => !isAmong(runtime, allowed));
        const shown = wrong !== undefined && isUnknown(wrong) ? 'one that cannot be told' : wrong;
        return wrong === undefined
          ? []
          : [
              {
                ...atFunction(one),
                what: `the runtime of the function ${one.label} is ${shown}`,
                fix: `set its \`runtime:\` to one of these: ${spellAllowed(allowed)}`,
              },
            ];
      }),
});
