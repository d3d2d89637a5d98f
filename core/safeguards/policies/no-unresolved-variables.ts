import * as v from 'valibot';
import { policy } from '../policy/policy.ts';

export const noUnresolvedVariables = policy({
  checks: 'no text of a variable (`${param:…}`) is left in the template; always on, and an error',
  configuration: '',
  example: 'no-unresolved-variables',
  config: v.undefined(),
  check: ({ unresolved }) =>
    unresolved.map(({ path, variable }) => ({
      what: `the packaged template still holds ${named(variable)} at ${path}, which would be deployed as that very text`,
      fix: 'correct its spelling, or add the plugin that knows it',
    })),
});

/** A variable without what stands in for an unknown value, which may be a secret. */
function named(variable: string): string {
  return variable.replace(/,.*\}$/s, ', …}');
}
