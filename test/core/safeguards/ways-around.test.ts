import { describe, expect, it } from 'vitest';
import { bucket, bucketPolicy, statement } from './sample-bucket.ts';
import { lambda, named, type Sample } from './sample-subject.ts';

const If = (yes: unknown, no: unknown = { Ref: 'AWS::NoValue' }) => ({ 'Fn::If': ['Sometimes', yes, no] });
const open = (overrides: object = {}) =>
  statement({ Effect: 'Allow', Action: 's3:GetObject', Condition: undefined, ...overrides });
const text = (one: unknown) => JSON.stringify({ Statement: [one] });
const ofBucket = (one: unknown) => ({ Uploads: bucket(), Policy: bucketPolicy({ Ref: 'Uploads' }, one) });
const withDocument = (PolicyDocument: unknown) => ({
  Uploads: bucket(),
  Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'Uploads' }, PolicyDocument } },
});
/** Random enough for a key, and none of anybody's. */
const KEY = ['q7Lr', 'Zp93', 'vXe1', 'Hs8T', 'wK2m'].join('');

/** Ways to write what a policy is to find, so that it looks otherwise. */
const FOUND: readonly [id: Parameters<typeof named>[0], what: string, sample: Sample][] = [
  [
    'no-public-bucket',
    'a policy of a bucket elsewhere',
    { resources: { Policy: bucketPolicy('company-data', open()) } },
  ],
  ['no-public-bucket', 'a policy that is a text', { resources: withDocument(text(open())) }],
  [
    'no-public-bucket',
    'everybody by a substitution',
    { resources: ofBucket(open({ Principal: { AWS: { 'Fn::Sub': '*' } } })) },
  ],
  ['no-public-bucket', 'an effect under a condition', { resources: ofBucket(open({ Effect: If('Allow', 'Deny') })) }],
  [
    'no-public-bucket',
    'a list by a substitution',
    { resources: { Uploads: bucket({ AccessControl: { 'Fn::Sub': 'PublicRead' } }) } },
  ],
  [
    'no-public-bucket',
    'every address',
    { resources: ofBucket(open({ Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } })) },
  ],
  [
    'no-public-bucket',
    'all but one account',
    { resources: ofBucket(open({ Condition: { StringNotEquals: { 'aws:PrincipalAccount': '1' } } })) },
  ],
  [
    'forbid-s3-http-access',
    'a policy that is there sometimes',
    {
      resources: {
        Uploads: bucket(),
        Policy: { ...bucketPolicy({ Ref: 'Uploads' }, statement()), Condition: 'Sometimes' },
      },
    },
  ],
  [
    'forbid-s3-http-access',
    'a document that denies sometimes',
    { resources: withDocument(If({ Statement: statement() }, { Statement: [] })) },
  ],
  [
    'forbid-s3-http-access',
    'a deny of one folder',
    { resources: ofBucket(statement({ Resource: 'arn:aws:s3:::uploads/private/*' })) },
  ],
  [
    'no-secret-env-vars',
    'variables under a condition',
    { resources: { F: lambda('f', { Environment: If({ Variables: { API_KEY: KEY } }) }) } },
  ],
  [
    'no-secret-env-vars',
    'a line end behind it',
    { resources: { F: lambda('f', { Environment: { Variables: { API_KEY: `${KEY}\n` } } }) } },
  ],
  [
    'no-secret-env-vars',
    'a name that ends like an id',
    { resources: { F: lambda('f', { Environment: { Variables: { CLIENT_SECRET_ANDROID: KEY } } }) } },
  ],
  [
    'allowed-runtimes',
    'an image under a condition',
    { resources: { F: lambda('f', { PackageType: If('Image', 'Zip'), Runtime: 'nodejs12.x' }) } },
  ],
  [
    'no-wild-iam-role-statements',
    'an administrator by name',
    {
      resources: {
        R: {
          Type: 'AWS::IAM::Role',
          Properties: { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] },
        },
      },
    },
  ],
];

describe('what looks otherwise', () => {
  it.each(FOUND)('is found by %s: %s', (id, _what, sample) => {
    const config = id === 'allowed-runtimes' ? ['nodejs24.x'] : undefined;
    expect(named(id, sample, config)).toHaveLength(1);
  });

  it('is no reason to refuse what is right', () => {
    const guarded = {
      Uploads: { ...bucket(), Condition: 'Sometimes' },
      Policy: { ...bucketPolicy({ Ref: 'Uploads' }, statement()), Condition: 'Sometimes' },
    };
    expect(named('forbid-s3-http-access', { resources: guarded })).toEqual([]);
    expect(
      named('no-secret-env-vars', {
        resources: { F: lambda('f', { Environment: { Variables: { CLIENT_SECRET_ID: KEY, secretId: KEY } } }) },
      }),
    ).toEqual([]);
    const narrow = open({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } } });
    expect(named('no-public-bucket', { resources: ofBucket(narrow) })).toEqual([]);
  });

  it('is not looked at for ever: conditions within conditions fail', () => {
    let deep: unknown = '*';
    for (let depth = 0; depth < 70; depth++) deep = If('arn:aws:sqs:eu-central-1:1:q', deep);
    const role = {
      Type: 'AWS::IAM::Role',
      Properties: {
        Policies: [{ PolicyDocument: { Statement: { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: deep } } }],
      },
    };
    expect(() => named('no-wild-iam-role-statements', { resources: { R: role } })).toThrow('too many conditions');
  });
});
