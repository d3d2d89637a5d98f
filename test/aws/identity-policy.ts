import { like } from '../local-aws/trust/evaluate.ts';
import type { DeployedRole } from './deploy-role.ts';

type Values = string | readonly string[];

/** One statement of an identity policy, as the made role holds it. */
export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: Values;
  readonly NotAction?: Values;
  readonly Resource: Values;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Values>>>>;
}

export interface Access {
  readonly action: string;
  readonly resource: string;
  /** Condition keys of the request: `aws:CalledVia`, `aws:ResourceTag/STAGE`, `iam:PermissionsBoundary`, … */
  readonly context?: Readonly<Record<string, string>>;
}

interface HasPolicy {
  readonly PolicyDocument: { readonly Statement: readonly PolicyStatement[] };
}

/** All statements of the inline policies and of the managed policy that a role of the template has. */
export function statementsOf({ role, servicesPolicy }: DeployedRole): readonly PolicyStatement[] {
  const policies = [...(role['Policies'] as HasPolicy[]), servicesPolicy as unknown as HasPolicy];
  return policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

/** IAM's verdict of identity policies alone: an explicit Deny wins, then an Allow, else no. */
export function allows(statements: readonly PolicyStatement[], access: Access): boolean {
  const effects = statements.filter((one) => applies(one, access)).map(({ Effect }) => Effect);
  return effects.includes('Allow') && !effects.includes('Deny');
}

function applies(statement: PolicyStatement, { action, resource, context = {} }: Access): boolean {
  // Actions ignore case, resources do not (IAM user guide, "Action" and "Resource").
  const isNamed = listOf(statement.Action ?? statement.NotAction).some((one) =>
    like(one.toLowerCase(), action.toLowerCase()),
  );
  if (isNamed !== (statement.Action !== undefined)) return false;
  if (!listOf(statement.Resource).some((one) => like(one, resource))) return false;
  return Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => holds(operator, listOf(values), context[key])),
  );
}

function holds(operator: string, values: readonly string[], actual: string | undefined): boolean {
  switch (operator) {
    case 'StringEquals':
    case 'ForAnyValue:StringEquals':
      return actual !== undefined && values.includes(actual);
    case 'StringLike':
      return actual !== undefined && values.some((value) => like(value, actual));
    default:
      throw new Error(`no rule here for ${operator}`);
  }
}

/** One or many as a list. */
export function listOf(values: Values | undefined): readonly string[] {
  if (values === undefined) return [];
  return typeof values === 'string' ? [values] : values;
}
