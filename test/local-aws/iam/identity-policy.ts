import { conditionHolds, like } from '../trust/evaluate.ts';
import { type Condition, parseOperator } from '../trust/policy.ts';
import { type ActionFacts, actionsLike, knowsKey } from './actions.ts';

type Values = string | readonly string[];

/** One statement of an identity policy, as the made role holds it. */
export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: Values;
  readonly NotAction?: Values;
  readonly Resource?: Values;
  readonly NotResource?: Values;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Values>>>>;
}

/** One use of one action, as AWS sees it. */
export interface Access {
  /** `service:Action`, one that AWS has. */
  readonly action: string;
  /** An ARN, or `*` where the action knows none. */
  readonly resource: string;
  /**
   * Condition keys of the request: `aws:CalledVia`, `aws:ResourceTag/STAGE`, `iam:PermissionsBoundary`, … Those that AWS does not
   * hand to the action are left out, whatever stands here.
   */
  readonly context?: Readonly<Record<string, string>>;
}

/**
 * IAM's verdict of identity policies alone: an explicit Deny wins, then an Allow, else no. Throws for an action that AWS does not
 * have, and for an operator that has no rule here.
 */
export function allows(statements: readonly PolicyStatement[], access: Access): boolean {
  const effects = new Set(statements.filter((one) => appliesTo(one, access)).map(({ Effect }) => Effect));
  return effects.has('Allow') && !effects.has('Deny');
}

/** Whether a statement is about an access. */
export function appliesTo(statement: PolicyStatement, { action, resource, context = {} }: Access): boolean {
  const facts = factsOf(action);
  // Actions ignore case, resources do not (IAM user guide, "Action" and "Resource").
  const isNamed = listOf(statement.Action ?? statement.NotAction).some((one) =>
    like(one.toLowerCase(), action.toLowerCase()),
  );
  if (isNamed !== (statement.Action !== undefined)) return false;
  const isResource = listOf(statement.Resource ?? statement.NotResource).some((one) => like(one, resource));
  if (isResource !== (statement.Resource !== undefined)) return false;
  return conditionsOf(statement).every((condition) => {
    const value = knowsKey(facts, condition.key) ? context[condition.key] : undefined;
    return conditionHolds(condition, value === undefined ? undefined : [value]);
  });
}

function factsOf(action: string): ActionFacts {
  const [facts] = action.includes('*') ? [] : actionsLike(action);
  if (facts === undefined) throw new Error(`AWS has no action ${action}`);
  return facts;
}

/** The conditions of a statement, one for each key of each operator. */
export function conditionsOf({ Condition = {} }: PolicyStatement): readonly Condition[] {
  return Object.entries(Condition).flatMap(([operator, keys]) => {
    parseOperator(operator);
    return Object.entries(keys).map(([key, values]) => ({ operator, key, values: listOf(values) }));
  });
}

/** One or many as a list. */
export function listOf(values: Values | undefined): readonly string[] {
  if (values === undefined) return [];
  return typeof values === 'string' ? [values] : values;
}
