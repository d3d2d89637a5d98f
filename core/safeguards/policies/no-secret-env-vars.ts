import * as v from 'valibot';
import { atFunction, policy } from '../policy/policy.ts';
import { looksSecret } from '../policy/secret-text.ts';
import type { CheckedFunction } from '../view/functions.ts';
import { recordOf } from '../view/resource.ts';
import { alternatives, literalsIn, textsOf } from '../view/values.ts';

export const noSecretEnvVars = policy({
  checks: 'no variable of a function holds what looks like a credential',
  configuration: '',
  example: 'no-secret-env-vars',
  config: v.undefined(),
  check: ({ functions }) =>
    functions.flatMap((one) =>
      variablesOf(one).flatMap(([name, value]) => {
        const kind = [...literalsIn(value), ...textsOf(value)]
          .map((text) => looksSecret(name, text))
          .find((found) => found !== undefined);
        return kind === undefined
          ? []
          : [
              {
                ...atFunction(one),
                what: `the variable ${name} of the function ${one.label} looks like ${kind}`,
                fix: 'put it into Secrets Manager or a SecureString, and have the function read it',
              },
            ];
      }),
    ),
});

/** The variables of a function, whatever conditions come to. */
function variablesOf({ properties }: CheckedFunction): [string, unknown][] {
  return alternatives(properties['Environment'])
    .flatMap((environment) => alternatives(recordOf(environment)['Variables']))
    .flatMap((variables) => Object.entries(recordOf(variables)));
}
