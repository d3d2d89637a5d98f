import type { ObjectVersion } from '../state/buckets.ts';
import { currentObject } from '../state/object-versions.ts';
import { requireBucket, type S3Call, type S3Operation } from './s3.ts';
import { byBytes, keyEncoder, listAnswer, maxKeys, renderObject } from './s3-list-answer.ts';

export const listOperations: Readonly<Record<string, S3Operation>> = {
  ListObjectsV2: (call) => {
    const { query } = call.request;
    const token = query.get('continuation-token');
    const startAfter = query.get('start-after');
    const page = listKeys(call, token === null ? (startAfter ?? '') : Buffer.from(token, 'base64url').toString());
    return listAnswer(call, 'ListBucketResult', {
      ...page.content,
      KeyCount: page.count,
      StartAfter: startAfter === null ? undefined : keyEncoder(call)(startAfter),
      ContinuationToken: token ?? undefined,
      NextContinuationToken: page.truncated ? Buffer.from(page.last).toString('base64url') : undefined,
    });
  },
  ListObjects: (call) => {
    const marker = call.request.query.get('marker') ?? '';
    const page = listKeys(call, marker);
    const encode = keyEncoder(call);
    const next = page.truncated ? encode(page.last) : undefined;
    return listAnswer(call, 'ListBucketResult', { ...page.content, Marker: encode(marker), NextMarker: next });
  },
  ListMultipartUploads: (call) => {
    const encode = keyEncoder(call);
    const uploads = [...requireBucket(call).uploads].map(([UploadId, { key }]) => ({ Key: encode(key), UploadId }));
    return listAnswer(call, 'ListMultipartUploadsResult', { IsTruncated: false, Upload: uploads });
  },
};

interface KeyPage {
  content: Record<string, unknown>;
  count: number;
  truncated: boolean;
  last: string;
}

/** Keys after a marker, with those that share a prefix up to the delimiter rolled into one entry. */
function listKeys(call: S3Call, after: string): KeyPage {
  const bucket = requireBucket(call);
  const prefix = call.request.query.get('prefix') ?? '';
  const delimiter = call.request.query.get('delimiter') ?? '';
  const entries = new Map<string, ObjectVersion | undefined>();
  for (const key of [...bucket.objects.keys()].sort(byBytes)) {
    const object = currentObject(bucket, key);
    if (!object || !key.startsWith(prefix)) continue;
    const cut = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    const name = cut < 0 ? key : key.slice(0, cut + delimiter.length);
    if (byBytes(name, after) > 0) entries.set(name, cut < 0 ? object : undefined);
  }
  const max = maxKeys(call);
  const encode = keyEncoder(call);
  const page = [...entries].slice(0, max);
  const truncated = entries.size > page.length;
  return {
    count: page.length,
    truncated,
    last: page.at(-1)?.[0] ?? '',
    content: {
      MaxKeys: max,
      IsTruncated: truncated,
      Contents: page.flatMap(([key, object]) => (object ? [{ Key: encode(key), ...renderObject(object) }] : [])),
      CommonPrefixes: page.flatMap(([prefix, object]) => (object ? [] : [{ Prefix: encode(prefix) }])),
    },
  };
}
