import { describe, expect, it } from 'vitest';
import { saidOf } from './check-stages-cases.ts';
import { bucket, type Case, judge, policyOf, role, S, service, T, tlsOnly } from './check-stages-unknown.ts';

const CASES: readonly Case[] = [
  [
    'the password in an address',
    'no-secret-env-vars',
    'passed',
    (n) => service(n, { environment: { URL: `postgres://shop:${S}@db.example.com/shop` } }),
  ],
  [
    'the host of an address with a password',
    'no-secret-env-vars',
    'failed',
    (n) => service(n, { environment: { URL: `postgres://shop:Tr0ub4dor-9x@${T}/shop` } }),
  ],
  [
    'behind a key in the same text',
    'no-secret-env-vars',
    'failed',
    (n) => service(n, { environment: { KEY: `AKIA${'QWERTYUIOPASDFGH'}:${S}` } }),
  ],
  ['the name of a bucket without a policy', 'forbid-s3-http-access', 'failed', (n) => bucket(n, { BucketName: T })],
  [
    'the name of a bucket with a policy',
    'forbid-s3-http-access',
    'passed',
    (n) => bucket(n, { BucketName: T }, policyOf({ Ref: 'B' }, tlsOnly([`arn:aws:s3:::${T}`, `arn:aws:s3:::${T}/*`]))),
  ],
  [
    'the name by which a policy speaks of its bucket',
    'forbid-s3-http-access',
    'passed',
    (n) => bucket(n, { BucketName: T }, policyOf(T, tlsOnly([`arn:aws:s3:::${T}`, `arn:aws:s3:::${T}/*`]))),
  ],
  ['an access control list', 'no-public-bucket', 'passed', (n) => bucket(n, { AccessControl: T })],
  [
    'the name of a public bucket',
    'no-public-bucket',
    'failed',
    (n) => bucket(n, { BucketName: T, AccessControl: 'PublicRead' }),
  ],
  [
    'who may read a bucket',
    'no-public-bucket',
    'passed',
    (n) => bucket(n, {}, policyOf({ Ref: 'B' }, { Effect: 'Allow', Principal: { AWS: T }, Resource: '*' })),
  ],
  [
    'what everybody may read',
    'no-public-bucket',
    'failed',
    (n) => bucket(n, {}, policyOf({ Ref: 'B' }, { Effect: 'Allow', Principal: '*', Resource: `arn:aws:s3:::${T}/*` })),
  ],
  ['a variable', 'no-secret-env-vars', 'passed', (n) => service(n, { environment: { KEY: S, PASSWORD: T } })],
  [
    'a part of an address',
    'no-secret-env-vars',
    'passed',
    (n) => service(n, { environment: { URL: `https://shop.example.com/${T}?page=${S}` } }),
  ],
  [
    'a part of a joined text',
    'no-secret-env-vars',
    'passed',
    (n) => service(n, { environment: { URL: { 'Fn::Join': ['/', ['https://shop.example.com', S]] } } }),
  ],
  [
    'a variable beside a key',
    'no-secret-env-vars',
    'failed',
    (n) => service(n, { environment: { KEY: S, OTHER: `AKIA${'QWERTYUIOPASDFGH'}` } }),
  ],
  [
    'an action',
    'no-wild-iam-role-statements',
    'passed',
    (n) => role(n, { Action: T, Resource: `arn:aws:sqs:us-east-1:${'3'.repeat(12)}:jobs-prod` }),
  ],
  [
    'a part of an action',
    'no-wild-iam-role-statements',
    'passed',
    (n) => role(n, { Action: `dynamodb:${T}`, Resource: T }),
  ],
  [
    'the service of any action',
    'no-wild-iam-role-statements',
    'failed',
    (n) => role(n, { Action: `${T}:*`, Resource: S }),
  ],
  [
    'the resource of any action',
    'no-wild-iam-role-statements',
    'failed',
    (n) => role(n, { Action: ['dynamodb:*'], Resource: S }),
  ],
  [
    'the action on any resource',
    'no-wild-iam-role-statements',
    'failed',
    (n) => role(n, { Action: [T], Resource: '*' }),
  ],
  [
    'a resource',
    'no-wild-iam-role-statements',
    'passed',
    (n) => role(n, { Action: ['sqs:SendMessage'], Resource: [T, S] }),
  ],
  [
    'the name of a table',
    'no-wild-iam-role-statements',
    'passed',
    (n) => role(n, { Action: ['dynamodb:GetItem'], Resource: `arn:aws:dynamodb:us-east-1:*:table/${T}` }),
  ],
  [
    'a table whose indexes may all be read',
    'no-wild-iam-role-statements',
    'passed',
    (n) => role(n, { Action: ['dynamodb:Query'], Resource: [`${T}/index/*`] }),
  ],
  [
    'a bucket in a Fn::Sub',
    'no-wild-iam-role-statements',
    'passed',
    (n) => role(n, { Action: ['s3:GetObject'], Resource: { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::${T}/*` } }),
  ],
  [
    'a bucket in a Fn::Join',
    'no-wild-iam-role-statements',
    'passed',
    (n) => role(n, { Action: ['s3:GetObject'], Resource: { 'Fn::Join': ['', ['arn:aws:s3:::', T, '/*']] } }),
  ],
  [
    'a resource beside every table',
    'no-wild-iam-role-statements',
    'failed',
    (n) => role(n, { Action: ['dynamodb:GetItem'], Resource: [T, 'arn:aws:dynamodb:us-east-1:*:table/*'] }),
  ],
];

describe('a safeguard of access that meets a value that is not known', () => {
  const run = judge(CASES);

  it('never names what stands in the place of a value', () => {
    const said = CASES.map((_, index) => saidOf(run().of(`s${index}`))).join('\n');
    for (const text of [said, run().step.summary]) expect(text).not.toMatch(/ServerlessStages::|unknown-[0-9a-f]{8}/);
  });
});
