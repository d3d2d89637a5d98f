import { createHash, randomBytes } from 'node:crypto';
import type { Bucket, ObjectVersion } from './buckets.ts';
import { retentionAt } from './object-lock.ts';

/** The current version of a key; undefined where there is none or a delete marker hides it. */
export function currentObject(bucket: Bucket, key: string): ObjectVersion | undefined {
  const newest = bucket.objects.get(key)?.[0];
  return newest?.deleteMarker ? undefined : newest;
}

/** Stores a new version, replacing the `null` version where versioning is not enabled. */
export function putObject(
  bucket: Bucket,
  key: string,
  body: Buffer,
  headers: Record<string, string>,
  modified: number,
): ObjectVersion {
  const etag = `"${createHash('md5').update(body).digest('hex')}"`;
  const retention = retentionAt(bucket, modified);
  return pushVersion(bucket, key, {
    versionId: nextVersionId(bucket),
    deleteMarker: false,
    body,
    etag,
    modified,
    headers,
    ...(retention ? { retention } : {}),
  });
}

export interface Deleted {
  versionId?: string;
  deleteMarker: boolean;
}

/** Removes one version, or (without a version) hides or removes the current one, as the bucket's versioning says. */
export function deleteObject(bucket: Bucket, key: string, versionId: string | undefined, modified: number): Deleted {
  const versions = bucket.objects.get(key) ?? [];
  if (versionId !== undefined) {
    const index = versions.findIndex((version) => version.versionId === versionId);
    const gone = versions[index];
    if (gone) bucket.successors.set(successorKey(key, versionId), versions[index + 1]?.versionId);
    keepVersions(
      bucket,
      key,
      versions.filter((version) => version !== gone),
    );
    return { versionId, deleteMarker: gone?.deleteMarker ?? false };
  }
  if (bucket.versioning === undefined) {
    bucket.objects.delete(key);
    return { deleteMarker: false };
  }
  const marker = {
    versionId: nextVersionId(bucket),
    deleteMarker: true,
    body: Buffer.alloc(0),
    etag: '',
    modified,
    headers: {},
  };
  pushVersion(bucket, key, marker);
  return { versionId: marker.versionId, deleteMarker: true };
}

/** Where `successors` keeps a version. */
export function successorKey(key: string, versionId: string): string {
  return `${versionId} ${key}`;
}

function nextVersionId(bucket: Bucket): string {
  return bucket.versioning === 'Enabled' ? randomBytes(24).toString('base64url') : 'null';
}

function pushVersion(bucket: Bucket, key: string, version: ObjectVersion): ObjectVersion {
  const older = (bucket.objects.get(key) ?? []).filter(
    (other) => version.versionId !== 'null' || other.versionId !== 'null',
  );
  keepVersions(bucket, key, [version, ...older]);
  return version;
}

function keepVersions(bucket: Bucket, key: string, versions: ObjectVersion[]): void {
  if (versions.length === 0) bucket.objects.delete(key);
  else bucket.objects.set(key, versions);
}
