/**
 * A variable of a source that the Serverless Framework or a common plugin knows. `${AWS::Region}` is CloudFormation's;
 * `${aws:username}`, `${s3:prefix}` and their kin are IAM's. The lengths are bounded: a text of many that are not closed would take
 * the square of its length.
 */
const VARIABLE =
  /\$\{\s{0,8}(?:(?:env|opt|self|param|file|ssm|cf|git|sls|output|state|strToBool)(?:\.[a-z0-9-]{1,64})?\s{0,8}(?:\([^)}]{0,1024}\))?\s{0,8}:[^}]{0,1024}|file\s{0,8}\([^)}]{1,1024}\)[^}]{0,64}|aws:(?:accountId|region)|s3:[^}/]{0,1024}\/[^}]{0,1024})\}/;

/** A place of a template that still holds the text of a variable. */
export interface UnresolvedVariable {
  readonly path: string;
  readonly variable: string;
}

/**
 * Returns the first place of a packaged template that still holds the text of a variable: the Serverless Framework leaves some
 * unresolved without a word (`${output::dev::svc.key}`, serverless 3 and osls 4). `values` are parameter values, which may hold
 * such text on purpose. Undefined for none.
 */
export function findUnresolved(template: unknown, values: readonly string[]): UnresolvedVariable | undefined {
  const onPurpose = values.filter((value) => VARIABLE.test(value)).sort((a, b) => b.length - a.length);
  return findVariable(template, [], onPurpose);
}

function findVariable(
  value: unknown,
  path: readonly string[],
  onPurpose: readonly string[],
): UnresolvedVariable | undefined {
  if (typeof value === 'string') {
    const text = onPurpose.reduce((rest, known) => rest.replaceAll(known, ''), value);
    const variable = VARIABLE.exec(text)?.[0];
    return variable === undefined ? undefined : { path: path.join('.'), variable };
  }
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  for (const [key, item] of Object.entries(value)) {
    const found =
      findVariable(Array.isArray(value) ? '' : key, path, onPurpose) ?? findVariable(item, [...path, key], onPurpose);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
