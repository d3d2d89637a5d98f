import { describe, expect, it } from 'vitest';
import { bucket, bucketPolicy, OF_OSLS, statement } from '../sample-bucket.ts';
import { check, named, type Sample } from '../sample-subject.ts';

const names = (resources: Sample['resources'], more: Sample = {}) =>
  named('forbid-s3-http-access', { ...more, resources: resources ?? {} });
/** Names what is found where this is the one statement of a bucket's policy. */
const withStatement = (overrides: Parameters<typeof statement>[0]) =>
  names({ Uploads: bucket(), UploadsPolicy: bucketPolicy({ Ref: 'Uploads' }, [statement(overrides)]) });

describe('I1 forbid-s3-http-access', () => {
  it('lets through the bucket that osls makes, with the policy that it makes for it', () => {
    expect(names(OF_OSLS)).toEqual([]);
  });

  it('names each bucket without a policy, and no other', () => {
    const resources = {
      ...OF_OSLS,
      Uploads: bucket(),
      Photos: bucket({ BucketName: 'photos' }),
      Topic: { Type: 'AWS::SNS::Topic' },
    };
    expect(names(resources)).toEqual(['Photos', 'Uploads']);
    expect(check('forbid-s3-http-access', { resources })[0]?.fix).toContain('aws:SecureTransport');
  });

  it('lets a named bucket through whose policy names it', () => {
    const resources = {
      Photos: bucket({ BucketName: 'shop-photos' }),
      Policy: bucketPolicy('shop-photos', [statement()]),
    };
    expect(names(resources)).toEqual([]);
  });

  it.each([
    ['shop.photos', 'shopXphotos'],
    ['shop-photos', 'shop-photos-2'],
    ['shop-photos', 'photos'],
  ])('does not take the policy of another bucket for that of %s', (name, other) => {
    expect(names({ Photos: bucket({ BucketName: name }), Policy: bucketPolicy(other, [statement()]) })).toEqual([
      'Photos',
    ]);
    expect(names({ Photos: bucket(), Policy: bucketPolicy({ Ref: 'Other' }, [statement()]) })).toEqual(['Photos']);
  });

  it.each([
    [{ 'Fn::Sub': 'shop-photos-${AWS::AccountId}' }],
    [{ 'Fn::Join': ['-', ['shop-photos', { Ref: 'AWS::AccountId' }]] }],
    [{ Ref: 'NameOfBucket' }],
    [{ 'Fn::ImportValue': 'name-of-bucket' }],
  ])('knows a bucket by the name %j in both places', (name) => {
    expect(names({ Photos: bucket({ BucketName: name }), Policy: bucketPolicy(name, [statement()]) })).toEqual([]);
  });

  it('knows a bucket by a Sub of its logical id', () => {
    expect(names({ Photos: bucket(), Policy: bucketPolicy({ 'Fn::Sub': '${Photos}' }, [statement()]) })).toEqual([]);
  });

  it.each([
    [{ Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
    [{ Condition: { Bool: { 'aws:SecureTransport': ['false'] } } }],
    [{ Condition: { Bool: { 'aws:SecureTransport': [false] } } }],
    [{ Condition: { Bool: { 'aws:securetransport': false } } }],
    [{ Principal: { AWS: '*' } }],
    [{ Principal: { AWS: ['*'] } }],
    [{ Action: ['s3:*'] }],
    [{ Action: '*' }],
    [{ Sid: 'TlsOnly', Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Uploads}/*' } }],
    [{ Resource: { 'Fn::Join': ['', ['arn:aws:s3:::', { Ref: 'Uploads' }, '/*']] } }],
    [{ Resource: ['arn:aws:s3:::shop-uploads', 'arn:aws:s3:::shop-uploads/*'] }],
  ])('takes a statement with %j', (overrides) => {
    expect(withStatement(overrides)).toEqual([]);
  });

  it.each([
    [{ Effect: 'Allow' }],
    [{ Condition: { Bool: { 'aws:SecureTransport': true } } }],
    [{ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }],
    [{ Condition: { Bool: { 'aws:ViaAWSService': false } } }],
    [{ Condition: { Bool: { 'aws:SecureTransport': false }, StringEquals: { 'aws:SourceVpc': 'vpc-1' } } }],
    [{ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } }],
    [{ Condition: undefined, Principal: '*', Action: 's3:DeleteBucket' }],
    [{ Principal: { AWS: 'arn:aws:iam::111111111111:role/reader' } }],
  ])('does not take a statement with %j', (overrides) => {
    expect(withStatement(overrides)).toEqual(['Uploads']);
  });

  it('finds the statement among others, and where it stands alone', () => {
    const other = {
      Effect: 'Allow',
      Principal: { Service: 'cloudfront.amazonaws.com' },
      Action: 's3:GetObject',
      Resource: '*',
    };
    const policy = bucketPolicy({ Ref: 'Uploads' }, [other, statement()]);
    expect(names({ Uploads: bucket(), Policy: policy })).toEqual([]);
    expect(names({ Uploads: bucket(), Policy: bucketPolicy({ Ref: 'Uploads' }, statement()) })).toEqual([]);
    expect(names({ Uploads: bucket(), Policy: bucketPolicy({ Ref: 'Uploads' }, other) })).toEqual(['Uploads']);
  });

  it('finds the statement in any of several policies', () => {
    const resources = {
      Uploads: bucket(),
      One: bucketPolicy({ Ref: 'Other' }, [statement()]),
      Two: bucketPolicy({ Ref: 'Uploads' }, [statement()]),
    };
    expect(names(resources)).toEqual([]);
  });

  it.each([
    [bucketPolicy({ Ref: 'Uploads' }, [])],
    [bucketPolicy({ Ref: 'Uploads' }, undefined)],
    [{ Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'Uploads' } } }],
    [{ Type: 'AWS::S3::BucketPolicy' }],
  ])('lets nothing through by the empty policy %#', (policy) => {
    expect(names({ Uploads: bucket(), Policy: policy })).toEqual(['Uploads']);
  });

  it('looks into nested templates', () => {
    const inner = (resources: object) => ({ nested: [{ name: 'nested.json', template: { Resources: resources } }] });
    expect(names({}, inner({ Inner: bucket() }))).toEqual(['Inner']);
    expect(names({}, inner({ Inner: bucket(), Policy: bucketPolicy({ Ref: 'Inner' }, [statement()]) }))).toEqual([]);
  });
});
