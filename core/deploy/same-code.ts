import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { foreignRecord } from '../foreign-record.ts';
import { decodeJson } from '../transport.ts';

const expectedCode = v.object({
  /** The stage that proved the code. */
  stage: v.string(),
  level: v.picklist(['required', 'warn']),
  /** What its records say of each service's code, by the service's name; several if its regions differ. */
  services: foreignRecord(v.array(v.string())),
});

/** The code that another stage has, for a deploy that is to bring the same. */
export type ExpectedCode = Readonly<v.InferOutput<typeof expectedCode>>;

/** Reads the input `expected-code`, which `promote` wrote; throws E_INPUT. */
export function parseExpectedCode(text: string): ExpectedCode {
  try {
    return v.parse(expectedCode, decodeJson(text));
  } catch {
    throw new UserError('E_INPUT', {
      what: 'the input "expected-code" is not what `promote` writes',
      fix: 'pass the output "expected-code" of promote on as it is, or leave it out',
    });
  }
}

/** Whether a service has the code that the other stage has; undefined if one of the two is not known. */
export function isSameCode(
  expected: ExpectedCode | undefined,
  service: string,
  code: string | undefined,
): boolean | undefined {
  const proved = expected === undefined ? undefined : Object.hasOwn(expected.services, service);
  return expected === undefined || proved !== true || code === undefined
    ? undefined
    : expected.services[service]?.includes(code);
}

/** Says that a package is not what the other stage has. */
export function otherCodeError(key: string, { stage }: ExpectedCode): UserError {
  return new UserError('E_OTHER_CODE', {
    what: `the package of "${key}" does not have the code that "${stage}" has, although both are of one commit`,
    why: '`promote.same-code` is `required`, so its stack was not touched',
    fix: `make the build the same in each stage (lockfile, versions, no stage or time in the code), deploy it to "${stage}", and promote again; or write \`same-code: warn\``,
  });
}
