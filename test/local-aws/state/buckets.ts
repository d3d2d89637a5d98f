import { createHash, randomBytes } from 'node:crypto';
import type { Place } from './place.ts';

export interface ObjectVersion {
  versionId: string;
  deleteMarker: boolean;
  body: Buffer;
  /** In double quotes, as S3 writes it. */
  etag: string;
  modified: number;
  /** content-type, x-amz-meta-… and the like. */
  headers: Record<string, string>;
}

export interface Upload {
  key: string;
  headers: Record<string, string>;
  parts: Map<number, Buffer>;
}

export interface Bucket extends Place {
  name: string;
  createdAt: number;
  versioning?: 'Enabled' | 'Suspended';
  /** Newest version first. */
  objects: Map<string, ObjectVersion[]>;
  /** Bodies of configuration that is only kept: policy, encryption, tagging, … */
  settings: Map<string, string>;
  uploads: Map<string, Upload>;
}

export interface BucketStore {
  list(account?: string, region?: string): Bucket[];
  /** Names are global, as in S3. */
  find(name: string): Bucket | undefined;
  add(name: string, place: Place): Bucket;
  remove(name: string): void;
}

export function createBucketStore(now: () => number): BucketStore {
  const buckets = new Map<string, Bucket>();
  return {
    list: (account, region) =>
      [...buckets.values()].filter((b) => (!account || b.account === account) && (!region || b.region === region)),
    find: (name) => buckets.get(name),
    add: (name, { account, region }) => {
      const bucket: Bucket = {
        name,
        account,
        region,
        createdAt: now(),
        objects: new Map(),
        settings: new Map(),
        uploads: new Map(),
      };
      buckets.set(name, bucket);
      return bucket;
    },
    remove: (name) => void buckets.delete(name),
  };
}

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
  return pushVersion(bucket, key, {
    versionId: nextVersionId(bucket),
    deleteMarker: false,
    body,
    etag,
    modified,
    headers,
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
    const gone = versions.find((version) => version.versionId === versionId);
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
