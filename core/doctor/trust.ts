import { recordOf } from '../safeguards/view/resource.ts';

/** The claims of an identity token of GitHub's that trust policies may ask for. */
export interface PresentedToken {
  readonly aud: string;
  readonly sub: string;
  readonly repository: string;
  readonly repository_id: string;
  readonly ref: string;
  readonly environment: string;
}

/** What a trust policy says of a token. */
export interface TrustVerdict {
  readonly isAllowed: boolean;
  /** What keeps it out, for people: the first condition of each statement that fails. */
  readonly because: readonly string[];
  /** Whether a condition is one that is not known here, and was taken as failed. */
  readonly isUnsure: boolean;
}

const ISSUER = 'token.actions.githubusercontent.com';
const ACTION = 'sts:assumerolewithwebidentity';

/**
 * Evaluates a role's trust policy against a token of GitHub's as AWS does: an explicit Deny wins, then any Allow, else no.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluateTrust(policy: unknown, token: PresentedToken): TrustVerdict {
  const statements = listOf(recordOf(policy)['Statement']).map(recordOf);
  const judged = statements.map((statement) => ({ statement, faults: faultsOf(statement, token) }));
  const isUnsure = judged.some(({ faults }) => faults.some(({ isUnknown }) => isUnknown));
  const applies = judged.filter(({ faults }) => faults.length === 0).map(({ statement }) => statement['Effect']);
  return {
    isAllowed: applies.includes('Allow') && !applies.includes('Deny'),
    because: applies.includes('Deny')
      ? ['a statement denies it']
      : judged.flatMap(({ statement, faults }) =>
          statement['Effect'] === 'Allow' ? faults.slice(0, 1).map(({ text }) => text) : [],
        ),
    isUnsure,
  };
}

interface Fault {
  readonly text: string;
  readonly isUnknown: boolean;
}

const known = (text: string): Fault => ({ text, isUnknown: false });

function faultsOf(statement: Readonly<Record<string, unknown>>, token: PresentedToken): Fault[] {
  if (!listOf(statement['Action']).some((action) => like(String(action).toLowerCase(), ACTION))) {
    return [known('it is of another action')];
  }
  const federated = listOf(recordOf(statement['Principal'])['Federated']).map(String);
  if (statement['Principal'] !== '*' && !federated.some((arn) => arn.endsWith(`:oidc-provider/${ISSUER}`))) {
    return [known(`its principal is not GitHub's provider (${ISSUER})`)];
  }
  return Object.entries(recordOf(statement['Condition'])).flatMap(([operator, keys]) =>
    Object.entries(recordOf(keys)).flatMap(([key, values]) =>
      faultOf(operator, key, listOf(values).map(String), token),
    ),
  );
}

const OPERATOR = /^(?:(ForAnyValue|ForAllValues):)?(String(?:Not)?(?:Equals|EqualsIgnoreCase|Like))(IfExists)?$/;

function faultOf(operator: string, key: string, expected: readonly string[], token: PresentedToken): Fault[] {
  const [, set, comparison, ifExists] = OPERATOR.exec(operator) ?? [];
  if (comparison === undefined) {
    return [{ text: `${operator} of ${key} is not known here`, isUnknown: true }];
  }
  const isNot = comparison.includes('Not');
  const actual = claimOf(key, token);
  if (actual === 'unknown') {
    return [{ text: `what ${key} comes to is not known here`, isUnknown: true }];
  }
  if (actual === undefined) {
    // A key that a request does not have: IAM user guide, "String condition operators".
    const holds = ifExists !== undefined || set === 'ForAllValues' || (isNot && set === undefined);
    return holds ? [] : [known(`AWS knows no ${key} of GitHub's tokens: the condition never holds`)];
  }
  const holds = expected.some((value) => compare(comparison, value, actual)) !== isNot;
  return holds
    ? []
    : [known(`${key} is "${actual}", and ${isNot ? 'must not be' : 'has to be'} ${expected.join(' or ')}`)];
}

/** Claims that AWS offers too, and that a set-up does not know. */
const UNKNOWN_CLAIMS = ['actor', 'actor_id', 'enterprise_id', 'job_workflow_ref', 'workflow'];

/**
 * The value of a condition key: of the claims that AWS offers of GitHub's tokens, and of no others, which are absent keys. What
 * is not of the token (`aws:SourceIp`) is not known.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
function claimOf(key: string, token: PresentedToken): string | 'unknown' | undefined {
  const [issuer, claim = ''] = key.toLowerCase().split(/:(?=[^:]*$)/);
  if (issuer !== ISSUER || UNKNOWN_CLAIMS.includes(claim)) {
    return 'unknown';
  }
  return Object.hasOwn(token, claim) ? token[claim as keyof PresentedToken] : undefined;
}

function compare(comparison: string, expected: string, actual: string): boolean {
  if (comparison.endsWith('IgnoreCase')) {
    return expected.toLowerCase() === actual.toLowerCase();
  }
  return comparison.endsWith('Like') ? like(expected, actual) : expected === actual;
}

/** `*` stands for any text, `?` for one character. */
export function like(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.^$+(){}|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}
