import * as v from 'valibot';
import { bucketPolicies, isOfEveryone } from '../policy/bucket-policies.ts';
import { atResource, type Finding, policy } from '../policy/policy.ts';
import { type CheckedResource, recordOf } from '../view/resource.ts';
import { alternatives } from '../view/values.ts';

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
    const policies = bucketPolicies(resources);
    return resources.filter(({ type }) => type === 'AWS::S3::Bucket').flatMap((bucket) => faultsOf(bucket, policies));
  },
});

function faultsOf(bucket: CheckedResource, policies: ReturnType<typeof bucketPolicies>): Finding[] {
  const at = atResource(bucket);
  const acl = alternatives(bucket.properties['AccessControl']).find((one) => PUBLIC_ACLS.includes(String(one)));
  const isOpen = policies.of(bucket).some(allowsEveryone) && !blocks(bucket, 'RestrictPublicBuckets');
  return [
    ...(acl === undefined || blocks(bucket, 'IgnorePublicAcls')
      ? []
      : [
          {
            ...at,
            what: `the access control list of the bucket ${bucket.id} is ${String(acl)}`,
            fix: 'leave AccessControl out',
          },
        ]),
    ...(isOpen
      ? [
          {
            ...at,
            what: `the policy of the bucket ${bucket.id} allows everyone in`,
            fix: 'name who may come, or put CloudFront before the bucket',
          },
        ]
      : []),
  ];
}

function blocks({ properties }: CheckedResource, setting: string): boolean {
  return alternatives(properties['PublicAccessBlockConfiguration']).every(
    (one) => String(recordOf(one)[setting]) === 'true',
  );
}

function allowsEveryone(statement: Readonly<Record<string, unknown>>): boolean {
  const { Effect: effect, Condition: condition } = statement;
  const keys = Object.values(recordOf(condition)).flatMap((each) => Object.keys(recordOf(each)));
  return effect === 'Allow' && isOfEveryone(statement) && !keys.some((key) => NARROWING.test(key));
}
