import { describe, expect, it } from 'vitest';
import { KNOWN_REGIONS, partitionOf, REGION_PATTERN, regionHint } from '../../../core/aws/region.ts';
import { parseRoleArn, roleArnFault } from '../../../core/aws/role-arn.ts';

describe('roleArnFault', () => {
  it.each([
    ['arn:aws:iam::111111111111:role/serverless-stages', 'us-east-1'],
    ['arn:aws:iam::111111111111:role/path/of/it/a_b+c=d,e.f@g-h', 'eu-west-1'],
    ['arn:aws-cn:iam::111111111111:role/x', 'cn-north-1'],
    ['arn:aws-us-gov:iam::111111111111:role/x', 'us-gov-west-1'],
    ['arn:aws:iam::111111111111:role/x', undefined],
  ])('B7 finds nothing wrong with %s in %s', (arn, region) => {
    expect(roleArnFault(arn, region)).toBeUndefined();
  });

  it.each([
    ['arn:aws:iam::111111111111:user/anna', 'us-east-1', /user/],
    ['arn:aws:sts::111111111111:assumed-role/x/session', 'us-east-1', /sts|assumed-role|iam/],
    ['arn:aws-cn:iam::111111111111:role/x', 'us-east-1', /aws-cn/],
    ['arn:aws:iam::111111111111:role/x', 'cn-north-1', /aws-cn/],
    ['arn:aws:iam::111111111111:role/x', 'us-gov-east-1', /aws-us-gov/],
    ['arn:aws-iso:iam::111111111111:role/x', undefined, /aws-iso|partition/],
    [' arn:aws:iam::111111111111:role/x', 'us-east-1', /blank/],
    ['arn:aws:iam::111111111111:role/x\n', 'us-east-1', /blank/],
    ['arn:aws:iam::11111111111:role/x', 'us-east-1', /12 digits/],
    ['arn:aws:iam::1111111111111:role/x', 'us-east-1', /12 digits/],
    ['arn:aws:iam:us-east-1:111111111111:role/x', 'us-east-1', /./],
    ['arn:aws:iam::111111111111:role/', 'us-east-1', /name/i],
    ['arn:aws:iam::111111111111:role', 'us-east-1', /./],
    ['arn:aws:iam::111111111111:role/a b', 'us-east-1', /./],
    ['arn:aws:iam::111111111111:role/*', 'us-east-1', /./],
    ['', 'us-east-1', /./],
    ['${{ vars.ROLE }}', 'us-east-1', /arn:/],
  ])('B7 says what is wrong with %j in %s', (arn, region, part) => {
    expect(roleArnFault(arn, region)).toMatch(part);
  });
});

describe('parseRoleArn', () => {
  it('takes a role with a path apart', () => {
    expect(parseRoleArn('arn:aws:iam::111111111111:role/ci/serverless-stages')).toEqual({
      partition: 'aws',
      account: '111111111111',
      name: 'ci/serverless-stages',
    });
  });
});

describe('regions', () => {
  it.each(KNOWN_REGIONS)('B8 takes %s', (region) => {
    expect(region).toMatch(REGION_PATTERN);
  });

  it.each(['us-east1', '', 'US-EAST-1', 'us-east-1 ', 'us_east_1', 'us-east-1a'])('B8 does not take %j', (region) => {
    expect(region).not.toMatch(REGION_PATTERN);
  });

  it.each([
    ['us-east1', 'us-east-1'],
    ['US-EAST-1', 'us-east-1'],
    ['eu-west1', 'eu-west-1'],
    ['eu-central-1a', 'eu-central-1'],
  ])('B8 hints for %s at %s', (typed, meant) => {
    expect(regionHint(typed)).toContain(meant);
  });

  it.each([
    ['us-east-1', 'aws'],
    ['eu-central-1', 'aws'],
    ['cn-northwest-1', 'aws-cn'],
    ['us-gov-east-1', 'aws-us-gov'],
  ])('finds the partition of %s', (region, partition) => {
    expect(partitionOf(region)).toBe(partition);
  });
});
