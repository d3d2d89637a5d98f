import type { AssumeRoleResponse } from '@aws-sdk/client-sts';
import pRetry from 'p-retry';
import { parseRoleArn } from '../../core/aws/role-arn.ts';
import { DEFAULT_SESSION_SECONDS } from '../../core/configuration/effective.ts';
import { UserError } from '../../core/errors.ts';
import { audienceOf, type Session } from '../../core/profile/session.ts';
import { explainRefusal, readClaims } from '../../core/profile/token-claims.ts';
import { BrokenAnswer } from '../broken-answer.ts';
import type { TokenSource } from '../oidc.ts';
import type { Log } from '../runner/log.ts';
import { clientOptions, REQUESTS } from './client-options.ts';
import { awsError, isDenied, isTransient, isUnanswered } from './errors.ts';
import { BEGINNING_RETRY, request, whole } from './request.ts';

export interface RoleRequest {
  readonly role: string;
  readonly region: string;
  readonly sessionName: string;
  /** Seconds. */
  readonly duration: number;
  /** JSON of the policy that narrows the session. */
  readonly policy: string;
}

/** A session's keys, before it is known whose they are. */
export type Keys = Omit<Session, 'account' | 'arn'>;

/** STS looks the token up in GitHub's keys, and may fail to for a moment; a fresh token may then work. */
const RETRIED_WITH_FRESH_TOKEN = /^(InvalidIdentityToken|IDPCommunicationError|ExpiredToken)(Exception)?$/;

/** How often STS is asked with another token where it answered. */
const MOST_TOKENS = 4;

/** What STS says where the account does not know GitHub: a fresh token does not help. */
const NO_PROVIDER = /No OpenIDConnect provider found/i;

/**
 * Assumes a role with GitHub's identity token and checks that the session is of the role's account. `secret` is told
 * of each secret text at once. Throws what `assumeUnchecked` throws, and E_WRONG_ACCOUNT.
 */
export async function assumeRole(
  wanted: RoleRequest,
  token: TokenSource,
  secret: (text: string) => void,
  log: Log,
): Promise<Session> {
  const keys = await assumeUnchecked(wanted, token, secret, log);
  return checkAccount(keys, parseRoleArn(wanted.role).account, `the role ${wanted.role}`);
}

/**
 * Assumes a role with GitHub's identity token, for what only looks. `secret` is told of each secret text at once. Throws
 * E_OIDC_PERMISSION, E_OIDC_TOKEN, E_ROLE_REFUSED, E_THROTTLED, E_AWS_UNAVAILABLE, E_NAME_TOO_LONG where the session policy
 * does not fit.
 */
export async function assumeUnchecked(
  wanted: RoleRequest,
  token: TokenSource,
  secret: (text: string) => void,
  log: Log,
): Promise<Keys> {
  const audience = audienceOf(parseRoleArn(wanted.role).partition);
  try {
    return await withFreshTokens(wanted, () => token(audience), secret, log);
  } catch (error) {
    if (!isTooLong(error) || wanted.duration === DEFAULT_SESSION_SECONDS) {
      throw explainFailure(wanted, error);
    }
    log.warning(
      `the role ${wanted.role} allows no session of ${wanted.duration} s; it lives ${DEFAULT_SESSION_SECONDS} s now ` +
        "(raise the role's MaxSessionDuration, or lower session-duration)",
    );
    return withFreshTokens({ ...wanted, duration: DEFAULT_SESSION_SECONDS }, () => token(audience), secret, log);
  }
}

/** Asks AWS whose keys these are; throws E_WRONG_ACCOUNT where it is another account than `account`. */
export async function checkAccount(keys: Keys, account: string | undefined, whose: string): Promise<Session> {
  const { GetCallerIdentityCommand, STSClient } = await import('@aws-sdk/client-sts');
  const client = new STSClient(clientOptions(keys));
  try {
    const command = new GetCallerIdentityCommand({});
    const { Account: found, Arn: arn } = await request(
      () => whole(client.send(command), 'Account', 'Arn'),
      BEGINNING_RETRY,
    );
    if (account !== undefined && found !== account) {
      throw new UserError('E_WRONG_ACCOUNT', {
        what: `the credentials are of account ${found}, ${whose} is in account ${account}`,
        why: 'nothing was deployed',
        fix: 'correct the role in serverless-stages.yml, or the step that sets the credentials',
      });
    }
    return { ...keys, account: found, arn };
  } catch (error) {
    throw error instanceof UserError
      ? error
      : awsError('AWS did not say whose the credentials are', error, keys.region);
  } finally {
    client.destroy();
  }
}

function isTooLong(error: unknown): boolean {
  return error instanceof Error && error.name.startsWith('Validation') && /DurationSeconds/.test(error.message);
}

async function withFreshTokens(
  wanted: RoleRequest,
  token: () => Promise<string>,
  secret: (text: string) => void,
  log: Log,
): Promise<Keys> {
  let answered = 0;
  return pRetry(
    async () => {
      const fresh = await token();
      secret(fresh);
      try {
        return await exchange(wanted, fresh, secret, log);
      } catch (error) {
        throw isDenied(error) ? refused(wanted.role, fresh, error) : error;
      }
    },
    {
      ...BEGINNING_RETRY,
      minTimeout: 500,
      randomize: true,
      shouldRetry: ({ error }) => {
        answered += isUnanswered(error) ? 0 : 1;
        const isLast = error instanceof UserError || NO_PROVIDER.test(error.message) || answered > MOST_TOKENS;
        return !isLast && mayPass(error);
      },
    },
  );
}

function mayPass(error: Error): boolean {
  return RETRIED_WITH_FRESH_TOKEN.test(error.name) || isTransient(error);
}

async function exchange(wanted: RoleRequest, token: string, secret: (text: string) => void, log: Log): Promise<Keys> {
  const { AssumeRoleWithWebIdentityCommand, STSClient } = await import('@aws-sdk/client-sts');
  const client = new STSClient({
    region: wanted.region,
    ...REQUESTS,
    credentials: { accessKeyId: 'unsigned', secretAccessKey: 'unsigned' },
  });
  try {
    const answer = await client.send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: wanted.role,
        RoleSessionName: wanted.sessionName,
        WebIdentityToken: token,
        DurationSeconds: wanted.duration,
        Policy: wanted.policy,
      }),
    );
    log.debug(`the session policy takes ${answer.PackedPolicySize ?? 0} % of what STS has for it: ${wanted.policy}`);
    return keysOf(answer, wanted.region, secret);
  } finally {
    client.destroy();
  }
}

/** Reads the keys in an answer of STS. */
export function keysOf(
  { Credentials: credentials }: AssumeRoleResponse,
  region: string,
  secret: (text: string) => void,
): Keys {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = credentials ?? {};
  if (AccessKeyId === undefined || SecretAccessKey === undefined || SessionToken === undefined) {
    throw new BrokenAnswer('the answer has no credentials');
  }
  secret(SecretAccessKey);
  secret(SessionToken);
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    region,
    ...(Expiration === undefined ? {} : { expiration: Expiration.toISOString() }),
  };
}

function explainFailure({ role, region }: RoleRequest, error: unknown): UserError {
  if (error instanceof UserError) {
    return error;
  }
  if (error instanceof Error && /^ExpiredToken/.test(error.name)) {
    return new UserError('E_OIDC_TOKEN', {
      what: `AWS says that GitHub's identity token has expired, although it is fresh: ${error.message}`,
      fix: "run again; on a runner of your own, set the machine's clock",
      cause: error,
    });
  }
  if (error instanceof Error && NO_PROVIDER.test(error.message)) {
    return new UserError('E_ROLE_REFUSED', {
      what: `the account of the role ${role} has no identity provider for GitHub`,
      why: error.message,
      fix: 'deploy aws/github-oidc-role.yml into that account with CreateProvider=true',
      cause: error,
    });
  }
  if (error instanceof Error && /^PackedPolicyTooLarge/.test(error.name)) {
    return new UserError('E_NAME_TOO_LONG', {
      what: `the policy that narrows the session of the role ${role} is too large for STS: ${error.message}`,
      why: 'it holds the names of the application and of the stage, and in a removal those of stacks and buckets',
      fix: 'shorten app or the name of the stage (previews.max-length) in serverless-stages.yml',
      cause: error,
    });
  }
  return awsError(`the role ${role} could not be assumed`, error, region);
}

function refused(role: string, token: string, cause: unknown): UserError {
  return new UserError('E_ROLE_REFUSED', {
    what: `AWS refused the role ${role} to this run`,
    why: explainRefusal(readClaims(token)),
    fix: "compare the role's trust policy with these claims (aws/github-oidc-role.yml makes one that fits)",
    cause,
  });
}
