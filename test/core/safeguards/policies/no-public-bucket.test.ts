import { describe, expect, it } from 'vitest';
import { bucket, bucketPolicy, OF_OSLS, statement } from '../sample-bucket.ts';
import { check, named, type Sample } from '../sample-subject.ts';

const names = (resources: Sample['resources']) => named('no-public-bucket', { resources: resources ?? {} });
const allow = (overrides: Readonly<Record<string, unknown>>) =>
  statement({ Effect: 'Allow', Action: 's3:GetObject', Condition: undefined, ...overrides });
/** How many findings a bucket has with one statement in its policy. */
const withStatement = (one: unknown) =>
  check('no-public-bucket', { resources: { Uploads: bucket(), Policy: bucketPolicy({ Ref: 'Uploads' }, one) } }).length;

describe('I1 no-public-bucket', () => {
  it('lets through the bucket that osls makes, whose policy denies something to everyone', () => {
    expect(names(OF_OSLS)).toEqual([]);
  });

  it.each([
    undefined,
    {},
    { AccessControl: 'Private' },
    { AccessControl: 'LogDeliveryWrite' },
    { BucketName: 'public' },
  ])('lets through a bucket with %j', (properties) => {
    expect(names({ Uploads: bucket(properties) })).toEqual([]);
  });

  it.each(['PublicRead', 'PublicReadWrite'])('refuses the access control list %s', (AccessControl) => {
    expect(names({ Uploads: bucket({ AccessControl }), Other: bucket() })).toEqual(['Uploads']);
  });

  it('refuses one of two branches', () => {
    const AccessControl = { 'Fn::If': ['IsOpen', 'PublicRead', { Ref: 'AWS::NoValue' }] };
    expect(names({ Uploads: bucket({ AccessControl }) })).toEqual(['Uploads']);
    expect(names({ Uploads: bucket({ AccessControl: { 'Fn::If': ['A', 'Private', 'LogDeliveryWrite'] } }) })).toEqual(
      [],
    );
  });

  it.each([
    [{ Principal: '*' }],
    [{ Principal: { AWS: '*' } }],
    [{ Principal: { AWS: ['*'] } }],
    [{ Principal: { AWS: ['arn:aws:iam::111111111111:root', '*'] } }],
    [{ Principal: { 'Fn::If': ['IsOpen', '*', { AWS: 'arn:aws:iam::111111111111:root' }] } }],
    [{ Principal: { AWS: { 'Fn::If': ['IsOpen', '*', 'arn:aws:iam::111111111111:root'] } } }],
    [{ Principal: undefined, NotPrincipal: { AWS: 'arn:aws:iam::111111111111:root' } }],
    [{ Principal: '*', Action: 's3:PutObject' }],
    [{ Principal: '*', Action: ['s3:GetObject', 's3:ListBucket'] }],
  ])('refuses a policy that allows something to everyone: %j', (overrides) => {
    expect(withStatement([allow(overrides)])).toBe(1);
    expect(withStatement(allow(overrides))).toBe(1);
    expect(withStatement([statement(), allow(overrides)])).toBe(1);
  });

  it.each([
    [{ Principal: { AWS: 'arn:aws:iam::111111111111:root' } }],
    [{ Principal: { AWS: ['arn:aws:iam::111111111111:role/a', 'arn:aws:iam::111111111111:role/b'] } }],
    [{ Principal: { AWS: { 'Fn::GetAtt': ['Reader', 'Arn'] } } }],
    [{ Principal: { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*' } } }],
    [{ Principal: { Service: 'cloudfront.amazonaws.com' } }],
    [{ Principal: { Service: ['logging.s3.amazonaws.com'] } }],
    [{ Principal: { CanonicalUser: { 'Fn::GetAtt': ['Identity', 'S3CanonicalUserId'] } } }],
  ])('lets through a policy that allows something to %j', (overrides) => {
    expect(withStatement([allow(overrides)])).toBe(0);
  });

  it('lets through a policy that denies something to everyone', () => {
    expect(withStatement([statement()])).toBe(0);
    expect(withStatement([statement({ Condition: undefined })])).toBe(0);
  });

  it('never falls over what is no policy', () => {
    expect(withStatement([])).toBe(0);
    expect(withStatement(undefined)).toBe(0);
    expect(names({ Policy: { Type: 'AWS::S3::BucketPolicy' } })).toEqual([]);
  });

  it('looks into nested templates', () => {
    const template = { Resources: { Inner: bucket({ AccessControl: 'PublicRead' }) } };
    expect(named('no-public-bucket', { nested: [{ name: 'nested.json', template }] })).toEqual(['Inner']);
  });
});
