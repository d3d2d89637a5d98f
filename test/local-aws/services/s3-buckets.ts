import { AwsError } from '../protocol/service.ts';
import { renderXml } from '../protocol/xml.ts';
import { lockObjects } from '../state/object-lock.ts';
import { requireBucket, type S3Operation } from './s3.ts';

const xmlHeaders = { 'content-type': 'application/xml' };

/** Configuration that is kept as it was written and read back. */
const settings: Readonly<Record<string, { query: string; missing?: string; empty?: string }>> = {
  BucketPolicy: { query: 'policy', missing: 'NoSuchBucketPolicy' },
  BucketEncryption: { query: 'encryption', missing: 'ServerSideEncryptionConfigurationNotFoundError' },
  BucketTagging: { query: 'tagging', missing: 'NoSuchTagSet' },
  PublicAccessBlock: { query: 'publicAccessBlock', missing: 'NoSuchPublicAccessBlockConfiguration' },
  BucketLifecycleConfiguration: { query: 'lifecycle', missing: 'NoSuchLifecycleConfiguration' },
  BucketOwnershipControls: { query: 'ownershipControls', missing: 'OwnershipControlsNotFoundError' },
  BucketCors: { query: 'cors', missing: 'NoSuchCORSConfiguration' },
  BucketNotificationConfiguration: { query: 'notification', empty: '<NotificationConfiguration/>' },
  BucketAccelerateConfiguration: { query: 'accelerate', empty: '<AccelerateConfiguration/>' },
};

export const bucketOperations: Readonly<Record<string, S3Operation>> = {
  ...settingOperations(),
  ListBuckets: ({ world, context }) => {
    const buckets = world.buckets.list(context.account).map(({ name, createdAt }) => ({
      Bucket: { Name: name, CreationDate: new Date(createdAt).toISOString() },
    }));
    const body = `<ListAllMyBucketsResult><Buckets>${buckets.map((one) => renderXml(one)).join('')}</Buckets></ListAllMyBucketsResult>`;
    return { headers: xmlHeaders, body };
  },
  CreateBucket: ({ world, bucketName, context, request }) => {
    const existing = world.buckets.find(bucketName);
    if (existing) {
      const own = existing.account === context.account;
      throw new AwsError(
        own ? 'BucketAlreadyOwnedByYou' : 'BucketAlreadyExists',
        own
          ? 'Your previous request to create the named bucket succeeded and you already own it.'
          : 'The requested bucket name is not available.',
        409,
      );
    }
    const bucket = world.buckets.add(bucketName, context);
    if (request.headers['x-amz-bucket-object-lock-enabled'] === 'true') lockObjects(bucket);
    return { headers: { location: `/${bucketName}` } };
  },
  HeadBucket: (call) => ({ headers: { 'x-amz-bucket-region': requireBucket(call).region } }),
  DeleteBucket: (call) => {
    const bucket = requireBucket(call);
    if (bucket.objects.size > 0)
      throw new AwsError('BucketNotEmpty', 'The bucket you tried to delete is not empty', 409);
    call.world.buckets.remove(bucket.name);
    return { status: 204 };
  },
  GetBucketLocation: (call) => {
    const { region } = requireBucket(call);
    // us-east-1 is the empty location (S3 API reference, GetBucketLocation).
    const body = `<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${region === 'us-east-1' ? '' : region}</LocationConstraint>`;
    return { headers: xmlHeaders, body };
  },
  GetBucketVersioning: (call) => {
    const { versioning: Status, mfaDelete } = requireBucket(call);
    const MfaDelete = mfaDelete === undefined ? undefined : mfaDelete ? 'Enabled' : 'Disabled';
    const content = renderXml({ Status, MfaDelete });
    return { headers: xmlHeaders, body: `<VersioningConfiguration>${content}</VersioningConfiguration>` };
  },
  PutBucketVersioning: (call) => {
    const bucket = requireBucket(call);
    const status = /<Status>(Enabled|Suspended)<\/Status>/.exec(call.request.body.toString())?.[1];
    if (status !== 'Enabled' && status !== 'Suspended')
      throw new AwsError('MalformedXML', 'The XML you provided was not well-formed');
    if (bucket.mfaDelete && call.request.headers['x-amz-mfa'] === undefined) {
      throw new AwsError('AccessDenied', 'Mfa Authentication must be used for this request', 403);
    }
    if (bucket.objectLock && status === 'Suspended') {
      throw new AwsError(
        'InvalidBucketState',
        'An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.',
        409,
      );
    }
    bucket.versioning = status;
    return {};
  },
};

function settingOperations(): Record<string, S3Operation> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, { query, missing, empty }]): [string, S3Operation][] => [
      [
        `Put${name}`,
        (call) => {
          requireBucket(call).settings.set(query, call.request.body.toString());
          return {};
        },
      ],
      [
        `Get${name}`,
        (call) => {
          const body = requireBucket(call).settings.get(query) ?? empty;
          if (body === undefined)
            throw new AwsError(missing ?? 'NoSuchConfiguration', `The ${name} does not exist`, 404);
          return { headers: { 'content-type': query === 'policy' ? 'application/json' : 'application/xml' }, body };
        },
      ],
      [
        `Delete${name}`,
        (call) => {
          requireBucket(call).settings.delete(query);
          return { status: 204 };
        },
      ],
    ]),
  );
}
