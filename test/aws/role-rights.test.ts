import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionsLike } from '../local-aws/iam/actions.ts';
import { allows, listOf, type PolicyStatement } from '../local-aws/iam/identity-policy.ts';
import { type LocalAws, startLocalAws } from '../local-aws/server.ts';
import { ACCOUNT, type DeployedRole, deployRole, PREVIEWS, statementsOf } from './deploy-role.ts';
import { ADMINISTRATOR, BOUNDARY, ROLE_CASES, ROLES, type RoleCase, type RoleOfCases } from './role-cases.ts';

const NAMES = Object.keys(ROLES) as RoleOfCases[];

let aws: LocalAws;
const roles = new Map<RoleOfCases, DeployedRole>();
beforeAll(async () => {
  aws = await startLocalAws();
  for (const name of NAMES) roles.set(name, await deployRole(aws, ROLES[name]));
});
afterAll(() => aws.close());

function statements(name: RoleOfCases): readonly PolicyStatement[] {
  const role = roles.get(name);
  return role === undefined ? [] : statementsOf(role);
}

/** Whether a role's statements say of a case what it expects. */
function agrees(own: readonly PolicyStatement[], { access, isAllowed, isAdministrator }: RoleCase): boolean {
  return allows(isAdministrator === true ? [...own, ADMINISTRATOR] : own, access) === isAllowed;
}

describe.each(NAMES)('the role of %s', (name) => {
  const cases = ROLE_CASES.filter(({ role }) => role === name);

  it.each(cases.filter(({ isAllowed }) => isAllowed))('can $what', (one) => {
    expect(agrees(statements(name), one)).toBe(true);
  });

  it.each(cases.filter(({ isAllowed, isAdministrator }) => !isAllowed && isAdministrator !== true))(
    'cannot $what',
    (one) => {
      expect(agrees(statements(name), one)).toBe(true);
    },
  );

  it.each(cases.filter(({ isAdministrator }) => isAdministrator))(
    'cannot $what, whatever ManagedPolicyArns adds',
    (one) => {
      // Else it would be refused for another reason than a statement's.
      expect(allows([ADMINISTRATOR], one.access)).toBe(true);
      expect(agrees(statements(name), one)).toBe(true);
    },
  );
});

describe('each statement', () => {
  it('is used: without it a case goes wrong', () => {
    const idle = NAMES.flatMap((name) => {
      const own = statements(name);
      const cases = ROLE_CASES.filter(({ role }) => role === name);
      return own
        .filter((statement) =>
          cases.every((one) =>
            agrees(
              own.filter((other) => other !== statement),
              one,
            ),
          ),
        )
        .map(({ Sid }) => ({ name, Sid }));
    });
    const everywhere = [...new Set(idle.map(({ Sid }) => Sid))].filter((sid) =>
      NAMES.every(
        (name) =>
          !statements(name).some(({ Sid }) => Sid === sid) || idle.some((one) => one.name === name && one.Sid === sid),
      ),
    );
    expect(everywhere).toEqual([]);
  });

  it('has a name of its own in its role', () => {
    for (const name of NAMES) {
      const names = statements(name).map(({ Sid }) => Sid);
      expect(new Set(names).size, name).toBe(names.length);
    }
  });
});

describe('the policies', () => {
  it('allow nothing that writes on every resource, but what knows no resources', () => {
    for (const name of NAMES) {
      const onAll = statements(name).filter(
        ({ Effect, Resource }) => Effect === 'Allow' && listOf(Resource).includes('*'),
      );
      const writes = onAll
        .flatMap(({ Action }) => listOf(Action))
        .filter((action) => !/^[a-z0-9-]+:(BatchGet|Describe|Get|List|Validate)/.test(action));
      expect(writes.filter((action) => (actionsLike(action)[0]?.resources.length ?? 1) > 0).sort()).toEqual([
        'sns:Unsubscribe',
      ]);
    }
  });

  it('never allow by what they do not name', () => {
    for (const { Sid, Effect, NotAction, NotResource, Action } of NAMES.flatMap(statements)) {
      expect(Effect === 'Deny' || (NotAction === undefined && NotResource === undefined), Sid).toBe(true);
      expect(listOf(Action), Sid).not.toContain('*');
    }
  });

  it('fit what IAM has for inline, managed and trust policies, with long values too', async () => {
    const long = 'a-long-name-of-twenty-nine-ch';
    const common = {
      App: long,
      Repository: `${long}-${long}`,
      OtherStages: 'dev,staging,integration,prod',
      Regions: 'us-east-1,us-east-2,eu-west-1,eu-central-1,ap-southeast-2',
      ParametersPath: `/${long}/${long}`,
      ParametersKeyArn: `arn:aws:kms:us-east-1:${ACCOUNT}:key/1f0c7a10-0000-11f0-8000-0affd8a5b1c3`,
      CloudFormationRoleArns: `arn:aws:iam::${ACCOUNT}:role/${long},arn:aws:iam::${ACCOUNT}:role/${long}-2`,
      ServiceRolesBoundary: BOUNDARY,
      CreateProvider: 'false',
    };
    const lengthOf = (document: unknown) => JSON.stringify(document).length;
    for (const [suffix, own] of [
      ['a', { ...PREVIEWS, TargetBranches: `develop,${long},${long}` }],
      ['b', { ...ROLES.configured, Stages: 'qa,demo,load,training' }],
    ] as const) {
      const { role, policies } = await deployRole(aws, {
        ...own,
        ...common,
        RoleName: `serverless-stages-${long}${suffix}`,
      });
      const { StagesPolicy, ...managed } = policies;
      expect(lengthOf(StagesPolicy)).toBeLessThan(10_240);
      for (const [name, document] of Object.entries(managed)) expect(lengthOf(document), name).toBeLessThan(6_144);
      expect(lengthOf(role['AssumeRolePolicyDocument'])).toBeLessThan(2_048);
    }
  });
});
