import { describe, expect, it } from 'vitest';
import { evaluateTrust } from '../../../core/doctor/trust.ts';

const ISSUER = 'token.actions.githubusercontent.com';
const TOKEN = {
  aud: 'sts.amazonaws.com',
  sub: 'repo:acme/shop:environment:prod',
  repository: 'acme/shop',
  repository_id: '1001',
  ref: 'refs/heads/prod',
  environment: 'prod',
};
const statement = (Condition: object, more: object = {}) => ({
  Effect: 'Allow',
  Principal: { Federated: `arn:aws:iam::111111111111:oidc-provider/${ISSUER}` },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition,
  ...more,
});
const judge = (...Statement: object[]) => evaluateTrust({ Version: '2012-10-17', Statement }, TOKEN);

describe('a trust policy lets a token in', () => {
  it.each([
    ['by an equal subject', { StringEquals: { [`${ISSUER}:sub`]: TOKEN.sub } }],
    ['by one of several', { StringEquals: { [`${ISSUER}:sub`]: ['other', TOKEN.sub] } }],
    ['by a pattern', { StringLike: { [`${ISSUER}:sub`]: 'repo:acme/*:environment:prod' } }],
    ['whatever the case of the key', { StringEquals: { [`${ISSUER}:SUB`]: TOKEN.sub } }],
    [
      'whatever the case of the text, where that is said',
      { StringEqualsIgnoreCase: { [`${ISSUER}:sub`]: TOKEN.sub.toUpperCase() } },
    ],
    ['by what it is not', { StringNotLike: { [`${ISSUER}:ref`]: 'refs/pull/*' } }],
    ['by a key that may be absent', { StringEqualsIfExists: { [`${ISSUER}:repository_owner`]: 'somebody' } }],
    ['by any of its values', { 'ForAnyValue:StringLike': { [`${ISSUER}:ref`]: ['refs/heads/*'] } }],
    ['without a condition', {}],
  ])('%s', (_what, condition) => {
    expect(judge(statement(condition))).toMatchObject({ isAllowed: true, isUnsure: false });
  });
});

describe('a trust policy keeps a token out', () => {
  it.each([
    [
      'of another subject',
      statement({ StringEquals: { [`${ISSUER}:sub`]: 'repo:acme/shop:*' } }),
      `${ISSUER}:sub is "repo:acme/shop:environment:prod"`,
    ],
    ['of another case', statement({ StringEquals: { [`${ISSUER}:sub`]: TOKEN.sub.toUpperCase() } }), 'has to be'],
    [
      'by a claim that AWS does not offer',
      statement({ StringEquals: { [`${ISSUER}:repository_owner_id`]: '2001' } }),
      'AWS knows no',
    ],
    [
      'by another provider',
      statement({}, { Principal: { Federated: 'arn:aws:iam::111111111111:oidc-provider/idp.example' } }),
      'its principal',
    ],
    ['by another action', statement({}, { Action: 'sts:AssumeRole' }), 'another action'],
    [
      'by one condition of two',
      statement({
        StringEquals: { [`${ISSUER}:sub`]: TOKEN.sub },
        StringLike: { [`${ISSUER}:ref`]: 'refs/heads/main' },
      }),
      'refs/heads/main',
    ],
  ])('%s', (_what, one, said) => {
    const verdict = judge(one);
    expect(verdict.isAllowed).toBe(false);
    expect(verdict.because.join()).toContain(said);
  });

  it('where a statement denies it', () => {
    expect(
      judge(statement({}), statement({ StringEquals: { [`${ISSUER}:environment`]: 'prod' } }, { Effect: 'Deny' }))
        .isAllowed,
    ).toBe(false);
  });

  it('where it is not known what a condition means, and says so', () => {
    expect(judge(statement({ DateGreaterThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } }))).toMatchObject({
      isAllowed: false,
      isUnsure: true,
    });
  });

  it.each([
    ['of the caller', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }],
    ['of the request', { StringEquals: { 'sts:RoleSessionName': 'x' } }],
    ['of the token that is not known before', { StringLike: { [`${ISSUER}:job_workflow_ref`]: 'tools/*' } }],
  ])('and says that it is not sure, by a condition %s', (_what, condition) => {
    expect(judge(statement(condition))).toMatchObject({ isAllowed: false, isUnsure: true });
  });

  it.each([[undefined], [{}], [{ Statement: 'x' }], [[]]])('where it is none: %j', (policy) => {
    expect(evaluateTrust(policy, TOKEN).isAllowed).toBe(false);
  });
});
