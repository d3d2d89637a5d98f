import type { JournalEntry } from '../journal.ts';
import type { Stack } from '../state/stacks.ts';
import type { World } from '../world.ts';
import { actionsLike } from './actions.ts';
import type { Access } from './identity-policy.ts';
import { stageTagOf } from './stage-tags.ts';

/** S3's permission for an operation, where it has another name (Service Authorization Reference, Amazon S3). */
const S3_ACTIONS: Readonly<Record<string, string>> = {
  HeadBucket: 'ListBucket',
  HeadObject: 'GetObject',
  ListObjectsV2: 'ListBucket',
  ListObjectVersions: 'ListBucketVersions',
  GetObjectLockConfiguration: 'GetBucketObjectLockConfiguration',
  CreateMultipartUpload: 'PutObject',
  UploadPart: 'PutObject',
  CompleteMultipartUpload: 'PutObject',
};

/** Calls that anybody with keys may make. */
const FREE = new Set(['sts:GetCallerIdentity', 'sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity']);

/** What a call asks for, one access for each resource that it names; throws for a service that has no rule here. */
export function accessesOf(entry: JournalEntry, world: World): readonly Access[] {
  if (FREE.has(`${entry.service}:${entry.action}`) || isByKey(entry)) return [];
  const { Names: names, RoleARN: role } = entry.params;
  const passed = role === undefined ? [] : [passing(String(role), entry)];
  if (Array.isArray(names)) {
    return names.map((name) => accessOf({ ...entry, params: { ...entry.params, Name: name } }, world));
  }
  const one = accessOf(entry, world);
  return [one, ...passed, ...protecting(entry, one)];
}

/**
 * "To enable or disable termination protection on stacks, a user requires permission to the
 * cloudformation:UpdateTerminationProtection action" (CloudFormation user guide, Protect stacks from being deleted): it does
 * not say that this leaves out the stack's creation.
 */
function protecting({ action, params }: JournalEntry, one: Access): readonly Access[] {
  const protects = action === 'CreateStack' && String(params['EnableTerminationProtection'] ?? 'false') === 'true';
  return protects ? [{ ...one, action: 'cloudformation:UpdateTerminationProtection' }] : [];
}

/** Whether the body names what is asked for: the operation asks for each key. */
const isByKey = ({ service, action }: JournalEntry) => service === 's3' && action === 'DeleteObjects';

/** Who gives a stack a role hands it on. */
function passing(role: string, { region, account }: JournalEntry): Access {
  const context = { 'iam:PassedToService': 'cloudformation.amazonaws.com', 'aws:ResourceAccount': account };
  return { action: 'iam:PassRole', resource: role, context: { ...context, 'aws:RequestedRegion': region } };
}

function accessOf(entry: JournalEntry, world: World): Access {
  const { account, region, params } = entry;
  const resource = resourceOf(withStack(entry, world));
  const tag = stageTagOf(world, resource);
  const requested = (params['Tags'] as { Key?: string; Value?: string }[] | undefined)?.find(
    ({ Key }) => Key === 'STAGE',
  )?.Value;
  const context = {
    'aws:ResourceAccount': account,
    'aws:RequestedRegion': region,
    ...(tag === undefined ? {} : { 'aws:ResourceTag/STAGE': tag }),
    ...(requested === undefined ? {} : { 'aws:RequestTag/STAGE': requested }),
    ...(params['RoleARN'] === undefined ? {} : { 'cloudformation:RoleArn': String(params['RoleARN']) }),
    // As it was asked for, by name or by ARN: AWS's reference does not say which of the two it compares.
    ...(params['ChangeSetName'] === undefined
      ? {}
      : { 'cloudformation:ChangeSetName': String(params['ChangeSetName']) }),
    ...(params['ResourcesToImport'] === undefined ? {} : { 'cloudformation:ImportResourceTypes': 'any' }),
  };
  return { action: actionOf(entry), resource, context };
}

function actionOf({ service, action, params }: JournalEntry): string {
  if (service === 's3') return `s3:${S3_ACTIONS[action] ?? action}`;
  // API Gateway's permissions are the methods of HTTP.
  return service === 'apigateway' ? `apigateway:${String(params['method'])}` : `${service}:${action}`;
}

/** Actions of SSM, CloudFormation, … that know no resources are asked for `*`. */
function resourceOf({ service, action, region, account, params }: JournalEntry): string {
  const arn = (rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`;
  const path = String(params['path'] ?? '');
  switch (service) {
    case 'apigateway':
      return `arn:aws:apigateway:${region}::${path.replace(/^\/v2/, '')}`;
    case 'cloudformation': {
      const stack = String(params['StackName'] ?? '');
      if (stack === '') return '*';
      return stack.startsWith('arn:') ? stack : arn(`stack/${stack}/1f0c7a10-0000-11f0-8000-0affd8a5b1c3`);
    }
    case 'ecr': {
      const name = params['repositoryName'] ?? (params['repositoryNames'] as string[] | undefined)?.[0];
      return name === undefined ? '*' : arn(`repository/${String(name)}`);
    }
    case 'lambda':
      return arn(`function:${path.split('/')[3] ?? ''}`);
    case 's3':
      return `arn:aws:s3:::${path.replace(/^\/|\/$/g, '')}`;
    case 'logs':
      return action === 'DescribeLogGroups' ? '*' : arn(`log-group:${String(params['logGroupName'] ?? '*')}`);
    case 'sns':
      return String(params['TopicArn'] ?? '*');
    case 'ssm': {
      if (actionsLike(`ssm:${action}`)[0]?.resources.length === 0) return '*';
      const name = String(params['Name'] ?? params['Path'] ?? params['ResourceId'] ?? '');
      if (name.startsWith('arn:')) return name;
      // The version that a name may end with is no part of the resource, and the slash belongs to the ARN.
      return arn(`parameter/${name.replace(/^\//, '').replace(/:[^:/]+$/, '')}`);
    }
    default:
      throw new Error(`no rule here for the resource of ${service}:${action}`);
  }
}

/** A call that names a change set by its ARN alone is about the stack that has it. */
function withStack(entry: JournalEntry, world: World): JournalEntry {
  const { ChangeSetName: id, StackName: name } = entry.params;
  if (entry.service !== 'cloudformation' || id === undefined || name !== undefined) return entry;
  const isOwner = ({ changeSets }: Stack) => [...changeSets.values()].some((one) => one.id === id);
  const stack = world.stacks.list().find(isOwner);
  return stack ? { ...entry, params: { ...entry.params, StackName: stack.id } } : entry;
}
