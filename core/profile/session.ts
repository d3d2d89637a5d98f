import { createHash } from 'node:crypto';
import type { Partition } from '../aws/region.ts';
import { parseRoleArn } from '../aws/role-arn.ts';
import { UserError } from '../errors.ts';

/** Keys of an AWS session, as the credentials file holds them. */
export interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** ISO 8601; absent where the keys do not say when they end. */
  readonly expiration?: string;
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;
  /** ARN that GetCallerIdentity says. */
  readonly arn: string;
}

/**
 * Names a role session after its run: `serverless-stages-OWNER-REPO-RUN-ATTEMPT`, in the characters and at most the 64
 * that STS takes (`[\w+=,.@-]{2,64}`); a long one is cut before the run's number, which stays whole.
 */
export function sessionName(repository: string, runId: string, attempt: string): string {
  const clean = (text: string) => text.replace(/[^\w+=,.@-]+/g, '-');
  const tail = `-${clean(runId)}-${clean(attempt)}`.slice(-40);
  const head = clean(`serverless-stages-${repository}`);
  return head.length + tail.length <= 64 ? head + tail : `${head.slice(0, 57 - tail.length)}-${shortHash(head)}${tail}`;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 6);
}

/** Returns the audience that AWS's STS of a partition wants in GitHub's token. */
export function audienceOf(partition: Partition): string {
  return partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}

/**
 * Refuses credentials of another profile than the one that the configuration is of, before anything is done with them.
 * Throws E_WRONG_ACCOUNT.
 */
export function checkSession(
  { name, role, region }: { readonly name: string; readonly role?: string; readonly region: string },
  session: Pick<Session, 'account' | 'region'>,
  action: string,
): void {
  const account = role === undefined ? session.account : parseRoleArn(role).account;
  if (account !== session.account || region !== session.region) {
    throw new UserError('E_WRONG_ACCOUNT', {
      what: `the credentials are of account ${session.account}, region ${session.region}; the profile "${name}" is of ${account}, ${region}`,
      fix: `give load-profile and ${action} the same configuration`,
    });
  }
}
