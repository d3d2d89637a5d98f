import { AwsError, type CallContext } from '../protocol/service.ts';
import type { ParameterTier, ParameterType } from '../state/ssm.ts';
import { invalid, parameterArn } from './ssm-errors.ts';

type Input = Record<string, unknown>;

/** A required string member; ValidationException when it is missing. */
export function requireText(input: Input, member: string): string {
  const value = input[member];
  if (typeof value === 'string') return value;
  throw constraint('null', member, 'Member must not be null');
}

/** An optional string member; an empty one counts as given. */
export function optionalText(input: Input, member: string): string | undefined {
  const value = input[member];
  return typeof value === 'string' ? value : undefined;
}

/** A required list of 1 to 10 names. */
export function requireNames(input: Input): readonly string[] {
  const names = input['Names'];
  if (!Array.isArray(names) || names.length === 0) {
    throw constraint('[]', 'Names', 'Member must have length greater than or equal to 1');
  }
  if (names.length > 10) {
    throw constraint(`[${names.join(', ')}]`, 'Names', 'Member must have length less than or equal to 10');
  }
  return names.map(String);
}

/** Page size between 1 and `max`; the default, mostly `max`, when absent. */
export function pageSize(input: Input, max: number, fallback = max): number {
  const size = input['MaxResults'];
  if (size === undefined || size === null) return fallback;
  if (typeof size !== 'number' || size < 1) {
    throw constraint(String(size), 'MaxResults', 'Member must have value greater than or equal to 1');
  }
  if (size > max) throw constraint(String(size), 'MaxResults', `Member must have value less than or equal to ${max}`);
  return size;
}

/** The type, checked against the three that exist; undefined when absent. */
export function parameterType(input: Input): ParameterType | undefined {
  const type = optionalText(input, 'Type');
  if (type === undefined || type === 'String' || type === 'SecureString' || type === 'StringList') return type;
  throw constraint(type, 'Type', 'Member must satisfy enum value set: [SecureString, StringList, String]');
}

/** The tier that holds the value: Intelligent-Tiering picks Advanced for what Standard cannot hold. */
export function parameterTier(input: Input, value: string): ParameterTier | undefined {
  const tier = optionalText(input, 'Tier');
  if (tier === 'Intelligent-Tiering') return Buffer.byteLength(value) > 4096 ? 'Advanced' : 'Standard';
  if (tier === undefined || tier === 'Standard' || tier === 'Advanced') return tier;
  throw constraint(tier, 'Tier', 'Member must satisfy enum value set: [Standard, Advanced, Intelligent-Tiering]');
}

/** Refuses a value that is empty, too long for its tier (4 KB and 8 KB), nested, or against its pattern. */
export function checkValue(value: string, tier: ParameterTier, pattern: string | undefined): void {
  if (value === '') throw constraint('', 'Value', 'Member must have length greater than or equal to 1');
  const limit = tier === 'Advanced' ? 8192 : 4096;
  if (Buffer.byteLength(value) > limit) {
    throw invalid(
      tier === 'Advanced'
        ? `Advanced tier parameters support a maximum parameter value of ${limit} characters.`
        : `Standard tier parameters support a maximum parameter value of ${limit} characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier.`,
    );
  }
  // PutParameter's reference: "Parameters can't be referenced or nested in the values of other parameters."
  if (/\{\{\s*(?:ssm:|resolve:)?[\w./-]*\s*\}\}/.test(value)) {
    throw invalid("Parameter value: can't reference or nest other parameters with {{}}.");
  }
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) {
    throw new AwsError(
      'ParameterPatternMismatchException',
      `Parameter value, cannot be validated against allowedPattern: ${pattern}`,
    );
  }
}

/** Refuses a name that Parameter Store would not take (PutParameter's reference, "Name"). */
export function checkName(name: string, context: CallContext): void {
  if (/^\/aws\//i.test(name)) {
    throw new AwsError('AccessDeniedException', `No access to reserved parameter name: ${name}.`);
  }
  if (/^\/?(?:aws|ssm)/i.test(name) || !/^(?:\/?[a-zA-Z0-9_.-]+)(?:\/[a-zA-Z0-9_.-]+)*$/.test(name)) {
    throw invalid(
      'Parameter name: can\'t be prefixed with "aws" or "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_',
    );
  }
  if (name.includes('/') && !name.startsWith('/')) throw invalid('Parameter name must be a fully qualified name.');
  if (parameterArn(name, context).length > 1011) {
    throw invalid('Parameter name: the fully qualified name must not be longer than 1011 characters.');
  }
  if (name.split('/').length - 1 > 15) {
    throw new AwsError('HierarchyLevelLimitExceededException', 'A hierarchy can have a maximum of 15 levels.');
  }
}

/** The path of a hierarchy with one slash at its end; ValidationException when it is none. */
export function checkPath(path: string): string {
  if (!/^\/(?:[a-zA-Z0-9_.-]+\/)*(?:[a-zA-Z0-9_.-]+)?$/.test(path)) {
    throw invalid(
      'The parameter doesn\'t meet the parameter name requirements. The parameter name must begin with a forward slash "/". It can\'t be prefixed with "aws" or "ssm" (case-insensitive). It must use only letters, numbers, or the following symbols: . (period), - (hyphen), _ (underscore). Special characters are not allowed. All sub-paths, if specified, must use the forward slash symbol "/". Valid example: /get/parameters2-/by1./path0_.',
    );
  }
  return path.endsWith('/') ? path : `${path}/`;
}

/** What AWS says of a member that its model does not allow. */
export function constraint(value: string, member: string, rule: string): AwsError {
  const field = member.charAt(0).toLowerCase() + member.slice(1);
  return invalid(`1 validation error detected: Value '${value}' at '${field}' failed to satisfy constraint: ${rule}`);
}
