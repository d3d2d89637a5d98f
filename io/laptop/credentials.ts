import { parseRoleArn } from '../../core/aws/role-arn.ts';
import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import { UserError } from '../../core/errors.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import { type Session, sessionName } from '../../core/profile/session.ts';
import { sessionPolicy } from '../../core/profile/session-policy.ts';
import { clientOptions, REQUESTS } from '../aws/client-options.ts';
import { awsError, isDenied } from '../aws/errors.ts';
import { BEGINNING_RETRY, request } from '../aws/request.ts';
import { checkAccount, type Keys, keysOf } from '../aws/sts.ts';
import type { AssumeRole } from '../profile.ts';

/**
 * Finds a person's own credentials as every tool of AWS does (variables, profiles, IAM Identity Center, …) and asks whose they are;
 * `account`: theirs have to be of it. Throws E_NO_CREDENTIALS, E_WRONG_ACCOUNT, E_AWS_UNAVAILABLE.
 */
export async function ownSession(
  region: string,
  account: string | undefined,
  awsProfile: string | undefined,
): Promise<Session> {
  const keys = await ownKeys(region, awsProfile);
  return checkAccount(keys, account, 'the profile');
}

async function ownKeys(region: string, awsProfile: string | undefined): Promise<Keys> {
  const { STSClient } = await import('@aws-sdk/client-sts');
  const client = new STSClient({ region, ...REQUESTS, ...onlyDefined({ profile: awsProfile }) });
  try {
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = await client.config.credentials();
    return {
      accessKeyId,
      secretAccessKey,
      region,
      ...onlyDefined({ sessionToken, expiration: expiration?.toISOString() }),
    };
  } catch (cause) {
    const profile = awsProfile ?? process.env['AWS_PROFILE'];
    const named = profile === undefined ? '' : ` --profile ${profile}`;
    throw new UserError('E_NO_CREDENTIALS', {
      what: `no AWS credentials were found: ${(cause as Error).message}`,
      fix: `sign in (aws sso login${named}), or set AWS_PROFILE to a profile of ~/.aws/config that has credentials`,
      cause,
    });
  } finally {
    client.destroy();
  }
}

/** Parts of a role session that a person opens. */
interface PersonalSession {
  readonly configuration: EffectiveConfiguration;
  /** The person's own credentials. */
  readonly own: () => Promise<Session>;
  /** Who it is, for the session's name. */
  readonly user: string;
}

/**
 * Returns how a person assumes the role of personal stages: in a session that is named after them and narrowed to their stage.
 * `secret` is told of each secret text at once. It throws E_ROLE_REFUSED, E_WRONG_ACCOUNT, E_AWS_UNAVAILABLE.
 */
export function personalAssumer(
  { configuration, own, user }: PersonalSession,
  secret: (text: string) => void,
): AssumeRole {
  const { region, sessionDuration } = configuration.profile;
  const ofStage = sessionPolicy(configuration);
  return async (role, policy = ofStage) => {
    const base = await own();
    const wanted = { role, policy, region, duration: sessionDuration, name: sessionName(user, 'laptop', '1') };
    return checkAccount(await assume(wanted, base, secret), parseRoleArn(role).account, `the role ${role}`);
  };
}

interface Wanted {
  readonly role: string;
  readonly region: string;
  readonly policy: string;
  /** Seconds. */
  readonly duration: number;
  readonly name: string;
}

async function assume(
  { role, region, policy, duration, name }: Wanted,
  base: Session,
  secret: (text: string) => void,
): Promise<Keys> {
  const { AssumeRoleCommand, STSClient } = await import('@aws-sdk/client-sts');
  const client = new STSClient(clientOptions({ ...base, region }));
  try {
    const command = new AssumeRoleCommand({
      RoleArn: role,
      RoleSessionName: name,
      // A role's session that assumes another one has an hour at most.
      DurationSeconds: base.sessionToken === undefined ? duration : Math.min(duration, 3600),
      Policy: policy,
    });
    return keysOf(await request(() => client.send(command), BEGINNING_RETRY), region, secret);
  } catch (error) {
    throw isDenied(error)
      ? new UserError('E_ROLE_REFUSED', {
          what: `AWS refused the role ${role} to ${base.arn}: ${(error as Error).message}`,
          fix: 'name your role or user in DeveloperArn of aws/personal-role.yml, and allow it sts:AssumeRole on that role',
          cause: error,
        })
      : awsError(`the role ${role} could not be assumed`, error, region);
  } finally {
    client.destroy();
  }
}
