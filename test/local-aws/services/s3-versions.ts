import { AwsError } from '../protocol/service.ts';
import type { Bucket, ObjectVersion } from '../state/buckets.ts';
import { successorKey } from '../state/object-versions.ts';
import { requireBucket, type S3Operation } from './s3.ts';
import { byBytes, keyEncoder, listAnswer, maxKeys, renderObject } from './s3-list-answer.ts';

/** Versions and delete markers by key, the newest first. */
export const versionOperations: Readonly<Record<string, S3Operation>> = {
  ListObjectVersions: (call) => {
    const bucket = requireBucket(call);
    const { query } = call.request;
    if (query.has('delimiter')) throw new AwsError('NotImplemented', 'a delimiter of versions is not implemented', 501);
    const [keyMarker, versionMarker] = [query.get('key-marker') || null, query.get('version-id-marker') || null];
    if (versionMarker !== null && keyMarker === null) {
      throw new AwsError('InvalidArgument', 'A version-id marker cannot be specified without a key marker.');
    }
    const rows = versionRows(bucket, query.get('prefix') ?? '');
    const start = keyMarker === null ? 0 : startBehind(bucket, rows, keyMarker, versionMarker);
    const max = maxKeys(call);
    const page = rows.slice(start, start + max);
    const truncated = start + page.length < rows.length;
    const last = truncated ? page.at(-1) : undefined;
    const encode = keyEncoder(call);
    return listAnswer(call, 'ListVersionsResult', {
      KeyMarker: encode(keyMarker ?? ''),
      VersionIdMarker: versionMarker ?? '',
      ...(last ? { NextKeyMarker: encode(last.key), NextVersionIdMarker: last.version.versionId } : {}),
      MaxKeys: max,
      IsTruncated: truncated,
      Version: page.filter((row) => !row.version.deleteMarker).map((row) => renderVersion(row, encode, true)),
      DeleteMarker: page.filter((row) => row.version.deleteMarker).map((row) => renderVersion(row, encode, false)),
    });
  },
};

interface VersionRow {
  key: string;
  version: ObjectVersion;
  latest: boolean;
}

function versionRows(bucket: Bucket, prefix: string): VersionRow[] {
  return [...bucket.objects]
    .filter(([key]) => key.startsWith(prefix))
    .sort(([a], [b]) => byBytes(a, b))
    .flatMap(([key, versions]) => versions.map((version, index) => ({ key, version, latest: index === 0 })));
}

/**
 * A key marker alone goes on after the whole key, with a version after that version: also where the version is gone
 * by now, so that whoever deletes page by page misses none.
 */
function startBehind(bucket: Bucket, rows: VersionRow[], key: string, versionId: string | null): number {
  const indexOf = (id: string) => rows.findIndex((row) => row.key === key && row.version.versionId === id);
  if (versionId !== null) {
    const exact = indexOf(versionId);
    if (exact >= 0) return exact + 1;
    for (let next = successor(bucket, key, versionId); next !== undefined; next = successor(bucket, key, next)) {
      const found = indexOf(next);
      if (found >= 0) return found;
    }
  }
  const behind = rows.findIndex((row) => byBytes(row.key, key) > 0);
  return behind < 0 ? rows.length : behind;
}

function successor(bucket: Bucket, key: string, versionId: string): string | undefined {
  return bucket.successors.get(successorKey(key, versionId));
}

function renderVersion(row: VersionRow, encode: (key: string) => string, full: boolean): Record<string, unknown> {
  const { key, version, latest } = row;
  const { ETag, Size, StorageClass, LastModified } = renderObject(version);
  const common = { Key: encode(key), VersionId: version.versionId, IsLatest: latest, LastModified };
  return full ? { ...common, ETag, Size, StorageClass } : common;
}
