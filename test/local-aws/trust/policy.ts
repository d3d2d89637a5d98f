/** A trust policy (the AssumeRolePolicyDocument of a role) in one normal form: every one-or-many is a list. */

export interface Statement {
  /** `Sid`, or `#1`, `#2`, … by position. */
  readonly label: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly principals: readonly { readonly kind: string; readonly value: string }[];
  readonly conditions: readonly Condition[];
}

export interface Condition {
  /** As written, with its prefix and suffix: `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

type Json = Record<string, unknown>;

/**
 * Reads a trust policy as IAM would when the role is made; throws `MalformedPolicyDocument: …` for what IAM refuses and
 * for what the stand-in does not know (so that no condition is ever taken for true by silence).
 */
export function readTrustPolicy(document: unknown): readonly Statement[] {
  const policy = requireObject(typeof document === 'string' ? JSON.parse(document) : document, 'the policy');
  if (policy['Version'] !== '2012-10-17') throw malformed('Version must be 2012-10-17');
  const statements = listOf(policy['Statement']);
  if (statements.length === 0) throw malformed('no Statement');
  return statements.map((statement, index) => readStatement(requireObject(statement, 'a statement'), index));
}

const STATEMENT_KEYS = ['Sid', 'Effect', 'Principal', 'Action', 'Condition'];

function readStatement(statement: Json, index: number): Statement {
  const unknown = Object.keys(statement).find((key) => !STATEMENT_KEYS.includes(key));
  if (unknown !== undefined) throw malformed(`${unknown} is not part of a trust policy's statement that we know`);
  const effect = statement['Effect'];
  if (effect !== 'Allow' && effect !== 'Deny') throw malformed('Effect must be Allow or Deny');
  const actions = listOf(statement['Action']).map(String);
  if (actions.length === 0) throw malformed('no Action');
  return {
    label: typeof statement['Sid'] === 'string' ? statement['Sid'] : `#${index + 1}`,
    effect,
    actions,
    principals: readPrincipals(statement['Principal']),
    conditions: readConditions(statement['Condition']),
  };
}

function readPrincipals(principal: unknown): Statement['principals'] {
  if (principal === '*') return [{ kind: '*', value: '*' }];
  return Object.entries(requireObject(principal, 'Principal')).flatMap(([kind, values]) =>
    listOf(values).map((value) => ({ kind, value: String(value) })),
  );
}

function readConditions(block: unknown): readonly Condition[] {
  if (block === undefined) return [];
  return Object.entries(requireObject(block, 'Condition')).flatMap(([operator, keys]) => {
    parseOperator(operator);
    return Object.entries(requireObject(keys, operator)).map(([key, values]) => ({
      operator,
      key,
      values: listOf(values).map((value) => checkConditionValue(value, key)),
    }));
  });
}

function checkConditionValue(value: unknown, key: string): string {
  if (typeof value === 'object' && value !== null) throw malformed(`a value of ${key} is neither text nor number`);
  const text = String(value);
  if (text.includes('${')) throw malformed(`policy variable in ${key}: ${text}`);
  return text;
}

const COMPARISONS = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'ArnEquals',
  'ArnLike',
  'ArnNotEquals',
  'ArnNotLike',
  'Bool',
  'Null',
] as const;

export interface Operator {
  readonly comparison: (typeof COMPARISONS)[number];
  readonly set: 'ForAnyValue' | 'ForAllValues' | undefined;
  readonly ifExists: boolean;
}

/** Takes a condition operator apart; throws MalformedPolicyDocument for one that does not exist. */
export function parseOperator(written: string): Operator {
  const match = /^(?:(ForAnyValue|ForAllValues):)?([A-Za-z]+?)(IfExists)?$/.exec(written);
  const comparison = COMPARISONS.find((name) => name === match?.[2]);
  if (match === null || comparison === undefined) throw malformed(`condition operator ${written}`);
  const set = match[1] === 'ForAnyValue' || match[1] === 'ForAllValues' ? match[1] : undefined;
  return { comparison, set, ifExists: match[3] !== undefined };
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function requireObject(value: unknown, what: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw malformed(`${what} must be an object`);
}

function malformed(why: string): Error {
  return new Error(`MalformedPolicyDocument: ${why}`);
}
