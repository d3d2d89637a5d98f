import { describe, expect, it } from 'vitest';
import { check } from '../sample-subject.ts';

const ROLE = 'arn:aws:iam::111111111111:role/shop-cloudformation';
const withProvider = (provider: Readonly<Record<string, unknown>>) =>
  check('require-cfn-role', { provider: { name: 'aws', ...provider } });

describe('I1 require-cfn-role', () => {
  it.each([
    [{ iam: { deploymentRole: ROLE } }],
    [{ iam: { deploymentRole: ROLE, role: { statements: [] } } }],
    [{ cfnRole: ROLE }],
    [{ cfnRole: ROLE, iam: { role: 'arn:aws:iam::111111111111:role/shop-lambda' } }],
  ])('lets the provider %j through', (provider) => {
    expect(withProvider(provider)).toEqual([]);
  });

  it.each([
    [{}],
    [{ iam: {} }],
    [{ iam: null }],
    [{ iam: { deploymentRole: '' } }],
    [{ iam: { deploymentRole: null } }],
    [{ iam: { role: 'arn:aws:iam::111111111111:role/shop-lambda' } }],
    [{ iam: { role: { deploymentRole: ROLE } } }],
    [{ cfnRole: '' }],
    [{ cfnRole: null }],
    [{ role: ROLE }],
    [{ deploymentRole: ROLE }],
  ])('refuses the provider %j', (provider) => {
    expect(withProvider(provider)).toHaveLength(1);
  });

  it('says which key is missing', () => {
    expect(withProvider({})[0]?.fix).toContain('deploymentRole');
  });
});
