import { once } from '../../core/once.ts';
import { unlessCancelled } from '../cancellation.ts';
import { openClient } from './client-options.ts';
import { awsError } from './errors.ts';
import type { LiveSession } from './live-session.ts';
import { request } from './request.ts';

/** Puts templates where CloudFormation reads them. */
export interface Uploads {
  /** Puts a template into a bucket of the account, over what is there. Throws E_AWS_DENIED and its kin. */
  put(bucket: string, key: string, template: string): Promise<void>;
}

/** Opens S3 with a session; the SDK is loaded when the first template is put. */
export function openUploads(session: LiveSession): Uploads {
  const open = once(async () => {
    const sdk = await import('@aws-sdk/client-s3');
    return { sdk, client: openClient(sdk.S3Client, session) };
  });
  return {
    async put(bucket, key, template) {
      const { sdk, client } = await open();
      await unlessCancelled();
      const command = new sdk.PutObjectCommand({
        Bucket: bucket,
        ExpectedBucketOwner: session.account,
        Key: key,
        Body: template,
        ContentType: 'application/json',
      });
      await request(() => client.send(command)).catch((error) => {
        throw awsError(`a template could not be put into the bucket ${bucket}`, error);
      });
    },
  };
}
