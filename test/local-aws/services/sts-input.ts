import type { PolicyStatement } from '../iam/identity-policy.ts';
import { AwsError } from '../protocol/service.ts';

export interface Assumption {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly seconds: number;
  /** The session policy; undefined where none was given. */
  readonly policy: { readonly statements: readonly PolicyStatement[]; readonly packedSize: number } | undefined;
}

/** What both ways of assuming a role are told; ValidationError where a member breaks the rules of STS's API reference. */
export function readAssumption(input: Record<string, unknown>): Assumption {
  const roleArn = requireText(input, 'RoleArn');
  if (roleArn.length < 20) throw constraint(roleArn, 'roleArn', 'Member must have length greater than or equal to 20');
  const sessionName = requireText(input, 'RoleSessionName');
  if (sessionName.length > 64) {
    throw constraint(sessionName, 'roleSessionName', 'Member must have length less than or equal to 64');
  }
  if (!/^[\w+=,.@-]{2,}$/.test(sessionName)) {
    throw constraint(sessionName, 'roleSessionName', 'Member must satisfy regular expression pattern: [\\w+=,.@-]*');
  }
  return {
    roleArn,
    sessionName,
    seconds: readDuration(input['DurationSeconds']),
    policy: input['Policy'] === undefined ? undefined : readSessionPolicy(String(input['Policy'])),
  };
}

/** Characters that a session policy may have (API reference of STS, `Policy`). */
const MAX_POLICY = 2048;

function readSessionPolicy(text: string): Assumption['policy'] {
  if (text.length > MAX_POLICY) {
    throw constraint(text, 'policy', `Member must have length less than or equal to ${MAX_POLICY}`);
  }
  // AWS packs it, by a way of its own; nothing here is smaller than it is written.
  const packedSize = Math.ceil((100 * text.length) / MAX_POLICY);
  try {
    const { Version, Statement } = JSON.parse(text) as { Version?: string; Statement?: PolicyStatement[] };
    if (Version === '2012-10-17' && Array.isArray(Statement) && Statement.length > 0) {
      return { statements: Statement, packedSize };
    }
  } catch {
    // Said below.
  }
  throw new AwsError('MalformedPolicyDocument', 'The policy is not in the valid JSON format.');
}

function readDuration(given: unknown): number {
  if (given === undefined || given === '') return 3600;
  const seconds = Number(given);
  if (!Number.isInteger(seconds) || seconds < 900) {
    throw constraint(String(given), 'durationSeconds', 'Member must have value greater than or equal to 900');
  }
  if (seconds > 43_200) {
    throw constraint(String(given), 'durationSeconds', 'Member must have value less than or equal to 43200');
  }
  return seconds;
}

function requireText(input: Record<string, unknown>, member: string): string {
  const value = input[member];
  if (typeof value === 'string' && value !== '') return value;
  throw constraint('null', member.charAt(0).toLowerCase() + member.slice(1), 'Member must not be null');
}

function constraint(value: string, field: string, rule: string): AwsError {
  return new AwsError(
    'ValidationError',
    `1 validation error detected: Value '${value}' at '${field}' failed to satisfy constraint: ${rule}`,
  );
}
