import { once } from '../../core/once.ts';
import { unlessCancelled } from '../cancellation.ts';
import { type Buckets, openBuckets } from './buckets.ts';
import { openClient } from './client-options.ts';
import { awsError } from './errors.ts';
import type { LiveSession } from './live-session.ts';
import { request, whole } from './request.ts';

/** Removes what CloudFormation cannot remove, or does not know of: contents of buckets, logs and images of functions. */
export interface Leftovers {
  readonly buckets: Buckets;
  /** Whether there is a log group of that name. Throws E_AWS_DENIED and its kin. */
  hasLogGroup(name: string): Promise<boolean>;
  /** Removes a log group; false where there is none. Throws E_AWS_DENIED and its kin. */
  removeLogGroup(name: string): Promise<boolean>;
  /** Removes a repository of images with all in it; false where there is none. Throws E_AWS_DENIED and its kin. */
  removeImages(repository: string): Promise<boolean>;
}

/** Opens S3, CloudWatch Logs and ECR with a session; each SDK is loaded when it is first used. */
export function openLeftovers(session: LiveSession): Leftovers {
  const logs = once(async () => {
    const sdk = await import('@aws-sdk/client-cloudwatch-logs');
    return { sdk, client: openClient(sdk.CloudWatchLogsClient, session) };
  });
  const images = once(async () => {
    const sdk = await import('@aws-sdk/client-ecr');
    return { sdk, client: openClient(sdk.ECRClient, session) };
  });
  return {
    buckets: openBuckets(session),
    async hasLogGroup(name) {
      const { sdk, client } = await logs();
      const command = new sdk.DescribeLogGroupsCommand({ logGroupNamePrefix: name });
      // The name itself comes first of all that begin with it.
      const page = await request(() => whole(client.send(command), 'logGroups')).catch((error) => {
        throw awsError(`the log group ${name} could not be looked for`, error);
      });
      return page.logGroups.some(({ logGroupName }) => logGroupName === name);
    },
    async removeLogGroup(name) {
      const { sdk, client } = await logs();
      const command = new sdk.DeleteLogGroupCommand({ logGroupName: name });
      return wasThere(`the log group ${name} could not be removed`, 'ResourceNotFoundException', () =>
        client.send(command),
      );
    },
    async removeImages(repository) {
      const { sdk, client } = await images();
      const command = new sdk.DeleteRepositoryCommand({
        registryId: session.account,
        repositoryName: repository,
        force: true,
      });
      return wasThere(`the images ${repository} could not be removed`, 'RepositoryNotFoundException', () =>
        client.send(command),
      );
    },
  };
}

async function wasThere(what: string, missing: string, send: () => Promise<unknown>): Promise<boolean> {
  try {
    await unlessCancelled();
    await request(send);
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === missing) {
      return false;
    }
    throw awsError(what, error);
  }
}
