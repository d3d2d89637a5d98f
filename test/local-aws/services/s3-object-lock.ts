import { AwsError } from '../protocol/service.ts';
import { renderXml } from '../protocol/xml.ts';
import type { Bucket, ObjectVersion } from '../state/buckets.ts';
import { requireBucket, type S3Call, type S3Operation } from './s3.ts';

export const lockOperations: Readonly<Record<string, S3Operation>> = {
  GetObjectLockConfiguration: (call) => {
    const { objectLock } = requireBucket(call);
    if (!objectLock) {
      throw new AwsError(
        'ObjectLockConfigurationNotFoundError',
        'Object Lock configuration does not exist for this bucket',
        404,
      );
    }
    const rule = objectLock.defaultRetention;
    const DefaultRetention = rule && { Mode: rule.mode, Days: rule.days, Years: rule.years };
    const content = renderXml({ ObjectLockEnabled: 'Enabled', Rule: DefaultRetention && { DefaultRetention } });
    const body = `<ObjectLockConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${content}</ObjectLockConfiguration>`;
    return { headers: { 'content-type': 'application/xml' }, body };
  },
};

type Lock = Pick<ObjectVersion, 'retention' | 'legalHold'>;

/** The lock that an upload's headers ask for: it goes before the bucket's default. */
export function lockAsAsked({ request: { headers } }: S3Call, { objectLock }: Bucket): Lock {
  const mode = headers['x-amz-object-lock-mode'];
  const until = headers['x-amz-object-lock-retain-until-date'];
  const hold = headers['x-amz-object-lock-legal-hold'];
  if (mode === undefined && until === undefined && hold === undefined) return {};
  if (!objectLock) throw new AwsError('InvalidRequest', 'Bucket is missing Object Lock Configuration');
  const lock: Lock = hold === 'ON' ? { legalHold: true } : {};
  if (mode === undefined && until === undefined) return lock;
  if ((mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE') || until === undefined) {
    throw new AwsError(
      'InvalidArgument',
      'x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied',
    );
  }
  return { ...lock, retention: { mode, until: Date.parse(until) } };
}

/** What S3 says of a version's lock wherever it answers with the object. */
export function lockHeaders({ retention, legalHold }: ObjectVersion): Record<string, string> {
  return {
    ...(retention && {
      'x-amz-object-lock-mode': retention.mode,
      'x-amz-object-lock-retain-until-date': new Date(retention.until).toISOString(),
    }),
    ...(legalHold ? { 'x-amz-object-lock-legal-hold': 'ON' } : {}),
  };
}
