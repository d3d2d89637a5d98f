import { type CheckedResource, recordOf } from '../view/resource.ts';
import { alternatives, listOf } from '../view/values.ts';

/** The policies of a template's buckets. */
export interface BucketPolicies {
  /** Statements of the policies of a bucket, as they stand. */
  of(bucket: CheckedResource): Readonly<Record<string, unknown>>[];
}

/** Returns the bucket policies of a template. A bucket is named by `Ref`, or by the name that it has. */
export function bucketPolicies(resources: readonly CheckedResource[]): BucketPolicies {
  const policies = resources.filter(({ type }) => type === 'AWS::S3::BucketPolicy');
  return {
    of: (bucket) =>
      policies
        .filter(({ template, properties }) => template === bucket.template && isOf(properties['Bucket'], bucket))
        .flatMap(({ properties }) => alternatives(properties['PolicyDocument']))
        .flatMap((document) => listOf(recordOf(document)['Statement']))
        .map(recordOf),
  };
}

function isOf(reference: unknown, { id, properties }: CheckedResource): boolean {
  const name = properties['BucketName'];
  return alternatives(reference).some(
    (one) =>
      recordOf(one)['Ref'] === id ||
      recordOf(one)['Fn::Sub'] === `\${${id}}` ||
      (name !== undefined && JSON.stringify(one) === JSON.stringify(name)),
  );
}

/** Whether a statement is of everybody. */
export function isOfEveryone({
  Principal: principal,
  NotPrincipal: others,
}: Readonly<Record<string, unknown>>): boolean {
  return (
    others !== undefined ||
    alternatives(principal).some((one) => one === '*' || listOf(recordOf(one)['AWS']).includes('*'))
  );
}
