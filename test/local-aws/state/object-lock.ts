import type { Bucket, ObjectVersion } from './buckets.ts';

export type LockMode = 'GOVERNANCE' | 'COMPLIANCE';

/** What a new version gets where its upload asks for nothing else. */
export interface DefaultRetention {
  mode: LockMode;
  /** Days or years, not both. */
  days?: number;
  years?: number;
}

export interface ObjectLock {
  defaultRetention?: DefaultRetention;
}

/** Until then (milliseconds, by the stand-in's clock) the version stays. */
export interface Retention {
  mode: LockMode;
  until: number;
}

const DAY = 86_400_000;

/** Turns object lock on, and versioning with it: S3 has the one only with the other. */
export function lockObjects(bucket: Bucket, defaultRetention?: DefaultRetention): void {
  bucket.objectLock = defaultRetention ? { defaultRetention } : {};
  bucket.versioning = 'Enabled';
}

/** The retention of a version that is written at this time; undefined where the bucket has no default. */
export function retentionAt({ objectLock }: Bucket, at: number): Retention | undefined {
  const rule = objectLock?.defaultRetention;
  if (!rule) return undefined;
  return { mode: rule.mode, until: at + ((rule.days ?? 0) + (rule.years ?? 0) * 365) * DAY };
}

/** True for a version that may not be deleted at this time; `bypass`: the caller asks to go past governance mode. */
export function isLocked({ retention, legalHold }: ObjectVersion, now: number, bypass: boolean): boolean {
  if (legalHold) return true;
  if (!retention || retention.until <= now) return false;
  return retention.mode === 'COMPLIANCE' || !bypass;
}
