import { ApiError } from './api-error.ts';
import { isRecord } from './fields.ts';

const MOST = 25;

/**
 * What a workflow gets for the inputs that were given and those that `workflow_dispatch` declares; throws 422 for one
 * that is not declared, for a required one without a value, and for a value that an input cannot have.
 */
export function readInputs(
  declared: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const count = Object.keys(given).length;
  if (count > MOST)
    throw new ApiError(422, `Invalid request.\n\nNo more than ${MOST} properties are allowed; ${count} were supplied.`);
  const unexpected = Object.keys(given).filter((name) => !Object.hasOwn(declared, name));
  if (unexpected.length > 0) throw new ApiError(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
  const inputs = Object.entries(declared).map(([name, declaration]) => {
    const input = isRecord(declaration) ? declaration : {};
    return [name, readValue(name, input, given[name])] as const;
  });
  return Object.fromEntries(inputs);
}

function readValue(name: string, declared: Readonly<Record<string, unknown>>, given: unknown): string {
  const { required, type, options } = declared;
  const value = given ?? declared['default'];
  if (value === undefined || value === '') {
    if (required === true) throw new ApiError(422, `Required input '${name}' not provided`);
    return type === 'boolean' ? 'false' : '';
  }
  const text = String(value);
  if (type === 'choice' && !(Array.isArray(options) && options.map(String).includes(text)))
    throw new ApiError(422, `Provided value '${text}' for input '${name}' not in the list of allowed values`);
  if (type === 'boolean' && !['true', 'false'].includes(text))
    throw new ApiError(422, `Provided value '${text}' for input '${name}' is not a boolean`);
  if (type === 'number' && Number.isNaN(Number(text)))
    throw new ApiError(422, `Provided value '${text}' for input '${name}' is not a number`);
  return text;
}
