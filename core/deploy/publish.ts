import { UserError } from '../errors.ts';
import { outputName } from '../output/names.ts';
import type { Redactor } from '../redact.ts';
import { suggestName } from '../suggest.ts';
import type { ServiceResult } from './result.ts';

/** Checks the names of outputs before anything is deployed: `SERVICE.OUTPUT` of a service; throws E_INPUT. */
export function checkOutputNames(names: readonly string[], keys: readonly string[]): void {
  for (const name of names) {
    const [, key] = /^([^.]+)\.(.+)$/.exec(name) ?? [];
    if (key === undefined || !keys.includes(key)) {
      throw new UserError('E_INPUT', {
        what: `"${name}" in the input "publish-outputs" is not SERVICE.OUTPUT of a service`,
        fix: `write the key of a service, a dot and the output's name – ${suggestName(key ?? name, keys)}`,
      });
    }
  }
}

/**
 * Picks the outputs that are handed on, by `SERVICE.OUTPUT`, byte for byte. Throws E_OUTPUT_MISSING, and
 * E_OUTPUT_MASKED for one that holds a secret: the runner would drop it without an error.
 */
export function publishOutputs(
  names: readonly string[],
  services: readonly ServiceResult[],
  redactor: Redactor,
): Record<string, string> {
  // Of several regions the first one's counts, so it comes last here.
  const known = new Map(
    [...services]
      .reverse()
      .flatMap(({ key, outputs }) => Object.entries(outputs).map(([id, value]) => [`${key}.${outputName(id)}`, value])),
  );
  const published: Record<string, string> = {};
  for (const name of names) {
    const value = known.get(name);
    if (value === undefined) {
      throw new UserError('E_OUTPUT_MISSING', {
        what: `"${name}" in publish-outputs is not an output of a service that was deployed`,
        fix: suggestName(name, [...known.keys()]),
      });
    }
    if (redactor.holds(value)) {
      throw new UserError('E_OUTPUT_MASKED', {
        what: `the output "${name}" holds the value of a secret parameter`,
        why: 'the runner would hand on nothing in its place',
        fix: 'do not publish it; read it in the job that needs it',
      });
    }
    published[name] = value;
  }
  return published;
}
