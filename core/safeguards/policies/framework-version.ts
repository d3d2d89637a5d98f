import { coerce, satisfies, validRange } from 'semver';
import * as v from 'valibot';
import { policy } from '../policy/policy.ts';

export const frameworkVersion = policy({
  checks: 'the version of osls or serverless is in the range; a pre-release counts as the version that it precedes',
  configuration: 'a range of semver',
  example: "framework-version: '>=4.3.0 <5'",
  config: v.pipe(
    v.string(),
    v.check((range) => validRange(range) !== null, 'is not a range of semver'),
  ),
  check: ({ cli: { product, version } }, range) =>
    isIn(version, range)
      ? []
      : [
          {
            what: `${product} ${version} is not in the range ${range}`,
            fix: `install a version of ${product} in this range`,
          },
        ],
});

/** A pre-release counts as the version that it precedes, unless the range names pre-releases itself. */
function isIn(version: string, range: string): boolean {
  const released = coerce(version)?.version ?? version;
  return satisfies(version, range, { includePrerelease: true }) || (!/-/.test(range) && satisfies(released, range));
}
