import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../core/config/parse.ts';
import { withBoundary } from '../../core/serverless/boundary.ts';
import { replaced } from '../core/sample-config.ts';
import { parseTemplate } from '../local-aws/cloudformation/template.ts';
import { type Access, allows, type PolicyStatement } from '../local-aws/iam/identity-policy.ts';
import { type LocalAws, startLocalAws } from '../local-aws/server.ts';
import { ACCOUNT, CONFIGURED, deployRole, PREVIEWS, ROLE_TEMPLATE, statementsOf } from './deploy-role.ts';
import { access, BOUNDARY, PREVIEW, roleArn, stackArn } from './role-cases.ts';

const TABLE = `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/orders`;
/** The name that osls gives the role of a service's functions. */
const ROLE = `arn:aws:iam::${ACCOUNT}:role/shop-api-${PREVIEW}-us-east-1-lambdaRole`;
const GIVES_RIGHTS = ['iam:CreateRole', 'iam:PutRolePolicy', 'iam:AttachRolePolicy', 'iam:PutRolePermissionsBoundary'];

let aws: LocalAws;
let unbounded: readonly PolicyStatement[];
let bounded: readonly PolicyStatement[];
let configured: readonly PolicyStatement[];
beforeAll(async () => {
  aws = await startLocalAws();
  const make = async (parameters: Record<string, string>) => statementsOf(await deployRole(aws, parameters));
  unbounded = await make(PREVIEWS);
  const more = { CreateProvider: 'false', ServiceRolesBoundary: BOUNDARY };
  bounded = await make({ ...PREVIEWS, ...more, RoleName: 'serverless-stages-bounded' });
  configured = await make({ ...CONFIGURED, ...more });
});
afterAll(() => aws.close());

/** A call on a role; `iam:PermissionsBoundary` is the boundary that the role has, or would get. */
function call(action: string, boundary: string | undefined, { via = true, resource = ROLE } = {}) {
  const context = {
    'aws:ResourceAccount': ACCOUNT,
    ...(via ? { 'aws:CalledVia': 'cloudformation.amazonaws.com' } : {}),
    ...(boundary === undefined ? {} : { 'iam:PermissionsBoundary': boundary }),
  };
  return { action, resource, context };
}

describe('the role of previews with ServiceRolesBoundary', () => {
  it.each(GIVES_RIGHTS)('allows %s on a role with that boundary, by CloudFormation', (action) => {
    expect(allows(bounded, call(action, BOUNDARY))).toBe(true);
    expect(allows(bounded, call(action, BOUNDARY, { via: false }))).toBe(false);
  });

  it.each<[what: string, boundary: string | undefined]>([
    ['without a boundary', undefined],
    ['with another boundary', `arn:aws:iam::${ACCOUNT}:policy/wide`],
    ['with a boundary whose name only begins like it', `${BOUNDARY}-2`],
    ['with a boundary of the same name on another path', `arn:aws:iam::${ACCOUNT}:policy/service-boundary`],
    ['with a boundary of the same name in another account', BOUNDARY.replace(ACCOUNT, '222222222222')],
    ['with a policy of AWS as its boundary', 'arn:aws:iam::aws:policy/AdministratorAccess'],
  ])('gives no rights to a role %s', (_what, boundary) => {
    for (const action of GIVES_RIGHTS) expect(allows(bounded, call(action, boundary)), action).toBe(false);
  });

  it('never takes the boundary off, and never changes what it says', () => {
    for (const action of ['iam:DeleteRolePermissionsBoundary', 'iam:DeleteUserPermissionsBoundary']) {
      expect(allows(bounded, call(action, BOUNDARY)), action).toBe(false);
    }
    for (const action of ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion', 'iam:DeletePolicy']) {
      expect(allows(bounded, call(action, undefined, { resource: BOUNDARY })), action).toBe(false);
    }
  });

  it('makes no user, no group and no key, whatever boundary they would have', () => {
    for (const action of ['iam:CreateUser', 'iam:CreateGroup', 'iam:CreateAccessKey', 'iam:CreateLoginProfile']) {
      for (const name of ['user/u', `user/u-${PREVIEW}`, `group/${PREVIEW}`]) {
        const resource = `arn:aws:iam::${ACCOUNT}:${name}`;
        expect(allows(bounded, call(action, BOUNDARY, { resource })), action).toBe(false);
      }
    }
  });

  it('does not touch the roles of a configured stage with it either', () => {
    const resource = `arn:aws:iam::${ACCOUNT}:role/shop-api-dev-us-east-1-lambdaRole`;
    for (const action of GIVES_RIGHTS)
      expect(allows(bounded, call(action, BOUNDARY, { resource })), action).toBe(false);
  });

  it('neither changes nor removes a role that was made before there was a boundary', () => {
    for (const action of ['iam:DeleteRole', 'iam:DeleteRolePolicy', 'iam:DetachRolePolicy', 'iam:UpdateRole']) {
      expect(allows(bounded, call(action, undefined)), action).toBe(false);
    }
  });
});

describe('a role without ServiceRolesBoundary', () => {
  it('makes roles with any boundary or none', () => {
    for (const boundary of [undefined, BOUNDARY]) {
      expect(allows(unbounded, call('iam:CreateRole', boundary))).toBe(true);
    }
  });
});

describe('the role of a configured stage with ServiceRolesBoundary', () => {
  it('makes only roles that have it, and by CloudFormation alone', () => {
    const resource = `arn:aws:iam::${ACCOUNT}:role/shop-api-prod-us-east-1-lambdaRole`;
    expect(allows(configured, call('iam:CreateRole', BOUNDARY, { resource }))).toBe(true);
    expect(allows(configured, call('iam:CreateRole', BOUNDARY, { resource, via: false }))).toBe(false);
    expect(allows(configured, call('iam:CreateRole', undefined, { resource }))).toBe(false);
    expect(allows(configured, call('iam:CreateRole', `${BOUNDARY}-2`, { resource }))).toBe(false);
  });
});

describe('the boundary of the role’s template and of serverless-stages.yml', () => {
  /** The boundary of the role in a package, as `previews.boundary` leaves it. */
  function packagedWith(boundary: string, own?: string): string {
    const Properties = own === undefined ? {} : { PermissionsBoundary: own };
    const Resources = { Role: { Type: 'AWS::IAM::Role', Properties } };
    const state = { service: { provider: { compiledCloudFormationTemplate: { Resources } } } };
    const { service } = JSON.parse(withBoundary(JSON.stringify(state), boundary));
    return service.provider.compiledCloudFormationTemplate.Resources.Role.Properties.PermissionsBoundary;
  }

  it('is one: a package with it is deployed by the role, whatever the service itself asks for', () => {
    for (const own of [undefined, `arn:aws:iam::${ACCOUNT}:policy/wide`]) {
      expect(allows(bounded, call('iam:CreateRole', packagedWith(BOUNDARY, own)))).toBe(true);
    }
    expect(allows(bounded, call('iam:CreateRole', packagedWith(`${BOUNDARY}-2`)))).toBe(false);
  });

  const patternOfRole = parseTemplate(ROLE_TEMPLATE).Parameters?.['ServiceRolesBoundary']?.AllowedPattern ?? '^$';
  const isTakenByPreviews = (arn: string) => {
    const text = replaced('  target-branches', `  boundary: ${JSON.stringify(arn)}\n  target-branches`);
    try {
      return parseConfig(Buffer.from(text)).previews?.boundary === arn;
    } catch {
      return false;
    }
  };
  it.each<[arn: string, isTaken: boolean]>([
    [BOUNDARY, true],
    [`arn:aws-us-gov:iam::${ACCOUNT}:policy/a+b=c,d.e@f-g`, true],
    ['arn:aws:iam::aws:policy/PowerUserAccess', true],
    [`arn:aws:iam::${ACCOUNT}:role/service-boundary`, false],
    [`arn:aws:iam::${ACCOUNT}:policy/`, false],
    [`${BOUNDARY} `, false],
    ['service-boundary', false],
    ['arn:aws:iam::*:policy/*', false],
  ])('%s is taken by both, or by neither (%s)', (arn, isTaken) => {
    expect([isTakenByPreviews(arn), new RegExp(patternOfRole).test(arn)]).toEqual([isTaken, isTaken]);
  });
});

describe('the boundary that the template makes', () => {
  const NO_ACCESS: readonly [what: string, access: Access][] = [
    ['give rights', access('iam:PutRolePolicy', ROLE)],
    ['take its own boundary off', access('iam:DeleteRolePermissionsBoundary', ROLE)],
    ['change a stack', access('cloudformation:UpdateStack', stackArn(`shop-api-${PREVIEW}`))],
    ['be a role that deploys', access('sts:AssumeRole', roleArn('serverless-stages-preview'))],
    [
      'write the ledger',
      access('ssm:PutParameter', `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/serverless-stages/shop/preview/x/y`),
    ],
    ['read a package', access('s3:GetObject', 'arn:aws:s3:::shop-api-dev-serverlessdeploymentbuck-x1/a')],
    ['read a package of a preview', access('s3:GetObject', `arn:aws:s3:::${PREVIEW}-serverlessdeploymentb-1a2b3c4d/a`)],
    ['read items of another stage', access('dynamodb:GetItem', TABLE, { 'aws:ResourceTag/STAGE': 'staging' })],
  ];
  const MAY: readonly [what: string, access: Access][] = [
    ['read items of its stage', access('dynamodb:GetItem', TABLE, { 'aws:ResourceTag/STAGE': PREVIEW })],
    ['read items of a shared stage', access('dynamodb:GetItem', TABLE, { 'aws:ResourceTag/STAGE': 'dev' })],
    ['use what has no tag', access('dynamodb:GetItem', TABLE)],
    ['use a service that nobody thought of', access('sqs:SendMessage', `arn:aws:sqs:us-east-1:${ACCOUNT}:any`)],
  ];
  let boundary: readonly PolicyStatement[];
  beforeAll(async () => {
    const made = await deployRole(aws, {
      ...PREVIEWS,
      CreateProvider: 'false',
      RoleName: 'serverless-stages-made',
      CreateServiceRolesBoundary: 'true',
      SharedStages: 'dev',
    });
    boundary = made.boundary?.Statement ?? [];
    expect(made.outputs['ServiceRolesBoundaryArn']).toBe(
      `arn:aws:iam::${ACCOUNT}:policy/serverless-stages-made-boundary`,
    );
  });

  it.each(NO_ACCESS)('lets no function %s', (_what, one) => expect(allows(boundary, one)).toBe(false));

  it.each(MAY)('lets a function %s', (_what, one) => expect(allows(boundary, one)).toBe(true));

  it('has no statement that it does not need', () => {
    for (const statement of boundary) {
      const rest = boundary.filter((other) => other !== statement);
      const differs = [...NO_ACCESS, ...MAY].some(([, one]) => allows(rest, one) !== allows(boundary, one));
      expect(differs, statement.Sid).toBe(true);
    }
  });
});
