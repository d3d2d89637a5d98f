import { AwsError, type RestAnswer } from '../protocol/service.ts';
import { renderXml } from '../protocol/xml.ts';
import type { Bucket, ObjectVersion } from '../state/buckets.ts';
import { currentObject, putObject } from '../state/object-versions.ts';
import { requireBucket, type S3Call, type S3Operation } from './s3.ts';
import { lockAsAsked, lockHeaders } from './s3-object-lock.ts';

export const objectOperations: Readonly<Record<string, S3Operation>> = {
  PutObject: (call) => {
    const bucket = requireBucket(call);
    const lock = lockAsAsked(call, bucket);
    const object = putObject(bucket, call.key, call.request.body, keptHeaders(call), call.world.clock.now());
    return written(bucket, Object.assign(object, lock));
  },
  GetObject: (call) => {
    const object = requireObject(call);
    const range = /^bytes=(\d+)-(\d*)$/.exec(call.request.headers['range'] ?? '');
    if (!range) return { headers: objectHeaders(object), body: object.body };
    const [start, end] = [Number(range[1]), range[2] ? Number(range[2]) : object.body.length - 1];
    const part = object.body.subarray(start, end + 1);
    const headers = {
      ...objectHeaders(object),
      'content-length': String(part.length),
      'content-range': `bytes ${start}-${start + part.length - 1}/${object.body.length}`,
    };
    return { status: 206, headers, body: part };
  },
  HeadObject: (call) => ({ headers: objectHeaders(requireObject(call)) }),
  CopyObject: (call) => {
    const bucket = requireBucket(call);
    const [path = '', search = ''] = (call.request.headers['x-amz-copy-source'] ?? '').split('?');
    const [sourceBucket = '', ...key] = decodeURIComponent(path).replace(/^\//, '').split('/');
    const source = requireBucket({ ...call, bucketName: sourceBucket });
    const object = findVersion(source, key.join('/'), new URLSearchParams(search).get('versionId'));
    const replaces = call.request.headers['x-amz-metadata-directive'] === 'REPLACE';
    const headers = replaces ? keptHeaders(call) : object.headers;
    const copy = putObject(bucket, call.key, object.body, headers, call.world.clock.now());
    const result = renderXml({ ETag: copy.etag, LastModified: new Date(copy.modified).toISOString() });
    return { ...written(bucket, copy), body: `<CopyObjectResult>${result}</CopyObjectResult>` };
  },
};

/** What S3 keeps of an upload's headers and gives back with the object. */
export function keptHeaders({ request }: S3Call): Record<string, string> {
  const kept =
    /^(content-type|cache-control|content-disposition|content-language|x-amz-meta-.*|x-amz-server-side-encryption.*)$/;
  return Object.fromEntries(Object.entries(request.headers).filter(([name]) => kept.test(name)));
}

/** The answer to a write. */
export function written(bucket: Bucket, object: ObjectVersion): RestAnswer {
  return {
    headers: {
      etag: object.etag,
      ...(bucket.versioning !== undefined ? { 'x-amz-version-id': object.versionId } : {}),
    },
  };
}

function requireObject(call: S3Call): ObjectVersion {
  return findVersion(requireBucket(call), call.key, call.request.query.get('versionId'));
}

function findVersion(bucket: Bucket, key: string, versionId: string | null): ObjectVersion {
  if (versionId === null) {
    const object = currentObject(bucket, key);
    if (object) return object;
    throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404);
  }
  const version = bucket.objects.get(key)?.find((one) => one.versionId === versionId);
  if (!version) throw new AwsError('NoSuchVersion', 'The specified version does not exist.', 404);
  if (version.deleteMarker) {
    throw new AwsError('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405);
  }
  return version;
}

function objectHeaders(object: ObjectVersion): Record<string, string> {
  return {
    'content-type': 'binary/octet-stream',
    ...object.headers,
    ...lockHeaders(object),
    'content-length': String(object.body.length),
    'accept-ranges': 'bytes',
    etag: object.etag,
    'last-modified': new Date(object.modified).toUTCString(),
    ...(object.versionId === 'null' ? {} : { 'x-amz-version-id': object.versionId }),
  };
}
