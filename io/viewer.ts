import { parseRoleArn } from '../core/aws/role-arn.ts';
import { DEFAULT_SESSION_SECONDS } from '../core/configuration/effective.ts';
import type { Session } from '../core/profile/session.ts';
import { createLiveSession } from './aws/live-session.ts';
import { type Place, placesOf } from './aws/place.ts';
import { assumeUnchecked } from './aws/sts.ts';
import { createTokenSource } from './oidc.ts';
import { mask, sessionNameOf } from './profile.ts';
import type { RunContext } from './runner/context.ts';
import type { Log } from './runner/log.ts';

/** What a viewer sees of one region of an account. */
export interface View {
  readonly stacks: Pick<Place['stacks'], 'find'>;
  readonly ledger: Pick<Place['ledger'], 'stage' | 'record' | 'history' | 'now'>;
  readonly parameterNames: Place['parameterNames'];
}

/** What any session of a viewer may do at most, whatever its role may: nothing that changes a thing, or reads a secret. */
const VIEWER_POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: [
        'cloudformation:DescribeStacks',
        'ssm:DescribeParameters',
        'ssm:GetParameter',
        'ssm:GetParameterHistory',
        'ssm:GetParametersByPath',
      ],
      Resource: '*',
    },
    {
      Effect: 'Deny',
      Action: 'ssm:Get*',
      NotResource: 'arn:*:ssm:*:*:parameter/serverless-stages/*',
    },
  ],
});

/**
 * Opens the stages of a role's account for looking, region by region. Throws E_OIDC_PERMISSION, E_ROLE_REFUSED and their
 * kin.
 */
export type OpenViewer = (role: string, region: string) => Promise<(region: string) => View>;

/** Returns how a run assumes viewers' roles. */
export function viewerOpener(context: RunContext, log: Log): OpenViewer {
  const sessionName = sessionNameOf(context);
  return async (role, region) => {
    const wanted = { role, region, sessionName, duration: DEFAULT_SESSION_SECONDS, policy: VIEWER_POLICY };
    const keys = await assumeUnchecked(wanted, createTokenSource(), mask, log);
    const session: Session = { ...keys, account: parseRoleArn(role).account, arn: role };
    return placesOf(createLiveSession(session, undefined, log.warning));
  };
}
