import { describe, expect, it } from 'vitest';
import { readTrustPolicy } from './policy.ts';
import { ROLE_TEMPLATE } from './role-for-tests.ts';
import { trustPolicyFromTemplate } from './template.ts';

const GIVEN = { Owner: 'acme', Repository: 'shop', RepositoryId: '1001' };
const HOST = 'token.actions.githubusercontent.com';

function conditionOf(parameters: Record<string, string>, key: string): readonly string[] | undefined {
  const [statement] = readTrustPolicy(trustPolicyFromTemplate(ROLE_TEMPLATE, 'Role', { ...GIVEN, ...parameters }));
  return statement?.conditions.find((condition) => condition.key === `${HOST}:${key}`)?.values;
}

describe('the trust policy of a template', () => {
  it('has its parameters in it', () => {
    expect(conditionOf({}, 'repository_id')).toEqual(['1001']);
    expect(conditionOf({ Branch: 'prod' }, 'ref')).toEqual(['refs/heads/prod']);
  });

  it('drops AWS::NoValue from a list, and keeps what a condition lets in', () => {
    expect(conditionOf({}, 'sub')).toEqual(['repo:acme/shop:*']);
    expect(conditionOf({ OwnerId: '2001' }, 'sub')).toEqual(['repo:acme/shop:*', 'repo:acme@2001/shop@1001:*']);
  });

  it('splits and joins lists of parameters', () => {
    expect(conditionOf({ PreviewBranches: 'refs/heads/a, refs/heads/b' }, 'ref')).toEqual([
      'refs/pull/*/merge',
      'refs/heads/a',
      'refs/heads/b',
    ]);
  });

  it('names the provider in the partition and account, whether the template makes it or not', () => {
    for (const CreateProvider of ['true', 'false']) {
      const china = { CreateProvider, 'AWS::Partition': 'aws-cn', 'AWS::AccountId': '333333333333' };
      const policy = trustPolicyFromTemplate(ROLE_TEMPLATE, 'Role', { ...GIVEN, ...china });
      expect(readTrustPolicy(policy)[0]?.principals).toEqual([
        { kind: 'Federated', value: `arn:aws-cn:iam::333333333333:oidc-provider/${HOST}` },
      ]);
    }
  });

  it.each([
    ['a parameter without a value', ROLE_TEMPLATE, 'Role', {}, 'parameter Owner has no value'],
    ['a parameter that does not exist', ROLE_TEMPLATE, 'Role', { ...GIVEN, Brnch: 'x' }, 'no parameter Brnch'],
    ['a resource that is no role', ROLE_TEMPLATE, 'Provider', GIVEN, 'no AWS::IAM::Role'],
    [
      'an unknown function',
      ROLE_TEMPLATE.replace('!Ref RepositoryId', '{"Fn::Base64": "x"}'),
      'Role',
      GIVEN,
      'Fn::Base64',
    ],
    ['an unknown name', ROLE_TEMPLATE.replace('!Ref RepositoryId', '!Ref Nobody'), 'Role', GIVEN, 'Ref to Nobody'],
    [
      'a role that is not made',
      ROLE_TEMPLATE.replace('Type: AWS::IAM::Role', 'Type: AWS::IAM::Role\n    Condition: IsConfigured'),
      'Role',
      GIVEN,
      'not made with these parameters',
    ],
  ])('is an error for %s', (_what, text, role, parameters, message) => {
    expect(() => trustPolicyFromTemplate(text, role, parameters)).toThrow(message);
  });
});
