import { AwsError } from '../protocol/service.ts';
import { invalid } from './ssm-errors.ts';
import { isBelow } from './ssm-hierarchy.ts';
import { checkPath, constraint } from './ssm-input.ts';

/** True for the parameters that a list of filters means: all of them, each with one of its values. */
export type NameTest = (name: string) => boolean;

interface Filter {
  readonly key: string;
  readonly option: string;
  readonly values: readonly string[];
}

const KEYS = /^(?:tag:.+|Name|Type|KeyId|Path|Label|Tier|DataType)$/;
const MOST_VALUES = 50;
const LONGEST_VALUE = 1024;

/**
 * Reads `ParameterFilters` of DescribeParameters by ParameterStringFilter's reference; `Name` and `Path` are known here,
 * and what else AWS would take is refused rather than left out.
 */
export function readFilters(input: Record<string, unknown>): NameTest {
  if (Array.isArray(input['Filters']) && input['Filters'].length > 0)
    throw invalid('Filters: the stand-in knows ParameterFilters alone.');
  if (input['Shared'] === true) throw invalid('Shared: the stand-in shares no parameters.');
  const given = Array.isArray(input['ParameterFilters']) ? input['ParameterFilters'] : [];
  const filters = given.map(readFilter);
  for (const [index, { key }] of filters.entries()) {
    if (filters.findIndex((other) => other.key === key) < index)
      throw new AwsError('InvalidFilterKey', `The following filter key is duplicated in the request: ${key}.`);
  }
  const tests = filters.map(testOf);
  return (name) => tests.every((test) => test(name));
}

function readFilter(given: unknown, index: number): Filter {
  const { Key: key, Option: option, Values: values } = (given ?? {}) as Record<string, unknown>;
  const at = `parameterFilters.${index + 1}.member`;
  if (typeof key !== 'string' || !KEYS.test(key)) {
    const rule = 'Member must satisfy regular expression pattern: tag:.+|Name|Type|KeyId|Path|Label|Tier|DataType';
    throw constraint(String(key), `${at}.key`, rule);
  }
  const read = Array.isArray(values) ? values.map(String) : [];
  if (read.length > MOST_VALUES)
    throw constraint(`[${read}]`, `${at}.values`, `Member must have length less than or equal to ${MOST_VALUES}`);
  if (read.some((value) => value === '' || value.length > LONGEST_VALUE)) {
    const rule = `[Member must have length less than or equal to ${LONGEST_VALUE}, Member must have length greater than or equal to 1]`;
    throw constraint(`[${read}]`, `${at}.values`, `Member must satisfy constraint: ${rule}`);
  }
  return { key, option: typeof option === 'string' ? option : key === 'Path' ? 'OneLevel' : 'Equals', values: read };
}

/** By Name, a leading slash is no difference between the value and the name. */
const rooted = (name: string) => (name.startsWith('/') ? name : `/${name}`);

function testOf({ key, option, values }: Filter): NameTest {
  if (key === 'Label') {
    const known = '[Path, Name, Type, KeyId, Tier]';
    throw new AwsError(
      'InvalidFilterKey',
      `The following filter key is not valid: Label. Valid filter keys include: ${known}.`,
    );
  }
  if (values.length === 0)
    throw new AwsError('InvalidFilterValue', `The following filter values are missing : null for filter key ${key}.`);
  if (key === 'Path') {
    const isRecursive = oneOf(option, ['Recursive', 'OneLevel']) === 'Recursive';
    const paths = values.map(readPath);
    return (name) => paths.some((path) => isBelow(name, path, isRecursive));
  }
  if (key !== 'Name') throw invalid(`ParameterFilters: the stand-in knows Name and Path, not ${key}.`);
  const known = oneOf(option, ['BeginsWith', 'Equals', 'Contains']);
  if (known === 'Contains') throw invalid('ParameterFilters: the stand-in does not know Contains.');
  if (known === 'Equals') return (name) => values.some((value) => rooted(value) === rooted(name));
  return (name) => values.some((value) => rooted(name).startsWith(rooted(value)));
}

function readPath(value: string): string {
  if (/^\/(?:aws|ssm)/i.test(value))
    throw invalid(
      'Filters for common parameters can\'t be prefixed with "aws" or "ssm" (case-insensitive). When using global parameters, please specify within a global namespace.',
    );
  return checkPath(value);
}

function oneOf(option: string, known: readonly string[]): string {
  if (known.includes(option)) return option;
  const valid = known.filter((one) => one !== 'Contains').join(', ');
  throw new AwsError(
    'InvalidFilterOption',
    `The following filter option is not valid: ${option}. Valid options include: [${valid}].`,
  );
}
