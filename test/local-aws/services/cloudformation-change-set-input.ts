import { flagOf, listOf, textOf } from '../protocol/parameters.ts';
import { AwsError } from '../protocol/service.ts';

type Input = Record<string, unknown>;

/** Name and ARN of a stack (API reference, CreateChangeSet). */
const STACK_NAME = '[a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/._+]*';
const NAME = '[a-zA-Z][-a-zA-Z0-9]*';
const TYPES = ['IMPORT', 'UPDATE', 'CREATE'];

/** Throws what CloudFormation says of a CreateChangeSet that its API's own constraints do not let through, all at once. */
export function checkInput(input: Input): void {
  const problems = [
    ...pattern(input, 'StackName', STACK_NAME),
    ...pattern(input, 'ChangeSetName', NAME),
    ...length(input, 'ChangeSetName', 128),
    ...length(input, 'Description', 1024),
    ...length(input, 'ClientToken', 128),
    ...choice(input, 'ChangeSetType', TYPES),
    ...choice(input, 'OnStackFailure', ['ROLLBACK', 'DO_NOTHING', 'DELETE']),
  ];
  if (problems.length > 0) {
    const count = `${problems.length} validation error${problems.length > 1 ? 's' : ''} detected`;
    throw new AwsError('ValidationError', `${count}: ${problems.join('; ')}`);
  }
  const imports = textOf(input, 'ChangeSetType') === 'IMPORT' || listOf(input, 'ResourcesToImport').length > 0;
  if (imports || flagOf(input, 'ImportExistingResources')) {
    throw new AwsError('NotImplemented', 'The stand-in has no imports of resources', 501);
  }
}

function pattern(input: Input, name: string, text: string): string[] {
  const value = textOf(input, name);
  if (value === undefined || new RegExp(`^(?:${text})$`).test(value)) return [];
  return [failure(name, value, `Member must satisfy regular expression pattern: ${text}`)];
}

function length(input: Input, name: string, most: number): string[] {
  const value = textOf(input, name);
  if (value === undefined || value.length <= most) return [];
  return [failure(name, value, `Member must have length less than or equal to ${most}`)];
}

function choice(input: Input, name: string, values: readonly string[]): string[] {
  const value = textOf(input, name);
  if (value === undefined || values.includes(value)) return [];
  return [failure(name, value, `Member must satisfy enum value set: [${values.join(', ')}]`)];
}

function failure(name: string, value: string, constraint: string): string {
  const member = `${name[0]?.toLowerCase()}${name.slice(1)}`;
  return `Value '${value}' at '${member}' failed to satisfy constraint: ${constraint}`;
}
