import { describe, expect, it } from 'vitest';
import { evaluateTrust, like } from './evaluate.ts';
import { readTrustPolicy } from './policy.ts';

const PROVIDER = 'arn:aws:iam::111111111111:oidc-provider/idp.example';
const ACTION = 'sts:AssumeRoleWithWebIdentity';

function verdict(condition: object, context: Record<string, string[]>, extra: object[] = []) {
  const allow = { Effect: 'Allow', Principal: { Federated: PROVIDER }, Action: ACTION, Condition: condition };
  const statements = readTrustPolicy({ Version: '2012-10-17', Statement: [allow, ...extra] });
  const isCaller = (kind: string, value: string) => kind === 'Federated' && value === PROVIDER;
  return evaluateTrust(statements, { action: ACTION, isCaller, context: new Map(Object.entries(context)) });
}

describe('a condition', () => {
  it.each([
    ['equal text', { StringEquals: { 'idp:sub': 'a' } }, { 'idp:sub': ['a'] }, true],
    ['other case', { StringEquals: { 'idp:sub': 'A' } }, { 'idp:sub': ['a'] }, false],
    ['other case where it does not count', { StringEqualsIgnoreCase: { 'idp:sub': 'A' } }, { 'idp:sub': ['a'] }, true],
    ['a key in another case', { StringEquals: { 'IDP:Sub': 'a' } }, { 'idp:sub': ['a'] }, true],
    ['one of several values', { StringEquals: { 'idp:sub': ['b', 'a'] } }, { 'idp:sub': ['a'] }, true],
    ['a star in StringEquals', { StringEquals: { 'idp:sub': 'a*' } }, { 'idp:sub': ['ab'] }, false],
    ['all keys', { StringEquals: { 'idp:sub': 'a', 'idp:ref': 'r' } }, { 'idp:sub': ['a'], 'idp:ref': ['r'] }, true],
    [
      'only one of two keys',
      { StringEquals: { 'idp:sub': 'a', 'idp:ref': 'x' } },
      { 'idp:sub': ['a'], 'idp:ref': ['r'] },
      false,
    ],
    [
      'only one of two operators',
      { StringEquals: { 'idp:sub': 'a' }, StringLike: { 'idp:ref': 'x*' } },
      { 'idp:sub': ['a'], 'idp:ref': ['r'] },
      false,
    ],
    ['an absent key', { StringEquals: { 'idp:ref': 'r' } }, {}, false],
    ['an absent key with IfExists', { StringEqualsIfExists: { 'idp:ref': 'r' } }, {}, true],
    ['a wrong key with IfExists', { StringLikeIfExists: { 'idp:ref': 'r' } }, { 'idp:ref': ['s'] }, false],
    ['an absent key that must not be something', { StringNotEquals: { 'idp:ref': 'r' } }, {}, true],
    ['none of several', { StringNotLike: { 'idp:ref': ['x*', 'r*'] } }, { 'idp:ref': ['rr'] }, false],
    ['any of the values', { 'ForAnyValue:StringLike': { 'idp:aud': 'a*' } }, { 'idp:aud': ['x', 'ab'] }, true],
    ['any of no values', { 'ForAnyValue:StringLike': { 'idp:aud': 'a*' } }, {}, false],
    ['all of the values', { 'ForAllValues:StringLike': { 'idp:aud': 'a*' } }, { 'idp:aud': ['x', 'ab'] }, false],
    ['all of no values', { 'ForAllValues:StringLike': { 'idp:aud': 'a*' } }, {}, true],
    ['Null of an absent key', { Null: { 'idp:environment': 'true' } }, {}, true],
    ['Null of a present key', { Null: { 'idp:environment': 'true' } }, { 'idp:environment': ['p'] }, false],
  ] as [string, object, Record<string, string[]>, boolean][])('of %s', (_what, condition, context, allowed) => {
    expect(verdict(condition, context).allowed).toBe(allowed);
  });

  it('says which statement, operator and key failed', () => {
    expect(verdict({ StringEquals: { 'idp:sub': 'a' } }, { 'idp:sub': ['b'] })).toEqual({
      allowed: false,
      reason: 'no-allow',
      mismatches: [
        {
          statement: '#1',
          failed: 'condition',
          operator: 'StringEquals',
          key: 'idp:sub',
          expected: ['a'],
          actual: ['b'],
        },
      ],
    });
  });
});

describe('a policy', () => {
  it('lets an explicit Deny win', () => {
    const deny = {
      Sid: 'NoForks',
      Effect: 'Deny',
      Principal: '*',
      Action: 'sts:*',
      Condition: { StringLike: { 'idp:ref': 'f*' } },
    };
    expect(verdict({}, { 'idp:ref': ['fork'] }, [deny])).toMatchObject({
      reason: 'explicit-deny',
      statement: 'NoForks',
    });
    expect(verdict({}, { 'idp:ref': ['main'] }, [deny])).toMatchObject({ allowed: true });
  });

  it.each([
    ['an operator that does not exist', { Condition: { StringMatches: { a: 'b' } } }],
    ['a policy variable', { Condition: { StringEquals: { a: '${aws:username}' } } }],
    ['an effect that does not exist', { Effect: 'allow' }],
    ['NotPrincipal', { NotPrincipal: { AWS: '*' } }],
    ['no principal', { Principal: undefined }],
    ['no action', { Action: [] }],
  ])('is refused with %s', (_what, change) => {
    const statement = { Effect: 'Allow', Principal: { Federated: PROVIDER }, Action: ACTION, ...change };
    expect(() => readTrustPolicy({ Version: '2012-10-17', Statement: statement })).toThrow('MalformedPolicyDocument');
  });
});

describe('a pattern', () => {
  it.each([
    ['repo:acme/*:ref:*', 'repo:acme/shop:ref:refs/heads/a', true],
    ['refs/pull/*/merge', 'refs/pull/12/merge', true],
    ['refs/pull/*/merge', 'refs/pull/12/merge/x', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['a.c', 'abc', false],
    ['(a|b)+[c]', 'ac', false],
  ])('%s on %s', (pattern, text, fits) => {
    expect(like(pattern, text)).toBe(fits);
  });
});
