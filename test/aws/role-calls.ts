import type { JournalEntry } from '../local-aws/journal.ts';
import { type Access, allows, type PolicyStatement } from './identity-policy.ts';

/** S3's permission for an operation, where it has another name (Service Authorization Reference, Amazon S3). */
const S3_ACTIONS: Readonly<Record<string, string>> = {
  HeadBucket: 'ListBucket',
  HeadObject: 'GetObject',
  ListObjectsV2: 'ListBucket',
  ListObjectVersions: 'ListBucketVersions',
  DeleteObjects: 'DeleteObjectVersion',
  GetObjectLockConfiguration: 'GetBucketObjectLockConfiguration',
};

/**
 * The calls of a role's sessions that its identity policies would not have allowed, `service:action resource` each: the
 * stand-in itself lets every session do everything. Throws for a service that has no rule here.
 */
export function listForbiddenCalls(
  entries: readonly JournalEntry[],
  roleName: string,
  statements: readonly PolicyStatement[],
): readonly string[] {
  return entries
    .filter(({ callerArn }) => callerArn?.includes(`:assumed-role/${roleName}/`))
    .filter(({ service, action }) => `${service}:${action}` !== 'sts:GetCallerIdentity')
    .flatMap(toAccesses)
    .filter((access) => !allows(statements, access))
    .map(({ action, resource }) => `${action} ${resource}`);
}

/** One access for each resource that a call names. */
function toAccesses(entry: JournalEntry): readonly Access[] {
  const names = entry.params['Names'];
  return Array.isArray(names)
    ? names.map((name) => toAccess({ ...entry, params: { ...entry.params, Name: name } }))
    : [toAccess(entry)];
}

function toAccess(entry: JournalEntry): Access {
  const { service, action, account } = entry;
  const name = service === 's3' ? (S3_ACTIONS[action] ?? action) : action;
  const context = { 'aws:ResourceAccount': account };
  return { action: `${service}:${name}`, resource: resourceOf(entry), context };
}

function resourceOf({ service, action, region, account, params }: JournalEntry): string {
  const arn = (rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`;
  const path = String(params['path'] ?? '');
  switch (service) {
    case 'cloudformation': {
      const stack = String(params['StackName'] ?? '');
      if (stack === '') return '*';
      return stack.startsWith('arn:') ? stack : arn(`stack/${stack}/1f0c7a10-0000-11f0-8000-0affd8a5b1c3`);
    }
    case 'lambda':
      return arn(`function:${path.split('/')[3] ?? ''}`);
    case 's3':
      // What is in a bucket is named by the body.
      if (action === 'DeleteObjects') return `arn:aws:s3:::${path.replace(/^\/|\/$/g, '')}/any`;
      return `arn:aws:s3:::${path.replace(/^\/|\/$/g, '')}`;
    case 'logs':
      return arn(`log-group:${String(params['logGroupName'] ?? '*')}`);
    case 'sns':
      return String(params['TopicArn'] ?? '*');
    case 'ssm':
      return arn(`parameter${String(params['Name'] ?? params['Path'] ?? '')}`);
    default:
      throw new Error(`no rule here for the resource of ${service}:${action}`);
  }
}
