import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { once } from '../../core/once.ts';
import { openClient } from './client-options.ts';
import type { LiveSession } from './live-session.ts';

type Sdk = typeof import('@aws-sdk/client-cloudformation');

/** The SDK of CloudFormation and a client of it, loaded when first asked for. */
export type CloudFormationAccess = () => Promise<{ readonly sdk: Sdk; readonly client: CloudFormationClient }>;

/** Returns the way to CloudFormation with a session. */
export function cloudFormationOf(session: LiveSession): CloudFormationAccess {
  return once(async () => {
    const sdk = await import('@aws-sdk/client-cloudformation');
    return { sdk, client: openClient(sdk.CloudFormationClient, session) };
  });
}
