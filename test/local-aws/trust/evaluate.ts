import { type Condition, parseOperator, type Statement } from './policy.ts';

export interface TrustRequest {
  /** `sts:AssumeRoleWithWebIdentity` or `sts:AssumeRole`. */
  readonly action: string;
  /** True when this principal of a statement names the caller. */
  readonly isCaller: (kind: string, value: string) => boolean;
  /** Condition keys in lower case (IAM's keys ignore case) with their one or many values. */
  readonly context: ReadonlyMap<string, readonly string[]>;
}

/** Why one statement did not apply. */
export type Mismatch =
  | { readonly statement: string; readonly failed: 'action' | 'principal' }
  | {
      readonly statement: string;
      readonly failed: 'condition';
      readonly operator: string;
      readonly key: string;
      readonly expected: readonly string[];
      /** Undefined where the request does not have the key. */
      readonly actual: readonly string[] | undefined;
    };

export type TrustVerdict =
  | { readonly allowed: true; readonly statement: string }
  | { readonly allowed: false; readonly reason: 'explicit-deny'; readonly statement: string }
  | { readonly allowed: false; readonly reason: 'no-allow'; readonly mismatches: readonly Mismatch[] };

/** IAM's evaluation of a trust policy: an explicit Deny wins, then any Allow, else no. */
export function evaluateTrust(statements: readonly Statement[], request: TrustRequest): TrustVerdict {
  const refusing = statements.find((one) => one.effect === 'Deny' && findMismatch(one, request) === undefined);
  if (refusing !== undefined) return { allowed: false, reason: 'explicit-deny', statement: refusing.label };
  const mismatches: Mismatch[] = [];
  for (const statement of statements.filter(({ effect }) => effect === 'Allow')) {
    const mismatch = findMismatch(statement, request);
    if (mismatch === undefined) return { allowed: true, statement: statement.label };
    mismatches.push(mismatch);
  }
  return { allowed: false, reason: 'no-allow', mismatches };
}

function findMismatch(statement: Statement, request: TrustRequest): Mismatch | undefined {
  const { label, actions, principals, conditions } = statement;
  if (!actions.some((action) => like(action.toLowerCase(), request.action.toLowerCase()))) {
    return { statement: label, failed: 'action' };
  }
  if (!principals.some(({ kind, value }) => kind === '*' || request.isCaller(kind, value))) {
    return { statement: label, failed: 'principal' };
  }
  const failed = conditions.find(
    (condition) => !conditionHolds(condition, request.context.get(condition.key.toLowerCase())),
  );
  if (failed === undefined) return undefined;
  return {
    statement: label,
    failed: 'condition',
    operator: failed.operator,
    key: failed.key,
    expected: failed.values,
    actual: request.context.get(failed.key.toLowerCase()),
  };
}

/** One key of one operator: its values are alternatives; IAM's rules for a key that the request does not have. */
export function conditionHolds({ operator, values }: Condition, actual: readonly string[] | undefined): boolean {
  const { comparison, set, ifExists } = parseOperator(operator);
  if (comparison === 'Null') return values.some((value) => (value === 'true') === (actual === undefined));
  const negated = comparison.includes('Not');
  const matches = (one: string) => values.some((value) => compare(comparison, value, one)) !== negated;
  if (actual === undefined || actual.length === 0) {
    // Set operators: ForAllValues of nothing is true, ForAnyValue of nothing is not. Without one, "the key must not
    // be X" is true of an absent key (IAM user guide, "String condition operators").
    if (ifExists || set === 'ForAllValues') return true;
    return set === undefined && negated;
  }
  if (set === 'ForAllValues') return actual.every(matches);
  if (set === 'ForAnyValue') return actual.some(matches);
  return negated ? actual.every(matches) : actual.some(matches);
}

function compare(comparison: string, expected: string, actual: string): boolean {
  switch (comparison) {
    case 'StringEquals':
    case 'StringNotEquals':
      return expected === actual;
    case 'StringEqualsIgnoreCase':
    case 'StringNotEqualsIgnoreCase':
    case 'Bool':
      return expected.toLowerCase() === actual.toLowerCase();
    case 'StringLike':
    case 'StringNotLike':
      return like(expected, actual);
    default:
      return likeArn(expected, actual);
  }
}

const compiled = new Map<string, RegExp>();

/** `*` stands for any text, `/` and `:` too, `?` for one character; case counts. */
export function like(pattern: string, text: string): boolean {
  const known = compiled.get(pattern) ?? compile(pattern);
  compiled.set(pattern, known);
  return known.test(text);
}

function compile(pattern: string): RegExp {
  const source = pattern
    .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
    .replaceAll('*', '[^]*')
    .replaceAll('?', '[^]');
  return new RegExp(`^${source}$`, 'u');
}

/** ArnEquals and ArnLike are the same: each of the six parts is matched by itself. */
function likeArn(pattern: string, arn: string): boolean {
  const split = (text: string) => [...text.split(':').slice(0, 5), text.split(':').slice(5).join(':')];
  const parts = split(arn);
  return split(pattern).every((part, index) => like(part, parts[index] ?? ''));
}
