import * as v from 'valibot';
import {
  type BucketStatement,
  bucketPolicies,
  documentsOf,
  isOfEveryone,
  isPolicyOf,
} from '../policy/bucket-policies.ts';
import { atResource, policy } from '../policy/policy.ts';
import { type CheckedResource, recordOf, standsWith } from '../view/resource.ts';
import { listOf, textsOf } from '../view/values.ts';

export const forbidS3HttpAccess = policy({
  checks: 'every bucket has a policy that denies what comes without TLS (aws:SecureTransport is false)',
  configuration: '',
  example: 'forbid-s3-http-access',
  config: v.undefined(),
  check: ({ resources }) => {
    const policies = bucketPolicies(resources);
    // Whatever its conditions come to.
    const isGuarded = (bucket: CheckedResource) =>
      policies.some(
        (one) =>
          isPolicyOf(one, bucket) &&
          standsWith(one, bucket) &&
          documentsOf(one).every((statements) => statements.some(deniesHttp)),
      );
    return resources
      .filter((resource) => resource.type === 'AWS::S3::Bucket' && !isGuarded(resource))
      .map((bucket) => ({
        ...atResource(bucket),
        what: `the bucket ${bucket.id} has no policy that denies access without TLS`,
        fix: 'add an AWS::S3::BucketPolicy that denies s3:* to everyone if aws:SecureTransport is false',
      }));
  },
});

/** The whole bucket, from everybody, in every case but that of TLS. */
function deniesHttp(statement: BucketStatement): boolean {
  const { Effect: effect, Condition: condition, NotPrincipal: others, Action: action, Resource: resource } = statement;
  const isOfAllActions = listOf(action).some((one) => one === '*' || String(one).toLowerCase() === 's3:*');
  const isOfAllObjects = textsOf(resource).some((target) => /^(\*|[^/]*\/\*)$/.test(target));
  const keys = Object.entries(recordOf(condition)).flatMap(([operator, values]) =>
    Object.entries(recordOf(values)).map(([key, value]) => ({ operator, key: key.toLowerCase(), value })),
  );
  const isWithoutTls = keys.every(
    ({ operator, key, value }) =>
      /^Bool(IfExists)?$/.test(operator) && key === 'aws:securetransport' && String(listOf(value)) === 'false',
  );
  return (
    effect === 'Deny' &&
    others === undefined &&
    isOfEveryone(statement) &&
    isOfAllActions &&
    isOfAllObjects &&
    keys.length > 0 &&
    isWithoutTls
  );
}
