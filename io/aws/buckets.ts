import { UserError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import { unlessCancelled } from '../cancellation.ts';
import { openClient } from './client-options.ts';
import { awsError } from './errors.ts';
import type { LiveSession } from './live-session.ts';
import { entriesOf, request, whole } from './request.ts';

/** Empties buckets of one account and region. */
export interface Buckets {
  /**
   * Returns why a bucket cannot be emptied (its objects are locked, or ask for a second factor), by looking alone;
   * undefined where it can be, or is not there. Throws E_AWS_DENIED and its kin.
   */
  obstacle(bucket: string): Promise<string | undefined>;
  /**
   * Deletes every version and delete marker below a prefix ('' for all) and returns how many there were; 0 where there is
   * no such bucket. Throws E_BUCKET_NOT_EMPTY with the first that could not be deleted.
   */
  empty(bucket: string, prefix: string): Promise<number>;
}

interface Version {
  readonly Key: string;
  readonly VersionId?: string;
}

/** Opens S3 with a session; the SDK is loaded when the first bucket is asked for. */
export function openBuckets(session: LiveSession): Buckets {
  const open = once(async () => {
    const sdk = await import('@aws-sdk/client-s3');
    return { sdk, client: openClient(sdk.S3Client, session) };
  });
  /** The name of a bucket does not tell its account: S3 refuses another one's. */
  const place = (bucket: string) => ({ Bucket: bucket, ExpectedBucketOwner: session.account });
  return {
    async obstacle(bucket) {
      const { sdk, client } = await open();
      try {
        const versioning = await request(() => client.send(new sdk.GetBucketVersioningCommand(place(bucket))));
        if (versioning.MFADelete === 'Enabled') {
          return 'its versions can be deleted with a second factor alone (MFA delete)';
        }
        const isLocked = await hasObjectLock(() =>
          client.send(new sdk.GetObjectLockConfigurationCommand(place(bucket))),
        );
        const isFull = isLocked && (await versionPage(bucket, '')).versions.length > 0;
        return isFull ? 'its objects are locked (Object Lock)' : undefined;
      } catch (error) {
        if (isMissing(error)) {
          return undefined;
        }
        throw awsError(`the bucket ${bucket} could not be looked at`, error);
      }
    },
    async empty(bucket, prefix) {
      let deleted = 0;
      try {
        for (let isEnd = false; !isEnd; ) {
          // Always the first page: what was on it is gone by the next look.
          const page = await versionPage(bucket, prefix);
          await deleteAll(bucket, page.versions);
          deleted += page.versions.length;
          isEnd = page.isLast;
        }
        return deleted;
      } catch (error) {
        if (isMissing(error)) {
          return deleted;
        }
        throw error instanceof UserError ? error : awsError(`the bucket ${bucket} could not be emptied`, error);
      }
    },
  };

  async function versionPage(bucket: string, prefix: string): Promise<{ versions: Version[]; isLast: boolean }> {
    const { sdk, client } = await open();
    const input = { ...place(bucket), ...(prefix === '' ? {} : { Prefix: prefix }) };
    return request(async () => {
      const page = await whole(client.send(new sdk.ListObjectVersionsCommand(input)), 'Name', 'IsTruncated');
      const all = entriesOf([...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])], 'a version', 'Key');
      const versions = all.map(({ Key, VersionId }) => ({ Key, ...onlyDefined({ VersionId }) }));
      return { versions, isLast: !page.IsTruncated };
    });
  }

  /** Takes a page of at most 1,000 versions, as DeleteObjects does. */
  async function deleteAll(bucket: string, versions: readonly Version[]): Promise<void> {
    if (versions.length === 0) {
      return;
    }
    const { sdk, client } = await open();
    await unlessCancelled();
    const command = new sdk.DeleteObjectsCommand({ ...place(bucket), Delete: { Objects: [...versions], Quiet: true } });
    const { Errors: failed = [] } = await request(() => client.send(command));
    const [first] = failed;
    if (first !== undefined) {
      throw new UserError('E_BUCKET_NOT_EMPTY', {
        what: `${failed.length} objects of the bucket ${bucket} could not be deleted, ${first.Key} first`,
        why: `${first.Code}: ${first.Message}`,
        fix: 'delete them by hand (look at the bucket policy, at Object Lock and MFA delete), and run again',
      });
    }
  }
}

async function hasObjectLock(
  ask: () => Promise<{ ObjectLockConfiguration?: { ObjectLockEnabled?: string | undefined } | undefined }>,
): Promise<boolean> {
  try {
    return (await request(ask)).ObjectLockConfiguration?.ObjectLockEnabled === 'Enabled';
  } catch (error) {
    if (error instanceof Error && error.name === 'ObjectLockConfigurationNotFoundError') {
      return false;
    }
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && error.name === 'NoSuchBucket';
}
