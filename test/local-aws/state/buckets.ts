import type { ObjectLock, Retention } from './object-lock.ts';
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
  /** Keeps the version from being deleted by its id. */
  retention?: Retention;
  legalHold?: boolean;
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
  /** Set: MFA delete was configured; true: a version goes only with a code of the root user's device. */
  mfaDelete?: boolean;
  objectLock?: ObjectLock;
  /** Keys that cannot be deleted, as under a bucket policy that denies it. */
  undeletable: Set<string>;
  /** Newest version first. */
  objects: Map<string, ObjectVersion[]>;
  /** By key and version that are gone: the next older version then, where a list that was at the gone one goes on. */
  successors: Map<string, string | undefined>;
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
        undeletable: new Set(),
        objects: new Map(),
        successors: new Map(),
        settings: new Map(),
        uploads: new Map(),
      };
      buckets.set(name, bucket);
      return bucket;
    },
    remove: (name) => void buckets.delete(name),
  };
}
