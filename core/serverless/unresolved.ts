import { UserError } from '../errors.ts';

/**
 * The lengths are bounded: a text of many that are not closed would take the square of its length.
 *
 * A variable of a source that the Serverless Framework or a common plugin knows. `${AWS::Region}` is CloudFormation's;
 * `${aws:username}`, `${s3:prefix}` and their kin are IAM's.
 */
const VARIABLE =
  /\$\{(?:(?:env|opt|self|param|file|ssm|cf|git|sls|output|state|strToBool)(?:\.[a-z0-9-]{1,64})?(?:\([^)}]{0,1024}\))?:[^}]{0,1024}|aws:(?:accountId|region)|s3:[^}/]{0,1024}\/[^}]{0,1024})\}/;

/**
 * Refuses a packaged template that still holds the text of a variable: the Serverless Framework leaves some unresolved
 * without a word (`${output::dev::svc.key}`, serverless 3 and osls 4). `values` are parameter values, which may hold such
 * text on purpose. Throws E_UNRESOLVED_VARIABLE with the resource and the property, never with a value.
 */
export function checkResolved(service: string, template: unknown, values: readonly string[]): void {
  const onPurpose = values.filter((value) => VARIABLE.test(value)).sort((a, b) => b.length - a.length);
  const found = findVariable(template, [], onPurpose);
  if (found !== undefined) {
    throw new UserError('E_UNRESOLVED_VARIABLE', {
      what: `the packaged template of the service "${service}" still holds ${found.variable} at ${found.path}`,
      why: 'the Serverless Framework did not resolve it, and it would be deployed as that very text',
      fix: 'correct its spelling, or add the plugin that knows it',
    });
  }
}

interface Found {
  readonly path: string;
  readonly variable: string;
}

function findVariable(value: unknown, path: readonly string[], onPurpose: readonly string[]): Found | undefined {
  if (typeof value === 'string') {
    const text = onPurpose.reduce((rest, known) => rest.replaceAll(known, ''), value);
    const variable = VARIABLE.exec(text)?.[0];
    return variable === undefined ? undefined : { path: path.join('.'), variable };
  }
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  for (const [key, item] of Object.entries(value)) {
    const found = findVariable(item, [...path, key], onPurpose);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
