import { describe, expect, it } from 'vitest';
import { withBoundary } from '../../../core/serverless/boundary.ts';
import { readPackagedService } from '../../../core/serverless/state.ts';

const POLICY = 'arn:aws:iam::111111111111:policy/previews';
const TEMPLATE = ['service', 'provider', 'compiledCloudFormationTemplate'];
const pointerTo = (...path: readonly string[]) => ({ $ref: `$${path.map((step) => `["${step}"]`).join('')}` });
const inTemplate = (...path: readonly string[]) => pointerTo(...TEMPLATE, 'Resources', ...path);

const role = (more: object = {}) => ({ Type: 'AWS::IAM::Role', Properties: { Path: '/shop/', ...more } });
const state = (Resources: unknown, service: object = {}) => ({
  service: { service: 'shop-api', provider: { compiledCloudFormationTemplate: { Resources } }, ...service },
  package: { artifactDirectoryName: 'serverless/shop-api/dev/1' },
});

/** The template's resources as they are deployed, pointers followed. */
function bounded(value: object) {
  const text = withBoundary(JSON.stringify(value), POLICY);
  return readPackagedService(text, { stage: 'dev', region: 'us-east-1' }).resources;
}
const boundaryOf = (properties: unknown) => (properties as Record<string, unknown>)['PermissionsBoundary'];

describe('a boundary', () => {
  it('is in every role and user, and they keep all else', () => {
    const user = { Type: 'AWS::IAM::User', Properties: { UserName: 'u' }, DependsOn: 'A' };
    const resources = bounded(state({ A: role(), B: role({ RoleName: 'b' }), C: user }));
    expect(resources).toEqual({
      A: role({ PermissionsBoundary: POLICY }),
      B: role({ RoleName: 'b', PermissionsBoundary: POLICY }),
      C: { ...user, Properties: { UserName: 'u', PermissionsBoundary: POLICY } },
    });
  });

  it.each<[what: string, given: unknown]>([
    ['another policy', 'arn:aws:iam::111111111111:policy/wide'],
    ['a function of the template', { 'Fn::If': ['IsProd', 'arn:aws:iam::111111111111:policy/wide', { Ref: 'P' }] }],
    ['no value', { Ref: 'AWS::NoValue' }],
    ['nothing', null],
  ])('takes the place of the one that was there: %s', (_what, given) => {
    const { A } = bounded(state({ A: role({ PermissionsBoundary: given }) }));
    expect(A).toEqual(role({ PermissionsBoundary: POLICY }));
  });

  it('is in a role without properties, or with a condition', () => {
    const resources = bounded(state({ A: { Type: 'AWS::IAM::Role' }, B: { ...role(), Condition: 'IsPreview' } }));
    expect(boundaryOf(resources['A']?.Properties)).toBe(POLICY);
    expect(resources['B']).toEqual({ ...role({ PermissionsBoundary: POLICY }), Condition: 'IsPreview' });
  });

  it('is in nothing else', () => {
    const others = {
      Group: { Type: 'AWS::IAM::Group', Properties: {} },
      Policy: { Type: 'AWS::IAM::ManagedPolicy', Properties: { Roles: [{ Ref: 'A' }] } },
      Run: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['A', 'Arn'] } } },
      Odd: { Properties: { Type: 'AWS::IAM::Role' } },
    };
    const { A: _, ...rest } = bounded(state({ ...others, A: role() }));
    expect(rest).toEqual(others);
  });

  it('changes nothing of a package without roles', () => {
    const without = state({ Queue: { Type: 'AWS::SQS::Queue' } }, { custom: { a: [1, null] } });
    expect(JSON.parse(withBoundary(JSON.stringify(without), POLICY))).toEqual(without);
    const nothing = state(undefined);
    expect(JSON.parse(withBoundary(JSON.stringify(nothing), POLICY))).toEqual(JSON.parse(JSON.stringify(nothing)));
  });
});

describe('a boundary where the state file only points at what it shares', () => {
  it('is in a role that stands in the user’s resources', () => {
    const resources = { A: pointerTo('service', 'resources', 'Resources', 'A') };
    const { A } = bounded(state(resources, { resources: { Resources: { A: role() } } }));
    expect(A).toEqual(role({ PermissionsBoundary: POLICY }));
  });

  it('is in both of two roles that are one object, or have one object as properties', () => {
    const resources = bounded(
      state({
        A: role(),
        B: inTemplate('A'),
        C: { Type: 'AWS::IAM::Role', Properties: inTemplate('A', 'Properties') },
      }),
    );
    for (const id of ['A', 'B', 'C']) expect(resources[id]).toEqual(role({ PermissionsBoundary: POLICY }));
  });

  it('is not in what has its properties from the same object and is no role', () => {
    const shared = { Tags: [{ Key: 'team', Value: 'a' }] };
    const resources = bounded(
      state(
        {
          Queue: { Type: 'AWS::SQS::Queue', Properties: pointerTo('service', 'custom', 'shared') },
          A: { Type: 'AWS::IAM::Role', Properties: pointerTo('service', 'custom', 'shared') },
        },
        { custom: { shared } },
      ),
    );
    expect(resources['Queue']?.Properties).toEqual(shared);
    expect(resources['A']?.Properties).toEqual({ ...shared, PermissionsBoundary: POLICY });
  });

  it('leaves whole what points into a role', () => {
    const trust = { Version: '2012-10-17', Statement: [{ Effect: 'Allow' }] };
    const resources = bounded(
      state({
        A: role({ AssumeRolePolicyDocument: trust }),
        B: role({ AssumeRolePolicyDocument: inTemplate('A', 'Properties', 'AssumeRolePolicyDocument') }),
      }),
    );
    expect(resources['B']).toEqual(role({ AssumeRolePolicyDocument: trust, PermissionsBoundary: POLICY }));
  });

  it('is in every role of resources that are themselves only pointed at', () => {
    const { A } = bounded(state(pointerTo('service', 'resources'), { resources: { A: role() } }));
    expect(boundaryOf(A?.Properties)).toBe(POLICY);
  });

  it('ends where pointers lead in a circle', () => {
    const circle = state({ A: inTemplate('B'), B: inTemplate('A'), C: role() });
    const text = withBoundary(JSON.stringify(circle), POLICY);
    expect(JSON.parse(text).service.provider.compiledCloudFormationTemplate.Resources.C).toEqual(
      role({ PermissionsBoundary: POLICY }),
    );
  });
});
