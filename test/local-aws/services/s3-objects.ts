import { AwsError, type RestAnswer } from '../protocol/service.ts';
import { renderXml } from '../protocol/xml.ts';
import { type Bucket, currentObject, deleteObject, type ObjectVersion, putObject } from '../state/buckets.ts';
import { requireBucket, type S3Call, type S3Operation } from './s3.ts';
import { readDeletions } from './s3-lists.ts';

export const objectOperations: Readonly<Record<string, S3Operation>> = {
  PutObject: (call) => {
    const bucket = requireBucket(call);
    const { body } = call.request;
    return written(bucket, putObject(bucket, call.key, body, keptHeaders(call), call.world.clock.now()));
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
  DeleteObject: (call) => {
    const bucket = requireBucket(call);
    const versionId = call.request.query.get('versionId') ?? undefined;
    const gone = deleteObject(bucket, call.key, versionId, call.world.clock.now());
    return {
      status: 204,
      headers: {
        ...(gone.versionId !== undefined ? { 'x-amz-version-id': gone.versionId } : {}),
        ...(gone.deleteMarker ? { 'x-amz-delete-marker': 'true' } : {}),
      },
    };
  },
  DeleteObjects: (call) => {
    const bucket = requireBucket(call);
    const body = call.request.body.toString();
    const wanted = readDeletions(body);
    if (wanted.length === 0 || wanted.length > 1000) {
      throw new AwsError(
        'MalformedXML',
        'The XML you provided was not well-formed or did not validate against our published schema',
      );
    }
    const quiet = /<Quiet>true<\/Quiet>/.test(body);
    const deleted = wanted.map(({ key, versionId }) => {
      const gone = deleteObject(bucket, key, versionId, call.world.clock.now());
      return { Key: key, VersionId: versionId, ...(gone.deleteMarker ? { DeleteMarker: true } : {}) };
    });
    const content = renderXml({ Deleted: quiet ? [] : deleted }, null);
    const root = `<DeleteResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${content}</DeleteResult>`;
    return { headers: { 'content-type': 'application/xml' }, body: root };
  },
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
    'content-length': String(object.body.length),
    'accept-ranges': 'bytes',
    etag: object.etag,
    'last-modified': new Date(object.modified).toUTCString(),
    ...(object.versionId === 'null' ? {} : { 'x-amz-version-id': object.versionId }),
  };
}
