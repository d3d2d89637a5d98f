import { createHash, randomBytes } from 'node:crypto';
import { AwsError } from '../protocol/service.ts';
import { renderXml } from '../protocol/xml.ts';
import type { Upload } from '../state/buckets.ts';
import { putObject } from '../state/object-versions.ts';
import { requireBucket, type S3Call, type S3Operation } from './s3.ts';
import { keptHeaders, written } from './s3-objects.ts';

export const uploadOperations: Readonly<Record<string, S3Operation>> = {
  CreateMultipartUpload: (call) => {
    const UploadId = randomBytes(16).toString('hex');
    requireBucket(call).uploads.set(UploadId, { key: call.key, headers: keptHeaders(call), parts: new Map() });
    const content = renderXml({ Bucket: call.bucketName, Key: call.key, UploadId });
    return xml(`<InitiateMultipartUploadResult>${content}</InitiateMultipartUploadResult>`);
  },
  UploadPart: (call) => {
    const { body, query } = call.request;
    requireUpload(call).parts.set(Number(query.get('partNumber')), body);
    return { headers: { etag: `"${createHash('md5').update(body).digest('hex')}"` } };
  },
  CompleteMultipartUpload: (call) => {
    const bucket = requireBucket(call);
    const upload = requireUpload(call);
    const body = Buffer.concat([...upload.parts].sort(([a], [b]) => a - b).map(([, part]) => part));
    const object = putObject(bucket, call.key, body, upload.headers, call.world.clock.now());
    bucket.uploads.delete(call.request.query.get('uploadId') ?? '');
    const content = renderXml({ Bucket: bucket.name, Key: call.key, ETag: object.etag });
    const answer = xml(`<CompleteMultipartUploadResult>${content}</CompleteMultipartUploadResult>`);
    return { ...answer, headers: { ...answer.headers, ...written(bucket, object).headers } };
  },
  AbortMultipartUpload: (call) => {
    requireUpload(call);
    requireBucket(call).uploads.delete(call.request.query.get('uploadId') ?? '');
    return { status: 204 };
  },
};

function xml(body: string) {
  return { headers: { 'content-type': 'application/xml' }, body };
}

function requireUpload(call: S3Call): Upload {
  const upload = requireBucket(call).uploads.get(call.request.query.get('uploadId') ?? '');
  if (upload) return upload;
  throw new AwsError('NoSuchUpload', 'The specified multipart upload does not exist.', 404);
}
