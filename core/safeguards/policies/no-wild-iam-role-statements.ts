import picomatch from 'picomatch';
import * as v from 'valibot';
import { atResource, type Finding, policy } from '../policy/policy.ts';
import type { CheckedResource } from '../view/resource.ts';
import { type CheckedStatement, statementsOf } from '../view/statements.ts';
import { textsOf } from '../view/values.ts';

export const noWildIamRoleStatements = policy({
  checks:
    'no role, policy or function is allowed every action (of a service), or something on every resource (of a type)',
  configuration: 'actions that may be wild, as a list (default: none)',
  example: 'no-wild-iam-role-statements: [xray:PutTraceSegments]',
  config: v.optional(v.array(v.string())),
  check: ({ resources }, allowed = []) => [
    ...statementsOf(resources)
      .filter(({ effect }) => effect === 'Allow')
      .flatMap((statement) => faultsOf(statement, allowed)),
    ...resources.flatMap(administrators),
  ],
});

function faultsOf(statement: CheckedStatement, allowed: readonly string[]): Finding[] {
  const { resource, actions, notActions, targets, hasNotResource } = statement;
  const isAllowed = (action: string) => allowed.some((one) => one === action || picomatch.isMatch(action, one));
  const at = atResource(resource);
  const wild = actions.filter((action) => /^([*?]+|[^:]*:[*?]+)$/.test(action) && !isAllowed(action));
  const areAllAllowed = actions.length > 0 && actions.every(isAllowed);
  const wide = areAllAllowed ? [] : targets.filter(isWild);
  return [
    ...wild.map((action) => ({
      ...at,
      what: `${resource.id} is allowed the action ${action}`,
      fix: 'list the actions that it needs',
    })),
    ...(notActions.length === 0
      ? []
      : [
          {
            ...at,
            what: `${resource.id} is allowed all actions except some (NotAction)`,
            fix: 'list the actions that it needs',
          },
        ]),
    ...(hasNotResource
      ? [
          {
            ...at,
            what: `${resource.id} is allowed something on all resources except some (NotResource)`,
            fix: 'name the resources',
          },
        ]
      : []),
    ...(wide.length === 0
      ? []
      : [
          {
            ...at,
            what: `${resource.id} is allowed ${actions.slice(0, 3).join(', ') || 'something'}${actions.length > 3 ? ', …' : ''} on ${[...new Set(wide)].join(', ')}`,
            fix: 'name the resources; for actions that know none, list the actions in the configuration of the safeguard',
          },
        ]),
  ];
}

/** Services whose resources have no type before the `/`. */
const WITHOUT_TYPES = ['s3', 'execute-api'];

/** `*`, or an ARN of every service, every type, everything of a type (`table/*`, `function:*`), or every bucket. */
function isWild(target: string): boolean {
  const [, , service = '', , , type, name] = target.split(':');
  const isOfType = !WITHOUT_TYPES.includes(service) && /^[A-Za-z-]+\/[*?]+$/.test(type ?? '');
  const isOfBuckets = service === 's3' && /^[*?]+\//.test(type ?? '');
  return isOfType || isOfBuckets || [target, service, type, name].some((part) => /^[*?]+$/.test(part ?? ''));
}

/** Policies of AWS's own that allow everything. */
const EVERYTHING = /:iam::aws:policy\/(AdministratorAccess|PowerUserAccess|IAMFullAccess)$/;

function administrators(resource: CheckedResource): Finding[] {
  const arns = resource.type.startsWith('AWS::IAM::') ? textsOf(resource.properties['ManagedPolicyArns']) : [];
  return arns
    .filter((arn) => EVERYTHING.test(arn))
    .map((arn) => ({
      ...atResource(resource),
      what: `${resource.id} has the policy ${arn}`,
      fix: 'list the actions that it needs',
    }));
}
