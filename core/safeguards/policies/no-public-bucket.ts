import * as v from 'valibot';
import {
  type BucketStatement,
  bucketPolicies,
  documentsOf,
  isOfEveryone,
  isPolicyOf,
} from '../policy/bucket-policies.ts';
import { atResource, type Finding, policy } from '../policy/policy.ts';
import { type CheckedResource, recordOf } from '../view/resource.ts';
import { alternatives, textsOf } from '../view/values.ts';

const PUBLIC_ACLS = ['PublicRead', 'PublicReadWrite', 'AuthenticatedRead'];
/** Keys of conditions that name who may come (docs.aws.amazon.com, "The meaning of public"). */
const NARROWING =
  /^aws:(sourcearn|sourceaccount|sourcevpc|sourcevpce|sourceip|principalorgid|principalorgpaths|principalaccount|principalarn|userid)$/i;

export const noPublicBucket = policy({
  checks: 'no bucket can be read or written by everyone, by its access control list or its policy',
  configuration: '',
  example: 'no-public-bucket',
  config: v.undefined(),
  check: ({ resources }) => {
    const buckets = resources.filter(({ type }) => type === 'AWS::S3::Bucket');
    return [
      ...buckets.flatMap(openByList),
      ...bucketPolicies(resources)
        .filter((one) => documentsOf(one).some((statements) => statements.some(allowsEveryone)))
        .flatMap((one) => openByPolicy(one, buckets)),
    ];
  },
});

function openByList(bucket: CheckedResource): Finding[] {
  const acl = textsOf(bucket.properties['AccessControl']).find((one) => PUBLIC_ACLS.includes(one));
  return acl === undefined || blocks(bucket, 'IgnorePublicAcls')
    ? []
    : [
        {
          ...atResource(bucket),
          what: `the access control list of the bucket ${bucket.id} is ${acl}`,
          fix: 'leave AccessControl out',
        },
      ];
}

/** A policy may be of a bucket of the template, or of any other. */
function openByPolicy(one: CheckedResource, buckets: readonly CheckedResource[]): Finding[] {
  const of = buckets.filter((bucket) => isPolicyOf(one, bucket));
  const open = of.filter((bucket) => !blocks(bucket, 'RestrictPublicBuckets'));
  const fix = 'name who may come, or put CloudFront before the bucket';
  if (of.length === 0) {
    return [{ ...atResource(one), what: `the policy ${one.id} of a bucket allows everyone in`, fix }];
  }
  return open.map((bucket) => ({
    ...atResource(bucket),
    what: `the policy of the bucket ${bucket.id} allows everyone in`,
    fix,
  }));
}

function blocks({ properties }: CheckedResource, setting: string): boolean {
  return alternatives(properties['PublicAccessBlockConfiguration']).every(
    (one) => String(recordOf(one)[setting]) === 'true',
  );
}

function allowsEveryone(statement: BucketStatement): boolean {
  const isAllowed = textsOf(statement['Effect']).some((effect) => effect !== 'Deny');
  return isAllowed && isOfEveryone(statement) && !isNarrowed(recordOf(statement['Condition']));
}

/** Whether a condition names who may come: not by whom it leaves out, and not by everybody. */
function isNarrowed(condition: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(condition).some(
    ([operator, keys]) =>
      !/Not|Null/.test(operator) &&
      Object.entries(recordOf(keys)).some(
        ([key, value]) => NARROWING.test(key) && !textsOf(value).some((one) => /^(\*|0\.0\.0\.0\/0|::\/0)$/.test(one)),
      ),
  );
}
