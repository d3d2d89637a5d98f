import { type CheckedResource, recordOf } from '../view/resource.ts';
import { alternatives, listOf, parsed, textsOf } from '../view/values.ts';

export type BucketStatement = Readonly<Record<string, unknown>>;

/** Returns the bucket policies of a template. */
export function bucketPolicies(resources: readonly CheckedResource[]): CheckedResource[] {
  return resources.filter(({ type }) => type === 'AWS::S3::BucketPolicy');
}

/** Whether a policy is of a bucket, which it names by `Ref`, or by the name that the bucket has. */
export function isPolicyOf({ properties, template }: CheckedResource, bucket: CheckedResource): boolean {
  const name = bucket.properties['BucketName'];
  return (
    template === bucket.template &&
    alternatives(properties['Bucket']).some(
      (one) =>
        recordOf(one)['Ref'] === bucket.id ||
        recordOf(one)['Fn::Sub'] === `\${${bucket.id}}` ||
        (name !== undefined && JSON.stringify(one) === JSON.stringify(name)),
    )
  );
}

/** Returns the statements of each document that a policy may have: both sides of an `Fn::If`. */
export function documentsOf({ properties }: CheckedResource): BucketStatement[][] {
  return alternatives(properties['PolicyDocument']).map((document) =>
    listOf(recordOf(parsed(document))['Statement']).map(recordOf),
  );
}

/** Whether a statement is of everybody. */
export function isOfEveryone({ Principal: principal, NotPrincipal: others }: BucketStatement): boolean {
  return (
    others !== undefined ||
    alternatives(principal).some((one) =>
      textsOf(typeof one === 'object' && one !== null && 'AWS' in one ? one.AWS : one).includes('*'),
    )
  );
}
