import {
  AwsError,
  type CallContext,
  type RestAnswer,
  type RestRequest,
  type RestService,
} from '../protocol/service.ts';
import type { Bucket } from '../state/buckets.ts';
import type { World } from '../world.ts';
import { bucketOperations } from './s3-buckets.ts';
import { deleteOperations } from './s3-deletes.ts';
import { listOperations } from './s3-lists.ts';
import { lockOperations } from './s3-object-lock.ts';
import { objectOperations } from './s3-objects.ts';
import { uploadOperations } from './s3-uploads.ts';
import { versionOperations } from './s3-versions.ts';

export interface S3Call {
  world: World;
  request: RestRequest;
  context: CallContext;
  bucketName: string;
  /** Empty for a call on the bucket itself. */
  key: string;
}

export type S3Operation = (call: S3Call) => RestAnswer;

const operations: Readonly<Record<string, S3Operation>> = {
  ...bucketOperations,
  ...deleteOperations,
  ...listOperations,
  ...lockOperations,
  ...objectOperations,
  ...uploadOperations,
  ...versionOperations,
};

/** S3 in path style. */
export function s3Service(world: World): RestService {
  return {
    protocol: 'rest',
    name: 's3',
    errors: 'xml',
    nameOf: s3Action,
    handle: (request, context) => {
      const action = s3Action(request);
      const operation = operations[action];
      if (!operation) throw new AwsError('NotImplemented', `S3 ${action} is not implemented`, 501);
      return operation({ world, request, context, ...splitPath(request.path) });
    },
  };
}

function splitPath(path: string): { bucketName: string; key: string } {
  const [, bucketName = '', key = ''] = /^\/([^/]*)\/?([\s\S]*)$/.exec(path) ?? [];
  return { bucketName, key };
}

const subresources: Readonly<Record<string, string>> = {
  policy: 'BucketPolicy',
  encryption: 'BucketEncryption',
  tagging: 'BucketTagging',
  publicAccessBlock: 'PublicAccessBlock',
  lifecycle: 'BucketLifecycleConfiguration',
  ownershipControls: 'BucketOwnershipControls',
  notification: 'BucketNotificationConfiguration',
  accelerate: 'BucketAccelerateConfiguration',
  acl: 'BucketAcl',
  versioning: 'BucketVersioning',
  cors: 'BucketCors',
  'object-lock': 'ObjectLockConfiguration',
};

/** What a call on an object may be about, other than its content. */
const objectSubresources: Readonly<Record<string, string>> = {
  acl: 'ObjectAcl',
  tagging: 'ObjectTagging',
  retention: 'ObjectRetention',
  'legal-hold': 'ObjectLegalHold',
};

const verbs: Readonly<Record<string, string>> = {
  GET: 'Get',
  PUT: 'Put',
  DELETE: 'Delete',
  HEAD: 'Head',
  POST: 'Post',
};

/** The operation's name in S3's API reference. */
export function s3Action(request: RestRequest): string {
  const { method, query } = request;
  const { bucketName, key } = splitPath(request.path);
  const verb = verbs[method] ?? method;
  if (bucketName === '') return 'ListBuckets';
  return key === '' ? bucketAction(verb, query) : objectAction(verb, request);
}

function bucketAction(verb: string, query: URLSearchParams): string {
  if (verb === 'Post' && query.has('delete')) return 'DeleteObjects';
  const subresource = Object.keys(subresources).find((name) => query.has(name));
  if (subresource !== undefined) return `${verb}${subresources[subresource]}`;
  if (verb === 'Get' && query.has('location')) return 'GetBucketLocation';
  if (verb === 'Get' && query.has('versions')) return 'ListObjectVersions';
  if (verb === 'Get' && query.has('uploads')) return 'ListMultipartUploads';
  if (verb === 'Get') return query.get('list-type') === '2' ? 'ListObjectsV2' : 'ListObjects';
  return verb === 'Put' ? 'CreateBucket' : `${verb}Bucket`;
}

function objectAction(verb: string, { query, headers }: RestRequest): string {
  if (verb === 'Post') return query.has('uploads') ? 'CreateMultipartUpload' : 'CompleteMultipartUpload';
  if (query.has('uploadId')) return verb === 'Put' ? 'UploadPart' : 'AbortMultipartUpload';
  const subresource = Object.keys(objectSubresources).find((name) => query.has(name));
  if (subresource !== undefined) return `${verb}${objectSubresources[subresource]}`;
  if (verb === 'Put' && headers['x-amz-copy-source'] !== undefined) return 'CopyObject';
  return `${verb}Object`;
}

/** The bucket of a call; throws NoSuchBucket, or AccessDenied where another account owns it. */
export function requireBucket({ world, bucketName, context }: S3Call): Bucket {
  const bucket = world.buckets.find(bucketName);
  if (!bucket) throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
  if (bucket.account !== context.account) throw new AwsError('AccessDenied', 'Access Denied', 403);
  return bucket;
}
