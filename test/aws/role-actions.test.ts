import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActionFacts, actionsLike, knowsKey } from '../local-aws/iam/actions.ts';
import { conditionsOf, listOf, type PolicyStatement } from '../local-aws/iam/identity-policy.ts';
import { type LocalAws, startLocalAws } from '../local-aws/server.ts';
import { deployRole, type PolicyDocument, statementsOf } from './deploy-role.ts';
import { ROLES } from './role-cases.ts';

/** What is of the account as a whole, and so no preview's either. */
const OF_THE_ACCOUNT = [
  'KeepBuckets: s3:PutAccessPointPublicAccessBlock',
  'KeepBuckets: s3:PutAccountPublicAccessBlock',
  'KeepBuckets: s3:PutStorageLensConfiguration',
  'KeepNames: dynamodb:UpdateAbacStatus',
];

/** The roles of the cases, and one with a boundary that the template makes. */
const VARIANTS = {
  ...ROLES,
  'previews, with a boundary of the template': {
    ...ROLES.previews,
    RoleName: 'serverless-stages-preview-3',
    CreateServiceRolesBoundary: 'true',
    SharedStages: 'dev',
  },
};

/**
 * What AWS asks for beside its list: a template that names a macro is a change of that too ("Controlling access with AWS Identity
 * and Access Management" in the user guide of CloudFormation).
 */
const NOT_LISTED = ['arn:*:cloudformation:*:aws:transform/*'];

let aws: LocalAws;
const found: { readonly role: string; readonly statement: PolicyStatement }[] = [];
beforeAll(async () => {
  aws = await startLocalAws();
  for (const [role, parameters] of Object.entries(VARIANTS)) {
    const made = await deployRole(aws, parameters);
    const boundary: PolicyDocument = made.boundary ?? { Statement: [] };
    for (const statement of [...statementsOf(made), ...boundary.Statement]) found.push({ role, statement });
  }
});
afterAll(() => aws.close());

/** Whether some text matches both patterns of `*` and `?`. */
function overlap(one: string, other: string): boolean {
  const seen = new Map<string, boolean>();
  const from = (i: number, j: number): boolean => {
    const key = `${i} ${j}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    seen.set(key, false);
    const [a, b] = [one[i], other[j]];
    const result =
      a === undefined && b === undefined
        ? true
        : a === '*'
          ? from(i + 1, j) || (b !== undefined && from(i, j + 1))
          : b === '*'
            ? from(i, j + 1) || (a !== undefined && from(i + 1, j))
            : a !== undefined && b !== undefined && (a === b || a === '?' || b === '?') && from(i + 1, j + 1);
    seen.set(key, result);
    return result;
  };
  return from(0, 0);
}

const isAskedFor = (resource: string, { resources }: ActionFacts): boolean =>
  resource === '*' || resources.some((pattern) => overlap(pattern, resource));

/** Pairs of what a statement has, one text each where AWS does not list it. */
function report(check: (statement: PolicyStatement) => readonly string[]): readonly string[] {
  return [...new Set(found.flatMap(({ statement }) => check(statement).map((what) => `${statement.Sid}: ${what}`)))];
}

describe('overlap of patterns', () => {
  it.each([
    ['a*', 'ab', true],
    ['a*c', 'ab*', true],
    ['*x', '*y', false],
    ['a?', 'ab', true],
    ['a?', 'a', false],
    ['*', '', true],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(overlap(one, other)).toBe(expected);
  });
});

describe('by AWS’s own list', () => {
  it('there is each action that a statement names', () => {
    const named = ({ Action, NotAction }: PolicyStatement) => listOf(Action ?? NotAction);
    expect(report((statement) => named(statement).filter((one) => actionsLike(one).length === 0))).toEqual([]);
  });

  it('each condition key is one of each action of its statement', () => {
    const unknown = (statement: PolicyStatement) =>
      listOf(statement.Action)
        .filter((pattern) => pattern !== '*')
        .flatMap(actionsLike)
        .flatMap((action) =>
          conditionsOf(statement)
            .filter(({ key }) => !knowsKey(action, key))
            .map(({ key }) => `${action.name} ${key}`),
        );
    expect(report(unknown)).toEqual([]);
  });

  it('each action is asked for one of its statement’s resources', () => {
    const lost = (statement: PolicyStatement) =>
      listOf(statement.Action)
        .filter((pattern) => pattern !== '*')
        .filter(
          (pattern) =>
            !actionsLike(pattern).some((action) =>
              listOf(statement.Resource ?? statement.NotResource).some((one) => isAskedFor(one, action)),
            ),
        );
    expect(report(lost)).toEqual([]);
  });

  it('each resource is one that an action of its statement is asked for', () => {
    const idle = (statement: PolicyStatement) => {
      const actions = listOf(statement.Action ?? [])
        .filter((pattern) => pattern !== '*')
        .flatMap(actionsLike);
      return listOf(statement.Resource ?? statement.NotResource).filter(
        (one) => actions.length > 0 && !NOT_LISTED.includes(one) && !actions.some((action) => isAskedFor(one, action)),
      );
    };
    expect(report(idle)).toEqual([]);
  });

  it('what is denied of all that is not named knows resources, or is a setting of the account', () => {
    const denied = (statement: PolicyStatement) =>
      statement.NotResource === undefined
        ? []
        : listOf(statement.Action)
            .flatMap(actionsLike)
            .filter(({ resources }) => resources.length === 0)
            .map(({ name }) => name);
    expect([...report(denied)].sort()).toEqual(OF_THE_ACCOUNT);
  });
});
