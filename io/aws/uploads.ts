import { once } from '../../core/once.ts';
import { unlessCancelled } from '../cancellation.ts';
import { openClient } from './client-options.ts';
import { awsError } from './errors.ts';
import type { LiveSession } from './live-session.ts';
import { allPages } from './pages.ts';
import { entriesOf, request, whole } from './request.ts';

/** The templates in buckets of packages, where CloudFormation reads them. */
export interface Uploads {
  /** Puts a template into a bucket of the account, over what is there. Throws E_AWS_DENIED and its kin. */
  put(bucket: string, key: string, template: string): Promise<void>;
  /** Returns a template; undefined if it is not there. Throws E_AWS_DENIED and its kin. */
  read(bucket: string, key: string): Promise<string | undefined>;
  /** Returns the keys below a prefix. Throws E_AWS_DENIED and its kin. */
  list(bucket: string, prefix: string): Promise<string[]>;
}

/** Opens S3 with a session; the SDK is loaded when the first template is put. */
export function openUploads(session: LiveSession): Uploads {
  const open = once(async () => {
    const sdk = await import('@aws-sdk/client-s3');
    return { sdk, client: openClient(sdk.S3Client, session) };
  });
  const place = (bucket: string) => ({ Bucket: bucket, ExpectedBucketOwner: session.account });
  return {
    async read(bucket, key) {
      const { sdk, client } = await open();
      const command = new sdk.GetObjectCommand({ ...place(bucket), Key: key });
      try {
        const { Body } = await request(() => whole(client.send(command), 'Body'));
        return await Body.transformToString();
      } catch (error) {
        if (error instanceof Error && error.name === 'NoSuchKey') {
          return undefined;
        }
        throw awsError(`a template could not be read in the bucket ${bucket}`, error);
      }
    },
    async list(bucket, prefix) {
      const { sdk, client } = await open();
      return allPages((token) => {
        const command = new sdk.ListObjectsV2Command({ ...place(bucket), Prefix: prefix, ContinuationToken: token });
        return request(async () => {
          // An empty list is left out; the count is not.
          const page = await whole(client.send(command), 'KeyCount');
          const objects = entriesOf(page.Contents ?? [], 'an object', 'Key');
          return { items: objects.map(({ Key }) => Key), next: page.NextContinuationToken };
        });
      }).catch((error) => {
        throw awsError(`the bucket ${bucket} could not be listed`, error);
      });
    },
    async put(bucket, key, template) {
      const { sdk, client } = await open();
      await unlessCancelled();
      const command = new sdk.PutObjectCommand({
        ...place(bucket),
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
