import type { Bucket } from './buckets.ts';
import { deleteObject, putObject } from './object-versions.ts';

export interface Filling {
  /** Of each key; 1 by default. More need a bucket with versioning. */
  versions?: number;
  /** How many of the keys get a delete marker on top; 0 by default. Needs versioning too. */
  markers?: number;
  /** When they were written, in milliseconds: a default retention counts from then; now by default. */
  at?: number;
}

/** Puts small objects `<prefix>00000`, `<prefix>00001`, … into a bucket without a call of S3; returns the keys. */
export function putObjects(bucket: Bucket, count: number, prefix: string, filling: Filling = {}): string[] {
  const { versions = 1, markers = 0, at = Date.now() } = filling;
  if ((versions > 1 || markers > 0) && bucket.versioning !== 'Enabled') {
    throw new Error(`bucket ${bucket.name} keeps no versions`);
  }
  const keys = Array.from({ length: count }, (_, index) => prefix + String(index).padStart(5, '0'));
  for (const [index, key] of keys.entries()) {
    for (let version = 0; version < versions; version += 1) {
      putObject(bucket, key, Buffer.from(`${key} ${version}`), {}, at);
    }
    if (index < markers) deleteObject(bucket, key, undefined, at);
  }
  return keys;
}
