import { actionsLike } from '../iam/actions.ts';
import { allows, type PolicyStatement } from '../iam/identity-policy.ts';
import { textOf } from '../protocol/parameters.ts';
import { AwsError, type CallContext, type QueryService } from '../protocol/service.ts';
import { parseRoleArn, type RoleStore, type StoredRole } from '../state/roles.ts';

/** IAM, as far as roles are read and their policies simulated. */
export function iamService({ roles }: { readonly roles: RoleStore }): QueryService {
  return {
    protocol: 'query',
    name: 'iam',
    namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    operations: {
      GetRole: (input, { account }) => {
        const name = textOf(input, 'RoleName') ?? '';
        if (!/^[\w+=,.@-]{1,64}$/.test(name)) throw invalid(`The specified value for roleName is invalid`);
        const role = roles.findNamed(account, name);
        if (role === undefined) throw missing(`The role with name ${name} cannot be found.`);
        return { Role: present(role) };
      },
      SimulatePrincipalPolicy: (input, context) => simulate(roles, input, context),
    },
  };
}

function present({ arn, name, trustDocument, maxSessionDuration }: StoredRole) {
  return {
    Arn: arn,
    RoleName: name,
    RoleId: 'AROAEXAMPLE',
    Path: arn.slice(arn.indexOf(':role/') + ':role'.length, -name.length),
    CreateDate: new Date(Date.UTC(2026, 0, 1)).toISOString(),
    // "The policy document … is URL-encoded compliant with RFC 3986" (API reference, GetRole).
    AssumeRolePolicyDocument: encodeURIComponent(trustDocument),
    MaxSessionDuration: maxSessionDuration,
  };
}

/** The decision of the identity policies of a role, without conditions of the request (API reference, SimulatePrincipalPolicy). */
function simulate(roles: RoleStore, input: Record<string, unknown>, { account }: CallContext) {
  const arn = textOf(input, 'PolicySourceArn') ?? '';
  const place = parseRoleArn(arn);
  if (place === undefined || place.account !== account) throw invalid(`Invalid Entity Arn: ${arn}`);
  if (roles.find(arn) === undefined) throw missing(`The Policy with name ${arn} cannot be found.`);
  const actions = textsOf(input['ActionNames']);
  const resources = textsOf(input['ResourceArns']);
  for (const action of actions) {
    if (action.includes('*') || actionsLike(action).length === 0) throw invalid(`Invalid Action: ${action}`);
  }
  const statements: readonly PolicyStatement[] = roles.statementsOf(arn);
  const results = actions.flatMap((action) =>
    (resources.length === 0 ? ['*'] : resources).map((resource) => ({
      EvalActionName: action,
      EvalResourceName: resource,
      EvalDecision: allows(statements, { action, resource }) ? 'allowed' : 'implicitDeny',
    })),
  );
  return { EvaluationResults: results, IsTruncated: false };
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidInput', message);
}

function missing(message: string): AwsError {
  return new AwsError('NoSuchEntity', message, 404);
}
